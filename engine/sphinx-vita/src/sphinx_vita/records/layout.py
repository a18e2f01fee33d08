"""How a record stands as an entry, as data: which fields in which line, in which words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_vita.locale import _, ngettext


@dataclass(frozen=True, slots=True)
class Piece:
    """A field in a line of an entry; an empty one leaves no trace.

    How it is drawn follows from its kind of value: names as people, an e-mail address as a link, another address or a
    file as a button. The first piece of the head is the title.
    """

    field: str
    # With `{}` where the field goes, of a button the words themselves; two for one name or number, and for more.
    words: str | tuple[str, str] = "{}"
    before: str = ", "  # what parts it from the piece before it
    last: str = ", "  # what parts the last two names of a list
    link: str = ""  # the field with the address to which it leads
    is_person: bool = False  # a text that is the name of a person

    def words_around(self, value: object) -> str:
        """Return the words around a value in the language of the site, in the form that its number asks for."""
        if isinstance(self.words, str):
            return _(self.words)
        return ngettext(*self.words, len(value) if isinstance(value, tuple) else count_in(str(value)), "{}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line below the head of an entry."""

    kind: str  # what it tells, for style sheets: "place" is the class `vita-place`
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The head of an entry, beside its dates, and the lines below it."""

    head: tuple[Piece, ...] = ()
    lines: tuple[Line, ...] = ()

    def pieces(self) -> Iterator[Piece]:
        """Yield every piece, those of the head first."""
        yield from self.head
        for line in self.lines:
            yield from line.pieces


def line(kind: str, *pieces: Piece) -> Line:
    """Make a line of its pieces."""
    return Line(kind, pieces)


def count_in(written: str) -> int:
    """Return the number that a text tells, the last of several; 0 for none.

    >>> count_in("xii, 345"), count_in("about 50")
    (345, 50)
    """
    return int((re.findall(r"[0-9]{1,9}", written) or ["0"])[-1])
