"""Items of YAML and JSON made drafts of records: which of their keys says what, in the words of several programs."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sphinx_vita.imports.drafting import draft_of
from sphinx_vita.imports.drafts import Draft, said
from sphinx_vita.imports.items import Item, read_lines
from sphinx_vita.imports.sections import Heading
from sphinx_vita.records import KINDS, options_of

Data = Mapping[str, Any]

# A key of other programs -> the options that it may be, of which a kind takes the first that it has.
_KEYS: dict[str, tuple[str, ...]] = {
    "position": ("title", "role"), "title": ("title", "name", "role", "organization", "language"), "role": ("role", "title"),
    "company": ("organization",), "organization": ("organization", "institution", "venue", "funder", "issuer"),
    "organisation": ("organization", "institution", "venue", "funder"), "employer": ("organization",),
    "institution": ("institution", "organization", "issuer", "venue", "funder"), "institute": ("institution",),
    "department": ("department",), "venue": ("event", "venue", "institution", "outlet", "issuer"), "event": ("event", "venue"),
    "location": ("location",), "city": ("location",), "summary": ("summary",), "url": ("url", "repository"), "website": ("url",),
    "link": ("url",), "advisor": ("advisors",), "advisors": ("advisors",), "supervisor": ("advisors",), "thesis": ("thesis",),
    "gpa": ("honors",), "grade": ("honors",), "score": ("honors",), "awarder": ("issuer",), "issuer": ("issuer",),
    "funder": ("funder",), "amount": ("amount",), "number": ("number",), "license": ("license",), "version": ("version",),
    "level": ("level", "fluency"), "fluency": ("fluency", "level"), "language": ("language",), "name": ("title", "name", "organization", "role"),
    "keywords": ("keywords",), "reference": ("summary",), "email": ("email",), "slides": ("slides",), "video": ("video",),
    "code": ("code",), "topic": ("topic",), "tags": ("tags",), "type": ("type",), "slidesurl": ("slides",), "affiliation": ("affiliation",),
}  # fmt: skip
_DATES = ("dates", "date", "year", "period", "time", "years")
_STARTS = ("start_date", "startdate", "start", "date_start", "from")
_ENDS = ("end_date", "enddate", "end", "date_end", "to", "until")
_BODIES = ("summary", "description", "details", "content", "reference")
_LISTS = ("highlights", "items", "responsibilities", "achievements", "courses")
_NOT_SAID = ("layout", "permalink", "collection", "icon", "image", "weight", "widget")  # how a page looked


def draft_from(meaning: Heading, data: Data, place: str) -> Draft:
    """Make a draft of an item; what its kind has no option for stands in the body, so that nothing is lost."""
    kind = meaning.kind
    known = options_of(KINDS[kind])
    first, *_ = known
    options: list[tuple[str, str]] = [("dates", dates_of(data))]
    body: list[str] = []
    bullets: list[str] = []
    for key, value in data.items():
        name = key.lower().replace("-", "_")
        if value in (None, "", [], {}) or name in (*_DATES, *_STARTS, *_ENDS, *_NOT_SAID):
            continue
        option = next((each for each in _KEYS.get(name, (name,)) if each in known or each == "tags"), "")
        if name in _BODIES or (name in _LISTS and not option):
            texts = list(_texts(value))
            bullets += texts if name in _LISTS or isinstance(value, list) else []
            body += [] if name in _LISTS or isinstance(value, list) else texts
        elif option:
            options.append((option, text_of(value)))
        else:
            body.append(f"{key.replace('_', ' ').capitalize()}: {text_of(value)}")
    listed_facts = read_lines(bullets, cut=False)
    filled = said([*options, *listed_facts.options.items(), ("type", meaning.type)])
    title = filled.pop(first, "")
    lost = [f"{name.capitalize()}: {text}" for name, text in filled.items() if name not in known and name != "tags"]
    listed = "\n".join("- " + each.replace("\n", "\n  ") for each in listed_facts.rest)
    order = [*(name for name in known if name in filled), *(["tags"] if "tags" in filled else [])]
    return Draft(
        kind=kind,
        title=title,
        options={name: filled[name] for name in order},
        body="\n\n".join([*body, *lost, *([listed] if listed else [])]),
        place=place,
    )


def draft_of_text(meaning: Heading, text: str, place: str) -> Draft:
    """Make a draft of an item that is one line of text."""
    draft = draft_of(meaning, Item(*_first_line(text)))
    return Draft(kind=draft.kind, title=draft.title, options=draft.options, body=draft.body, place=place)


def _first_line(text: str) -> tuple[str, list[str]]:
    first, *lines = text.strip().split("\n")
    return first, lines


def dates_of(data: Data) -> str:
    """Return the dates of an item as an author writes them: of its own words, or from start to end."""
    lower = {key.lower().replace("-", "_"): value for key, value in data.items()}
    start, end = (next((str(lower[name]) for name in names if lower.get(name)), "") for names in (_STARTS, _ENDS))
    if start or end:
        return f"{day(start)} – {day(end) or 'Now'}" if start else day(end)
    written = next((str(lower[name]) for name in _DATES if lower.get(name)), "")
    return day(written)


def day(text: str) -> str:
    """Leave the time of day out of a date, and the days and months that only fill in for what is not known."""
    text = re.sub(r"T\d\d:.*| \d\d:\d\d(?::\d\d)?.*", "", text.strip())
    return re.sub(r"^(\d{4})-0?0(?:-0?0)?$|^(\d{4}-\d\d)-00$", lambda match: match[1] or match[2], text)


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
