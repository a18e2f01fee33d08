"""An option that withholds a record does so however it is misspelt or misplaced, in every file of the output."""

import pytest
from harness.sites import PAPER, Site

CONFIG = {"vita_exports": True, "vita_cards": 0}
PROFILE = ":::{profile} Ada Lovelace\n:::\n"
SLIPS = {
    "misspelt": ":visibilty: private\n",
    "another word": ":hidden: true\n",
    "draft": ":draft: true\n",
    "no first colon": "visibility: private\n",
    "no second colon": ":visibility private\n",
    "no blank": ":visibility:private\n",
    "behind a blank line": "\n:visibility: private\n",
    "in the body": "\nSome words.\n\nvisibility: private\n",
    "twice": ":visibility: private\n:visibility: public\n",
    "upper case": ":Visibility: Private\n",
}


@pytest.mark.parametrize("name", list(SLIPS))
def test_a_record_stays_private(site: Site, name: str) -> None:
    record = f":::{{award}} SECRET\n:dates: 2020\n{SLIPS[name]}\nSECRET body.\n:::\n"

    built = site(page=f"# P\n\n{PROFILE}\n{record}", config=CONFIG, silent=False)

    assert [told.file for told in built.told if told.line] == ["page.md"] * len(built.told)
    assert built.told
    assert [path for path, content in built.files().items() if b"SECRET" in content] == []


@pytest.mark.parametrize("indent", ["    ", "\t", "        "])
@pytest.mark.parametrize("fence", [":::", "```"])
def test_an_indented_record_is_told_and_left_out(site: Site, indent: str, fence: str) -> None:
    record = f"{fence}{{position}} SECRET\n:organization: SECRET\n:visibility: private\n\nSECRET\n{fence}"
    shifted = "\n".join(indent + line for line in record.split("\n"))

    built = site(page=f"# P\n\n{PROFILE}\n\n{shifted}\n\nAfter.\n", config=CONFIG, silent=False)

    assert [told.place for told in built.told] == [("vita.broken_fence", "page.md", 7)]
    assert [path for path, content in built.files().items() if b"SECRET" in content] == []
    assert "After." in built.words("page")


def test_an_entry_with_a_misspelt_visibility_stays_private(site: Site) -> None:
    bib = PAPER.replace("year =", "visiblity = {private},\n  year =")

    built = site(page="# P\n\n:::{publications}\n:::\n", bib=bib, config=CONFIG, silent=False)

    assert [told.type for told in built.told] == ["vita.unknown_value"]
    assert [path for path, content in built.files().items() if b"Sampling Barrier" in content] == []


@pytest.mark.parametrize("comment", ["% SECRET", "- point\n  % SECRET\n"])
def test_a_comment_of_markdown_is_in_no_file(site: Site, comment: str) -> None:
    page = f"# P\n\n{PROFILE}\n:::{{position}} Intern\n:organization: Lab\n:dates: 2020\n\n{comment}\n:::\n"

    built = site(page=page, config=CONFIG | {"html_copy_source": True})

    assert [path for path, content in built.files().items() if b"SECRET" in content] == []
