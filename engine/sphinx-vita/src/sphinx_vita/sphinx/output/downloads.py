"""What a visitor can take home: the directive `downloads` lists it, and the foot of every page leads there.

The page of a paper and the list of all offer their citations as files.
"""

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from sphinx_vita.sphinx.config import last_updated
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.languages.pages import language_of_page
from sphinx_vita.sphinx.look import render_part
from sphinx_vita.sphinx.output.export import CITATIONS, FEED, citation_path, offered
from sphinx_vita.sphinx.pages.front_matter import has_exports, pages_with_downloads, pages_with_pdf
from sphinx_vita.sphinx.render.inline import block, file_link, joined, line
from sphinx_vita.sphinx.render.nodes import OfTheEngine, citation_files, spoken


class downloads(OfTheEngine, nodes.General, nodes.Element):  # noqa: N801 (docutils names nodes so)
    """The place of the list of downloads."""


class FillDownloads(SphinxPostTransform):
    """Fills the lists, the links to citations and that to a page's PDF; other builders than HTML make no downloads."""

    default_priority = 5  # after the views, which bring links of their own

    def run(self, **_: Any) -> None:
        """Fill them before references are resolved."""
        app = vita_domain(self.env).app
        for place in list(self.document.findall(citation_files)):
            place.replace_self(_citations(app, place) if has_exports(app) else [])
        for node in list(self.document.findall(downloads)):
            items = [_item(*row) for row in offered(app)]
            node.replace_self([nodes.bullet_list("", *items, classes=["vita-download-list"])] if items else [])
        path = pages_with_pdf(app).get(self.env.docname)
        heading = self.document.next_node(nodes.title)
        if path and heading:
            heading.parent.insert(heading.parent.index(heading) + 1, _pdf(path, heading.astext()))


def _pdf(path: str, title: str) -> nodes.container:
    """Make the button of a page's PDF, which stands beside the heading."""
    words = nodes.Text("PDF"), spoken("", f" of {title}")
    names = ["sd-sphinx-override", "sd-btn", "vita-button", "vita-button-cv"]
    return block("page-pdf", *line("buttons", file_link(path, *words, classes=names)))


def _item(path: str, title: str, description: str) -> nodes.list_item:
    return nodes.list_item(
        "", nodes.paragraph("", "", file_link(path, nodes.Text(title)), nodes.Text(f", {description}"))
    )


def _citations(app: Sphinx, place: citation_files) -> list[nodes.Node]:
    """Make the line of links to the citations, in each format."""
    domain, key = vita_domain(app.env), place["key"]
    publication = domain.publications.get(key)
    if key and publication is None:
        return []
    about = str(publication.cited.title) if publication else "all publications"
    paths = {title: f"publications.{ending}" for ending, (title, _) in CITATIONS.items()}
    if key:
        paths = {title: citation_path(domain.slugs[key], ending) for ending, (title, _) in CITATIONS.items()}
    links = [[file_link(path, nodes.Text(title), spoken("", f" of {about}"))] for title, path in paths.items()]
    words = "As a file: " if key else "All of them: "
    return [block("citation-files", *line("citations", nodes.Text(words), *joined(links, ", ")))]


def footer_links(app: Sphinx) -> list[tuple[str, str, str]]:
    """Return path, title and language of what stands at the foot of every page; "" for that of the page."""
    printed = pages_with_pdf(app)
    titles = {docname: app.env.titles[docname].astext() for docname in printed}
    languages = {docname: language_of_page(app, docname) for docname in printed}
    files = [(path, f"{titles[docname]} (PDF)", languages[docname]) for docname, path in printed.items()]
    apart = [docname for docname in printed if "orphan" in app.env.metadata[docname]]  # no menu leads there
    files += [(app.builder.get_target_uri(docname), titles[docname], languages[docname]) for docname in apart]
    files += [("publications.bib", "BibTeX", ""), (FEED, "Feed", "")]
    all_of_them = [app.builder.get_target_uri(docname) for docname in pages_with_downloads(app)[:1]]
    return files + [(address, "All downloads", "") for address in all_of_them]


def footer_words(app: Sphinx) -> dict[str, str]:
    """Return what else stands at the foot of every page: where to write to, and when the content was last changed."""
    profile = vita_domain(app.env).catalog.profile
    return {"email": profile.email if profile else "", "updated": last_updated(app.config)}


def add_footer(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Put the most wanted downloads at the foot of a page, with the way to the others."""
    if doctree is None or not has_exports(app):
        return
    here = app.builder.get_target_uri(pagename)
    files = footer_links(app)
    links = [
        {"link": "" if path == here else relative_uri(here, path), "title": title, "lang": language}
        for path, title, language in files
    ]
    context["body"] += render_part(app, "vita/downloads.html", links=links, **footer_words(app))
