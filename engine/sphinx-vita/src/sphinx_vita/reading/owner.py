"""The person whose portfolio it is, recognised under each of the names that he or she has or had."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache

from sphinx_vita.reading.name_parts import cut_other_spelling
from sphinx_vita.reading.name_suffixes import cut_suffixes, without_title
from sphinx_vita.reading.names import parse_person
from sphinx_vita.reading.same_person import is_same_person, words_of
from sphinx_vita.records import Name, Order, Profile

_LONG = 3  # letters of a family name that do not fit into an icon
_BORN = re.compile(r"(?:née|nee|né|geb\.?|born|formerly)\s+(.+)", re.IGNORECASE)
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe"})


@lru_cache(maxsize=64)
def own_name(profile: Profile) -> Name:
    """Return the person's name in its parts, without titles; the option `family` says which is the family's."""
    name = parse_person(profile.name)
    family, text = " ".join(profile.family.split()), str(replace(name, suffix="", also=""))
    if not family or family not in text:
        return name
    is_first = text.startswith(family)
    given = text.removeprefix(family) if is_first else text.removesuffix(family)
    order = Order.FAMILY_FIRST if is_first else Order.TOLD
    return replace(name, family=family, given=given.strip(), particle="", order=order)


@lru_cache(maxsize=64)
def names_of(profile: Profile) -> tuple[Name, ...]:
    """Return all names of the person: the one of the profile first, then each that it may stand for elsewhere."""
    own = own_name(profile)
    names = [own, *_before(own), *(parse_person(each) for each in (own.also, *profile.aliases) if each)]
    whole = [other for name in names for other in (name, *_with_two_families(name))]
    spelled = [replace(name, family=name.family.translate(_SPELLED_OUT)) for name in whole]
    return tuple(dict.fromkeys([*whole, *spelled]))


def is_owner(profile: Profile, name: Name) -> bool:
    """Whether a name is one of the person whose portfolio it is."""
    names = names_of(profile)
    if any(is_same_person(name, own) for own in names):
        return True
    if name.order is Order.TOLD:
        return False
    whole = f"{name.particle} {name.family}"
    words = words_of(f"{whole} {name.given}" if name.order is Order.FAMILY_FIRST else f"{name.given} {whole}")
    return any(_is_turned(words, own) for own in names)


def initials_of(name: str) -> str:
    """Return the letters that stand for a name: `AL` for Ada Lovelace; of an Asian name the family's, as people do."""
    bare, _ = cut_other_spelling(without_title(" ".join(name.split())))
    parts, _ = cut_suffixes([part.strip() for part in bare.split(",")], is_prose=True)
    words = " ".join(parts).split()
    if words and words[0][0] >= "\u3005":
        return words[0] if len(words) > 1 and len(words[0]) < _LONG else words[0][0]
    letters = [_first_letter(word) for word in (words[:1] + words[-1:] if len(words) > 1 else words)]
    is_joined = any(unicodedata.bidirectional(letter) == "AL" for letter in letters if letter)  # Arabic letters join
    return "".join(letters[:1] if is_joined else letters)


def _first_letter(words: str) -> str:
    bare = re.sub(r"^(?:al|el|ad|as|ash|an|ar)-", "", words, flags=re.IGNORECASE)
    return next((letter for letter in bare if letter.isalnum()), "").upper()[:1]


def _before(name: Name) -> list[Name]:
    """Return the name before a marriage: `Ada Lovelace (née Byron)` was `Ada Byron`."""
    born = _BORN.fullmatch(name.also)
    return [replace(name, family=born[1], particle="", also="")] if born else []


def _with_two_families(name: Name) -> list[Name]:
    """Return the name with its last two words for the family's: `Gabriel García Márquez`."""
    *given, last = name.given.split() or [""]
    if name.order is not Order.GIVEN_FIRST or not given or name.particle:
        return []
    return [replace(name, given=" ".join(given), family=f"{last} {name.family}")] if len(last.strip(".")) > 1 else []


def _is_turned(words: tuple[str, ...], own: Name) -> bool:
    """Whether words without a comma are the person's name, the family's before the given ones, the first in full."""
    family, given = words_of(f"{own.particle} {own.family}"), words_of(own.given)
    rest = words[len(family) :]
    if words[: len(family)] != family or not 0 < len(rest) <= len(given) or len(rest[0]) == 1:
        return False
    return rest[0] == given[0] and is_same_person(replace(own, given=" ".join(rest)), own)
