"""Facts made entries of a bibliography: text as TeX, people as BibTeX's names."""

import html
import re
from collections.abc import Mapping, Sequence

from sphinx_vita.imports.drafts import Leftover
from sphinx_vita.reading.names import parse_person

_COMMANDS = {"i": "textit", "em": "textit", "italic": "textit", "b": "textbf", "strong": "textbf", "bold": "textbf",
             "sub": "textsubscript", "sup": "textsuperscript"}  # fmt: skip
_TAG = re.compile(
    r"<(?P<end>/?)(?:jats:)?(?P<name>i|em|italic|b|strong|bold|sub|sup|sc|scp|span|p|title|sec|mml:[a-z]+)(?:\s[^<>]*)?/?>"
)
_SIGNS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
          "{": r"\{", "}": r"\}", **{sign: f"\\{sign}" for sign in "&%#_$"}}  # fmt: skip
_CAPITALS = re.compile(r"(?<![\w\\{])[^\W_-]*(?:[^\W_]-?[A-Z]|\d[A-Z])[\w-]*")  # within a word: `DNA`, `iPhone`, `3D`
_BEGINS_ANEW = ("p", "title", "sec")


def tex(text: str) -> str:
    r"""Return a text, which may have the tags of CSL and JATS, as TeX.

    >>> print(tex("R&amp;D on H<sub>2</sub>O"))
    R\&D on H\textsubscript{2}O
    """
    tags = list(_TAG.finditer(text))
    opened = [each["name"] for each in tags if not each["end"]]
    closed = [each["name"] for each in tags if each["end"]]
    paired = {name for name in _COMMANDS if name in opened and opened.count(name) == closed.count(name)}
    pieces, place = [], 0
    for each in tags:
        pieces += [_escaped(text[place : each.start()]), _command(each["name"], paired, is_end=bool(each["end"]))]
        place = each.end()
    return " ".join("".join([*pieces, _escaped(text[place:])]).split())


def _command(name: str, paired: set[str], *, is_end: bool) -> str:
    if name in paired:
        return "}" if is_end else f"\\{_COMMANDS[name]}{{"
    return " " if name in _BEGINS_ANEW else ""


def _escaped(text: str) -> str:
    return re.sub(r"[\\{}&%#_$~^]", lambda sign: _SIGNS[sign[0]], html.unescape(text))


def title_in_tex(text: str) -> str:
    """Return a title as TeX, in braces the words whose capitals BibTeX's styles would take away."""
    return _CAPITALS.sub(r"{\g<0>}", tex(text))


def name_in_bibtex(family: str, given: str = "", particle: str = "", suffix: str = "") -> str:
    """Return a person's name as BibTeX writes it; a name of one part, such as a group's, stands in braces."""
    family, given, particle, suffix = (tex(part) for part in (family, given, particle, suffix))
    if not (given or particle or suffix):
        return f"{{{family}}}" if re.search(r"[\s,]", family) else family
    family = f"{{{family}}}" if re.search(r"[,&;]|\band\b", family) else family
    whole = " ".join(part for part in (particle, family) if part)
    return ", ".join([whole, *([suffix] if suffix else []), *([given] if given or suffix else [])])


def name_of(text: str) -> str:
    """Return a name in one text as BibTeX writes it."""
    name = parse_person(text)
    return name_in_bibtex(name.family, name.given, name.particle, name.suffix)


def note_on_authors(owner: str, keys: Sequence[str]) -> list[Leftover]:
    """Tell of the works whose authors the source does not name: its person stands there alone, with others."""
    reason = f"the source does not name who wrote these, so they stand as by {owner} and others; complete their authors"
    return [Leftover(text="\n".join(keys), reason=reason, place="publications")] if keys else []


def bibtex(entry_type: str, key: str, fields: Mapping[str, str]) -> str:
    """Return an entry as it stands in a file, a field on each line."""
    said = {name: text for name, text in fields.items() if text}
    width = max(map(len, said), default=0)
    return "\n".join(
        [f"@{entry_type}{{{key},", *(f"  {name:<{width}} = {{{text}}}," for name, text in said.items()), "}", ""]
    )
