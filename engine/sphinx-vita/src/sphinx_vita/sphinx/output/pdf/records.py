"""Records as they stand on paper: what and when, then the rest."""

from collections.abc import Iterator

from docutils import nodes

from sphinx_vita.exports import typst
from sphinx_vita.sphinx.output.pdf import blocks
from sphinx_vita.sphinx.output.pdf.addresses import printed_links
from sphinx_vita.sphinx.output.pdf.blocks import small_links
from sphinx_vita.sphinx.output.pdf.writing import Page, Writer, elements, is_of_screens

_KEPT, _IN_LINE = 12, 90  # lines of an entry that is never broken over two pages, and about how many letters each has
_TALL = (nodes.image, nodes.table, nodes.literal_block, nodes.math_block)


def _container(node: nodes.container, page: Page) -> str:
    classes = set(node["classes"])
    return next((write(node, page) for name, write in _BLOCKS.items() if name in classes), "") or page.children(node)


def _contact(node: nodes.container, page: Page) -> str:
    """Write the addresses out: on paper nobody can follow a link, and programs read no address off it."""
    page.is_contact = True
    text = f"\n#contact{page.bracketed(node)}\n"
    page.is_contact = False
    return text


def _entry(node: nodes.container, page: Page) -> str:
    head, dates, details = (_part(node, name) for name in ("vita-head", "vita-dates", "vita-details"))
    place = _part(details, "vita-place") if details else None
    rest = [child for child in elements(node) if child not in (head, dates, details)]
    lines = [child for child in elements(details) if child is not place] if details else []
    # Without the breaks around them, so that they may stand on one line.
    first = ", ".join(f"[{page.children(part).strip()}]" if part else "[]" for part in (head, dates, place))
    return f"\n#entry({first}, keep: {_kept(node)})[{page.joined([*lines, *rest])}]\n"


def _publication(node: nodes.container, page: Page) -> str:
    head = _part(node, "vita-head")
    rest = [child for child in elements(node) if child is not head]
    lines = _lines([child for child in rest if _is_line(child)], page)
    others = [child for child in rest if not _is_line(child)]
    written = typst.array(f"[{line}]" for line in lines if line)
    title = f"[{page.children(head).strip()}]" if head else "[]"
    year = typst.plain(node.get("year", ""))
    return f"\n#publication({title}, [{year}], {written}, keep: {_kept(node)})[{page.joined(others).strip()}]\n"


def _lines(shown: list[nodes.Element], page: Page) -> list[str]:
    """Write the lines of a publication, with what one can open of it behind where it came out, or on a line below."""
    row = next((each for each in shown if "vita-buttons" in each["classes"]), None)
    rest = [each for each in shown if each is not row]
    said = " ".join(each.astext() for each in rest)
    links = (
        small_links(printed_links(row, page, others=said, is_of_paper=True)) if isinstance(row, nodes.paragraph) else ""
    )
    where = next(iter(sorted((each for each in rest if _rank(each)), key=_rank)), None)
    written = [f"{_line(each, page)}#dot{links}" if links and each is where else _line(each, page) for each in rest]
    return written if where else [*written, links]


def _rank(line: nodes.Element) -> int:
    """Return how well a line says where a work came out: a venue, another version, a badge alone; 0 for others."""
    if "vita-venue" in line["classes"]:
        is_badge = all(isinstance(each, nodes.inline) or not each.astext().strip() for each in line.children)
        return 3 if is_badge else 1
    return 2 if "vita-remark" in line["classes"] else 0


def _is_line(node: nodes.Element) -> bool:
    return isinstance(node, nodes.paragraph) or "vita-many" in node["classes"]


def _line(node: nodes.Element, page: Page) -> str:
    return blocks.line(node, page) if isinstance(node, nodes.paragraph) else _many(node, page)


def _many(node: nodes.Element, page: Page) -> str:
    """Write the names that stand there unfolded, and that there are more."""
    return f"#people[{page.joined(node[0].children)}{page.text(node['in_print'])}]"


def _kept(node: nodes.Element) -> str:
    """Whether a record is short enough to stand on one page as a whole."""
    printed = list(_printed(node))
    lines = sum(1 + len(each.astext()) // _IN_LINE for each in printed if isinstance(each, nodes.paragraph))
    return str(lines <= _KEPT and not any(isinstance(each, _TALL) for each in printed)).lower()


def _printed(node: nodes.Element) -> Iterator[nodes.Element]:
    """Yield the elements within a node, less those that paper leaves out."""
    for child in elements(node):
        if not is_of_screens(child):
            yield child
            yield from _printed(child)


def _part(node: nodes.Element, name: str) -> nodes.Element | None:
    """Find the part of an entry that has a class."""
    return next((child for child in elements(node) if name in child["classes"]), None)


_BLOCKS: dict[str, Writer] = {
    "vita-entry": _entry,
    "vita-publication": _publication,
    "vita-contact": _contact,
    "vita-many": lambda node, page: f"\n{_many(node, page)}\n\n",
}
WRITERS: dict[type, Writer] = {nodes.container: _container}
