"""What the writers of single nodes ask of the page that they write."""

from collections.abc import Callable, Collection, Iterable
from typing import Any, Protocol

from docutils import nodes

_OF_SCREENS = frozenset(
    ("vita-folded", "vita-tags", "vita-breadcrumb", "vita-cite", "vita-citation-files", "vita-page-pdf", "vita-social")
) | {"toctree-wrapper", "headerlink"}


class Page(Protocol):
    """The page that is written: its state, and what writes the parts of a node."""

    address: str
    pictures: Collection[str]
    anchors: set[str]
    footnotes: dict[str, nodes.footnote]
    noted: set[str]
    level: int
    is_contact: bool
    has_masthead: bool

    def write(self, node: nodes.Node) -> str: ...
    def children(self, node: nodes.Node) -> str: ...
    def joined(self, children: Iterable[nodes.Node]) -> str: ...
    def bracketed(self, node: nodes.Node) -> str: ...
    def bold(self, node: nodes.Node, paint: str = "") -> str: ...
    def text(self, characters: str) -> str: ...


Writer = Callable[[Any, Page], str]


def within(pattern: str) -> Writer:
    """Return what writes a node's children in the place of `{}`."""
    return lambda node, page: pattern.replace("{}", page.children(node))


def is_of_screens(node: nodes.Element) -> bool:
    """Whether a node helps on a screen only, and paper leaves it out."""
    return not _OF_SCREENS.isdisjoint(node.get("classes", ())) or node.get("design_component") == "dropdown"


def elements(node: nodes.Element) -> list[nodes.Element]:
    """Return the children of a node that are no text."""
    return [child for child in node.children if isinstance(child, nodes.Element)]
