"""Names of people: read from BibTeX or from prose, and matched with one another."""

import re
from functools import lru_cache

from bibtexparser.middlewares.names import parse_single_name_into_parts

from sphinx_vita.reading.latex.text import to_text
from sphinx_vita.reading.name_lists import MARKS, SIGNS, commas, is_suffix, split_names
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Author, Name
from sphinx_vita.records.slugs import fold

_OTHERS = re.compile(r"\{?\s*(?:others|et\.?\s+al\.?|\.\.\.|…|\\l?dots)\s*\}?\.?", re.IGNORECASE)
_HONORIFIC = re.compile(
    r"(?:(?:(?:assoc|asst|adj|em)\.|associate|assistant|adjunct|emeritus|emerita|full|distinguished|visiting)\s+"
    r"(?=.{0,40}\bprof))*"
    r"(?:(?:professor|prof|doctor|dr|mr|mrs|ms|mx|miss|sir|dame)(?:\.\s*|\s+)|(?:ir|ing|med|rer|nat|phil|habil|h\.\s?c)\.\s*"
    r"|-\s*ing\.\s*)+(?=\S)",
    re.IGNORECASE,
)
_COMMANDS_OF_SIGNS = {
    "ddagger": "‡", "ddag": "‡", "textdaggerdbl": "‡", "dagger": "†", "dag": "†", "textdagger": "†",
    "ast": "*", "star": "*", "textasteriskcentered": "*", "textsection": "§", "S": "§", "textparagraph": "¶", "P": "¶",
}  # fmt: skip
_PARTICLES = frozenset(
    "van von der den de del della dei degli di da das do dos du la le los las el al ten ter te zu zum zur af 't".split()
)
_GROUP = re.compile(
    r"\b(?:collaborations?|consorti(?:um|a)|groups?|teams?|committee|project|initiative|network|foundation|institute|"
    r"association|society|university|laborator(?:y|ies)|labs?|working|investigators|community|council)\b",
    re.IGNORECASE,
)
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
        name = _read(bare)
        if name:
            names.append((name, signs, "" if note[:1] in SIGNS else note.lower()))
    return names, has_more


@lru_cache(maxsize=65536)
def parse_person(text: str) -> Name:
    """Read one name as people write it, without its title: `Prof. Mingyu Li`."""
    words = " ".join(text.replace("\\", " ").translate({ord(sign): " " for sign in "{}*"}).split())
    bare = _HONORIFIC.sub("", words, count=1) if _HONORIFIC.match(words) else words
    return _read(bare) or Name(family=words or text)


def is_same_person(a: Name, b: Name) -> bool:
    """Whether two names may well be one person's: same family, given names equal or shortened to initials."""
    if name_key(a) != name_key(b) or not _suffixes_agree(a, b):
        return False
    if a.is_east_asian:
        return True  # its key is the whole name
    first, second = _given(a), _given(b)
    if not first or not second:
        return not first and not second
    return "".join(first) == "".join(second) or _are_compatible(first, second)


@lru_cache(maxsize=65536)
def name_key(name: Name) -> str:
    """Fold a family name for an index of people; whoever is the same person has the same key."""
    if name.is_east_asian:
        return fold(str(name))
    words = _words(f"{name.particle} {name.family}")
    while len(words) > 1 and words[0] in _PARTICLES:
        words = words[1:]
    return " ".join(words) or fold(str(name)).casefold()


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


@lru_cache(maxsize=65536)
def _read(raw: str) -> Name | None:
    """Read one name in BibTeX's or the usual order."""
    raw, suffixes = _take_suffixes(raw)
    parts = parse_single_name_into_parts(raw, strict=False)
    family, given, particle, suffix = (_text(words) for words in (parts.last, parts.first, parts.von, parts.jr))
    if not family:
        family, given, particle = given or particle, "", ""
    if particle and "," in raw and particle.split()[0] not in _PARTICLES and particle[0].isupper():
        family, particle = f"{particle} {family}", ""  # "Moitinho de Almeida, J. P."
    if "," not in raw and given and Name(family=given, given=family, particle=particle).is_east_asian:
        family, given = given, family  # "张 三"
    bare, _, last = family.rpartition(", ")
    if bare and is_suffix(last, behind_given=False):
        family, suffix = bare, last  # "{Weir, Jr.}"
    suffix = ", ".join(filter(None, (suffix, suffixes)))
    return Name(family=family, given=given, particle=particle, suffix=suffix) if family else None


def _take_suffixes(raw: str) -> tuple[str, str]:
    """Take what follows a name off it: `Smith, John, M.D.` gives `Smith, John` and `M.D.`."""
    parts = [part.strip() for part in commas(raw)]
    end = len(parts)
    while end > 1 and is_suffix(parts[end - 1].strip("{}"), behind_given=end > 2 or parts[end - 1].startswith("{")):
        end -= 1
    if end == len(parts):
        return raw, ""
    return ", ".join(parts[:end]), ", ".join(part.strip("{}") for part in parts[end:])


def _text(words: list[str]) -> str:
    return str(to_text(" ".join(words)))


def _author(name: Name, signs: str, words: str, *, stars_mean_equal: bool) -> Author:
    notes = (words,) if words else ()
    if stars_mean_equal and "*" in signs:
        return Author(name=name, notes=("equal", *notes), mark=signs.replace("*", ""))
    return Author(name=name, notes=notes, mark=signs)


def _words(text: str) -> list[str]:
    without_brackets = re.sub(r"\([^()]*\)", " ", text)
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*|'t", fold(without_brackets).casefold().replace("’", "'"))


def _given(name: Name) -> list[str]:
    """Return the given names; `AB` beside a family name in small letters is two initials, as PubMed writes them."""
    are_initials = re.fullmatch(r"[^\W\d_]{2,3}", name.given) and name.given.isupper() and not name.family.isupper()
    return _words(" ".join(name.given) if are_initials else name.given)


def _suffixes_agree(a: Name, b: Name) -> bool:
    return not a.suffix or not b.suffix or _words(a.suffix) == _words(b.suffix)


def _are_compatible(first: list[str], second: list[str]) -> bool:
    """Whether the first given names agree, and the middle ones of the shorter are among the longer's, in order."""
    if not _agree(first[0], second[0]):
        return False
    shorter, longer = sorted((first[1:], second[1:]), key=len)
    rest = iter(longer)
    return all(any(_agree(word, other) for other in rest) for word in shorter)


def _agree(word: str, other: str) -> bool:
    """Whether two given names are one, or one is the other's initial."""
    return word == other or ((len(word) == 1 or len(other) == 1) and word[0] == other[0])


def is_group(name: Name) -> bool:
    """Whether a name is that of a collaboration and not of a person, as far as its words tell."""
    return name.family == str(name) and _GROUP.search(name.family) is not None


def family_first(name: Name) -> str:
    """Write a name in RIS's order: `van der Berg, Ludwig`, `King, Martin Luther, Jr.`; a name of one part as it is."""
    family = " ".join(part for part in (name.particle, name.family) if part)
    given = [name.given] if name.given or name.suffix else []
    return one_line(", ".join([family, *given, *([name.suffix] if name.suffix else [])]))
