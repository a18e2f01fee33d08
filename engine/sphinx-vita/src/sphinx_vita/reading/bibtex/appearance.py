"""When, where and how far an entry has been published."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping

from sphinx_vita.reading.bibtex.status import is_placeholder, is_repository
from sphinx_vita.reading.bibtex.status_words import status_in, venue_in, without_signs
from sphinx_vita.reading.dates import DateError, parse_edtf, parse_month
from sphinx_vita.reading.inline_html import without_tags
from sphinx_vita.reading.latex.text import plain, to_text
from sphinx_vita.records import Status
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.dates import SEASONS, Date
from sphinx_vita.records.text import Text

_YEAR = re.compile(r"(?<![0-9])((?:1[0-9]|20|21)[0-9]{2})(?![0-9])")
_ISO = re.compile(r"([12][0-9]{3})-([0-9]{1,2})(?:-([0-9]{1,2}))?(?![0-9])")
_VENUES = (
    "journal", "journaltitle", "booktitle", "school", "institution", "howpublished", "eventtitle", "conference",
    "venue",
)  # fmt: skip
_SERIES_OF_PAPERS = re.compile(r"\b(?:working|discussion|occasional|research) papers\b", re.IGNORECASE)  # whole names
_SHORT = ("abbr", "abbrv", "shortjournal", "venue_short", "eventtitle", "series")
_SERIES_OF_BOOKS = frozenset(
    "LNCS LNAI LNBIP LNI LIPICS CCIS AISC PMLR JMLR CEUR IFIP ICPS OASICS EPTCS AIP LNEE SCI".split()
)
_LONGEST_SHORT_NAME = 60  # characters
_YEARS_IN_PRINT = 3  # between the year that a venue has in its name and the year of the paper
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9+-]{0,11}(?:[/ ][A-Z][A-Za-z0-9+-]{0,11})?")


def read_date(fields: Mapping[str, str]) -> Date | None:
    """Read `date`, or `year` with `month` and `day`, as exactly as they can be read."""
    for name in ("date", "eventdate"):
        written = date_text(fields.get(name, ""))
        iso = _ISO.match(written.lstrip("~/ "))
        if iso and int(iso[2]) <= 12 and written[iso.end() :] in ("", "/"):
            return _date(int(iso[1]), int(iso[2]), int(iso[3] or 0))
        if written and (name == "date" or iso) and (date := _date_in_words(written)):
            return date
    year = _YEAR.search(plain(fields.get("year", "")))
    month = plain(fields.get("month", ""))
    if year:
        return _with_month(int(year[1]), month, plain(fields.get("day", "")))
    return None


def date_text(written: str) -> str:
    """Return a date by ISO 8601-2 as it stands, since `~` and `%` mean something there; TeX as its characters."""
    return written if re.fullmatch(r"[\w/.~?%:+-]*", written) else plain(written)


def read_year(fields: Mapping[str, str], date: Date | None) -> str:
    """Return the year: its digits, or the words that stand in their place, such as `In press`."""
    if date is None:
        return plain(fields.get("year", "") or fields.get("date", ""))
    return DateStyle().date(Date(year=date.year, unknown=date.unknown, mark=date.mark))


def is_yet_to_appear(words: str) -> bool:
    """Whether words in the place of a year say that it has none yet: `In press`, `submitted`."""
    return status_in(words) is not None


def read_venue(fields: Mapping[str, str]) -> Text:
    """Return the journal, the proceedings, the book or the institution, without words such as `submitted to`."""
    for name in _VENUES:
        written = to_text(fields.get(name, ""))
        if written and not re.match(r"(?:https?:|www\.)", str(written)):
            is_series = _SERIES_OF_PAPERS.search(str(written))
            told = [] if is_series else [each for each in Status if each is not Status.PUBLISHED]
            venue = without_signs(written, told)
            if venue and not is_placeholder(str(venue)):
                return venue
    return Text()


def with_promised_venue(venue: Text, fields: Mapping[str, str], status: Status) -> Text:
    """Return the venue that a note names, such as `to appear in ICML`, where the entry has no better one."""
    if status not in (Status.ACCEPTED, Status.SUBMITTED) or (venue and not is_repository(str(venue))):
        return venue
    promised = [venue_in(to_text(fields.get(name, "")), status) for name in ("note", "addendum", "pubstate")]
    found = next((text for text in promised if text), Text())
    return found if found and (not venue or status is Status.ACCEPTED) else venue


def read_remarks(written: Iterable[str], status: Status, venue: Text) -> tuple[Text, ...]:
    """Return notes without the words that tell the status, which a badge says already."""
    told = [] if status is Status.PUBLISHED else [status]
    texts = (without_signs(to_text(each), told, known_venue=str(venue)) for each in written)
    return tuple(text for text in texts if text)


def read_number(fields: Mapping[str, str], *names: str) -> str:
    """Return the first of some fields that says something else than `to appear`."""
    written = (plain(fields.get(name, "")) for name in names)
    return next((value for value in written if value and not status_in(value)), "")


def read_venue_short(entry_type: str, fields: Mapping[str, str], date: Date | None) -> str:
    """Return the venue's short name, without its year, where the entry has one; nothing is made up."""
    for name in _SHORT:
        written = plain(without_tags(fields.get(name, "")))
        short = _without_year(written, date)
        if name in ("eventtitle", "series") and not _is_acronym(
            short, is_dated=short != written, entry_type=entry_type
        ):
            continue
        if 0 < len(short) <= _LONGEST_SHORT_NAME and not status_in(short):
            return short
    return ""


