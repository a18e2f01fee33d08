"""What is kept is given back as it was written or not at all, and what is removed leaves nothing behind."""

import hashlib
import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sphinx_build_cache import code_state, digests, load, read_by_other_code, save
from sphinx_build_cache.digests import digest, digest_of_file
from sphinx_build_cache.files import is_other_name, remove, remove_empty_folders
from sphinx_build_cache.search_index import ChangedIndexError, forget_unused_words


@pytest.mark.parametrize("content", [b"", b"a", b"a\nb\n\n", b"\x00\xff\r\n", b"x" * 100_000])
def test_what_was_saved_is_loaded_in_its_state_or_in_any(tmp_path: Path, content: bytes) -> None:
    save(tmp_path / "new/deep/kept", "state", content)

    assert [load(tmp_path / "new/deep/kept", *states) for states in ((), ("state",), ("old", "state"))] == [content] * 3
    assert load(tmp_path / "new/deep/kept", "old") is None
    assert [each.name for each in tmp_path.rglob("*")] == ["new", "deep", "kept"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: whole[:-1],
        lambda whole: whole + b"x",
        lambda whole: whole.replace(b"words", b"wards"),
        lambda whole: whole.replace(b" state\n", b" other\n"),
        lambda whole: b"0" * 64 + whole[64:],
        lambda whole: whole.partition(b"\n")[2],
        lambda whole: whole.replace(b" state\n", b" st\xe4te\n"),
        lambda _: b"",
    ],
)
def test_what_was_damaged_is_not_loaded(tmp_path: Path, damage: object) -> None:
    save(tmp_path / "kept", "state", b"some words")
    (tmp_path / "kept").write_bytes(damage((tmp_path / "kept").read_bytes()))  # type: ignore[operator]

    assert load(tmp_path / "kept") is None
    assert load(tmp_path / "missing") is None


def test_a_file_that_cannot_be_written_leaves_the_old_one_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    save(tmp_path / "kept", "state", b"old")
    monkeypatch.setattr(os, "replace", full)

    with pytest.raises(OSError, match="no space left"):
        save(tmp_path / "kept", "state", b"new")
    assert load(tmp_path / "kept", "state") == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]


def test_the_state_of_a_package_is_that_of_its_files_and_of_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def state() -> str:
        code_state.cache_clear()
        return code_state("walnut")

    package = tmp_path / "walnut"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "sheet.css").write_text("a {}")
    monkeypatch.syspath_prepend(tmp_path)
    first = state()

    assert len(first) == 32
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "x.pyc").write_text("x")
    assert state() == first
    (package / "sheet.css").write_text("b {}")
    second = state()
    (package / "sheet.css").rename(package / "other.css")
    third = state()
    (tmp_path / "pecan-1.0.dist-info").mkdir()
    assert len({first, second, third, state()}) == 4
    code_state.cache_clear()


def test_all_pages_are_read_again_by_other_code_and_once_alone() -> None:
    env = SimpleNamespace(found_docs={"b", "a"})
    listener = read_by_other_code("sphinx_build_cache")

    assert [listener(None, env, set(), set(), set()) for _ in range(2)] == [["a", "b"], []]
    vars(env)["_read_by_sphinx_build_cache"] = "older"
    assert listener(None, env) == ["a", "b"]


def test_a_file_goes_with_the_folders_that_it_leaves_empty(tmp_path: Path) -> None:
    for name in ("a/b/c.txt", "a/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    remove(tmp_path, "a/b/c.txt")
    remove(tmp_path, "a/b/c.txt")

    assert sorted(each.name for each in tmp_path.rglob("*")) == ["a", "d.txt"]
    remove(tmp_path, "a/d.txt")
    remove_empty_folders(tmp_path, tmp_path / "never/was.txt")
    assert list(tmp_path.rglob("*")) == []
    assert tmp_path.is_dir()


def test_a_name_in_other_letters_is_the_same_file_where_the_disk_says_so(tmp_path: Path) -> None:
    (tmp_path / "Index.html").write_text("x")
    assert not is_other_name(tmp_path, "Index.html", ["index.html", "Index.html"])
    (tmp_path / "index.html").hardlink_to(tmp_path / "Index.html")  # as a disk has it that takes both for one

    assert is_other_name(tmp_path, "Index.html", ["other.html", "index.html"])
    assert not is_other_name(tmp_path, "Index.html", ["Index.html", "other.html"])
    assert not is_other_name(tmp_path, "missing.html", ["Missing.html", "Index.html"])


def test_words_without_pages_leave_the_index_and_another_index_is_told() -> None:
    index = SimpleNamespace(_mapping={"a": {"p"}, "b": set()}, _title_mapping={"c": set()})
    forget_unused_words(index)

    assert (index._mapping, index._title_mapping) == ({"a": {"p"}}, {})
    index = SimpleNamespace(_mapping={"b": set()}, _title_mapping=[])
    with pytest.raises(ChangedIndexError, match="no table '_title_mapping'"):
        forget_unused_words(index)
    assert index._mapping == {"b": set()}
    with pytest.raises(ChangedIndexError, match="no table '_mapping'"):
        forget_unused_words(SimpleNamespace())


def test_digests_are_those_of_sha_256_cut(tmp_path: Path) -> None:
    whole = hashlib.sha256("é".encode()).hexdigest()
    (tmp_path / "x").write_text("é", "utf-8")

    assert (digest("é"), digest("é", 8), digest_of_file(tmp_path / "x")) == (whole, whole[:8], whole[:32])
    assert digest("\ud800") != digest("?")
    assert digest_of_file(tmp_path / "missing") == ""


@pytest.mark.parametrize("is_settled", [False, True])
@pytest.mark.parametrize("change", ["in place", "put in place", "gone"])
def test_a_file_has_the_digest_of_what_is_in_it_now_though_its_time_and_size_are_the_same(
    tmp_path: Path, is_settled: bool, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x"
    file.write_text("one")
    _let_settle(monkeypatch, is_settled)
    stat = file.stat()
    assert digest_of_file(file) == digest_of_file(file) == digest("one", 32)

    target = tmp_path / "y" if change == "put in place" else file
    target.write_text("two")
    os.utime(target, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    target.rename(file)
    if change == "gone":
        file.unlink()

    assert digest_of_file(file) == ("" if change == "gone" else digest("two", 32))


@pytest.mark.parametrize(("is_settled", "times"), [(False, 3), (True, 1)])
def test_a_file_that_has_not_changed_for_a_while_is_read_once(
    tmp_path: Path, is_settled: bool, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "x"
    file.write_text("one")
    _let_settle(monkeypatch, is_settled)
    opened, read = open, list[object]()

    def noted(path: Any, *rest: Any, **more: Any) -> Any:
        read.append(path)
        return opened(path, *rest, **more)

    monkeypatch.setattr("builtins.open", noted)

    assert [digest_of_file(file) for _ in range(3)] == [digest("one", 32)] * 3
    assert read == [str(file)] * times


def _let_settle(monkeypatch: pytest.MonkeyPatch, is_settled: bool) -> None:
    """Let what is written now count as unchanged for a while, or not yet."""
    monkeypatch.setattr(digests, "SETTLED", 20_000_000 if is_settled else 3600 * 1_000_000_000)
    time.sleep(0.03 if is_settled else 0)
