"""Names of people: read from BibTeX or from prose, and matched with one another."""

import re
from collections.abc import Iterator

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from vita.latex import balanced, to_text, without_tags
from vita.model import Author, Name
from vita.slugs import fold

_OTHERS = re.compile(r"\{?\s*(?:others|et\.?\s+al\.?|\.\.\.|…|\\l?dots)\s*\}?\.?", re.IGNORECASE)
_TRAILING_ET_AL = re.compile(r",?\s+et\.?\s+al\.?\s*$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:jr|sr|junior|senior|i{2,3}|iv|vi{0,3}|ph\.?\s?d|m\.?d|esq)\.?", re.IGNORECASE)
_HONORIFIC = re.compile(
    r"(?:(?:(?:assoc|associate|asst|assistant|adj|adjunct|em|emeritus|emerita|full|distinguished|visiting)\.?\s+)*"
    r"(?:professor|prof|doctor|dr|doc|mr|mrs|ms|mx|miss|sir|dame|ir|ing|priv\.?-?doz)\b\.?"
    r"(?:-?\s*(?:ing|med|rer|nat|phil|habil|h\.?\s?c)\b\.?)*\s*)+",
    re.IGNORECASE,
)
_SIGN = "*∗⁎＊†‡§¶♯✉⋆★"
_MARKS = re.compile(
    r"\\textsuperscript\s*\{[^{}]*\}|\$\s*\^?\s*\{?[^$\w]*(?:\\(?:ast|star|dagger|ddagger|S|P))?[^$A-Za-z]*\}?\s*\$"
    r"|\\(?:textdagger(?:dbl)?|textasteriskcentered|textsection|textparagraph|dagger|ddagger|dag|ddag|ast)(?![A-Za-z])(?:\{\})?"
    rf"|\^?[{_SIGN}#]+|\^\{{[^{{}}]*\}}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\s*[{_SIGN}]+\s*\)"
)
_COMMANDS_OF_SIGNS = {
    "ddagger": "‡", "ddag": "‡", "textdaggerdbl": "‡", "dagger": "†", "dag": "†", "textdagger": "†",
    "ast": "*", "star": "*", "textasteriskcentered": "*", "textsection": "§", "S": "§", "textparagraph": "¶", "P": "¶",
}  # fmt: skip
_PARTICLES = frozenset(
    "van von der den de del della dei degli di da das do dos du la le los las el al ten ter te zu zum zur af av 't y e".split()
)


def parse_names(field: str) -> tuple[tuple[Author, ...], bool]:
    """Read a BibTeX field of names; the second value tells whether it ends with `and others`.

    Signs behind a name are taken off it: a `*` that two or more share means equal contribution, others stay as `mark`.
    """
    signed, has_more = read_names(field)
    stars = sum("*" in signs for _, signs in signed)
    return tuple(_author(name, signs, stars > 1) for name, signs in signed), has_more


def read_names(field: str) -> tuple[list[tuple[Name, str]], bool]:
    """Read a BibTeX field of names, each with the signs that stand behind it, such as `*†`."""
    names = []
    has_more = False
    for raw in _split(_plain_field(field)):
        if _OTHERS.fullmatch(raw):
            has_more = True
            continue
        has_more = has_more or bool(_TRAILING_ET_AL.search(raw))
        bare, signs = _take_signs(_TRAILING_ET_AL.sub("", raw))
        name = _read(bare)
        if name:
            names.append((name, signs))
    return names, has_more


def parse_person(text: str) -> Name:
    """Read one name as people write it, without its title: `Prof. Jinyang Li`."""
    words = " ".join(text.replace("\\", " ").translate({ord(sign): " " for sign in "{}*"}).split())
    bare = _HONORIFIC.sub("", words, count=1) if _HONORIFIC.match(words) else words
    return _read(bare) or Name(family=words or text)


def is_same_person(a: Name, b: Name) -> bool:
    """Whether two names may well be one person's: same family, given names equal or shortened to initials."""
    if name_key(a) != name_key(b) or not _suffixes_agree(a, b):
        return False
    first, second = _given(a), _given(b)
    if not first or not second:
        return not first and not second
    return "".join(first) == "".join(second) or _are_compatible(first, second)


def name_key(name: Name) -> str:
    """Fold a family name for an index of people; whoever is the same person has the same key."""
    words = _words(f"{name.particle} {name.family}")
    while len(words) > 1 and words[0] in _PARTICLES:
        words = words[1:]
    return " ".join(words) or fold(str(name)).casefold()


