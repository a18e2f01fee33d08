"""Sets pages as PDF."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import suppress
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
from sphinx_vita.sphinx.memory import Body
from sphinx_vita.sphinx.output.fonts import fonts_of, made_of, what_lacks
from sphinx_vita.sphinx.output.ledger import output_of
from sphinx_vita.sphinx.output.pdf.markup import Markup
from sphinx_vita.sphinx.output.pdf.preamble import PICTURES, build_date, preamble, shared_language
from sphinx_vita.sphinx.pages.front_matter import layout_of, pages_with_pdf
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
        [app.config[name] for name in ("vita_paper", "vita_accent", "vita_dates", "vita_updated", "language")],
        build_date(),
        layout_of(app, docname),
        typst.template("cv.typ"),
        typst.template(f"layouts/{layout_of(app, docname)}.typ"),
        made_of(fonts_of(app)),
        [hashlib.sha256(Path(app.srcdir, path).read_bytes()).hexdigest() for path in _pictures(app, docname)],
    )
    return "\n".join(map(repr, parts))


def _pictures(app: Sphinx, docname: str) -> list[str]:
    """Return the pictures of a page, as paths below the source folder; those that Sphinx cannot read are told."""
    named = sorted(path for path, (docnames, _) in app.env.images.items() if docname in docnames)
    return [path for path in named if Path(app.srcdir, path).is_file()]


def _set(app: Sphinx, docname: str, *, author: str, address: str) -> bytes:
    """Set one PDF; tell of what it lacks. Pictures that Typst cannot read are left out."""
    source, fonts = source_of(app, docname, author=author, address=address), fonts_of(app)
    set_source = partial(typst.compile_pdf, date=build_date(), fonts=fonts, folder=Path(app.srcdir))
    try:
        typeset = set_source(source)
    except typst.TypesettingError as error:
        if "#picture(" not in source:
            raise
        typeset = set_source(source.replace(PICTURES.format("true"), PICTURES.format("false"), 1))
        message = f"the PDF has words in the place of its pictures, of which Typst cannot read one: {error}"
        _tell(app, docname, Mistake.MISSING_FILE, f"{message}; save it anew as PNG, JPEG, WebP or SVG")
    for name in vita_domain(app.env).memory.bodies[docname][2]:
        message = f"the PDF of this page leaves '{name}' out, which cannot stand on paper; say it in words too"
        _tell(app, docname, Mistake.NOT_PRINTED, message)
    lack = what_lacks(source, typeset.unshown, fonts, shared_language(app, source))
    if lack:
        _tell(app, docname, Mistake.MISSING_GLYPH, lack)
    return typeset.content


def _tell(app: Sphinx, docname: str, mistake: Mistake, message: str) -> None:
    vita_domain(app.env).memory.incomplete.add(pages_with_pdf(app)[docname])
    warn(mistake, message, at=docname)


def source_of(app: Sphinx, docname: str, *, author: str, address: str) -> str:
    """Write the Typst source of a page: the name of the person at the head, the heading of the page at the foot."""
    bodies = vita_domain(app.env).memory.bodies
    if docname not in bodies:  # the page itself need not be written
        doctree = app.env.get_and_resolve_doctree(docname, app.builder, tags=app.builder.tags)
        bodies[docname] = _body(app, doctree, docname, address)
    title, body, _ = bodies[docname]
    return preamble(app, docname, title=title, author=author, body=body) + body


def keep_body(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Write the body of a PDF when its page is resolved to be written: to resolve a long page twice takes long."""
    is_alone = app.builder.name != "singlehtml"  # there all pages are resolved as one
    if is_alone and app.phase is BuildPhase.RESOLVING and docname in pages_with_pdf(app):
        with suppress(Exception):  # whatever it is, the export stumbles over it too, and tells
            body = _body(app, doctree, docname, site_address(app))
            vita_domain(app.env).memory.bodies[docname] = body


def _body(app: Sphinx, doctree: nodes.document, docname: str, address: str) -> Body:
    """Return the title of a page, all of it in Typst, and what cannot stand on paper."""
    title = next((words_of(node) for node in doctree.findall(nodes.title)), docname)
    page = address + app.builder.get_target_uri(docname) if address else ""
    markup = Markup(page, _pictures(app, docname), shared=shared_language(app, doctree.astext()))
    body = markup.page(doctree)
    return title, body, sorted(markup.unknown)
