"""Links in prose, held to the rules of those in options: no `#` that waits for an address, no scheme that runs code."""

import re

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx

from vita.links import check_link
from vita.sphinx_ext.problems import warn

_ADDRESS = re.compile(r"\s*#?\s*|//.*|[A-Za-z][A-Za-z0-9+.-]*:.*", re.DOTALL)
# MyST makes no link of these: their Markdown stays on the page.
_LEFT_AS_TEXT = re.compile(r"\]\(\s*<?\s*((?:javascript|vbscript|data|file):[^>\s]*)\)", re.IGNORECASE)


def check_links(_: Sphinx, doctree: nodes.document) -> None:
    """Warn of the links of a page that lead nowhere or may not be followed; their words stay as plain text."""
    for link in list(doctree.findall(nodes.reference)):
        if "refuri" in link:
            _check(link, link["refuri"])
    for reference in list(doctree.findall(pending_xref)):
        if reference["reftype"] == "myst":
            _check(reference, reference["reftarget"])
    for text in doctree.findall(nodes.Text):
        if not isinstance(text.parent, nodes.FixedTextElement | nodes.literal):
            for match in _LEFT_AS_TEXT.finditer(text):
                _tell(match[1], text)


def _check(node: nodes.Element, url: str) -> None:
    """Replace a link by its words when it is none; a path or an anchor is Sphinx's to look for."""
    if _ADDRESS.fullmatch(url) and _tell(url, node):
        node.replace_self(node.children)


def _tell(url: str, node: nodes.Node) -> bool:
    problem = check_link(url)
    if problem:
        warn(problem[0], problem[1], at=_place(node))
    return problem is not None


def _place(node: nodes.Node) -> nodes.Node | str:
    """Give the file and line of a piece of a paragraph, of which docutils knows the first line alone."""
    block = node.parent
    while block is not None and not (isinstance(block, nodes.TextElement) and block.line):
        block = block.parent
    if block is None or not block.source:
        return node
    lines = 0
    for each in block.findall():
        if each is node:
            break
        lines += each.count("\n") if isinstance(each, nodes.Text) else 0
    return f"{block.source}:{(block.line or 0) + lines}"
