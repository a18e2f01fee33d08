"""A line of facts as it is put together: words, titles in italics, and people, each a piece."""

import re
from collections.abc import Iterable, Sequence

from sphinx_vita.exports.reference_words import AND, ET_AL, NUMBERED, SAYS_IT
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Author, Publication
from sphinx_vita.records.text import Span, Style

Piece = Span | Author
Row = list[Piece]

_MOST_EDITORS = 10
_FIRST_EDITORS = 3
_OTHERS = re.compile(r"\band\s+\{?others\}?\s*$", re.IGNORECASE)


def joined(rows: Iterable[Row], separator: str) -> Row:
    """Put the rows that say something into one, with a separator between."""
    row: Row = []
    for each in rows:
        row += [Span(separator)] if row and each else []
        row += each
    return row


def words(text: str) -> Row:
    """Return plain words; nothing for none."""
    return [Span(text)] if text else []


def people_row(people: Sequence[Author], *, has_more: bool = False) -> Row:
    """Return names in a row; of many editors only the first."""
    shown = people if len(people) <= _MOST_EDITORS else people[:_FIRST_EDITORS]
    row = joined([[each] for each in shown], ", ")
    if len(shown) < len(people) or has_more:
        return [*row, Span(ET_AL)]
    if len(shown) > 1:
        row[-2] = Span(AND)
    return row


def has_others(publication: Publication, role: str) -> bool:
    """Whether a field of people ends with `and others`."""
    return _OTHERS.search(dict(publication.fields).get(role, "")) is not None


def emphasis(text: str) -> Row:
    return [Span(text, Style.EMPHASIS)] if text else []


def numbered(name: str, number: str) -> str:
    """Put words around a number, unless whoever wrote it did: `no. 18`, but `Heft 3` and `v1.2`."""
    says_it = name in SAYS_IT and SAYS_IT[name].search(number)
    return number if not number or says_it else NUMBERED[name].replace("{}", number)


def listed(*parts: str) -> Row:
    return words(", ".join(filter(None, parts)))


def titled(publication: Publication, text: str) -> Row:
    """Set the title of a container in italics; as it was written, where it is the venue."""
    venue = one_line(publication.venue)
    if not venue or not text.startswith(venue):
        return emphasis(text)
    spans = (*publication.venue.spans, Span(text.removeprefix(venue)))
    return [italic(span) for span in spans if span.characters]


def italic(span: Span) -> Span:
    """Set a run in italics, unless it has a style of its own."""
    return Span(span.characters, Style.EMPHASIS, span.link) if span.style is Style.PLAIN else span
