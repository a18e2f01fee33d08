"""The value of a bibliography's field, in LaTeX, in HTML or plain, as formatted text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sphinx_vita.reading.inline_html import apply_tags, mark_tags, without_escaped_entities
from sphinx_vita.reading.latex.islands import spans_of
from sphinx_vita.reading.printable import printable
from sphinx_vita.records.text import Span, Text

_LONGEST_REMEMBERED = 200  # characters
_LONGEST_ENVIRONMENT = 5000  # characters
_DEEPEST = 24  # nested braces; beyond, they cannot mean anything
_BRACES = re.compile(r"\\[\s\S]|[{}]")
_MATH = re.compile(
    r"\\[\[(](?:\\[^\[\]()]|[^\\])*\\[\])]|\\[\s\S]"
    r"|\$\$[^$]+\$\$|\$\s*(?=\\[A-Za-z]|[A-Za-z]?[\^_])(?:\\[\s\S]|[^$\\])+\$(?![0-9])|\$(?![\s$])(?:\\[\s\S]|[^$\\])*(?<!\s)\$(?![0-9])|\$"
)
_ESCAPED = re.compile(r"\\([%&_#{}])")
_LIGATURES = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("~", " "))
_ISLAND = re.compile(r"\\(?:[A-Za-z]+\*?\s*|[\s\S])|[{$]")
_SINGLE_QUOTES = re.compile(r"(?<![\w`\\])`(?![`\s])((?:[^`'\\\n]|\\[\s\S]|'(?=\w))*)'(?![\w'])")
_CONDITIONAL = re.compile(
    r"\\ifmmode(?![A-Za-z])\s*((?:(?!\\(?:else|fi|ifmmode)(?![A-Za-z]))[\s\S]){0,200})"
    r"\\else(?![A-Za-z])\s*((?:(?!\\(?:fi|ifmmode)(?![A-Za-z]))[\s\S]){0,200})\\fi(?![A-Za-z])\s*(?:\{\})?"
    r"|\\[\s\S]|\$"
)
_STACKED_ACCENTS = re.compile(
    r"(\\(?:['`^\"~=.]|[cdkruvH](?![A-Za-z])\s*))(\\['`^\"~=.])\s*(?:\{([A-Za-z])\}|([A-Za-z]))"
)
_ONE_LETTER_ACCENT = frozenset("cuvHkrdbth'`^\"~=.")


def to_text(tex: str) -> Text:
    """Read a field's value. Never raises: what cannot be understood is shown as its characters."""
    return _read_short(tex) if len(tex) < _LONGEST_REMEMBERED else _read(tex)


@lru_cache(maxsize=8192)
def _read_short(tex: str) -> Text:
    """Remember the names, years and venues that come again and again."""
    return _read(tex)


def _read(tex: str) -> Text:
    if not tex.strip():
        return Text()
    tex = _with_quotes(prepared(without_escaped_entities(printable(tex))))
    marked, tags = mark_tags(tex)
    if not any(character in marked for character in "\\{}$"):
        spans: Iterator[Span] = iter((Span(_ligatures(marked)),))
    else:
        spans = _spans(without_lone_math(balanced(marked)))
    return Text.join(apply_tags(spans, tags))


def plain(tex: str) -> str:
    """Read a field's value as characters alone."""
    return str(to_text(tex))


def balanced(tex: str) -> str:
    """Drop the braces that have no partner, and those nested deeper than any text needs."""
    opened: list[int] = []
    dropped: set[int] = set()
    for match in _BRACES.finditer(tex):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            start = opened.pop()
            if len(opened) >= _DEEPEST:
                dropped |= {start, match.start()}
        elif match[0] == "}":
            dropped.add(match.start())
    dropped.update(opened)
    return "".join(character for place, character in enumerate(tex) if place not in dropped) if dropped else tex


