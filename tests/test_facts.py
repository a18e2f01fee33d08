"""Nothing of the CV is lost: every fact is read off the pages, and off the CV's page in the CV's order.

`facts.yaml` is the owner's own promise: it has the facts of each section, and changes when the CV does.
"""

import pytest

from tests.content import FACTS, load_facts
from tests.reading import Page, fold, sections

EVERY = load_facts()
# How to reach the person stands in words on the CV; the home page has a button for it.
ON_A_PAGE_OF_THEIR_OWN = [fact for section, facts in EVERY.items() for fact in (facts if section else facts[:1])]
REMEDY = f"bring them back, or take their lines out of tests/{FACTS.name} if they are no longer so"


def test_every_fact_is_read_on_a_page_besides_the_cv(pages: dict[str, Page]) -> None:
    texts = [page.text for path, page in pages.items() if path != "cv.html"]
    lost = [fact for fact in ON_A_PAGE_OF_THEIR_OWN if not any(fold(fact) in text for text in texts)]

    assert not lost, f"no page but the CV says {lost}: {REMEDY}"


def test_the_cv_has_the_sections_of_the_facts_in_their_order(cv: Page) -> None:
    shown = list(sections(cv))
    lost = [heading for heading in EVERY if heading not in shown]

    assert not lost, f"cv.md has no section {lost}, only {shown}: {REMEDY}"
    assert [heading for heading in shown if heading in EVERY] == list(EVERY), (
        f"the sections of cv.md stand in another order than those of tests/{FACTS.name}: put one of them right"
    )


@pytest.mark.parametrize("heading", EVERY)
def test_the_facts_of_a_section_stand_in_the_order_of_the_cv(cv: Page, heading: str) -> None:
    """Each is looked for behind the one before, so a short one such as "2024" cannot be found in another's place."""
    rest = sections(cv)[heading]
    for fact in EVERY[heading]:
        _, found, behind = rest.partition(fold(fact))
        assert found, (
            f"cv.html does not say {fact!r} behind the facts before it; there stands: {rest[:200]!r}. "
            f"Bring it back, or take its line out of tests/{FACTS.name} if it is no longer so"
        )
        rest = behind
