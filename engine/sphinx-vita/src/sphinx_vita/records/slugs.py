"""Anchors and file names from keys and titles: ASCII, stable, and the same whatever else is in the file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from sphinx_build_cache.digests import digest

_LONGEST = 80  # characters
# Names of devices, also with an ending: nobody can save `con.bib`.
_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}
_LATIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    | {"đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H"}
)


def fold(text: str) -> str:
    """Take the accents off Latin letters; others stay as they are."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LATIN))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def slug(text: str) -> str:
    """Return `[A-Za-z0-9_-]` for any text, never empty: `doi:10.1080/0950` becomes `doi-10-1080-0950`.

    Where letters of other scripts had to go, or the text is very long, a short hash of all of it stands at the end.
    """
    folded = fold(text)
    name = re.sub(r"[^A-Za-z0-9_]+", "-", folded).strip("-")
    lost_letters = any(character.isalnum() and not character.isascii() for character in folded)
    if name and not lost_letters and len(name) <= _LONGEST:
        return name
    return "-".join(part for part in (name[:_LONGEST].strip("-"), _hash(text)) if part)


def slugs(keys: Iterable[str]) -> dict[str, str]:
    """Return each key its slug; keys that would share one get a hash behind it, in whatever order they come.

    They are names of files too: on some disks case makes no difference, and Windows keeps some names for itself.
    """
    given = {key: slug(key) for key in keys}
    shared = Counter(map(str.casefold, given.values()))
    exact = Counter(name.casefold() for key, name in given.items() if key == name)

    def is_free(key: str, name: str) -> bool:
        is_first = key == name and (name == name.casefold() or exact[name.casefold()] == 1)
        return name.casefold() not in _RESERVED and (is_first or shared[name.casefold()] == 1)

    return {key: name if is_free(key, name) else f"{name}-{_hash(key)}" for key, name in given.items()}


def _hash(text: str) -> str:
    return digest(text, 8)
