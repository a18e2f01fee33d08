"""Sets pages as PDF."""

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.build_phase import BuildPhase

from sphinx_vita.exports import typst
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records.portfolio import Portfolio
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.mathml import words_of
from sphinx_vita.sphinx.output.ledger import output_of
from sphinx_vita.sphinx.output.pdf.markup import Markup
from sphinx_vita.sphinx.pages.front_matter import pages_with_pdf
from sphinx_vita.sphinx.portfolio import site_address
from sphinx_vita.sphinx.problems import warn


def pdfs(app: Sphinx, portfolio: Portfolio) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yield for each PDF its path, all that it is made of, and what makes it."""
    author = portfolio.profile.name if portfolio.profile else _author_of(app)
    for docname, path in pages_with_pdf(app).items():
        facts = f"{author}\n{portfolio.address}\n{_made_of(app, docname)}"
        yield path, facts, partial(_set, app, docname, author=author, address=portfolio.address)


def _author_of(app: Sphinx) -> str:
    """Return the author that conf.py names; Sphinx's own words for none are no name."""
    is_named = app.config.author != app.config.values["author"].default
    return str(app.config.author) if is_named else ""


def _made_of(app: Sphinx, docname: str) -> str:
    """Return what the source of a PDF follows from: to write the source takes longer on a long page."""
    env = app.env
    standard = env.domains.standard_domain
    parts = (
        hashlib.sha256(Path(app.doctreedir, f"{docname}.doctree").read_bytes()).hexdigest(),
        vita_domain(env).data["fingerprints"].get(docname, {}).get(output_of(app)),  # of records
        sorted((each, title.astext()) for each, title in env.titles.items()),
        sorted(standard.labels.items()),
        app.builder.get_target_uri(docname),
        [app.config[name] for name in ("vita_paper", "vita_accent", "vita_dates", "language")],
        _date(),
        typst.template("cv.typ"),
        [hashlib.sha256(Path(app.srcdir, path).read_bytes()).hexdigest() for path in _pictures(app, docname)],
    )
    return "\n".join(map(repr, parts))


def _pictures(app: Sphinx, docname: str) -> list[str]:
    """Return the pictures of a page, as paths below the source folder; those that Sphinx cannot read are told."""
    named = sorted(path for path, (docnames, _) in app.env.images.items() if docname in docnames)
    return [path for path in named if Path(app.srcdir, path).is_file()]


def _set(app: Sphinx, docname: str, *, author: str, address: str) -> bytes:
    """Set one PDF; tell of characters that no font has."""
    source = source_of(app, docname, author=author, address=address)
    typeset = typst.compile_pdf(source, date=build_date(), folder=Path(app.srcdir))
    if typeset.unshown:
        texts = [text for text in re.findall(r'"((?:[^"\\]|\\.)*)"', source) if set(text) & set(typeset.unshown)]
        message = f"no font has the characters {''.join(typeset.unshown)} of '{texts[0]}'; the PDF shows '?' for them"
        warn(Mistake.MISSING_GLYPH, f"{message}: install a font that has them", at=docname)
    return typeset.content


def source_of(app: Sphinx, docname: str, *, author: str, address: str) -> str:
    """Write the Typst source of a page: the name of the person at the head, the heading of the page at the foot."""
    bodies = vita_domain(app.env).memory.bodies
    if docname not in bodies:  # the page itself need not be written
        doctree = app.env.get_and_resolve_doctree(docname, app.builder, tags=app.builder.tags)
        bodies[docname] = _body(app, doctree, docname, address)
    title, body = bodies[docname]
    return "".join(
        (
            f"#let paper = {typst.literal(app.config.vita_paper)}\n",
            f"#let title = {typst.literal(f'{author}: {title}' if author else title)}\n",
            f"#let page-title = {typst.literal(title)}\n",
            f"#let author = {typst.literal(author)}\n",
            f"#let language = {typst.literal((app.config.language or 'en')[:2])}\n",
            f"#let accent = rgb({typst.literal(app.config.vita_accent)})\n",
            f"#let date = {_date()}\n",
            typst.template("cv.typ"),
            body,
        )
    )


def keep_body(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the body of a PDF when its page is resolved to be written: to resolve a long page twice takes long."""
    is_alone = app.builder.name != "singlehtml"  # there all pages are resolved as one
    if is_alone and app.phase is BuildPhase.RESOLVING and docname in pages_with_pdf(app):
        with suppress(Exception):  # whatever it is, the export stumbles over it too, and tells
            body = _body(app, doctree, docname, site_address(app))
            vita_domain(app.env).memory.bodies[docname] = body


def _body(app: Sphinx, doctree: nodes.document, docname: str, address: str) -> tuple[str, str]:
    """Return the title of a page and all of it in Typst."""
    title = next((words_of(node) for node in doctree.findall(nodes.title)), docname)
    page = address + app.builder.get_target_uri(docname) if address else ""
    return title, Markup(page, _pictures(app, docname)).page(doctree)


def build_date() -> datetime | None:
    """Return the date of SOURCE_DATE_EPOCH; a build without it dates nothing, so that its bytes stay the same."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), tz=UTC) if epoch.isdecimal() else None


def _date() -> str:
    date = build_date()
    return f"datetime(year: {date.year}, month: {date.month}, day: {date.day})" if date else "none"
