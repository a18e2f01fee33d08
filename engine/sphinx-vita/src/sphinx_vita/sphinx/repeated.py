"""What stands more than once on a site, and may stand but once: keys, places of publications, the profile."""

from collections.abc import Mapping
from typing import Any

from sphinx.environment import BuildEnvironment

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records import Profile, Record
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.problems import warn


def tell_repeated(env: BuildEnvironment, catalog: Catalog, data: Mapping[str, Any]) -> None:
    """Warn of all of it, naming both places."""
    _tell_keys(env, catalog)
    _tell_pages(env, data)
    _tell_profiles(env, catalog)
    _tell_person_of_oneself(catalog)


def _tell_keys(env: BuildEnvironment, catalog: Catalog) -> None:
    """Warn of keys that were written for several records of a kind."""
    first: dict[tuple[str, str], Record] = {}
    for record in (record for records in catalog.records.values() for record in records):
        other = first.setdefault((record.kind, record.key), record)
        if other is not record:
            said = f"there is a {record.kind} {record.key!r} already, at {_place(env, other)}"
            warn(Mistake.DUPLICATE_KEY, f"{said}; give one of them another ':key:'", at=(record.docname, record.line))


def _tell_pages(env: BuildEnvironment, data: Mapping[str, Any]) -> None:
    """Warn of a publication that several pages are about: only the first has its address."""
    first: dict[str, str] = {}
    for docname in sorted(data["pages"]):
        for key in data["pages"][docname]:
            if key in first:
                said = f"the publication {key!r} has a place already, in {env.doc2path(first[key], base=False)}"
                place = (docname, data["lines"][docname][key])
                warn(Mistake.DUPLICATE_KEY, f"{said}; refer to it with the role 'pub' here", at=place)
            first.setdefault(key, docname)


def _tell_profiles(env: BuildEnvironment, catalog: Catalog) -> None:
    """Warn of every profile but the first, which alone says whose portfolio it is."""
    first = catalog.profile
    for profile in (each for each in catalog.of_kind(Profile.kind) if each is not first):
        message = (
            f"there is a profile already, at {_place(env, first or profile)}, and this one is not read; "
            "write a 'person' or a 'referee' for anybody else, and 'contact' to show the profile again"
        )
        warn(Mistake.REPEATED_PROFILE, message, at=(profile.docname, profile.line))


def _tell_person_of_oneself(catalog: Catalog) -> None:
    """Warn of a person who is the one of the profile: no page links to itself in the place of a mark."""
    for person in catalog.people.of_oneself:
        names = ", ".join((person.name, *person.aliases))
        message = f"the person {person.name!r} is the one of the profile; write ':aliases: {names}' there instead"
        warn(Mistake.REPEATED_PROFILE, message, at=(person.docname, person.line))


def _place(env: BuildEnvironment, record: Record) -> str:
    return f"{env.doc2path(record.docname, base=False)}:{record.line}"
