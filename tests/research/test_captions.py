"""The caption of a computed figure says who measured, and links what is not a model of the owner's."""

import pytest
from bs4 import Tag

from tests.reading import Page, read, the

# Who measured what a caption speaks of.
WHOSE = ("Model: ", "Repository: ", "The rule for batches")


@pytest.fixture(scope="module")
def whole(pages: dict[str, Page]) -> list[Tag]:
    """Every figure of the site; on a card of the home page there is no room for it."""
    figures = [figure for page in pages.values() for figure in page.soup.select("figure.computed-figure")]
    return [figure for figure in figures if "figure-small" not in figure["class"]]


def test_a_caption_says_first_who_measured(whole: list[Tag]) -> None:
    captions = [read(the(figure, "figcaption")) for figure in whole]

    assert [caption for caption in captions if not caption.startswith(WHOSE)] == []


def test_what_is_not_a_model_links_its_source(whole: list[Tag]) -> None:
    for figure in whole:
        if not read(the(figure, "figcaption")).startswith("Model: "):
            assert figure.select("figcaption p:not(.figure-source) a.external")
