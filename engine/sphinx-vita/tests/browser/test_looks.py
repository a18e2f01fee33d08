"""What is drawn where it belongs: edges, rails, marks, the sizes of what a finger hits, and the last sheet of paper."""

from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from harness.browser.pages import pages_of
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

VITA = Path(__file__).parents[4] / "engine/sphinx-vita/src/sphinx_vita/look/static/vita.css"
ENTRY = "#award-young-researcher-prize-2022"
# How far the middle of each dot is from the middle of the line below or above it, in pixels.
OFF_THE_RAIL = """() => [...document.querySelectorAll("ul.vita-dated > li")].flatMap((item) => {
  const [line, dot] = ["::before", "::after"].map((part) => getComputedStyle(item, part));
  const width = (style) => parseFloat(style.width)
    + (style.boxSizing === "border-box" ? 0 : parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth));
  const stroke = parseFloat(line.left) + parseFloat(line.borderLeftWidth) / 2;
  return line.content === "none" ? [] : [Math.abs(stroke - parseFloat(dot.left) - width(dot) / 2)];
})"""
# The right edges of running text: of paragraphs, lists and captions, but for what stands in a frame or a column.
EDGES = """() => [...new Set([...document.querySelectorAll("article :is(p, ul, ol, figcaption)")]
  .filter((one) => one.checkVisibility() && !one.closest(".sd-card, table, nav, form, .figure-panel, .vita-short"))
  .filter((one) => !one.closest("[class*=vita-publication], .vita-contact, .vita-profile, .vita-person, .figure-small"))
  .filter((one) => !one.matches("[class*=vita-], [role=list]"))
  .filter((one) => one.parentElement.closest("p, ul, ol, figcaption") === null)
  .map((one) => Math.round(one.getBoundingClientRect().left + one.offsetWidth)))]"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", ["career/index.html", "career/education.html", "index.html"])
def test_the_dots_stand_on_their_line(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    off = page.evaluate(OFF_THE_RAIL)

    assert off
    assert max(off) < 0.1


def test_running_text_has_one_right_edge(page: Page, built_site: Path) -> None:
    found = {}
    for path in pages_of(built_site):
        if not path.startswith(("_source/", "search")):
            page.goto(path)
            found[path] = page.evaluate(EDGES)

    assert {edge for edges in found.values() for edge in edges} == {968}, found


def test_no_picture_is_stretched(page: Page) -> None:
    sizes = "width='1294' height='1298' src='data:image/svg+xml,%3Csvg/%3E'"
    cards = f"<div class='vita-card'><img class='vita-preview' alt='' {sizes}></div>"
    page.set_content(f"<style>{VITA.read_text('utf-8')}</style>{cards}<img class='vita-portrait' alt='' {sizes}>")

    expect(page.locator(".vita-preview")).to_have_css("object-fit", "contain")
    expect(page.locator(".vita-portrait")).to_have_css("object-fit", "cover")


@pytest.mark.parametrize(("width", "size"), [(390, 96), (1280, 168)])
def test_the_words_flow_beside_the_portrait(page: Page, width: int, size: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    image = "<img class='vita-portrait' alt='' width=400 height=800 src='data:image/svg+xml,%3Csvg/%3E'>"
    label = f"<p class='vita-label'><span>{'At the Institute of Diaries, ' * 9}</span></p>"
    head = f"<h1>Ada</h1><div class='vita-profile'>{image}{label}</div>"
    page.set_content(f"<style>{VITA.read_text('utf-8')}</style>{head}<h2>News</h2>")
    portrait, after = page.locator("img").bounding_box(), page.locator("h2").bounding_box()
    lines = page.locator(".vita-label span").evaluate("one => [...one.getClientRects()].map((line) => line.toJSON())")

    assert portrait
    assert after
    assert (portrait["width"], portrait["height"]) == (size, size)
    beside = [line for line in lines if line["top"] < portrait["y"] + size]
    assert len(beside) > 1
    assert all(line["right"] <= portrait["x"] for line in beside)
    assert after["y"] >= portrait["y"] + size


def test_the_name_of_a_long_prize_stays_in_its_card(page: Page) -> None:
    page.goto("index.html")
    card = page.locator(".vita-card").filter(has=page.locator(".vita-badge")).first
    badge = card.locator(".vita-badge").first
    badge.evaluate("one => { one.textContent = 'Prize of the Society for the Study of Long Names, Third Class'; }")
    inner, outer = badge.bounding_box(), card.bounding_box()

    assert inner
    assert outer
    assert inner["x"] + inner["width"] < outer["x"] + outer["width"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("path", "anchor"),
    [
        ("career/education.html", ENTRY),
        ("papers/atlas.html", "#how-to-cite"),
        ("papers/atlas.html", "#publication-atlas"),
    ],
)
def test_where_a_link_has_led_is_marked(page: Page, path: str, anchor: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path + anchor)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    shown = page.locator(anchor if "award" in anchor else f"{anchor} > h2, {anchor} ~ h1").first

    assert shown.evaluate("one => getComputedStyle(one).backgroundColor") not in (ground, "rgba(0, 0, 0, 0)")
    page.emulate_media(forced_colors="active")
    assert shown.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize(("switch", "rows"), [("#__navigation", ".sidebar-tree a"), ("#__toc", ".toc-tree li > a")])
def test_on_a_phone_every_row_of_the_menus_and_every_button_of_the_bar_is_44_pixels_high(
    browser: Browser, address: str, switch: str, rows: str
) -> None:
    with browser.new_context(
        base_url=address, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.goto("papers/atlas.html")
        page.locator(switch).evaluate("one => one.click()")
        page.locator(rows).filter(visible=True).nth(3).wait_for()
        heights = [
            (row.bounding_box() or {"height": 0})["height"] for row in page.locator(rows).all() if row.is_visible()
        ]
        bar = [each.bounding_box() for each in page.locator(".mobile-header :is(label, button)").all()]

    assert len(heights) > 3
    assert min(heights) >= 44
    assert all(box and min(box["width"], box["height"]) >= 44 for box in bar)
    _, theme, contents = sorted((box for box in bar if box), key=lambda box: box["x"])
    assert contents["x"] - theme["x"] - theme["width"] >= 4


def test_a_number_of_a_table_stays_with_its_unit(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("papers/atlas.html")
    cells = page.locator("article table.docutils td.text-right").all()

    assert cells
    assert {cell.evaluate("one => getComputedStyle(one).whiteSpaceCollapse + getComputedStyle(one).textWrapMode")
            for cell in cells} == {"collapsenowrap"}  # fmt: skip


def test_a_range_of_pages_has_one_line_however_narrow_it_is(page: Page) -> None:
    page.goto("papers/index.html")
    lines = page.eval_on_selector_all(
        ".vita-whole",
        """ranges => ranges.map(range => {
          range.parentElement.style.width = "1ch";
          return range.getClientRects().length;
        })""",
    )

    assert set(lines) == {1}


def test_heads_of_columns_stand_over_what_is_in_them(page: Page, built_site: Path) -> None:
    wrong = {}
    for path in pages_of(built_site):
        if "<table" in (built_site / path).read_text("utf-8") and not path.startswith("_source/"):
            page.goto(path)
            wrong[path] = page.evaluate(
                """() => [...document.querySelectorAll("article table.docutils")].flatMap((table) => {
                  const [head, first] = [table.tHead, table.tBodies[0]].map((part) => [...part.rows[0].cells]);
                  const side = (cell) => getComputedStyle(cell).textAlign.replace("start", "left");
                  return head.filter((cell, place) => side(cell) !== side(first[place])).map((cell) => cell.innerText);
                })"""
            )

    assert len(wrong) > 2
    assert {path: heads for path, heads in wrong.items() if heads} == {}


def test_no_sheet_of_paper_holds_nothing_of_the_page(page: Page, built_site: Path) -> None:
    """Each ends with words of the article, and what belongs to the frame is on none. A CV is as long as its PDF."""
    wrong, printed = {}, {}
    for path in pages_of(built_site):
        if path.startswith(("_source/", "404", "search")):
            continue
        page.goto(path)
        words = set(BeautifulSoup((built_site / path).read_text("utf-8"), "html.parser").article.get_text().split())  # type: ignore[union-attr]
        sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages]
        if any(not words & set(sheet.split()) for sheet in sheets) or "Made with" in "".join(sheets):
            wrong[path] = sheets[-1][-200:]
        pdf = built_site / path.replace(".html", ".pdf")
        if pdf.is_file():
            printed[path] = (len(sheets), len(PdfReader(pdf).pages))

    assert wrong == {}
    assert printed == {"cv.html": (2, 2), "resume.html": (1, 1)}


def test_on_paper_dates_stand_on_the_line_of_what_they_date_and_cards_stay_whole(page: Page) -> None:
    page.emulate_media(media="print")
    page.goto("index.html")
    apart = page.eval_on_selector_all(
        ".vita-short > .vita-dates",
        """dates => {
          const baseline = (element) => {
            const mark = document.createElement("span");
            mark.style.cssText = "display: inline-block";
            element.prepend(mark);
            return mark.getBoundingClientRect().bottom;
          };
          const words = (date) => date.parentElement.querySelector(":scope > :not(.vita-dates)");
          return dates.map(date => baseline(date) - baseline(words(date)));
        }""",
    )
    breaks = page.eval_on_selector_all(".sd-card", "cards => cards.map(card => getComputedStyle(card).breakInside)")

    assert apart
    assert max(map(abs, apart)) < 1.5, apart
    assert set(breaks) == {"avoid"}
