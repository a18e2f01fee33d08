"""The text of one page, cut where an address can point to: at its sections and at whatever else has an id."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from docutils import nodes
from sphinx import addnodes

# Nodes without words of their own; `nodes.Invisible` covers comments and targets.
SILENT = (
    nodes.Invisible,
    nodes.raw,
    nodes.image,
    nodes.system_message,
    nodes.footnote_reference,
    nodes.label,
    nodes.meta,
    addnodes.index,
)
# Nodes whose own text has signs around or between what is in them.
SIGNS = (addnodes.desc_parameterlist, addnodes.desc_type_parameter_list, addnodes.desc_returns)
HEADS = (addnodes.desc_signature, nodes.term)
# Classes: Sphinx's own for what no search should find, and tables of contents, which repeat the titles of other pages.
UNSEARCHED = {"no-search", "toctree-wrapper"}
# An attribute of any node: words that are not on the page and lead there, such as a DOI; those of a node in a paragraph
# weigh no more than its text.
TERMS = "search_terms"
FORMULA = "\0"  # stands for a formula in the outline of a title
TEX = re.compile(r"\\[A-Za-z]+|\\.|[{}$]")


@dataclass(slots=True)
class Block:
    """A paragraph or another run of text; `is_name` where it lists people, venues or the like."""

    text: str
    is_name: bool = False


@dataclass(slots=True)
class Piece:
    """What one address shows. `parent` is the place of the piece around it in the page's list, -1 for the page."""

    anchors: list[str]
    parent: int
    title: str | None = None  # only sections have one
    outline: str = ""  # the title with a sign in the place of each formula, which others may write in another way
    blocks: list[Block] = field(default_factory=list)


class Cutter:
    """Cuts resolved pages; `names` and `skip` hold CSS classes or names of nodes, such as `literal_block`."""

    def __init__(self, names: Collection[str], skip: Collection[str]) -> None:
        self.names = frozenset(names)
        self.skip = frozenset(skip) | UNSEARCHED

    def cut(self, doctree: nodes.document) -> list[Piece]:
        """Return the pieces of a page in their order; the first is the page itself."""
        pieces = [Piece([], -1)]
        for child in doctree.children:
            self._walk(child, 0, pieces, is_name=False)
        return pieces

    def _walk(self, node: nodes.Node, parent: int, pieces: list[Piece], *, is_name: bool) -> None:
        if not isinstance(node, nodes.Element) or self._is_silent(node):
            return
        is_name = is_name or self._matches(node, self.names)
        if anchors := _anchors(node):
            pieces.append(Piece(anchors, parent))
            parent = len(pieces) - 1
        for each in node.findall(nodes.Element) if isinstance(node, nodes.TextElement) else [node]:
            terms: list[str] = each.get(TERMS, [])
            pieces[parent].blocks.extend(Block(term, is_name=each is node) for term in terms)
        if isinstance(node, nodes.section):
            pieces[parent].title = self._title(node)
            pieces[parent].outline = self._title(node, formula=FORMULA)
        if isinstance(node, nodes.TextElement):
            if text := " ".join("".join(self._words(node)).split()):
                pieces[parent].blocks.append(Block(text, is_name))
            return
        for child in node.children:
            if not (isinstance(node, nodes.section) and isinstance(child, nodes.title)):
                self._walk(child, parent, pieces, is_name=is_name)

    def _title(self, section: nodes.section, formula: str = "") -> str:
        for title in section.children:
            if isinstance(title, nodes.title):
                return " ".join("".join(self._words(title, formula)).split())
        return ""

    def _words(self, node: nodes.Node, formula: str = "") -> Iterator[str]:
        if isinstance(node, nodes.Text):
            yield node.astext()
        elif isinstance(node, nodes.Element) and not self._is_silent(node):
            if isinstance(node, nodes.math | nodes.math_block):
                yield formula or TEX.sub("", node.astext())
            elif isinstance(node, SIGNS):
                yield node.astext()
            else:
                for child in node.children:
                    yield from self._words(child, formula)

    def _is_silent(self, node: nodes.Element) -> bool:
        return isinstance(node, SILENT) or self._matches(node, self.skip)

    def _matches(self, node: nodes.Element, wanted: frozenset[str]) -> bool:
        return node.tagname in wanted or not wanted.isdisjoint(node["classes"])


def _anchors(node: nodes.Element) -> list[str]:
    """Return the ids that point to a block; a term's and a signature's stand for what they introduce."""
    if isinstance(node, addnodes.desc | nodes.definition_list_item):
        heads = [child for child in node.children if isinstance(child, HEADS)]
        return [*node["ids"], *(anchor for head in heads for anchor in head["ids"])]
    return [] if isinstance(node, HEADS) else list(node["ids"])
