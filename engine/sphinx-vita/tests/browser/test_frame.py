"""What stands around the text of every page: names, the current page, the way to the text; and the page for no page."""

from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from harness.browser.pages import pages_of
from playwright.sync_api import Page, expect

WITHOUT_PLACE = ("404.html", "search.html")


def frame(site: Path, path: str) -> Tag:
    return BeautifulSoup((site / path).read_text("utf-8"), "html.parser")


def test_the_landmarks_of_every_page_have_their_names(built_site: Path) -> None:
    """They are put into the theme's own markup: a theme that writes it in another way would lose them unnoticed."""
    lost = {}
    for path in pages_of(built_site):
        page = frame(built_site, path)
        labels = [mark.get("aria-label") for mark in page.select("aside, nav:not(article nav)")]
        if labels != ["Menus", "Site navigation", "Back to top", "On this page"]:
            lost[path] = labels

    assert lost == {}


def test_the_way_to_the_text_comes_first_on_every_page(built_site: Path) -> None:
    first = {
        path: page.body.select_one("a[href], button, input, summary, [tabindex]")  # type: ignore[union-attr]
        for path in pages_of(built_site)
        for page in [frame(built_site, path)]
    }

    assert {path for path, link in first.items() if not link or link["href"] != "#furo-main-content"} == set()


@pytest.mark.parametrize("width", [390, 1000, 1280, 1600])
def test_the_first_tab_stop_is_the_way_to_the_text(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("papers/index.html")
    page.keyboard.press("Tab")

    expect(page.locator(".skip-to-content")).to_be_focused()


def test_every_page_says_where_in_the_site_it_is(built_site: Path) -> None:
    """A page of the menu says so itself; above a paper's page it is the list of papers."""
    places = {}
    for path in pages_of(built_site):
        if path not in WITHOUT_PLACE and not path.startswith("_source/"):
            marked = frame(built_site, path).select(".sidebar-drawer [aria-current]")
            places[path] = [(mark["aria-current"], mark.get_text(strip=True)) for mark in marked]

    assert {path for path, marks in places.items() if len(marks) != 1} == set()
    assert places["index.html"] == [("page", "Inés Valderrama Quispe")]
    assert places["papers/atlas.html"] == [("true", "Papers")]
    assert places["career/education.html"] == [("page", "Education and awards")]


def test_a_figure_is_called_by_its_titles(page: Page) -> None:
    page.goto("papers/atlas.html")

    expect(page.get_by_role("figure", name="As the song traveled As a ship travels", exact=True)).to_have_count(1)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("papers/atlas-of-sogns.html", "papers atlas of sogns"),
        ("Résumé/2024/", "Résumé 2024"),
        ("research/index.html.bak/%E0%A4%A", "research index html bak E0 A4 A"),
        ("a<b>&c=\"d'/index.html", "a b c d"),
    ],
)
def test_a_missing_page_offers_the_main_pages_and_a_search_for_its_words(
    page: Page, address: str, troubles: list[str], path: str, words: str
) -> None:
    page.goto(address + (path if "%" in path else quote(path)))

    article = page.locator("article")
    links = [link.get_attribute("href") for link in article.get_by_role("link").all()]
    assert links[:4] == ["/index.html", "/research/index.html", "/papers/index.html", "/career/index.html"]
    assert len(links) >= 6
    expect(article.get_by_role("textbox", name="Search")).to_have_value(words)
    troubles.clear()


def test_a_missing_page_after_a_search_has_no_marks_to_hide(page: Page, troubles: list[str]) -> None:
    page.goto("index.html")
    page.evaluate("localStorage.setItem('sphinx_highlight_terms', 'page')")
    page.goto("nothing.html")
    page.wait_for_timeout(300)

    expect(page.get_by_text("Hide Search Matches")).to_have_count(0)
    troubles.clear()


@pytest.mark.parametrize("path", ["papers/atlas.html", "research/listening.html"])
def test_searched_words_that_a_picture_is_described_with_break_nothing(page: Page, path: str) -> None:
    """Sphinx draws a frame around what it marks in a picture, which a description has no place for."""
    page.goto(f"{path}?highlight=call%20song%20wave")

    expect(page.locator("article p span.highlighted").first).to_be_visible()
    expect(page.locator("svg :is(title, desc) *")).to_have_count(0)
