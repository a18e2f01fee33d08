"""Views: places on a page that are filled with records once every page has been read."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.exports.openurl import context_object
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.suggestions import suggest_key
from sphinx_vita.reading.view_options import Query
from sphinx_vita.records import Profile, Publication, Record
from sphinx_vita.sphinx.config import date_style
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.lookup import Catalog, Place, place_of
from sphinx_vita.sphinx.pages.authors import limit_authors
from sphinx_vita.sphinx.pages.contents import GroupAnchors
from sphinx_vita.sphinx.pages.emptiness import leave_out
from sphinx_vita.sphinx.pages.filters import controls, facets_of, has_filter
from sphinx_vita.sphinx.pages.groups import Group, grouped
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.entries import body_of, entry, give_anchor, short_entry
from sphinx_vita.sphinx.render.inline import block
from sphinx_vita.sphinx.render.nodes import OfTheEngine, citation_files, coins, numbered_list
from sphinx_vita.sphinx.render.profile import contact
from sphinx_vita.sphinx.render.publications import card, explanation, item


class view(OfTheEngine, nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of a view; its `query` says what is shown there."""


def listed(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Put each run of entries into a list, so that a screen reader counts them; other nodes stay between."""
    parts: list[nodes.Node] = []
    for is_run, group in groupby(children, key=lambda child: _has_class(child, "vita-entry")):
        run = list(group)
        parts += [_entries(run)] if is_run else run
    return parts


def _entries(entries: Sequence[nodes.Node], group: Group | None = None) -> nodes.bullet_list:
    """Make a list of entries; those with dates stand on a line of time."""
    shown = [each for each in entries if isinstance(each, nodes.Element)]
    dated = any(_has_class(part, "vita-dates") for each in shown for part in each.children)
    return _list("entries", shown, group, ["vita-dated"] if dated else [])


def _has_class(node: nodes.Node, name: str) -> bool:
    return isinstance(node, nodes.Element) and name in node["classes"]


def entries_of(source: nodes.document) -> dict[Place, nodes.container]:
    """Return the entries of a page by what they show; the first where two have one key and one line."""
    found: dict[Place, nodes.container] = {}
    for node in source.findall(nodes.container):
        if "record" in node:
            found.setdefault(node["record"], node)
    return found


class FillViews(SphinxPostTransform):
    """Replaces each view by what it shows, before references are resolved."""

    default_priority = 4

    def run(self, **_: Any) -> None:
        """Fill the views of one page."""
        catalog = vita_domain(self.env).catalog
        self._entries: dict[str, dict[Place, nodes.container]] = {}
        self._anchors = GroupAnchors(self.document)
        placed: set[str] = set()  # the publications that have their anchor on this page already
        views = list(self.document.findall(view))
        lists = [node for node in views if node["query"].kinds == (Publication.kind,)]
        filtered = self._filtered(catalog, lists)
        self._is_filtered = bool(filtered)
        for node in views:
            query: Query = node["query"]
            self._check_keys(catalog, query, node)
            records = catalog.select(query)
            if not records:
                leave_out(catalog, query, node)
                continue
            is_contact = query.kinds == (Profile.kind,)
            shown = self._contact(records) if is_contact else self._fill(catalog, query, records, placed)
            limit_authors(shown, query.authors)
            offers_all = node in lists[-1:] and self._is_list_of_all(catalog)
            above = [controls(self._papers(catalog, filtered), catalog.facets)] if node in filtered[:1] else []
            node.replace_self([*above, *shown, *([citation_files(key="")] if offers_all else [])])

    def _filtered(self, catalog: Catalog, lists: Sequence[nodes.Element]) -> list[nodes.Element]:
        """Return the lists of papers that have a filter together, above the first of them."""
        shown = [each for each in lists if each["query"].style == "list" and catalog.select(each["query"])]
        queries, count = [each["query"] for each in shown], len(self._papers(catalog, shown))
        return shown if has_filter(queries, count, is_fullest=self._is_list_of_all(catalog)) else []

    def _papers(self, catalog: Catalog, lists: Sequence[nodes.Element]) -> list[Publication]:
        return list(dict.fromkeys(paper for each in lists for paper in catalog.select(each["query"])))

    def _check_keys(self, catalog: Catalog, query: Query, node: nodes.Element) -> None:
        known = dict.fromkeys(key for kind in query.kinds for key in catalog.keys(kind)) if query.keys else {}
        for key in query.keys:
            if key not in known:
                message = f"there is no {' or '.join(query.kinds)} {key!r}; {suggest_key(key, known)}"
                warn(Mistake.UNKNOWN_ENTRY, message, at=node)

    def _contact(self, records: Sequence[Record]) -> list[nodes.Node]:
        return [contact(record) for record in records if isinstance(record, Profile)]

    def _fill(self, catalog: Catalog, query: Query, records: list[Any], placed: set[str]) -> list[nodes.Node]:
        """Show records in their groups, each under a heading with an anchor."""
        shown: list[nodes.Node] = []
        for group in grouped(records, query, catalog.facets):
            nodes_of_group = self._group(catalog, query, group, placed)
            if group.title:
                title = nodes.title(group.title, group.title)
                anchors = [self._anchors.of(group)]
                shown.append(nodes.section("", title, *nodes_of_group, ids=anchors, classes=["vita-group"]))
            else:
                shown += nodes_of_group
        return [*shown, *([] if self._has_own_line(query) else explanation(_with_authors(records, query)))]

    def _has_own_line(self, query: Query) -> bool:
        """Whether the papers are printed in a citation style, which has no marks to explain."""
        return bool(self.config.vita_citation_style) and query.kinds == (Publication.kind,) and query.style == "list"

    def _group(self, catalog: Catalog, query: Query, group: Group, placed: set[str]) -> list[nodes.Node]:
        """Show the records of one group: papers as a list or cards, others on a line of time."""
        if query.kinds == (Publication.kind,):
            if query.style == "cards":
                style = date_style(self.config)
                cards = [card(each, style, anchor=self._anchor(catalog, each, placed)) for each in group.records]
                return [_list("cards", cards, group)]
            return [_list("publications", [self._item(catalog, each, placed) for each in group.records], group)]
        style = date_style(self.config)
        is_short = query.style == "list"
        entries = [
            short_entry(each, style) if is_short else self._entry(catalog, each, placed) for each in group.records
        ]
        return [block("timeline", _entries(entries, group))]

    def _anchor(self, catalog: Catalog, publication: Publication, placed: set[str]) -> str:
        """Return the anchor that a publication has here: empty where it stands elsewhere, or here already."""
        address = catalog.address(publication)
        is_home = address is not None and address.docname == self.env.docname and not catalog.has_own_page(publication)
        if not is_home or publication.key in placed:
            return ""
        placed.add(publication.key)
        return catalog.anchor(publication)

    def _item(self, catalog: Catalog, publication: Publication, placed: set[str]) -> nodes.container:
        anchor = self._anchor(catalog, publication, placed)
        has_page, style = catalog.has_own_page(publication), self.config.vita_citation_style
        is_bare = catalog.is_printed(self.env.docname)
        dates = date_style(self.config)
        shown = item(publication, dates, anchor=anchor, has_page=has_page, style=style, is_bare=is_bare)
        if not is_bare:
            facets = facets_of(publication, catalog.facets) if self._is_filtered else ""
            shown += coins(kev=context_object(publication), facets=facets)
        return shown

    def _is_list_of_all(self, catalog: Catalog) -> bool:
        """Whether this page is where one looks for publications, so that their citations are offered here."""
        return catalog.list_page == self.env.docname

    def _entry(self, catalog: Catalog, record: Record, placed: set[str]) -> nodes.container:
        """Make the entry of a record of this or another page, with its body from there."""
        if isinstance(record, Publication):
            return block("entry", self._item(catalog, record, placed), classes=["sd-card"])
        original = self._entries_on(record.docname).get(place_of(record))
        body = body_of(original) if original is not None else []
        for part in body:
            for node in part.findall(nodes.Element):
                if "refdoc" in node:
                    node["refdoc"] = self.env.docname
        shown = entry(record, body, date_style(self.config))
        address, anchor = catalog.address(record), catalog.anchor(record)
        is_home = address is not None and address.docname == self.env.docname != record.docname
        if is_home and anchor not in placed:
            placed.add(anchor)
            give_anchor(shown, anchor)
        return shown

    def _entries_on(self, docname: str) -> dict[Place, nodes.container]:
        """Return the entries of a page that defines records; each is loaded once."""
        if docname not in self._entries:
            source = self.document if docname == self.env.docname else self.env.get_doctree(docname)
            self._entries[docname] = entries_of(source)
        return self._entries[docname]


def _with_authors(records: Sequence[Record], query: Query) -> list[Publication]:
    """Return the papers whose authors are shown: those of a line of time in its short form are only named."""
    has_authors = query.kinds == (Publication.kind,) or query.style == "cards"
    return [record for record in records if has_authors and isinstance(record, Publication)]


def _list(
    kind: str, items: Sequence[nodes.Element], group: Group | None = None, classes: Sequence[str] = ()
) -> nodes.bullet_list:
    """Make a list of entries; those of a numbered group have their numbers before their heads."""
    numbers = group.numbers if group else ()
    names = [f"vita-{kind}", *classes]
    if not numbers or group is None:
        return nodes.bullet_list("", *(nodes.list_item("", each) for each in items), classes=names)
    for each, label in zip(items, group.labels, strict=True):
        head = next(part for part in each.findall(nodes.Element) if _has_class(part, "vita-head"))
        line = head.next_node(nodes.paragraph) or head
        line.insert(0, nodes.inline("", f"{label}. ", classes=["vita-number"]))
    is_reversed = len(numbers) > 1 and numbers[0] > numbers[1]
    shown = numbered_list("", *(nodes.list_item("", each) for each in items), classes=[*names, "vita-numbered"])
    shown["start"], shown["is_reversed"] = numbers[0], is_reversed
    return shown
