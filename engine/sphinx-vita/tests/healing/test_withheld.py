"""A file goes with the page or the record that named it, in the same build, on a site with every extension."""

from pathlib import Path

import pytest
from harness.complete_sites import BIB, FILES, HOME, MORE, PNG, complete
from harness.rebuilt_sites import Site, differences, files_of

SECRET = b"do not publish"
NAMED: dict[str, str | bytes | None] = {
    "files/notes.txt": SECRET,
    "files/cod.pdf": SECRET,
    "files/ada.png": PNG + SECRET,
    "files/dot.png": PNG + SECRET + b"dot",
}
EDITS: dict[str, dict[str, str | bytes | None]] = {
    "a download is no longer named": {"more.md": MORE.replace("{download}`files/notes.txt`", "notes")},
    "a picture is no longer shown": {"more.md": MORE.replace("![a dot](files/dot.png)", "")},
    "the page is gone": {"more.md": None, "index.md": HOME.replace("more\n", "")},
    "the image of the person is withheld": {"index.md": HOME.replace(":image:", ":visibility: private image\n:image:")},
    "the image of the person is taken out": {"index.md": HOME.replace(":image: files/ada.png\n", "")},
    "a paper is withheld": {"papers.bib": BIB.replace("pdf =", "visibility = {private}, pdf =")},
    "the file of a paper is withheld": {"papers.bib": BIB.replace("pdf =", "visibility = {private pdf}, pdf =")},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with files that are about to be withheld."""
    site = complete(tmp_path_factory.mktemp("withheld") / "site")
    site.build(NAMED)
    return site


@pytest.mark.parametrize("edit", EDITS)
def test_a_file_goes_with_what_named_it(built: Site, edit: str) -> None:
    built.build({**FILES, **NAMED})
    before = holding_it(built.output)

    built.build(EDITS[edit])

    assert differences(built.output, built.clean()) == []
    assert holding_it(built.output) < before


def holding_it(folder: Path) -> set[str]:
    """Name the files with the words that are withheld, and those that are made of the pictures."""
    return {name for name, content in files_of(folder).items() if SECRET in content or name.startswith("pictures/ada")}
