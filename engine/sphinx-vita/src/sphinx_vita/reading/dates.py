"""Dates as people write them on a CV and in bibliographies: `May 2025 – Now`, `7–10 April 2011`, `Winter 2020/21`.

One parser for one date, a range and a list. What can be read in two ways is asked about, not guessed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from sphinx_vita.reading.date_lexicon import fold, now_in_english, role, without
from sphinx_vita.reading.date_parts import (
    HINT,
    DateError,
    Parts,
    ReversedDatesError,
    date_of,
    iso_season,
    parse_month,
    read_parts,
)
from sphinx_vita.records.dates import MONTHS, Date, DateRange

__all__ = ["DateError", "ReversedDatesError", "parse_date", "parse_dates", "parse_edtf", "parse_month"]

_LONGEST = 200  # characters of a text that may be a date
_LONGEST_PART = 3  # pieces of a list that are one date: `Monday, May 12, 2025`
_SIMPLE = re.compile(r"((?:[a-z]+ )?\d{4}) ?– ?(?:((?:[a-z]+ )?\d{4})|(now|present|today|current|ongoing))")
_STRONG = re.compile(r"\s?–\s?|\s-\s?|\s?-\s|\s?~\s?|\s?\.\.\.?\s?")
_WEAK = re.compile(r"\s?/\s?|-")
_LISTED = re.compile(r"\s?[,;、،؛&]\s?(?:and |und |et |y |e |и )?|\s(?:and|und|et|y|e|и|ו|و)\s|\s?[和及と]\s?")
_EDTF = re.compile(r"(\d{4}|\d{2,3}[xu]{1,2})(?:-(\d\d)(?:-(\d\d))?)?([~?%]|\?~)?(?:t\d.*)?")


def parse_date(text: str) -> Date:
    """Read one date. Raises DateError.

    >>> parse_date("May 2025").iso
    '2025-05'
    """
    dates = parse_dates(text)
    if not dates.start or dates != DateRange(start=dates.start):
        raise DateError(f"{text!r} is not one date; {HINT}")
    return dates.start


def parse_dates(text: str) -> DateRange:
    """Read a date, a range of dates or several of them. Raises DateError, ReversedDatesError.

    >>> parse_dates("2019, 2021–2023").years
    ((2019, 2019), (2021, 2023))
    """
    folded = fold(text).strip(" ,;")
    refusals: list[DateError] = []
    spans = _spans(folded, refusals) if folded and len(folded) <= _LONGEST else None
    if spans is None:
        raise _best(refusals, text)
    first, *others = sorted(spans, key=lambda span: span.newest_first, reverse=True)
    return replace(first, also=tuple(others))


def parse_edtf(text: str) -> DateRange:
    """Read a field of a bibliography, which has dates by ISO 8601-2, or else in words. Raises DateError.

    >>> parse_edtf("2024-21/..").start.season
    'Spring'
    """
    first, slash, last = text.strip().lower().partition("/")
    start, end = _edtf(first), _edtf(last)
    if not slash:
        return DateRange(start=start) if start else parse_dates(text)
    if end and first in ("", ".."):
        return DateRange(end=end)
    if start and last in ("", ".."):
        return DateRange(start=start, ongoing="Present")
    return _ordered(start, end) if start and end else parse_dates(text)


def _edtf(text: str) -> Date | None:
    """Read one date of ISO 8601-2; None for what is none."""
    found = _EDTF.fullmatch(text)
    season = iso_season(int(found[2])) if found and found[2] and not found[3] else ""
    if found and season:
        return Date(year=int(found[1]), season=season, mark=(found[4] or "").replace("?~", "%"))
    parts = read_parts("-".join(part for part in found.groups()[:3] if part)) if found else None
    return date_of({**parts, "mark": (found[4] or "").replace("?~", "%")}) if found and parts else None


def _best(refusals: list[DateError], text: str) -> DateError:
    """Choose what to tell of a text, as its author wrote it: what is wrong before that it cannot be read."""
    told = refusals[0] if refusals else DateError(f"cannot read the date {{}}; {HINT}")
    return type(told)(str(told).replace("{}", repr(text)))


def _spans(text: str, refusals: list[DateError]) -> list[DateRange] | None:
    """Read one span of time, or a list of them: a part without a year has that of the next one.

    Each part is as long as it can be: `May 12, 2025` is one. It is read from the end, so that no part is read twice.
    """
    ends = [cut.start() for cut in _LISTED.finditer(text) if cut.start()] + [len(text)]
    starts = [0, *(cut.end() for cut in _LISTED.finditer(text) if cut.start())]
    found: list[list[DateRange] | None] = [*(None for _ in starts), []]
    for place in reversed(range(len(starts))):
        for last in reversed(range(place, min(place + _LONGEST_PART, len(ends)))):
            rest = found[last + 1]
            if rest is None:
                continue
            part = text[starts[place] : ends[last]]
            span = _span(part, refusals) or (_span(_borrowing(part, rest[0]), refusals) if rest else None)
            if span:
                found[place] = [span, *rest]
                break
    return found[0]


def _borrowing(text: str, following: DateRange) -> str:
    """Complete a text without a year with that of what follows it, and a day with its month, too."""
    date = following.first
    if not date or re.search(r"\d{4}", text):
        return ""
    month = MONTHS[date.month - 1] if date.day and date.month and not re.search(r"[^\W\d]", text) else ""
    return " ".join(f"{text} {month} {date.year}".lower().split())


def _span(text: str, refusals: list[DateError]) -> DateRange | None:
    """Read one span of time; what a text could have been but is not is added to `refusals`."""
    readers: tuple[Callable[[str], DateRange | None], ...] = (_simple, _single, _expected, _open, _range)
    for read in readers:
        try:
            span = read(text)
        except DateError as error:
            refusals.append(error)
            return None
        if span:
            return span
    return None


def _single(text: str) -> DateRange | None:
    date = _date(text)
    return DateRange(start=date) if date else None


def _simple(text: str) -> DateRange | None:
    """Read what most ranges are, without a look at all that they could be."""
    found = _SIMPLE.fullmatch(text)
    start, end = (_date(found[1]), _date(found[2] or "")) if found else (None, None)
    if found and start and found[3]:
        return DateRange(start=start, ongoing=now_in_english(found[3]))
    return _ordered(start, end) if start and end else None


def _date(text: str) -> Date | None:
    """Read one date with its year. Raises DateError for one that does not exist, or could be two."""
    parts = read_parts(text.rstrip("."))
    return date_of(parts) if parts and "year" in parts and "small" not in parts else None


def _expected(text: str) -> DateRange | None:
    """Read `expected May 2026`, `2021 – May 2026 (expected)` and what has no date yet."""
    rest, others = role("forthcoming").subn(" ", text)
    rest, count = role("expected").subn(" ", rest)
    if not count and not others:
        return None
    before, _, after = text.partition("(")
    if after and (span := _open(before.strip())) and span.start and (end := _date(rest[len(before) :].strip(" ():"))):
        return replace(_ordered(span.start, end), expected=True)  # `2022 – Now (expected 2026)`
    rest = " ".join(re.sub(r"[():\[\]]", " ", rest).split()).strip(" ,;")
    if not rest:
        return DateRange(expected=True)
    span = _single(rest) or _open(rest) or _range(rest)
    if not span or span.ongoing:
        return None
    return replace(span, expected=True) if span.end else DateRange(end=span.start, expected=True)


def _open(text: str) -> DateRange | None:
    """Read what has no end, or no start: `2020–`, `2020-present`, `since 2020`, `until 2019`."""
    now = re.fullmatch(
        rf"(.*?)[\s,–~/(-]*(?:{role('to').pattern})?\s?({role('now').pattern})\)?", without("until", text)
    )
    if now:
        start = _date(without("since", now[1]))
        return DateRange(start=start, ongoing=now_in_english(now[2])) if start else None
    bare = re.fullmatch(r"(.*[^\s~/–-])(?:\s?[–-]+|\s?/(?:\.\.)?|\s~|\s?\.\.)", text)
    if bare and (start := _date(bare[1])):
        return DateRange(start=start, ongoing="Present")
    bare = re.fullmatch(r"(?:[–-]+|(?:\.\.)?/|\.\.)\s?(.+)", text)
    if bare and (end := _date(bare[1])):
        return DateRange(end=end)
    for name in ("since", "until"):
        date = _date_with(name, text)
        if date:
            return DateRange(start=date, ongoing="Present") if name == "since" else DateRange(end=date)
    return None


def _date_with(name: str, text: str) -> Date | None:
    """Read the date behind or before one of the words of a column."""
    rest = without(name, without(name, text))  # there may be one on each side
    return _date(rest) if rest != text else None


def _range(text: str) -> DateRange | None:
    """Read from one date to another: at each place where the text can be cut, the strongest signs first."""
    refused: DateError | None = None
    for first, last in _cuts(text):
        try:
            one, other = (
                read_parts(without("since", first).rstrip(".,")),
                read_parts(without("until", last).rstrip(".")),
            )
            if one and other and _complete(one, other):
                return _ordered(date_of(one), date_of(other))
        except DateError as error:
            refused = refused or error
    if refused:
        raise refused
    return None


def _cuts(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_STRONG, role("to"), _WEAK):
        for cut in pattern.finditer(text):
            first, last = text[: cut.start()].strip(), text[cut.end() :].strip()
            if first and last:
                yield first, last


def _complete(one: Parts, other: Parts) -> bool:
    """Give each side what only the other says: `7–10 April 2011`, `May–Aug 2024`, `2019–20`; return whether it fits."""
    if "small" in other:
        if one.keys() == {"year"} and other.keys() == {"small"}:
            other["year"] = one["year"] - one["year"] % 100 + other.pop("small")
            other["year"] += 100 if other["year"] < one["year"] and one["year"] % 100 > 50 else 0
            return bool(other["year"] > one["year"])
        elif "day" in one and "day" not in other:
            other["day"] = other.pop("small")
    if "small" in one and "day" in other:
        one["day"] = one.pop("small")
    for side, giver in ((one, other), (other, one)):
        for name, needs in (("month", "day"), ("year", "")):
            if name not in side and name in giver and (not needs or needs in side):
                side[name] = giver[name]
    return "year" in one and "year" in other and "small" not in one and "small" not in other


def _ordered(start: Date, end: Date) -> DateRange:
    if end.last_day < start.first_day:
        raise ReversedDatesError("{} ends before it starts; write the earlier date first")
    return DateRange(start=start, end=end)
