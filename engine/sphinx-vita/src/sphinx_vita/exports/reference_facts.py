"""The facts of a work, each as a piece of a line: `25(4)`, `2nd ed.`, `In The Book, edited by Ada Lovelace`."""

import re
from collections.abc import Callable

from sphinx_vita.exports.reference_appearance import language
from sphinx_vita.exports.reference_row import (
    Row,
    emphasis,
    has_others,
    joined,
    listed,
    numbered,
    people_row,
    published,
    says_it,
    titled,
    told,
    words,
)
from sphinx_vita.exports.reference_words import (
    EDITED_BY,
    IN,
    IN_BY,
    ISSUE_OF_VOLUME,
    KIND_AND_NUMBER,
    KINDS,
    KINDS_BY_TYPE,
    NTH_EDITION,
    NTH_SERIES,
    OF_WHOLE,
    SPECIAL_ISSUE,
)
from sphinx_vita.locale import _, ngettext
from sphinx_vita.reading.biblatex_words import COUNTRIES, GENRES
from sphinx_vita.reading.imprint import Imprint
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.printable import one_line
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Publication
from sphinx_vita.records.layout import count_in
from sphinx_vita.records.text import Span

Fact = Callable[[Publication, Imprint], Row]

_ARTICLE_NUMBER = re.compile(r"[eE][0-9]+|0[0-9]{5}|[0-9]{6,}|[0-9]{5}[A-Z]")  # where people write it as a page
_NO_PAGES = re.compile(r"n\.?/?a\.?|[-–?.]+|tb[ad]|0+|to appear", re.IGNORECASE)
_OUR_KINDS = frozenset((*GENRES.values(), *KINDS.values(), *KINDS_BY_TYPE.values()))
_OF = "(?:of|von|zu[rm]?|de[ls]?|du|d[aeio]|della?)"  # between a kind of work and the work
_SAYS_EDITION = re.compile(
    r"\bed\b|\bed[.i]|\baufl|\béd|\bизд|version|impression|printing|מהדור|طبعة|^ط|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]",
    re.IGNORECASE,
)


def _kinds(publication: Publication, imprint: Imprint) -> tuple[str, str]:
    """Return what kind of work it is, where its place does not tell: as it is printed, and as it was written."""
    kind = KINDS_BY_TYPE.get(publication.entry_type.lower(), "") or KINDS.get(imprint.work, "")
    if imprint.genre and imprint.work not in (Work.ARTICLE, Work.BOOK, Work.CHAPTER):
        kind = imprint.genre
    printed = _(kind) if kind in _OUR_KINDS else kind
    return printed[:1].upper() + printed[1:], kind


def _kind(publication: Publication, imprint: Imprint) -> Row:
    """Return the kind, unless title or event begin with it: `Review of The Book`, `Invited talk at the Meeting`."""
    kinds = _kinds(publication, imprint)
    said = "|".join(map(re.escape, kinds))
    is_said = re.match(rf"(?:{said}) {_OF}\b", str(publication.title), re.IGNORECASE)
    is_said = is_said or re.match(rf"(?:\w+ )?(?:{said})\b", imprint.event, re.IGNORECASE)
    return [] if is_said else words(kinds[0])


def _numbered_kind(publication: Publication, imprint: Imprint) -> Row:
    """Return `Patent US 1234567`; the kind alone or the number alone where it says both."""
    (kind, written), number = _kinds(publication, imprint), imprint.number
    if not number or not kind or number.lower().startswith((kind.lower(), written.lower())):
        return words(number or kind)
    return words(_(KIND_AND_NUMBER).format(kind=kind, number=number))


def _is_of_a_series(imprint: Imprint) -> bool:
    """Whether a report is known by the institution, the name and the number of its series."""
    is_named = re.search(r"\bpapers?\b", imprint.genre, re.IGNORECASE)
    return bool(is_named and imprint.number and imprint.publisher and "," not in imprint.publisher)


def _report(publication: Publication, imprint: Imprint) -> Row:
    """Return `NBER Working Paper 12345`, as such papers are known, or `Technical report TR-7`."""
    numbered = _numbered_kind(publication, imprint)
    return [Span(f"{imprint.publisher} "), *numbered] if _is_of_a_series(imprint) else numbered


