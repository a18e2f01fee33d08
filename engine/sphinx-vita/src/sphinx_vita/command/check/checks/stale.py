"""What was true once: what is said to be expected, upcoming, in press or still going on, and is so no more.

A build knows no day and stays the same; this check asks which day it is, unless it is told one (`--today`).
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sphinx_vita.command.check.findings import Code, Finding, Level
from sphinx_vita.command.check.page import Page, read
from sphinx_vita.command.check.site import Site
from sphinx_vita.command.check.undated import undated_lines
from sphinx_vita.reading.dates import DateError, parse_dates
from sphinx_vita.records import Degree, Grant, News, Position, Publication, Record, Status, Volunteer
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.dates import Date, DateRange

EXPECTED = Code("stale.expected", Level.WARNING, "what a record expects for a day has not been mended since that day")
UPCOMING = Code("stale.upcoming", Level.WARNING, "what is announced as yet to come is past")
IN_PRESS = Code("stale.in_press", Level.NOTE, "a paper is accepted or in press since more than a year")
UNDECIDED = Code("stale.undecided", Level.NOTE, "what waits for a decision has waited for two years")
NOW = Code("stale.now", Level.NOTE, "something goes on for longer than such things do, or the whole site is silent")
NEWS = Code("stale.news", Level.NOTE, "the newest news is older than a year")
WORDS = Code("stale.words", Level.NOTE, "a sentence speaks of a day that is past as of one to come")
COPYRIGHT = Code("stale.copyright", Level.NOTE, "the year of the copyright is over")
CODES = (EXPECTED, UPCOMING, IN_PRESS, UNDECIDED, NOW, NEWS, WORDS, COPYRIGHT)

_YEAR, _TWO_YEARS, _SILENCE = timedelta(days=365), timedelta(days=730), 14  # months
# What goes on for longer than so many months is asked about: a kind of record, and what its title holds.
_LASTS: tuple[tuple[tuple[type[Record], ...], str, int], ...] = (
    ((Position, Volunteer), r"\b(intern(ship)?|visit(ing|or)|trainee|exchange|summer|rotation)\b", 14),
    ((Degree,), r"\bmaster|\bm\.?(sc?|a|phil|eng)\b|\bbachelor|\bb\.?(sc?|a|eng)\b|\bdiplom", 72),
    ((Degree,), "", 120),
)  # fmt: skip
_YET_TO_COME = re.compile(r"\b(upcoming|forthcoming|coming up|scheduled|planned)\b", re.IGNORECASE)
_ANNOUNCING = re.compile(rf"<h[1-4][^>]*>[^<]*{_YET_TO_COME.pattern}", re.IGNORECASE)
_WAITS = re.compile(r"\b(pending|submitted|(?:under|in) review|applied)\b", re.IGNORECASE)
_A_DATE = (
    r"\b(?P<date>(?:(?:\d{1,2} )?[^\W\d]{3,10}\.? (?:\d{1,2}, )?)?"
    r"(?P<year>(?:19|20)\d\d(?:[/–-]\d\d(?:\d\d)?(?:-\d\d)?)?))\b"
)
_PROMISE = re.compile(  # a word about what is to come or lasts, and the first date behind it
    r"(?<!was )(?<!were )\b(?:expect(?:ed|ing)|anticipat(?:ed|ing)|planned|forthcoming|upcoming|to appear|job market|"
    r"looking for|seeking|available|graduating|starting|will|shall|going to|"
    r"(?:currently|at present)(?![^.;!?]*\b(?:since|from)\b))\b(?![^.;!?]*\bhave been\b)[^.;!?]{0,80}?" + _A_DATE,
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"\b(?:(?:last |page |site )?(?:updated|modified|revised)|as of)\b\W{0,4}(?:on |in )?" + _A_DATE, re.IGNORECASE
)


def check(site: Site) -> Iterator[Finding]:
    """Hold what the site says to the day of today."""
    for file, record in site.records:
        dates = getattr(record, "dates", None)
        if isinstance(dates, DateRange):
            yield from _of_dates(site, file, record, dates)
        if isinstance(record, Publication) and record.is_listed:
            yield from _of_publication(site, file, record)
    yield from _silence(site)
    yield from _news(site)
    for page in site.pages.values():
        yield from _announced(site, page)
    for file, text in site.sources.items():
        if file.endswith(".md"):
            yield from _words(site, file, text)
    yield from _copyright(site)


def _of_dates(site: Site, file: str, record: Record, dates: DateRange) -> Iterator[Finding]:
    """Find what was to end by now, to come by now, or to be decided by now, and what lasts too long."""
    for span in dates.spans:
        end = span.end or span.start
        if span.expected and end and _is_past(end, site.today):
            message = f"{_printed(end)} was expected and is past; write when it was, or what is expected now"
            yield _at(EXPECTED, file, record, message)
        if span.ongoing and span.start and (months := _most_months(record)) < _months(span.start, site.today):
            message = (
                f"'{span.ongoing}' since {_printed(span.start)}, longer than such a thing lasts ({months} months); "
                "write its end, if it has one by now"
            )
            yield _at(NOW, file, record, message)
    last = _last(dates)
    said = " ".join((*record.tags, *(str(getattr(record, name, "")) for name in ("type", "title", "status"))))
    if last and _is_past(last, site.today) and (found := _YET_TO_COME.search(said)):
        yield _at(UPCOMING, file, record, f"this is {found[0].lower()!r}, and {_printed(last)} is past; take it out")
    if isinstance(record, Grant) and last and _WAITS.search(record.status) and _is_past(last, site.today - _YEAR):
        message = f"this is {record.status!r} since {_printed(last)}; write how it was decided"
        yield _at(UNDECIDED, file, record, message)


def _of_publication(site: Site, file: str, publication: Publication) -> Iterator[Finding]:
    """Find a paper that should be out by now, or decided upon."""
    if publication.date is None or publication.version is not None:
        return
    since = _printed(publication.date)
    if publication.status is Status.ACCEPTED and _is_past(publication.date, site.today - _YEAR):
        message = (
            f"{publication.key!r} is to appear since {since}; add what it appeared in: "
            f"take the status out, and write volume, pages or DOI"
        )
        yield _at(IN_PRESS, file, publication, message)
    elif publication.status is Status.SUBMITTED and _is_past(publication.date, site.today - _TWO_YEARS):
        message = f"{publication.key!r} is under review since {since}; write where it is by now"
        yield _at(UNDECIDED, file, publication, message)


def _silence(site: Site) -> Iterator[Finding]:
    """Ask about all that goes on where nothing has been dated for long: a site that nobody keeps has no end of it."""
    told = (_told(record, site.today) for _, record in site.records)
    newest = max(filter(None, told), default=None, key=lambda day: day.last_day)
    if newest is None or _months(newest, site.today) <= _SILENCE:
        return
    for file, record in site.records:
        dates = getattr(record, "dates", None)
        word = next((span.ongoing for span in dates.spans if span.ongoing), "") if dates else ""
        if word:
            message = (
                f"'{word}', and nothing on the site is newer than {_printed(newest)}; "
                "write its end if it has one, or what is new"
            )
            yield _at(NOW, file, record, message)


def _told(record: Record, today: date) -> Date | None:
    """Return the last day not after today that a record tells of; what lies ahead was written before."""
    dates = record.date if isinstance(record, Publication) else getattr(record, "dates", None)
    spans = dates.spans if isinstance(dates, DateRange) else ()
    days = [dates] if isinstance(dates, Date) else [each for span in spans for each in (span.start, span.end) if each]
    return max((each for each in days if each.first_day <= _day(today)), default=None, key=lambda each: each.last_day)


def _news(site: Site) -> Iterator[Finding]:
    """Tell of a list of news that ends more than a year ago."""
    dated = [(last, file, news) for file, news in site.of(News) if news.dates and (last := _last(news.dates))]
    last, file, news = max(dated, key=lambda each: each[0].last_day, default=(None, "", None))
    if news and last and _is_past(last, site.today - _YEAR):
        message = f"the newest news is of {_printed(last)}; write what is new since then, or take the list out"
        yield _at(NEWS, file, news, message)


def _announced(site: Site, page: Page) -> Iterator[Finding]:
    """Find what stands below a heading such as "Upcoming talks" and is past."""
    for heading in page.article.select("h1, h2, h3, h4") if _ANNOUNCING.search(page.html) else ():
        words = read(heading).rstrip("#¶ ")
        if not _YET_TO_COME.search(words) or heading.parent is None:
            continue
        shown = {str(each["id"]) for each in heading.parent.select("[id]")}
        shown |= {str(each["href"]).partition("#")[2] for each in heading.parent.select("a[href]")}
        for file, record in site.records:
            dates = getattr(record, "dates", None)
            last = _last(dates) if isinstance(dates, DateRange) else None
            if last and f"{record.kind}-{record.key}" in shown and _is_past(last, site.today):
                message = f"this stands below {words!r}, and {_printed(last)} is past; list it elsewhere"
                yield _at(UPCOMING, file, record, message, page.path)


def _words(site: Site, file: str, text: str) -> Iterator[Finding]:
    """Find sentences of pages that promise something for a day that is past; what has a date of its own is history."""
    for number, line in undated_lines(text):
        for found, last_day, remedy in (
            *((each, site.today, "say what came of it") for each in _PROMISE.finditer(line)),
            *(
                (each, site.today - _YEAR, "look through the page, and write today's date")
                for each in _AS_OF.finditer(line)
            ),
        ):
            day = _read(found["date"]) or _read(found["year"])
            if day and _is_past(day, last_day):
                yield Finding(code=WORDS, message=f"{found[0]!r} is past; {remedy}", file=file, line=number)


def _copyright(site: Site) -> Iterator[Finding]:
    years = [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", site.settings.copyright)]
    if years and max(years) < site.today.year:
        message = f"the copyright says {max(years)}; write '%Y' in its place, which Sphinx fills in, or no year"
        lines = (site.source / "conf.py").read_text("utf-8").splitlines() if (site.source / "conf.py").is_file() else []
        line = next((number for number, each in enumerate(lines, 1) if re.match(r".*\bcopyright\s*=", each)), 0)
        yield Finding(code=COPYRIGHT, message=message, file="conf.py", line=line)


def _at(code: Code, file: str, record: Record, message: str, page: str = "") -> Finding:
    return Finding(code=code, message=message, file=file, line=record.line, page=page)


def _most_months(record: Record) -> int:
    """Return for how many months such a thing goes on at most, as a rule; without an end for most."""
    title = str(getattr(record, "title", "")).lower()
    limits = (months for kinds, words, months in _LASTS if isinstance(record, kinds) and re.search(words, title))
    return next(limits, 9999)


def _last(dates: DateRange) -> Date | None:
    """Return when something was over; None where it goes on or has no date."""
    return None if not dates.is_over else dates.spans[-1].end or dates.spans[-1].start


def _read(words: str) -> Date | None:
    try:
        return _last(parse_dates(words))
    except DateError:
        return None


def _is_past(day: Date, today: date) -> bool:
    """Whether all that a date can mean lies before a day."""
    return day.last_day < _day(today)


def _day(today: date) -> tuple[int, int, int]:
    return (today.year, today.month, today.day)


def _months(day: Date, today: date) -> int:
    """Return how many months ago a day was at least, a year alone being its December."""
    year, month, _ = day.last_day
    return (today.year - year) * 12 + today.month - month


def _printed(day: Date) -> str:
    return DateStyle().date(day)
