"""The small pieces of which entries are made: formatted text, names, badges, buttons."""

from collections.abc import Iterable, Sequence

from docutils import nodes
from sphinx.addnodes import pending_xref

from sphinx_vita.locale import N_, _, between, comma
from sphinx_vita.reading.names import as_written, parse_person
from sphinx_vita.records import Author, Link, Name, Record
from sphinx_vita.records.text import Span, Style, Text
from sphinx_vita.sphinx.render.nodes import LANGUAGE, spoken, struck, unspoken

_INLINE: dict[Style, type[nodes.TextElement]] = {
    Style.EMPHASIS: nodes.emphasis,
    Style.STRONG: nodes.strong,
    Style.CODE: nodes.literal,
    Style.SUPERSCRIPT: nodes.superscript,
    Style.SUBSCRIPT: nodes.subscript,
    Style.STRUCK: struck,
    Style.MATH: nodes.math,
}
BUTTON = ("sd-sphinx-override", "sd-btn", "vita-button")  # the classes of what looks like one
EQUAL_MARK = "*"
EQUAL_WORDS, EQUAL_EXPLAINED = N_("equal contribution"), N_("Equal contribution")
_NOTES = (N_("corresponding"),)  # what a source says of authors, in the engine's own words


def text_nodes(text: Text, *, with_links: bool = True) -> list[nodes.Node]:
    """Return formatted text as inline nodes; without its links where a link stands around it."""
    drawn = [_span_node(span, with_links=with_links) for span in text.spans]
    return [nodes.inline("", "", *drawn, classes=[f"{LANGUAGE}{text.language}"])] if text.language and drawn else drawn


def text_in(node: nodes.Element, around: tuple[Style, ...] = ()) -> Text:
    """Return inline nodes, such as those of a heading, as formatted text, without links."""
    spans: list[Span] = []
    for child in node.children:
        style = next((style for style, kind in _INLINE.items() if isinstance(child, kind)), Style.PLAIN)
        if isinstance(child, nodes.Text):
            spans.append(Span(str(child), around[-1] if around else Style.PLAIN, around=around[:-1]))
        elif isinstance(child, nodes.Element):
            spans += text_in(child, around if style is Style.PLAIN else (*around, style)).spans
    return Text.join(spans)


def _span_node(span: Span, *, with_links: bool) -> nodes.Node:
    kind = _INLINE.get(span.style)
    inner: nodes.Node = kind(span.characters, span.characters) if kind else nodes.Text(span.characters)
    for style in reversed(span.around):
        inner = _INLINE[style]("", "", inner)
    return link(span.link, inner) if span.link and with_links else inner


def external_link(url: str, *children: nodes.Node, classes: Sequence[str] = (), is_me: bool = False) -> nodes.reference:
    """Make a link to an address of the web; `is_me` says to other sites that it leads to the same person."""
    node = nodes.reference("", "", *children, refuri=url, internal=False, classes=list(classes))
    if is_me:
        node["rel"] = "me"
    return node


def file_link(path: str, *children: nodes.Node, classes: Sequence[str] = (), as_pdf: bool = False) -> pending_xref:
    """Make a link to a file of the project, or to one of its pages or that page's PDF; resolved for each builder."""
    inner = nodes.inline("", "", *children, classes=list(classes))
    node = pending_xref("", inner, refdomain="vita", reftype="file", reftarget=path, refexplicit=True)
    node["as_pdf"] = as_pdf
    return node


def link(url: str, *children: nodes.Node, classes: Sequence[str] = ()) -> nodes.Element:
    """Make a link to an address, or to a file of the project where it has no scheme."""
    is_address = ":" in url
    return external_link(url, *children, classes=classes) if is_address else file_link(url, *children, classes=classes)


def record_link(record: Record, *children: nodes.Node) -> pending_xref:
    """Make a link to the place of a record."""
    inner = nodes.inline("", "", *children)
    role = "pub" if record.kind == "publication" else record.kind
    return pending_xref("", inner, refdomain="vita", reftype=role, reftarget=record.key, refexplicit=True)


def badge(characters: str, kind: str) -> nodes.inline:
    """Make a badge, such as a venue's."""
    return nodes.inline("", characters, classes=["sd-sphinx-override", "sd-badge", "vita-badge", f"vita-badge-{kind}"])


