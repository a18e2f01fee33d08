"""What the names of people and files become once all pages are read.

The owner's name stands out, the names of others link to their home pages, a file is linked where it will stand.
"""

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment
from sphinx.util.osutil import relative_uri

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.names import parse_person
from sphinx_vita.records import KINDS, Publication
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.pages.front_matter import pages_with_pdf
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.inline import external_link

ROLES = {"pub": "publication"} | {kind: kind for kind in KINDS if kind != Publication.kind}


def resolve_author(catalog: Catalog, target: str, content: nodes.Element) -> nodes.Element:
    """Stress the owner's name, link the name of whoever has a home page, leave every other as it is."""
    is_owner, url = catalog.role_of(target)
    if is_owner:
        return nodes.strong("", "", *content.children, classes=["vita-owner"])
    return external_link(url, *content.children) if url else content


def resolve_person(catalog: Catalog, target: str, node: pending_xref, content: nodes.Element) -> nodes.Element:
    """Link a name in prose to its home page; a name that stands nowhere on the site is told."""
    name = parse_person(target)
    record = catalog.find("person", target) or catalog.find_person(name)
    if record is None and not catalog.is_known_name(name):
        message = f"nobody is called {target!r} here; check the spelling, or add a 'person' with that name"
        warn(Mistake.UNKNOWN_REFERENCE, message, at=node)
    url = getattr(record, "url", "")
    return external_link(url, *content.children) if url else content


def resolve_file(
    env: BuildEnvironment, builder: Builder, docname: str, node: pending_xref, content: nodes.Element
) -> nodes.Element:
    """Link to a page or a file of the project; formats without files beside them keep the words.

    With `as_pdf`, a page that is set as PDF too is linked as that.
    """
    target = node["reftarget"]
    if target in env.all_docs and node.get("as_pdf") and target in pages_with_pdf(env._app):
        content = nodes.inline("", "", *content.children, nodes.Text(" (PDF)"), classes=content["classes"])
        uri = relative_uri(builder.get_target_uri(docname), pages_with_pdf(env._app)[target])
    elif target in env.all_docs:
        uri = builder.get_relative_uri(docname, target)
    elif builder.format == "html":
        uri = relative_uri(builder.get_target_uri(docname), target)
    else:
        return content
    return nodes.reference("", "", *content.children, refuri=uri, internal=True, classes=content["classes"])
