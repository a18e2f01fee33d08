"""Properties of JSON Resume that are more than a field of a record: how each is written, and read back.

Where a property cannot hold all that its field says, such as a season or several years, the words of the author stand
beside it under the name of the field.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sphinx_vita.reading.dates import DateError, parse_dates
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Record
from sphinx_vita.records.dates import DateRange

Item = Mapping[str, Any]  # of a section of JSON Resume
_DEGREE = re.compile(  # "Bachelor of Physics", "M.Sc. Physics"; a doctor of philosophy has not studied philosophy
    r"(?P<level>Bachelor|Master|Doctor|Magister)s? (?:of|der) (?!Science|Arts|Philosophy|Letters|Laws)(?P<of>.+)"
    r"|(?P<short>(?:Ph\.?\s?D|D\.?\s?Phil|[BM]\.?\s?(?:Sc|S|A|Eng|Phil|Tech|Ed|Math|Res))\.?),?\s+(?P<area>[^\W\d_].*)"
)


@dataclass(frozen=True, slots=True)
class Made:
    """A property that is made of a field: the field's value into properties, and these into what an author writes."""

    write: Callable[[Record, Any], dict[str, Any]]
    read: Callable[[Item], str]

    def is_lost(self, value: Any, item: Item) -> bool:
        """Whether the properties do not say all of the value."""
        text = self.read(item)
        return _are_other_dates(value, text) if isinstance(value, DateRange) else one_line(value or "") != text


def _are_other_dates(dates: DateRange, text: str) -> bool:
    """Whether a text is read as other dates; the word for now does not count."""
    try:
        read = parse_dates(text)
    except DateError:
        return True
    return replace(read, ongoing="") != replace(dates, ongoing="") or bool(read.ongoing) != bool(dates.ongoing)


def iso(date: str) -> str:
    """Return a date as the standard writes it, which has no years but those of four digits from 1000 to 2999."""
    return date if "1000" <= date[:4] < "3000" else ""


def _period(_: Record, dates: DateRange | None) -> dict[str, str]:
    """Return the first and the last date; without a last one readers would take it as going on."""
    if not dates:
        return {}
    end = None if dates.ongoing else (dates.end or dates.start)
    return {"startDate": iso(dates.start.iso) if dates.start else "", "endDate": iso(end.iso_of_end) if end else ""}


def _read_period(item: Item) -> str:
    start, end = _text(item, "startDate"), _text(item, "endDate")
    if not start or start == end:
        return end
    return f"{start} – {end or 'Now'}"


def _day(name: str) -> Made:
    """Make a property of one date."""
    return Made(
        lambda _, dates: {name: iso(dates.first.iso) if dates and dates.first else ""}, lambda item: _text(item, name)
    )


def _whole_day(_: Record, dates: DateRange | None) -> dict[str, str]:
    """Return the date of a certificate, for which the standard takes nothing but a day."""
    return {"date": iso(dates.first.iso) if dates and dates.first and dates.first.day else ""}


def _studied(_: Record, title: str) -> dict[str, str]:
    """Cut a degree into its kind and its area: themes print both, and a gap where one is missing."""
    study, area = one_line(title).partition(" in ")[::2]
    match = None if area else _DEGREE.fullmatch(one_line(title))
    if match:
        study, area = match["level"] or match["short"], match["of"] or match["area"]
    return {"area": area, "studyType": study}


def _read_study(item: Item) -> str:
    return " in ".join(part for part in (_text(item, "studyType"), _text(item, "area")) if part)


def _reference(record: Record, words: str) -> dict[str, str]:
    """Return what is said of a person, else how to reach him: themes print nothing else."""
    return {"reference": words or _contact(lambda name: getattr(record, name, ""))}


def _read_reference(item: Item) -> str:
    said = _text(item, "reference")
    return "" if said == _contact(lambda name: _text(item, name)) else said


def _contact(value: Callable[[str], Any]) -> str:
    return ", ".join(str(value(name)) for name in ("affiliation", "email", "url") if value(name))


def _read_roles(item: Item) -> str:
    roles = item.get("roles", ())
    return ", ".join(map(str, roles)) if isinstance(roles, list) else ""


def _text(item: Item, name: str) -> str:
    return str(item.get(name) or "")


def name_of_tags(kind: type[Record]) -> str:
    """Return the property for the tags of a record: the standard's, unless the kind has keywords of its own."""
    return "tags" if "keywords" in kind.exported.resume_properties else "keywords"


MADE: dict[str, Made] = {
    "period": Made(_period, _read_period),
    "date": _day("date"),
    "release": _day("releaseDate"),
    "day": Made(_whole_day, lambda item: _text(item, "date")),
    "study": Made(_studied, _read_study),
    "roles": Made(lambda _, role: {"roles": [role] if role else []}, _read_roles),
    "reference": Made(_reference, _read_reference),
}
