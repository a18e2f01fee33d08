"""Small drawings put into the page, as long as it does not arrive later for them."""

import html
import re
import zlib
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote

from sphinx_light_pages.markup import Address

# A server sends ten packets of 1460 bytes, waits for an answer, then twice as many, and so on; the head takes its part.
FLIGHTS = tuple(packets * 1460 - 300 for packets in (10, 30, 70))
LARGEST = 2 * 1460  # bytes on the wire of a drawing that is put into a page: two packets, for a request takes one
_IMAGE = re.compile(
    r"<noscript\b.*?</noscript>"  # stands in for what scripts bring, and weighs too much for everybody
    r"|<(?:img\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*?\ssrc|link rel=\"icon\"[^>]*?\shref)=\"([^\"]+\.svg(?:\?[^\"]*)?)\"",
    re.DOTALL,
)
# Words of the drawing itself: nobody is told them where it is a picture with words of its own.
_WORDS = re.compile(r"<(title|desc)\b.*?</\1>", re.DOTALL)
_UNSAFE = re.compile(r"[%#<>{}|\\^`\[\]\s]+")  # what no address may hold, and what means something else in one


def with_pictures(text: str, resolve: Callable[[str], Address | None], read: Callable[[str], str]) -> str:
    """Put the drawings in the order of the page into it, its icon first, until the next one would be too much."""
    light, limit = text, FLIGHTS[0]
    is_sure, most = False, 0
    for found in _IMAGE.finditer(text):
        address = resolve(html.unescape(found[1] or ""))
        drawing = read(address.path) if address else ""
        if not drawing or _weight(drawing) > LARGEST:
            continue
        data = _address(drawing)
        start, end = (len(light) - len(text) + place for place in found.span(1))
        further = light[:start] + data + light[end:]
        most = (most or size(text, 1)) + len(data)  # bytes: packed loosely, and the drawings not at all
        if most > limit and not _fits(further, limit) and not is_sure:
            limit, is_sure = next((flight for flight in FLIGHTS if _fits(text, flight)), 0), True
        if most > limit and not _fits(further, limit):
            break
        light = further
    return light


def _fits(text: str, limit: int) -> bool:
    """Return whether a page has no more bytes on the wire; a quick look is enough where it has far fewer."""
    return size(text, 6) <= limit or size(text) <= limit


def size(text: str, level: int = 9) -> int:
    """Return the bytes of a page on the wire."""
    return len(zlib.compress(text.encode(), level)) + 12


@lru_cache(maxsize=64)
def _address(drawing: str) -> str:
    """Write a drawing as an address, ready for double quotes."""
    bare = _WORDS.sub("", drawing).strip()
    quoted = bare if "'" in bare else bare.replace('"', "'")
    return "data:image/svg+xml," + _UNSAFE.sub(_coded, quoted).replace("&", "&amp;").replace('"', "&quot;")


@lru_cache(maxsize=64)
def _weight(drawing: str) -> int:
    """Return the bytes on the wire of a drawing; a very long one is not tried."""
    return size(drawing) if len(drawing) < 20 * LARGEST else len(drawing)


def _coded(found: re.Match[str]) -> str:
    # Space of any length is one; a browser would drop line ends, and with them the space between two words.
    return quote(re.sub(r"\s+", " ", found[0]), safe="")
