"""The filter of a list of papers: what a visitor can choose from, and which of it is true of each paper.

A script does the choosing; without one the list is whole and the filter is not shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from sphinx_vita.locale import N_, _, number
from sphinx_vita.reading.facets import OTHER, folded
from sphinx_vita.reading.view_options import Query
from sphinx_vita.records import Publication
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.look import render_part
from sphinx_vita.sphinx.pages.groups import Facet, grouped
from sphinx_vita.sphinx.render.nodes import OfTheEngine

ENOUGH = 10  # papers for which a filter helps
SCRIPT = "paper-filter.js"
# With the words before the choices.
FACETS = {"type": N_("Type"), "year": N_("Year"), "tags": N_("Topic"), "role": N_("Role")}
_SELECTED = N_("Selected")
_MOST = 12  # choices of a facet; a rarer topic is found by its words
_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that is true of some papers, to be asked for."""

    value: str  # in the address
    title: str
    count: int


class paper_filter(OfTheEngine, nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The controls above a list: `rows` of choices by their facet, for `count` papers; only HTML has them."""


def add_filter(app: Sphinx) -> None:
    """Register the node, and the script for the pages that have it."""
    app.add_node(paper_filter, html=(_controls, None))
    app.connect("html-page-context", _add_script)


def has_filter(queries: Sequence[Query], count: int, *, is_fullest: bool) -> bool:
    """Whether the lists of a page have a filter: where one asks for it, else the fullest list that is long enough."""
    wishes = [query.filter for query in queries]
    return True in wishes or (is_fullest and count >= ENOUGH and False not in wishes)


def controls(papers: Sequence[Publication], facets: Facet) -> paper_filter:
    """Make the filter of some papers; what is true of all or of none is no choice."""
    rows = [(facet, _(title), _choices(papers, facet, facets)) for facet, title in FACETS.items()]
    selected = sum(paper.selected for paper in papers)
    rows.append(("selected", "", [Choice("yes", _(_SELECTED), selected)] if selected < len(papers) else []))
    shown = [(facet, title, choices) for facet, title, choices in rows if any(each.count for each in choices)]
    return paper_filter("", rows=shown, count=len(papers))


def facets_of(paper: Publication, facets: Facet) -> str:
    """Return all that a visitor can ask of a paper, as the script reads it: `type=article|year=2024|tags=noise`."""
    said = [(facet, word) for facet in FACETS for word in _words(paper, facet, facets)]
    said += [("selected", "yes")] if paper.selected else []
    return _SEPARATOR.join(f"{facet}={word}" for facet, word in dict.fromkeys(said))


def _choices(papers: Sequence[Publication], facet: str, facets: Facet) -> list[Choice]:
    """Return what a facet can be, in the order of groups; of topics those that several papers have."""
    query = Query(kinds=(Publication.kind,), group=facet, repeated=True)
    groups = [group for group in grouped(papers, query, facets) if group.title and group.names[0] != OTHER]
    found = [Choice(_plain(group.names[0]), group.title, len(group.records)) for group in groups]
    if facet == "tags":
        often = sorted((each for each in found if each.count > 1), key=lambda each: (-each.count, each.value))
        found = often[:_MOST]
    return found if any(each.count < len(papers) for each in found) else []


def _words(paper: Publication, facet: str, facets: Facet) -> Iterator[str]:
    words = [_plain(folded(word)) for word in facets(paper, facet)]
    yield from words if facet == "tags" else words[:1]


def _plain(word: str) -> str:
    return word.replace(_SEPARATOR, "/")


def _controls(self: HTML5Translator, node: nodes.Element) -> None:
    app = vita_domain(self.builder.env).app
    self.body.append(render_part(app, "vita/filter.html", rows=node["rows"], count=node["count"], number=number))
    raise nodes.SkipNode


def _add_script(
    app: Sphinx, _page: str, _template: str, _context: dict[str, Any], doctree: nodes.document | None
) -> None:
    if doctree is not None and doctree.next_node(paper_filter) is not None:
        app.add_js_file(SCRIPT, loading_method="defer")
