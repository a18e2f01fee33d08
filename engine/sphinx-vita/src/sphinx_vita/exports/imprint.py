"""What the title page of a publication says beyond its title: who brought it out, where, in what and as which number.

The fields have other meanings in each kind of work; here they are told apart once, for all formats for citations.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sphinx_vita.exports.citation import Work, work_of
from sphinx_vita.reading.bibtex.appearance import date_text
from sphinx_vita.reading.dates import DateError, parse_edtf
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.names import parse_names
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Author, Publication
from sphinx_vita.records.dates import DateRange

_GENRES = {  # by biblatex's words for `type`, and by the types of entries that say it themselves
    "phdthesis": "PhD thesis", "mathesis": "Master's thesis", "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate's thesis", "mastersthesis": "Master's thesis", "bachelorsthesis": "Bachelor's thesis",
    "techreport": "Technical report", "resreport": "Research report",
    "software": "Computer software", "datacd": "Data CD", "audiocd": "Audio CD",
    "patent": "Patent", "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent",
    "patentuk": "British patent", "patentus": "U.S. patent", "patreq": "Patent request",
    "patreqde": "German patent request", "patrequk": "British patent request", "patrequs": "U.S. patent request",
    "patreqeu": "European patent request", "patreqfr": "French patent request",
}  # fmt: skip
_SAYS_ITSELF = frozenset("phdthesis mastersthesis bachelorsthesis techreport".split())
_LANGUAGES = {
    **dict.fromkeys(("english", "usenglish", "american"), "en-US"), "british": "en-GB", "ukenglish": "en-GB",
    **dict.fromkeys(("german", "ngerman"), "de"), "austrian": "de-AT", "swissgerman": "de-CH",
    **dict.fromkeys(("french", "francais"), "fr"), "spanish": "es", "italian": "it", "portuguese": "pt",
    "brazilian": "pt-BR", "dutch": "nl", "danish": "da", "swedish": "sv", "norwegian": "nb", "finnish": "fi",
    "polish": "pl", "czech": "cs", "russian": "ru", "ukrainian": "uk", "greek": "el", "turkish": "tr",
    "hungarian": "hu", "japanese": "ja", "chinese": "zh", "korean": "ko", "arabic": "ar", "hebrew": "he", "latin": "la",
}  # fmt: skip
_IN_SERIALS = (Work.ARTICLE, Work.PAPER, Work.AUDIO, Work.VIDEO)  # whose number is that of an issue
_BOUND = (Work.BOOK, Work.CHAPTER, Work.PAPER)  # whose number is that within a series, where there is one
_IN_PROCEEDINGS = ("booktitle", "maintitle", "journal", "journaltitle")
_BROUGHT_OUT = {  # the fields that name who did, the likeliest first
    Work.THESIS: ("school", "institution", "publisher", "organization"),
    Work.REPORT: ("institution", "publisher", "organization", "school"),
    Work.STANDARD: ("institution", "organization", "publisher"),
    Work.CASE: ("institution", "court"),
    Work.PATENT: ("holder",),
}
_PUBLISHERS = ("publisher", "organization", "institution", "school", "howpublished")
_READ = frozenset(
    "type eventtitle conference event venue location address edition version issn pmid pmcid eprint eprinttype"
    " archiveprefix langid language hyphenation shorttitle origtitle date eventdate origdate urldate urlaccessdate"
    " lastchecked booktitle booksubtitle maintitle journal journaltitle series eid articleno article-number chapter"
    " volumes pagetotal school institution publisher organization holder court howpublished".split()
)
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:/|www\.|[a-z]:\S|[~.]{0,2}/|\\\\", re.IGNORECASE)  # or a path: nobody's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The facts by the names of CSL, all plain text on one line; "" for what is not known."""

    work: Work
    genre: str = ""  # "PhD thesis", "Technical report"
    container: str = ""  # the journal, the proceedings, the book or the site that holds the work
    event: str = ""
    event_place: str = ""
    publisher: str = ""  # for a thesis the university, for a report the institution, for a patent its holder
    place: str = ""
    series: str = ""
    series_number: str = ""
    volume: str = ""
    volumes: str = ""  # how many
    issue: str = ""
    number: str = ""  # of a report, a patent, a standard
    article_number: str = ""
    chapter: str = ""
    pages: str = ""  # of the work within its container
    page_total: str = ""
    edition: str = ""
    version: str = ""
    isbn: str = ""
    issn: str = ""
    pmid: str = ""
    pmcid: str = ""
    language: str = ""
    short_title: str = ""
    original_title: str = ""
    translators: tuple[Author, ...] = ()
    container_authors: tuple[Author, ...] = ()
    issued: DateRange | None = None
    event_date: DateRange | None = None
    original_date: DateRange | None = None
    accessed: DateRange | None = None

    @property
    def language_code(self) -> str:
        """The language in BCP 47: "" where it is told in words that are none of biblatex's."""
        is_code = re.fullmatch(r"[A-Za-z]{2}(?:-[A-Za-z]{2,4})?", self.language)
        return self.language if is_code else _LANGUAGES.get(self.language.lower(), "")


