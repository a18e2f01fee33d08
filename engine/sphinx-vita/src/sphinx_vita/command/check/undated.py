"""What a page says in general: its lines without what has a date of its own, without code and without comments."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^[ \t>]*(?P<marks>:{3,}|`{3,}|~{3,})\s*(?P<info>.*)$")
_DATED = re.compile(r"^[ \t>]*:(?:dates|date|year):")
_POST = re.compile(r"\A---\n(?:.*\n)*?date:")


def undated_lines(text: str) -> Iterator[tuple[int, str]]:
    r"""Give each line of prose, counted from 1.

    >>> list(undated_lines("a\n:::{news} b\n:dates: 2024\n\nc\n:::\nd"))
    [(1, 'a'), (7, 'd')]
    """
    if _POST.match(text.partition("\n---\n")[0]):
        return
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        opening = _FENCE.match(lines[number])
        end = _end(lines, number, opening["marks"]) if opening and opening["info"] else number
        if opening and (opening["marks"][0] != ":" or any(map(_DATED.match, _options(lines[number + 1 : end])))):
            number = end if opening["info"] else _end(lines, number, opening["marks"])
        elif not re.match(r"\s*(%|<!--|:\w+:\s*\S+$)", lines[number]):
            yield number + 1, re.sub(r"`[^`]*`", "", lines[number])
        number += 1


def _end(lines: list[str], start: int, marks: str) -> int:
    """Return the line that ends a fence; the last one where nothing does."""
    return next((at for at in range(start + 1, len(lines)) if lines[at].strip(" \t>") == marks), len(lines) - 1)


def _options(lines: list[str]) -> Iterator[str]:
    """Give the lines of options that a directive begins with."""
    for line in lines:
        if not re.match(r"^[ \t>]*:[\w-]+:", line):
            return
        yield line
