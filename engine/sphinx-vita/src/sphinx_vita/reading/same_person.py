"""Names matched with one another, however each is written: accents, initials, hyphens and particles may differ."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import product

from sphinx_vita.reading.name_parts import PARTICLES
from sphinx_vita.reading.name_suffixes import generation
from sphinx_vita.records import Name
from sphinx_vita.records.slugs import fold

_MOST_INITIALS = 3


def is_same_person(a: Name, b: Name) -> bool:
    """Whether two names may well be one person's: same family, given names equal or shortened to initials."""
    if name_key(a) != name_key(b) or not _suffixes_agree(a, b):
        return False
    if a.is_east_asian:
        return True  # its key is the whole name
    if not a.given or not b.given:
        return not a.given and not b.given
    return any(
        "".join(first) == "".join(second) or _are_compatible(first, second)
        for first, second in product(_given(a), _given(b))
    )


def in_other_scripts(name: Name, others: Iterable[Name]) -> list[str]:
    """List those of a person's names that are written in other scripts than one is, Asian ones in both ways.

    >>> ada = Name(family="Yamada", given="Hanako")
    >>> in_other_scripts(ada, [ada, Name(family="山田", given="花子"), Name(family="Ямада", given="Х.")])
    ['山田 花子', '山田花子', 'Х. Ямада']
    """
    forms = {form: None for each in others if _script(each) != _script(name) for form in _forms(each)}
    return list(forms)


def _forms(name: Name) -> tuple[str, ...]:
    return name.asian_forms or (str(replace(name, also="")),)


def _script(name: Name) -> str:
    return unicodedata.name(name.family[:1] or " ", "").partition(" ")[0]


@lru_cache(maxsize=65536)
def name_key(name: Name) -> str:
    """Fold a family name for an index of people; whoever is the same person has the same key."""
    if name.is_east_asian:
        return fold(f"{name.family}{name.given}")
    words = words_of(f"{name.particle} {name.family}")
    while len(words) > 1 and words[0] in PARTICLES:
        words = words[1:]
    return " ".join(words) or fold(str(name)).casefold()


@lru_cache(maxsize=65536)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a name without accents, hyphens and what stands in parentheses."""
    without_brackets = re.sub(r"\([^()]*\)", " ", text)
    return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)*|'t", fold(without_brackets).casefold().replace("’", "'")))


def _given(name: Name) -> list[tuple[str, ...]]:
    """Return the given names in the ways that they can be read: `AB` is two initials, or a name in large letters."""
    letters = name.given
    if not (1 < len(letters) <= _MOST_INITIALS and letters.isalpha() and letters.isupper()):
        return [words_of(name.given)]
    initials = words_of(" ".join(letters))
    if not name.family.isupper():
        return [initials]
    is_name = len(letters) > 2 and re.search("[AEIOUY]", letters)
    return [words_of(letters)] if is_name else [initials, words_of(letters)]


def _suffixes_agree(a: Name, b: Name) -> bool:
    """Whether neither is the other's father; a degree tells nobody apart."""
    first, second = words_of(generation(a.suffix)), words_of(generation(b.suffix))
    return not first or not second or first == second


def _are_compatible(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether the first given names agree, and the middle ones of the shorter are among the longer's, in order."""
    if not first or not second or not _agree(first[0], second[0]):
        return False
    shorter, longer = sorted((first[1:], second[1:]), key=len)
    rest = iter(longer)
    return all(any(_agree(word, other) for other in rest) for word in shorter)


def _agree(word: str, other: str) -> bool:
    """Whether two given names are one, or one is the other's initial."""
    return word == other or ((len(word) == 1 or len(other) == 1) and word[0] == other[0])
