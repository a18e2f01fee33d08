"""Equal contribution: a mark behind exactly the right names, spoken to a screen reader, explained where it is used."""

import copy
import re

import pytest
from bs4 import Tag

from tests.content import load_facts, load_marks, paper_pages
from tests.reading import Page, fold, read, the

MARKS = load_marks()
SPOKEN = "(equal contribution)"


def titles() -> dict[str, str]:
    """Which paper a title belongs to; the pages of papers are named by their keys."""
    facts = load_facts()
    begin = {
        "clm": "CLM:",
        "grendel": "On Scaling Up",
        "resharding": "On Optimizing",
        "hyperbolic": "Fully Hyperbolic",
        "gaian": "Scaling Point-based",
        "insulin": "Development of",
    }
    every = [*facts["publications"], *facts["under_review"]]
    return {key: next(fold(fact) for fact in every if fact.startswith(start)) for key, start in begin.items()}


def key_of(authors: Tag) -> str:
    """Tell which paper a list of authors belongs to, by the title before it."""
    heading = authors.find_previous(["h1", "strong"])
    while isinstance(heading, Tag) and "vita-owner" in (heading.get("class") or []):
        heading = heading.find_previous(["h1", "strong"])
    assert isinstance(heading, Tag)
    return {title: key for key, title in titles().items()}[read(heading)]


def marked_names(authors: Tag) -> list[str]:
    """Give the names with a mark; each mark must be hidden from screen readers, and said in words right behind it."""
    shown = copy.copy(authors)
    for mark in shown.select(".vita-mark"):
        assert mark.get("aria-hidden") == "true"
        mark.replace_with(f"[{mark.get_text()}]")
    entries = fold(shown.get_text()).split(", ")
    marked = [entry for entry in entries if "[" in entry or SPOKEN in entry]
    assert all(entry.endswith(f"[*] {SPOKEN}") for entry in marked), marked
    return [entry.removesuffix(f"[*] {SPOKEN}") for entry in marked]


def test_every_paper_is_known_by_its_title() -> None:
    assert sorted(titles()) == paper_pages()
    assert MARKS.keys() <= titles().keys()


def test_the_marks_of_every_list_stand_behind_the_right_names(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        lists = page.article.select(".vita-authors")
        found = {key_of(authors): marked_names(authors) for authors in lists}

        assert found == {key: MARKS.get(key, []) for key in found}, path
        assert len(found) == len(lists), path
        if path in ("cv.html", "publications/index.html"):
            assert sorted(found) == paper_pages(), path


@pytest.mark.parametrize("key", paper_pages())
def test_the_marks_of_a_paper_stand_behind_the_right_names(pages: dict[str, Page], key: str) -> None:
    header = the(pages[f"publications/{key}.html"].article, ".vita-publication-header")

    assert marked_names(the(header, ".vita-authors")) == MARKS.get(key, [])


@pytest.mark.parametrize("key", paper_pages())
def test_the_page_of_a_paper_explains_its_marks_once(pages: dict[str, Page], key: str) -> None:
    assert explanations(pages[f"publications/{key}.html"].article) == (["* Equal contribution"] if key in MARKS else [])


def test_a_list_with_marks_explains_them_once(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for each in page.article.select("section:has(.vita-authors):not(:has(section))"):
            assert explanations(each) == (["* Equal contribution"] if each.select(".vita-mark") else []), path


def explanations(element: Tag) -> list[str]:
    """Give every explanation of a mark that a visitor reads within an element."""
    return re.findall(r"\* ?Equal contribution", read(element))


def test_no_name_carries_the_superscript_of_the_cv(pages: dict[str, Page]) -> None:
    """The 1 behind a name in the CV's text is an artefact of its conversion."""
    for page in pages.values():
        assert not page.article.select("sup")
        for authors in page.article.select(".vita-authors"):
            assert not re.search(r"\d", read(authors)), f"{page.path}: {read(authors)}"
