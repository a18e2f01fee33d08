"""How a record stands as an entry, as data: which fields in which line, in which words."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A field in a line of an entry; an empty one leaves no trace.

    How it is drawn follows from its kind of value: names as people, an e-mail address as a link, another address or a
    file as a button. The first piece of the head is the title.
    """

    field: str
    words: str = "{}"  # with `{}` where the field goes; of a button the words themselves
    words_for_one: str = ""  # of a list with a single name: "Advisor: {}" beside "Advisors: {}"
    before: str = ", "  # what parts it from the piece before it
    last: str = ", "  # what parts the last two names of a list
    link: str = ""  # the field with the address to which it leads
    is_person: bool = False  # a text that is the name of a person


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
