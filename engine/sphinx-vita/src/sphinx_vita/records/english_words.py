"""Which parts of a text are words of the engine that stay English, where no catalog has the language of a site."""

import re
from enum import Enum, auto
from functools import cache, lru_cache
from itertools import chain, pairwise

from babel.messages.mofile import read_mo

from sphinx_vita.locale import DOMAIN, FOLDER, catalog_of
from sphinx_vita.records.date_words import WORDS

Part = tuple[str, bool]  # a piece of a text, and whether it is the engine's


class Place(Enum):
    """Where a text stands, which tells how much of the engine's may be in it."""

    PROSE = auto()  # an author's: nothing but a whole message
    PART = auto()  # of the engine, with facts of an author's
    SPOKEN = auto()  # words that the engine adds for screen readers alone


_PLACE = re.compile(r"\{\w*\}|%\(\w+\)s|%s|</?\w[^>]*>")
_WORD = re.compile(r"[^\W\d_]{2}")
_TELLING = 5  # letters: what is shorter, such as "of", begins sentences in many a language
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
# Between the facts of one text: numbers and signs.
_BETWEEN = re.compile(r"((?:\s*[–—·,;:()…/|]\s*|\s*\d[\d.,]*\s*)+)")


@cache
def is_without_catalog(language: str) -> bool:
    """Whether the engine has no words in a language, so that its own stay English.

    >>> [is_without_catalog(each) for each in ("fa", "de-AT", "en-GB", "zh-Hant-HK")]
    [True, False, False, False]
    """
    name = catalog_of(language)
    return name != "en" and not (FOLDER / name).is_dir()


@lru_cache(4096)
def parts_of(text: str, place: Place = Place.PART) -> tuple[Part, ...]:
    """Cut a text into what is the engine's and what is not.

    >>> parts_of("2020 – Now")
    (('2020 – ', False), ('Now', True))
    """
    if not _WORD.search(text):
        return ((text, False),)
    known = _messages() if place is Place.PROSE else _pieces()
    for core in (text.strip(), _EDGES.sub("", text)):
        if core in known:
            before, behind = text.split(core, 1)
            return _joined((before, False), (core, True), (behind, False))
    return ((text, False),) if place is Place.PROSE else _around_facts(text, place)


def _around_facts(text: str, place: Place) -> tuple[Part, ...]:
    segments = _BETWEEN.split(text)
    if len(segments) > 1:
        return _joined(*chain.from_iterable(parts_of(each, place) if each else () for each in segments))
    for pattern in _patterns(place):
        if found := pattern.fullmatch(text):
            edges = [0, *(edge for group in range(1, pattern.groups + 1) for edge in found.span(group)), len(text)]
            cut = [text[start:end] for start, end in pairwise(edges)]
            return _joined(*((each, number % 2 == 0 and bool(_WORD.search(each))) for number, each in enumerate(cut)))
    return ((text, False),)


def _joined(*parts: Part) -> tuple[Part, ...]:
    """Join neighbors of one kind; blanks at the edges are nobody's."""
    joined: list[Part] = []
    for text, is_own in parts:
        if joined and text and joined[-1][1] == is_own:
            joined[-1] = (joined[-1][0] + text, is_own)
        elif text:
            joined.append((text, is_own))
    return tuple(joined)


@cache
def _messages() -> frozenset[str]:
    """Return all that the engine says: any catalog has it."""
    with (FOLDER / "de" / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        ids = [each.id for each in read_mo(file) if each.id]
    return frozenset(chain.from_iterable([each] if isinstance(each, str) else each for each in ids))


@cache
def _pieces() -> frozenset[str]:
    """Return the messages, what stands in them between the places of facts, and the words of dates."""
    dates = (cell.partition("|")[0] for cell in chain(WORDS["en"].seasons, WORDS["en"]) if isinstance(cell, str))
    pieces = chain.from_iterable(map(_PLACE.split, chain(_messages(), dates)))
    return _messages() | {_EDGES.sub("", piece) for piece in pieces if _WORD.search(piece)}


@cache
def _patterns(place: Place) -> tuple[re.Pattern[str], ...]:
    """Return the messages with places that can be told in a text, those that say most first; each place is a group."""
    said = {message: len(_EDGES.sub("", _PLACE.sub("", message))) for message in _messages() if _PLACE.search(message)}
    having = sorted((each for each in said if said[each]), key=lambda each: (-said[each], each))
    told = (each for each in having if said[each] >= _TELLING or (place is Place.SPOKEN and not _PLACE.match(each)))
    return tuple(re.compile("(.+?)".join(map(re.escape, _PLACE.split(each))), re.DOTALL) for each in told)
