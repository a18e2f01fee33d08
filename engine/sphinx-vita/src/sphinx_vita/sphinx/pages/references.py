"""References to what is no object of the domain: names in a list of people, and pages and files that a record names.

Sphinx asks about each once all pages are read, since the domain knows none of them.
"""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.osutil import relative_uri

from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.pages.front_matter import pages_with_pdf
from sphinx_vita.sphinx.render.inline import external_link


def resolve_reference(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.Element
) -> nodes.Element | None:
    """Resolve a name or a file; return None for whatever else is missing."""
    if node.get("refdomain") != "vita":
        return None
    if node["reftype"] == "author":
        return _resolve_author(vita_domain(env).catalog, node["reftarget"], content)
    return _resolve_file(app, node, content) if node["reftype"] == "file" else None


def _resolve_author(catalog: Catalog, target: str, content: nodes.Element) -> nodes.Element:
    """Stress the owner's name, link the name of whoever has a home page, leave every other as it is.

    The search finds each by the names that its person has in other scripts.
    """
    is_owner, url = catalog.role_of(target)
    others = catalog.in_other_scripts(target)
    if is_owner:
        content = nodes.strong("", "", *content.children, classes=["vita-owner"])
    elif url:
        content = external_link(url, *content.children)
    if others:
        content["search_terms"] = others
    return content


def _resolve_file(app: Sphinx, node: pending_xref, content: nodes.Element) -> nodes.Element:
    """Link to a page or a file of the project; formats without files beside them keep the words.

    With `as_pdf`, a page that is set as PDF too is linked as that.
    """
    builder, docname, target = app.builder, node["refdoc"], node["reftarget"]
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
