"""The PDF of the CV holds every fact, in the CV's order; the résumé fits on one page."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.content import HEADINGS, load_facts
from tests.reading import fold

FACTS = load_facts()


@pytest.fixture(scope="module")
def words(built_site: Path) -> str:
    """The text of the CV, without the marks behind names."""
    pages = PdfReader(BytesIO((built_site / "cv.pdf").read_bytes())).pages
    return fold(" ".join(page.extract_text() for page in pages)).replace("*", "")


@pytest.mark.parametrize("section", FACTS)
def test_the_facts_stand_in_the_pdf_in_the_order_of_the_cv(words: str, section: str) -> None:
    heading = fold(HEADINGS[section])  # the person stands above the first
    rest = words.partition(f" {heading} ")[2] if heading else words
    for fact in FACTS[section]:
        _, found, behind = rest.partition(fold(fact))
        assert found, f"{fact!r} is not behind the fact before it; there stands: {rest[:300]}"
        rest = behind


def test_the_sections_stand_in_the_pdf_in_the_order_of_the_cv(words: str) -> None:
    places = [words.find(f" {fold(heading)} ") for heading in list(HEADINGS.values())[1:]]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize(("name", "pages"), [("cv.pdf", 2), ("resume.pdf", 1)])
def test_a_pdf_has_its_number_of_pages(built_site: Path, name: str, pages: int) -> None:
    assert len(PdfReader(BytesIO((built_site / name).read_bytes())).pages) == pages


def test_the_pdf_is_one_click_away_on_every_page(built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        shows_code = "_source" in page.parts
        if page.name not in ("search.html", "404.html") and not shows_code:
            assert 'cv.pdf"' in page.read_text(encoding="utf-8"), page
