"""The entries of a bibliography as they stand in the file: where each field begins and ends, to the character."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_vita.reading.bibtex.values import end_of_braces

_OPENING = re.compile(r"^[ \t]*@[ \t]*(?P<type>[A-Za-z]+)[ \t]*\{[ \t]*(?P<key>[^\s,={}\"]+)[ \t]*(?=,)", re.MULTILINE)
_NO_ENTRIES = ("comment", "string", "preamble")
_FIELD = re.compile(r"(?P<gap>[\s,]*)(?P<name>[A-Za-z][\w+:.-]*)(?P<before>[ \t]*)=(?P<after>[ \t]*)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenField:
    """A field: its name as written, what stands around it, its value with braces or quotes, and where that ends."""

    name: str
    gap: str  # what stands before its name: comma, line feed, indentation
    before: str  # the blanks before the `=`
    after: str
    value: str
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenEntry:
    """An entry, from its `@` to the brace that closes it."""

    start: int
    end: int
    entry_type: str
    key: str
    fields: tuple[WrittenField, ...]
    closing: str  # what stands behind the last field, with the closing brace


def scan(text: str) -> list[WrittenEntry]:
    """Find the entries that are whole, in order; what is broken is passed over."""
    return list(_scan(text))


def _scan(text: str) -> Iterator[WrittenEntry]:
    place = 0
    while opening := _OPENING.search(text, place):
        place = opening.end()
        end = end_of_braces(text, text.index("{", opening.start())) + 1
        if end == 1 or opening["type"].lower() in _NO_ENTRIES:
            continue
        fields = tuple(_fields(text, opening.end(), end - 1))
        last = fields[-1].end if fields else opening.end()
        kind, key, closing = opening["type"], opening["key"], text[last:end]
        yield WrittenEntry(start=opening.start(), end=end, entry_type=kind, key=key, fields=fields, closing=closing)
        place = end


def _fields(text: str, place: int, end: int) -> Iterator[WrittenField]:
    while (found := _FIELD.match(text, place, end)) and found.end() < end:
        start = found.end()
        place = _end_of_value(text, start, end)
        value = text[start:place].rstrip()
        place = start + len(value)
        parts = {name: found[name] for name in ("name", "gap", "before", "after")}
        yield WrittenField(**parts, value=value, end=place)


def _end_of_value(text: str, start: int, end: int) -> int:
    """Return where a value ends: at the comma outside of braces and quotes, or at the end of its entry."""
    place, depth, is_quoted = start, 0, False
    while place < end:
        sign = text[place]
        is_escaped = text[place - 1] == "\\"
        if sign == "," and depth == 0 and not is_quoted:
            return place
        if sign in "{}" and not is_escaped:
            depth += 1 if sign == "{" else -1
        elif sign == '"' and depth == 0:
            is_quoted = not is_quoted
        place += 1
    return end
