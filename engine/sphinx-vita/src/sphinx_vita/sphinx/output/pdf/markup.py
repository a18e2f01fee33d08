"""A page's doctree as Typst markup: which node is written by what.

What only helps on a screen (folded parts, permalinks) is left out; a node that nothing here knows gives its children.
"""

from collections.abc import Collection, Iterable

from docutils import nodes
from sphinx import addnodes

from sphinx_vita.exports import typst
from sphinx_vita.exports.scripts import runs
from sphinx_vita.reading.languages import is_tag
from sphinx_vita.sphinx.output.pdf import blocks, figures, inline, records, tables
from sphinx_vita.sphinx.output.pdf.writing import Writer, is_of_screens
from sphinx_vita.sphinx.pages.filters import paper_filter
from sphinx_vita.sphinx.render.nodes import LANGUAGE, icon, permalink, spoken

_UNPRINTED: tuple[type, ...] = (
    *(permalink, spoken, icon, paper_filter, nodes.Invisible, nodes.system_message),
    *(nodes.docinfo, nodes.decoration, nodes.meta, nodes.colspec, addnodes.index, addnodes.highlightlang),
)
_OF_SCREENS = {"sd_tab_input"}  # by their names: nodes of other extensions
WRITERS: dict[type, Writer] = {
    **dict.fromkeys(_UNPRINTED, lambda _node, _page: ""),
    **inline.WRITERS,
    **figures.WRITERS,
    **blocks.WRITERS,
    **tables.WRITERS,
    **records.WRITERS,
}


class Markup:
    """Writes Typst for the nodes of one page, whose address is `address`; links within the site start from there."""

    def __init__(self, address: str, pictures: Collection[str] = (), *, shared: str = "zh") -> None:
        self.address = address  # "" where the site's own address is not known: then only links to elsewhere are kept
        self.pictures = pictures  # paths below the source folder
        self.anchors: set[str] = set()  # of what a reference on paper can lead to
        self.shared = shared  # the language of the letters that Chinese, Japanese and Korean share
        self.unknown: set[str] = set()  # the names of nodes that stand on the page alone
        self.footnotes: dict[str, nodes.footnote] = {}
        self.noted: set[str] = set()  # which of them are written already
        self.level = 0
        self.is_bold = False
        self.paint = ""  # the color of a heading
        self.is_contact = False
        self.has_masthead = False

    def page(self, doctree: nodes.document) -> str:
        """Write a whole page."""
        self.anchors = {anchor for node in doctree.findall() if (anchor := figures.anchor_of(node))}
        self.footnotes = {each: node for node in doctree.findall(nodes.footnote) for each in node["ids"]}
        return self.children(doctree)

    def write(self, node: nodes.Node) -> str:
        """Write a node."""
        if isinstance(node, nodes.Element) and is_of_screens(node):
            return ""
        writer = next((WRITERS[each] for each in type(node).__mro__ if each in WRITERS), None)
        if writer:
            return self._with_language(node, writer(node, self))
        if isinstance(node, nodes.Element) and not node.children and node.tagname not in _OF_SCREENS:
            self.unknown.add(node.tagname)
        return self.children(node)

    def _with_language(self, node: nodes.Node, text: str) -> str:
        """Write down the language of what is not translated; within a line it stays at the side of its page."""
        names: list[str] = node.get("classes", []) if isinstance(node, nodes.Element) else []
        language = next((name.removeprefix(LANGUAGE) for name in names if name.startswith(LANGUAGE)), "")
        if not language or not is_tag(language) or not text.strip():
            return text
        code, *others = language.split("-")
        region = next((typst.literal(each) for each in others if len(each) == 2), "none")
        set_in = f"lang: {typst.literal(code)}, region: {region}"
        if isinstance(node, nodes.Inline):
            return f"#text({set_in}, dir: if is-mirrored {{ rtl }} else {{ ltr }})[{text}];"
        return f"\n#[#set text({set_in})\n{text}]\n"

    def children(self, node: nodes.Node) -> str:
        """Write what a node holds."""
        return self.joined(node.children)

    def joined(self, children: Iterable[nodes.Node]) -> str:
        """Write nodes one after the other."""
        return "".join(self.write(child) for child in children)

    def bracketed(self, node: nodes.Node) -> str:
        """Write what a node holds as content that a function takes."""
        return f"[{self.children(node)}]"

    def bold(self, node: nodes.Node, paint: str = "") -> str:
        """Write what a node holds where bold letters stand, in a color: not all fonts have them."""
        before = self.is_bold, self.paint
        self.is_bold, self.paint = True, paint or self.paint
        text = self.children(node)
        self.is_bold, self.paint = before
        return text

    def text(self, characters: str) -> str:
        """Write text, each script in its own font and language."""
        return "".join(map(self._run, *zip(*runs(characters, self.shared), strict=True)))

    def _run(self, language: str, part: str) -> str:
        if not language:
            return typst.plain(part)
        bold = (", bold: true" if self.is_bold else "") + (f", paint: {self.paint}" if self.paint else "")
        return f"#in-language({typst.literal(language)}{bold})[{typst.plain(part)}];"
