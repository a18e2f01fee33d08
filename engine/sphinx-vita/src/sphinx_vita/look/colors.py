"""Colors that can be read: how far two of them are apart, and what to do where that is not enough."""

from collections.abc import Iterable, Sequence

# Furo's backgrounds: of a page, and of the entry of the menu that names it.
LIGHT, DARK = ("#ffffff", "#efeff4"), ("#131416", "#1e2124")
LEAST = 4.5  # to 1: WCAG 2.2, success criterion 1.4.3


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colors as WCAG defines it, from 1 to 21.

    >>> contrast("#000000", "#ffffff")
    21.0
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def least_contrast(color: str, backgrounds: Iterable[str]) -> float:
    """Return the contrast of a color with that of some backgrounds on which it is read worst."""
    return min(contrast(color, each) for each in backgrounds)


def lightened(color: str, backgrounds: Sequence[str]) -> str:
    """Return a color with just as much white in it as it takes to be read on dark backgrounds.

    >>> lightened("#57068c", ["#131416"])
    '#a073be'
    """
    parts = _parts(color)
    for share in range(0, 101, 4):
        mixed = "#" + "".join(f"{part + (255 - part) * share // 100:02x}" for part in parts)
        if least_contrast(mixed, backgrounds) >= LEAST:
            return mixed
    return "#ffffff"


def _parts(color: str) -> list[int]:
    digits = color.lstrip("#")
    digits = "".join(2 * digit for digit in digits) if len(digits) == 3 else digits
    return [int(digits[place : place + 2], 16) for place in (0, 2, 4)]


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in _parts(color))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
