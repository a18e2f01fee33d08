"""What a visitor takes along in the clipboard: names as names, entries as sentences, a citation also by touch."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

COPY = """(selector) => {
  getSelection().selectAllChildren(document.querySelector(selector));
  document.execCommand("copy");
  return navigator.clipboard.readText();
}"""


@pytest.fixture
def copying(page: Page) -> Page:
    """A page that may read what has been copied."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    return page


def copied(page: Page, selector: str) -> list[str]:
    """Select what is in the first element of a kind, copy it and give its lines."""
    lines = [" ".join(line.split()) for line in page.evaluate(COPY, selector).splitlines()]
    return [line for line in lines if line]


@pytest.mark.parametrize("path", ["papers/atlas.html", "papers/index.html", "cv.html"])
def test_a_copied_list_of_authors_holds_names_and_marks_alone(copying: Page, path: str) -> None:
    copying.goto(path)
    (authors,) = copied(copying, ".vita-authors:has(.vita-spoken)")

    assert authors.count("*") == 2
    assert re.fullmatch(r"(?:[\w.’'-]+(?: [\w.’'-]+)+\*?(?:, |$))+", authors), authors


def test_a_copied_entry_is_what_one_sees(copying: Page) -> None:
    copying.goto("career/index.html")

    title, dates, advisors, first, *_ = copied(copying, "#position-echoworks-lab-2016")
    assert title == "Visiting Student, EchoWorks Lab"
    assert dates == "Jun–Sep 2016"
    assert advisors == "Advisors: Thaddeus W. Mbeki, María José Peña-Núñez"
    assert first.startswith("Taught a cross-correlation")


@pytest.mark.parametrize("path", ["papers/index.html", "cv.html"])
def test_a_copied_paper_is_its_title_its_people_and_its_venue(copying: Page, path: str) -> None:
    copying.goto(path)
    title, authors, venue, *_ = lines = copied(copying, ".vita-publication:has(.vita-badge-venue)")

    assert title == "An Atlas of Humpback Song"
    assert authors.startswith("Inés Valderrama Quispe*, Ελένη Παππά*, ")
    assert venue.startswith("JIA 2024 Best Paper Journal of Invented Acoustics")
    assert [line for line in lines[3:] if title in line] == []  # the buttons say it to screen readers


def test_a_whole_list_can_be_copied_without_what_is_only_spoken(copying: Page, built_site: Path) -> None:
    page = BeautifulSoup((built_site / "papers/index.html").read_text("utf-8"), "html.parser")
    spoken = {words.get_text().strip() for words in page.select("article .vita-spoken")}
    copying.goto("papers/index.html")

    text = "\n".join(copied(copying, "article"))
    assert spoken
    assert [words for words in spoken if words in text] == []
    assert "#" not in text
    assert "¶" not in text


COVERED = """(button) => {
  const box = button.getBoundingClientRect();
  const texts = document.createTreeWalker(document.querySelector(button.dataset.clipboardTarget), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    range.selectNode(texts.currentNode);
    const hits = (line) => line.width && line.top < box.bottom && line.bottom > box.top && line.right > box.left;
    if ([...range.getClientRects()].some(hits)) return texts.currentNode.data;
  }
  return "";
}"""  # the first word that a button covers of what it copies


def test_a_finger_finds_the_button_that_copies_a_citation(browser: Browser, address: str) -> None:
    with browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto("papers/atlas.html")
        buttons = page.locator(".vita-cite").get_by_role("button", name="Copy")
        expect(buttons).to_have_count(3)  # and two behind what is folded
        for place, start in enumerate(["Valderrama", "Valderrama", "@article{"]):
            button = buttons.nth(place)
            expect(button).to_have_css("opacity", "1")
            box = button.bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
            assert button.evaluate("one => getComputedStyle(one, '::after').visibility") == "visible"
            button.tap()
            page.wait_for_function(f"navigator.clipboard.readText().then((text) => text.startsWith('{start}'))")
            assert button.evaluate(COVERED) == ""
