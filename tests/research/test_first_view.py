"""A page with figures is painted as soon as any other: what is long comes afterwards, and little is asked for."""

import gzip

import pytest
from bs4 import Tag
from playwright.sync_api import Browser

from tests.reading import Page

# What a browser asks for by itself, besides the page.
ASKED = (
    "link[rel=stylesheet], script[src], script[data-lean-src], script[data-late$='.js'], img[src]:not([loading=lazy])"
)
MOST = 4  # requests of a first view, the page too
# With pictures of cards, or with the most files for their figures; pages without figures ask for their scripts alone.
PAGES = (
    "index.html",
    "publications/index.html",
    "research/gaussian-splatting.html",
    "research/index.html",
    "research/model-parallel-communication.html",
)
# When a browser has asked for what it asks by itself: the last are a tenth of a second after the paint.
SETTLED = "() => !document.querySelector('script[type=\"text/lean\"]') && !document.querySelector('figure [data-late]')"
HEAVIEST = 1300  # bytes of a drawing, compressed: less than one packet


def with_figures(pages: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in pages.items() if page.article.select_one("figure.computed-figure")}


def is_asked(element: Tag) -> bool:
    address = str(element.get("src", element.get("href", "")))
    return not address.startswith("data:") and not element.find_parent("noscript")


def test_a_page_with_figures_asks_for_four_files_at_most(pages: dict[str, Page]) -> None:
    asked = {path: sum(map(is_asked, page.soup.select(ASKED))) for path, page in with_figures(pages).items()}

    assert len(asked) > 5
    assert {path: count + 1 for path, count in asked.items() if count + 1 > MOST} == {}


def test_a_page_without_figures_asks_for_its_scripts_alone(pages: dict[str, Page]) -> None:
    shown = {path: page for path, page in pages.items() if not path.startswith(("_source/", "search.html"))}
    asked = {path: len(list(filter(is_asked, page.soup.select(f"{ASKED}, img")))) for path, page in shown.items()}
    figures = with_figures(pages)

    assert {path: count for path, count in asked.items() if path not in figures and count > 1} == {}


@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 900)])
def test_a_first_view_needs_four_requests_at_most(browser: Browser, address: str, width: int, height: int) -> None:
    """What Chromium asks for by itself, pictures far below the view too."""
    asked: list[str] = []
    count: dict[str, int] = {}
    with browser.new_context(base_url=address, viewport={"width": width, "height": height}) as context:
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        for path in PAGES:
            asked.clear()
            page.goto(path)
            page.wait_for_function(SETTLED)
            page.wait_for_load_state("networkidle")
            count[path] = sum(not url.startswith("data:") for url in asked)

    assert min(count.values()) > 1
    assert {path: number for path, number in count.items() if number > MOST} == {}


def test_a_drawing_takes_less_than_a_packet_before_the_paint(pages: dict[str, Page]) -> None:
    weights = {
        (path, svg.select("title")[0].text): len(gzip.compress(str(svg).encode()))
        for path, page in with_figures(pages).items()
        for svg in page.article.select("figure svg[role=img]")
    }

    assert len(weights) > 20
    assert {drawing: weight for drawing, weight in weights.items() if weight > HEAVIEST} == {}


def test_all_late_parts_of_a_page_are_in_its_one_file(pages: dict[str, Page]) -> None:
    waiting = {path for path, page in pages.items() if page.article.select_one("figure [data-late]")}
    served = {path: page.soup.select("script[data-late$='.js']") for path, page in pages.items()}

    assert len(waiting) > 5
    assert {path for path, scripts in served.items() if len(scripts) == 1} == waiting


@pytest.mark.parametrize("path", ["publications/hyperbolic.html", "research/model-parallel-communication.html"])
def test_a_slider_has_its_room_on_a_phone_before_its_script_comes(browser: Browser, address: str, path: str) -> None:
    with browser.new_context(base_url=address, viewport={"width": 390, "height": 100}) as context:
        page = context.new_page()
        page.goto(path)
        place = page.locator(".figure-control")
        assert place.locator("input").count() == 0
        before = place.bounding_box()
        place.scroll_into_view_if_needed()
        place.locator("input").wait_for()
        after = place.bounding_box()

    assert before
    assert after
    assert before["height"] == after["height"]


def test_what_sets_a_figure_waits_for_the_panels_above_it(browser: Browser, address: str) -> None:
    """On a slow line the page is painted before the end of the figure is there."""
    with browser.new_context(base_url=address, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto("research/index.html")
        controls = page.locator(".figure-beside > .figure-controls")
        assert controls.is_visible()
        page.evaluate("document.querySelector('.figure-beside > figcaption').remove()")

        assert not controls.is_visible()
