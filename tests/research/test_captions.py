"""The caption of a computed figure gives its message first, and says what is modeled or links its source."""

import pytest
from bs4 import Tag

from tests.reading import Page, read, the


@pytest.fixture(scope="module")
def whole(pages: dict[str, Page]) -> list[Tag]:
    """Every figure of the site; on a card of the home page there is no room for it."""
    figures = [figure for page in pages.values() for figure in page.soup.select("figure.computed-figure")]
    return [figure for figure in figures if "figure-small" not in figure["class"]]


def caption(figure: Tag) -> Tag:
    return the(figure, "figcaption")


def test_a_caption_begins_with_its_message(whole: list[Tag]) -> None:
    """A sentence in bold; a visitor who reads nothing else has that."""
    messages = [caption(figure).select("p > strong:first-child") for figure in whole]

    assert [read(caption(figure)) for figure, bold in zip(whole, messages, strict=True) if len(bold) != 1] == []
    for figure, (message,) in zip(whole, messages, strict=True):
        assert read(caption(figure)).startswith(read(message))
        assert read(message).endswith(".")


def test_a_caption_says_what_is_modeled_or_links_its_source(whole: list[Tag]) -> None:
    sources = "p:not(.figure-source) a.external"
    told = ["Model: " in read(caption(figure)) or bool(caption(figure).select(sources)) for figure in whole]

    assert [read(caption(figure)) for figure, is_told in zip(whole, told, strict=True) if not is_told] == []
