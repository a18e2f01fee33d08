"""A page for each source file of a figure, so that a visitor can read how it is computed."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_computed_figures.domain import FiguresDomain
from sphinx_computed_figures.language import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder


def page_of(path: str) -> str:
    """Name the page of a source file."""
    return f"_source/{path.removesuffix('.py')}"


def has_source_pages(builder: "Builder") -> bool:
    """Return whether a builder makes pages that stand alone."""
    return isinstance(builder, StandaloneHTMLBuilder) and builder.search and builder.name != "singlehtml"


def source_pages(app: "Sphinx") -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the pages of all sources: name, values and template."""
    if not has_source_pages(app.builder):
        return
    domain = app.env.get_domain("figures")
    assert isinstance(domain, FiguresDomain)
    for path in domain.all_paths():
        yield page_of(path), {"title": path, "body": body(app.builder, path)}, "page.html"


def body(builder: Any, path: str) -> str:
    """Return a source file as coloured HTML, with the pages that show its figures above it."""
    code = (Path(builder.srcdir) / path).read_text("utf-8")
    name = escape(path).replace("/", "/<wbr>")  # may break there on a phone
    return f"<section><h1><code>{name}</code></h1>\n{_shown(builder, path)}{_coloured(builder, code, path)}</section>\n"


def _shown(builder: Any, path: str) -> str:
    pages = sorted(page for page, paths in builder.env.get_domain("figures").sources.items() if path in paths)
    links = [
        f'<a href="{escape(builder.get_relative_uri(page_of(path), page))}">'
        f"{escape(builder.env.titles[page].astext())}</a>"
        for page in pages
    ]
    words = escape(_("Shown on:"))
    return f"<p>{words} {', '.join(links)}</p>\n"


def _coloured(builder: Any, code: str, path: str) -> str:
    language = "python" if path.endswith(".py") else "javascript"
    coloured: str = builder.highlighter.highlight_block(code, language, linenos=False)
    return coloured.replace("<pre>", '<pre tabindex="0">', 1)  # long lines scroll, also by keyboard
