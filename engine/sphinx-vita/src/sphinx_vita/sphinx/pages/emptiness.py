"""Views that choose nothing: a heading over nothing is left out and told, and so is a word that nothing has."""

from collections.abc import Iterator

from docutils import nodes
from sphinx.util import logging

from sphinx_vita.reading.facets import ANY, Choice, folded, vocabulary
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.suggestions import did_you_mean
from sphinx_vita.reading.view_options import Query
from sphinx_vita.sphinx.lookup import Catalog
from sphinx_vita.sphinx.problems import warn

logger = logging.getLogger(__name__)


def leave_out(catalog: Catalog, query: Query, node: nodes.Element) -> None:
    """Take a view out that chooses nothing, with the sections that hold nothing else, and tell why."""
    in_vain = [message for choice in query.choices for message in _in_vain(catalog, query, choice)]
    for message in in_vain:
        warn(Mistake.UNKNOWN_VALUE, message, at=node)
    removed = take_out(node)
    if removed is not None and not in_vain:
        title = removed.next_node(nodes.title)
        words = f"the section {title.astext() if title else ''!r} is left out, since its view chooses nothing"
        logger.info("%s:%s: %s", node.source, node.line, words)  # no mistake: a paper that is out leaves "Under review"


def _in_vain(catalog: Catalog, query: Query, choice: Choice) -> Iterator[str]:
    """Yield what to tell of words of the author's own that no record has."""
    records = [record for kind in query.kinds for record in catalog.of_kind(kind)]
    if not records or not vocabulary(choice.facet, query.kinds).is_open:
        return
    said = {folded(value): None for record in records for value in catalog.facets(record, choice.facet)}
    if said.keys().isdisjoint(choice.wanted):
        for word in (word for word in choice.wanted if word != ANY):
            otherwise = f"there are {', '.join(sorted(said)[:8])}" if said else "nothing says it"
            yield f"no {' or '.join(query.kinds)} has {word!r} as {choice.facet}; {did_you_mean(word, said, otherwise)}"


def take_out(node: nodes.Element) -> nodes.section | None:
    """Take a view out, with the sections below the page's own that then head nothing; return the outermost of them."""
    removed, parent = None, node.parent
    parent.remove(node)
    while isinstance(parent, nodes.section) and isinstance(parent.parent, nodes.section) and _is_blank(parent):
        removed, parent = parent, parent.parent
        parent.remove(removed)
    return removed


def _is_blank(section: nodes.section) -> bool:
    return all(isinstance(child, nodes.title | nodes.Invisible) for child in section.children)
