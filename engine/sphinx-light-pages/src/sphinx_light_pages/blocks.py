"""A stylesheet parted into its rules, which are not read yet: a page asks for a few of them only."""

import re
from collections.abc import Iterator

# Whole comments, strings, addresses and escapes, in which no sign means anything; then the signs. What only begins like
# one of the first is taken alone, and is odd.
_SIGN = re.compile(
    r"/\*.*?\*/|\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|url\(\s*+(?:[^\"'()\\\s]|\\.)++\s*+\)|\\."
    r"|/\*|[\"'{}()\[\];]|<!--|-->",
    re.DOTALL | re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CLOSING = {"{": "}", "(": ")", "[": "]"}
_CLOSES = frozenset(_CLOSING.values())
_ODD = frozenset({"/*", '"', "'", "<!--", "-->"})
Block = tuple[str, str | None]  # what stands before the braces, and in them; None where a semicolon ends the rule


class OddError(Exception):
    """A sheet in which it takes a full reading to tell where a rule ends."""


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the rules of a sheet.

    >>> list(blocks_of('@import "a.css"; p { color: red }'))
    [('@import "a.css"', None), ('p', ' color: red ')]

    Raises OddError where something in it is not closed, or closes what is not open.
    """
    start = opened = 0
    for place, sign in _outermost(text):
        if sign == "{":
            opened = place
        elif sign == "}":
            yield _bare(text[start:opened]), text[opened + 1 : place]
            start = place + 1
        else:
            head = _bare(text[start:place])
            if not head.startswith("@"):
                raise OddError
            yield head, None
            start = place + 1
    if _bare(text[start:]):
        raise OddError


def _outermost(text: str) -> Iterator[tuple[int, str]]:
    """Yield the braces and semicolons that stand in no others, with their places."""
    waiting: list[str] = []
    for found in _SIGN.finditer(text):
        sign = found[0]
        if sign in _ODD:
            raise OddError
        if sign in _CLOSING:
            if sign == "{" and not waiting:
                yield found.start(), sign
            waiting.append(_CLOSING[sign])
        elif sign in _CLOSES:
            if not waiting or waiting.pop() != sign:
                raise OddError
            if sign == "}" and not waiting:
                yield found.start(), sign
        elif sign == ";" and not waiting:
            yield found.start(), sign
    if waiting:
        raise OddError


def _bare(text: str) -> str:
    """Return what stands before braces without the comments around it."""
    text = text.strip()
    while found := _COMMENT.match(text):
        text = text[found.end() :].lstrip()
    if text.endswith("\\"):  # of white space that was part of a name
        raise OddError
    return text