def button(target: Link, *, about: str) -> nodes.Element:
    """Make the button of a link; `about` tells a screen reader what the link belongs to."""
    words = [nodes.Text(target.label), spoken("", _(" of {}").format(about))]
    return link(target.url, *words, classes=[*BUTTON, f"vita-button-{target.kind}"])


def name_node(written: str | Name, *, name: Name | None = None) -> pending_xref:
    """Make a person's name, to be linked or stressed once everybody is known; `name` tells whose it is in full.

    A title before it and a remark in parentheses behind it are shown, and left out when the person is looked up.
    """
    name = name or (written if isinstance(written, Name) else parse_person(written))
    node = pending_xref("", nodes.inline("", str(written)), refdomain="vita", reftype="author", refexplicit=True)
    node["reftarget"] = as_written(name)
    return node


def names(written: Sequence[str]) -> list[nodes.Node]:
    """Return names in a row, as the language writes a list: `A, B and C`."""
    marks = ["", *between(written)]
    rows = ([nodes.Text(mark), name_node(name)] for mark, name in zip(marks, written, strict=True))
    return [node for row in rows for node in row][1:]


def author_list(authors: Sequence[Author], *, has_more: bool) -> list[nodes.Node]:
    """Return authors in a row, each with a mark for what the source says of them."""
    row: list[nodes.Node] = []
    for position, author in enumerate(authors):
        row += [nodes.Text(comma())] if position else []
        row += [name_node(author.name), *_marks(author)]
    return [*row, nodes.Text(_(" et al."))] if has_more else row


def row_nodes(row: Iterable[Span | Author]) -> list[nodes.Node]:
    """Return a line of facts as inline nodes; who is named there is linked or stressed like an author."""
    return [_span_node(each, with_links=True) if isinstance(each, Span) else name_node(each.name) for each in row]


def _marks(author: Author) -> list[nodes.Node]:
    marks: list[nodes.Node] = []
    if author.contributed_equally:
        marks += [_mark(EQUAL_MARK), spoken("", f" ({_(EQUAL_WORDS)})")]
    others = [note for note in author.notes if note != "equal"]
    if others:
        said = comma().join(_(note) if note in _NOTES else note for note in others)
        marks += [nodes.inline("", _(" ({})").replace("{}", said), classes=["vita-note"])]
    return [*marks, _mark(author.mark)] if author.mark else marks


def _mark(sign: str) -> unspoken:
    return unspoken("", sign, classes=["vita-mark"])


def equal_contribution(authors: Sequence[Author]) -> list[nodes.Node]:
    """Explain the mark of equal contribution, where somebody has it."""
    if not any(author.contributed_equally for author in authors):
        return []
    return [nodes.inline("", f"{EQUAL_MARK} {_(EQUAL_EXPLAINED)}", classes=["vita-explanation"])]


def joined(groups: Iterable[Sequence[nodes.Node]], separator: str) -> list[nodes.Node]:
    """Put what is not empty in a row, with a separator between."""
    row: list[nodes.Node] = []
    for group in groups:
        row += [nodes.Text(separator)] if row and group else []
        row += group
    return row


def line(kind: str, *children: nodes.Node) -> list[nodes.Node]:
    """Make a line of an entry, or nothing where there is nothing to say."""
    return [nodes.paragraph("", "", *children, classes=[f"vita-{kind}"])] if children else []


def foldable(kind: str, *children: nodes.Node, limit: int | None = None) -> list[nodes.Node]:
    """Make a line of authors, which `FoldAuthors` cuts where it is long and everybody is known."""
    found = line(kind, *children)
    for paragraph in found:
        assert isinstance(paragraph, nodes.paragraph)
        paragraph["folds"], paragraph["limit"] = True, limit
    return found


def tags_line(tags: Sequence[str]) -> list[nodes.Node]:
    """Make the line of the tags of an entry."""
    return line("tags", *([spoken("", _("Tags: ")), nodes.Text(comma().join(tags))] if tags else []))


def block(kind: str, *children: nodes.Node, classes: Sequence[str] = (), ids: Sequence[str] = ()) -> nodes.container:
    """Make a part of an entry."""
    node = nodes.container("", *children, is_div=True, classes=[f"vita-{kind}", *classes])
    node["ids"] += ids
    return node


def around(words: str, drawn: Sequence[nodes.Node]) -> list[nodes.Node]:
    """Put words around what is drawn in the place of their `{}`."""
    before, __, after = words.partition("{}")
    return [*([nodes.Text(before)] if before else []), *drawn, *([nodes.Text(after)] if after else [])]
