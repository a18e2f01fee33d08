"""Which builders make pages of HTML: those of `json` and `pickle` make data, though to Sphinx they are of one kind."""

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder


def builder_of_pages(builder: Builder) -> StandaloneHTMLBuilder | None:
    """Return a builder if it makes pages of HTML."""
    is_of_data = isinstance(builder, SerializingHTMLBuilder)
    return builder if isinstance(builder, StandaloneHTMLBuilder) and not is_of_data else None
