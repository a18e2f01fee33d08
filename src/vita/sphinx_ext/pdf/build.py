"""Sets pages as PDF."""

import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

from docutils import nodes
from sphinx.application import Sphinx

from vita import typst
from vita.mistakes import Mistake
from vita.portfolio import Portfolio
from vita.sphinx_ext.pages import pages_with_pdf
from vita.sphinx_ext.pdf.markup import Markup
from vita.sphinx_ext.problems import warn


def pdfs(app: Sphinx, portfolio: Portfolio) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Give for each PDF its path, its source and what sets it."""
    author = portfolio.profile.name if portfolio.profile else app.config.author
    for docname, path in pages_with_pdf(app).items():
        source = source_of(app, docname, author=author, address=portfolio.address)
        yield path, source, partial(_set, docname, source)


def _set(docname: str, source: str) -> bytes:
    """Set one PDF; tell of characters that no font has."""
    typeset = typst.compile_pdf(source, date=build_date())
    if typeset.unshown:
        texts = [text for text in re.findall(r'"((?:[^"\\]|\\.)*)"', source) if set(text) & set(typeset.unshown)]
        message = f"no font has the characters {''.join(typeset.unshown)} of '{texts[0]}'; the PDF shows '?' for them"
        warn(Mistake.MISSING_GLYPH, f"{message}: install a font that has them", at=docname)
    return typeset.content


def source_of(app: Sphinx, docname: str, *, author: str, address: str) -> str:
    """Write the Typst source of a page: its heading becomes the document's title under the person's name."""
    doctree = app.env.get_and_resolve_doctree(docname, app.builder, tags=app.builder.tags)
    title = next((node.astext() for node in doctree.findall(nodes.title)), docname)
    page = address + app.builder.get_target_uri(docname) if address else ""
    return "".join(
        (
            f"#let paper = {typst.literal(app.config.vita_paper)}\n",
            f"#let title = {typst.literal(f'{author}: {title}' if author else title)}\n",
            f"#let author = {typst.literal(author)}\n",
            f"#let language = {typst.literal((app.config.language or 'en')[:2])}\n",
            f"#let accent = rgb({typst.literal(app.config.vita_accent)})\n",
            f"#let date = {_date()}\n",
            typst.template("cv.typ"),
            Markup(page).page(doctree),
        )
    )


def build_date() -> datetime | None:
    """Give the date of SOURCE_DATE_EPOCH; a build without it dates nothing, so that its bytes stay the same."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), tz=UTC) if epoch.isdecimal() else None


def _date() -> str:
    date = build_date()
    return f"datetime(year: {date.year}, month: {date.month}, day: {date.day})" if date else "none"
