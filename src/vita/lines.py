"""Text as one line that every format can hold: XML, JSON, RIS and vCard alike."""

_CONTROLS: dict[int, int | None] = dict.fromkeys((*range(32), *range(127, 160)))  # XML 1.0 has no place for them
_CONTROLS |= dict.fromkeys((0xFFFE, 0xFFFF))  # nor for these two, which are no characters
_HALVES: dict[int, int | None] = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)  # UTF-8 has no place for half a character


def one_line(text: object) -> str:
    """Give what an object prints as on one line, without the control characters that no file of text may hold."""
    return " ".join(str(text).split()).translate(_CONTROLS | _HALVES)
