"""Dates as values: a year, a month, a season, a day; what lasted from one to another, is expected, or still goes on.

A date is as exact as it was written. `reading.dates` reads them, `records.date_style` prints them.
"""

from dataclasses import dataclass, replace

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SEASONS = {  # each with its first and its last month, to sort by
    "Winter": (1, 4), "Spring": (3, 6), "Summer": (6, 9), "Fall": (9, 12), "Autumn": (9, 12),
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12),
    "Semester 1": (1, 6), "Semester 2": (7, 12),
    "Term 1": (1, 3), "Term 2": (4, 6), "Term 3": (7, 9), "Term 4": (10, 12),
    "Hilary": (1, 3), "Lent": (1, 3), "Trinity": (4, 6), "Easter": (4, 6), "Michaelmas": (10, 12),
}  # fmt: skip
ONGOING = ("Now", "Present", "Today", "Current", "Ongoing")
_FAR = (9999, 12, 31)  # the last day of what still goes on
_ACADEMIC = (8, 7)  # the first month of what runs from one year into the next, and the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A year, perhaps with a month or season, perhaps with a day."""

    year: int
    month: int | None = None  # 1 to 12
    day: int | None = None
    season: str = ""  # a name of SEASONS; then there is no month
    into_next: bool = False  # it runs into the next year: the academic year 2019/20, the winter 2020/21
    unknown: int = 0  # how many digits of the year are not known: one for the 1990s, whose `year` is 1990
    mark: str = ""  # "~" about, "?" uncertain, "%" both, as ISO 8601-2 has it

    @property
    def iso(self) -> str:
        """The date in ISO 8601, as exact as it was written; a season gives its year."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def iso_of_end(self) -> str:
        """The last date that it can mean, no more exact than it was written."""
        return self.iso if self.last_year == self.year else f"{self.last_year:04}"

    @property
    def last_year(self) -> int:
        """The last year that it can mean."""
        return self.year + self.into_next + int(10**self.unknown) - 1

    @property
    def first_day(self) -> tuple[int, int, int]:
        """The first day that it can mean, as (year, month, day), to sort by."""
        first = _ACADEMIC[0] if self.into_next else SEASONS[self.season][0] if self.season else self.month or 1
        return (self.year, first, self.day or 1)

    @property
    def last_day(self) -> tuple[int, int, int]:
        """The last day that it can mean, as (year, month, day)."""
        if self.season and not self.into_next:
            return (self.year, SEASONS[self.season][1], 31)
        return (self.last_year, _ACADEMIC[1] if self.into_next else self.month or 12, self.day or 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """From one date to another, to now, or one date alone; perhaps several of these: `2019, 2021–2023`."""

    start: Date | None = None  # None where it is not known: `until 2019`, `expected 2027`, `forthcoming`
    end: Date | None = None
    ongoing: str = ""  # one of ONGOING: the author's word for now, such as "Present"
    expected: bool = False  # its end has yet to come; without any date it is forthcoming
    also: tuple["DateRange", ...] = ()  # further spans of time, each later than the one before, without others

    @property
    def spans(self) -> tuple["DateRange", ...]:
        """Each span of time by itself."""
        return (replace(self, also=()), *self.also) if self.also else (self,)

    @property
    def first(self) -> Date | None:
        """The first date that is known."""
        return self.start or self.end

    @property
    def newest(self) -> Date | None:
        """The first date of the last span: when it was news; None for what has yet to come."""
        last = self.spans[-1]
        return last.start or (None if last.expected else last.end)

    @property
    def is_over(self) -> bool:
        """Whether it has ended, as far as its author tells."""
        return not any(span.ongoing or span.expected for span in self.spans)

    @property
    def years(self) -> tuple[tuple[int, int], ...]:
        """The first and the last year of each span; 9999 is the last of what still goes on."""
        return tuple(
            (first.year, _FAR[0] if span.ongoing else (span.end or first).last_year)
            for span in self.spans
            if (first := span.first)
        )

    @property
    def newest_first(self) -> tuple[tuple[int, int, int], ...]:
        """Sorts what still goes on first, then by its end, then by its start, each the newest first."""
        last = self.spans[-1]
        end = last.end or last.start
        last_day = _FAR if last.ongoing or not end else end.last_day
        return (_negated(last_day), _negated(last.first.first_day if last.first else _FAR))


def _negated(day: tuple[int, int, int]) -> tuple[int, int, int]:
    return (-day[0], -day[1], -day[2])
