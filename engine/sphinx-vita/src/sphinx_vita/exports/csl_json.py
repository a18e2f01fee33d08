"""Publications as CSL-JSON, which citation processors such as Pandoc's and Zotero's read."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sphinx_vita.exports.citation import address_of, code_of, order_of_cv, status_of, year_in_words
from sphinx_vita.exports.facts import filled
from sphinx_vita.exports.reference import collaboration_of
from sphinx_vita.reading.imprint import Imprint, imprint_of
from sphinx_vita.reading.name_suffixes import generation
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Author, Name, Publication, Status
from sphinx_vita.records.dates import Date, DateRange
from sphinx_vita.records.once import once_for_each
from sphinx_vita.records.text import csl

_TYPES = {
    Work.ARTICLE: "article-journal",
    Work.PAPER: "paper-conference",
    Work.CHAPTER: "chapter",
    Work.BOOK: "book",
    Work.THESIS: "thesis",
    Work.REPORT: "report",
    Work.PREPRINT: "article",  # CSL's word for a preprint
    Work.MANUSCRIPT: "manuscript",
    Work.DATASET: "dataset",
    Work.SOFTWARE: "software",
    Work.PATENT: "patent",
    Work.STANDARD: "standard",
    Work.WEBPAGE: "webpage",
    Work.TALK: "speech",
    Work.VIDEO: "motion_picture",
    Work.FILM: "motion_picture",
    Work.AUDIO: "song",
    Work.IMAGE: "graphic",
    Work.LETTER: "personal_communication",
    Work.CASE: "legal_case",
    Work.STATUTE: "legislation",
    Work.TREATY: "treaty",
    Work.OTHER: "document",
}
_TYPES_OF_ENTRIES = {  # of the same kind of work, but with a word of its own
    "inreference": "entry-encyclopedia", "booklet": "pamphlet", "periodical": "periodical", "review": "review",
}  # fmt: skip
_TYPES_OF_PARTS = {"magazine": "article-magazine", "newspaper": "article-newspaper"}  # by biblatex's `entrysubtype`
_GENRES = {  # the words of style guides for what has not appeared; styles print a genre and no status
    Status.ACCEPTED: "Manuscript accepted for publication",
    Status.SUBMITTED: "Manuscript submitted for publication",
    Status.DRAFT: "Manuscript in preparation",
}
_SEASONS = {"Spring": 1, "Summer": 2, "Fall": 3, "Autumn": 3, "Winter": 4}
_OPEN = [0]  # the end of what goes on, as citeproc-js and Pandoc read it


def dump(publications: Sequence[Publication]) -> str:
    """Write the publications as items, in the order of a CV; ends with a line feed."""
    items = [_item(publication) for publication in sorted(publications, key=order_of_cv)]
    return json.dumps(items, indent=2, ensure_ascii=False) + "\n"


@once_for_each
def _item(publication: Publication) -> dict[str, Any]:
    imprint, group = imprint_of(publication), collaboration_of(publication)
    lists = {
        "author": [*_names(publication.authors), *([{"literal": group}] if group else [])],
        "editor": _names(publication.editors),
        "translator": _names(imprint.translators),
        "container-author": _names(imprint.container_authors),
        "issued": _date(imprint.issued) or _words(year_in_words(publication)),
        "event-date": _date(imprint.event_date),
        "original-date": _date(imprint.original_date),
        "accessed": _date(imprint.accessed),
        "custom": _custom(publication),
    }
    required = {"id": publication.key, "type": _type(publication, imprint)}
    return required | filled(_texts(publication, imprint) | lists)


def _type(publication: Publication, imprint: Imprint) -> str:
    kind = _TYPES[imprint.work]
    if kind == "article-journal":
        part = dict(publication.fields).get("entrysubtype", "").lower()
        kind = _TYPES_OF_PARTS.get(part, kind)
    is_as_written = imprint.work in (Work.ARTICLE, Work.CHAPTER, Work.BOOK)
    return _TYPES_OF_ENTRIES.get(publication.entry_type.lower(), kind) if is_as_written else kind


def _texts(publication: Publication, imprint: Imprint) -> dict[str, object]:
    is_in_archive = publication.arxiv and imprint.work in (Work.PREPRINT, Work.MANUSCRIPT)
    is_held = imprint.work in (Work.ARTICLE, Work.PAPER)
    return {
        "title": csl(publication.title),
        "title-short": imprint.short_title,
        "original-title": imprint.original_title,
        "container-title": imprint.container,
        "container-title-short": publication.venue_short if is_held else "",
        "collection-title": imprint.series,
        "collection-number": imprint.series_number,
        "event-title": imprint.event,
        "event-place": imprint.event_place,
        ("authority" if imprint.work is Work.CASE else "publisher"): "" if is_in_archive else imprint.publisher,
        "publisher-place": imprint.place,
        "genre": _genre(publication, imprint),
        "edition": imprint.edition or (imprint.version if imprint.work is Work.BOOK else ""),
        "version": "" if imprint.work is Work.BOOK else imprint.version,  # styles take a book with one for software
        "volume": imprint.volume,
        "number-of-volumes": imprint.volumes,
        "issue": imprint.issue,
        "number": imprint.number or imprint.article_number,
        "chapter-number": imprint.chapter,
        "page": imprint.pages.replace("–", "-"),  # citation styles write the dash that they want
        "number-of-pages": imprint.page_total,
        "DOI": publication.doi,
        "ISBN": imprint.isbn,
        "ISSN": imprint.issn,
        "PMID": publication.identifier("pmid"),
        "PMCID": publication.identifier("pmcid"),
        "URL": address_of(publication),
        "archive": "arXiv" if is_in_archive else "",
        "archive_location": publication.arxiv if is_in_archive else "",
        "language": imprint.language_code,
        "status": status_of(publication),
        "keyword": ", ".join(publication.keywords),
        "abstract": csl(publication.abstract),
        "note": _note(publication),
    }


def _genre(publication: Publication, imprint: Imprint) -> str:
    if imprint.work is Work.MANUSCRIPT:
        return imprint.genre or _GENRES.get(publication.status, "")
    return imprint.genre or ("Preprint" if imprint.work is Work.PREPRINT else "")


def _note(publication: Publication) -> str:
    return ". ".join(text.rstrip(".") for text in (*map(str, publication.remarks), *publication.awards))


def _custom(publication: Publication) -> dict[str, Any]:
    """Return what CSL has no word for."""
    equal = [one_line(each.name) for each in publication.authors if each.contributed_equally]
    alike = equal if len(equal) > 1 else []
    facts = {
        "has-more-authors": publication.has_more_authors,
        "equal-contribution": alike,
        "code": code_of(publication),
    }
    return filled(facts)


def _names(people: Iterable[Author]) -> list[dict[str, str]]:
    return [_name(each.name) for each in people]


def _name(name: Name) -> dict[str, str]:
    """Return a name by its parts; one of one part, a collaboration's too, must be printed as it is."""
    if name.is_single:
        return {"literal": one_line(name.family)}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": generation(name.suffix),
    }
    return {part: one_line(text) for part, text in parts.items() if text}


def _date(dates: DateRange | None) -> dict[str, Any]:
    """Return a date, or the first and the last of a range, as exact as they were written."""
    first = dates.first if dates else None
    if not dates or not first:
        return {}
    season = {"season": _SEASONS[first.season]} if first.season in _SEASONS else {}
    circa = {"circa": True} if first.mark else {}
    return {"date-parts": _ends(dates, first), **season, **circa}


def _ends(dates: DateRange, first: Date) -> list[list[int]]:
    last = dates.end or first
    ends = [_parts(first), *([_parts(last)] if last is not first else [])]
    if dates.ongoing:
        return [ends[0], _OPEN]
    return ends if last.last_year == last.year else [ends[0], [last.last_year]]


def _parts(date: Date) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def _words(year: str) -> dict[str, Any]:
    return {"literal": one_line(year)} if year else {}