def _without_year(written: str, date: Date | None) -> str:
    """Take the year off a short name: `ICLR 2025`, `ASPLOS '26`, `TAMS22` of 2022."""
    if len(written) > _LONGEST_SHORT_NAME:
        return written
    short = re.sub(r"(?:\s*[’'`]\s*[0-9]{2}|[\s-]*(?:19|20)[0-9]{2})$", "", written.strip())
    glued = re.search(r"(?<=[A-Za-z]{2})[0-9]{2}$", short)
    if date and glued and abs(date.year % 100 - int(glued[0])) <= _YEARS_IN_PRINT:
        short = short[:-2]
    return short.strip(" ,-’'")


def _is_acronym(short: str, *, is_dated: bool, entry_type: str) -> bool:
    """Whether the name of a series or an event is its short one: of a conference, not of a series of books."""
    is_conference = entry_type in ("inproceedings", "conference", "proceedings")
    capitals = sum(character.isupper() for character in short)
    looks_short = bool(_ACRONYM.fullmatch(short)) and capitals > 1 and short.upper() not in _SERIES_OF_BOOKS
    return is_conference and looks_short and (is_dated or " " not in short)


def _date_in_words(written: str) -> Date | None:
    try:
        return parse_edtf(written).first
    except DateError:
        year = _YEAR.search(written)
        return _with_month(int(year[1]), written.replace(year[1], " "), "") if year else None


def _with_month(year: int, month: str, day: str) -> Date:
    """Read a month as people write it: `jun`, `June`, `6`, `DEC 16`, `27--30 Jul`, `2024-05-01T00:00`."""
    iso = _ISO.search(month)
    if iso:
        return _date(year, int(iso[2]), int(iso[3] or 0))
    words = re.findall(r"[^\W\d_]+", month)
    number = next((found for found in map(parse_month, words) if found), None)
    season = next((word.capitalize() for word in words if word.capitalize() in SEASONS), "")
    digits = [int(each) for each in re.findall(r"(?<![0-9])[0-9]{1,2}(?![0-9])", month)]
    if number is None and season:
        return Date(year=year, season=season)
    if number is None:
        return _date(year, digits[0] if digits and len(digits) == 1 else 0, _number(day))
    return _date(year, number, _number(day) or (digits[0] if digits else 0))


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,2}", text.strip()) else 0


def _date(year: int, month: int, day: int) -> Date:
    """Return the most exact date that a calendar has."""
    if not 1 <= month <= 12:
        return Date(year=year)
    return Date(year=year, month=month, day=day if 1 <= day <= monthrange(year, month)[1] else None)