def _imprint(__: Publication, imprint: Imprint) -> Row:
    """Return place and publisher as title pages have them: `Oxford: Oxford University Press`."""
    return words(published(imprint.place, imprint.publisher))


def _place(__: Publication, imprint: Imprint) -> Row:
    return words(_(imprint.place) if imprint.place in COUNTRIES.values() else imprint.place)


def _imprint_of_report(__: Publication, imprint: Imprint) -> Row:
    return listed("" if _is_of_a_series(imprint) else imprint.publisher, imprint.place)


def _publisher(publication: Publication, imprint: Imprint) -> Row:
    """Return publisher and place of proceedings, unless the badge of a conference tells enough."""
    is_venue = imprint.publisher == one_line(publication.venue)
    return [] if publication.venue_short else listed("" if is_venue else imprint.publisher, imprint.place)


def _volume(__: Publication, imprint: Imprint) -> Row:
    """Return `25(4)` or `no. 18` of a journal, `vol. 2, part 1` of a book, `volume 5` of proceedings."""
    volume, issue = imprint.volume, imprint.issue
    if imprint.work is Work.ARTICLE:
        return listed(_volume_and_issue(volume, issue), numbered("part", imprint.part))
    name = "volume" if imprint.work is Work.PAPER else "book_volume"
    of_whole = "" if imprint.main_title else numbered(name, volume)  # else it stands before the title of the whole
    return listed(of_whole, numbered("part", imprint.part), numbered("issue", issue))


def _volume_and_issue(volume: str, issue: str) -> str:
    """Return `25(4)`, or in words as most other languages have it, which an author may have written."""
    message = _(ISSUE_OF_VOLUME)
    is_said = says_it("journal_volume", volume) or says_it("issue", issue)
    if volume and issue and (message == ISSUE_OF_VOLUME or not is_said):
        return message.format(volume=volume, issue=issue)
    return _(", ").join(filter(None, (numbered("journal_volume", volume), numbered("issue", issue))))


def _of_main(__: Publication, imprint: Imprint) -> Row:
    """Return `vol. 2 of The Whole Work`."""
    whole = emphasis(imprint.main_title)
    volume = words(numbered("book_volume", imprint.volume)) if whole else []
    return told(_(OF_WHOLE), volume=volume, whole=whole) if volume and whole else whole


def _series(__: Publication, imprint: Imprint) -> Row:
    """Return `LNCS 123`, or `3rd ser.` of a journal that has begun to count anew."""
    if imprint.series.isdecimal():
        return words(_nth(NTH_SERIES, imprint.series))
    return words(f"{imprint.series} {imprint.series_number}".strip())


def _nth(message: tuple[str, str], number: str) -> str:
    """Put a number into an ordinal: English has its own ending for some."""
    endings = {"1": "st", "2": "nd", "3": "rd"}
    ending = "th" if number[-2:] in ("11", "12", "13") else endings.get(number[-1], "th")
    words_of_all = ngettext(*message, count_in(number), "{}")
    return words_of_all.replace("{}th", f"{number}{ending}").replace("{}", number)


def _special_issue(__: Publication, imprint: Imprint) -> Row:
    return told(_(SPECIAL_ISSUE), emphasis(imprint.issue_title)) if imprint.issue_title else []


def _pages(publication: Publication, imprint: Imprint) -> Row:
    if not publication.pages or imprint.pages != one_line(publication.pages):  # the number stands in their place
        count = one_line(dict(publication.fields).get("numpages", ""))
        return listed(numbered("article", imprint.pages), numbered("page_total", count))
    if _NO_PAGES.fullmatch(imprint.pages):
        return []
    name = "pages" if re.search(r"[–,]", imprint.pages) else "page"
    if _ARTICLE_NUMBER.fullmatch(imprint.pages) and not imprint.article_number:
        name = "article"
    return listed(numbered("article", imprint.article_number), numbered(name, imprint.pages))


def _container(publication: Publication, imprint: Imprint) -> Row:
    return titled(publication, imprint.container)


