"""What the text of a page shows of other pages: its references and its lists of pages, kept apart from the rest of it.

Resolving them alone costs a small part of what writing the page does, and says whether it would come out the same.
"""

import pickle
from collections.abc import Set
from pathlib import PurePosixPath

from docutils import nodes
from sphinx.addnodes import pending_xref, toctree
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import ReferencesResolver
from sphinx.util.docutils import new_document
from sphinx.util.logging import suppress_logging


def links_of(env: BuildEnvironment) -> dict[str, bytes]:
    """Return the store in the environment: pickled nodes by page; pages without any are not in it."""
    found: dict[str, bytes] = env.__dict__.setdefault("clean_rebuilds_links", {})
    return found


def note_links(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the references and the visible toctrees of a page that has just been read."""
    kept = [_alone(node) for node in doctree.findall(_is_link)]
    if kept:
        links_of(app.env)[app.env.docname] = pickle.dumps(kept, pickle.HIGHEST_PROTOCOL)


def forget_links(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page that is gone or read again."""
    links_of(env).pop(docname, None)


def merge_links(_app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment) -> None:
    """Take over what another process has read."""
    theirs = links_of(other)
    links_of(env).update({docname: theirs[docname] for docname in docnames if docname in theirs})


def pages_that_name(
    _app: Sphinx, env: BuildEnvironment, added: set[str], _changed: set[str], removed: set[str]
) -> list[str]:
    """Name the pages with a link to a file that has come or gone as a page: MyST looks for the file when it reads."""
    moved = added | removed
    stems = {PurePosixPath(docname).name.encode() for docname in moved}
    links = links_of(env).items()
    near = [(docname, kept) for docname, kept in links if any(stem in kept for stem in stems)]
    return sorted(docname for docname, kept in near if docname not in removed and moved & _named(env, docname, kept))


def _named(env: BuildEnvironment, docname: str, kept: bytes) -> set[str]:
    """Return the pages that references outside of Sphinx's domains name as files."""
    targets: set[str] = set()
    for node in (node for each in pickle.loads(kept) for node in each.findall(pending_xref)):
        if node.get("refdomain") in (None, "", "doc"):
            path = node["reftarget"].partition("#")[0]
            targets |= {path, env.path2doc(env.relfn2path(path, docname)[1]) or ""}
    return targets


def shown_links(app: Sphinx) -> dict[str, str]:
    """Resolve what each page shows of others now, silently: whoever writes the page tells what is wrong with it."""
    with suppress_logging():
        return {docname: _shown(app, docname, kept) for docname, kept in links_of(app.env).items()}


def _shown(app: Sphinx, docname: str, kept: bytes) -> str:
    document = new_document(str(app.env.doc2path(docname)))
    document.settings.env = app.env
    document += pickle.loads(kept)
    before = app.env.current_document
    app.env.prepare_settings(docname)
    try:
        _resolve(app, document, docname)
    finally:
        app.env.current_document = before
    return "".join(map(str, document.children))


def _resolve(app: Sphinx, document: nodes.document, docname: str) -> None:
    for resolver in _resolvers(app):
        resolver(document).apply()
    for node in list(document.findall(toctree)):
        tree = app.env.resolve_toctree(docname, app.builder, node)
        node.replace_self(tree if tree is not None else [])


def _resolvers(app: Sphinx) -> list[type[ReferencesResolver]]:
    found = [each for each in app.registry.get_post_transforms() if issubclass(each, ReferencesResolver)]
    return sorted(found, key=lambda each: each.default_priority)


def _is_link(node: nodes.Node) -> bool:
    return isinstance(node, pending_xref) or (isinstance(node, toctree) and not node.get("hidden"))


def _alone(node: nodes.Node) -> nodes.Node:
    """Copy a node without the document that it is in, which would be stored with it."""
    copy = node.copy()
    if isinstance(copy, nodes.Element):
        copy.children = [_alone(child) for child in node.children]
        for child in copy.children:
            child.parent = copy
    return copy
