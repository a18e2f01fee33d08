"""The home page as a visitor meets it."""

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

# A phone and a laptop: width and height in CSS pixels.
SCREENS = pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)], ids=["phone", "laptop"])
NAVIGATION = ".sidebar-tree .toctree-l1 > a"
# What scrolls sideways: the page, or furo's column of text on a narrow screen. A table or a listing may do so itself.
SIDEWAYS = """
() => [...document.querySelectorAll("html, .content")]
    .filter(node => node.scrollWidth > node.clientWidth)
    .map(node => `${node.className || "page"}: ${node.scrollWidth} in ${node.clientWidth} pixels`)
"""


def test_the_home_page_has_one_headline_and_its_title_names_it(page: Page) -> None:
    page.goto("index.html")
    headline = page.locator("h1")

    expect(headline).to_have_count(1)
    name = headline.evaluate("node => node.firstChild.textContent.trim()")
    assert name
    assert name in page.title()


@SCREENS
def test_the_home_page_has_no_horizontal_scroll(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto("index.html")

    assert page.evaluate(SIDEWAYS) == []


@SCREENS
def test_every_page_of_the_navigation_can_be_reached_from_the_home_page(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto("index.html")
    links = page.locator(NAVIGATION).all()
    targets = [link.evaluate("node => node.href") for link in links]
    assert targets, "there is no navigation"

    for number, target in enumerate(targets):
        page.goto("index.html")
        open_menu(page)
        page.locator(NAVIGATION).nth(number).click()
        expect(page).to_have_url(target)
        expect(page.locator("h1").first).to_be_visible()


def open_menu(page: Page) -> None:
    """Bring the navigation into view where the screen is too narrow to show it always."""
    menu = page.locator("label[for=__navigation]:visible").first
    if menu.count():
        menu.click()


def test_the_search_finds_the_home_page_by_its_headline(page: Page) -> None:
    page.goto("index.html")
    name = page.locator("h1").evaluate("node => node.firstChild.textContent.trim()")

    page.goto(f"search.html?q={quote(name)}")

    expect(page.locator("#search-results a").first).to_be_visible()


@pytest.mark.parametrize("path", ["nothing-here.html", "papers/nothing/at/all.html"])
def test_a_missing_page_is_a_page_of_the_site_at_any_depth(page: Page, troubles: list[str], path: str) -> None:
    page.goto(path)

    assert page.locator("h1").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).fontFamily") != ""
    assert page.evaluate("[...document.styleSheets].every(sheet => sheet.cssRules.length > 0)")
    assert troubles  # the page itself is an error 404, and nothing else is
    assert all(path in trouble or "404" in trouble for trouble in troubles)
    troubles.clear()
