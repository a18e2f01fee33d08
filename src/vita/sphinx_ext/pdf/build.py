"""Sets pages as PDF."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

from vita import typst
from vita.mistakes import Mistake
from vita.portfolio import Portfolio
from vita.sphinx_ext.domain import vita_domain
from vita.sphinx_ext.pages import pages_with_pdf
from vita.sphinx_ext.pdf.markup import Markup
from vita.sphinx_ext.problems import warn


def pdfs(app: Sphinx, portfolio: Portfolio) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Give for each PDF its path, all that it is made of, and what makes it."""
    author = portfolio.profile.name if portfolio.profile else app.config.author
    for docname, path in pages_with_pdf(app).items():
        facts = f"{author}\n{portfolio.address}\n{_made_of(app, docname)}"
        yield path, facts, partial(_set, app, docname, author=author, address=portfolio.address)


def _made_of(app: Sphinx, docname: str) -> str:
    """Say what the source of a PDF follows from: to write the source takes longer on a long page."""
    env = app.env
    standard = env.domains.standard_domain
    parts = (
        hashlib.sha256(Path(app.doctreedir, f"{docname}.doctree").read_bytes()).hexdigest(),
        vita_domain(env).data["fingerprints"].get(docname, {}).get(app.builder.name),  # of records
        sorted((each, title.astext()) for each, title in env.titles.items()),
        sorted(standard.labels.items()),
        app.builder.get_target_uri(docname),
        [app.config[name] for name in ("vita_paper", "vita_accent", "language")],
        _date(),
        typst.template("cv.typ"),
    )
    return "\n".join(map(repr, parts))


def _set(app: Sphinx, docname: str, *, author: str, address: str) -> bytes:
    """Set one PDF; tell of characters that no font has."""
    source = source_of(app, docname, author=author, address=address)
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
