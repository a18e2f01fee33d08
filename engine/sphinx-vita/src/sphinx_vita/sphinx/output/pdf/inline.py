"""What stands in a line: marks, links, formulas, notes."""

import re

from docutils import nodes

from sphinx_vita.exports import typst
from sphinx_vita.locale import direction_of, spoken
from sphinx_vita.sphinx.english import parts_in
from sphinx_vita.sphinx.output.pdf.addresses import spelled, target_of
from sphinx_vita.sphinx.output.pdf.writing import Page, Writer, within
from sphinx_vita.sphinx.render.nodes import isolated, struck

_ISOLATES = {"ltr": "2066", "rtl": "2067"}
_RAISED = frozenset("*†‡§¶")  # fonts set these high themselves


def _text(node: nodes.Text, page: Page) -> str:
    """Write text, and say of the engine's English that it is, where the page speaks another language."""
    parts = parts_in(node, spoken())
    return "".join(_in_english(text, page) if own else page.text(text.replace("\n", " ")) for text, own in parts)


def _in_english(text: str, page: Page) -> str:
    isolates = [f'#"\\u{{{sign}}}";' for sign in (_ISOLATES["ltr"], "2069")]
    before, after = isolates if direction_of(spoken()) == "rtl" else ("", "")
    way = "dir: if is-mirrored { rtl } else { ltr }"  # at the side of its page
    return f'{before}#text(lang: "en", {way})[{page.text(text)}];{after}'


def _literal(node: nodes.literal, _: Page) -> str:
    return f"#raw({typst.literal(node.astext())});"


def _strong(node: nodes.strong, page: Page) -> str:
    return f"#strong[{page.bold(node)}];"


def _inline(node: nodes.inline, page: Page) -> str:
    classes = set(node["classes"])
    if "vita-mark" in classes:
        is_raised = node.astext() in _RAISED
        return page.children(node) if is_raised else f"#super{page.bracketed(node)};"
    if "vita-badge" in classes:
        return f"#badge[{page.bold(node)}];"
    if "vita-whole" in classes:
        return f"#box{page.bracketed(node)};"
    return f"#number{page.bracketed(node)};" if "vita-number" in classes else page.children(node)


def _isolated(node: isolated, page: Page) -> str:
    """Turn a whole block, or write a fact between the signs of Unicode for text that runs another way."""
    direction = node["direction"]
    if node.get("whole"):
        return f"#turned({direction}){page.bracketed(node)}"
    return f'#"\\u{{{_ISOLATES[direction]}}}";{page.children(node)}#"\\u{{2069}}";'


def _reference(node: nodes.reference, page: Page) -> str:
    anchor = node.get("refid") or node.get("refuri", "").removeprefix("#")
    if anchor in page.anchors:
        return f"#link(label({typst.literal(anchor)})){page.bracketed(node)};"
    target = target_of(node, page)
    address = spelled(target) if page.is_contact and node.get("rel") == "me" else ""
    text = f"[#box[{typst.plain(address)}]]" if address else page.bracketed(node)
    return f"#link({typst.literal(target)}){text};" if target else page.children(node)


def _note_mark(node: nodes.footnote_reference, page: Page) -> str:
    """Write a note where it is first referred to, and its number wherever else."""
    name = node.get("refid", "")
    label = f"label({typst.literal(name)})"
    if name in page.noted:
        return f"#footnote({label});"
    if name not in page.footnotes:
        return f"#super{page.bracketed(node)};"
    page.noted.add(name)
    body = page.joined(child for child in page.footnotes[name].children if not isinstance(child, nodes.label))
    return f"#[#footnote[{body.strip()}]#{label}];"


def _raw(node: nodes.raw, _: Page) -> str:
    """Write the break of a line and the box of a task; other markup of a screen is left out."""
    markup = node.astext()
    if markup.startswith("<br"):
        return "#linebreak();"
    return typst.plain("☑ " if "checked" in markup else "☐ ") if re.search(r"type=.?checkbox", markup) else ""


WRITERS: dict[type, Writer] = {
    nodes.Text: _text,
    nodes.emphasis: within("#emph[{}];"),
    nodes.title_reference: within("#emph[{}];"),
    nodes.strong: _strong,
    nodes.superscript: within("#super[{}];"),
    nodes.subscript: within("#sub[{}];"),
    struck: within("#strike[{}];"),
    nodes.literal: _literal,
    isolated: _isolated,
    nodes.inline: _inline,
    nodes.reference: _reference,
    nodes.footnote_reference: _note_mark,
    nodes.raw: _raw,
    nodes.Inline: lambda node, page: page.children(node),
}
