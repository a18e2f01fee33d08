"""The values of fields: braces and quotes off, macros expanded, pieces joined at `#`."""

import re
from collections.abc import Mapping

_LONGEST_MACRO = 2000  # characters; macros made of macros could grow without end
_MOST_PIECES = 100
_BRACES = re.compile(r"(?<!\\)[{}]")
_BRACES_AND_QUOTE = re.compile(r"(?<!\\)[{}\"]")
_BARE = re.compile(r"[^\s#{}\"]+")
_NAME = re.compile(r"[A-Za-z][\w:.+/-]*")
_WORD = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.?|january|february|march|april|june|july|august|september"
    r"|october|november|december|spring|summer|autumn|fall|winter|true|false|yes|no",
    re.IGNORECASE,
)
_NEXT_FIELD = re.compile(r"[A-Za-z][\w+:.-]*\s*=")


def read_value(raw: str, macros: Mapping[str, str], unknown: list[str] | None = None) -> tuple[str, str]:
    """Return a value and what stands behind it: nothing, or the next field when the comma between them is missing.

    Words that are no macro are text; those that were meant for one, other than `april` and `True`, go to `unknown`.
    """
    unknown = [] if unknown is None else unknown
    pieces: list[str] = []
    place = 0
    while True:
        piece, place = _read_piece(raw, place, macros, unknown)
        if piece is None:
            return _unwrapped(raw), ""
        pieces.append(piece)
        rest = raw[place:].lstrip()
        if not rest or len(pieces) > _MOST_PIECES:
            return "".join(pieces), ""
        if not rest.startswith("#"):
            return ("".join(pieces), rest) if _NEXT_FIELD.match(rest) else (_unwrapped(raw), "")
        place = raw.index("#", place) + 1


def _read_piece(raw: str, start: int, macros: Mapping[str, str], unknown: list[str]) -> tuple[str | None, int]:
    """Read a braced, quoted or bare piece from `start`; give None where there is no whole one."""
    while start < len(raw) and raw[start].isspace():
        start += 1
    if raw.startswith(("{", '"'), start):
        end = end_of_braces(raw, start) if raw[start] == "{" else _end_of_quotes(raw, start)
        return (raw[start + 1 : end], end + 1) if end else (None, start)
    bare = _BARE.match(raw, start)
    if bare is None:
        return None, start
    expanded = macros.get(bare[0].lower(), bare[0])
    if bare[0].lower() not in macros and _NAME.fullmatch(bare[0]) and not _WORD.fullmatch(bare[0]):
        unknown.append(bare[0])
    return (expanded if len(expanded) <= _LONGEST_MACRO else bare[0]), bare.end()


def end_of_braces(raw: str, start: int) -> int:
    """Return the place of the brace that closes the one at `start`; 0 where none does."""
    depth = 0
    for match in _BRACES.finditer(raw, start):
        depth += 1 if match[0] == "{" else -1
        if depth == 0:
            return match.start()
    return 0


def _end_of_quotes(raw: str, start: int) -> int:
    depth = 0
    for match in _BRACES_AND_QUOTE.finditer(raw, start + 1):
        if match[0] != '"':
            depth = max(0, depth + (1 if match[0] == "{" else -1))
        elif depth == 0:
            return match.start()
    return 0


def _unwrapped(raw: str) -> str:
    """Take a value that is no well-formed one as the text that it is."""
    text = raw.strip()
    is_wrapped = len(text) > 1 and (text[0], text[-1]) in (("{", "}"), ('"', '"'))
    return text[1:-1] if is_wrapped else text
