"""The style of the keys in a file, learned from them, and a new key in it."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from sphinx_vita.records import Publication
from sphinx_vita.records.slugs import fold

_LITTLE = frozenset(
    "a an the on of in for to and or at by from with without via is are do does how what why when towards das der"
    " die ein eine über zur zum le la les un une des du sur el los las una sobre".split()
)
_DEFAULT = ("family", "year", "word")
_MOST_READINGS = 64  # of one key; a short one may be read in many ways


def _words(publication: Publication) -> list[str]:
    words = [re.sub(r"[^A-Za-z0-9]", "", fold(word)) for word in re.findall(r"[\w'’]+", str(publication.title))]
    return [word for word in words if word]


def _telling(publication: Publication) -> list[str]:
    return [word for word in _words(publication) if word.lower() not in _LITTLE] or _words(publication) or ["work"]


def _families(publication: Publication) -> list[str]:
    people = publication.authors or publication.editors
    names = [re.sub(r"[^A-Za-z0-9]", "", fold(each.name.particle + each.name.family)) for each in people]
    return [name for name in names if name] or ["anonymous"]


def _short(publication: Publication) -> str:
    """Return the name that stands before the colon of a title, `CLM: …`, or the first word that tells something."""
    before, colon, _ = str(publication.title).partition(":")
    word = re.sub(r"[^A-Za-z0-9]", "", fold(before))
    return word if colon and word and len(before.split()) == 1 else _telling(publication)[0]


def _initials(publication: Publication) -> str:
    """Return the label of the style `alpha`: `Knu` for one author, `AHU` for three, `ABC+` for more than four."""
    families = _families(publication)
    if len(families) == 1:
        return families[0][:3]
    return "".join(family[0] for family in (families if len(families) <= 4 else families[:3]))


def _acl(publication: Publication) -> str:
    """Return the people of a key of the ACL Anthology: `xu-li` for two, `xu-etal` for more."""
    families = _families(publication)
    return "-".join(families[:2] if len(families) < 3 else [families[0], "etal"])


_Part = Callable[[Publication], str]
# What keys are made of; the first reading of a key that fits is the one that is believed.
_PARTS: dict[str, _Part] = {
    "year": lambda each: re.sub(r"\D.*", "", each.year) or "nodate",
    "yy": lambda each: (re.sub(r"\D.*", "", each.year) or "nodate")[-2:],
    "family": lambda each: _families(each)[0],
    "acl": _acl,
    "families": lambda each: "".join(_families(each)[:3]),
    "last": lambda each: _families(each)[-1] if len(_families(each)) > 1 else "",
    "etal": lambda each: "etal" if len(_families(each)) > 2 else "",
    "initials": _initials,
    "short": _short,
    "word": lambda each: _telling(each)[0],
    "long": lambda each: next((word for word in _telling(each) if len(word) > 3), _telling(each)[0]),
    "second": lambda each: [*_telling(each), ""][1],
    "third": lambda each: [*_telling(each), "", ""][2],
    "first": lambda each: (_words(each) or ["work"])[0],
}
_CASES: dict[str, Callable[[str], str]] = {
    "lower": str.lower,
    "title": lambda text: text[:1].upper() + text[1:],
    "upper": str.upper,
    "as it is": str,
}


def new_key(publication: Publication, present: Sequence[Publication], taken: Collection[str]) -> str:
    """Make the key of a work in the style of those that are there; a letter tells apart what would share one."""
    style = _style(present)
    base = "".join(_value(piece, publication) for piece in style)
    base = re.sub(r"[-_:./+]{2,}", lambda signs: signs[0][0], base).strip("-_:./+") or "work"
    given = {key.casefold() for key in taken}
    letters = itertools.chain("bcdefghijklmnopqrstuvwxyz", (f"-{number}" for number in itertools.count(27)))
    keys = itertools.chain([base], (base + letter for letter in letters))
    return next(key for key in keys if key.casefold() not in given)


def _style(present: Sequence[Publication]) -> tuple[str, ...]:
    """Return the pieces of most keys: `part:case`, or a sign between two parts."""
    readings = [list(itertools.islice(_readings(each.key, each), _MOST_READINGS)) for each in present]
    votes = Counter(reading for each in readings for reading in dict.fromkeys(each))
    if votes:
        places = {reading: place for each in readings for place, reading in enumerate(dict.fromkeys(each))}
        best = max(votes, key=lambda reading: (votes[reading], -len(reading), -places[reading]))
        if votes[best] > 1 or len(present) < 3:
            return best
    if present and all(re.fullmatch(r"[a-z][a-z-]*\d?", each.key) for each in present):
        return ("short:lower",)  # names that an owner gives by hand
    return tuple(f"{part}:lower" for part in _DEFAULT)


def _readings(rest: str, publication: Publication, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the ways in which a key is made of parts, `(family, year, word)`; a letter may stand at its end."""
    if before and re.fullmatch(r"[a-z]?", rest) and not before[-1].startswith("sign:"):
        yield before
        return
    if before and rest[:1] in tuple("-_:./+") and not before[-1].startswith("sign:"):
        yield from _readings(rest[1:], publication, (*before, f"sign:{rest[0]}"))
        return
    for part, make in _PARTS.items():
        value = make(publication)
        if not value or any(piece.startswith(f"{part}:") for piece in before):
            continue
        case = next((name for name, change in _CASES.items() if rest.startswith(change(value))), "")
        if case:
            yield from _readings(rest[len(value) :], publication, (*before, f"{part}:{case}"))


def _value(piece: str, publication: Publication) -> str:
    name, _, rest = piece.partition(":")
    return rest if name == "sign" else _CASES[rest](_PARTS[name](publication))
