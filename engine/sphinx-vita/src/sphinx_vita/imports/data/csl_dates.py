"""Dates of CSL-JSON as biblatex writes them: parts, ranges, seasons, and dates in words."""

import re
from typing import Any

from sphinx_vita.imports.data.json_values import Data, listed, mapping, words
from sphinx_vita.reading.dates import DateError, parse_dates
from sphinx_vita.records.dates import MONTHS

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24, "1": 21, "2": 22, "3": 23, "4": 24}
_ISSUED = ("issued", "published-print", "published", "published-online", "posted", "submitted", "created")
_OTHERS = {"event-date": "eventdate", "original-date": "origdate", "accessed": "urldate"}
_FIRST_YEAR, _LAST_YEAR = 1, 9999


def date_fields(item: Data) -> dict[str, str]:
    """Return when it appeared, by year and month where these say all; and the other dates."""
    issued = next((item[name] for name in _ISSUED if edtf(item.get(name)) or _in_words(item.get(name))), None)
    text = edtf(issued)
    plain = re.fullmatch(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?", text)
    if plain and int(plain["month"] or 1) <= len(MONTHS):
        fields = {"year": plain["year"], "month": MONTHS[int(plain["month"]) - 1].lower() if plain["month"] else ""}
    else:
        fields = {"date": text} if text else {"year": _in_words(issued)}
    return fields | {field: edtf(item.get(name)) for name, field in _OTHERS.items()}


def edtf(date: Any) -> str:
    """Return a date of CSL in ISO 8601-2, as biblatex reads it; "" where it is none.

    >>> edtf({"date-parts": [[2024, 4], [2024, 5]]}), edtf({"date-parts": [["2019"]], "season": 2})
    ('2024-04/2024-05', '2019-22')
    """
    date = mapping(date)
    ends = [_end(each) for each in listed(date.get("date-parts"))[:2]]
    if not ends or not ends[0]:
        return _written(words(date, "raw") or words(date, "literal"))
    season = _SEASONS.get(words(date, "season").lower())
    first = f"{ends[0]}-{season}" if season and len(ends[0]) == len("2024") else ends[0]
    is_open = len(ends) > 1 and listed(listed(date["date-parts"])[1])[:1] == [0]
    mark = "~" if date.get("circa") else ""
    last = ends[1] if len(ends) > 1 and ends[1] != ends[0] else ""
    return f"{first}{mark}/{last}" if last or is_open else first + mark


def _end(parts: Any) -> str:
    """Return a day, a month or a year; as much of it as there is."""
    year, month, day = ([_number(each) for each in listed(parts)] + [0, 0, 0])[:3]
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ""
    text = f"{year:04}"
    if 1 <= month <= len(MONTHS):
        text += f"-{month:02}"
        text += f"-{day:02}" if 1 <= day <= 31 else ""
    return text


def _number(part: Any) -> int:
    text = words(part)
    return int(text) if re.fullmatch(r"\d{1,4}", text) else 0


def _written(text: str) -> str:
    """Read a date in words."""
    text = re.sub(r"T\d\d:.*", "", text)
    try:
        dates = parse_dates(text) if text else None
    except DateError:
        return ""
    if not dates or not dates.first:
        return ""
    end = dates.end.iso if dates.end and dates.end is not dates.first and dates.start else ""
    return f"{dates.first.iso}/{end}" if end or dates.ongoing else dates.first.iso


def _in_words(date: Any) -> str:
    """Return what cannot be read as it is written, such as `in press`."""
    return re.sub(r"[{}\\]", "", words(date, "literal") or words(date, "raw"))
