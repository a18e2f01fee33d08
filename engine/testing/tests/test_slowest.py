"""A run begins with what tests a change, then come the files that take longest."""

from pathlib import Path

import pytest
from harness.slowest import SLOWEST, changed_files, place, rank

ROOT = Path(__file__).resolve().parents[3]


def files() -> list[Path]:
    """List the files of tests of the engine and of the site around it."""
    return [path for folder in ("engine", "tests") for path in (ROOT / folder).rglob("test_*.py")]


def test_every_name_stands_for_files_of_tests() -> None:
    """A file that is renamed keeps its place."""
    found = {rank(path) for path in files()}

    assert [slow for place, slow in enumerate(SLOWEST) if place not in found] == []


def test_a_file_has_the_place_that_names_it_first() -> None:
    looks = ROOT / "engine/sphinx-vita/tests/browser/test_looks.py"

    assert rank(looks.with_name("test_lean.py")) < rank(looks) < rank(ROOT / "engine/sphinx-vita/tests/test_dates.py")


@pytest.mark.parametrize("changed", ["test_dates.py", "dates.py"])
def test_what_tests_a_change_comes_first(changed: str) -> None:
    dates, lean = (ROOT / "engine/sphinx-vita/tests" / name for name in ("test_dates.py", "browser/test_lean.py"))

    assert place(dates, frozenset({changed})) < place(lean, frozenset({changed}))
    assert place(dates, frozenset({"names.py"})) > place(lean, frozenset({"names.py"}))


def test_this_run_is_in_that_order(request: pytest.FixtureRequest) -> None:
    """But for what failed the last time, which pytest puts before all."""
    cache: pytest.Cache | None = getattr(request.config, "cache", None)  # it can be turned off
    failed = cache.get("cache/lastfailed", {}) if cache is not None else {}
    changed = changed_files()
    places = [place(item.path, changed) for item in request.session.items if item.nodeid not in failed]

    assert places == sorted(places)
