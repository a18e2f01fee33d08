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


def test_all_of_a_card_leads_to_its_paper_but_for_what_has_a_link_of_its_own(page: Page) -> None:
    page.goto("index.html")
    wrong = page.evaluate(
        """() => [...document.querySelectorAll(".vita-card")].flatMap((card) => {
          const title = card.querySelector(".vita-head a");
          return [card, ...card.querySelectorAll("img, p, summary, a")].filter((one) => {
            one.scrollIntoView({ block: "center", behavior: "instant" });
            const box = one.getBoundingClientRect();
            const hit = document.elementFromPoint(box.right - 3, box.y + box.height / 2);
            const own = one.matches("a, summary") ? one : title;
            return !own.contains(hit);
          }).map((one) => `${one.tagName}.${one.className}`);
        })"""
    )

    assert page.locator(".vita-card :is(img, .vita-tldr, .vita-buttons a, .vita-authors)").count() > 6
    assert wrong == []


@pytest.mark.parametrize("width", [1280, 1920, 2560])
def test_the_columns_and_the_text_are_one_group_in_the_middle(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("cv.html")
    drawer, content, contents = (
        page.locator(name).bounding_box() for name in (".sidebar-drawer", ".content", ".toc-drawer")
    )
    root = float(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
    grounds = "['body', '.sidebar-drawer'].map((one) => getComputedStyle(document.querySelector(one)).backgroundColor)"

    assert drawer
    assert content
    assert contents
    assert drawer["width"] <= 16 * root
    assert len(set(page.evaluate(grounds))) == 1
    assert content["x"] == pytest.approx(drawer["x"] + drawer["width"], abs=1)
    last = content if width == 1280 else contents  # below 82em the contents are a menu
    assert drawer["x"] == pytest.approx(width - last["x"] - last["width"], abs=16)  # the bar to scroll with


def test_only_what_can_be_clicked_has_a_frame(page: Page) -> None:
    framed = {}
    for path in ("index.html", "cv.html", "career/index.html", "career/service.html", "teaching.html"):
        page.goto(path)
        framed[path] = page.evaluate(
            """() => [...document.querySelectorAll("article *:not(svg *)")].filter((one) => {
              const style = getComputedStyle(one);
              const sides = ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(style[`border${side}Width`]));
              const isFramed = Math.min(...sides) > 0 && style.borderTopStyle !== "none" && one.checkVisibility();
              const isClicked = one.matches("a, button, input, summary, img, .vita-card, :has(> .sd-stretched-link)");
              return isFramed && !isClicked && !one.closest("table, pre, code, kbd, .highlight, .figure-panel, math");
            }).map((one) => `${one.tagName}.${one.className}`)"""
        )

    assert {path: found for path, found in framed.items() if found} == {}


def test_news_are_a_date_and_a_sentence_on_one_line(page: Page) -> None:
    page.goto("index.html")
    item = page.locator("li:has(> .vita-news)").first
    date, words = item.locator(".vita-dates").bounding_box(), item.locator(".vita-head").bounding_box()

    assert date
    assert words
    assert words["x"] - date["x"] < 120
    assert abs(words["y"] - date["y"]) < 6
    assert item.evaluate("one => getComputedStyle(one, '::after').content") == "none"
