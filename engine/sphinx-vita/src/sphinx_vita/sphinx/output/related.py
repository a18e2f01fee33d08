"""From a paper's page to the list that it is in, above it, and to what is related, below it.

The pages of papers stand outside of the table of contents, since a theme may print all of it on every page.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_vita.reading.facets import folded
from sphinx_vita.records import Publication
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.languages.pages import language_of_page
from sphinx_vita.sphinx.look import render_part
from sphinx_vita.sphinx.lookup import Catalog

MOST = 3  # related papers
_COMPARED = 60  # papers of a tag, the newest: one that more have says little


@dataclass(frozen=True, slots=True)
class Related:
    """A paper to read next, as a link to its place."""

    docname: str
    anchor: str
    title: str
    venue: str = ""  # "ASPLOS 2026"
    result: str = ""
    languages: tuple[str, str] = ("", "")  # of title and result, where they are not that of the page


def related_to(publication: Publication, with_tag: Mapping[str, Sequence[Publication]]) -> list[Publication]:
    """Return what shares most tags with a publication, a rare one before two that many have; the newest first.

    `with_tag` has the publications of each tag, the newest first.
    """
    scores: dict[str, float] = defaultdict(float)
    found: dict[str, Publication] = {}
    for tag in dict.fromkeys(map(folded, publication.tags)):
        sharing = with_tag.get(tag, ())[:_COMPARED]
        for other in sharing:
            if other.key != publication.key:
                scores[other.key] += 1 / len(sharing)
                found[other.key] = other
    order = sorted(found.values(), key=lambda other: (-round(scores[other.key], 9), other.newest_first, other.key))
    return order[:MOST]


def related_of(catalog: Catalog, key: str) -> list[Related]:
    """Return where the papers stand that are related to one."""
    publication = catalog.publications.get(key)
    others = related_to(publication, catalog.with_tag) if publication else []
    return [shown for other in others if (shown := _shown(catalog, other))]


def _shown(catalog: Catalog, publication: Publication) -> Related | None:
    address = catalog.address(publication)
    if address is None:
        return None
    cited = publication.cited
    place = cited.venue_short or publication.venue_short or ("arXiv" if cited.arxiv else "")
    venue = " ".join(filter(None, (place, cited.printed_year)))
    title, result = publication.title, publication.tldr
    languages = (title.language, result.language)
    return Related(address.docname, address.anchor, str(title), venue, str(result), languages)


def add_related(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Fill what every Sphinx theme knows as `parents` on the page of a paper, and put what is related below its text.

    There is no way to a paper before or behind it: the next in a list is not what a reader wants next.
    """
    domain = vita_domain(app.env)
    keys = domain.data["pages"].get(pagename) if doctree else None
    if not keys:
        return
    above = domain.catalog.list_page
    is_there = above in app.env.all_docs and above != pagename
    context["prev"] = context["next"] = None
    context["parents"] = [_link(app, pagename, above)] if is_there else []
    if is_there:
        context["body"] = render_part(app, "vita/breadcrumb.html", parents=context["parents"]) + context["body"]
    related = [(_address(app, pagename, each), each) for each in related_of(domain.catalog, keys[0])]
    if related:
        context["body"] += render_part(app, "vita/related.html", related=related)


def _link(app: Sphinx, docname: str, above: str) -> dict[str, str]:
    link = app.builder.get_relative_uri(docname, above)
    title, language = escape(app.env.titles[above].astext()), language_of_page(app, above)
    return {"link": link, "title": f'<span lang="{language}">{title}</span>' if language else title}


def _address(app: Sphinx, docname: str, related: Related) -> str:
    anchor = f"#{related.anchor}" if related.anchor else ""
    return app.builder.get_relative_uri(docname, related.docname) + anchor
