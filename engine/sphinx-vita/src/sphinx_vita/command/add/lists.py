"""The lists of a person's works that services keep, and what of them a site has not."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from sphinx_vita.command.add.bibliography import Bibliography
from sphinx_vita.command.add.client import Client, UnreachableError
from sphinx_vita.command.add.services import identify, look_up
from sphinx_vita.imports.catalogs.identified import Found
from sphinx_vita.imports.catalogs.record_lists import Listed, read_dblp, read_openalex_works, read_orcid_works

_MOST_PAGES = 25  # of 200 works each
_OF_OPENALEX = r"(?:https?://(?:api\.)?openalex\.org/(?:authors/|people/)?)?([Aa]\d+)"
_PID = r"(?:https?://dblp\.[a-z.-]+/pid/)?([\w/-]+?)(?:\.html|\.bib)?"
_ORCID = r"(?:https?://(?:www\.)?orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])/?"


class Source(NamedTuple):
    """Who keeps a list, the form of a person's number there, and who reads it."""

    name: str
    number: str  # a pattern; its group is the bare number
    example: str
    read: Callable[[Client, str], list[Listed]]


def _from_orcid(client: Client, number: str) -> list[Listed]:
    answer = client.ask(f"https://pub.orcid.org/v3.0/{number.upper()}/works", "application/json")
    return read_orcid_works(answer) if answer else []


def _from_dblp(client: Client, number: str) -> list[Listed]:
    answer = client.ask(f"https://dblp.org/pid/{number}.bib")
    return read_dblp(answer) if answer else []


def _from_openalex(client: Client, number: str) -> list[Listed]:
    chosen = f"author.orcid:{number.upper()}" if "-" in number else f"author.id:{number.upper()}"
    listed: list[Listed] = []
    cursor = "*"
    for _ in range(_MOST_PAGES):
        answer = client.ask(f"https://api.openalex.org/works?filter={chosen}&per-page=200&cursor={cursor}")
        works, cursor = read_openalex_works(answer or "")
        listed += works
        if not works or not cursor:
            break
    return listed


SOURCES = {
    "orcid": Source("ORCID", _ORCID, "0000-0002-1825-0097", _from_orcid),
    "dblp": Source("DBLP", _PID, "l/LeslieLamport", _from_dblp),
    "openalex": Source("OpenAlex", rf"{_OF_OPENALEX}|{_ORCID}", "A5023888391", _from_openalex),
}


def works_of(name: str, person: str, client: Client) -> list[Listed]:
    """Return what a service lists for a person, newest first; each work once."""
    source = SOURCES[name]
    matched = re.fullmatch(source.number, person.strip())
    if not matched:
        raise UnreachableError(f"{person!r} is no number of a person at {source.name}; write it like {source.example}")
    number = next(group for group in matched.groups() if group)
    listed = source.read(client, number)
    if not listed:
        raise UnreachableError(f"{source.name} lists no works for {number}; is the number right, and the list public?")
    works = {each.title.casefold(): each for each in reversed(listed)}.values()
    return sorted(works, key=lambda each: each.year, reverse=True)


def missing(listed: Iterable[Listed], bibliography: Bibliography) -> list[Listed]:
    """Return the works that a site has not, by their numbers and their titles."""
    return [each for each in listed if not _is_there(each, bibliography)]


def whole(listed: Listed, client: Client) -> Found | None:
    """Return all about a work: of the service that its number names, else what the list says."""
    for number in () if listed.is_whole else listed.numbers:
        identified = identify(number)
        found = look_up(identified, client) if identified else None
        if found:
            return found
    return listed.found


def _is_there(listed: Listed, bibliography: Bibliography) -> bool:
    identified = [each for each in map(identify, listed.numbers) if each]
    if any(bibliography.has(each.kind, each.number) for each in identified):
        return True
    return bibliography.has_title(listed.title)
