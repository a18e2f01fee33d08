"""Nothing of the CV is lost: every fact is read off the pages, and off the CV's page in the CV's order."""

from itertools import chain

import pytest

from tests.content import HEADINGS, load_facts
from tests.reading import Page, fold, sections

FACTS = load_facts()
EVERY_FACT = list(dict.fromkeys(chain.from_iterable(FACTS.values())))
# How to reach the person stands in words on the CV; the home page has a button for it.
ON_A_PAGE_OF_THEIR_OWN = [fact for fact in EVERY_FACT if fact not in FACTS["person"][1:]]


@pytest.mark.parametrize("fact", ON_A_PAGE_OF_THEIR_OWN)
def test_a_fact_is_read_on_a_page_besides_the_cv(pages: dict[str, Page], fact: str) -> None:
    assert [path for path, page in pages.items() if path != "cv.html" and fold(fact) in page.text]


@pytest.mark.parametrize("fact", EVERY_FACT)
def test_a_fact_is_read_on_the_page_of_the_cv(cv: Page, fact: str) -> None:
    assert fold(fact) in cv.text


def test_the_page_of_the_cv_has_the_sections_of_the_cv_in_its_order(cv: Page) -> None:
    assert list(FACTS) == list(HEADINGS)
    assert list(sections(cv)) == list(HEADINGS.values())


@pytest.mark.parametrize("section", FACTS)
def test_the_facts_of_a_section_stand_in_the_order_of_the_cv(cv: Page, section: str) -> None:
    """Each is looked for behind the one before, so a short one such as "2024" cannot be found in another's place."""
    rest = sections(cv)[HEADINGS[section]]
    for fact in FACTS[section]:
        _, found, behind = rest.partition(fold(fact))
        assert found, f"{fact!r} is not behind the fact before it; there stands: {rest[:300]}"
        rest = behind
