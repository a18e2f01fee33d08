"""What is written in a figure can be read at every width."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.reading import Page as Written

WORDS = "figure.computed-figure:not(.figure-small) svg text"
# Words that are smaller than 12 pixels, that another word of their picture covers, or that leave the page.
POOR = """selector => [...document.querySelectorAll(selector)].flatMap((text, at, all) => {
    if (!text.textContent.trim()) return [];
    const box = text.getBoundingClientRect();
    const others = all.slice(at + 1).filter((other) => other.ownerSVGElement === text.ownerSVGElement);
    const covers = (other) => other.textContent.trim() &&
        other.left < box.right - 1 && box.left < other.right - 1 &&
        other.top < box.bottom - 4 && box.top < other.bottom - 4;
    const placed = (other) => Object.assign(other.getBoundingClientRect(), { textContent: other.textContent });
    const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    return [
        ...(size < 12 ? [`${text.textContent}: ${size.toFixed(1)} px`] : []),
        ...(box.left < -1 || box.right > innerWidth + 1 ? [`${text.textContent}: outside`] : []),
        ...others.map(placed).filter(covers).map((other) => `${text.textContent} / ${other.textContent}`),
    ];
})"""


@pytest.fixture(scope="module")
def illustrated(pages: dict[str, Written]) -> list[str]:
    """The pages with words in figures."""
    return [path for path, page in pages.items() if page.soup.select(WORDS)]


def test_words_in_figures_are_large_enough_and_lie_free(illustrated: list[str], open_page: Callable[..., Page]) -> None:
    page = open_page(illustrated[0])
    poor = {}
    for path in illustrated:
        page.goto(path, wait_until="domcontentloaded")
        for width in (320, 390, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            poor[path, width] = page.evaluate(POOR, WORDS)

    assert {where: words for where, words in poor.items() if words} == {}
    assert len(illustrated) >= 5
