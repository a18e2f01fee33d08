"""Views: places on a page that are filled with records once every page has been read."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.suggestions import suggest_key
from sphinx_vita.reading.view_options import Query
from sphinx_vita.records import Profile, Publication, Record, Status
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.output.downloads import citation_files
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.entries import body_of, entry, short_entry
from sphinx_vita.sphinx.render.inline import block
from sphinx_vita.sphinx.render.profile import contact
from sphinx_vita.sphinx.render.publications import GROUP_TITLES, card, explanation, item

_NO_YEAR_YET = 100_000  # before any year
Place = tuple[str, str, int]  # kind, key and line of a record: two of one key are told apart by their lines


class view(nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of a view; its `query` says what is shown there."""


def listed(children: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Put each run of entries into a list, so that a screen reader counts them; other nodes stay between."""
    parts: list[nodes.Node] = []
    for is_run, group in groupby(children, key=lambda child: _has_class(child, "vita-entry")):
        run = list(group)
        parts += [_entries(run)] if is_run else run
    return parts


def _entries(entries: Sequence[nodes.Node]) -> nodes.bullet_list:
    """Make a list of entries; those with dates stand on a line of time."""
    dated = any(_has_class(part, "vita-dates") for each in entries for part in each.children)
    classes = ["vita-entries", "vita-dated"] if dated else ["vita-entries"]
    return nodes.bullet_list("", *(nodes.list_item("", each) for each in entries), classes=classes)


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
        placed: set[str] = set()  # the publications that have their anchor on this page already
        views = list(self.document.findall(view))
        lists = [node for node in views if node["query"].kinds == (Publication.kind,)]
        for node in views:
            query: Query = node["query"]
            self._check_keys(catalog, query, node)
            records = catalog.select(query)
            level = 1 + _depth(node)
            is_contact = query.kinds == (Profile.kind,)
            shown = self._contact(records) if is_contact else self._fill(catalog, query, records, placed, level)
            offers_all = node in lists[-1:] and self._is_list_of_all(catalog)
            node.replace_self([*shown, *([citation_files(key="")] if offers_all else [])])

    def _check_keys(self, catalog: Catalog, query: Query, node: nodes.Element) -> None:
        known = dict.fromkeys(key for kind in query.kinds for key in catalog.keys(kind)) if query.keys else {}
        for key in query.keys:
            if key not in known:
                warn(
                    Mistake.UNKNOWN_ENTRY,
                    f"there is no {' or '.join(query.kinds)} {key!r}; {suggest_key(key, known)}",
                    at=node,
                )

    def _contact(self, records: Sequence[Record]) -> list[nodes.Node]:
        return [contact(record) for record in records if isinstance(record, Profile)]

    def _fill(
        self, catalog: Catalog, query: Query, records: list[Any], placed: set[str], level: int
    ) -> list[nodes.Node]:
        if query.kinds != (Publication.kind,):
            if query.style == "list":
                return [block("timeline", *listed([short_entry(record) for record in records]))]
            entries = [self._entry(catalog, record, placed) for record in records]
            papers = [record for record in records if isinstance(record, Publication)]
            return [block("timeline", *listed(entries)), *explanation(papers)]
        if query.style == "cards":
            cards = [card(each, anchor=self._anchor(catalog, each, placed)) for each in records]
            return [_list("cards", cards), *explanation([each for each in records if not each.tldr])]
        nodes_of_groups: list[nodes.Node] = []
        for title, group in grouped(records, query.group):
            if title:
                nodes_of_groups.append(nodes.rubric(title, title, classes=["vita-group"], **{"heading-level": level}))
            items = [self._item(catalog, each, placed) for each in group]
            nodes_of_groups.append(_list("publications", items))
        return [*nodes_of_groups, *explanation(records)]

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
        shown = item(publication, anchor=anchor, has_page=catalog.has_own_page(publication))
        shown += [citation_files(key=publication.key)] if self._is_list_of_all(catalog) else []
        return shown

    def _is_list_of_all(self, catalog: Catalog) -> bool:
        """Whether this page is where one looks for publications, so that their citations are offered here."""
        return catalog.list_page == self.env.docname

    def _entry(self, catalog: Catalog, record: Record, placed: set[str]) -> nodes.container:
        """Make the entry of a record of this or another page, with its body from there."""
        if isinstance(record, Publication):
            return block("entry", self._item(catalog, record, placed), classes=["sd-card"])
        original = self._entries_on(record.docname).get((record.kind, record.key, record.line))
        body = body_of(original) if original is not None else []
        for part in body:
            for node in part.findall(nodes.Element):
                if "refdoc" in node:
                    node["refdoc"] = self.env.docname
        return entry(record, body, at_home=False)

    def _entries_on(self, docname: str) -> dict[Place, nodes.container]:
        """Return the entries of a page that defines records; each is loaded once."""
        if docname not in self._entries:
            source = self.document if docname == self.env.docname else self.env.get_doctree(docname)
            self._entries[docname] = entries_of(source)
        return self._entries[docname]


def grouped(publications: Sequence[Publication], by: str) -> list[tuple[str, list[Publication]]]:
    """Cut a list into titled groups by status or year, keeping its order within each."""
    if by == "status":
        groups = [(GROUP_TITLES[status], [each for each in publications if each.status is status]) for status in Status]
        return [(title, group) for title, group in groups if group]
    if by == "year":
        by_year: dict[tuple[int, str], list[Publication]] = {}
        for each in publications:
            by_year.setdefault(_year_group(each if each.date else each.cited), []).append(each)
        return [(title, by_year[place, title]) for place, title in sorted(by_year)]
    return [("", list(publications))] if publications else []


def _year_group(publication: Publication) -> tuple[int, str]:
    """Return place and title of the year of a publication: first what has none yet, then the newest."""
    if publication.date:
        return -publication.date.year, str(publication.date.year)
    if publication.status is Status.PUBLISHED:
        return 1, "Undated"
    titles = GROUP_TITLES | {Status.ACCEPTED: "To appear"}
    return list(Status).index(publication.status) - _NO_YEAR_YET, titles[publication.status]


def _depth(node: nodes.Node) -> int:
    """Count the sections around a node."""
    return 0 if node.parent is None else isinstance(node.parent, nodes.section) + _depth(node.parent)


def _list(kind: str, items: Sequence[nodes.Node]) -> nodes.bullet_list:
    node = nodes.bullet_list("", classes=[f"vita-{kind}"])
    node += [nodes.list_item("", each) for each in items]
    return node
