"""Names of people: read from BibTeX or from prose, and matched with one another."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bibtexparser.middlewares.names import parse_single_name_into_parts, split_multiple_persons_names

from vita.inline_html import without_escaped_entities, without_tags
from vita.latex import balanced, to_text
from vita.model import Author, Name
from vita.slugs import fold

_OTHERS = re.compile(r"\{?\s*(?:others|et\.?\s+al\.?|\.\.\.|…|\\l?dots)\s*\}?\.?", re.IGNORECASE)
_TRAILING_ET_AL = re.compile(r",?\s+et\.?\s+al\.?\s*$", re.IGNORECASE)
_SUFFIX = re.compile(r"(?i:jr|sr|ph\.?\s?d|esq)\.?|(?i:junior|senior)|I{2,3}|IV|VI{1,3}")
_HONORIFIC = re.compile(
    r"(?:(?:(?:assoc|asst|adj|em)\.|associate|assistant|adjunct|emeritus|emerita|full|distinguished|visiting)\s+"
    r"(?=.{0,40}\bprof))*"
    r"(?:(?:professor|prof|doctor|dr|mr|mrs|ms|mx|miss|sir|dame)(?:\.\s*|\s+)|(?:ir|ing|med|rer|nat|phil|habil|h\.\s?c)\.\s*"
    r"|-\s*ing\.\s*)+(?=\S)",
    re.IGNORECASE,
)
_SIGN = "*∗⁎＊†‡§¶♯✉⋆★"
_MARKS = re.compile(
    r"\\textsuperscript\s*\{[^{}A-Za-z]*\}|\$(?:[^$A-Za-z\\]|\\(?:ast|star|dagger|ddagger|dag|ddag|S|P)(?![A-Za-z]))*\$"
    r"|\\(?:textdagger(?:dbl)?|textasteriskcentered|textsection|textparagraph|dagger|ddagger|dag|ddag|ast)(?![A-Za-z])(?:\{\})?"
    rf"|\^?[{_SIGN}#]+|\^\{{[^{{}}]*\}}|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\(\s*[{_SIGN}]+\s*\)"
)
_COMMANDS_OF_SIGNS = {
    "ddagger": "‡", "ddag": "‡", "textdaggerdbl": "‡", "dagger": "†", "dag": "†", "textdagger": "†",
    "ast": "*", "star": "*", "textasteriskcentered": "*", "textsection": "§", "S": "§", "textparagraph": "¶", "P": "¶",
}  # fmt: skip
_PARTICLES = frozenset(
    "van von der den de del della dei degli di da das do dos du la le los las el al ten ter te zu zum zur af 't".split()
)
_NOTE = re.compile(
    r"\{?[\[(]([^()\[\]]{0,60}(?:equal|contribut|correspond|co-?first|first author|supervis)[^()\[\]]{0,60})[\])]\}?"
    r"|\\thanks\s*\{([^{}]*)\}",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(family|given|prefix|suffix)\s*=\s*(\{[^{}]*\}|\"[^\"]*\"|[^,]*)", re.IGNORECASE)


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
    for raw in _split(_plain_field(field)):
        if _OTHERS.fullmatch(raw):
            has_more = True
            continue
        has_more = has_more or bool(_TRAILING_ET_AL.search(raw))
        noted = _NOTE.search(raw)
        note = (noted[1] or noted[2] or "").strip() if noted else ""
        bare, signs = _take_signs(_NOTE.sub(" ", _TRAILING_ET_AL.sub("", raw)))
        name = _read(bare)
        if name:
            names.append((name, signs, "" if note[:1] in _SIGN else note.lower()))
    return names, has_more


@lru_cache(maxsize=65536)
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


@lru_cache(maxsize=65536)
def name_key(name: Name) -> str:
    """Fold a family name for an index of people; whoever is the same person has the same key."""
    words = _words(f"{name.particle} {name.family}")
    while len(words) > 1 and words[0] in _PARTICLES:
        words = words[1:]
    return " ".join(words) or fold(str(name)).casefold()


def _plain_field(field: str) -> str:
    """Undo what is no name in a field of names: tags, entities, line breaks, unbalanced braces."""
    superscripts = re.sub(r"<sup>\s*([^<>]*?)\s*</sup>", r"\\textsuperscript{\1}", field, flags=re.IGNORECASE)
    return " ".join(balanced(without_tags(without_escaped_entities(superscripts))).replace("~", " ").split())


def _split(field: str) -> Iterator[str]:
    """Cut a field into single names, also where the author wrote something else than `and` between them."""
    inner = field[1:-1] if _is_braced_list(field) else field
    for part in split_multiple_persons_names(_with_ands(inner)):
        name = _from_parts(re.sub(r"^(?:and\s+)+|(?:\s+and)+$", "", part.strip(), flags=re.IGNORECASE).strip(" ,;"))
        if name and name.lower() != "and":
            yield from _split_commas(name)


def _from_parts(name: str) -> str:
    """Write `van Gogh, Vincent` for biblatex's `given=Vincent, prefix=van, family=Gogh`."""
    if not _PART.match(name):
        return name
    parts = {match[1].lower(): match[2].strip(' {}"') for match in _PART.finditer(name)}
    family = f"{parts.get('prefix', '')} {{{parts.get('family', '')}}}".strip()
    return ", ".join(part for part in (family, parts.get("suffix", ""), parts.get("given", "")) if part)


def _is_braced_list(field: str) -> bool:
    """Whether braces stand around a whole list of names; `{Simon and Schuster}` is one name: a list has commas."""
    is_list = re.fullmatch(r"\{[^{}]*,[^{}]* and [^{}]*,[^{}]*\}", field) is not None
    return is_list and not re.search(r"\b(?:of|for|the|in)\b", field)


def _with_ands(field: str) -> str:
    """Write `and` for the semicolons, and for the ampersands, that stand between names."""
    if ";" in field and not re.search(r"\sand\s", field, re.IGNORECASE):
        field = re.sub(r"\s*;\s*", " and ", field.strip(" ;"))
    if "&" in field and "," in field:
        field = re.sub(r"\s+\\?&\s+", " and ", field)
    return field


def _split_commas(name: str) -> list[str]:
    """Cut `Jane Doe, John Smith, Mary Major`; BibTeX's own `von Last, Jr, First` stays whole."""
    if re.fullmatch(rf"\{{[^{{}}]*[{_SIGN}][^{{}}]*,[^{{}}]*\}}", name):
        return [part.strip() for part in name[1:-1].split(",") if part.strip()]
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
    signs = "".join(dict.fromkeys(filter(None, map(_sign, found))))
    bare = " ".join(_MARKS.sub("", raw).split()).replace(" ,", ",")
    return (bare, signs) if re.search(r"\w", bare) else (raw, "")


def _sign(mark: str) -> str:
    """Give a mark's signs alone, one spelling for each."""
    for command in re.findall(r"\\([A-Za-z]+)", mark):
        mark = mark.replace("\\" + command, _COMMANDS_OF_SIGNS.get(command, ""))
    mark = mark.removeprefix("\\textsuperscript")
    return re.sub("[∗⁎＊]", "*", re.sub(r"[\s{}$^\\()]", "", mark)).strip(",")


@lru_cache(maxsize=65536)
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
    if particle and "," in raw and particle.split()[0] not in _PARTICLES and particle[0].isupper():
        family, particle = f"{particle} {family}", ""  # "Moitinho de Almeida, J. P."
    return Name(family=family, given=given, particle=particle, suffix=suffix) if family else None


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
    return word == other or ((len(word) == 1 or len(other) == 1) and word[0] == other[0])
