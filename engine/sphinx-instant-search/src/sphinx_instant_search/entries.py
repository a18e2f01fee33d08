"""What can be found on a page: itself, its sections, and the things that domains have put there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from unicodedata import east_asian_width

from sphinx_instant_search.pieces import FORMULA, Block, Piece
from sphinx_instant_search.records import Thing

_ALPHANUMERIC = re.compile(r"[^\W_]+")
PAGE, SECTION = "Page", "Section"
NAME, PASSAGE = 8, 40  # letters that a repetition has at least to count as one, with a thing and with a passage


@dataclass(slots=True, eq=False)
class Entry:
    """One result. `anchor` is empty for a whole page; blocks are its own text, without that of entries inside it."""

    docname: str
    anchor: str
    kind: str
    title: str
    outline: str = ""  # of the title of a section
    blocks: list[Block] = field(default_factory=list)
    is_important: bool = False  # shown before anything is asked for
    owner: bool = False  # a thing at home: its words count as its own wherever else they are shown


def entries_of(docname: str, pieces: Sequence[Piece], things: Iterable[Thing]) -> list[Entry]:
    """Return the entries of a page in the order of their places."""
    entries = _sections(docname, pieces)
    late = [entry for thing in things if (entry := _place(docname, thing, pieces, entries))]
    for number, piece in enumerate(pieces):
        entries[_holder(number, pieces, entries)].blocks.extend(piece.blocks)
    # The page stands for the piece of its first section too.
    return [*dict.fromkeys(entries[number] for number in sorted(entries)), *late]


def _sections(docname: str, pieces: Sequence[Piece]) -> dict[int, Entry]:
    """Return the page, under the title of its first section, and the other sections by the number of their piece."""
    headed = [number for number, piece in enumerate(pieces) if piece.title is not None]
    entries = {0: Entry(docname, "", PAGE, "")}
    for number in headed:
        title = pieces[number].title or ""
        if number == headed[0] and pieces[number].parent == 0:
            entries[0].title, entries[0].outline = title, pieces[number].outline
            entries[number] = entries[0]
        else:
            entries[number] = Entry(docname, pieces[number].anchors[0], SECTION, title, pieces[number].outline)
    return entries


def _place(docname: str, thing: Thing, pieces: Sequence[Piece], entries: dict[int, Entry]) -> Entry | None:
    """Return a thing its entry; one that has no piece for itself is given back."""
    number = next((number for number, piece in enumerate(pieces) if thing.anchor in piece.anchors), None)
    entry = Entry(docname, thing.anchor, thing.kind, thing.name, is_important=thing.is_important, owner=True)
    if number is None:
        return entry
    section = entries[_holder(number, pieces, entries)]
    if _bears(section, thing.name) and not section.owner:
        section.kind, section.owner = thing.kind, True  # the section is about the thing: one result, not two
        section.is_important = thing.is_important
        return None
    return entry if entries.setdefault(number, entry) is not entry else None


def _bears(section: Entry, name: str) -> bool:
    """Tell whether a section is called by a name, in which a formula may be written in another way."""
    words = section.outline.casefold().split(FORMULA)
    if len(words) == 1 or not any(map(str.strip, words)):
        return section.title.casefold() == name.casefold()
    return re.fullmatch(".*".join(map(re.escape, words)), name.casefold()) is not None


def _holder(number: int, pieces: Sequence[Piece], entries: dict[int, Entry]) -> int:
    """Return the number of the piece that has an entry and is or surrounds this one."""
    while number not in entries:
        number = pieces[number].parent
    return number


def without_repetitions(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Take out of each entry what is the text of another one, as in a list that shows things from other pages.

    A thing keeps its own words; of other passages that a project includes in several places the first is kept.
    """
    things = [entry for entry in entries if entry.owner]
    texts = (text for entry in things for text in (entry.title, *(block.text for block in entry.blocks)))
    at_home = frozenset(map(_squeezed, texts))
    seen: set[str] = set()
    for entry in entries:
        title = _squeezed(entry.title)
        blocks = [block for block in entry.blocks if _squeezed(block.text) != title]
        if not entry.owner:
            blocks = [block for block in blocks if _is_first(block, at_home, seen)]
        entry.blocks = blocks
        yield entry


def _is_first(block: Block, at_home: frozenset[str], seen: set[str]) -> bool:
    """Return whether a passage is new. A few words may well stand in several places, each in its own right."""
    text = _squeezed(block.text)
    if text in at_home and _length(text) >= NAME:
        return False
    is_first = _length(text) < PASSAGE or text not in seen
    seen.add(text)
    return is_first


def _length(text: str) -> int:
    """Count letters; a wide one of East Asia says as much as two."""
    return len(text) + sum(east_asian_width(letter) in "WF" for letter in text if not letter.isascii())


def _squeezed(text: str) -> str:
    return "".join(_ALPHANUMERIC.findall(text.casefold()))