def imprint_of(publication: Publication) -> Imprint:
    """Tell the fields of a publication apart by the kind of work that it is."""
    fields = {
        name: one_line(date_text(value) if name.endswith("date") else plain(value))
        for name, value in publication.fields
        if name in _READ
    }
    fields["publisher"] = one_line(publication.publisher)
    work = work_of(publication)
    return Imprint(
        work=work,
        genre=_genre(publication, fields),
        container=_container(publication, work, fields),
        event=_event(work, fields),
        event_place=_event_place(work, fields),
        publisher=_publisher(publication, work, fields),
        place=_first(fields, "location", "address") if _is_out(work) else "",
        edition=fields.get("edition", ""),
        version=fields.get("version", ""),
        **_numbers(publication, work, fields),
        isbn=one_line(publication.isbn),
        issn=fields.get("issn", ""),
        pmid=_identifier(fields, "pmid", ("pubmed", "pmid"), r"[0-9]{1,9}"),
        pmcid=_identifier(fields, "pmcid", ("pmc", "pmcid"), r"PMC[0-9]+"),
        language=_first(fields, "langid", "language", "hyphenation"),
        short_title=fields.get("shorttitle", ""),
        original_title=fields.get("origtitle", ""),
        translators=_people(publication, "translator"),
        container_authors=_people(publication, "bookauthor"),
        issued=_issued(publication, fields),
        event_date=_range(fields.get("eventdate", "")),
        original_date=_range(fields.get("origdate", "")),
        accessed=_range(_first(fields, "urldate", "urlaccessdate", "lastchecked")),
    )


def _people(publication: Publication, role: str) -> tuple[Author, ...]:
    return next((parse_names(value)[0] for name, value in publication.fields if name == role), ())


def _first(fields: Mapping[str, str], *names: str) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _is_out(work: Work) -> bool:
    """Whether somebody has brought it out: what a manuscript says of a journal is only where it was sent to."""
    return work not in (Work.MANUSCRIPT, Work.PREPRINT)


def _genre(publication: Publication, fields: Mapping[str, str]) -> str:
    entry_type = publication.entry_type.lower()
    written = fields.get("type", "") or (entry_type if entry_type in _SAYS_ITSELF else "")
    return _GENRES.get(written.lower().replace(" ", ""), written)


def _container(publication: Publication, work: Work, fields: Mapping[str, str]) -> str:
    if work is Work.ARTICLE or (work is Work.WEBPAGE and publication.venue):
        return one_line(publication.venue)
    if work in (Work.PAPER, Work.CHAPTER):
        title = _first(fields, *_IN_PROCEEDINGS) or one_line(publication.venue)
        subtitle = fields.get("booksubtitle", "")
        return f"{title}: {subtitle}" if subtitle and fields.get("booktitle") else title
    return ""


