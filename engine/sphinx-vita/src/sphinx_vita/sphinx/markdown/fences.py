"""Fences that never end, and directives that are none since a sign is missing or they stand too far to the right."""

import re
from collections.abc import Collection
from functools import cache

from markdown_it.token import Token

from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.record_options import COMMON_OPTIONS
from sphinx_vita.reading.slips.comments import without_comments
from sphinx_vita.reading.suggestions import closest
from sphinx_vita.reading.view_options import OPTIONS
from sphinx_vita.records import KINDS, VIEWS, Publication, Record, options_of, written_kinds

_OTHERS = ("note", "tip", "warning", "important", "caution", "danger", "figure", "image", "include", "toctree", "math")
_OF_CODE = ("code", "code-block", "code-cell", "sourcecode", "parsed-literal", "math", "raw", "eval-rst", "highlight")
_NAME = re.compile(r"[^\w:]*(?P<name>[A-Za-z][\w:-]*)")
_MARKS = r"(?:[:：][ \t]?){2,}|`{2,}|~{2,}|['´]{3,}|:"
_OPENING = re.compile(
    rf"[ \t>*-]*(?:{_MARKS})?[ \t]*[{{(\[<][ \t]*(?P<name>[A-Za-z][\w:-]*)[ \t]*[}})\]>]?(?P<rest>[^`\n]*)$"
)
_BARE_OPENING = re.compile(r"[ \t]*(?:[:：]{2,}|~{2,}|['´]{3,})[ \t]*(?P<name>[A-Za-z][\w:-]*)\b")
_OPTION = re.compile(r"[ \t>*-]*[:：]{1,2}[ \t]*(?P<name>[A-Za-z][\w-]*)[ \t]*[:：](?:\s|$)", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`{1,2})(?!`)[^`\n]+\1(?!`)")  # within a line of prose
_MARKED = re.compile(r"^[ \t]*(?::{2,}|`{2,}|~{2,})[ \t]*\{", re.MULTILINE)


def records_and_views() -> tuple[str, ...]:
    """Return the names of our directives."""
    return (*written_kinds(), Publication.kind, *VIEWS)


@cache
def _option_names(kinds: tuple[type[Record], ...]) -> frozenset[str]:
    return frozenset((*(name for kind in kinds for name in options_of(kind)), *COMMON_OPTIONS, *OPTIONS))


def fence_finding(token: Token, lines: list[str]) -> tuple[Finding | None, bool]:
    """Return what is wrong with a fence of a text, and whether it is shown all the same."""
    start, end = token.map or (0, 0)
    info, marks = token.info.strip(), token.markup
    name = _name(info)
    is_directive = re.match(r"\{[^\s{}]+\}(?:\s|$)", info) is not None
    if not is_directive and (name in records_and_views() or (info[:1] in "{([" and _close(name))):
        right = _close(name) or name
        message = f"{(marks + token.info)[:60]!r} is no directive and is left out; write '{marks}{{{right}}} ...'"
        return Finding(Mistake.BROKEN_FENCE, message, start), False
    if marks[0] == ":" and not info:
        message = (
            f"a line {marks!r} begins a block without a name here; "
            "the fence above has ended already: give the outer one more colons than those inside, or take the line out"
        )
        return Finding(Mistake.BROKEN_FENCE, message, start), True
    is_closed = _is_closed(lines[start:end], marks)
    fault = "" if marks[0] == ":" or is_directive else _fault_of_code(token, is_closed=is_closed)
    if fault:
        has_directive = _MARKED.search(token.content) is not None
        message = (
            f"{fault}{', so this code is left out' if has_directive else ''}; write a line {marks!r} where it ends"
        )
        return Finding(Mistake.BROKEN_FENCE, message, start), not has_directive
    if not is_closed:
        message = f"this fence never ends; write a line {marks!r} below what belongs to it"
        return Finding(Mistake.BROKEN_FENCE, message, start), True
    if marks[0] == ":" and not is_directive and name in _OTHERS:
        message = f"{marks}{token.info} is no directive; write '{marks}{{{name}}}'"
        return Finding(Mistake.BROKEN_FENCE, message, start), True
    return None, True


def comment_left_open(token: Token) -> int | None:
    """Return which kind of comment begins inside a directive and does not end there."""
    name = re.match(r"\{([^\s{}]+)\}", token.info.strip())
    if name is None or name[1] in _OF_CODE:
        return None
    return without_comments(token.content).open


def _fault_of_code(token: Token, *, is_closed: bool) -> str:
    """Return why some code is likely to go on where its author thought that it had ended; "" for what is right."""
    if not is_closed:
        return "this code never ends"
    inner = re.search(rf"^ {{0,3}}{re.escape(token.markup)}[^\n`~]*\w", token.content, re.MULTILINE)
    return "another fence begins inside this code" if inner else ""


def _is_closed(lines: list[str], marks: str) -> bool:
    last = lines[-1].rstrip() if len(lines) > 1 else ""
    return re.fullmatch(rf"[\s>]*{re.escape(marks[0])}{{{len(marks)},}}", last) is not None


def is_raw_directive(text: str) -> bool:
    """Whether a paragraph, or code by its indentation, is a directive or the options of one as typed."""
    if any(
        match["name"].lower() in _option_names(tuple(KINDS.values())) for match in _OPTION.finditer(_CODE.sub("", text))
    ):
        return True
    first = text.lstrip("\n").partition("\n")[0]
    if re.fullmatch(r"\s*:{3,}\s*", text):
        return True
    if _MARKED.search(text) and not re.fullmatch(r"[^`]*(`+)[^`][\s\S]*\1[^`\n]*", first):
        return True
    opening = _OPENING.match(first)
    has_marks = bool(re.match(r"[ \t]*[:：`~'´]", first))
    if opening and (_close(_name(opening["name"])) if has_marks else _name(opening["name"]) in records_and_views()):
        return has_marks or first.lstrip().startswith("{")
    bare = _BARE_OPENING.match(first)
    return bool(bare and _close(_name(bare["name"])))


def says_private(text: str) -> bool:
    """Whether a directive as typed withholds something from the public."""
    return re.search(r"^\W*vis\w*\W+(?!public\b)\w|^\W*priv", text, re.MULTILINE | re.IGNORECASE) is not None


def raw_directive_finding(text: str, line: int, *, is_indented: bool) -> Finding:
    """Return what to write for a directive that is none."""
    above = len(text) - len(text.lstrip("\n"))
    shown = text.strip().partition("\n")[0][:60]
    if is_indented:
        message = (
            f"{shown!r} is indented so far that it is code, and is left out; "
            "begin its lines at the left, with three blanks at most"
        )
    else:
        message = (
            f"{shown!r} is no part of a directive here and is left out; write ':::{{name}} ...' where a line starts, "
            "options as ':name: value' directly below, and ':::' at its end"
        )
    return Finding(Mistake.BROKEN_FENCE, message, line + above)


def directive_suggestion(name: str, others: Collection[str]) -> str:
    """Propose a directive in place of one that does not exist."""
    close = _close(_name(name)) or closest(name.lower(), others)
    return f"did you mean '{{{close}}}'?" if close else f"write one of {', '.join(records_and_views())}"


def _name(info: str) -> str:
    """Return the first word of what stands behind a fence, without braces."""
    found = _NAME.match(info)
    return found["name"].lower().removeprefix("vita:") if found else ""


def _close(name: str) -> str:
    return closest(name, records_and_views(), agreement=0.75)
