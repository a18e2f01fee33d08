"""The PDF of the CV holds every fact, in the CV's order; the résumé fits on one page."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.content import FACTS, load_facts
from tests.reading import fold

EVERY = load_facts()


@pytest.fixture(scope="module")
def words(built_site: Path) -> str:
    """The text of the CV, without the marks behind names."""
    pages = PdfReader(BytesIO((built_site / "cv.pdf").read_bytes())).pages
    return fold(" ".join(page.extract_text() for page in pages)).replace("*", "")


@pytest.mark.parametrize("heading", EVERY)
def test_the_facts_stand_in_the_pdf_in_the_order_of_the_cv(words: str, heading: str) -> None:
    title = fold(heading)  # the person stands above the first
    rest = words.partition(f" {title} ")[2] if title else words
    for fact in EVERY[heading]:
        _, found, behind = rest.partition(fold(fact))
        assert found, (
            f"cv.pdf does not say {fact!r} behind the facts before it; there stands: {rest[:200]!r}. "
            f"Bring it back, or take its line out of tests/{FACTS.name} if it is no longer so"
        )
        rest = behind


def test_the_sections_stand_in_the_pdf_in_the_order_of_the_cv(words: str) -> None:
    places = [words.find(f" {fold(heading)} ") for heading in filter(None, EVERY)]

    assert -1 not in places
    assert places == sorted(places)


def test_the_resume_fits_on_one_page(built_site: Path) -> None:
    count = len(PdfReader(BytesIO((built_site / "resume.pdf").read_bytes())).pages)

    assert count == 1, f"resume.pdf has {count} pages: show less in resume.md, as with `:limit: 3` or `:year: 2022-`"
