"""The journal of a build: what processes note, and what is left of it when one is stopped."""

from pathlib import Path

import pytest
from sphinx_clean_rebuilds.journal import Journal, tree_argument


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        ({}, "[true, false, 0, false]"),
        ({"collapse": False, "maxdepth": None}, "[false, false, 0, false]"),
        ({"includehidden": True, "maxdepth": "2", "titles_only": True, "other": 1}, "[true, true, 2, true]"),
    ],
)
def test_what_a_theme_asks_of_the_tree_has_sphinxs_defaults(arguments: dict[str, object], written: str) -> None:
    assert tree_argument(arguments) == written


def test_a_line_is_noted_once_and_one_that_was_cut_off_is_none(tmp_path: Path) -> None:
    file = tmp_path / "journal"
    one, other = Journal(file), Journal(file)
    assert one.lines() == []
    one.note("a", "tree", "x")
    one.note("a", "tree", "x")
    other.note("b", "write")
    with file.open("ab") as stopped:
        stopped.write(b'["c", "wr')

    assert one.lines() == [("a", "tree", "x"), ("b", "write", "")]
    one.close(finished=False)
    assert file.exists()
    one.note("a", "tree", "x")
    assert one.lines()[0] == ("a", "tree", "x")
    one.close(finished=True)
    one.close(finished=True)
    assert not file.exists()
