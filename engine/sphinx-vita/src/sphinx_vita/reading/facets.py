"""Facets: what records are chosen and grouped by, such as their type or their tags, and the words that each can be.

Which of these words a record has is told by `sphinx_vita.sphinx.facets`, which knows whose portfolio it is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sphinx_vita.locale import N_
from sphinx_vita.reading.bibtex.known_fields import CITED
from sphinx_vita.records import KINDS, Publication, Status, options_of
from sphinx_vita.records.work_types import TYPE_NAMES, WORK_TYPES

FACETS = ("kind", "type", "status", "tags", "year", "role", "file")
TYPE_AS_WRITTEN = "type as written"  # also of what is not out: where it was sent, not how far it is
OTHER = "other"  # what fits nowhere else
ANY = "*"  # whatever stands there
ROLES = {  # of the person in a publication, with the heading of a group; in the order of a CV
    "first author": N_("First author"),
    "corresponding author": N_("Corresponding author"),
    "equal contribution": N_("Equal contribution"),
    "last author": N_("Last author"),
    "sole author": N_("Sole author"),
    "author": N_("Co-author"),
    "editor": N_("Editor"),
    "translator": N_("Translator"),
}
_ROLE_NAMES = {role: role for role in ROLES} | {
    "first": "first author",
    "corresponding": "corresponding author",
    "equal": "equal contribution",
    "equal contributor": "equal contribution",
    "last": "last author",
    "senior": "last author",
    "senior author": "last author",
    "sole": "sole author",
    "single author": "sole author",
    "co-author": "author",
    "coauthor": "author",
}
_OWN_FIELDS = ("entrytype", "award")  # of entries, which the file writes elsewhere or in several fields


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a facet can be: how each may be written, with the word that it is; an open one has others too."""

    names: Mapping[str, str]
    shown: tuple[str, ...]  # those that a message proposes
    is_open: bool
    advice: str = ""  # the end of a message about a word that is none of them, which has the place of `{}`


@dataclass(frozen=True, slots=True)
class Choice:
    """What a facet of a record must be: one of the words that are wanted, if any, and none of the others; folded."""

    facet: str
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def accepts(self, values: Iterable[str]) -> bool:
        """Whether what a record says of the facet is chosen."""
        said = {folded(value) for value in values}
        said |= {ANY} if said else set()
        return (not self.wanted or not said.isdisjoint(self.wanted)) and said.isdisjoint(self.unwanted)


def folded(word: str) -> str:
    """Return one form for a word however it is written: `Deep  Learning` is `deep learning`."""
    return " ".join(word.casefold().split())


def fields_of(kinds: Iterable[str]) -> Iterator[str]:
    """Yield the fields that records of some kinds may be chosen by; of a publication, those that others cite it by."""
    for kind in kinds:
        yield from (*sorted(CITED), *_OWN_FIELDS) if kind == Publication.kind else options_of(KINDS[kind])


def vocabulary(facet: str, kinds: tuple[str, ...]) -> Vocabulary:
    """Return the words of a facet; open where kinds other than publications say it in words of their authors."""
    is_declared = any(facet in options_of(KINDS[kind]) for kind in kinds if kind != Publication.kind)
    closed: dict[str, tuple[Mapping[str, str], Iterable[str]]] = {
        "kind": ({kind: kind for kind in KINDS}, KINDS),
        "type": (TYPE_NAMES, WORK_TYPES),
        "status": ({str(status): str(status) for status in Status}, Status),
        "role": (_ROLE_NAMES, ROLES),
    }
    names, shown = closed.get(facet, ({}, ()))
    advice = "; write ':where: entrytype = {}' for entries of a type of your own" if facet == "type" else ""
    return Vocabulary(names, tuple(map(str, shown)), is_declared or facet not in closed, advice)
