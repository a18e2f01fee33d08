"""Names of people, read from BibTeX or from prose."""

import re
from dataclasses import replace
from functools import lru_cache

from sphinx_vita.reading.name_lists import MARKS, SIGNS, split_names
from sphinx_vita.reading.name_parts import read_name
from sphinx_vita.reading.name_suffixes import generation, without_title
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Author, Name, Order

_OTHERS = re.compile(r"\{?\s*(?:others|et\.?\s+al\.?|\.\.\.|…|\\l?dots)\s*\}?\.?", re.IGNORECASE)
_COMMANDS_OF_SIGNS = {
    "ddagger": "‡", "ddag": "‡", "textdaggerdbl": "‡", "dagger": "†", "dag": "†", "textdagger": "†",
    "ast": "*", "star": "*", "textasteriskcentered": "*", "textsection": "§", "S": "§", "textparagraph": "¶", "P": "¶",
}  # fmt: skip
_NOTE = re.compile(
    r"\{?[\[(]([^()\[\]]{0,60}(?:equal|contribut|correspond|co-?first|first author|supervis)[^()\[\]]{0,60})[\])]\}?"
    r"|\\thanks\s*\{([^{}]*)\}",
    re.IGNORECASE,
)


def parse_names(field: str) -> tuple[tuple[Author, ...], bool]:
    """Read a BibTeX field of names; the second value tells whether it ends with `and others`.

    Signs behind a name are taken off it: a `*` that two or more share means equal contribution, others stay as `mark`.
    """
    signed, has_more = read_names(field)
    stars = sum("*" in signs for _, signs, _ in signed)
    return tuple(_author(*each, stars_mean_equal=stars > 1) for each in signed), has_more


def read_names(field: str) -> tuple[list[tuple[Name, str, str]], bool]:
    """Read a BibTeX field of names, each with the signs behind it, such as `*†`, and the words in brackets."""
    names = []
    has_more = False
    for raw in split_names(field):
        if _OTHERS.fullmatch(raw):
            has_more = True
            continue
        noted = _NOTE.search(raw)
        note = (noted[1] or noted[2] or "").strip() if noted else ""
        bare, signs = _take_signs(_NOTE.sub(" ", raw))
        name = read_name(bare)
        if name:
            names.append((name, signs, "" if note[:1] in SIGNS else note.lower()))
    return names, has_more


@lru_cache(maxsize=65536)
def parse_person(text: str) -> Name:
    """Read one name as people write it, without its title: `Prof. Mingyu Li`; braces keep the name of a group whole."""
    words = " ".join(text.replace("\\", " ").replace("*", " ").split())
    if re.search(r"[{}]", re.sub(r"\{[^{}]+\}", "", words)):
        words = " ".join(re.sub(r"[{}]", " ", words).split())
    bare = without_title(words)
    return (read_name(bare, is_prose=True) if ", " in bare else read_name(bare)) or Name(family=bare or text)


def _take_signs(raw: str) -> tuple[str, str]:
    """Take the signs off a name: `Xu*, Kai` gives `Xu, Kai` and `*`."""
    found = [match[0] for match in MARKS.finditer(raw)]
    if not found:
        return raw, ""
    signs = "".join(dict.fromkeys(filter(None, map(_sign, found))))
    bare = " ".join(MARKS.sub("", raw).split()).replace(" ,", ",")
    return (bare, signs) if re.search(r"\w", bare) else (raw, "")


def _sign(mark: str) -> str:
    """Return a mark's signs alone, one spelling for each."""
    for command in re.findall(r"\\([A-Za-z]+)", mark):
        mark = mark.replace("\\" + command, _COMMANDS_OF_SIGNS.get(command, ""))
    mark = mark.removeprefix("\\textsuperscript")
    return re.sub("[∗⁎＊]", "*", re.sub(r"[\s{}$^\\()]", "", mark)).strip(",")


def _author(name: Name, signs: str, words: str, *, stars_mean_equal: bool) -> Author:
    notes = (words,) if words else ()
    if stars_mean_equal and "*" in signs:
        return Author(name=name, notes=("equal", *notes), mark=signs.replace("*", ""))
    return Author(name=name, notes=notes, mark=signs)


def family_first(name: Name) -> str:
    """Write a name in RIS's order: `van der Berg, Ludwig`, `King, Martin Luther, Jr.`; a name of one part as it is."""
    family = " ".join(part for part in (name.particle, name.family) if part)
    suffix = generation(name.suffix)
    given = [name.given] if name.given or suffix else []
    return one_line(", ".join([family, *given, *([suffix] if suffix else [])]))


def as_written(name: Name) -> str:
    """Write a name so that `parse_person` reads the same parts: in BibTeX's order where a comma or braces told them."""
    bare = replace(name, also="")
    if name.order is not Order.TOLD or (name.is_east_asian and name.is_single):
        return str(bare)
    is_plain = " " not in name.family and name.family[:1].isupper() and not name.is_single
    return family_first(bare if is_plain else replace(bare, family=f"{{{name.family}}}"))
