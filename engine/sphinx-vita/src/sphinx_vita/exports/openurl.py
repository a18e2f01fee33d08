"""A publication as a ContextObject of OpenURL, the content of a COinS: Zotero and others take whole lists by them.

The keys are those of ANSI/NISO Z39.88-2004; where readers differ, those that Zotero reads.
"""

from collections.abc import Iterator
from urllib.parse import quote

from sphinx_vita.exports.citation import address_of, family_first, family_of, split_pages, with_first_authors
from sphinx_vita.exports.reference import collaboration_of
from sphinx_vita.reading.imprint import Imprint, imprint_of
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Publication

_OF = "info:ofi/fmt:kev:mtx:"
_FORMATS = {  # the format, the genre within it, and the keys of the work's title and of what holds it
    Work.ARTICLE: ("journal", "article", "atitle", "jtitle"),
    Work.PAPER: ("book", "proceeding", "atitle", "btitle"),
    Work.CHAPTER: ("book", "bookitem", "atitle", "btitle"),
    Work.BOOK: ("book", "book", "btitle", ""),
    Work.REPORT: ("book", "report", "btitle", ""),
    Work.THESIS: ("dissertation", "", "title", ""),
    Work.PATENT: ("patent", "", "title", ""),
}
_TYPES = {  # of what has no format of its own: Dublin Core, with the words that Zotero has for it
    Work.PREPRINT: "preprint",
    Work.MANUSCRIPT: "manuscript",
    Work.DATASET: "dataset",
    Work.SOFTWARE: "computerProgram",
    Work.STANDARD: "standard",
    Work.WEBPAGE: "webpage",
    Work.TALK: "presentation",
    Work.VIDEO: "videoRecording",
    Work.FILM: "film",
    Work.AUDIO: "audioRecording",
    Work.IMAGE: "artwork",
    Work.LETTER: "letter",
    Work.CASE: "case",
    Work.STATUTE: "statute",
}
_NAMES = ("au", "aulast", "aufirst")


def context_object(publication: Publication) -> str:
    """Return the keys and values of a publication as it is cited: `ctx_ver=Z39.88-2004&rft_val_fmt=...`."""
    pairs = ((key, one_line(value)) for key, value in _pairs(with_first_authors(publication.cited)))
    return "&".join(f"{key}={quote(value, safe='')}" for key, value in pairs if value)


def _pairs(publication: Publication) -> Iterator[tuple[str, object]]:
    imprint = imprint_of(publication)
    kind, genre, title, container = _FORMATS.get(imprint.work, ("dc", "", "title", "source"))
    yield "ctx_ver", "Z39.88-2004"
    yield "rft_val_fmt", f"{_OF}{kind}"
    yield "rft_id", publication.doi and f"info:doi/{publication.doi}"
    yield "rft_id", address_of(publication)
    yield "rft.genre", genre
    yield f"rft.{title}", publication.title
    yield f"rft.{container}", container and (imprint.container or imprint.event)
    is_known = publication.is_dated and publication.date and not publication.date.unknown
    yield "rft.date", publication.date.iso if is_known and publication.date else ""
    if kind == "dc":
        yield "rft.type", _TYPES.get(imprint.work, "document")
        yield "rft.identifier", publication.doi and f"urn:doi:{publication.doi}"
        yield "rft.publisher", imprint.publisher
    yield from _numbers(publication, imprint, kind)
    yield from _people(publication, imprint)


def _numbers(publication: Publication, imprint: Imprint, kind: str) -> Iterator[tuple[str, object]]:
    """Yield what a format has a key for."""
    first, last = split_pages(imprint.pages)
    if kind == "journal":
        yield "rft.stitle", publication.venue_short
        yield "rft.issue", imprint.issue
    if kind in ("journal", "book"):
        yield "rft.volume", imprint.volume
        yield "rft.pages", f"{first}-{last}" if last else first or imprint.article_number
        yield "rft.issn", imprint.issn
        yield "rft.isbn", imprint.isbn
    if kind == "book":
        yield "rft.pub", imprint.publisher
        yield "rft.place", imprint.place
        yield "rft.edition", imprint.edition
        yield "rft.series", imprint.series
    if kind == "dissertation":
        yield "rft.inst", imprint.publisher
        yield "rft.degree", imprint.genre
    if kind == "patent":
        yield "rft.assignee", imprint.publisher
        yield "rft.number", imprint.number
    yield "rft.language", imprint.language_code


def _people(publication: Publication, imprint: Imprint) -> Iterator[tuple[str, object]]:
    """Yield everybody with the family first, so that no name is cut wrong; the first in two parts too."""
    people = publication.authors or publication.editors
    whole, family, given = ("inventor", "invlast", "invfirst") if imprint.work is Work.PATENT else _NAMES
    if people and not people[0].name.is_single:
        yield f"rft.{family}", family_of(people[0].name)
        yield f"rft.{given}", people[0].name.given
    for author in people:
        yield "rft.aucorp" if author.name.is_single else f"rft.{whole}", family_first(author.name)
    yield "rft.aucorp", collaboration_of(publication)
