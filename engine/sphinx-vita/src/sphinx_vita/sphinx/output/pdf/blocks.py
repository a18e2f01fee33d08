"""What stands on lines of its own: headings, paragraphs, lists, quotations, code, pictures."""

from collections.abc import Sequence

from docutils import nodes
from sphinx.locale import admonitionlabels

from sphinx_vita.exports import typst
from sphinx_vita.sphinx.output.pdf.addresses import printed_links
from sphinx_vita.sphinx.output.pdf.writing import Page, Writer, elements, within

_LINES = {
    "vita-authors": "#people[{}]",
    "vita-venue": "#people[{}]",
    "vita-people": "#small[#people[{}]]",
    "vita-explanation": "#block(above: 0.9em)[#small[{}]]",
    "vita-remark": "#small[{}]",
}
_NUMBERS = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}


def _section(node: nodes.section, page: Page) -> str:
    """Write a section; one that holds nothing but its heading is left out."""
    page.level += 1
    parts = [(page.write(child), isinstance(child, nodes.title)) for child in node.children]
    page.level -= 1
    is_empty = page.level > 0 and not any(text.strip() for text, is_title in parts if not is_title)
    return "" if is_empty else "".join(text for text, _ in parts)


def _title(node: nodes.title, page: Page) -> str:
    if page.level <= 1 and not page.has_masthead:
        page.has_masthead = True
        return f"\n#masthead[{page.bold(node, 'black')}]\n"
    return _heading(page.level, node, page)


def _rubric(node: nodes.rubric, page: Page) -> str:
    return _heading(node.get("heading-level", page.level + 1), node, page)


def _heading(level: int, node: nodes.Element, page: Page) -> str:
    paint = "accent" if level == 2 else "black"
    return f"\n#heading(level: {min(max(level, 1), 6)})[{page.bold(node, paint)}]\n"


def _paragraph(node: nodes.paragraph, page: Page) -> str:
    text = line(node, page)
    return f"\n{text}\n\n" if text else ""


def line(node: nodes.paragraph, page: Page) -> str:
    """Write a paragraph without the breaks around it."""
    if "vita-name" in node["classes"]:
        return ""  # the template prints it
    if "vita-buttons" in node["classes"]:
        return small_links(printed_links(node, page))
    text = page.children(node)
    for name in node["classes"]:
        text = _LINES[name].replace("{}", text) if name in _LINES else text
    return text


def small_links(links: Sequence[str]) -> str:
    """Write links in a row, small; "" for none."""
    return f"#small[{' #sym.dot.c '.join(links)}]" if links else ""


def _bullet_list(node: nodes.bullet_list, page: Page) -> str:
    if any(name.startswith("vita-") for name in node["classes"]):
        text = page.joined(child for item in elements(node) for child in item.children)
        return f"\n#numbered[{text}]\n" if "vita-numbered" in node["classes"] else text
    are_tasks = all("task-list-item" in item["classes"] for item in elements(node))  # a box is the mark of each
    marker = "marker: [], body-indent: 0pt, " if are_tasks else ""
    return f"\n#list({marker}{_items(node, page)})\n"


def _numbered_list(node: nodes.enumerated_list, page: Page) -> str:
    """Write a list with its own first number, up or down, and with what stands around the numbers."""
    first, is_reversed = node.get("start", ""), bool(node.get("reversed"))
    start = f"start: {first}, " if first != "" else ""
    pattern = typst.literal(_NUMBERS.get(node.get("enumtype", ""), "1"))
    around = f"{page.text(node.get('prefix', ''))}#numbering({pattern}, number){page.text(node.get('suffix') or '.')}"
    numbers = f"{start}reversed: {str(is_reversed).lower()}, numbering: number => [{around}]"
    return f"\n#enum({numbers}, {_items(node, page)})\n"


def _items(node: nodes.Element, page: Page) -> str:
    return ", ".join(page.bracketed(item) for item in elements(node))


def _line_of_block(node: nodes.line, page: Page) -> str:
    return f"{page.children(node)} \\\n"


def _quote(node: nodes.block_quote, page: Page) -> str:
    by = [page.bracketed(child) for child in node.children if isinstance(child, nodes.attribution)]
    attribution = f", attribution: {by[0]}" if by else ""
    body = page.joined(child for child in node.children if not isinstance(child, nodes.attribution))
    return f"\n#quote(block: true{attribution})[{body}]\n"


def _code(node: nodes.Element, _: Page) -> str:
    return f"\n#raw(block: true, {typst.literal(node.astext())})\n"


def _admonition(node: nodes.Element, page: Page) -> str:
    own = next((child for child in node.children if isinstance(child, nodes.title)), None)
    title = page.bold(own) if own else page.text(str(admonitionlabels.get(node.tagname, "")))
    body = page.joined(child for child in node.children if child is not own)
    return f"\n#admonition[{title}][{body}]\n"


def _nothing(_: nodes.Node, __: Page) -> str:
    return ""


WRITERS: dict[type, Writer] = {
    nodes.section: _section,
    nodes.title: _title,
    nodes.subtitle: _rubric,
    nodes.rubric: _rubric,
    nodes.paragraph: _paragraph,
    nodes.bullet_list: _bullet_list,
    nodes.enumerated_list: _numbered_list,
    nodes.block_quote: _quote,
    nodes.literal_block: _code,
    nodes.doctest_block: _code,
    nodes.line: _line_of_block,
    nodes.line_block: within("\n{}\n\n"),
    nodes.Admonition: _admonition,
    nodes.topic: _admonition,
    nodes.sidebar: _admonition,
    nodes.caption: within("\n#caption[{}]\n"),
    nodes.TextElement: within("\n{}\n\n"),
    nodes.citation: within("\n{}\n\n"),
    nodes.label: within("#strong[{}]; "),
    nodes.footnote: _nothing,  # it stands at the foot of the page that refers to it
    nodes.transition: lambda node, page: "" if "footnotes" in node["classes"] else "\n#rule\n",
}
