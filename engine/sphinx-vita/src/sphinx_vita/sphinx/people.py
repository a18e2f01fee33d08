"""Who is who on a site: the person whose portfolio it is, everybody with a record, and all who wrote a publication."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, cached_property

from sphinx_vita.reading.names import parse_person
from sphinx_vita.reading.owner import is_owner, names_of
from sphinx_vita.reading.same_person import in_other_scripts, is_same_person, name_key
from sphinx_vita.records import Name, Person, Profile, Publication, Record, Referee


class People:
    """Looks persons up by a name, in any of its spellings."""

    def __init__(self, profile: Profile | None, records: Iterable[Record], publications: Iterable[Publication]) -> None:
        self._profile = profile
        self._records = [each for each in records if isinstance(each, Person | Referee)]
        self._publications = publications
        self.role_of = cache(self._role_of)  # the same few stand everywhere
        self.in_other_scripts = cache(self._in_other_scripts)

    def is_owner(self, name: Name) -> bool:
        """Whether a name is that of the person whose portfolio it is."""
        return self._profile is not None and is_owner(self._profile, name)

    @cached_property
    def of_oneself(self) -> list[Person]:
        """The persons who are the one whose portfolio it is."""
        people = [each for each in self._records if isinstance(each, Person) and each.name]
        return [each for each in people if any(self.is_owner(parse_person(name)) for name in _spellings(each))]

    @cached_property
    def _known(self) -> dict[str, list[tuple[Name, Person | Referee]]]:
        """Everybody with a record, by the folded family name."""
        people: dict[str, list[tuple[Name, Person | Referee]]] = {}
        for record in self._records:
            if record not in self.of_oneself:
                for name in map(parse_person, _spellings(record)):
                    people.setdefault(name_key(name), []).append((name, record))
        return people

    @property
    def names(self) -> list[Name]:
        """The names of the one whose portfolio it is, and of everybody with a record."""
        own = [replace(name, also="") for name in names_of(self._profile)] if self._profile else []
        return [*own, *(name for people in self._known.values() for name, _ in people)]

    def find(self, name: Name) -> Person | Referee | None:
        """Find the record of a person; one with an address before others."""
        found = [person for known, person in self._known.get(name_key(name), ()) if is_same_person(name, known)]
        return next((person for person in found if person.url), found[0] if found else None)

    def _role_of(self, written: str) -> tuple[bool, str]:
        """Return whether a name is the owner's, and the address of whoever has it."""
        name = parse_person(written)
        person = self.find(name)
        return self.is_owner(name), person.url if person else ""

    def _in_other_scripts(self, written: str) -> Sequence[str]:
        """List the names that whoever is meant by one has in other scripts, as they are searched for."""
        name = parse_person(written)
        if self._profile and self.is_owner(name):
            return in_other_scripts(name, names_of(self._profile))
        person = self.find(name)
        return in_other_scripts(name, map(parse_person, _spellings(person) if person else ()))

    @cached_property
    def _authors(self) -> dict[str, list[Name]]:
        names: dict[str, list[Name]] = {}
        for publication in self._publications:
            for author in publication.people:
                names.setdefault(name_key(author.name), []).append(author.name)
        return names

    def is_known(self, name: Name) -> bool:
        """Whether somebody of that name wrote one of the publications, or is the owner."""
        known = self._authors.get(name_key(name), ())
        return self.is_owner(name) or any(is_same_person(name, each) for each in known)


def _spellings(person: Person | Referee) -> tuple[str, ...]:
    return (person.name, *getattr(person, "aliases", ()))
