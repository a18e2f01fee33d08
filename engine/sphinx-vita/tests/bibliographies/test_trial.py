"""The trial of other people's bibliographies: it counts what is there, and hears of what is lost."""

from pathlib import Path

import pytest
from harness import trial
from harness.trial import Entry, Trial, entries_of, main, try_bibliography

HERE = Path(__file__).resolve().parent


def keys(entries: list[Entry]) -> list[str]:
    return [entry.key for entry in entries]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all trials share."""
    return tmp_path_factory.mktemp("trials")


def test_every_entry_of_an_export_is_counted_and_shown(workplace: Path) -> None:
    tried = try_bibliography(HERE / "exported.bib", workplace)

    assert keys(tried.entries) == keys(tried.shown) == ["lovelace:1843", "hopper_1952", "acm52"]
    assert tried.is_complete, tried.failure


def test_every_entry_of_a_damaged_file_is_shown_or_named_or_withheld(workplace: Path) -> None:
    tried = try_bibliography(HERE / "damaged.bib", workplace)

    assert keys(tried.entries) == ["first", "open", "first", "", "hidden", "last"]
    assert (keys(tried.shown), keys(tried.named)) == (["first", "first", "last"], ["open", "first", ""])
    assert tried.is_complete, tried.failure


def test_an_entry_that_is_neither_shown_nor_named_is_lost() -> None:
    one, two, three = (Entry(key, line, is_private=False) for key, line in (("a", 1), ("b", 2), ("a", 3)))

    assert Trial([one, two, three], {"a"}, {2}).lost == [three]
    assert not Trial([one, two, three], {"a"}, {2}).is_complete
    assert Trial([one, two, three], {"a"}, {2, 3}).is_complete


@pytest.mark.parametrize(("lost", "code"), [([Entry("a", 1, is_private=False)], 1), ([], 0)])
def test_a_lost_entry_is_told_and_ends_with_an_error(
    lost: list[Entry], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(trial, "try_bibliography", lambda *_: Trial(lost, set(), set()))

    assert main(str(HERE)) == code
    told = capsys.readouterr().out
    assert ("neither shown nor named: 'a', line 1" in told) == bool(lost)
    assert "damaged.bib" in told


def test_a_folder_without_bibliographies_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(str(tmp_path)) == 2
    assert "make try-bibliographies FROM=folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "key"),
    [("@Misc {a,", "a"), ("@misc(a,", "a"), ("  @misc{\n a\n,", "a"), ("@misc{a(1):c,", "a(1):c"), ("}@misc{a,", "a")],
)  # fmt: skip
def test_an_entry_is_found_in_every_notation(written: str, key: str) -> None:
    assert keys(list(entries_of(written))) == [key]


@pytest.mark.parametrize("written", ["@comment{a,", "@STRING{a = ", "@preamble{", "% @misc{a,", "%@misc{a,", "a@b{c"])
def test_what_is_no_entry_is_not_counted(written: str) -> None:
    assert list(entries_of(written)) == []
