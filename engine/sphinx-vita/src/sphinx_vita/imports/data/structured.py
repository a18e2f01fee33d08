"""Items of YAML and JSON made drafts of records: which of their keys says what, in the words of several programs."""

import re
from calendar import monthrange
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sphinx_vita.imports.cvs.drafting import body_of, draft_of
from sphinx_vita.imports.cvs.items import Item, read_lines
from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.data.json_values import Data
from sphinx_vita.imports.drafts import Draft, said
from sphinx_vita.records import KINDS, options_of

# A key of other programs -> the options that it may be, of which a kind takes the first that it has.
_KEYS: dict[str, tuple[str, ...]] = {
    "position": ("title", "role"), "title": ("title", "name", "role", "organization", "language"),
    "role": ("role", "title"), "company": ("organization",),
    "organization": ("organization", "institution", "venue", "funder", "issuer"),
    "organisation": ("organization", "institution", "venue", "funder"), "employer": ("organization",),
    "institution": ("institution", "organization", "issuer", "venue", "funder"), "institute": ("institution",),
    "venue": ("event", "venue", "institution", "outlet", "issuer"), "event": ("event", "venue"),
    "city": ("location",), "url": ("url", "repository"), "website": ("url",), "link": ("url",),
    "advisor": ("advisors",), "supervisor": ("advisors",), "gpa": ("honors",), "grade": ("honors",),
    "score": ("honors",), "awarder": ("issuer",), "level": ("level", "fluency"), "fluency": ("fluency", "level"),
    "name": ("title", "name", "organization", "role"), "reference": ("summary",), "slidesurl": ("slides",),
    "host": ("institution",), "agency": ("funder",),
}  # fmt: skip
_DATES = ("dates", "date", "year", "period", "time", "years")
_STARTS = ("start_date", "startdate", "start", "date_start", "from")
_ENDS = ("end_date", "enddate", "end", "date_end", "to", "until")
_BODIES = ("summary", "description", "details", "content", "reference")
_LISTS = ("highlights", "items", "responsibilities", "achievements", "courses")
_NOT_SAID = ("layout", "permalink", "collection", "icon", "image", "weight", "widget")  # how a page looked


def draft_from(meaning: Heading, data: Data, place: str) -> Draft:
    """Make a draft of an item; what its kind has no option for stands in the body, so that nothing is lost."""
    known = options_of(KINDS[meaning.kind])
    first, *_ = known
    sorted_out = _SortedOut.of(data, known)
    listed = read_lines(sorted_out.bullets, cut=False)
    dates = [("dates", dates_of(data))]
    filled = said([*dates, *sorted_out.options, *listed.options.items(), ("type", meaning.type)])
    title, url = _without_link(filled.pop(first, ""))
    filled |= {"url": url} if url and "url" in known and "url" not in filled else {}
    lost = [f"{name.capitalize()}: {text}" for name, text in filled.items() if name not in known and name != "tags"]
    order = [*(name for name in known if name in filled), *(["tags"] if "tags" in filled else [])]
    body = body_of([*sorted_out.paragraphs, *lost], listed.rest)
    options = {name: filled[name] for name in order}
    return Draft(kind=meaning.kind, title=title, options=options, body=body, place=place)


@dataclass(slots=True)
class _SortedOut:
    """The values of an item: options by their names, paragraphs, and what stands in lists."""

    options: list[tuple[str, str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, data: Data, known: Container[str]) -> "_SortedOut":
        """Sort each value by its key."""
        found = cls()
        for key, value in data.items():
            name = key.lower().replace("-", "_")
            if value not in (None, "", [], {}) and name not in (*_DATES, *_STARTS, *_ENDS, *_NOT_SAID):
                found._add(key, name, value, known)
        return found

    def _add(self, key: str, name: str, value: Any, known: Container[str]) -> None:
        option = next((each for each in _KEYS.get(name, (name,)) if each in known or each == "tags"), "")
        is_list = name in _LISTS or isinstance(value, list)
        if name in _BODIES or (name in _LISTS and not option):
            (self.bullets if is_list else self.paragraphs).extend(_texts(value))
        elif option:
            self.options.append((option, text_of(value)))
        else:
            self.paragraphs.append(f"{key.replace('_', ' ').capitalize()}: {text_of(value)}")


def _without_link(title: str) -> tuple[str, str]:
    """Take the link off a title that is one as a whole: its words, and its address."""
    found = re.fullmatch(r"\[(?P<words>[^\[\]]+)\]\((?P<url>https?://[^\s()]+)\)", title)
    return (found["words"], found["url"]) if found else (title, "")


def draft_of_text(meaning: Heading, text: str, place: str) -> Draft:
    """Make a draft of an item that is one line of text."""
    first, *lines = text.strip().split("\n")
    return replace(draft_of(meaning, Item(first, lines)), place=place)


def dates_of(data: Data) -> str:
    """Return the dates of an item as an author writes them: of its own words, or from start to end."""
    lower = {key.lower().replace("-", "_"): value for key, value in data.items()}
    start, end = (next((str(lower[name]) for name in names if lower.get(name)), "") for names in (_STARTS, _ENDS))
    if start or end:
        return f"{day(start)} – {day(end) or 'Now'}" if start else day(end)
    written = next((str(lower[name]) for name in _DATES if lower.get(name)), "")
    return day(written)


def day(text: str) -> str:
    """Leave the time of day out of a date, and days and months that no calendar has or that only fill in.

    >>> day("2024-09-31"), day("2020-01-05T10:00:00"), day("2020-00-00"), day("Fall 2020")
    ('2024-09', '2020-01-05', '2020', 'Fall 2020')
    """
    text = re.sub(r"T\d\d:.*| \d\d:\d\d(?::\d\d)?.*", "", text.strip())
    written = re.fullmatch(r"(\d{4})-(\d\d?)(?:-(\d\d?))?", text)
    if not written:
        return text
    year, month, number = (int(part or 0) for part in written.groups())
    if not 1 <= month <= 12 or not year:
        return written[1]
    return text if not written[3] or 1 <= number <= monthrange(year, month)[1] else f"{written[1]}-{month:02}"


def text_of(value: Any) -> str:
    """Return a value of YAML or JSON as text on one line."""
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {text_of(each)}" for key, each in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(map(text_of, value))
    return " ".join(str(value).split())


def _texts(value: Any) -> Iterable[str]:
    """Yield the texts of a value, each of a list by itself, with what is nested below it."""
    if isinstance(value, str):
        yield value.strip()
    elif isinstance(value, Mapping):
        title = value.get("title") or value.get("label") or value.get("name")
        inner = [line for key, each in value.items() if key not in ("title", "label", "name") for line in _texts(each)]
        yield "\n".join([str(title), *(f"- {line}" for line in inner)]) if title else text_of(value)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value)
