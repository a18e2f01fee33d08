"""Dates as people write them on a CV: `May 2025 – Now`, `2019 – 2023`, `Aug 2018`, `2025-05`, `Fall 2024`.

One parser and one printer. A date is as exact as it was written: a year, a month, a season or a day.
"""

import re
from calendar import monthrange
from dataclasses import dataclass

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = {"Winter": 1, "Spring": 3, "Summer": 6, "Fall": 9, "Autumn": 9}  # with the month each is sorted by
ONGOING = ("Now", "Present", "Today", "Current", "Ongoing")
HINT = "write it like 'May 2025 – Now', '2019 – 2023', 'Aug 2018', '2025-05' or 'Fall 2024'"

_WORD_RANGE = re.compile(r"\s+(?:to|until|till|through)\s+|\s*(?:–|—|‒|−|--+|/)\s*|\s+-\s*|\s*-\s+", re.IGNORECASE)
_BARE_YEARS = re.compile(r"(\d{4})-(\d{4})")
_BARE_WORDS = re.compile(r"([A-Za-z]+(?:\.?\s+\d{4})?)-([A-Za-z]+(?:\.?\s+\d{4})?)")


class DateError(ValueError):
    """The text is no date that can be read; the message tells what to write."""


class ReversedDatesError(DateError):
    """The range ends before it starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A year, perhaps with a month or season, perhaps with a day."""

    year: int
    month: int | None = None  # 1 to 12
    day: int | None = None
    season: str = ""  # a name of SEASONS; then there is no month

    def __str__(self) -> str:
        """Print it as on a CV: `12 May 2025`, `May 2025`, `Fall 2024`, `2025`."""
        if self.season:
            return f"{self.season} {self.year}"
        month = MONTHS[self.month - 1] if self.month else ""
        return " ".join(str(part) for part in (self.day, month, self.year) if part)

    @property
    def iso(self) -> str:
        """The date in ISO 8601, as exact as it was written; a season gives its year."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def first_day(self) -> tuple[int, int, int]:
        """The first day that it can mean, as (year, month, day), to sort by."""
        return (self.year, self.month or SEASONS.get(self.season, 1), self.day or 1)

    @property
    def last_day(self) -> tuple[int, int, int]:
        """The last day that it can mean, as (year, month, day)."""
        if self.season:
            return (self.year, min(SEASONS[self.season] + 3, 12), 31)
        return (self.year, self.month or 12, self.day or 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """From one date to another, to now, or one date alone."""

    start: Date
    end: Date | None = None
    ongoing: str = ""  # the author's word for now, such as "Present"

    def __str__(self) -> str:
        """Print it as on a CV: `May 2025 – Now`."""
        last = self.ongoing or self.end
        return f"{self.start} – {last}" if last else str(self.start)

    @property
    def newest_first(self) -> tuple[tuple[int, int, int], ...]:
        """Sorts what still goes on first, then by its end, then by its start, each the newest first."""
        end = (9999, 12, 31) if self.ongoing else (self.end or self.start).last_day
        return (_negated(end), _negated(self.start.first_day))


def parse_date(text: str) -> Date:
    """Read one date. Raises DateError."""
    words = text.strip().rstrip(".")
    for read in (_read_iso, _read_season, _read_words):
        date = read(words)
        if date:
            return _checked(date, text)
    raise DateError(f"cannot read the date {text!r}; {HINT}")


def parse_dates(text: str) -> DateRange:
    """Read a date or a range of dates. Raises DateError, ReversedDatesError."""
    first, last = _split(text.strip())
    if last is None:
        return DateRange(start=parse_date(first))
    ongoing = next((word for word in ONGOING if word.lower() == last.lower().rstrip(".")), "")
    if ongoing:
        return DateRange(start=parse_date(first), ongoing=ongoing)
    end = parse_date(last)
    has_own_year = not first or re.search(r"\d{4}", first)
    start = parse_date(first if has_own_year else f"{first} {end.year}")
    if end.last_day < start.first_day:
        raise ReversedDatesError(f"{text!r} ends before it starts; write the earlier date first")
    return DateRange(start=start, end=end)


def parse_month(text: str) -> int | None:
    """Read a month by its number, its name or the beginning of its name; None where there is none."""
    word = text.strip().rstrip(".").lower()
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    if len(word) < 3:
        return None
    full = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
    names = (*full, "november", "december")
    return next(
        (number for number, name in enumerate(names, 1) if name.startswith(word)), 9 if word == "sept" else None
    )


def _split(text: str) -> tuple[str, str | None]:
    """Cut a range at its dash or word; the hyphens of an ISO date are none."""
    for pattern in (_BARE_YEARS, _BARE_WORDS):
        whole = pattern.fullmatch(text)
        if whole:
            return whole[1], whole[2]
    first, *rest = _WORD_RANGE.split(text, maxsplit=1)
    return (first, rest[0]) if rest else (first, None)


def _read_iso(text: str) -> Date | None:
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?", text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    return Date(year=year or 0, month=month, day=day)


def _read_season(text: str) -> Date | None:
    match = re.fullmatch(r"([A-Za-z]+)\s+([0-9]{4})", text)
    season = match[1].capitalize() if match else ""
    return Date(year=int(match[2]), season=season) if match and season in SEASONS else None


def _read_words(text: str) -> Date | None:
    """Read `May 2025`, `12 May 2025` and `May 12, 2025`."""
    for pattern in (
        r"(?:(?P<day>[0-9]{1,2})\.?\s+)?(?P<month>[A-Za-z]+)\.?,?\s+(?P<year>[0-9]{4})",
        r"(?P<month>[A-Za-z]+)\.?\s+(?P<day>[0-9]{1,2}),?\s+(?P<year>[0-9]{4})",
    ):
        match = re.fullmatch(pattern, text)
        month = parse_month(match["month"]) if match else None
        if match and month:
            return Date(year=int(match["year"]), month=month, day=int(match["day"]) if match["day"] else None)
    return None


def _checked(date: Date, text: str) -> Date:
    """Refuse a month or a day that no calendar has."""
    month_is_real = date.month is None or 1 <= date.month <= 12
    if date.year and month_is_real and _is_day(date):
        return date
    raise DateError(f"there is no such date as {text!r}; {HINT}")


def _is_day(date: Date) -> bool:
    return date.day is None or 1 <= date.day <= monthrange(date.year, date.month or 1)[1]


def _negated(day: tuple[int, int, int]) -> tuple[int, int, int]:
    return (-day[0], -day[1], -day[2])
