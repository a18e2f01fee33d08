"""`check` lists pages without a translation, and translations that are older than their page, as notes."""

import os
import subprocess
from pathlib import Path

import pytest
from sphinx_vita.command.check.checks import translations
from sphinx_vita.command.check.findings import Level
from sphinx_vita.command.check.site import Site

DOCUMENTS = {"cv.html": "cv.md", "work/index.html": "work/index.md", "de/cv.html": "cv.de.md", "ja/cv.html": "cv.md"}


def found(folder: Path, of: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    site = Site(source=folder, output=folder, documents=DOCUMENTS, translations=of)
    findings = list(translations.check(site))
    assert {each.code.level for each in findings} <= {Level.NOTE}
    return [(each.code.name, each.file, each.message) for each in findings]


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder with a page and its translation, which is the older of the two."""
    for name, time in (("cv.md", 2000), ("cv.de.md", 1000)):
        (tmp_path / name).write_text(name)
        os.utime(tmp_path / name, (time, time))
    return tmp_path


def git(folder: Path, *words: str, time: int = 0) -> None:
    who = {f"GIT_{role}_{what}": "x" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = os.environ | who | {"GIT_COMMITTER_DATE": f"@{time} +0000"}
    subprocess.run(["git", "-C", folder, *words], check=True, capture_output=True, env=environment)


def commit(folder: Path, name: str, time: int) -> None:
    git(folder, "add", name)
    git(folder, "commit", "-m", name, time=time)


def test_a_site_of_one_language_lacks_none(written: Path) -> None:
    assert found(written, {}) == []


def test_each_page_is_named_with_the_languages_that_it_lacks(written: Path) -> None:
    os.utime(written / "cv.de.md", (3000, 3000))

    assert [(code, file) for code, file, _ in found(written, {"de": {"cv.md": "cv.de.md"}, "ja": {}})] == [
        ("translations.missing", "cv.md"),
        ("translations.missing", "work/index.md"),
    ]
    messages = [message for _, _, message in found(written, {"de": {"cv.md": "cv.de.md"}, "ja": {}})]
    assert "into ja; write cv.ja.md beside it" in messages[0]
    assert "into de, ja; write index.de.md, index.ja.md beside it" in messages[1]


OF_BOTH = {"de": {"cv.md": "cv.de.md", "work/index.md": "work/index.md"}}  # the second is in a catalog of gettext


def test_without_git_the_time_of_saving_tells_what_is_older(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(written.parent))

    assert [(code, file) for code, file, _ in found(written, OF_BOTH)] == [("translations.older", "cv.de.md")]


def test_a_clone_says_the_same_whatever_the_time_of_its_files(written: Path) -> None:
    git(written, "init")
    commit(written, "cv.md", 1000)
    commit(written, "cv.de.md", 2000)
    assert found(written, OF_BOTH) == []

    (written / "cv.md").write_text("changed")
    assert [(code, file) for code, file, _ in found(written, OF_BOTH)] == [("translations.older", "cv.de.md")]

    commit(written, "cv.md", 3000)
    for name in ("cv.md", "cv.de.md"):
        os.utime(written / name, (5, 5))
    assert [(code, file) for code, file, _ in found(written, OF_BOTH)] == [("translations.older", "cv.de.md")]

    (written / "cv.de.md").write_text("changed, and not committed")
    assert found(written, OF_BOTH) == []
