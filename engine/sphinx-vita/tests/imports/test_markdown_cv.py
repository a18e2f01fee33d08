"""CVs in Markdown of the kinds that people have: each arrives as it was meant, and not a word of it is lost."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from harness.imported import told
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.imports.cvs.markdown_cv import read_markdown_cv
from sphinx_vita.imports.drafts import Draft, Entry, Imported
from sphinx_vita.imports.site import site_of
from sphinx_vita.records.slugs import fold

HERE = Path(__file__).parent
CVS = sorted((HERE / "cvs").iterdir())
# Words that say what another word is: the name of an option or of a field says it now, or the layout did.
SAID_OTHERWISE = {
    *("vol no pp eds in et al under review march doctoral dissertation advisor role for boards article".split()),
    *(
        "lebenslauf mail telefon year date title university degree outlet articles website".split()
    ),  # labels and heads of columns
    *("https http org com example mailto doi ines github".split()),  # of an address that stands there once
    *("unnumbered center cdot right education experience technical skills".split()),  # pandoc's attributes
    *("h1 align p a href span style float br sup amp strong i b 1 jb 10 1234".split()),  # HTML
}


@cache
def read(path: Path) -> Imported:
    return read_markdown_cv(path.read_text("utf-8"))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]{2,}", fold(text).casefold()))


@pytest.mark.parametrize(
    ("heading", "text", "name"),
    [
        ("INÉS MCKAY", "By Inés\nMcKay.", "Inés McKay"),
        ("INÉS MCKAY", "INÉS MCKAY", "Inés Mckay"),
        ("Inés McKay", "INES MCKAY", "Inés McKay"),
    ],
)
def test_a_name_in_capitals_is_written_as_elsewhere(heading: str, text: str, name: str) -> None:
    profile = read_markdown_cv(f"# {heading}\n\n## About\n\n{text}\n").profile

    assert profile
    assert profile.title == name


@pytest.mark.parametrize("path", CVS, ids=lambda path: path.stem)
def test_a_cv_is_read_as_it_was_meant(path: Path) -> None:
    expected = (HERE / "read" / f"{path.stem}.txt").read_text("utf-8")

    assert told(read(path)) == expected


@pytest.mark.parametrize("path", CVS, ids=lambda path: path.stem)
def test_no_word_of_a_cv_is_lost(path: Path) -> None:
    source = path.read_text("utf-8")
    lost = words(source) - words(told(read(path)).replace("{", "").replace("}", ""))

    assert {*lost} - SAID_OTHERWISE == set()


@pytest.mark.parametrize("path", CVS, ids=lambda path: path.stem)
def test_all_that_was_read_stands_on_the_pages_of_the_site(path: Path) -> None:
    imported = read(path)
    site = "\n".join(site_of(imported).values())

    contents: list[Draft | Entry] = [*imported.drafts, *imported.entries]
    for each in contents:
        written = each.markdown() if isinstance(each, Draft) else each.bibtex
        assert written.split("\n")[0].lstrip(":") in site
    assert len(imported.entries) == site.count("\n@")


PIECES = ["# A", "## Education", "## Publications", "**B**", "- c", "| d | e |\n|---|---|\n| f | 2019 |", "2019",
          "(", "[1]", "A. Lee. (2020).", "*", "\\", ": x", "“", "](", "---", "<b>", "$", "{.x}", "\n",
          "\n\n", " ", "é", "\0"]  # fmt: skip


@settings(deadline=None, max_examples=25, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=60))
def test_no_text_whatever_makes_it_fail(text: str) -> None:
    told(read_markdown_cv(text))
