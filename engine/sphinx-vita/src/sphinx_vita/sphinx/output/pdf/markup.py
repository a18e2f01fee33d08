"""A page's doctree as Typst markup.

What only helps on a screen (folded parts, permalinks) is left out; a node that is not named here gives its children.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import singledispatchmethod
from urllib.parse import urljoin

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_vita.exports import typst
from sphinx_vita.sphinx.output.pdf import figures
from sphinx_vita.sphinx.render.nodes import icon, monogram, permalink, spoken, struck

_PARAGRAPHS = {
    "vita-authors": "#people[{}]",
    "vita-people": "#small[#people[{}]]",
    "vita-venue": "#people[{}]",
    "vita-explanation": "#small[{}]",
    "vita-remark": "#small[{}]",
}
_STYLES = {
    nodes.emphasis: "emph",
    nodes.strong: "strong",
    nodes.superscript: "super",
    nodes.subscript: "sub",
    struck: "strike",
    nodes.footnote_reference: "super",
    nodes.label: "super",
}
_SKIPPED = frozenset(
    "vita-folded vita-tags vita-breadcrumb vita-cite vita-citation-files toctree-wrapper headerlink".split()
)


class Markup:
    """Writes Typst for the nodes of one page, whose address is `address`; links within the site start from there."""

    def __init__(self, address: str, pictures: Collection[str] = ()) -> None:
        self.address = address  # "" where the site's own address is not known: then only links to elsewhere are kept
        self._pictures = pictures  # paths below the source folder
        self._anchors: set[str] = set()  # of what a reference on paper can lead to
        self._level = 0
        self._has_masthead = False
        self._is_contact = False

    def page(self, doctree: nodes.document) -> str:
        """Write a whole page."""
        self._anchors = {anchor for node in doctree.findall() if (anchor := figures.anchor_of(node))}
        return self._children(doctree)

    def _children(self, node: nodes.Element) -> str:
        return "".join(self.write(child) for child in node.children)

    def _joined(self, children: Iterable[nodes.Node]) -> str:
        return "".join(self.write(child) for child in children)

    def _bracketed(self, node: nodes.Element) -> str:
        return f"[{self._children(node)}]"

    @singledispatchmethod
    def write(self, node: nodes.Node) -> str:
        """Write a node."""
        if not isinstance(node, nodes.Element) or _SKIPPED & set(node.get("classes", ())):
            return ""
        return self._children(node)

    @write.register
    def _(self, node: nodes.Text) -> str:
        return typst.plain(node.astext().replace("\n", " "))

    @write.register(permalink)
    @write.register(spoken)
    @write.register(monogram)
    @write.register(icon)
    @write.register(nodes.comment)
    @write.register(nodes.target)
    @write.register(nodes.raw)
    @write.register(nodes.substitution_definition)
    @write.register(nodes.system_message)
    def _(self, _: nodes.Node) -> str:
        return ""

    @write.register
    def _(self, node: nodes.section) -> str:
        if _SKIPPED & set(node["classes"]):
            return ""
        self._level += 1
        text = self._children(node)
        self._level -= 1
        return text

    @write.register
    def _(self, node: nodes.title) -> str:
        if self._level <= 1 and not self._has_masthead:
            self._has_masthead = True
            return f"\n#masthead{self._bracketed(node)}\n"
        return f"\n#heading(level: {max(self._level, 1)}){self._bracketed(node)}\n"

    @write.register
    def _(self, node: nodes.rubric) -> str:
        return f"\n#heading(level: {node.get('heading-level', self._level + 1)}){self._bracketed(node)}\n"

    @write.register
    def _(self, node: nodes.paragraph) -> str:
        if "vita-name" in node["classes"]:
            return ""  # the template prints it
        if "vita-buttons" in node["classes"]:
            links = [self.write(link) for link in node.findall(nodes.reference)]
            return f"\n#small[{' #sym.dot.c '.join(links)}]\n" if links else ""
        if _SKIPPED & set(node["classes"]):
            return ""
        text = self._children(node)
        for name in node["classes"]:
            text = _PARAGRAPHS[name].replace("{}", text) if name in _PARAGRAPHS else text
        return f"\n{text}\n\n"

    @write.register
    def _(self, node: nodes.container) -> str:
        classes = set(node["classes"])
        if classes & _SKIPPED or node.get("design_component") == "dropdown":
            return ""
        for name, write in self._blocks.items():
            if name in classes:
                return write(node)
        return self._children(node)

    @property
    def _blocks(self) -> dict[str, Callable[[nodes.container], str]]:
        return {
            "vita-entry": self._entry,
            "vita-publication": self._publication,
            "vita-contact": self._contact,
            "vita-many": self._many,
        }

    def _contact(self, node: nodes.container) -> str:
        """Write the addresses out: on paper nobody can follow a link, and programs read no address off it."""
        self._is_contact = True
        text = f"\n#contact{self._bracketed(node)}\n"
        self._is_contact = False
        return text

    def _many(self, node: nodes.container) -> str:
        """Write the names that stand there unfolded, and that there are more."""
        return f"\n#people[{self._joined(node[0].children)}{typst.plain(node['in_print'])}]\n\n"

    def _entry(self, node: nodes.container) -> str:
        parts = {name: _part(node, name) for name in ("vita-head", "vita-dates")}
        rest = [child for child in node.children if child not in parts.values()]
        # Without the breaks around them, so that both stand on one line.
        head, dates = (f"[{self._children(part).strip()}]" if part is not None else "[]" for part in parts.values())
        return f"\n#entry({head}, {dates}, [{self._joined(rest)}])\n"

    def _publication(self, node: nodes.container) -> str:
        head = _part(node, "vita-head")
        rest = [child for child in node.children if child is not head]
        return f"\n#publication({self._bracketed(head) if head is not None else '[]'}, [{self._joined(rest)}])\n"

    @write.register
    def _(self, node: nodes.bullet_list) -> str:
        if any(name.startswith("vita-") for name in node["classes"]):
            text = self._joined(
                child for item in node.children if isinstance(item, nodes.Element) for child in item.children
            )
            return f"\n#numbered[{text}]\n" if "vita-numbered" in node["classes"] else text
        items = [item for item in node.children if isinstance(item, nodes.Element)]
        are_tasks = all("task-list-item" in item["classes"] for item in items)  # a box is the mark of each
        marker = "marker: [], body-indent: 0pt, " if are_tasks else ""
        return f"\n#list({marker}{', '.join(self._items(node))})\n"

    @write.register
    def _(self, node: nodes.enumerated_list) -> str:
        return f"\n#enum(start: {node.get('start', 1)}, {', '.join(self._items(node))})\n"

    def _items(self, node: nodes.Element) -> list[str]:
        return [self._bracketed(item) for item in node.children if isinstance(item, nodes.Element)]

    @write.register
    def _(self, node: nodes.definition_list) -> str:
        items = [item for item in node.children if isinstance(item, nodes.definition_list_item)]
        written = [f"terms.item([{self.write(item[0])}], [{self._joined(item.children[1:])}])" for item in items]
        return f"\n#terms({', '.join(written)})\n"

    @write.register
    def _(self, node: nodes.block_quote) -> str:
        return f"\n#quote(block: true){self._bracketed(node)}\n"

    @write.register
    def _(self, node: nodes.Admonition) -> str:
        """Write a note as a quotation that begins with what it is."""
        assert isinstance(node, nodes.Element)
        own = [child for child in node.children if isinstance(child, nodes.title)]
        title = "".join(map(self._children, own)) or typst.plain(admonitionlabels[node.tagname])
        rest = [child for child in node.children if child not in own]
        return f"\n#quote(block: true)[#strong[{title}]\n\n{self._joined(rest)}]\n"

    @write.register
    def _(self, node: nodes.literal_block) -> str:
        return f"\n#raw(block: true, {typst.literal(node.astext())})\n"

    @write.register
    def _(self, node: nodes.literal) -> str:
        return f"#raw({typst.literal(node.astext())});"

    @write.register(nodes.emphasis)
    @write.register(nodes.strong)
    @write.register(nodes.superscript)
    @write.register(nodes.subscript)
    @write.register(struck)
    @write.register(nodes.footnote_reference)
    @write.register(nodes.label)
    def _(self, node: nodes.TextElement) -> str:
        return f"#{_STYLES[type(node)]}{self._bracketed(node)};"

    @write.register
    def _(self, node: nodes.inline) -> str:
        if "vita-mark" in node["classes"]:
            return f"#super{self._bracketed(node)};"
        if "vita-number" in node["classes"]:
            return f"#number{self._bracketed(node)};"
        return f"#badge{self._bracketed(node)};" if "vita-badge" in node["classes"] else self._children(node)

    @write.register
    def _(self, node: nodes.reference) -> str:
        if "headerlink" in node["classes"]:
            return ""
        anchor = node.get("refid") or node.get("refuri", "").removeprefix("#")
        if anchor in self._anchors:
            return f"#link(label({typst.literal(anchor)})){self._bracketed(node)};"
        target = self._address(node)
        spelled = _spelled(target) if self._is_contact and node.get("rel") == "me" else ""
        text = f"[#box[{typst.plain(spelled)}]]" if spelled else self._bracketed(node)
        return f"#link({typst.literal(target)}){text};" if target else self._children(node)

    def _address(self, node: nodes.reference) -> str:
        """Return where a link leads from paper: nowhere, if only the site's visitors could follow it."""
        uri = node.get("refuri", "")
        if uri.startswith(("http:", "https:", "mailto:", "tel:")):
            return str(uri)
        return urljoin(self.address, uri) if uri and self.address else ""

    @write.register
    def _(self, node: nodes.math) -> str:
        return figures.formula(node.astext())

    @write.register
    def _(self, node: nodes.math_block) -> str:
        return figures.equation(node)

    @write.register
    def _(self, node: nodes.image) -> str:
        return figures.picture(node, self._pictures)

    @write.register
    def _(self, node: nodes.figure) -> str:
        return figures.figure(node, self.write, self.address)

    @write.register
    def _(self, node: nodes.table) -> str:
        groups = [group for group in node.children if isinstance(group, nodes.tgroup)]
        caption = [child for child in node.children if isinstance(child, nodes.title)]
        text = "".join(f"\n#small{self._bracketed(title)}\n" for title in caption)
        return text + "".join(self._table(group) for group in groups)

    def _table(self, group: nodes.tgroup) -> str:
        head = [self._bracketed(cell) for row in group.findall(nodes.thead) for cell in row.findall(nodes.entry)]
        body = [self._bracketed(cell) for row in group.findall(nodes.tbody) for cell in row.findall(nodes.entry)]
        header = f"table.header({', '.join(head)}), " if head else ""
        return f"\n#table(columns: {group['cols']}, {header}{', '.join(body)})\n"

    @write.register
    def _(self, _: nodes.transition) -> str:
        return "\n#line(length: 100%, stroke: 0.5pt + luma(180))\n"


def _part(node: nodes.Element, name: str) -> nodes.Element | None:
    """Find the part of an entry that has a class."""
    parts = [child for child in node.children if isinstance(child, nodes.Element) and name in child["classes"]]
    return parts[0] if parts else None


def _spelled(address: str) -> str:
    """Write an address as people do, `github.com/name`; "" for one that nobody would type, and for no page."""
    match = re.fullmatch(r"https?://(?:www\.)?([^?#]+?)/?", address)
    return match[1] if match else ""
