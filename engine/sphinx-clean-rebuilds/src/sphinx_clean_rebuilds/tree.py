"""The table of contents of the whole site, as a theme prints it into the sidebar of every page.

To resolve it once for each page, as a theme does, costs more than all else; it is the same tree for all of them. So it
is resolved once, and what differs from page to page is read off it: the branches that are open there.
"""

import json
from collections.abc import Iterator

from docutils import nodes
from sphinx.addnodes import toctree
from sphinx.application import Sphinx
from sphinx.util.logging import suppress_logging

from sphinx_clean_rebuilds.record import digest


class Tree:
    """The tree as it is asked for with one set of arguments (see `tree_argument`)."""

    def __init__(self, app: Sphinx, argument: str) -> None:
        self.collapse, includehidden, maxdepth, titles_only = json.loads(argument)
        self._places: dict[str, list[str]] = {}
        env, root = app.env, str(app.config.root_doc)
        self._pages = {app.builder.get_relative_uri(root, docname): docname for docname in env.all_docs}
        self._parents = {child: page for page, children in sorted(env.toctree_includes.items()) for child in children}
        shown = []
        with suppress_logging():
            for node in env.get_doctree(root).findall(toctree):
                resolved = env.resolve_toctree(
                    root, app.builder, node, maxdepth=maxdepth, titles_only=titles_only, includehidden=includehidden
                )
                if isinstance(resolved, nodes.Element):
                    shown.append(resolved)
        self._top = digest("".join(self._heads(each) if self.collapse else str(each) for each in shown))
        if self.collapse:
            for each in shown:
                self._note_places(each)

    def shown_on(self, docname: str) -> str:
        """Return what a page shows of the tree."""
        if not self.collapse:
            return self._top
        return " ".join((self._top, *self._places.get(docname, ()), *self._above(docname)))

    def _above(self, docname: str) -> Iterator[str]:
        seen = {docname}
        while (docname := self._parents.get(docname, "")) and docname not in seen:
            seen.add(docname)
            yield docname

    def _heads(self, node: nodes.Element) -> str:
        """Return the entries of a list without what is below them."""
        found = []
        for child in node.children:
            if isinstance(child, nodes.list_item):
                found += [str(part) for part in child.children if not isinstance(part, nodes.bullet_list)]
            elif isinstance(child, nodes.bullet_list):
                found.append(self._heads(child))
            else:
                found.append(str(child))
        return "\n".join(found)

    def _note_places(self, node: nodes.Element) -> set[str]:
        """Note each list below an entry for the pages on which that entry is open; gives the pages in the node."""
        pages = {self._pages.get(node["refuri"].partition("#")[0], "")} if isinstance(node, nodes.reference) else set()
        for child in node.children:
            if isinstance(child, nodes.Element):
                pages |= self._note_places(child)
        if isinstance(node, nodes.list_item):
            for part in node.children:
                if isinstance(part, nodes.bullet_list):
                    heads = digest(self._heads(part))
                    for page in pages:
                        self._places.setdefault(page, []).append(heads)
        return pages
