"""JSON Resume read backwards, by the same tables that it is written by: a document in, drafts of records out."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from sphinx_vita.exports.resume_properties import MADE, Item, name_of_tags
from sphinx_vita.imports.accounts import account, network_of
from sphinx_vita.imports.bibtex import note_on_authors
from sphinx_vita.imports.cvs.sections import PROSE, meaning_of
from sphinx_vita.imports.data.json_resume_papers import Papers
from sphinx_vita.imports.data.json_values import Data, document_of, listed, mapping, mappings
from sphinx_vita.imports.data.structured import day, draft_from, text_of
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section, profile_of, said
from sphinx_vita.imports.judging import judged
from sphinx_vita.imports.plain_text import all_as_markdown, as_markdown
from sphinx_vita.reading.links import check_link
from sphinx_vita.records import KINDS, Publication, Record, Value, options_of
from sphinx_vita.records.exported import RESUME_SECTIONS

# What others write as the type of a project -> the kind.
_TYPES = {"presentation": "talk", "conference": "talk", "application": "software", "library": "software"}
_BASICS = {"name": "name", "label": "label", "email": "email", "phone": "phone", "url": "homepage",
           "website": "homepage", "pronouns": "pronouns", "office": "office"}  # fmt: skip
_OLDER = {"company": "name", "website": "url", "gpa": "honors", "score": "honors", "grade": "honors"}
_DATES = ("startDate", "endDate", "date", "releaseDate")
_OF_BASICS = (*_BASICS, "summary", "location", "profiles", "affiliations", "image", "picture")
_OF_DOCUMENT = ("$schema", "basics", "meta", *RESUME_SECTIONS)
_TITLE = "Publications"
_KINDS_APART = ("projects", "volunteer", "publications")  # the sections that hold several kinds
_SIGNS = ("work", "education", "publications", "skills", "awards")


def is_json_resume(text: str) -> bool:
    """Whether a text is a JSON Resume: it has the person, or a section with a list."""
    document = mapping(document_of(text))
    has_list = any(isinstance(document.get(name), list) for name in _SIGNS)
    return isinstance(document.get("basics"), dict) or has_list


def read_json_resume(text: str) -> Imported:
    """Read a JSON Resume; never raises."""
    document = mapping(document_of(text))
    profile, loose = _profile(mapping(document.get("basics")))
    owner = profile.title if profile else ""
    papers = Papers(owner)
    sections = [section for name in RESUME_SECTIONS for section in _sections(name, listed(document.get(name)), papers)]
    loose += note_on_authors(owner, papers.unsigned)
    others = [_other(name, value) for name, value in document.items() if name not in _OF_DOCUMENT and value]
    return judged(Imported(profile=profile, sections=(*sections, *others), loose=tuple(loose)))


def _sections(name: str, items: list[Any], papers: Papers) -> Iterator[Section]:
    """Yield a section for each kind that a section holds, in the order of the first of each."""
    found: dict[str, list[Draft | Entry | Leftover]] = {}
    for number, item in enumerate(items, 1):
        place = f"{name}, {number}"
        if not isinstance(item, dict):
            made: Draft | Entry | Leftover = Leftover(text=text_of(item), reason="it has no keys", place=place)
        else:
            made = papers.entry(item, place) if kind_of(name, item) is Publication else draft_of(name, item, place)
        of_kind = KINDS[made.kind].exported.heading if isinstance(made, Draft) else ""
        title = _TITLE if isinstance(made, Entry) else of_kind
        found.setdefault(title or next(iter(found), name.capitalize()), []).append(made)
    yield from (Section(title=title, contents=tuple(contents)) for title, contents in found.items())


def kind_of(section: str, item: Item) -> type[Record]:
    """Return the kind that an item says it is, else the one that its section is made for."""
    of_section = {name: kind for name, kind in KINDS.items() if kind.exported.resume == section}
    written = str(item.get("type") or "").lower()
    found = of_section.get(_TYPES.get(written, written))
    others = (kind for kind in of_section.values() if "type" not in kind.exported.resume_properties)
    return found or next(others, Publication)


def draft_of(section: str, item: Item, place: str = "") -> Draft:
    """Return the draft of an item of a section; what its kind has no option for stands below.

    >>> draft_of("skills", {"name": "Singing", "keywords": ["alto", "tenor"]}).options
    {'keywords': 'alto, tenor'}
    """
    kind, item = kind_of(section, item), _in_todays_words(item)
    declared = options_of(kind)
    read: dict[str, Any] = {}
    for name, fields in kind.exported.resume_properties.items():
        value = MADE[name].read(item) if name in MADE else item.get(name)
        if value and fields[0] != "kind":
            read[_field(kind, item, fields, value)] = value
    words = {name: item[name] for name in declared if name in item and _is_word_of(kind, name)}
    values = {name: _option(declared[name].metadata["value"], words.get(name) or read.get(name)) for name in declared}
    options = said([*values.items(), ("tags", _text(item.get(name_of_tags(kind))))])
    title = options.pop(next(iter(declared)), "")
    return Draft(kind=kind.kind, title=title, options=options, body=_body(kind, item, read), place=place)


def _in_todays_words(item: Item) -> dict[str, Any]:
    """Return an item with the names that older versions had in those of today, and dates that the calendar has."""
    renamed = {_OLDER.get(name, name): value for name, value in item.items() if _OLDER.get(name) not in item}
    dates = {name: day(renamed[name]) for name in _DATES if isinstance(renamed.get(name), str)}
    return renamed | dates


def _body(kind: type[Record], item: Item, read: Data) -> str:
    """Return the summary, what no property of the kind reads, and the highlights."""
    properties = kind.exported.resume_properties
    known = {*properties, *_READ, *options_of(kind)}
    texts = (item.get(name) for name in ("summary", "description") if name not in properties)
    prose = [as_markdown(_text(read.get("summary"))), *(as_markdown(str(text or "")) for text in texts)]
    others = {name: text_of(item[name]) for name in item if name not in known and item[name]}
    unknown = [f"{name.capitalize()}: {as_markdown(text)}" for name, text in others.items()]
    highlights = [
        as_markdown(" ".join(_text(each).split())) for each in listed(read.get("highlights") or item.get("highlights"))
    ]
    lines = "\n".join(f"- {each}" for each in highlights if each)
    return "\n\n".join(filter(None, [*prose, *unknown, lines]))


_READ = frozenset(
    "startDate endDate date releaseDate area studyType roles reference type keywords tags summary description"
    " highlights".split()
)


def _field(kind: type[Record], item: Item, fields: tuple[str, ...], value: Any) -> str:
    """Return which of several fields a property holds: the first, unless another says that it is a later one."""
    for field in fields[1:]:
        own = [name for name, others in kind.exported.resume_properties.items() if others == (field,)]
        if any(item.get(name) == value for name in own):
            return field
    return fields[0]


def _is_word_of(kind: type[Record], field: str) -> bool:
    """Whether the words of a field stand beside a property that cannot hold all of it."""
    properties = kind.exported.resume_properties
    return field not in properties and any(name in MADE and fields[0] == field for name, fields in properties.items())


def _option(value: Value, written: Any) -> str:
    """Return a value as its author would write it: words of Markdown, all else as it is."""
    text = _text(written)
    return as_markdown(text) if value is Value.TEXT else text


def _profile(basics: Data) -> tuple[Draft | None, list[Leftover]]:
    """Return the person, and what the profile has no option for."""
    if not basics:
        return None, []
    options = [(option, _text(basics.get(name))) for name, option in _BASICS.items()]
    options.append(("location", _place(basics.get("location"))))
    options.append(("affiliations", "; ".join(map(_affiliation, mappings(basics.get("affiliations"))))))
    unknown = [f"{name}: {text_of(value)}" for name, value in basics.items() if name not in _OF_BASICS and value]
    links: list[str] = []
    for each in listed(basics.get("profiles")):
        found, name, url = _account(mapping(each)), _text(mapping(each).get("network")), _text(mapping(each).get("url"))
        options += [found] if found else []
        is_link = bool(url) and not check_link(url) and not re.search(r"[<>;,]", name)
        links += [f"{name or url} <{url}>"] if is_link and not found else []
        unknown += [] if found or is_link else [text_of(each)]
    options.append(("links", "; ".join(links)))
    loose = [Leftover(text=text, reason="the profile has no option for it", place="basics") for text in unknown]
    picture = _text(basics.get("image") or basics.get("picture"))
    if picture:
        reason = "a picture does not come along; save it beside the home page and write its path as ':image:'"
        loose.append(Leftover(text=picture, reason=reason, place="basics"))
    body = as_markdown(_text(basics.get("summary")))
    return profile_of(_text(basics.get("name")), options, body, "basics"), loose


def _place(written: Any) -> str:
    place = mapping(written)
    parts = (place.get("city") or place.get("address"), place.get("region"), place.get("countryCode"))
    return ", ".join(_text(part) for part in parts if part) or (written if isinstance(written, str) else "")


def _affiliation(item: Data) -> str:
    name, url = _text(item.get("name")), _text(item.get("url"))
    return f"{name} <{url}>" if url else name


def _account(item: Data) -> tuple[str, str] | None:
    """Return the option of a profile in a network, by the host of its address or by the network's name."""
    url, name = _text(item.get("url")), _text(item.get("network"))
    option, username = network_of(url), _text(item.get("username"))
    is_bare = bool(option) and bool(username) and not urlsplit(url).path.strip("/")
    return (option, username if is_bare else url) if option else account(name, url or username)


def _other(name: str, value: Any) -> Section:
    """Read a section that the standard does not know by the words of its name."""
    title = name.replace("_", " ").capitalize()
    meaning = meaning_of(title)
    places = [(each, f"{name}, {number}") for number, each in enumerate(listed(value), 1)]
    if meaning is None or meaning.kind in (PROSE, Publication.kind):
        reason = "JSON Resume has no section of this name; write it on a page"
        return Section(
            title=title, contents=tuple(Leftover(text=text_of(each), reason=reason, place=at) for each, at in places)
        )
    data = ((mapping(each) or {"title": text_of(each)}, place) for each, place in places)
    drafts = tuple(draft_from(meaning, all_as_markdown(each), place) for each, place in data)
    return Section(title=title, contents=drafts)


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
