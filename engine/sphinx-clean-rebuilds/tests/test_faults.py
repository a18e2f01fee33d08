"""A build that fails or is killed says what to do and leaves the sources alone; the next one is complete."""

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.faults import (
    KILLER,
    MOMENTS,
    build_and_die,
    command,
    digest_of,
    small_files,
    without_override,
)
from harness.rebuilt_pages import CHANGES, PAGES, Files, page
from harness.rebuilt_sites import CONF, Site

CHANGE: Files = {**CHANGES["a page is renamed"], **CHANGES["a title changes"], "last": None}
CHANGE["index"] = str(PAGES["index"]).replace("   last\n", "")
WHEN = random.Random(6)


def can_be_killed(site: Site) -> None:
    """Put into a site what kills its builds when it is told to."""
    (site.source / "conf.py").write_text(CONF + 'html_theme = "alabaster"\n' + KILLER)


@pytest.mark.parametrize("first", [True, False], ids=["the first build", "a later build"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_after_a_build_that_was_killed_the_next_is_complete(site: Site, moment: str, first: bool) -> None:
    can_be_killed(site)
    site.write(PAGES)
    if not first:
        site.build()
        site.write(CHANGE)

    end = build_and_die(site, moment=moment)
    site.build()

    assert end == -signal.SIGKILL
    assert site.differences() == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_change_that_is_taken_back_after_a_killed_build_leaves_no_trace(site: Site, moment: str) -> None:
    """With its old time too, so that nothing but the killed build has to do with it."""
    can_be_killed(site)
    site.build(PAGES)
    two = site.path("a/two")
    times = (two.stat().st_atime_ns, two.stat().st_mtime_ns)
    site.write({"a/two": page("Zwei", "Other.")})

    build_and_die(site, moment=moment)
    site.write({"a/two": PAGES["a/two"]})
    os.utime(two, ns=times)
    site.build()
    after = site.differences()
    site.build(CHANGES["a title changes"])  # which the page shows, so that it is written from what was read

    assert after == []
    assert site.differences() == []


@pytest.mark.parametrize("seconds", [WHEN.uniform(0.01, 0.5) for _ in range(4)], ids=range(4))
def test_a_build_may_be_killed_at_any_moment(site: Site, seconds: float) -> None:
    site.build(PAGES)
    site.write(CHANGE)

    build_and_die(site, seconds=seconds)
    site.build()

    assert site.differences() == []


def test_a_page_that_went_after_a_killed_build_leaves_nothing(site: Site) -> None:
    can_be_killed(site)
    site.write(PAGES)
    build_and_die(site, moment="finishing")

    site.build(CHANGES["a part is removed"])

    assert site.differences() == []


@pytest.mark.parametrize("size", [300, 3_000])
@pytest.mark.parametrize("first", [True, False], ids=["the first build", "a later build"])
def test_after_a_full_disk_the_next_build_is_complete(site: Site, size: int, first: bool) -> None:
    if not first:
        site.build(PAGES)
    site.write(PAGES if first else CHANGE)
    before = digest_of(site.source)

    failed = command(site, limit=small_files(size))
    site.build()

    assert failed.returncode != 0
    assert "make space" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert digest_of(site.source) == before
    assert site.differences() == []


BIG = '{% extends "!page.html" %}{% block body %}{{ super() }}{{ ("x" * 400000) if pagename == "a/two" }}{% endblock %}'


@pytest.mark.parametrize("processes", [1, 2])
def test_a_page_that_did_not_fit_fails_the_build_and_is_written_by_the_next(site: Site, processes: int) -> None:
    """Sphinx only warns of it and takes the torn page for done."""
    site.build({**PAGES, "conf.py": CONF + 'templates_path = ["_templates"]\n', "_templates/page.html": BIG})
    site.write(CHANGES["a page is renamed"])

    failed = command(site, limit=small_files(300_000), processes=processes)
    site.build()

    assert failed.returncode == 1
    assert "or make space, and build again" in failed.stderr
    assert site.differences() == []


def writable(folder: Path) -> None:
    folder.chmod(0o700)
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)


@pytest.fixture
def read_only(site: Site) -> Iterator[Path]:
    """The output of a built site, with all rights to write taken away."""
    site.build(PAGES)
    folders = [site.output, *(path for path in site.output.rglob("*"))]
    for path in folders:
        path.chmod(0o500 if path.is_dir() else 0o400)
    yield site.output
    writable(site.output)


def test_a_read_only_output_is_told(site: Site, read_only: Path) -> None:
    site.write(CHANGE)

    failed = command(site, limit=without_override)
    writable(read_only)
    site.build()

    assert failed.returncode != 0
    assert "give yourself the right, or build into another folder" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert site.differences() == []
    assert not (read_only / "last.html").exists()


@pytest.mark.parametrize("processes", [1, 2])
def test_a_source_that_is_not_utf_8_is_named_with_its_line(site: Site, processes: int) -> None:
    site.build(PAGES)
    site.write({**CHANGE, "a/two": "Café\n====\n\nEn été.\n".encode("latin-1")})
    before = digest_of(site.source)

    failed = command(site, processes=processes)
    site.build({"a/two": "Café\n====\n\nEn été.\n"})

    assert failed.returncode != 0
    assert f"{site.path('a/two')}:1: the byte 0xe9 is not UTF-8; save the file as UTF-8" in failed.stderr
    assert "Traceback" not in failed.stderr
    assert digest_of(site.source).keys() == before.keys()
    assert site.differences() == []


def test_a_fault_of_the_code_keeps_its_traceback(site: Site) -> None:
    site.write({"conf.py": CONF + "def setup(app):\n    app.connect('env-updated', lambda *_: 1 / 0)\n"})

    failed = command(site)

    assert "division by zero" in failed.stderr
    assert "Traceback" in failed.stderr
