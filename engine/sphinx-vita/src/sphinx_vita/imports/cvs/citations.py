"""A publication in one line, as the styles of citation print it, cut into people, title and venue."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sphinx_vita.imports.bibtex import name_of
from sphinx_vita.imports.cvs.items import unemphasized

MARK = re.compile(r"<sup>[^<]*</sup>|\{sup\}`[^`]*`|[¹²³⁴-⁹†‡§¶#]+|\\?\*+|\^\w\^")  # behind a name
_NUMBER = re.compile(r"^\s*(?:\[[A-Z]*\d+\]|\(\d{1,3}\)|[A-Z]{1,2}\d+[.:)]|\d{1,3}[.)])\s+")
_STATUS = r"(?:in|under) (?:press|review|preparation|revision)|forthcoming|submitted|accepted|to appear|n\.d\."
r"|im druck|en prensa"
_NO_WORK = r"(?:(?!(?<!\w)[*_](?=\w)|[“\"„«]).)+?"  # neither quotation nor emphasis begins in it
_QUOTATION = r"[“\"„«](?P<title>(?:[^”\"“»]|(?<=\w)[\"”](?=\w))+?)[,.]?[”\"“»][.,:]?"
_EMPHASIZED = r"(?<!\w)(?P<sign>[*_])(?P<title>(?=\w).+?)(?P=sign)(?!\w)"
_AUTHOR_DATE = re.compile(
    rf"(?P<people>{_NO_WORK}\.?),?\s*(?:\((?P<year>(?:19|20)\d\d[^)]*|{_STATUS})\)[.,:]?"
    rf"|(?<=[.,\w])\s(?P<plain>(?:19|20)\d\d)[a-z]?[.:,])"
    r"\s+(?P<rest>\S.+)",
    re.IGNORECASE,
)
_QUOTED = re.compile(rf"(?P<people>{_NO_WORK}\.?)[.,:]*\s+{_QUOTATION}\s*(?P<venue>.*)")
_BOOK = re.compile(rf"(?P<people>{_NO_WORK}(?:(?<=\b[A-Z])\.)?)(?:(?<=\.)|[.,:]+)\s+{_EMPHASIZED}[.,]?\s*(?P<venue>.*)")
_FAMILY_FIRST = re.compile(r"[^\W\d_]{2,},? (?:[^\W\d_]\.?[ -]?){1,3}$")
_SINGLE_QUOTATION = r"['‘](?P<title>.+?)[,.]?['’](?!\w)"
_WORK = re.compile(r"[“\"„«]|(?<!\w)[*_]\w")  # a quotation or emphasis begins
_DOTTED = re.compile(r"\b[A-Z]\.|,\s(?:[A-Z][ -]?){1,3}$")  # people whose initials have dots
_OPENED = [re.compile(rf"{title}[.,]?\s*(?P<venue>.+)") for title in (_QUOTATION, _EMPHASIZED, _SINGLE_QUOTATION)]
_REVIEW = re.compile(r"(?P<title>Review of [*_“\"].+?[.])\s+(?P<venue>.+)")
_TITLE_ENDS = (
    re.compile(r"[.?!]\s+(?=[*_]\w|In:?\s+[A-Z*_])|,\s+(?=in:\s)"),
    re.compile(
        r"(?<![A-Z]\.[A-Z])(?<!\b[A-Z])(?<!\bvs)(?<!\bSt)[.?!][”\"]?\s+(?=[A-Z\[“\"À-Þ])|\s+(?=\[)|[.]\s+(?=https?:"
        r"|doi|arXiv)"
    ),
)
_INITIALS = r"(?:[A-ZÀ-ÞĀ-Ž]\.?[ -]?){1,4}"
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|&|und|et|y)\s|,|;|\s(?:and|und|et|y|e)\s|&|\s/\s)\s*")
_EDITORS = re.compile(r"[,\s]*\(?\b(?:eds?|hrsg|hg|editors?|coords?)\b\.?\)?[.,]?\s*$", re.IGNORECASE)
_PARTICLE = re.compile(r"(?:v[ao]n|vom|de[nrl]?|della|d[aiou]s?|l[ae]|el|al|te[rn]|zur?|bin|ibn|af|av)\b|d['’]")
_OTHERS = re.compile(r"(?:,|\band\b|&)?\s*\b(?:et al\.?|and others|u\. ?a\.)(?=[\s,.;)]|$)", re.IGNORECASE)


class Citation(NamedTuple):
    """What a line says of a work, in Markdown: its title without emphasis, the rest as written."""

    people: str
    title: str
    venue: str = ""
    year: str = ""  # the words in the parentheses behind the people: `2019, March`, `in press`


class Byline(NamedTuple):
    """The people of a work."""

    names: tuple[str, ...]  # as BibTeX writes them
    marked: tuple[int, ...] = ()  # the numbers, from 1, of those with an asterisk
    are_editors: bool = False


def read_citation(text: str, owner: str = "") -> Citation | None:
    """Cut a line at the signs of its style; None where they do not tell. A work without people is the owner's.

    >>> read_citation("Lee, A. (2020). Bells. *Sound*, 1(2).")[:3]
    ('Lee, A.', 'Bells', '*Sound*, 1(2).')
    """
    line = _NUMBER.sub("", re.sub(r"\*\*|__", "", " ".join(text.split())), count=1)
    return next((each for each in _readings(line, owner) if _are_people(each.people)), None)


def _readings(line: str, owner: str) -> Iterator[Citation]:
    own = _first([_REVIEW, *_OPENED], line) if owner else None
    if own:
        yield Citation(owner, _title(own["title"]), own["venue"])
    dated = _AUTHOR_DATE.fullmatch(line)
    if dated:
        title, venue = _cut_title(dated["rest"])
        yield Citation(dated["people"], title, venue, dated["year"] or dated["plain"] or "")
    for pattern in (_QUOTED, _BOOK):
        found = pattern.fullmatch(line)
        if found:
            yield Citation(found["people"], _title(found["title"]), found["venue"])
    work = _WORK.search(line)
    for end in re.compile(r"[.:]\s+").finditer(line, 0, work.start() if work else len(line)):
        people, rest = line[: end.start()], line[end.end() :]
        if end[0].startswith(":") and not re.search(r"[,;&]| / |\b[A-Z]\.", people):
            continue  # a title with its subtitle
        if _end_there(people, rest):
            title, venue = _cut_title(rest)
            dot = "." if end[0].startswith(".") and _DOTTED.search(people) else ""
            yield Citation(people + dot, title, venue)


def _end_there(people: str, rest: str) -> bool:
    """Whether the people may end at a sign: behind no initial but one that follows its family name."""
    last = people[-40:]
    is_initial = re.search(r"(?:^|[\s.-])[^\W\d_]$", last) is not None
    is_whole = not is_initial or (_FAMILY_FIRST.search(last) is not None and not re.match(r"[^\W\d_]\.", people))
    return is_whole and not re.match(r"[A-Z]\.|[&,]|and\b", rest)


def _cut_title(rest: str) -> tuple[str, str]:
    """Cut the title off what stands behind the people: quoted, in italics, or a sentence."""
    whole = _first(_OPENED, rest)
    if whole:
        return _title(whole["title"]), whole["venue"]
    for pattern in _TITLE_ENDS:
        end = pattern.search(rest)
        if end and end.start():
            return _title(rest[: end.start() + 1]), rest[end.end() :]
    return _title(rest), ""


def _first(patterns: Iterable[re.Pattern[str]], text: str) -> re.Match[str] | None:
    return next((found for pattern in patterns if (found := pattern.fullmatch(text))), None)


def _title(text: str) -> str:
    return unemphasized(text).strip().rstrip(".,").strip('“”"„«»')


def _are_people(text: str) -> bool:
    """Whether a text is a list of names, and no title."""
    others = _OTHERS.search(text)
    if others and text[others.end() :].strip(" .,"):
        return False
    pieces = _BETWEEN.split(_EDITORS.sub("", _OTHERS.sub("", text)))
    names = [unemphasized(MARK.sub("", each)).strip(" .,") for each in pieces]
    return bool(text.strip()) and all(_is_name(each) for each in names if each)


def _is_name(text: str) -> bool:
    is_capital = not text[:1].islower() or _PARTICLE.match(text) is not None
    return is_capital and len(text.split()) <= 5 and not re.search(r"\d|[:?!]|[^\W\d_]{3,}\. ", text)


def names_people(text: str, owner: str = "") -> bool:
    """Whether a text is surely a list of people: it names the owner, or has initials."""
    family = (owner.partition(",")[0].split() or [""])[-1]
    is_signed = bool(family and family in text) or re.search(r"\b[A-Z]\.(?:\s|,|$)", text) is not None
    return _are_people(text) and is_signed


def read_byline(text: str) -> Byline:
    """Read the people of a work, whichever way their names are turned and parted.

    >>> read_byline("Lee, A., & Roe, J.*").names
    ('Lee, A.', 'Roe, J.')
    """
    plain = unemphasized(re.sub(r"\\(?=\*)", "", re.sub(r"\*\*|__", "", text)))
    has_others = _OTHERS.search(plain) is not None
    plain = _OTHERS.sub("", plain)
    are_editors = _EDITORS.search(plain) is not None
    names: list[str] = []
    marked: list[int] = []
    for piece in _pieces(_EDITORS.sub("", plain)):
        name = re.sub(r"^(?:and|und|et|y)\s+", "", MARK.sub("", piece).strip(" ,&;"))
        name = re.sub(r"(?<=[^\W\d_]{2})(?<![JS]r)\.$", "", name)
        if re.search(r"[^\W\d_]{2}", name) or len(re.findall(r"[^\W\d_]", name)) > 1:
            names.append(name_of(name))
            marked += [len(names)] if "*" in piece else []
    return Byline((*names, *(("others",) if has_others and names else ())), tuple(marked), are_editors)


def _pieces(plain: str) -> list[str]:
    """Part the people, one a piece, where commas part both people and the halves of a name."""
    pieces = [piece for piece in _BETWEEN.split(plain) if piece.strip(" .,")]
    bare = [MARK.sub("", piece).strip() for piece in pieces]
    if ";" in plain or " / " in plain:
        return [piece for piece in re.split(r"\s*(?:;|\s/\s)\s*", plain) if piece.strip(" .,")]
    if any(re.fullmatch(_INITIALS, piece) for piece in bare):
        return _with_initials(pieces, bare)
    is_short = len(bare) > 1 and len(bare[0].split()) < 3
    is_inverted = is_short and re.fullmatch(r"[^\s.]+(?: [^\W\d_]\.?){0,2}", bare[1].rstrip("."))
    if (
        is_inverted
        and not re.search(r" (?:[A-Z]\.?){1,3}$", bare[0])
        and all(len(each.split()) > 1 for each in bare[2:])
    ):
        return [f"{pieces[0]}, {pieces[1]}", *pieces[2:]]  # `Doe, Jane, and Richard Roe`
    return pieces


def _with_initials(pieces: list[str], bare: list[str]) -> list[str]:
    """Join each family name with the initials behind it: `Doe, J., Roe, R.`."""
    joined: list[str] = []
    for piece, words in zip(pieces, bare, strict=True):
        if re.fullmatch(_INITIALS, words) and joined and "," not in joined[-1]:
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined
