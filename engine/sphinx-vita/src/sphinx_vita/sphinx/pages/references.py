"""References to what is no object of the domain: names in a list of people, and pages and files that a record names.

They are resolved once all pages are read; the domain knows none of them.
"""

from typing import Any, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import ReferencesResolver
from sphinx.util.osutil import relative_uri

from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.pages.front_matter import pages_with_pdf
from sphinx_vita.sphinx.render.inline import external_link


class ResolveNames(ReferencesResolver):
    """Resolves names and files, thousands on a page of many papers, without asking the whole build for each."""

    default_priority = 8  # before MyST's and Sphinx's own

    def run(self, **_: Any) -> None:
        """Resolve those of one page."""
        domain = vita_domain(self.env)
        for node in list(self.document.findall(pending_xref)):
            if node.get("refdomain") != domain.name or node["reftype"] not in ("author", "file"):
                continue
            content = cast("nodes.Element", node[0])
            if node["reftype"] == "author":
                found = _resolve_author(domain.catalog, node["reftarget"], content)
            else:
                found = _resolve_file(domain.app, node, content, node.get("refdoc", self.env.docname))
            node.replace_self([found])


def _resolve_author(catalog: Catalog, target: str, content: nodes.Element) -> nodes.Element:
    """Stress the owner's name, link the name of whoever has a home page, leave every other as it is.

    The search finds each by the names that its person has in other scripts.
    """
    is_owner, url = catalog.people.role_of(target)
    others = catalog.people.in_other_scripts(target)
    if is_owner:
        content = nodes.strong("", "", *content.children, classes=["vita-owner"])
    elif url:
        content = external_link(url, *content.children)
    if others:
        content["search_terms"] = others
    return content


def _resolve_file(app: Sphinx, node: pending_xref, content: nodes.Element, docname: str) -> nodes.Element:
    """Link to a page or a file of the project; formats without files beside them keep the words.

    With `as_pdf`, a page that is set as PDF too is linked as that.
    """
    builder, target = app.builder, node["reftarget"]
    is_page = target in app.env.all_docs
    if is_page and node.get("as_pdf") and target in pages_with_pdf(app):
        content = nodes.inline("", "", *content.children, nodes.Text(" (PDF)"), classes=content["classes"])
        uri = relative_uri(builder.get_target_uri(docname), pages_with_pdf(app)[target])
    elif is_page:
        uri = builder.get_relative_uri(docname, target)
    elif builder.format == "html":
        uri = relative_uri(builder.get_target_uri(docname), target)
    else:
        return content
    return nodes.reference("", "", *content.children, refuri=uri, internal=True, classes=content["classes"])
