"""Builders that make pages of HTML are told apart from those that make data or another format."""

import pytest
from sphinx.builders import Builder
from sphinx.builders.dirhtml import DirectoryHTMLBuilder
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.builders.text import TextBuilder
from sphinx_build_cache.builders import builder_of_pages
from sphinxcontrib.htmlhelp import HTMLHelpBuilder
from sphinxcontrib.serializinghtml import JSONHTMLBuilder, PickleHTMLBuilder


@pytest.mark.parametrize(
    ("kind", "makes_pages"),
    [
        (StandaloneHTMLBuilder, True),
        (DirectoryHTMLBuilder, True),
        (SingleFileHTMLBuilder, True),
        (HTMLHelpBuilder, True),
        (JSONHTMLBuilder, False),
        (PickleHTMLBuilder, False),
        (Epub3Builder, True),
        (TextBuilder, False),
    ],
)
def test_only_what_makes_pages_of_html_is_a_builder_of_pages(kind: type[Builder], *, makes_pages: bool) -> None:
    builder = object.__new__(kind)

    assert (builder_of_pages(builder) is builder) == makes_pages
