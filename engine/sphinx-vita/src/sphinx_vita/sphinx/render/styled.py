"""A publication in a citation style: the line of a list that the style writes, its people marked, its title linked."""

from docutils import nodes

from sphinx_vita.exports.citation_style import Person, Styled, Title, styled
from sphinx_vita.exports.typst import TypesettingError
from sphinx_vita.locale import N_, _
from sphinx_vita.reading.names import as_written
from sphinx_vita.records import Publication
from sphinx_vita.sphinx.render.inline import line, name_node, names, record_link, row_nodes, text_nodes

EQUAL_CONTRIBUTION = N_("Equal contribution: ")  # styles have no mark for it


def styled_line(publication: Publication, style: str, *, has_page: bool) -> list[nodes.Node]:
    """Return the reference in the style; nothing where there is no style, or where it has no words for this work."""
    if not style:
        return []
    try:
        pieces = styled(publication, style)
    except TypesettingError:
        return []
    return [node for piece in pieces for node in _piece(piece, publication, has_page=has_page)]


def names_all(head: list[nodes.Node], publication: Publication) -> bool:
    """Whether a line names all authors; a style that writes "et al." may hide the person whose list it is."""
    named = {node.get("reftarget") for node in head if isinstance(node, nodes.Element)}
    return all(as_written(author.name) in named for author in publication.authors)


def equal_authors(publication: Publication) -> list[nodes.Node]:
    """Name those who contributed equally."""
    equal = [str(each.name) for each in publication.authors if each.contributed_equally]
    return line("remark", nodes.Text(_(EQUAL_CONTRIBUTION)), *names(equal)) if len(equal) > 1 else []


def _piece(piece: Styled, publication: Publication, *, has_page: bool) -> list[nodes.Node]:
    if isinstance(piece, Person):
        return [name_node(piece.written, name=piece.name)]
    if not isinstance(piece, Title):
        return row_nodes([piece])
    is_as_written = piece.span.characters == str(publication.title)
    words = text_nodes(publication.title, with_links=not has_page) if is_as_written else row_nodes([piece.span])
    if is_as_written and piece.span.style != "plain":
        words = [nodes.emphasis("", "", *words)]
    return [record_link(publication, *words)] if has_page else words
