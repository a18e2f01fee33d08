"""Text that every format can hold, XML, JSON, RIS, vCard and Typst alike: which characters none may have."""

import re

_UNPRINTABLE = (*range(32), *range(127, 160), 0xFFFE, 0xFFFF)  # XML 1.0 has no place for most of them
_SURROGATES = range(0xD800, 0xE000)  # halves of characters, which UTF-8 cannot hold
# They turn round all that stands behind them in its line, whoever wrote it; each script knows its own direction.
_TURNING = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_REFUSED: dict[int, int | None] = dict.fromkeys(code for code in _UNPRINTABLE if not chr(code).isspace())
_REFUSED |= dict.fromkeys(_SURROGATES, 0xFFFD) | dict.fromkeys(_TURNING)
# What an address or the name of a field cannot have: characters that nobody sees, and ends of lines but the usual ones.
_MARKS = (0xAD, *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF)
_UNSEEN = (*_UNPRINTABLE, *_SURROGATES, *_MARKS)
INVISIBLE = re.compile(f"[{''.join(re.escape(chr(code)) for code in _UNSEEN if chr(code) not in chr(9) + chr(10))}]")
_LINE_ENDS = re.compile("[\x0b-\x0d\x1c-\x1f\x85\u2028\u2029]")  # for some programs; the line feed is one for all
_IN_PARENTHESES = re.compile(r"\([^()]*\)")


def printable(text: str) -> str:
    """Leave out the characters that nobody sees and that programs may obey; white space stays as it is."""
    return text if text.isprintable() else text.translate(_REFUSED)


def plain_lines(text: str) -> str:
    """Leave out the same, with a blank for each sign that ends a line, but for line feeds."""
    return _LINE_ENDS.sub(" ", printable(text))


def one_line(text: object) -> str:
    """Return what an object prints as on one line, without the control characters that no file of text may hold."""
    return " ".join(printable(str(text)).split())


def pieces(text: str, separator: str) -> list[str]:
    """Cut a text at each match of a pattern that does not stand in parentheses."""
    masked = _IN_PARENTHESES.sub(lambda match: "(" * len(match[0]), text)
    places = [0, *(place for match in re.finditer(separator, masked) for place in match.span()), len(text)]
    return [text[start:end] for start, end in zip(places[::2], places[1::2], strict=True)]
