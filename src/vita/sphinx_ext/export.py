"""Writes the facts into the site's root, each in the format that some machine already reads.

Every row of `EXPORTS` is one file. To add one: write an exporter, then its row.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util import logging

from vita.exporters import atom, bibtex, csl_json, json_resume, llms_txt, manifest, ris, robots, sitemap, vcard
from vita.model import Publication
from vita.portfolio import Portfolio
from vita.sphinx_ext.assemble import portfolio_of
from vita.sphinx_ext.cards import social_cards
from vita.sphinx_ext.domain import vita_domain
from vita.sphinx_ext.icons import icons
from vita.sphinx_ext.pages import has_exports, pages_with_pdf
from vita.sphinx_ext.pdf.build import pdfs

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Export:
    """A file of the site's root: what makes it, and what it is in words that a visitor understands."""

    make: Callable[[Portfolio], str]
    title: str = ""  # "" for what only programs look for
    description: str = ""
    media_type: str = ""  # where pages name it in their heads


FEED = atom.FILE
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
CITATIONS: dict[str, tuple[str, Callable[[list[Publication]], str]]] = {  # one file of each for each paper
    "bib": ("BibTeX", bibtex.dump),
    "ris": ("RIS", ris.dump),
    "json": ("CSL-JSON", csl_json.dump),
}


def citation_path(name: str, ending: str) -> str:
    """Give the path of one paper's own citation file, below the site's root; `name` is the slug of its key."""
    return f"citations/{name}.{ending}"


def offered(app: Sphinx) -> list[tuple[str, str, str]]:
    """Give path, title and description of everything that a visitor may want, the PDFs first."""
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


def write_exports(app: Sphinx, exception: Exception | None) -> None:
    """Write what has changed, remove what is no longer made; one failure is told and spares the others."""
    if exception or not has_exports(app):
        return
    downloads = {path: f"{title}, {description}" for path, title, description in offered(app)}
    portfolio = replace(portfolio_of(app), downloads=downloads)
    manifest_file = Path(app.doctreedir) / f"exports-{app.builder.name}.json"
    old = _load(manifest_file)
    new: dict[str, str] = {}
    plan = list(_plan(app, portfolio))
    # First of all: should this build be killed, the next one knows what may be half written.
    _save(manifest_file, old | {planned.path: "" for planned in plan if old.get(planned.path) != planned.digest})
    for planned in plan:
        target = Path(app.outdir) / planned.path
        if (old.get(planned.path) == planned.digest and target.is_file()) or _write(target, planned):
            new[planned.path] = planned.digest
    for path in old.keys() - new.keys():
        _remove(Path(app.outdir), path)
    _save(manifest_file, new)


def _remove(root: Path, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    with suppress(OSError):  # it is gone already, something else stands there, or a folder is not empty
        (root / path).unlink()
        for folder in (root / path).parents:
            if folder == root:
                break
            folder.rmdir()


def _plan(app: Sphinx, portfolio: Portfolio) -> Iterator[Planned]:
    """List every file with a digest of what it is made from."""
    whole = _digest(portfolio)
    names = vita_domain(app.env).slugs
    for path, export in EXPORTS.items():
        yield Planned(path, whole, partial(_encoded, export.make, portfolio), path)
    for publication in portfolio.publications:
        digest = _digest(publication)
        for ending, (_, dump) in CITATIONS.items():
            make = partial(_encoded, dump, [publication])
            yield Planned(
                citation_path(names[publication.key], ending), digest, make, f"publication {publication.key!r}"
            )
    for path, source, typeset in (*pdfs(app, portfolio), *social_cards(app, portfolio), *icons(app, portfolio)):
        yield Planned(path, _digest(source), typeset, path)


def _digest(value: object) -> str:
    return sha256(repr(value).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _encoded(make: Callable[[Any], str], value: object) -> bytes:
    return make(value).encode("utf-8")


def _write(target: Path, planned: Planned) -> bool:
    """Write one file; tell what fails."""
    try:
        content = planned.make()
        target.parent.mkdir(parents=True, exist_ok=True)
        if not (target.is_file() and target.read_bytes() == content):
            target.write_bytes(content)
    except Exception as error:
        message = f"cannot make {planned.path} ({planned.about}): {type(error).__name__}: {error}"
        logger.error(message, type="vita", subtype="export", location=None)
        return False
    return True


def _save(file: Path, digests: dict[str, str]) -> None:
    file.write_text(json.dumps(digests, indent=0, sort_keys=True), encoding="utf-8")


def _load(file: Path) -> dict[str, str]:
    try:
        loaded = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return loaded if isinstance(loaded, dict) else {}
