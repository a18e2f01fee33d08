"""What is wrong with the text inside a block: markup of other programs, dollars that are money, roles that are none.

A rule for markdown-it, which looks at the text when it has been read.
"""

import re
from collections.abc import Iterator
from functools import cache

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from sphinx_vita.reading.inline_markdown import unclear_dollar, unclear_dollars
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.slips.dollars import Dollar
from sphinx_vita.reading.slips.foreign_markup import foreign_markup
from sphinx_vita.sphinx.domain import ROLES
from sphinx_vita.sphinx.markdown.blocks import finding_token

_OTHER = "\ufffc"  # stands for whatever is no plain text


@cache
def _role_without_code(ours: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join((*ours, "pub-title", "math", "doc", "ref", "download"))
    return re.compile(rf"\{{(?:{names})\}}\s*(?={_OTHER}|\w|'|´|\"|$)|:(?:{names}):(?={_OTHER})")


def check_lines(state: StateCore) -> None:
    """Note what is wrong with the text of all blocks."""
    unclear = unclear_dollars(state.env)
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
            yield Finding(
                Mistake.UNCLEAR_DOLLAR, unclear_dollar(text, place, dollar), line + text.count("\n", 0, place)
            )


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