def _plain_field(field: str) -> str:
    """Undo what is no name in a field of names: tags, entities, line breaks, unbalanced braces."""
    superscripts = re.sub(r"<sup>\s*([^<>]*?)\s*</sup>", r"\\textsuperscript{\1}", field, flags=re.IGNORECASE)
    return " ".join(balanced(without_tags(superscripts)).replace("~", " ").split())


def _split(field: str) -> Iterator[str]:
    """Cut a field into single names, also where the author wrote something else than `and` between them."""
    inner = field[1:-1] if _is_braced_list(field) else field
    for part in split_multiple_persons_names(_with_ands(inner)):
        name = re.sub(r"^(?:and\s+)+|(?:\s+and)+$", "", part.strip(), flags=re.IGNORECASE).strip(" ,;")
        if name and name.lower() != "and":
            yield from _split_commas(name)


def _is_braced_list(field: str) -> bool:
    """Whether braces stand around a whole list of names (`{A B and C D}` may be an organisation: a list has commas)."""
    return re.fullmatch(r"\{[^{}]*,[^{}]* and [^{}]*,[^{}]*\}", field) is not None


def _with_ands(field: str) -> str:
    """Write `and` for the semicolons, and for the ampersands, that stand between names."""
    if ";" in field and not re.search(r"\sand\s", field, re.IGNORECASE):
        field = re.sub(r"\s*;\s*", " and ", field.strip(" ;"))
    if "&" in field and "," in field:
        field = re.sub(r"\s+\\?&\s+", " and ", field)
    return field


def _split_commas(name: str) -> list[str]:
    """Cut `Jane Doe, John Smith, Mary Major`; BibTeX's own `von Last, Jr, First` stays whole."""
    if "{" in name or name.count(",") < 2:
        return [name]
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) == 3 and (_SUFFIX.fullmatch(parts[1]) or _SUFFIX.fullmatch(parts[2])):
        return [name]
    if len(parts) % 2 == 0 and all(_is_initials(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts if len(parts) > 2 else [name]


def _is_initials(part: str) -> bool:
    return re.fullmatch(r"(?:[^\W\d_]\.?[\s-]*){1,4}", part) is not None


def _take_signs(raw: str) -> tuple[str, str]:
    """Take the signs off a name: `Xu*, Kai` gives `Xu, Kai` and `*`."""
    found = [match[0] for match in _MARKS.finditer(raw)]
    if not found:
        return raw, ""
    signs = "".join(_sign(mark) for mark in found)
    bare = " ".join(_MARKS.sub("", raw).split()).replace(" ,", ",")
    return (bare, "".join(dict.fromkeys(signs))) if re.search(r"\w", bare) else (raw, "")


def _sign(mark: str) -> str:
    """Give a mark's signs alone, one spelling for each."""
    for command in re.findall(r"\\([A-Za-z]+)", mark):
        mark = mark.replace("\\" + command, _COMMANDS_OF_SIGNS.get(command, ""))
    kept = re.sub(r"[\s{}$^\\(),]", "", mark)
    return re.sub("[∗⁎＊]", "*", kept)


def _read(raw: str) -> Name | None:
    """Read one name in BibTeX's or the usual order."""
    first, _, last = raw.partition(",")
    if last.strip() and _SUFFIX.fullmatch(last.strip().strip("{}")):
        name = _read(first)
        return Name(family=name.family, given=name.given, particle=name.particle, suffix=last.strip()) if name else None
    parts = parse_single_name_into_parts(raw, strict=False)
    family, given, particle, suffix = (_text(words) for words in (parts.last, parts.first, parts.von, parts.jr))
    if not family:
        family, given, particle = given or particle, "", ""
    return Name(family=family, given=given, particle=particle, suffix=suffix) if family else None


def _text(words: list[str]) -> str:
    return str(to_text(" ".join(words)))


def _author(name: Name, signs: str, stars_mean_equal: bool) -> Author:
    if stars_mean_equal and "*" in signs:
        return Author(name=name, notes=("equal",), mark=signs.replace("*", ""))
    return Author(name=name, mark=signs)


def _words(text: str) -> list[str]:
    without_brackets = re.sub(r"\([^()]*\)", " ", text)
    return re.findall(r"[^\W_]+(?:['’][^\W_]+)*|'t", fold(without_brackets).casefold().replace("’", "'"))


def _given(name: Name) -> list[str]:
    return _words(name.given)


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
    return word == other or (len(word) == 1 or len(other) == 1) and word[0] == other[0]