def _within(publication: Publication, imprint: Imprint) -> Row:
    """Return the book that holds a chapter, and whose book it is: `In The Book by Ada Lovelace`."""
    authors = [each.name for each in publication.authors]
    others = [each for each in imprint.container_authors if each.name not in authors]
    title = titled(publication, imprint.container)
    if not title:
        return []
    return told(_(IN_BY), title=title, people=people_row(others)) if others else told(_(IN), title)


def _editors(publication: Publication, __: Imprint) -> Row:
    if not publication.editors or not publication.authors:
        return []
    return told(_(EDITED_BY), people_row(publication.editors, has_more=has_others(publication, "editor")))


def _edition(__: Publication, imprint: Imprint) -> Row:
    number = imprint.edition.rstrip(".")
    if _SAYS_EDITION.search(number):
        return words(imprint.edition)
    return words(_nth(NTH_EDITION, number) if number.isdecimal() else numbered("edition", number))


def _event(publication: Publication, imprint: Imprint) -> Row:
    """Return event and place, unless the title of the proceedings or a badge tells them."""
    if imprint.work is Work.PAPER and publication.venue_short:
        return []
    known = f"{imprint.container} {publication.title if imprint.work is Work.BOOK else ''}".lower()
    place = imprint.event_place or (imprint.place if imprint.work is Work.TALK else "")
    return listed("" if imprint.event.lower() in known else imprint.event, place)


def _body(publication: Publication, imprint: Imprint) -> Row:
    """Return the organization behind a work that names a publisher, too."""
    organization = one_line(plain(dict(publication.fields).get("organization", "")))
    is_known = organization in (imprint.publisher, one_line(publication.venue))
    return [] if is_known or (imprint.work is Work.PAPER and publication.venue_short) else words(organization)


def _venue(publication: Publication, imprint: Imprint) -> Row:
    venue = one_line(publication.venue)
    return [] if venue in (imprint.publisher, imprint.event) else titled(publication, venue)


def _archive(publication: Publication, imprint: Imprint) -> Row:
    """Return where a preprint is kept: its repository, or its number in arXiv."""
    venue = one_line(publication.venue)
    number = imprint.archived or (f"arXiv:{publication.arxiv}" if publication.arxiv else "")
    if publication.arxiv and publication.arxiv in venue:
        return titled(publication, venue)
    bare = "" if number and re.fullmatch(r"(?:arxiv|corr)\b[\w .()-]{0,16}", venue, re.IGNORECASE) else venue
    publisher = "" if number or imprint.publisher in bare else imprint.publisher
    return joined([titled(publication, bare), words(number), words(publisher)])


def _reporter(publication: Publication, imprint: Imprint) -> Row:
    """Return where a decision or a statute is printed: `410 U.S. 113`."""
    venue = one_line(publication.venue)
    return words(" ".join(filter(None, (imprint.volume, "" if venue == imprint.publisher else venue, imprint.pages))))


def _of(name: str, pattern: str = "") -> Fact:
    """Return a fact that is a field of the imprint, with words around it."""
    return lambda __, imprint: words(numbered(pattern, getattr(imprint, name)) if pattern else getattr(imprint, name))


FACTS: dict[str, Fact] = {
    "addon": _of("title_addon"), "kind": _kind, "numbered_kind": _numbered_kind, "report": _report,
    "container": _container, "within": _within, "venue": _venue, "archive": _archive, "reporter": _reporter,
    "of_main": _of_main, "special_issue": _special_issue, "editors": _editors, "edition": _edition,
    "series": _series, "volume": _volume, "volumes": _of("volumes", "volumes"), "number": _of("number", "number"),
    "chapter": _of("chapter", "chapter"), "pages": _pages, "archived": _of("archived"), "event": _event, "body": _body,
    "version": _of("version", "version"), "publisher": _publisher, "imprint": _imprint,
    "imprint_of_report": _imprint_of_report, "organization": _of("publisher"), "holder": _of("publisher"),
    "court": _of("publisher"), "place": _place, "language": language,
    "page_total": _of("page_total", "page_total"), "isbn": _of("isbn", "isbn"),
}  # fmt: skip
