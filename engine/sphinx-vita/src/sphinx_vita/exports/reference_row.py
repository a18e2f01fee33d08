"""A line of facts as it is put together: words, titles in italics, and people, each a piece."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sphinx_vita.exports.reference_words import ET_AL, IMPRINT, NUMBERED, OWN_TITLE, SAYS_IT
from sphinx_vita.locale import _, between, ngettext
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Author, Publication
from sphinx_vita.records.layout import count_in
from sphinx_vita.records.text import Span, Style

Piece = Span | Author
Row = list[Piece]

_MOST_EDITORS = 10
_FIRST_EDITORS = 3
_OTHERS = re.compile(r"\band\s+\{?others\}?\s*$", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MARKED = re.compile(r"[《》『』「」〈〉]")


def joined(rows: Iterable[Row], separator: str = "") -> Row:
    """Put the rows that say something into one, with a separator between: the comma of the language, or another."""
    separator = separator or _(", ")
    row: Row = []
    for each in rows:
        row += [Span(separator)] if row and each else []
        row += each
    return row


def words(text: str) -> Row:
    """Return plain words; nothing for none."""
    return [Span(text)] if text else []


def told(message: str, row: Row | None = None, **rows: Row) -> Row:
    """Put rows into the places of a message: `{}` is that of the one row, `{title}` that of another."""
    parts = re.split(r"\{(\w*)\}", message)
    filled = [words(part) if place % 2 == 0 else rows.get(part, row or []) for place, part in enumerate(parts)]
    return [piece for each in filled for piece in each]


def sentences(parts: Iterable[object]) -> str:
    """Put what is said into sentences, without the last stop."""
    return _(". ").join(str(part).rstrip(".。") for part in parts if part)


def people_row(people: Sequence[Author], *, has_more: bool = False) -> Row:
    """Return names in a row; of many editors only the first."""
    shown = people if len(people) <= _MOST_EDITORS else people[:_FIRST_EDITORS]
    is_open = len(shown) < len(people) or has_more
    marks = [*between([str(each.name) for each in shown], is_open=is_open), _(ET_AL) if is_open else ""]
    return [piece for each, mark in zip(shown, marks, strict=False) for piece in (each, *words(mark))]


def has_others(publication: Publication, role: str) -> bool:
    """Whether a field of people ends with `and others`."""
    return _OTHERS.search(dict(publication.fields).get(role, "")) is not None


def emphasis(text: str) -> Row:
    """Set a title in italics, or in the marks of a language that has none."""
    return marked([Span(text, Style.EMPHASIS)]) if text else []


def marked(row: Row) -> Row:
    """Put the marks of the language around a title in East Asian characters, which have no italics."""
    text = "".join(each.characters for each in row if isinstance(each, Span))
    if _(OWN_TITLE) == "{}" or not _EAST_ASIAN.search(text) or _MARKED.search(text):
        return row
    plain = [replace(each, style=Style.PLAIN) if isinstance(each, Span) else each for each in row]
    return told(_(OWN_TITLE), plain)


def numbered(name: str, number: str) -> str:
    """Put words around a number, unless whoever wrote it did: `no. 18`, but `Heft 3` and `v1.2`."""
    return number if not number or says_it(name, number) else in_words(NUMBERED[name], number)


def says_it(name: str, number: str) -> bool:
    """Whether a number has its words beside it."""
    return name in SAYS_IT and SAYS_IT[name].search(number) is not None


def in_words(message: str | tuple[str, str], number: str) -> str:
    """Put a number into the place of a message, in the form that it asks for."""
    if isinstance(message, str):
        return _(message).replace("{}", number)
    return ngettext(*message, count_in(number), number)


def published(place: str, publisher: str) -> str:
    """Return place and publisher as title pages have them: `Oxford: Oxford University Press`."""
    return _(IMPRINT).format(place=place, publisher=publisher) if place and publisher else place or publisher


def listed(*parts: str) -> Row:
    return words(_(", ").join(filter(None, parts)))


def titled(publication: Publication, text: str) -> Row:
    """Set the title of a container in italics; as it was written, where it is the venue."""
    venue = one_line(publication.venue)
    if not venue or not text.startswith(venue):
        return emphasis(text)
    spans = (*publication.venue.spans, Span(text.removeprefix(venue)))
    return marked([italic(span) for span in spans if span.characters])


def italic(span: Span) -> Span:
    """Set a run in italics, unless it has a style of its own."""
    return Span(span.characters, Style.EMPHASIS, span.link) if span.style is Style.PLAIN else span
