"""Authors, editors and others, with what an entry says of the part that each had."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.names import parse_names, parse_person, read_names
from sphinx_vita.reading.same_person import is_same_person
from sphinx_vita.records import Author, Contribution, Name, Order

_FAMILY_FIRST = ("hungarian", "magyar", "vietnamese")
_ANNOTATION = re.compile(r"([0-9]{1,4})(?::[\w-]+)?\s*=\s*([^;]*)")
_ROLES = (  # the fields of people besides authors and editors, in the order in which a list names them
    *("translator", "editora", "editorb", "editorc", "introduction", "foreword", "afterword", "annotator"),
    *("commentator", "bookauthor", "holder", "advisor", "supervisor", "committee"),
)
_LEGEND = re.compile(r"(?:^|(?<=[\s,;.]))([*∗†‡§¶#✉]|\\?(?:dagger|ddagger))\s*[:=]?\s*([^*∗†‡§¶#✉]+)")


def read_authors(fields: Mapping[str, str], role: str = "author") -> tuple[tuple[Author, ...], bool]:
    """Return the people of the field `role`, and whether it ends with `and others`."""
    authors, has_more = parse_names(fields.get(role, ""))
    if fields.get("langid", "").lower() in _FAMILY_FIRST:
        authors = tuple(replace(each, name=_family_first(each.name)) for each in authors)
    legend = _legend(fields.get("annotation", "") if role == "author" else "")
    if legend:
        signed, _ = read_names(fields.get(role, ""))
        pairs = zip(authors, signed, strict=True)
        authors = tuple(_explained(author, signs, legend) for author, (_, signs, _) in pairs)
    authors = tuple(
        replace(each, notes=_once(tuple(map(_word, each.notes)))) if each.notes else each for each in authors
    )
    notes = _annotations(fields, role)
    if role == "author":
        _note_equals(fields, authors, notes)
    return tuple(_with_notes(author, notes.get(place, [])) for place, author in enumerate(authors, 1)), has_more


def _family_first(name: Name) -> Name:
    """Read a name without a comma in a work of a language where the family's stands first: `Nagy Péter`."""
    if name.order is not Order.GIVEN_FIRST or name.particle:
        return name
    family, _, rest = name.given.partition(" ")
    return replace(name, family=family, given=f"{rest} {name.family}".strip(), order=Order.FAMILY_FIRST)


def read_contributions(fields: Mapping[str, str]) -> tuple[Contribution, ...]:
    """Return what others than authors and editors did: `editora` is what `editoratype` says, or one more editor."""
    found: dict[str, tuple[Author, ...]] = {}
    for name in (name for name in _ROLES if fields.get(name)):
        people, _ = read_authors(fields, name)
        written = "editor" if name.startswith("editor") else name
        role = plain(fields.get(f"{name}type", "")).lower() or written
        found[role] = (*found.get(role, ()), *people)
    return tuple(Contribution(role=role, people=people) for role, people in found.items() if people)


def _legend(annotation: str) -> dict[str, str]:
    """Read what the signs mean: `* Equal contribution, † corresponding author`."""
    text = re.sub(r"<br\s*/?>", "; ", annotation, flags=re.IGNORECASE)
    return {sign.replace("∗", "*"): _word(words) for sign, words in _LEGEND.findall(plain(text)) if _word(words)}


def _explained(author: Author, signs: str, legend: Mapping[str, str]) -> Author:
    """Put the meaning of each sign in its place."""
    notes = tuple(legend[sign] for sign in signs if sign in legend)
    if not notes:
        return author
    unexplained = "".join(sign for sign in author.mark if sign not in legend)
    kept = () if "*" in legend else author.notes
    return replace(author, notes=_once((*kept, *notes)), mark=unexplained)


def _annotations(fields: Mapping[str, str], role: str) -> dict[int, list[str]]:
    """Read biblatex's annotations: `author+an = {1=equal; 2=equal,corresponding; 3:family="x"}`."""
    notes: dict[int, list[str]] = {}
    for name, value in fields.items():
        if name == f"{role}+an" or name.startswith(f"{role}+an:") or name == f"{role}_an":
            for place, words in _ANNOTATION.findall(value):
                notes.setdefault(int(place), []).extend(_word(word) for word in words.split(",") if _word(word))
    return notes


def _note_equals(fields: Mapping[str, str], authors: tuple[Author, ...], notes: dict[int, list[str]]) -> None:
    """Read the fields `equal = {1, 2}` and `equal = {A. Lovelace and C. Babbage}`."""
    value = fields.get("equal", "") or fields.get("equal_contribution", "")
    numbers = (
        re.findall(r"[0-9]+", value) if re.fullmatch(r"[0-9\s,;&]+|(?:[0-9]+\s+and\s+)+[0-9]+", value.strip()) else []
    )
    places = [int(number) for number in numbers if int(number) <= len(authors)] if len(numbers) > 1 else []
    if not numbers and value.strip():
        people = [author.name for author in parse_names(value)[0]] + [parse_person(part) for part in value.split(",")]
        places = [place for place, author in enumerate(authors, 1) if _is_among(author.name, people)]
    if len(places) > 1:
        for place in places:
            notes.setdefault(place, []).append("equal")


def _is_among(name: Name, people: list[Name]) -> bool:
    return any(is_same_person(name, person) for person in people)


def _word(written: str) -> str:
    """Return one spelling for the words that the site knows; others stay as they are."""
    word = plain(written).strip(" .,;:\"'()").lower()
    if re.fullmatch(
        r"(?:co-?|joint(?:ly)? )?(?:equal|first)(?:[ _-]?(?:ly|contrib\w*|contributors?|authors?|first[ _-]authors?))*",
        word,
    ):
        return "equal"
    if re.fullmatch(
        r"(?:denotes |indicates )?(?:the )?(?:authors )?(?:equal|contributed equal|equally contribut)\w*.{0,40}", word
    ):
        return "equal" if "advis" not in word and "supervis" not in word else word
    return "corresponding" if word.startswith("correspond") else word


def _with_notes(author: Author, notes: list[str]) -> Author:
    if not notes:
        return author
    mark = author.mark.replace("*", "") if "equal" in notes else author.mark
    return replace(author, notes=_once((*author.notes, *notes)), mark=mark)


def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
