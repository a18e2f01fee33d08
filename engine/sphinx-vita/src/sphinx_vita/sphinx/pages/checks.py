"""Links, pictures and downloads in prose, held to the rules of those in options.

No `#` that waits for an address, no scheme that runs code, no picture of another host, no file from elsewhere.
"""

import re
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform

from sphinx_vita.reading.links import check_link
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.sphinx.problems import warn

_SCHEME = re.compile(r"\s*(?://|[A-Za-z][A-Za-z0-9+.-]*:)")
_ADDRESS = re.compile(r"\s*#?\s*|//.*|[A-Za-z][A-Za-z0-9+.-]*:.*", re.DOTALL)
# MyST makes no link of these: their Markdown stays on the page.
_LEFT_AS_TEXT = re.compile(r"\]\(\s*<?\s*((?:javascript|vbscript|data|file):[^>\s]*)\)", re.IGNORECASE)


class RefuseForeignFiles(SphinxTransform):
    """Leaves the words of pictures and downloads that lie on another host or outside of the project.

    The one would send each visitor's browser there, the other would publish what nobody meant to.
    """

    default_priority = 252  # before Sphinx collects what it has to copy

    def apply(self, **_: Any) -> None:
        """Warn of each."""
        for picture in list(self.document.findall(nodes.image)):
            if message := self._problem("picture", picture["uri"]):
                warn(Mistake.INVALID_LINK, message, at=_place(picture))
                words = picture.get("alt", "")
                is_inline = isinstance(picture.parent, nodes.TextElement)
                picture.replace_self(nodes.Text(words) if is_inline else nodes.paragraph("", words))
        for download in list(self.document.findall(download_reference)):
            message = self._problem("file", download["reftarget"])
            if message and "://" not in download["reftarget"]:
                warn(Mistake.INVALID_LINK, message, at=_place(download))
                download.replace_self(download.children)

    def _problem(self, what: str, written: str) -> str:
        if _SCHEME.match(written):
            return f"the {what} {written[:80]!r} lies on another host; save it as a file here"
        _, path = self.env.relfn2path(written, self.env.docname)
        try:
            is_inside = Path(path).resolve().is_relative_to(Path(self.env.srcdir).resolve())
        except (OSError, ValueError):  # a name that no file system takes
            return f"the {what} {written[:80]!r} is no name of a file; write the path of one"
        return "" if is_inside else f"the {what} {written[:80]!r} lies outside of the project; put it into the project"


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
    """Return the file and line of a piece of a paragraph, of which docutils knows the first line alone."""
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
