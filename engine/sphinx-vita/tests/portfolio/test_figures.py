"""Every figure of a site is light, can be read aloud, and takes its colours from the theme."""

import gzip
import re

import pytest
from bs4 import Tag
from harness.building import PORTFOLIO, sources
from harness.reading import Page, read, the

DIRECTIVE = re.compile(r"\{computed-figure\} (\S+)")


def all_figures(pages: dict[str, Page]) -> list[Tag]:
    return [figure for page in pages.values() for figure in page.soup.select("figure.computed-figure")]


@pytest.fixture(scope="module")
def drawn(pages: dict[str, Page]) -> list[Tag]:
    """Every figure of the site, the small ones of the home page too."""
    return all_figures(pages)


@pytest.fixture(scope="module")
def whole(drawn: list[Tag]) -> list[Tag]:
    """Those that are no cards."""
    return [figure for figure in drawn if "figure-small" not in figure["class"]]


def test_every_figure_that_is_written_is_drawn(drawn: list[Tag]) -> None:
    written = [name for path in sources() for name in DIRECTIVE.findall((PORTFOLIO / path).read_text("utf-8"))]

    assert len(drawn) == len(written) >= 4


def test_a_figure_weighs_at_most_thirty_kilobytes(drawn: list[Tag]) -> None:
    weights = {read(the(figure, "figcaption"))[:40]: len(gzip.compress(str(figure).encode())) for figure in drawn}

    assert {name: weight for name, weight in weights.items() if weight > 30_000} == {}


def test_every_picture_has_a_title_a_description_and_its_figure_a_table(whole: list[Tag]) -> None:
    for figure in whole:
        for svg in figure.select("svg"):
            assert svg["role"] == "img"
            assert len(the(svg, "title").text) > 8
            assert len(the(svg, "desc").text) > 30
        assert len(figure.select("details table tbody tr")) >= 3


def test_no_picture_has_a_colour_of_its_own(drawn: list[Tag]) -> None:
    """So that the theme's variables colour it in light and in dark."""
    own = re.compile(r'(?:fill|stroke|color|stop-color)="(?!none|currentColor|url\()[^"]*"|#[0-9a-fA-F]{3,8}\b(?=[";])')
    found = {match for figure in drawn for svg in figure.select("svg") for match in own.findall(str(svg))}

    assert found == set()


def test_words_in_pictures_are_words(drawn: list[Tag]) -> None:
    """Text is text, and no picture inside the picture hides any."""
    assert [figure for figure in drawn if figure.select("svg image, svg foreignObject")] == []
    assert sum(len(figure.select("svg text")) for figure in drawn) > 10


def test_every_figure_leads_to_its_source_code(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for figure in page.soup.select("figure.computed-figure:not(.figure-small)"):
            links = [page.resolve(str(link["href"]))[0] for link in figure.select(".figure-source a")]
            assert any("/models/" in link for link in links)
            assert all(link in pages for link in links)
