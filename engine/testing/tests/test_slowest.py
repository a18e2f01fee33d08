"""A run begins with the files that take longest."""

from pathlib import Path

import pytest
from harness.slowest import SLOWEST, rank

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


def test_this_run_is_in_that_order(request: pytest.FixtureRequest) -> None:
    places = [rank(item.path) for item in request.session.items]

    assert places == sorted(places)
