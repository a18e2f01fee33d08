"""The groups of a view and the numbers of its entries: which record stands where, and under which title."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from sphinx_vita.locale import N_, _
from sphinx_vita.reading.facets import OTHER, ROLES, folded
from sphinx_vita.reading.view_options import Query
from sphinx_vita.records import KINDS, Record, Status
from sphinx_vita.records.slugs import fold
from sphinx_vita.records.work_types import WORK_TYPES
from sphinx_vita.sphinx.facets import NOW, STATUS_TITLES, UNDATED, UNTIL_DATED

_ONE_EACH = ("kind", "type", "status", "year", "role", "file")  # facets of which the first word says it
_OF_SEVERAL_NAMES = ("type", "file")  # facets of which each word of a record names its group
_KINDS = {"publication": N_("Publications"), "person": N_("People")}  # that no export has a heading for
_TITLES: dict[str, Mapping[str, str]] = {
    "type": {name: each.heading for name, each in WORK_TYPES.items()},
    "status": {str(status): title for status, title in STATUS_TITLES.items()},
    "role": ROLES,
    "year": {folded(title): title for title in (*UNTIL_DATED.values(), UNDATED, NOW)},
}
_OTHER_TITLE = N_("Other")
_YEARS = [folded(title) for status, title in UNTIL_DATED.items() if status is not Status.PUBLISHED] + [folded(NOW)]


@dataclass(frozen=True, slots=True)
class Group:
    """Some records of a view in their order, with a number for each where they are numbered."""

    names: tuple[str, ...]  # the words that they share, the first of them for the anchor
    title: str  # "" for a view without groups
    records: tuple[Any, ...]
    numbers: tuple[int, ...] = ()
    prefix: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The numbers as they are printed: `J12`."""
        return tuple(f"{self.prefix}{number}" for number in self.numbers)


Facet = Callable[[Record, str], tuple[str, ...]]


def grouped(records: Sequence[Any], query: Query, facets: Facet) -> list[Group]:
    """Cut the records of a view into its groups, each in the order of the view, and number them."""
    groups = [Group((), "", tuple(records))] if records else []
    if query.group != "none" and records:
        found = _found(records, query, facets)
        is_parted = list(found) != [OTHER] or any(OTHER in words for words, _ in query.titles)
        groups = [_group(word, found[word], query, facets) for word in sorted(found, key=_rank(query))]
        groups = groups if is_parted else [replace(groups[0], title="")]
    return _numbered(groups, query) if query.numbered else groups


def _found(records: Sequence[Any], query: Query, facets: Facet) -> dict[str, list[Any]]:
    """Put each record into the first of the titled groups that fits, else under its own word, else into the rest.

    A titled group goes by its first word. Where `other` has a title, or some of the tags have, what fits none of the
    titles is the rest.
    """
    taken = {word: words[0] for words, _ in reversed(query.titles) for word in words}
    places = [words[0] for words, _ in query.titles]
    has_rest = OTHER in taken or (query.group == "tags" and bool(taken))
    found: dict[str, list[Any]] = {}
    for record in records:
        words = [folded(value) for value in facets(record, query.group)]
        titled = sorted({taken[word] for word in words if word in taken}, key=places.index)
        own = [] if has_rest else words[:1] if query.group in _ONE_EACH else dict.fromkeys(words)
        fitting = titled or list(own) or [taken.get(OTHER, OTHER)]
        for word in fitting if query.repeated else fitting[:1]:
            found.setdefault(word, []).append(record)
    return found


def _group(word: str, records: Sequence[Any], query: Query, facets: Facet) -> Group:
    """Name a group: by its title, else by its heading, else by its word as a record has it."""
    words, title = next((titled for titled in query.titles if titled[0][0] == word), ((word,), ""))
    written = {value for record in records for value in facets(record, query.group) if folded(value) == word}
    if query.group in _OF_SEVERAL_NAMES and len(words) == 1:
        words = tuple(dict.fromkeys((word, *map(folded, facets(records[0], query.group)))))
    return Group(words, title or _title(word, min(written, default=word), query.group), tuple(records))


def _titles(facet: str) -> Mapping[str, str]:
    """Return the headings of a facet's words, in the order of a CV; a site may have kinds of its own."""
    if facet == "kind":
        return {name: _KINDS.get(name) or kind.exported.heading or kind.noun for name, kind in KINDS.items()}
    return _TITLES.get(facet, {})


def _title(word: str, written: str, facet: str) -> str:
    if word == OTHER:
        return _(_OTHER_TITLE)
    if facet == "file":
        written = re.sub("[-_]", " ", PurePosixPath(written).stem)
    title = _titles(facet).get(word)
    return _(title) if title else written[:1].upper() + written[1:]


def _rank(query: Query) -> Callable[[str], tuple[Any, ...]]:
    """Sort the titled groups as they are written, then the others as a CV has them, then what fits nowhere."""
    places = {words[0]: place for place, (words, _) in reversed(list(enumerate(query.titles)))}
    order = list(_titles(query.group))

    def rank(word: str) -> tuple[Any, ...]:
        if word in places:
            return (0, places[word])
        if word == OTHER:
            return (2,)
        if query.group == "year":
            return _rank_of_year(word, is_reversed=query.sort == "oldest")
        return (1, order.index(word) if word in order else len(order), fold(word), word)

    return rank


def _rank_of_year(word: str, *, is_reversed: bool) -> tuple[int, ...]:
    """Sort what has no year yet before the newest, and what has no date behind the oldest."""
    if word == folded(UNDATED):
        return (1, 2, 0)
    year = -int(word) if word.isdecimal() else -100_000 + _YEARS.index(word)
    return (1, 1, -year if is_reversed else year)


def _numbered(groups: Sequence[Group], query: Query) -> list[Group]:
    """Give the newest the highest number; where the newest does not come first, the first has the number one.

    Groups of one prefix are numbered through, so that no two entries have one label.
    """
    is_descending = query.sort == "newest" or (not query.sort and not query.keys)
    prefixes = [_prefix(group, query) for group in groups]
    is_through = query.numbered == "through"
    series = [("", 0) if is_through else (prefix, -1 if prefix else place) for place, prefix in enumerate(prefixes)]
    totals: Counter[tuple[str, int]] = Counter()
    for each, group in zip(series, groups, strict=True):
        totals[each] += len(group.records)
    used: Counter[tuple[str, int]] = Counter()
    numbered = []
    for each, group, prefix in zip(series, groups, prefixes, strict=True):
        first = totals[each] - used[each] if is_descending else used[each] + 1
        step = -1 if is_descending else 1
        numbers = tuple(first + step * place for place in range(len(group.records)))
        used[each] += len(group.records)
        numbered.append(replace(group, numbers=numbers, prefix=prefix))
    return numbered


def _prefix(group: Group, query: Query) -> str:
    """Return the prefix of a group: of its own words, else that of all."""
    prefixes = dict(reversed(query.prefixes))
    return next((prefixes[name] for name in group.names if name in prefixes), prefixes.get("", ""))
