"""All that is known once every page has been read: which records there are, where each stands.

A catalog is made anew from the domain's data after reading; nothing in it is stored.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sphinx_vita.reading.facets import folded
from sphinx_vita.reading.view_options import Query
from sphinx_vita.records import KINDS, Person, Profile, Publication, Record, Referee, newest_first
from sphinx_vita.records.keys import possible_keys, settled
from sphinx_vita.records.slugs import slug
from sphinx_vita.sphinx.facets import Facets
from sphinx_vita.sphinx.order import in_order
from sphinx_vita.sphinx.people import People

Place = tuple[str, str, int]  # kind, shortest key and line of a record on its page


@dataclass(frozen=True, slots=True)
class Address:
    """Where a record stands on the site."""

    docname: str
    anchor: str  # "" for a page that shows it first of all


@dataclass(frozen=True, slots=True)
class Uses:
    """What a page needs to know of records, its own or others: by views and by references."""

    queries: tuple[Query, ...] = ()
    targets: tuple[tuple[str, str], ...] = ()  # type of reference, target


class Catalog:
    """Looks records up by key and by query."""

    def __init__(
        self,
        records: Mapping[str, Sequence[Record]],
        publications: Mapping[str, Publication],
        slugs: Mapping[str, str],
        pages: Mapping[str, Sequence[str]],
        uses: Mapping[str, Uses],
        *,
        heads: Mapping[str, Sequence[str]],
        metadata: Mapping[str, Mapping[str, Any]],
    ) -> None:
        self._noted = records  # by page, as they were read
        self.slugs = slugs  # of the publications, by key
        self.publications = publications  # by key, in the order of the bibliographies
        self.pages = pages  # the keys of the publications that have a page of their own, by page
        self._uses = uses
        self._heads = heads  # the anchors that stand at the first heading of a page, by page
        self._metadata = metadata
        self._selected: dict[Query, list[Any]] = {}
        self.facets = Facets(lambda name: self.people.role_of(str(name))[0])  # whose names stand out, and no others

    @cached_property
    def _printed(self) -> set[str]:
        """The pages that are set as PDF too."""
        return {docname for docname, stated in self._metadata.items() if stated.get("pdf")}

    @cached_property
    def records(self) -> dict[str, list[Record]]:
        """The records of each page, each with its key."""
        docnames = sorted(self._noted)
        given = iter(settled(record for docname in docnames for record in self._noted[docname]))
        return {docname: [next(given) for _ in self._noted[docname]] for docname in docnames}

    @cached_property
    def queries(self) -> dict[str, tuple[Query, ...]]:
        """The views of each page."""
        return {docname: uses.queries for docname, uses in self._uses.items()}

    @cached_property
    def _all(self) -> dict[str, list[Record]]:
        """The records of each kind, in the order of pages and lines; those of one key too."""
        found: dict[str, list[Record]] = {kind: [] for kind in KINDS}
        for records in self.records.values():
            for record in records:
                found[record.kind].append(record)
        found[Publication.kind] += self.publications.values()
        return found

    @cached_property
    def _by_kind(self) -> dict[str, dict[str, Record]]:
        """The first record of each key."""
        return {kind: {record.key: record for record in reversed(records)} for kind, records in self._all.items()}

    def find(self, kind: str, target: str) -> Record | None:
        """Find a record by its key; the year and what follows it may be left out where that leaves one record."""
        of_kind = self._by_kind[kind]
        if target in of_kind:
            return of_kind[target]
        pattern = re.compile(rf"{re.escape(target)}-[0-9]{{4}}(?:-.*)?")
        matches = [key for key in of_kind if key.startswith(target) and pattern.fullmatch(key)]
        return of_kind[matches[0]] if len(matches) == 1 else None

    def keys(self, kind: str) -> list[str]:
        """Return all keys of a kind, each once."""
        return list(dict.fromkeys(record.key for record in self._all[kind]))

    def of_kind(self, kind: str) -> list[Record]:
        """Return all records of a kind, the first of each key, in the order of pages and lines."""
        return [record for record in self._all[kind] if self._by_kind[kind][record.key] is record]

    def select(self, query: Query) -> list[Any]:
        """Return the records that a query chooses, in its order; several ask for those of one view."""
        if query not in self._selected:
            kinds = (self._all[kind] for kind in query.kinds)
            chosen = [record for records in kinds for record in records if query.accepts(record, self.facets)]
            self._selected[query] = in_order(chosen, query)[: query.limit]
        return self._selected[query].copy()

    def newest_publications(self, chosen: Iterable[Any] | None = None) -> list[Publication]:
        """Sort publications newest first; those of one date keep the order of the bibliography."""
        return newest_first(self.publications.values() if chosen is None else chosen)

    @cached_property
    def profile(self) -> Profile | None:
        """The person whose portfolio it is."""
        return next((record for record in self._all[Profile.kind] if isinstance(record, Profile)), None)

    @cached_property
    def people(self) -> People:
        """Who is who."""
        records = (record for kind in (Person.kind, Referee.kind) for record in self._all[kind])
        return People(self.profile, records, self.publications.values())

    @cached_property
    def _homes(self) -> dict[str, str]:
        """The page of each publication: its own, else that of the first view that shows it, full lists first.

        A page that is a PDF too, such as a CV, is a copy to be printed: it is nobody's home while another page is.
        """
        homes: dict[str, str] = {}
        for docname in sorted(self.pages):
            for key in self.pages[docname]:
                homes.setdefault(key, docname)
        views = [(query, docname) for docname, queries in self.queries.items() for query in queries]
        shown = [view for view in views if view[0].places_publications]
        for query, docname in sorted(
            shown,
            key=lambda view: (view[1] in self._printed, not view[0].is_everything, view[0].style != "list", view[1]),
        ):
            for record in self.select(query):
                if isinstance(record, Publication):
                    homes.setdefault(record.key, docname)
        return homes

    @cached_property
    def _homes_of_copies(self) -> dict[tuple[str, str], str]:
        """The pages of records that are written on a page that is a PDF too, while a view of another shows them."""
        views = [(query, docname) for docname, queries in self.queries.items() for query in queries]
        shown = [view for view in views if view[0].style == "cards" and view[1] not in self._printed]
        homes: dict[tuple[str, str], str] = {}
        for query, docname in sorted(shown, key=lambda view: (bool(view[0].keys or view[0].limit), view[1])):
            for record in self.select(query):
                if record.docname in self._printed:
                    homes.setdefault((record.kind, record.key), docname)
        return homes

    def address(self, record: Record) -> Address | None:
        """Return the place of a record; None for a publication that no page shows."""
        if isinstance(record, Publication):
            home = self._homes.get(record.key)
            return self._address(home, self.anchor(record)) if home else None
        is_copy = record.docname in self._printed
        home = self._homes_of_copies.get((record.kind, record.key)) if is_copy else None
        return self._address(home or record.docname, self.anchor(record))

    def _address(self, docname: str, anchor: str) -> Address:
        return Address(docname, "" if anchor in self._heads.get(docname, ()) else anchor)

    @cached_property
    def _paged_keys(self) -> frozenset[str]:
        return frozenset(key for keys in self.pages.values() for key in keys)

    def has_own_page(self, publication: Publication) -> bool:
        """Whether a page is about this publication."""
        return publication.key in self._paged_keys

    @cached_property
    def with_own_page(self) -> list[Publication]:
        """The publications that have a page of their own, the newest first."""
        return [publication for publication in self.newest_publications() if self.has_own_page(publication)]

    @cached_property
    def with_tag(self) -> dict[str, list[Publication]]:
        """The publications that have a tag, however it is written, the newest first."""
        found: dict[str, list[Publication]] = {}
        for publication in self.newest_publications():
            for tag in dict.fromkeys(map(folded, publication.tags)):
                found.setdefault(tag, []).append(publication)
        return found

    @cached_property
    def list_page(self) -> str:
        """The page with the fullest list of publications, a CV's only if there is no other; "" where there is none."""
        views = [(query, docname) for docname, queries in self.queries.items() for query in queries]
        lists = [(query, docname) for query, docname in views if query.kinds == (Publication.kind,)]
        shown: dict[str, set[str]] = {}
        for query, docname in lists:
            shown.setdefault(docname, set()).update(publication.key for publication in self.select(query))
        order = {page: (page in self._printed, -len(shown[page]), len(self.queries[page]), page) for page in shown}
        return min(shown, key=order.__getitem__, default="")

    def is_printed(self, docname: str) -> bool:
        """Whether a page is set as PDF too."""
        return docname in self._printed

    def anchor(self, record: Record) -> str:
        """Return the id of the record's place on its page."""
        if isinstance(record, Publication):
            return f"{record.kind}-{self.slugs[record.key]}"
        return anchor_of(record)


def anchor_of(record: Record) -> str:
    """Return the id of a record that a page defines."""
    return f"{record.kind}-{slug(record.key)}"


def place_of(record: Record) -> Place:
    """Tell the records of a page apart, whatever keys they are given in the end."""
    return (record.kind, next(possible_keys(record)), record.line)
