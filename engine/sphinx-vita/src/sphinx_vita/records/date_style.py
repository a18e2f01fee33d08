"""Dates as they are printed: one form for a whole site, in its language, by the tables of the Unicode consortium."""

import re
from dataclasses import dataclass
from datetime import date as day_of
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from sphinx_vita.records.date_words import Words, words_of
from sphinx_vita.records.dates import Date, DateRange

FORMS = {  # the values of the setting `vita_dates`
    "short": "12 Sep 2025, May–Sep 2025",
    "short-whole": "12 Sep 2025, May 2025 – Sep 2025",
    "long": "12 September 2025, May–September 2025",
    "numeric": "12 Sep 2025, 05/2025 – 09/2025",
    "iso": "2025-09-12, 2025-05 – 2025-09",
}
_PARTS = re.compile(r"\d+|\s+|[^\d\s]+")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How a site prints dates."""

    form: str = "short"  # one of FORMS
    language: str = "en"

    def print(self, dates: DateRange | None) -> str:
        """Print dates; "" for none.

        >>> may = Date(year=2023, month=5)
        >>> DateStyle().print(DateRange(start=may, end=Date(year=2023, month=8)))
        'May–Aug 2023'
        """
        spans = [self._span(span) for span in dates.spans] if dates else []
        if len(spans) > 1:  # `2019, 2021–2023`
            spans = [re.sub(r"^(\S+) – (\S+)$", r"\1–\2", span) for span in spans]
        return self._words.comma.join(spans)

    def date(self, date: Date) -> str:
        """Print one date."""
        marked = self._unmarked(date) + ("?" if date.mark in ("?", "%") else "")
        return self._words.about.partition("|")[0].format(marked) if date.mark in ("~", "%") else marked

    def year(self, written: str) -> str:
        """Print a year that stands alone, or years, with the sign that the language puts behind it: `2020年`."""
        suffix = "" if self.form == "iso" else _patterns(self.language).year
        return f"{written}{suffix}" if suffix and re.fullmatch(r"[0-9]{4}(?:–[0-9]{4})?", written) else written

    @property
    def _is_year_first(self) -> bool:
        return self.language[:2] in ("zh", "ja", "ko")

    @property
    def _words(self) -> Words:
        return words_of(self.language)

    def _span(self, span: DateRange) -> str:
        first = self.date(span.start) if span.start else ""
        last = self.date(span.end) if span.end else ""
        if span.ongoing:
            return self._from_to(first, self._now(span.ongoing))
        if not first and not last:
            return self._first(self._words.forthcoming)
        if not first and not span.expected:
            return self._first(self._words.until).format(last)
        printed = self._shared(span.start, span.end) if span.start and span.end else first or last
        return self._first(self._words.expected).format(printed) if span.expected else printed

    def _first(self, cell: str) -> str:
        return cell.partition("|")[0]

    def _now(self, word: str) -> str:
        """Return the word for now: the author's where the site is in English."""
        return word if self._words is words_of("en") else self._first(self._words.now)

    def _from_to(self, first: str, last: str) -> str:
        return f"{first}{self._words.joint}{last}"

    def _shared(self, start: Date, end: Date) -> str:
        """Print both ends; what both say at the end, or at the beginning, stands there once: `7–10 Apr 2011`."""
        first, last = self.date(start), self.date(end)
        if not self._can_share(start, end):
            return self._from_to(first, last)
        one, other = _PARTS.findall(first), _PARTS.findall(last)
        if not self._is_year_first:
            count = _equal(one[::-1], other[::-1])
            if start.season or start.month != end.month:  # only the year is the same: `Jul 19 – Oct 19, 2011`
                numbers = [place for place, part in enumerate(one[::-1]) if part.isdecimal()]
                count = min([count, *numbers[1:2]])
            count -= count > 0 and one[-count] == "."  # the point belongs to the number: `12.–15. Sept. 2025`
            shared = "".join(one[len(one) - count :])
            first, rest = first.removesuffix(shared).rstrip(), last.removesuffix(shared).rstrip()
            is_close = not re.search(r"\s", first + rest) and self._words.joint == " – "
            return f"{first}–{last}" if is_close else self._from_to(first, last)
        count = _equal(one, other) if one[0].isdecimal() else 0
        return self._from_to(first, "".join(other[count:]).lstrip())

    def _can_share(self, start: Date, end: Date) -> bool:
        """Whether the year stands once: both are as exact, of one year, and in words."""
        in_words = self.form in ("short", "long") or start.day is not None
        exact = [(date.month is None, date.day is None, bool(date.season)) for date in (start, end)]
        whole = (start.mark, start.unknown, start.into_next, end.mark, end.unknown, end.into_next)
        return self.form != "iso" and in_words and exact[0] == exact[1] and start.year == end.year and not any(whole)

    def _unmarked(self, date: Date) -> str:
        if date.unknown:
            return self._first(self._words.decade).format(date.year) if date.unknown == 1 else f"{date.year // 100}XX"
        if date.into_next:
            return self._seasonal(date.season, _two_years(date.year)) if date.season else _two_years(date.year)
        if self.form == "iso" and not date.season:
            return date.iso
        if date.season:
            return self._seasonal(date.season, self._in_calendar(date))
        if self.form == "numeric" and date.month and not date.day:
            return f"{date.month:02}/{date.year}"
        return self._in_calendar(date)

    def _seasonal(self, season: str, year: str) -> str:
        """Print a season with its year, in the order of the language."""
        order = ("Winter", "Spring", "Summer", "Fall")
        name, count = season, season.rpartition(" ")[2]
        if season in order:
            name = self._first(self._words.seasons[order.index(season)])
        elif season.startswith("Semester"):
            name = self._first(self._words.semester).format(count)
        if self._is_year_first:
            is_apart = name.isascii() or name[0].isdecimal() or " " in self._words.joint
            return f"{year} {name}" if is_apart else f"{year}{name}"
        return f"{name}{self._words.comma}{year}" if name[-1].isdecimal() and " " in name else f"{name} {year}"

    def _in_calendar(self, date: Date) -> str:
        if not date.month:
            return str(date.year) if self.form == "iso" else f"{date.year}{_patterns(self.language).year}"
        when = day_of(2000, date.month, date.day or 1)  # a leap year, which any day of February has
        patterns = _patterns(self.language)
        pattern = (patterns.day if date.day else patterns.month)["long" if self.form == "long" else "short"]
        if date.day == 1 and patterns.locale.language == "fr":
            pattern = pattern.replace("d", "d'er'", 1)  # as the French say, which babel has no pattern for
        return " ".join(format_date(when, pattern.replace("y", str(date.year)), locale=patterns.locale).split())


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Patterns of Unicode's LDML, by the width of the name of the month."""

    locale: Locale
    year: str  # what stands behind one that is alone
    month: dict[str, str]
    day: dict[str, str]


@cache
def _patterns(language: str) -> _Patterns:
    """Return the patterns of a language: English as in most of the world, since a CV is read there."""
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    order = Locale.parse("en_001") if str(locale) == "en" else locale
    skeletons = order.datetime_skeletons
    day = skeletons["yMMMd"].pattern
    months = {"short": skeletons["yMMM"].pattern, "long": skeletons["yMMMM"].pattern}
    days = {"short": day, "long": order.date_formats["long"].pattern}
    for patterns in (months, days):
        if "/" in patterns["short"]:  # 12/09/2025 is another day elsewhere
            patterns["short"] = patterns["long"]
    has_sign = str(locale).partition("_")[0] in ("zh", "ja", "ko")
    return _Patterns(locale, skeletons["y"].pattern.replace("y", "") if has_sign else "", months, days)


def _two_years(year: int) -> str:
    """Print `2019/20`, but `2008/2009`, which could be a month otherwise."""
    short = (year + 1) % 100
    return f"{year}/{short}" if short > 12 else f"{year}/{year + 1}"


def _equal(one: list[str], other: list[str]) -> int:
    """Count the parts that two lists begin with alike."""
    return next((count for count, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
