"""What a page says to machines in its head: schema.org, Highwire, Open Graph, and where the facts can be downloaded.

The fields of Open Graph go to sphinxext-opengraph, which writes them; the rest is written here.
"""

import re
from collections.abc import Iterable
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from sphinx_vita.exports import highwire, schema_org
from sphinx_vita.exports.sitemap import alternate_links
from sphinx_vita.locale import _
from sphinx_vita.records import Profile, Publication, Record
from sphinx_vita.records.portfolio import Page, Portfolio
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.lookup import Uses
from sphinx_vita.sphinx.output.export import CITATIONS, EXPORTS, FEED, citation_path
from sphinx_vita.sphinx.output.icons import TOUCH_SIZE
from sphinx_vita.sphinx.output.open_graph import Attributes, cards_and_types, open_graph
from sphinx_vita.sphinx.pages.front_matter import HTML_BUILDERS, has_exports
from sphinx_vita.sphinx.portfolio import portfolio_of

# docutils writes one on every page, as every theme for Sphinx does.
_VIEWPORT = re.compile(r"<meta name=\"viewport\"[^>]*>\s*")


def add_head(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Fill the head of a page; pages that no source stands behind get the icons alone."""
    if app.builder.name not in HTML_BUILDERS:
        # sphinxext-opengraph asks pages that are data, as json's, for what only a page has, and ends the build there.
        context["meta"] = {**(context.get("meta") or {}), "ogp_disable": "true"}
        return
    links: list[Attributes] = _icons(app, pagename) if has_exports(app) and not app.config.html_favicon else []
    page = portfolio_of(app).page(pagename)
    if doctree is None or page is None:
        context["metatags"] = context.get("metatags", "") + _elements("link", _from_here(app, pagename, links))
        return
    portfolio, paper = portfolio_of(app), paper_of(app, pagename)
    metas = [{"name": "description", "content": page.description}]
    metas += cards_and_types(app, portfolio, page, paper)
    if paper:
        metas += [{"name": name, "content": content} for name, content in highwire.tags(paper, portfolio)]
    if has_exports(app):
        links += _downloads(app, page, paper)
    context["metatags"] = (
        _VIEWPORT.sub("", context.get("metatags", ""))
        + _elements("meta", metas)
        + _elements("link", [*_alternates(page), *_from_here(app, pagename, links)])
        + _scripts([*subject_of(app, page), *_trail(app, page, context.get("parents") or ())])
    )
    context["meta"] = {**(context.get("meta") or {}), **open_graph(app, portfolio, page, paper)}
    context["pageurl"] = _url(portfolio, page) or None  # which themes name as the canonical address


def _scripts(things: Iterable[dict[str, Any]]) -> str:
    return "".join(f'<script type="application/ld+json">{schema_org.script(data)}</script>\n' for data in things)


def paper_of(app: Sphinx, pagename: str) -> Publication | None:
    """Return the publication that a page is about, as one cites it."""
    domain = vita_domain(app.env)
    keys = domain.data["pages"].get(pagename, ())
    return next((domain.publications[key].cited for key in keys if key in domain.publications), None)


def _elements(name: str, rows: list[Attributes]) -> str:
    return "".join(f"<{name}{''.join(f' {key}={_quoted(value)}' for key, value in row.items())}>\n" for row in rows)


def _quoted(value: str) -> str:
    return f'"{escape(value)}"'


def _from_here(app: Sphinx, pagename: str, links: list[Attributes]) -> list[Attributes]:
    """Address files of the site's root from a page; the page for missing ones is shown at any depth."""
    if pagename == getattr(app.config, "notfound_pagename", None):
        root = app.config.notfound_urls_prefix or "/"
        return [{**link, "href": root + link["href"]} for link in links]
    here = app.builder.get_target_uri(pagename)
    return [{**link, "href": relative_uri(here, link["href"])} for link in links]


def _icons(app: Sphinx, pagename: str) -> list[Attributes]:
    return [
        {"rel": "icon", "type": "image/svg+xml", "href": "icon.svg"},
        {"rel": "apple-touch-icon", "sizes": f"{TOUCH_SIZE}x{TOUCH_SIZE}", "href": "apple-touch-icon.png"},
        # Browsers fetch it at once; the first page of most visits does without.
        *([{"rel": "manifest", "href": "site.webmanifest"}] if pagename != app.config.root_doc else []),
    ]


def _downloads(app: Sphinx, page: Page, paper: Publication | None) -> list[Attributes]:
    """Name what can be downloaded: of the site on its home page, the feed everywhere, a paper's on its own page."""
    is_home = page.docname == app.config.root_doc
    files = [(path, export) for path, export in EXPORTS.items() if export.media_type and (is_home or path == FEED)]
    links = [
        {"rel": "alternate", "type": export.media_type, "title": _(export.title), "href": path}
        for path, export in files
    ]
    if paper:
        name = vita_domain(app.env).slugs[paper.key]
        links += [
            {
                "rel": "alternate",
                "type": EXPORTS[f"publications.{ending}"].media_type,
                "title": _("This paper as {}").format(title),
                "href": citation_path(name, ending),
            }
            for ending, (title, _dump) in CITATIONS.items()
        ]
    return links


def _alternates(page: Page) -> list[Attributes]:
    """Name the page in each language, itself too, as search engines ask for."""
    return [{"rel": "alternate", "hreflang": language, "href": address} for language, address in alternate_links(page)]


def head_facts(app: Sphinx, docname: str) -> object:
    """Return what the head of a page is made of, to tell whether it must be written again.

    That of a paper is made of the paper and its authors, which its page shows, and of its address.
    """
    portfolio, paper = portfolio_of(app), paper_of(app, docname)
    page = portfolio.page(docname)
    if page is None or app.builder.name not in HTML_BUILDERS:
        return None
    is_home = docname == app.config.root_doc
    subject = portfolio.whole_url(paper) if paper and not is_home else subject_of(app, page)
    return page.description, page.alternates, subject


def subject_of(app: Sphinx, page: Page) -> list[dict[str, Any]]:
    """Describe what a page is about, in schema.org's words; nothing for a page of prose."""
    portfolio, paper = portfolio_of(app), paper_of(app, page.docname)
    if page.docname == app.config.root_doc:
        shown = _shown_on(app, page.docname)
        has_contact = any(Profile.kind in query.kinds for query in _uses(app, page.docname).queries)
        return [schema_org.profile_page(portfolio, shown=shown, has_contact=has_contact)]
    if paper:
        return [schema_org.scholarly_article(paper, portfolio)]
    if page.docname == vita_domain(app.env).catalog.list_page:
        return [schema_org.collection_page(page.title, _url(portfolio, page), portfolio.publications, portfolio)]
    return []


def _shown_on(app: Sphinx, docname: str) -> list[Record]:
    """Return the records that a page shows, its own and those of its views, each once, as the portfolio orders them."""
    domain = vita_domain(app.env)
    in_views = [record for query in _uses(app, docname).queries for record in domain.catalog.select(query)]
    keys = {(record.kind, record.key) for record in in_views}
    of_kinds = portfolio_of(app).records.values()
    records = [record for of_kind in of_kinds for record in of_kind]
    return [each for each in records if each.docname == docname or (each.kind, each.key) in keys]


def _uses(app: Sphinx, docname: str) -> Uses:
    uses: Uses = vita_domain(app.env).data["uses"].get(docname, Uses())
    return uses


def _url(portfolio: Portfolio, page: Page) -> str:
    return portfolio.address + page.path if portfolio.address else ""


def _trail(app: Sphinx, page: Page, parents: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """Describe the way to a page from the home page, which has none; only absolute addresses can say it."""
    portfolio = portfolio_of(app)
    url = _url(portfolio, page)
    if not url or page.docname == app.config.root_doc:
        return []
    trail = [(portfolio.title, portfolio.address)]
    trail += [(_text(each["title"]), urljoin(url, each["link"])) for each in parents]
    return [schema_org.breadcrumb_list([*trail, (page.title, url)])]


def _text(title: str) -> str:
    """Take the markup off a title of Sphinx's, which is HTML."""
    return unescape(re.sub(r"<[^>]*>", "", title))
