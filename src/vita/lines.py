"""Text as one line that every format can hold: XML, JSON, RIS and vCard alike."""

_UNPRINTABLE = (*range(32), *range(127, 160), 0xFFFE, 0xFFFF)  # XML 1.0 has no place for most of them
_REFUSED: dict[int, int | None] = dict.fromkeys(code for code in _UNPRINTABLE if not chr(code).isspace())
_REFUSED |= dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # halves of characters, which UTF-8 cannot hold


def one_line(text: object) -> str:
    """Give what an object prints as on one line, without the control characters that no file of text may hold."""
    return " ".join(str(text).translate(_REFUSED).split())
