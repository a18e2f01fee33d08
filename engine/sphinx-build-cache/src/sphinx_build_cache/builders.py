"""Which builders make pages of HTML: to Sphinx those of `json` and `pickle` are of the same kind, but they make data."""

from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinxcontrib.serializinghtml import SerializingHTMLBuilder


def builder_of_pages(builder: Builder) -> StandaloneHTMLBuilder | None:
    """Return a builder if it makes pages of HTML."""
    is_of_data = isinstance(builder, SerializingHTMLBuilder)
    return builder if isinstance(builder, StandaloneHTMLBuilder) and not is_of_data else None