def prepared(tex: str) -> str:
    r"""Write what TeX itself would choose or want: one side of `\ifmmode a\else b\fi`, and the braces of `\'\^a`."""
    if "\\" not in tex:
        return tex
    tex = _STACKED_ACCENTS.sub(lambda match: f"{match[1]}{{{match[2]}{{{match[3] or match[4]}}}}}", tex)
    return _without_conditionals(tex) if "\\ifmmode" in tex else tex


def _without_conditionals(tex: str) -> str:
    r"""Choose `a` for `\ifmmode a\else b\fi`, which the exports of physics journals have, in a formula, else `b`."""
    in_math = False

    def choose(match: re.Match[str]) -> str:
        nonlocal in_math
        if match[0] == "$":
            in_math = not in_math
        is_other = match[0] == "$" or len(match[0]) == 2
        return match[0] if is_other else "{" + match[1 if in_math else 2].strip() + "}"

    return _CONDITIONAL.sub(choose, tex)


def _with_quotes(tex: str) -> str:
    """Write the quotation marks for `` `single' ``; a backquote without its partner, as around code, stays."""
    return _SINGLE_QUOTES.sub(r"‘\1’", tex) if "`" in tex else tex


def without_lone_math(tex: str) -> str:
    r"""Escape dollars that are money, and `\(` and `\[` that nothing closes."""

    def settle(match: re.Match[str]) -> str:
        if match[0] == "$":
            return r"\$"
        is_lone = len(match[0]) == 2 and match[0][1] in "()[]"
        return match[0][1] if is_lone else match[0]

    return _MATH.sub(settle, tex)


def islands(tex: str) -> Iterator[tuple[str, bool]]:
    """Cut a text into plain runs and islands of TeX, each with whether it is an island: a group, a formula, a macro."""
    place = 0
    while island := _ISLAND.search(tex, place):
        if island.start() > place:
            yield tex[place : island.start()], False
        place = _end_of_island(tex, island)
        yield tex[island.start() : place], True
    if place < len(tex):
        yield tex[place:], False


def _spans(tex: str) -> Iterator[Span]:
    """Yield the spans of plain runs and of islands in turn."""
    for written, is_island in islands(tex):
        escaped = _ESCAPED.fullmatch(written) if is_island else None
        if is_island and not escaped:
            yield from spans_of(written)
        else:
            yield Span(escaped[1] if escaped else _ligatures(written))


def _end_of_island(tex: str, island: re.Match[str]) -> int:
    """Find where a group, a formula, or a macro with its arguments ends."""
    if island[0] == "{":
        return _end_of_group(tex, island.start())
    if island[0] == "$" or island[0] in (r"\(", r"\["):
        formula = _MATH.match(tex, island.start())
        return formula.end() if formula else island.end()
    place = island.end()
    name = island[0][1:].strip()
    if name == "begin":
        return _end_of_environment(tex, place)
    if name in _ONE_LETTER_ACCENT and place < len(tex) and tex[place] not in "{":
        accented = re.compile(r"\s*(?:\\[A-Za-z]+\s*|[\s\S])").match(tex, place)
        return accented.end() if accented else place
    while name[:1].isalpha() or name in _ONE_LETTER_ACCENT:
        if not tex.startswith("{", place):
            return place
        place = _end_of_group(tex, place)
    return place


def _end_of_environment(tex: str, place: int) -> int:
    r"""Find the end of what a `\begin{name}` begins; `place` is behind its first word."""
    name = re.compile(r"\{([A-Za-z]+\*?)\}").match(tex, place)
    end = tex.find(f"\\end{{{name[1]}}}", place, place + _LONGEST_ENVIRONMENT) if name else -1
    return end + len(f"\\end{{{name[1]}}}") if name and end >= 0 else place


def _end_of_group(tex: str, start: int) -> int:
    """Find the end of the group that opens at `start`; braces are balanced here."""
    depth = 0
    for match in _BRACES.finditer(tex, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return len(tex)


def _ligatures(characters: str) -> str:
    for written, meant in _LIGATURES:
        if written in characters:
            characters = characters.replace(written, meant)
    return characters
