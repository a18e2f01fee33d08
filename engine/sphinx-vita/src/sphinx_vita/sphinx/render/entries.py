"""One record as an entry: its head, its dates, what else is known, its body. Its kind says which field goes where."""

from collections.abc import Sequence

from docutils import nodes

from sphinx_vita.records import Record, Value, options_of, text_name_of, text_of
from sphinx_vita.records.layout import Piece
from sphinx_vita.sphinx.lookup import anchor_of
from sphinx_vita.sphinx.render.inline import block, external_link, line, link, name_node, names, record_link, text_nodes
from sphinx_vita.sphinx.render.nodes import permalink


def entry(record: Record, body: Sequence[nodes.Node], *, at_home: bool) -> nodes.container:
    """Make the entry of a record; at home, on the page that defines it, it can be linked to."""
    head, anchor = _joined(record.layout.head, record), anchor_of(record)
    parts = [block("head", nodes.paragraph("", "", *head, *([permalink(anchor=anchor)] if at_home else [])))]
    dates = getattr(record, "dates", None)
    if dates:
        parts.append(block("dates", nodes.paragraph("", str(dates))))
    details = [node for each in record.layout.lines for node in line(each.kind, *_joined(each.pieces, record))]
    if details:
        parts.append(block("details", *details))
    if body:
        parts.append(block("text", *body))
    classes = ["sd-card", "sd-sphinx-override", f"vita-{record.kind}"]
    return block("entry", *parts, classes=classes, ids=[anchor] if at_home else [])


def short_entry(record: Record) -> nodes.container:
    """Make the entry of a record in one line: its dates, and its name that leads to the whole of it."""
    parts = [
        block(
            "head",
            nodes.paragraph(
                "", "", record_link(record, nodes.strong("", "", *text_nodes(text_name_of(record), with_links=False)))
            ),
        )
    ]
    dates = getattr(record, "dates", None)
    if dates:
        parts.append(block("dates", nodes.paragraph("", str(dates))))
    return block("entry", *parts, classes=["vita-short", f"vita-{record.kind}"])


def body_of(node: nodes.Element) -> list[nodes.Node]:
    """Return copies of the body's nodes of an entry, for another page: without ids, which are the first page's."""
    for child in node.children:
        if isinstance(child, nodes.container) and "vita-text" in child["classes"]:
            copies = [part.deepcopy() for part in child.children]
            for copy in copies:
                for each in copy.findall(nodes.Element):
                    each["ids"], each["names"] = [], []
            return copies
    return []


def _joined(pieces: Sequence[Piece], record: Record) -> list[nodes.Node]:
    """Put the pieces that say something in a row, with what parts them between."""
    row: list[nodes.Node] = []
    for piece in pieces:
        drawn = _piece(piece, record) if getattr(record, piece.field) else []
        if row and drawn and piece.before:
            row.append(nodes.Text(piece.before))
        row += drawn
    return row


def _piece(piece: Piece, record: Record) -> list[nodes.Node]:
    """Draw one piece, by the kind of its value."""
    value = options_of(type(record))[piece.field].metadata["value"]
    written = getattr(record, piece.field)
    if value is Value.NAMES:
        words = piece.words_for_one if piece.words_for_one and len(written) == 1 else piece.words
        return _around(words, names(written, last=piece.last))
    if value is Value.EMAIL:
        return _around(piece.words, [external_link(f"mailto:{written}", nodes.Text(written))])
    if value in (Value.LINK, Value.FILE, Value.ACCOUNT):
        return [link(written, nodes.Text(piece.words), classes=["sd-sphinx-override", "sd-btn", "vita-button"])]
    return _text(piece, record)


def _around(words: str, drawn: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Put words around what is drawn in the place of their `{}`."""
    before, _, after = words.partition("{}")
    return [*([nodes.Text(before)] if before else []), *drawn, *([nodes.Text(after)] if after else [])]


def _text(piece: Piece, record: Record) -> list[nodes.Node]:
    """Draw a text, as a link where it has an address; the title stands out."""
    url = getattr(record, piece.link) if piece.link else ""
    drawn = _around(piece.words, text_nodes(text_of(record, piece.field), with_links=not url))
    if piece.is_person:
        drawn = [name_node(piece.words.replace("{}", str(getattr(record, piece.field))))]
    elif url:
        drawn = [external_link(url, *drawn)]
    return [nodes.strong("", "", *drawn)] if piece is record.layout.head[0] else drawn
