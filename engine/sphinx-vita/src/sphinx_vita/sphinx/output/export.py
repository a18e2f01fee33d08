"""Writes the facts into the site's root, each in the format that some machine already reads.

Every row of `EXPORTS` is one file. To add one: write an exporter, then its row.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx_build_cache.digests import digest

from sphinx_vita.exports import atom, bibtex, csl_json, json_resume, llms_txt, manifest, ris, robots, sitemap, vcard
from sphinx_vita.exports.typst import TypesettingError
from sphinx_vita.records import Publication
from sphinx_vita.records.portfolio import Portfolio
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.output.copied_files import NO_SPACE, copy_file, files_to_copy
from sphinx_vita.sphinx.output.icons import icons
from sphinx_vita.sphinx.output.ledger import COPIED, Ledger
from sphinx_vita.sphinx.output.pdf.build import pdfs
from sphinx_vita.sphinx.output.pictures.preparing import files_of_pictures
from sphinx_vita.sphinx.output.social_cards import social_cards
from sphinx_vita.sphinx.pages.front_matter import has_exports, pages_with_pdf
from sphinx_vita.sphinx.portfolio import portfolio_of

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site's root: what makes it, and what it is in words that a visitor understands."""

    make: Callable[[Portfolio], str]
    title: str = ""  # "" for what only programs look for
    description: str = ""
    media_type: str = ""  # where pages name it in their heads


FEED = atom.FILE
_OF_FACTS = 16  # hexadecimal digits
EXPORTS = {
    "publications.bib": Export(
        lambda portfolio: bibtex.dump(portfolio.publications),
        "Publications as BibTeX",
        "for LaTeX and for reference managers",
        "application/x-bibtex",
    ),
    "publications.ris": Export(
        lambda portfolio: ris.dump(portfolio.publications),
        "Publications as RIS",
        "for EndNote, Zotero and other reference managers",
        "application/x-research-info-systems",
    ),
    "publications.json": Export(
        lambda portfolio: csl_json.dump(portfolio.publications),
        "Publications as CSL-JSON",
        "for Zotero, Pandoc and other programs that format citations",
        "application/vnd.citationstyles.csl+json",
    ),
    "resume.json": Export(json_resume.dump, "CV as JSON Resume", "for programs that read a CV", "application/json"),
    "contact.vcf": Export(vcard.dump, "Contact as vCard", "for the address book of a phone or computer", "text/vcard"),
    atom.FILE: Export(atom.dump, "News feed", "for a feed reader, which tells what is new", "application/atom+xml"),
    "llms.txt": Export(llms_txt.dump, "The site as plain text", "for language models", "text/markdown"),
    "sitemap.xml": Export(sitemap.dump),
    "robots.txt": Export(robots.dump),
    "site.webmanifest": Export(manifest.dump),
}
_OF_THE_ROOT = ("robots.txt",)  # what programs look for at the root of a host alone
CITATIONS: dict[str, tuple[str, Callable[[list[Publication]], str]]] = {  # one file of each for each paper
    "bib": ("BibTeX", bibtex.dump),
    "ris": ("RIS", ris.dump),
    "json": ("CSL-JSON", csl_json.dump),
}


def citation_path(name: str, ending: str) -> str:
    """Return the path of one paper's own citation file, below the site's root; `name` is the slug of its key."""
    return f"citations/{name}.{ending}"


def offered(app: Sphinx) -> list[tuple[str, str, str]]:
    """Return path, title and description of everything that a visitor may want, the PDFs first."""
    if not has_exports(app):
        return []
    pdfs = [
        (path, f"{app.env.titles[docname].astext()} as PDF", "to read, print or send")
        for docname, path in pages_with_pdf(app).items()
    ]
    return pdfs + [(path, each.title, each.description) for path, each in EXPORTS.items() if each.title]


@dataclass(frozen=True, slots=True)
class Planned:
    """A file to be written: what it is made from, told apart by a digest, and how."""

    path: str
    digest: str
    make: Callable[[], bytes]
    about: str  # the record or page that an error names


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write what has changed, copy what records name, remove what neither asks for; a failure spares the others."""
    if exception or app.builder.format != "html":
        return
    ledger = Ledger(app)
    plan = {planned.path: planned for planned in _plan(app)}
    copies = files_to_copy(app) - plan.keys()
    current = {path for path, planned in plan.items() if ledger.is_current(path, planned.digest)}
    known = ledger.paths
    ledger.announce((plan.keys() - current) | copies)
    for path in sorted(copies):
        if copy_file(app, path):
            ledger.note(path, COPIED)
    for path, planned in plan.items():
        if path in current or _write(Path(app.outdir) / path, planned, is_known=path in known):
            is_whole = path not in vita_domain(app.env).memory.incomplete
            ledger.note(path, planned.digest if is_whole else "")
    ledger.close()


def _plan(app: Sphinx) -> Iterator[Planned]:
    """List every file with a digest of what it is made from."""
    for path, content, picture in files_of_pictures(vita_domain(app.env)):
        yield Planned(path, path, partial(bytes, content), f"picture {picture!r}")  # it is named after its content
    if not has_exports(app):
        return
    downloads = {path: f"{title}, {description}" for path, title, description in offered(app)}
    portfolio = replace(portfolio_of(app), downloads=downloads)
    whole = digest(repr(portfolio), _OF_FACTS)
    names = vita_domain(app.env).slugs
    for path, export in EXPORTS.items():
        if path in _OF_THE_ROOT and spoken_by(app).is_below:
            continue
        yield Planned(path, whole, partial(_encoded, export.make, portfolio), path)
    for publication in portfolio.publications:
        own = digest(repr(publication), _OF_FACTS)
        for ending, (_, dump) in CITATIONS.items():
            make = partial(_encoded, dump, [publication])
            yield Planned(citation_path(names[publication.key], ending), own, make, f"publication {publication.key!r}")
    for path, source, typeset in (*pdfs(app, portfolio), *social_cards(app, portfolio), *icons(app, portfolio)):
        yield Planned(path, digest(repr(source), _OF_FACTS), typeset, path)


def _encoded(make: Callable[[Any], str], value: object) -> bytes:
    return make(value).encode("utf-8")


def _write(target: Path, planned: Planned, *, is_known: bool) -> bool:
    """Write one file, unless a known one has that content.

    What Typst refuses and a file that cannot be written are told; a full disk fails all, and so does wrong code.
    """
    try:
        content = planned.make()
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (is_known and target.is_file() and target.read_bytes() == content):
            target.write_bytes(content)
    except (OSError, TypesettingError) as error:
        if isinstance(error, OSError) and error.errno in NO_SPACE:
            raise
        message = f"cannot make {planned.path} ({planned.about}): {type(error).__name__}: {error}"
        logger.error(message, type="vita", subtype="export", location=None)
        return False
    except Exception as error:
        error.add_note(f"while making {planned.path} ({planned.about})")
        raise
    return True
