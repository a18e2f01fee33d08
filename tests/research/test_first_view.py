"""A page with figures is painted as soon as any other: what is long comes afterwards, and little is asked for."""

import gzip

from bs4 import Tag

from tests.reading import Page

# What a browser asks for by itself, besides the page.
ASKED = (
    "link[rel=stylesheet], script[src], script[data-lean-src], script[data-late$='.js'], img[src]:not([loading=lazy])"
)
HEAVIEST = 1300  # bytes of a drawing, compressed: less than one packet


def with_figures(pages: dict[str, Page]) -> dict[str, Page]:
    return {path: page for path, page in pages.items() if page.article.select_one("figure.computed-figure")}


def is_asked(element: Tag) -> bool:
    address = str(element.get("src", element.get("href", "")))
    return not address.startswith("data:") and not element.find_parent("noscript")


def test_a_page_with_figures_asks_for_four_files_at_most(pages: dict[str, Page]) -> None:
    asked = {path: sum(map(is_asked, page.soup.select(ASKED))) for path, page in with_figures(pages).items()}

    assert len(asked) > 5
    assert {path: count + 1 for path, count in asked.items() if count + 1 > 4} == {}


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
