"""JSON Resume read backwards, by the same tables that it is written by: a document in, records as options out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sphinx_vita.exports.resume_properties import MADE, Item, name_of_tags
from sphinx_vita.reading.accounts import NETWORKS
from sphinx_vita.records import KINDS, Profile, Publication, Record, options_of
from sphinx_vita.records.exported import RESUME_SECTIONS

# What others write as the type of a project -> the kind.
_TYPES = {"presentation": "talk", "conference": "talk", "application": "software", "library": "software"}
_FIELDS_OF_BASICS = {"name": "name", "label": "label", "email": "email", "phone": "phone", "url": "homepage"}
_FIELDS_OF_PAPERS = {"name": "title", "publisher": "publisher", "releaseDate": "date", "url": "url", "doi": "doi"}


@dataclass(frozen=True, slots=True)
class Written:
    """A record as an author would write it; a publication has the fields of an entry in a bibliography."""

    kind: str
    options: Mapping[str, str]  # the argument of the directive is the first
    summary: str = ""  # paragraphs of plain text, with an empty line between
    highlights: tuple[str, ...] = ()  # the items of a list below them


def read_resume(document: Mapping[str, Any]) -> list[Written]:
    """Return the records of a JSON Resume, section by section; what has another shape than the standard's is left out.

    >>> read_resume({"skills": [{"name": "Singing", "keywords": ["alto", "tenor"]}]})[0].options
    {'name': 'Singing', 'keywords': 'alto, tenor'}
    """
    basics = document.get("basics")
    found = [_profile(basics)] if isinstance(basics, Mapping) and basics else []
    for section in RESUME_SECTIONS:
        items = document.get(section)
        found += (
            [_record(section, each) for each in items or () if isinstance(each, Mapping)] if _is_list(items) else []
        )
    return found


def _record(section: str, item: Item) -> Written:
    kind = _kind_of(section, item)
    return _publication(item) if kind is Publication else _of_kind(kind, item)


def _kind_of(section: str, item: Item) -> type[Record]:
    """Return the kind that an item says it is, else the one that its section is made for."""
    of_section = {name: kind for name, kind in KINDS.items() if kind.exported.resume == section}
    said = str(item.get("type") or "").lower()
    found = of_section.get(_TYPES.get(said, said))
    others = (kind for kind in of_section.values() if "type" not in kind.exported.resume_properties)
    return found or next(others, Publication)


def _of_kind(kind: type[Record], item: Item) -> Written:
    declared = options_of(kind)
    read: dict[str, Any] = {}
    for name, fields in kind.exported.resume_properties.items():
        said = MADE[name].read(item) if name in MADE else item.get(name)
        if said and fields[0] != "kind":
            read[_field(kind, item, fields, said)] = said
    words = {name: _text(item[name]) for name in declared if name in item and _is_word_of(kind, name)}
    options = {name: text for name in declared if (text := words.get(name) or _text(read.get(name)))}
    options |= {"tags": tags} if (tags := _text(item.get(name_of_tags(kind)))) else {}
    highlights = read.get("highlights")
    lines = tuple(map(_text, highlights)) if _is_list(highlights) and highlights else ()
    return Written(kind.kind, options, _text(read.get("summary")), lines)


def _field(kind: type[Record], item: Item, fields: tuple[str, ...], said: Any) -> str:
    """Return which of several fields a property holds: the first, unless another says that it is a later one."""
    for field in fields[1:]:
        own = [name for name, others in kind.exported.resume_properties.items() if others == (field,)]
        if any(item.get(name) == said for name in own):
            return field
    return fields[0]


def _is_word_of(kind: type[Record], field: str) -> bool:
    """Whether the words of a field stand beside a property that cannot hold all of it."""
    properties = kind.exported.resume_properties
    return field not in properties and any(name in MADE and fields[0] == field for name, fields in properties.items())


def _profile(basics: Item) -> Written:
    options = {field: _text(basics.get(name)) for name, field in _FIELDS_OF_BASICS.items()}
    place = basics.get("location")
    if isinstance(place, Mapping):
        parts = (place.get("city") or place.get("address"), place.get("region"), place.get("countryCode"))
        options["location"] = ", ".join(str(part) for part in parts if part)
    profiles = basics.get("profiles")
    for each in profiles if _is_list(profiles) and profiles else ():
        options |= dict(_account(each)) if isinstance(each, Mapping) else {}
    return Written(Profile.kind, {name: text for name, text in options.items() if text}, _text(basics.get("summary")))


def _account(item: Item) -> Iterator[tuple[str, str]]:
    """Yield the option of a profile in a network, by the host of its address or by the network's name."""
    url, said = _text(item.get("url")), _text(item.get("network")).casefold()
    for name, network in NETWORKS.items():
        if _host(url) in (_host(network.address), *network.hosts) or (
            not url and said in (name, network.name.casefold())
        ):
            yield name, url or _text(item.get("username"))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _publication(item: Item) -> Written:
    """Return the fields of an entry; the standard does not say of which type it is."""
    fields = {field: _text(item.get(name)) for name, field in _FIELDS_OF_PAPERS.items()}
    authors = item.get("authors")
    fields["author"] = " and ".join(map(str, authors)) if _is_list(authors) and authors else ""
    fields["journal"] = _text(item.get("venue"))
    if fields["journal"] == fields["publisher"]:
        fields["publisher"] = ""
    if item.get("arxiv"):
        fields |= {"eprint": _text(item["arxiv"]), "eprinttype": "arxiv"}
    return Written(Publication.kind, {name: text for name, text in fields.items() if text}, _text(item.get("summary")))


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")
