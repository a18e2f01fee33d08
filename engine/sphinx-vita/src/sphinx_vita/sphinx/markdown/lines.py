"""What is wrong with the text inside a block: markup of other programs, dollars that are money, roles that are none.

Rules for markdown-it: one for each dollar, one that looks at the text when it has been read.
"""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.slips.dollars import Dollar, judge
from sphinx_vita.reading.slips.foreign_markup import foreign_markup
from sphinx_vita.sphinx.domain import ROLES
from sphinx_vita.sphinx.markdown.blocks import finding_token

_UNCLEAR = "vita_unclear_dollars"  # in the parser's memory: texts, places and messages
_OTHER = "\ufffc"  # stands for whatever is no plain text


@cache
def _role_without_code(ours: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join((*ours, "pub-title", "math", "doc", "ref", "download"))
    return re.compile(rf"\{{(?:{names})\}}\s*(?={_OTHER}|\w|'|´|\"|$)|:(?:{names}):(?={_OTHER})")


def read_dollar(state: StateInline, silent: bool) -> bool:
    """Take a dollar before an amount of money as a sign; every other one is left to the rule of formulas."""
    if state.src[state.pos] != "$":
        return False
    dollar = judge(state.src, state.pos)
    if not silent and dollar in (Dollar.UNCLEAR_MATH, Dollar.UNCLEAR_TEXT):
        state.env.setdefault(_UNCLEAR, []).append((state.src, state.pos, dollar))
    if dollar in (Dollar.MATH, Dollar.UNCLEAR_MATH):
        return False
    if not silent:
        state.pending += "$"
    state.pos += 1
    return True


def check_lines(state: StateCore) -> None:
    """Note what is wrong with the text of all blocks."""
    unclear = state.env.pop(_UNCLEAR, [])
    findings: list[Finding] = []
    for token in state.tokens:
        if token.type == "inline" and token.content:
            line = token.map[0] if token.map else 0
            findings += _unclear_dollars(token, line, unclear)
            findings += _foreign(token, line)
    state.tokens += map(finding_token, findings)


def _unclear_dollars(token: Token, line: int, unclear: list[tuple[str, int, Dollar]]) -> Iterator[Finding]:
    for text, place, dollar in unclear:
        if text is token.content:
            shown = " ".join(text[place : place + 30].split())
            what = "a formula" if dollar is Dollar.UNCLEAR_MATH else "text"
            message = (
                f"{shown!r} may be money or a formula and is shown as {what}; "
                "write '\\$' for money, or '{math}' and the formula in backticks"
            )
            yield Finding(Mistake.UNCLEAR_DOLLAR, message, line + text.count("\n", 0, place))


def _foreign(token: Token, line: int) -> Iterator[Finding]:
    parts = []
    links = 0
    for child in token.children or ():
        links += child.nesting if child.type.startswith("link_") else 0
        parts.append(_plain(child).replace("://", _OTHER).replace("www.", _OTHER) if links else _plain(child))
    text = "".join(parts)
    for foreign in foreign_markup(text):
        yield Finding(Mistake.FOREIGN_MARKUP, foreign.message, line + text.count("\n", 0, foreign.place))
    for match in _role_without_code(tuple(ROLES)).finditer(text):
        message = f"{match[0].strip()!r} is no role here; write '{{name}}' and directly behind it the key in backticks"
        yield Finding(Mistake.UNKNOWN_ROLE, message, line + text.count("\n", 0, match.start()))


def _plain(token: Token) -> str:
    """Return the characters of plain text alone; what was written with a backslash or as an entity is meant so."""
    if token.type == "text" or (token.type == "text_special" and token.content[:1] == "\\" != token.content):
        return token.content
    return "\n" if token.type in ("softbreak", "hardbreak") else _OTHER
