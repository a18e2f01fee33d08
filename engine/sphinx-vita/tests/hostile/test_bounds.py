"""Bibliographies of any size end in bounded time and memory: work grows as the file does, up to a limit that is told.

Work is counted in calls, which are the same on every machine; `make fuzz` reads 100,000 entries and 50 MB too.
"""

import cProfile
import pstats
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from harness.hostile.invented import IS_LONG
from harness.sites import ENVIRONMENT, Site
from sphinx_vita.reading import bibtex as bibliography
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.latex.islands import spans_of
from sphinx_vita.reading.latex.text import _read_short
from sphinx_vita.reading.mistakes import Mistake

LIST = "# P\n\n:::{publications}\n:group: year\n:::\n"
ENTRY = r"""@article{key%d,
  title = {A {T}itle number %d with $x_%d$ in it}, author = {M{\"u}ller%d, J{\"o}rg and van der Berg, L.},
  journal = {Journal of Things}, year = {%d}, volume = {%d}, doi = {10.1000/a.%d},
}
"""
BROKEN = ["@a{a,", "@misc{a,\nb = 1\n", "\n@a{a,b={", "@a{", "@(", "\n@comment{", "{", '@a{a,b="', "%@{\n"]


def entries(count: int) -> str:
    return "".join(ENTRY % ((number,) * 4 + (1000 + number % 1000,) + (number,) * 2) for number in range(count))


def calls(work: Callable[[], object]) -> int:
    """Count the calls of functions."""
    spans_of.cache_clear()
    _read_short.cache_clear()
    profile = cProfile.Profile()
    profile.runcall(work)
    total: int = pstats.Stats(profile).total_calls  # type: ignore[attr-defined]
    return total


def test_reading_grows_as_the_file_does() -> None:
    small, large = (calls(partial(read_bibliography, entries(count), file="x")) for count in (150, 300))

    assert 1.8 < large / small < 2.2


@pytest.mark.parametrize("unit", BROKEN)
def test_reading_a_broken_file_grows_as_the_file_does(unit: str) -> None:
    small, large = (calls(partial(read_bibliography, unit * count, file="x")) for count in (400, 800))

    assert large / small < 2.3


def test_building_grows_as_the_file_does(site: Site) -> None:
    config = {"vita_exports": True, "vita_cards": 0, "html_baseurl": "https://site.example/"}
    site(page=LIST, config=config)
    counted = [calls(partial(site, bib=entries(count), fresh=True, config=config)) for count in (50, 100, 200)]

    assert (counted[2] - counted[1]) / (counted[1] - counted[0]) < 2.3


def test_entries_beyond_the_limit_are_left_out_and_the_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibliography, "MOST_ENTRIES", 3)
    reading = read_bibliography("@string{x = {y}}\n" + entries(5), file="x")

    assert [publication.key for publication in reading.publications] == ["key0", "key1", "key2"]
    assert [(finding.mistake, finding.line) for finding in reading.findings] == [(Mistake.TOO_LARGE, 14)]
    assert "another file of 'vita_bibliography'" in reading.findings[0].message


def test_characters_beyond_the_limit_are_left_out_and_the_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bibliography, "MOST_CHARACTERS", len(entries(3)) - 10)
    reading = read_bibliography(entries(5), file="x")

    assert [publication.key for publication in reading.publications] == ["key0", "key1"]
    assert [(finding.mistake, finding.line) for finding in reading.findings] == [(Mistake.TOO_LARGE, 9)]


def test_a_field_without_end_is_cut_off_and_told() -> None:
    note = "{" + "word {x} " * 115_000 + "}"
    reading = read_bibliography(f"@misc{{a, title = {{T}},\n note = {note}, author = {{A B}}, year = 2001}}", file="x")

    assert [(finding.mistake, finding.line) for finding in reading.findings] == [(Mistake.TOO_LARGE, 2)]
    assert len(dict(reading.publications[0].fields)["note"]) <= 1_000_000
    assert reading.publications[0].year == "2001"


def build(folder: Path, text: str) -> tuple[float, int]:
    """Build a site with a bibliography; gives seconds and megabytes."""
    Site(folder).write({"page.md": LIST, "papers.bib": text})
    started = time.monotonic()
    command = [sys.executable, "-m", "sphinx", "-q", "-D", "vita_exports=1", "-d", "doctrees", ".", "site"]
    built = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr[-2000:]
    assert "[vita.too_large]" in built.stderr
    return time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


if IS_LONG:  # minutes and gigabytes: not in `make test`

    @pytest.mark.parametrize("name", ["100,000 entries", "50 MB of one field", "50 MB of openings", "50 MB of letters"])
    def test_a_giant_bibliography_ends(tmp_path: Path, name: str) -> None:
        texts = {
            "100,000 entries": lambda: entries(100_000),
            "50 MB of one field": lambda: "@misc{a, title = {" + "A b. " * 10_000_000 + "}}",
            "50 MB of openings": lambda: "@a{a," * 10_000_000,
            "50 MB of letters": lambda: "A" * 50_000_000,
        }
        seconds, megabytes = build(tmp_path, texts[name]())

        assert seconds < 600
        assert megabytes < 4000