def _event(work: Work, fields: Mapping[str, str]) -> str:
    names = ("eventtitle", "conference", "event", *(("booktitle", "howpublished") if work is Work.TALK else ()))
    return _first(fields, *names) if _is_out(work) else ""


def _event_place(work: Work, fields: Mapping[str, str]) -> str:
    """Return biblatex's `venue`; where nothing else names the proceedings, it is their name in other people's files."""
    is_place = any(fields.get(name) for name in (*_IN_PROCEEDINGS, "eventtitle", "conference"))
    return fields.get("venue", "") if is_place and _is_out(work) else ""


def _publisher(publication: Publication, work: Work, fields: Mapping[str, str]) -> str:
    if work is Work.MANUSCRIPT:
        return ""
    if work is Work.PREPRINT:  # the repository
        venue = one_line(publication.venue)
        return "arXiv" if publication.arxiv else _first(fields, "publisher", "archiveprefix", "eprinttype") or venue
    names = _BROUGHT_OUT.get(work, _PUBLISHERS)
    if work in (Work.PAPER, Work.ARTICLE, Work.CHAPTER, Work.WEBPAGE, Work.TALK):
        names = ("publisher", "organization") if work is not Work.TALK else ("organization", "institution", "publisher")
    found = next((fields[name] for name in names if fields.get(name) and not _ADDRESS.match(fields[name])), "")
    return found or (one_line(publication.venue) if work in (Work.THESIS, Work.REPORT) else "")


def _numbers(publication: Publication, work: Work, fields: Mapping[str, str]) -> dict[str, str]:
    """Tell numbers apart: of the issue, within the series, of the report itself; articles have theirs, too."""
    series = fields.get("series", "")
    if publication.venue_short and re.fullmatch(rf"{re.escape(publication.venue_short)}[\s'’0-9-]*", series):
        series = ""  # the short name of the conference, where ACM writes it
    number = one_line(publication.number)
    is_article = work is Work.ARTICLE or (work in _IN_SERIALS and not series)
    is_in_series = work in _BOUND and bool(series)
    eid = "" if work in (Work.MANUSCRIPT, Work.PREPRINT) else _first(fields, "eid", "articleno", "article-number")
    pages = one_line(publication.pages)
    is_total = work in (Work.BOOK, Work.THESIS) and re.fullmatch(r"[0-9]+", pages) is not None
    return {
        "series": series if _is_out(work) else "",
        "series_number": number if is_in_series else "",
        "volume": one_line(publication.volume) if _is_out(work) else "",
        "volumes": fields.get("volumes", ""),
        "issue": number if is_article else "",
        "number": "" if is_article or is_in_series or not _is_out(work) else number,
        "article_number": eid if pages else "",
        "chapter": fields.get("chapter", ""),
        "pages": "" if is_total or not _is_out(work) else pages or eid,
        "page_total": fields.get("pagetotal", "") or (pages if is_total else ""),
    }


def _identifier(fields: Mapping[str, str], name: str, archives: tuple[str, ...], pattern: str) -> str:
    """Return an identifier of its own field, or of `eprint` where that is of its archive."""
    archive = _first(fields, "eprinttype", "archiveprefix").lower()
    written = fields.get(name, "") or (fields.get("eprint", "") if archive in archives else "")
    found = re.search(pattern, written)
    return found[0] if found else ""


def _issued(publication: Publication, fields: Mapping[str, str]) -> DateRange | None:
    """Return the date with its end, where the entry has a range of dates."""
    if not publication.date:
        return None
    written = _range(fields.get("date", ""))
    return written if written and written.first == publication.date else DateRange(start=publication.date)


def _range(written: str) -> DateRange | None:
    """Read a date or a range of dates; None for what is none."""
    try:
        return parse_edtf(written.rstrip(".")) if written else None
    except DateError:
        return None
