"""One record as an entry: its head, its dates, what else is known, its body. Its kind says which field goes where."""

import re
from collections.abc import Sequence

from docutils import nodes

from sphinx_vita.exports.reference_words import NUMBERED, SAYS_IT
from sphinx_vita.locale import _, between
from sphinx_vita.reading.names import parse_person
from sphinx_vita.reading.same_person import in_other_scripts
from sphinx_vita.records import Person, Record, Value, text_name_of, text_of, value_of
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.layout import Piece
from sphinx_vita.sphinx.render.inline import (
    around,
    block,
    external_link,
    line,
    link,
    name_node,
    record_link,
    tags_line,
    text_nodes,
)
from sphinx_vita.sphinx.render.nodes import permalink

_OWN_WORDS = ("role", "type", "level", "term", "status")  # which are said in words, and no names
_SAYS_IT = {words: SAYS_IT[name] for name, words in NUMBERED.items() if name in SAYS_IT}
_COUNTED = re.compile(r"\D*[0-9][0-9.,+–-]*\s?[^\W\d_]")  # `48 Studierende`, `48名`


def entry(record: Record, body: Sequence[nodes.Node], style: DateStyle) -> nodes.container:
    """Make the entry of a record."""
    parts: list[nodes.Node] = [block("head", nodes.paragraph("", "", *_joined(record.layout.head, record)))]
    parts += _dates(record, style)
    details = [node for each in record.layout.lines for node in line(each.kind, *_begun(each.pieces, record))]
    if details:
        parts.append(block("details", *details))
    if body:
        parts.append(block("text", *body))
    parts += tags_line(record.tags)
    node = block("entry", *parts, classes=["sd-card", "sd-sphinx-override", f"vita-{record.kind}"])
    if isinstance(record, Person) and record.aliases:
        node["search_terms"] = in_other_scripts(parse_person(record.name), map(parse_person, record.aliases))
    return node


def give_anchor(shown: nodes.Element, anchor: str) -> None:
    """Make the place of a record of its entry, with a sign that gives the address."""
    shown["ids"] = [anchor]
    head = shown.next_node(nodes.paragraph)
    if head is not None:
        head += permalink(anchor=anchor)


def short_entry(record: Record, style: DateStyle) -> nodes.container:
    """Make the entry of a record in one line: its dates, and its name that leads to the whole of it."""
    name = nodes.strong("", "", *text_nodes(text_name_of(record), with_links=False))
    parts = [block("head", nodes.paragraph("", "", record_link(record, name))), *_dates(record, style)]
    return block("entry", *parts, classes=["vita-short", f"vita-{record.kind}"])


def _dates(record: Record, style: DateStyle) -> list[nodes.container]:
    printed = style.print(getattr(record, "dates", None))
    return [block("dates", nodes.paragraph("", printed))] if printed else []


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
            row.append(nodes.Text(_(piece.before)))
        row += drawn
    return row


def _begun(pieces: Sequence[Piece], record: Record) -> list[nodes.Node]:
    """Begin a line with a capital where words stand first: `Co-supervisor`, but `arXiv` as it is written."""
    row = _joined(pieces, record)
    first = next((piece.field for piece in pieces if getattr(record, piece.field)), "")
    if first in _OWN_WORDS and isinstance(row[0], nodes.Text) and row[0][:2].islower():
        row[0] = nodes.Text(row[0][:1].upper() + row[0][1:])
    return row


def _piece(piece: Piece, record: Record) -> list[nodes.Node]:
    """Draw one piece, by the kind of its value."""
    value = value_of(type(record), piece.field)
    written = getattr(record, piece.field)
    if value is Value.NAMES:
        return around(piece.words_around(written), _names(written, piece))
    if value is Value.EMAIL:
        return around(piece.words_around(written), [external_link(f"mailto:{written}", nodes.Text(written))])
    if value in (Value.LINK, Value.DOI, Value.FILE, Value.ACCOUNT):
        words = nodes.Text(piece.words_around(written))
        return [link(written, words, classes=["sd-sphinx-override", "sd-btn", "vita-button"])]
    return _text(piece, record)


def _names(written: Sequence[str], piece: Piece) -> list[nodes.Node]:
    """Return names in a row as the language writes a list, with "and" where the piece has it."""
    marks = between(written, is_open=piece.last != " and ")
    marks = marks if piece.last in (" and ", ", ") or not marks else [*marks[:-1], piece.last]
    rows = ([nodes.Text(mark), name_node(name)] for mark, name in zip(["", *marks], written, strict=True))
    return [node for row in rows for node in row][1:]


def _text(piece: Piece, record: Record) -> list[nodes.Node]:
    """Draw a text, as a link where it has an address; the title stands out."""
    written = getattr(record, piece.field)
    url = getattr(record, piece.link) if piece.link else ""
    text = text_of(record, piece.field)
    is_title = piece is record.layout.head[0]
    words = "{}" if _says_it(piece, str(text)) else piece.words_around(written)
    drawn = around(words, text_nodes(text, with_links=not url and not (is_title and record.is_page)))
    if piece.is_person:
        drawn = [name_node(piece.words_around(written).replace("{}", str(written)))]
    elif url:
        drawn = [external_link(url, *drawn)]
    if not is_title:
        return drawn
    strong = nodes.strong("", "", *drawn)
    return [record_link(record, strong) if record.is_page else strong]


def _says_it(piece: Piece, written: str) -> bool:
    """Whether a text says the words around it itself, in any language: `v2`, `No. 7`, `48 students`."""
    before, __, after = (part.strip(" .:()").lower() for part in piece.words_around(written).partition("{}"))
    said = _SAYS_IT[piece.words].search(written) if piece.words in _SAYS_IT else None
    begins = before and re.match(rf"{re.escape(before)}\b", written, re.IGNORECASE)
    ends = after and after.rstrip("s") in written.lower()
    return bool(said or begins or ends or (isinstance(piece.words, tuple) and _COUNTED.match(written)))
