"""Publications as RIS, which every reference manager imports.

One tag means another field in each type of reference; the meanings are those of EndNote, which other programs share.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import rispy

from sphinx_vita.exports.citation import address_of, order_of_cv, split_pages, status_of, year_of
from sphinx_vita.exports.reference import collaboration_of
from sphinx_vita.reading.imprint import Imprint, imprint_of
from sphinx_vita.reading.links import is_web_address
from sphinx_vita.reading.names import family_first
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Author, Publication
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.once import once_for_each

_TYPES = {
    Work.ARTICLE: "JOUR",
    Work.PAPER: "CONF",  # CPAPER is one that was not published
    Work.CHAPTER: "CHAP",
    Work.BOOK: "BOOK",
    Work.THESIS: "THES",
    Work.REPORT: "RPRT",
    Work.PREPRINT: "MANSCPT",  # UNPB is no type that Zotero knows
    Work.MANUSCRIPT: "MANSCPT",
    Work.DATASET: "DATA",
    Work.SOFTWARE: "COMP",
    Work.PATENT: "PAT",
    Work.STANDARD: "STAND",
    Work.WEBPAGE: "ELEC",
    Work.TALK: "SLIDE",
    Work.VIDEO: "VIDEO",
    Work.FILM: "MPCT",
    Work.AUDIO: "SOUND",
    Work.IMAGE: "ART",
    Work.LETTER: "PCOMM",
    Work.CASE: "CASE",
    Work.STATUTE: "STAT",
    Work.TREATY: "STAT",  # LEGAL becomes a case of a court in Zotero
    Work.OTHER: "PAMP",  # GEN becomes an article of a journal in Zotero
}
_TYPES_OF_ENTRIES = {"inreference": "ENCYC"}
_TYPES_OF_PARTS = {"magazine": "MGZN", "newspaper": "NEWS"}  # by biblatex's `entrysubtype`
_SERIALS = ("JOUR", "MGZN", "NEWS")
_NUMBERED = ("RPRT", "STAND", "PAT")  # their SN is the number of the work
_KINDS_IN_M3 = ("THES", "RPRT", "STAND", "ELEC", "SLIDE", "ART")  # in the other types Zotero takes M3 for the DOI
_EDITORS = {"BOOK": "tertiary_authors", **dict.fromkeys(("CHAP", "CONF", "ENCYC", *_SERIALS), "secondary_authors")}
_TITLES = {"BOOK": "series", "RPRT": "series", "COMP": "series", "CONF": "event", "SLIDE": "event"}  # in T2
_MORE_TAGS = {"ED": "editors", "SV": "series_volume"}  # rispy has no names for them


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """Writes no number before a reference: managers would take it for a part of the one before."""

    DEFAULT_MAPPING = rispy.TAG_KEY_MAPPING | _MORE_TAGS
    DEFAULT_LIST_TAGS = [*rispy.LIST_TYPE_TAGS, "ED"]

    def set_header(self, count: int) -> str:
        return ""


def dump(publications: Sequence[Publication]) -> str:
    """Write the publications as references, in the order of a CV; ends with a line feed."""
    references = [_reference(publication) for publication in sorted(publications, key=order_of_cv)]
    text: str = rispy.dumps(references, implementation=_Writer)
    return text or "\n"


def type_of(publication: Publication, imprint: Imprint) -> str:
    """Return the type of reference, such as "JOUR"."""
    kind = _TYPES[imprint.work]
    if kind == "PAMP" and address_of(publication):
        return "ELEC"
    if kind == "JOUR":
        return _TYPES_OF_PARTS.get(dict(publication.fields).get("entrysubtype", "").lower(), kind)
    return _TYPES_OF_ENTRIES.get(publication.entry_type.lower(), kind) if kind == "CHAP" else kind


@once_for_each
def _reference(publication: Publication) -> dict[str, Any]:
    """Return the tags by rispy's names, in the order in which they are written."""
    imprint = imprint_of(publication)
    kind = type_of(publication, imprint)
    tags: dict[str, Any] = {
        "type_of_reference": kind,
        "id": publication.key,
        "authors": [*_names(publication.authors), *filter(None, [collaboration_of(publication)])],
        _EDITORS.get(kind, "editors"): _names(publication.editors),
        "subsidiary_authors": _names(imprint.translators),
        "title": publication.title,
        "short_title": imprint.short_title,
        "original_publication": imprint.original_title if kind in ("BOOK", "CHAP") else "",
        **_container(publication, imprint, kind),
        "year": year_of(publication),
        "date": _date(imprint.issued),
        **_numbers(imprint, kind),
        "doi": publication.doi,
        "language": imprint.language if kind != "COMP" else "",  # there it is the language of programming
        "keywords": list(publication.keywords),
        "notes": _notes(publication),
        "abstract": publication.abstract,
        **_addresses(publication, imprint),
    }
    return {name: clean for name, value in tags.items() if (clean := _clean(value))}


