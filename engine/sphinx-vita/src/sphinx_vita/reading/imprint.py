"""What the title page of a publication says beyond its title: who brought it out, where, in what and as which number.

The fields have other meanings in each kind of work; here they are told apart once, for pages, PDFs and all exports.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sphinx_vita.reading.biblatex_words import COUNTRIES, GENRES, LANGUAGES
from sphinx_vita.reading.bibtex.appearance import date_text
from sphinx_vita.reading.dates import DateError, parse_edtf
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work, work_of
from sphinx_vita.records import LINK_LABELS, Author, Publication
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.once import once_for_each

_SAYS_ITSELF = frozenset("phdthesis mastersthesis bachelorsthesis techreport".split())
_IN_SERIALS = (Work.ARTICLE, Work.PAPER, Work.AUDIO, Work.VIDEO)  # whose number is that of an issue
_BOUND = (Work.BOOK, Work.CHAPTER, Work.PAPER)  # whose number is that within a series, where there is one
_COUNTED = (Work.BOOK, Work.THESIS, Work.REPORT)  # whose pages may be how many there are
_IN_PROCEEDINGS = ("booktitle", "maintitle", "journal", "journaltitle")
_BROUGHT_OUT = {  # the fields that name who did, the likeliest first
    Work.THESIS: ("school", "institution", "publisher", "organization"),
    Work.REPORT: ("institution", "publisher", "organization", "school"),
    Work.STANDARD: ("institution", "organization", "publisher"),
    Work.CASE: ("institution", "court"),
    Work.PATENT: ("holder",),
    Work.TALK: ("organization", "institution", "publisher"),
    **dict.fromkeys((Work.PAPER, Work.ARTICLE, Work.CHAPTER, Work.WEBPAGE), ("publisher", "organization")),
}
_PUBLISHERS = ("publisher", "organization", "institution", "school", "howpublished")
_READ = frozenset(
    "type eventtitle conference event venue location address edition version issn eprinttype archiveprefix langid"
    " language hyphenation shorttitle origtitle date eventdate origdate urldate urlaccessdate lastchecked booktitle"
    " booksubtitle maintitle journal journaltitle series eid articleno article-number chapter volumes pagetotal school"
    " institution publisher organization holder court howpublished journalsubtitle issuetitle issuesubtitle"
    " mainsubtitle booktitleaddon titleaddon part origlanguage origpublisher origlocation reportnumber reprinttitle"
    " collaboration".split()
)
_IF_OUT: dict[str, Any] = dict.fromkeys("place event event_place series volume number article_number pages".split(), "")
_AS_WRITTEN = {
    **{name: name for name in ("edition", "version", "issn", "part", "volumes", "chapter")},
    **{f"original_{name}": f"orig{name}" for name in ("title", "publisher", "language")},
    **{"original_place": "origlocation", "short_title": "shorttitle"},
    **{"reprint_title": "reprinttitle", "title_addon": "titleaddon"},
}
# Where a volume, an issue or pages should stand.
_ARCHIVED = re.compile(r"ar[Xx]iv\s*[:/ ]\s*[\w.-]+(?:/[0-9]+)?.*|abs/[0-9.]+")
_COUNT_OF_PAGES = re.compile(r"(?:[ivxlcdm]+\s*[+,]\s*)?[0-9]+(?:\s*pp?\.?|\s*pages)?")
_GROUPS = "collaborations?|consorti(?:um|a)|group|team|experiment|project|initiative|network|investigators"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:/|www\.|[a-z]:\S|[~.]{0,2}/|\\\\", re.IGNORECASE)  # or a path: nobody's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """The facts by the names of CSL, all plain text on one line; "" for what is not known."""

    work: Work
    genre: str = ""  # "PhD thesis", "Technical report"
    container: str = ""  # the journal, the proceedings, the book or the site that holds the work
    main_title: str = ""  # of the work in several volumes, of which the book is one
    issue_title: str = ""  # of a special issue
    event: str = ""
    event_place: str = ""
    publisher: str = ""  # for a thesis the university, for a report the institution, for a patent its holder
    place: str = ""
    series: str = ""
    series_number: str = ""
    volume: str = ""
    part: str = ""
    volumes: str = ""  # how many
    issue: str = ""
    number: str = ""  # of a report, a patent, a standard
    article_number: str = ""  # beside pages; alone it stands in their place
    chapter: str = ""
    pages: str = ""  # of the work within its container
    page_total: str = ""
    edition: str = ""
    version: str = ""
    isbn: str = ""
    issn: str = ""
    language: str = ""
    short_title: str = ""
    original_title: str = ""
    original_place: str = ""
    original_publisher: str = ""
    original_language: str = ""
    reprint_title: str = ""
    title_addon: str = ""
    collaboration: str = ""  # "ATLAS Collaboration"
    archived: str = ""  # "arXiv:2401.00001", where it stands in the place of a volume, an issue or pages
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
        return self.language if is_code else LANGUAGES.get(self.language.lower(), "")


@once_for_each
def imprint_of(publication: Publication) -> Imprint:
    """Tell the fields of a publication apart by the kind of work that it is."""
    fields = dict.fromkeys(_READ, "") | {
        name: one_line(date_text(value) if name.endswith("date") else plain(value))
        for name, value in publication.fields
        if name in _READ
    }
    fields["publisher"] = one_line(publication.publisher)
    work, place = work_of(publication), _first(fields, "location", "address")
    told = Imprint(
        work=work,
        genre=_genre(publication, fields),
        container=_container(publication, work, fields),
        event=_event(work, fields),
        event_place=_event_place(fields),
        publisher=_publisher(publication, work, fields),
        place=COUNTRIES.get(place, place),
        main_title=_titled(fields, "maintitle", "mainsubtitle") if fields["booktitle"] or work is Work.BOOK else "",
        issue_title=_titled(fields, "issuetitle", "issuesubtitle"),
        **_numbers(publication, work, fields),
        isbn=one_line(publication.isbn),
        language=_first(fields, "langid", "language", "hyphenation"),
        **{name: fields[field] for name, field in _AS_WRITTEN.items()},
        collaboration=_collaboration(fields["collaboration"]),
        archived=_archived(publication),
        translators=publication.contributors("translator"),
        container_authors=publication.contributors("bookauthor"),
        issued=_issued(publication, fields),
        event_date=_range(fields["eventdate"]),
        original_date=_range(fields["origdate"]),
        accessed=_range(_first(fields, "urldate", "urlaccessdate", "lastchecked")),
    )
    # What a manuscript says of a journal is only where it was sent to.
    return replace(told, **_IF_OUT) if work in (Work.MANUSCRIPT, Work.PREPRINT) else told


def _archived(publication: Publication) -> str:
    """Return the number in arXiv that stands in the place of another: dblp writes `abs/2401.00001`."""
    written = map(one_line, (publication.volume, publication.number, publication.pages))
    return re.sub(r"^abs/", "arXiv:", next(filter(_ARCHIVED.fullmatch, written), ""))


def _collaboration(written: str) -> str:
    """Return a group by its whole name: `ATLAS` is the ATLAS Collaboration, `ATLAS, CMS` are two."""
    bare = re.sub(r"^(?:for |on behalf of )?(?:the )?", "", written, flags=re.IGNORECASE)
    if not bare or re.search(_GROUPS, bare, re.IGNORECASE):
        return bare
    names = [name for name in re.split(r"\s*[,;]\s*|\s+and\s+", bare) if name]
    return f"{', '.join(names[:-1])} and {names[-1]} Collaborations" if len(names) > 1 else f"{bare} Collaboration"


def _titled(fields: Mapping[str, str], title: str, subtitle: str) -> str:
    """Return a title with its subtitle."""
    return ": ".join(filter(None, (fields[title], fields[subtitle])))


def _first(fields: Mapping[str, str], *names: str) -> str:
    return next((fields[name] for name in names if fields[name]), "")


def _genre(publication: Publication, fields: Mapping[str, str]) -> str:
    entry_type = publication.entry_type.lower()
    written = fields["type"] or (entry_type if entry_type in _SAYS_ITSELF else "")
    return GENRES.get(written.lower().replace(" ", ""), written)


def _container(publication: Publication, work: Work, fields: Mapping[str, str]) -> str:
    if work is Work.ARTICLE or (work is Work.WEBPAGE and publication.venue):
        return ": ".join(filter(None, (one_line(publication.venue), fields["journalsubtitle"])))
    if work in (Work.PAPER, Work.CHAPTER):
        title = _first(fields, *_IN_PROCEEDINGS) or one_line(publication.venue)
        subtitle = fields["booksubtitle"] if fields["booktitle"] else ""
        return ": ".join(filter(None, (title, subtitle, fields["booktitleaddon"])))
    return ""


def _event(work: Work, fields: Mapping[str, str]) -> str:
    more = ("booktitle", "howpublished") if work is Work.TALK else ()
    return _first(fields, "eventtitle", "conference", "event", *more)


def _event_place(fields: Mapping[str, str]) -> str:
    """Return biblatex's `venue`; where nothing else names the proceedings, it is their name in other people's files."""
    is_place = any(fields[name] for name in (*_IN_PROCEEDINGS, "eventtitle", "conference"))
    return fields["venue"] if is_place else ""


def _publisher(publication: Publication, work: Work, fields: Mapping[str, str]) -> str:
    if work is Work.MANUSCRIPT:
        return ""
    if work is Work.PREPRINT:  # the repository
        venue = one_line(publication.venue)
        archive = _first(fields, "archiveprefix", "eprinttype")
        known = LINK_LABELS.get(archive.lower(), archive)  # HAL, whoever writes it
        return "arXiv" if publication.arxiv else fields["publisher"] or known or venue
    names = _BROUGHT_OUT.get(work, _PUBLISHERS)
    found = next((fields[name] for name in names if fields[name] and not _ADDRESS.match(fields[name])), "")
    return found or (one_line(publication.venue) if work in (Work.THESIS, Work.REPORT) else "")


def _numbers(publication: Publication, work: Work, fields: Mapping[str, str]) -> dict[str, str]:
    """Tell numbers apart: of the issue, within the series, of the report itself; articles have theirs, too."""
    series = fields["series"]
    if publication.venue_short and re.fullmatch(rf"{re.escape(publication.venue_short)}[\s'’0-9-]*", series):
        series = ""  # the short name of the conference, where ACM writes it
    written = map(one_line, (publication.volume, publication.number, publication.pages))
    volume, number, pages = ("" if _ARCHIVED.fullmatch(each) else each for each in written)
    is_article = work is Work.ARTICLE or (work in _IN_SERIALS and not series)
    is_in_series = work in _BOUND and bool(series)
    if is_in_series and volume and not number and not fields["maintitle"]:
        volume, number = "", volume  # as BibTeX has it: LNCS 123
    eid = _first(fields, "eid", "articleno", "article-number")
    is_total = work in _COUNTED and _COUNT_OF_PAGES.fullmatch(pages) is not None
    number = number or (fields["reportnumber"] if work is Work.REPORT else "")
    return {
        "series": series,
        "series_number": number if is_in_series else "",
        "volume": volume,
        "issue": number if is_article else "",
        "number": "" if is_article or is_in_series else number,
        "article_number": eid if pages else "",
        "pages": "" if is_total else pages or eid,
        "page_total": fields["pagetotal"] or (pages if is_total else ""),
    }


def _issued(publication: Publication, fields: Mapping[str, str]) -> DateRange | None:
    """Return the date with its end, where the entry has a range of dates."""
    if not publication.date:
        return None
    written = _range(fields["date"])
    return written if written and written.first == publication.date else DateRange(start=publication.date)


def _range(written: str) -> DateRange | None:
    """Read a date or a range of dates; None for what is none."""
    try:
        return parse_edtf(written.rstrip(".")) if written else None
    except DateError:
        return None
