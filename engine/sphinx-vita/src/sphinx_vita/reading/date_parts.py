"""One date in its parts: year, month, day, season, as far as a text names them. The rest of a range may add others."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Any

from sphinx_vita.reading.date_lexicon import Meaning, meanings, needs_no_spaces, tokens, without
from sphinx_vita.records.dates import MONTHS, SEASONS, Date

HINT = "write it like 'May 2025 – Now', '2019 – 2023', 'Aug 2018', '2025-05' or 'Fall 2024'"
Parts = dict[str, Any]  # the fields of a Date; "small" is a number that may be a day or the end of a year

_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:t\d.*)?")
_WORDED = re.compile(r"(?:(\d{1,2})\.? )?([a-z]{3,9})\.?,? (?:(\d{1,2}),? )?(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})\s?[./]\s?(\d{1,2})(?:\s?[./]\s?(\d{1,2}))?\.?|(\d{4})([01]\d)([0-3]\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})(\s?[./-]\s?)(\d{1,2})\2(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{4})")
_DAY_MONTH = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.?|(\d{2})-(\d{2})")
_SMALL = re.compile(r"(\d{1,2})\.?")
_MASKED = re.compile(r"(\d{2,3})([xu]{1,2})")
_TWO_YEARS = re.compile(r"(?<!\d)(\d{4})\s?(/|–|-)\s?(\d{4}|\d{2})(?!\d)")
_SEASONS = ("Spring", "Summer", "Fall", "Winter")  # by the numbers of ISO 8601-2: from 21, north from 25, south from 29
_OTHERS = ("Q1", "Q2", "Q3", "Q4", "Term 1", "Term 2", "Term 3", "Semester 1", "Semester 2")  # from 33


class DateError(ValueError):
    """The text is no date that can be read; the message tells what to write, with `{}` where the text goes."""


class ReversedDatesError(DateError):
    """The range ends before it starts."""


def parse_month(text: str) -> int | None:
    """Read a month by its number, its name or the beginning of its name; None where there is none."""
    word = text.strip().rstrip(".").lower()
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    return _english_month(word)


def _english_month(word: str) -> int | None:
    if len(word) < 3:
        return None
    full = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october")
    names = (*full, "november", "december")
    return next(
        (number for number, name in enumerate(names, 1) if name.startswith(word)), 9 if word == "sept" else None
    )


def date_of(parts: Parts) -> Date:
    """Make a date of its parts. Raises DateError for one that no calendar has."""
    year, month, day = parts.get("year", 0), parts.get("month"), parts.get("day")
    month_is_real = month is None or 1 <= month <= 12
    if year and month_is_real and (day is None or (month and 1 <= day <= monthrange(year, month)[1])):
        return Date(**parts)
    raise DateError(f"there is no such date as {{}}; {HINT}")


def iso_season(number: int) -> str:
    """Return the season that stands in the place of a month in ISO 8601-2, "" for none.

    >>> iso_season(21), iso_season(33)
    ('Spring', 'Q1')
    """
    return _SEASONS[(number - 21) % 4] if 21 <= number <= 32 else _OTHERS[number - 33] if 33 <= number <= 41 else ""


def read_parts(text: str) -> Parts | None:
    """Read the parts of a folded text; None for a text that is not one date. Raises DateError for an ambiguous one."""
    if text.isdecimal() and len(text) == 4:
        return {"year": int(text)}
    worded = _WORDED.fullmatch(text)
    if worded and not (worded[1] and worded[3]):
        day, season, month = worded[1] or worded[3], worded[2].capitalize(), _english_month(worded[2])
        if month:
            return {"year": int(worded[4]), "month": month, **({"day": int(day)} if day else {})}
        if season in SEASONS and not day:
            return {"year": int(worded[4]), "season": season}
    if text[:4].isdecimal() and (parts := _read_iso(text)):
        return parts
    unmarked, mark = _mark(text)
    parts = _read_unmarked(unmarked.rstrip("."))
    return {**parts, "mark": mark} if parts and mark else parts


def _read_unmarked(text: str) -> Parts | None:
    masked = _MASKED.fullmatch(text)
    if masked and len(text) == 4:
        return {"year": int(masked[1]) * 10 ** len(masked[2]), "unknown": len(masked[2])}
    return _read_numbers(text) or _read_words(text)


def _mark(text: str) -> tuple[str, str]:
    """Take off what says that a date is about right, or uncertain, or both: `c. 2019?`, `~2019`, `2019%`."""
    rest = text.strip("~").strip()
    is_uncertain = rest.endswith(("?", "(?)", "?~"))
    is_both = rest.endswith("%")
    rest = rest.rstrip("%").removesuffix("(?)").rstrip("?~ ")
    certain = without("about", rest)
    has_sign = text.startswith("~") or text.endswith(("~", "~?"))
    is_about = certain != rest or (has_sign and not needs_no_spaces(text))  # in Korean the sign is a dash
    return certain, "%" if is_both or (is_about and is_uncertain) else "~" if is_about else "?" if is_uncertain else ""


def _read_numbers(text: str) -> Parts | None:
    """Read a date in numbers alone."""
    if parts := _read_iso(text):
        return parts
    if found := _TWO_YEARS.fullmatch(text):
        return _two_years(found)
    if found := _YEAR_FIRST.fullmatch(text):
        return _numbered(found[1] or found[4], found[2] or found[5], found[3] or found[6])
    if found := _YEAR_LAST.fullmatch(text):
        return _year_last(found)
    if found := _MONTH_YEAR.fullmatch(text):
        return _numbered(found[2], found[1], None)
    if found := _DAY_MONTH.fullmatch(text):
        return {"day": int(found[1] or found[4]), "month": int(found[2] or found[3])}
    found = _SMALL.fullmatch(text)
    return {"small": int(found[1])} if found else None


def _read_iso(text: str) -> Parts | None:
    found = _ISO.fullmatch(text)
    if not found or found[3] or int(found[2]) <= 12:
        return _numbered(found[1], found[2], found[3]) if found else None
    season, is_span = iso_season(int(found[2])), int(found[2]) > int(found[1]) % 100  # `2019-20` are two years
    return {"year": int(found[1]), "season": season} if season and not is_span else None


def _numbered(year: str, month: str, day: str | None) -> Parts:
    return {"year": int(year), "month": int(month), **({"day": int(day)} if day else {})}


def _two_years(found: re.Match[str]) -> Parts | None:
    """Read an academic year, `2019/20`; with dashes it is a range of years, which somebody else reads."""
    first, sign, last = int(found[1]), found[2], int(found[3])
    is_next = _are_next(found)
    if sign == "/" and len(found[3]) == 2 and 1 <= last <= 12:
        if not is_next:
            return {"year": first, "month": last}
        month = f"{first}-{last:02}"
        raise DateError(
            f"{{}} can be the academic year {first}/{first + 1} or {MONTHS[last - 1]} {first}; "
            f"write '{first}/{first + 1}' or '{month}'"
        )
    return {"year": first, "into_next": True} if is_next and sign == "/" else None


def _are_next(years: re.Match[str]) -> bool:
    return years[3] == str(int(years[1]) + 1)[-len(years[3]) :]


def _year_last(found: re.Match[str]) -> Parts:
    """Read day, month and year; which of the first two is the day is asked for where both can be."""
    one, sign, other, year = int(found[1]), found[2].strip(), int(found[3]), int(found[4])
    if sign == "." or one == other or one > 12:
        one, other = (other, one) if sign == "." and other > 12 >= one else (one, other)
        return {"year": year, "month": other, "day": one}
    if other > 12:
        return {"year": year, "month": one, "day": other}
    raise DateError(
        f"{{}} can be {one} {MONTHS[other - 1]} or {other} {MONTHS[one - 1]} {year}; "
        f"write '{year}-{other:02}-{one:02}' or '{year}-{one:02}-{other:02}'"
    )


def _read_words(text: str) -> Parts | None:
    """Read a date in words of any language, in whatever order."""
    if len(text) > 80 or not re.fullmatch(r"[^\W_](?:[\w\s.,'’׳״()/–-]*[\w)׳])?", text):
        return None
    years = _TWO_YEARS.search(text)
    parts: Parts = {}
    is_one = years and (years[2] == "/" or (" " not in years[0] and re.search(r"[^\W\d]", text)))
    if years and is_one and _are_next(years):
        parts = {"year": int(years[1]), "into_next": True}
        text = f"{text[: years.start()]} {text[years.end() :]}"
    if "–" in text or "/" in text:
        return None
    for name, value in _meant(text):
        if name in parts and name != "skipped":
            return None
        parts[name] = value
    return _settled(parts)


def _meant(text: str) -> Iterator[tuple[str, Any]]:
    """Give what each number and word says; a word that nobody knows says `unknown word`."""
    known = meanings()
    words = tokens().findall(text)
    while words:
        word = words.pop(0)
        if word.isdecimal():
            kind, value = known.get(words[0], ("", "")) if words else ("", "")
            name = str(value) if kind == "unit" else "year" if len(word) == 4 else "small"
            yield name if len(word) <= 4 and len(word) != 3 else "unknown word", int(word)
            words = words[1:] if kind == "unit" else words
            continue
        length = next((size for size in (3, 2) if " ".join([word, *words[: size - 1]]) in known), 1)
        meaning: Meaning | None = known.get(" ".join([word, *words[: length - 1]]))
        if meaning is None and (month := _english_month(word)):
            meaning = ("month", month)
        yield meaning or ("unknown word", word)
        del words[: length - 1]


def _settled(parts: Parts) -> Parts | None:
    """Tell what a number is that could be a day, a term or part of a year, by what stands beside it."""
    decade = parts.pop("decade", None) is not None
    if "into_next" in parts and (decade or "month" in parts):
        return None  # `Mar 2010 – 2011` is a range
    term, number = parts.pop("term", ""), parts.pop("number", None)
    for name in ("skipped", "unit"):
        parts.pop(name, None)
    if term and "season" not in parts and "month" not in parts:
        count = parts.pop("small", number)
        if count is None or not 1 <= count <= (2 if term == "Semester" else 4):
            return None
        parts["season"] = f"{term} {count}".replace("Q ", "Q")
    elif number is not None and not term:
        return None
    if "small" in parts and "month" in parts and "day" not in parts:
        parts["day"] = parts.pop("small")
    if decade and parts.keys() == {"year"} and parts["year"] % 10 == 0:
        parts["unknown"] = 1
    is_whole = "unknown word" not in parts and not {"season", "month"} <= parts.keys()
    return parts if is_whole else None