def _container(publication: Publication, imprint: Imprint, kind: str) -> dict[str, str]:
    """Return what the work is a part of, and who brought it out where."""
    series = imprint.series
    tags = {
        "secondary_title": imprint.container,
        "tertiary_title": series if kind in ("CHAP", "CONF", "JOUR", "ENCYC") else "",
        "alternate_title1": publication.venue_short if kind in _SERIALS else "",
        "publisher": imprint.publisher,
        "place_published": imprint.place,
    }
    if kind == "ELEC":
        tags["secondary_title"] = imprint.container or imprint.publisher
    if kind == "PAT":
        tags["custom3"] = imprint.place  # the country
    if kind in _TITLES:
        tags["secondary_title"] = series if _TITLES[kind] == "series" else imprint.event
    if kind == "CONF":
        # EndNote prints the conference and Zotero the proceedings: whoever names but one of them means both.
        tags["secondary_title"] = imprint.event or imprint.container
        # EndNote's PY is the year of the conference and C2 that of the proceedings.
        place = imprint.place or imprint.event_place
        tags |= {"custom3": imprint.container, "custom1": place, "custom2": year_of(publication)}
        tags["place_published"] = imprint.event_place
    return tags


def _numbers(imprint: Imprint, kind: str) -> dict[str, str]:
    first_page, last_page = split_pages(imprint.pages)
    is_counted = kind in ("BOOK", "THES", "MANSCPT")  # their SP is the number of pages
    return {
        "edition": imprint.version if kind in ("COMP", "DATA") else imprint.edition or imprint.version,
        "volume": _volume(imprint, kind),
        "number": imprint.issue,
        "note": {"BOOK": imprint.series_number, "STAT": imprint.number}.get(kind, ""),
        "series_volume": {"CHAP": imprint.series_number, "CASE": imprint.number}.get(kind, ""),
        "number_of_volumes": imprint.number if kind == "DATA" else imprint.volumes,
        "start_page": imprint.page_total if is_counted else first_page,
        "end_page": "" if is_counted else last_page,
        "custom7": imprint.article_number,
        "issn": _serial_number(imprint, kind),
        "type_of_work": imprint.genre if kind in _KINDS_IN_M3 else "",
    }


def _volume(imprint: Imprint, kind: str) -> str:
    """Return the volume; RIS has no tag for the number of proceedings within their series, which stands there too."""
    if kind in ("PAT", "ELEC", "THES"):
        return ""
    return imprint.volume or (imprint.series_number if kind == "CONF" else "")


def _serial_number(imprint: Imprint, kind: str) -> str:
    """Return what RIS has one tag for: the number of a report or patent, the ISSN of a journal, the ISBN of a book."""
    if kind in _NUMBERED:
        return imprint.number
    return imprint.issn if kind in _SERIALS else imprint.isbn


def _addresses(publication: Publication, imprint: Imprint) -> dict[str, Any]:
    pdf = [link.url for link in publication.links if link.kind == "pdf" and is_web_address(link.url)]
    is_in_archive = publication.arxiv and imprint.work in (Work.PREPRINT, Work.MANUSCRIPT)
    accessed = imprint.accessed.first if imprint.accessed else None
    return {
        "file_attachments1": next(iter(pdf), ""),
        "name_of_database": "arXiv" if is_in_archive else "",
        "accession_number": publication.arxiv if is_in_archive else "",
        "access_date": _date(imprint.accessed) or (accessed.iso if accessed else ""),
        "urls": [address_of(publication)],
    }


def _names(people: Iterable[Author]) -> list[str]:
    return [family_first(each.name) for each in people]


def _clean(value: Any) -> str | list[str]:
    if isinstance(value, list):
        return [line for line in map(one_line, value) if line]
    return one_line(value)


def _date(dates: DateRange | None) -> str:
    """Return the date as RIS has it, `2026/03/` for a month: it must not be more exact than it was written."""
    date = dates.first if dates else None
    if not date or not date.month:
        return ""
    return f"{date.year:04}/{date.month:02}/{f'{date.day:02}' if date.day else ''}"


def _notes(publication: Publication) -> list[str]:
    """Return what has no tag that all programs read alike, the status first."""
    equal = [str(each.name) for each in publication.authors if each.contributed_equally]
    code = [link.url for link in publication.links if link.kind == "code" and is_web_address(link.url)]
    return [
        status_of(publication).capitalize(),
        *map(str, publication.remarks),
        *publication.awards,
        f"Equal contribution: {', '.join(equal)}" if len(equal) > 1 else "",
        f"arXiv:{publication.arxiv}" if publication.arxiv else "",
        *(f"{each.scheme.upper()}: {each.value}" for each in publication.identifiers),
        *(f"Code: {url}" for url in code),
        "There are more authors than are named here." if publication.has_more_authors else "",
    ]
