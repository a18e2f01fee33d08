"""Ends of lines within a paragraph: a blank in most scripts, nothing between the letters of those that set none."""

import re
from collections.abc import Iterable
from unicodedata import category, east_asian_width, name

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

_FIRST = "\u2e80"  # what comes before it is no letter of these scripts
_SHARED_MARKS = "“”‘’—…·"  # full in a line of Chinese, narrow in one of English
_TARGET = re.compile(r"(?<=\S)\s*<[^<>]*>$")  # in a role: ``{pub}`words <key>` ``


def join_lines(state: StateCore) -> None:
    """Take out the ends of lines at which no blank belongs: a rule for markdown-it, behind all others."""
    for block in state.tokens:
        children = block.children or []
        ends = [place for place, token in enumerate(children) if token.type == "softbreak"]
        if not ends or max(block.content) < _FIRST:
            continue
        for place in reversed(ends):
            if is_seamless(_nearest(reversed(children[:place])), _nearest(children[place + 1 :])):
                del children[place]


def is_seamless(before: str, after: str) -> bool:
    """Return whether a line that ends with one text is joined with another without a blank, as CSS says.

    >>> [is_seamless(*lines) for lines in (("分布式", "训练"), ("完。", "GPU"), ("训练", "GPU"), ("분산", "학습"))]
    [True, True, False, False]
    """
    if not before or not after:
        return False
    one, other = before[-1], after[0]
    if any(_is_full(each) and category(each)[0] == "P" for each in (one, other)):
        return True
    return all(_is_full(each) or each in _SHARED_MARKS for each in (one, other)) and any(map(_is_full, (one, other)))


def _is_full(character: str) -> bool:
    """Whether a character takes a whole square and stands beside the next one; pictures and Hangul do not."""
    width = east_asian_width(character)
    is_written = width == "F" or (width == "W" and category(character)[0] in "LMNP")
    return is_written and not name(character, "").startswith(("HANGUL", "HALFWIDTH HANGUL"))


def _nearest(tokens: Iterable[Token]) -> str:
    """Return the text of the nearest token that shows one; "" where it is unknown what is shown."""
    for token in tokens:
        if token.type == "myst_role":
            return _TARGET.sub("", token.content)
        if token.type not in ("text", "code_inline") and not token.nesting:
            return ""
        if token.content and not token.nesting:
            return token.content
    return ""
