"""The way from one paper's page to the next: the list above it, the newer paper and the older one.

The pages of papers stand outside of the table of contents, since a theme may print all of it on every page.
"""

from dataclasses import dataclass
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_vita.records import Publication
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.look import render_part
from sphinx_vita.sphinx.lookup import Catalog


@dataclass(frozen=True, slots=True)
class Neighbor:
    """A page beside or above a paper's page."""

    docname: str
    title: str = ""  # "" for a page that says its own


def neighbors_of(catalog: Catalog, key: str) -> tuple[Neighbor | None, Neighbor | None, Neighbor | None]:
    """Return the list that a paper is in, the newer and the older paper among those with a page of their own."""
    paged = catalog.with_own_page
    position = catalog.places.get(key)
    above = catalog.list_page
    if position is None:
        return (Neighbor(above) if above else None, None, None)
    newer = paged[position - 1] if position > 0 else None
    older = paged[position + 1] if position + 1 < len(paged) else None
    return (Neighbor(above) if above else None, _page(catalog, newer), _page(catalog, older))


def _page(catalog: Catalog, publication: Publication | None) -> Neighbor | None:
    address = catalog.address(publication) if publication else None
    return Neighbor(address.docname, str(publication.title)) if publication and address else None


def add_neighbors(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Fill what every Sphinx theme knows as `parents`, `prev` and `next` on the page of a paper."""
    keys = vita_domain(app.env).data["pages"].get(pagename) if doctree else None
    if not keys:
        return
    above, newer, older = neighbors_of(vita_domain(app.env).catalog, keys[0])
    links = [_link(app, pagename, each) for each in (above, newer, older)]
    context["parents"] = [links[0]] if links[0] else []
    context["prev"], context["next"] = links[1], links[2]
    if context["parents"]:
        context["body"] = render_part(app, "vita/breadcrumb.html", parents=context["parents"]) + context["body"]


def _link(app: Sphinx, docname: str, neighbor: Neighbor | None) -> dict[str, str] | None:
    if neighbor is None or neighbor.docname not in app.env.all_docs:
        return None
    title = neighbor.title or app.env.titles[neighbor.docname].astext()
    return {"link": app.builder.get_relative_uri(docname, neighbor.docname), "title": escape(title)}
