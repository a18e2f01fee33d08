"""Tables, and lists that are read like one: terms, fields, options."""

from collections.abc import Iterable

from docutils import nodes

from sphinx_vita.exports import typst
from sphinx_vita.sphinx.output.pdf.writing import Page, Writer, elements

_ALIGNED = {"text-left": "start", "text-center": "center", "text-right": "end"}


def _table(node: nodes.table, page: Page) -> str:
    groups = [group for group in node.children if isinstance(group, nodes.tgroup)]
    captions = [child for child in node.children if isinstance(child, nodes.title)]
    text = "".join(f"\n#caption{page.bracketed(title)}\n" for title in captions)
    return text + "".join(_group(group, page) for group in groups)


def _group(group: nodes.tgroup, page: Page) -> str:
    head = [_cell(cell, page) for part in group.findall(nodes.thead) for cell in part.findall(nodes.entry)]
    body = [_cell(cell, page) for part in group.findall(nodes.tbody) for cell in part.findall(nodes.entry)]
    return f"\n#rows({group['cols']}, {typst.array(head)}, {typst.array(body)})\n"


def _cell(cell: nodes.entry, page: Page) -> str:
    """Write a cell with how far it reaches, and where its text stands if that is said."""
    reach = (("colspan", "morecols"), ("rowspan", "morerows"))
    options = [f"{name}: {cell[key] + 1}" for name, key in reach if key in cell]
    options += [f"align: {_ALIGNED[name]}" for name in cell["classes"] if name in _ALIGNED]
    return f"table.cell({''.join(f'{option}, ' for option in options)}[{page.children(cell).strip()}])"


def _terms(pairs: Iterable[tuple[nodes.Element, list[nodes.Element]]], page: Page) -> str:
    written = [f"terms.item([{page.children(term)}], [{page.joined(rest)}])" for term, rest in pairs]
    return f"\n#terms({', '.join(written)})\n"


def _listed(node: nodes.Element, page: Page) -> str:
    """Write a list of terms, each with all that it is explained by."""
    return _terms([(parts[0], parts[1:]) for item in elements(node) if (parts := elements(item))], page)


WRITERS: dict[type, Writer] = {
    nodes.table: _table,
    nodes.definition_list: _listed,
    nodes.field_list: _listed,
    nodes.option_list: _listed,
}
