"""JavaScript without comments and needless white space, for whoever writes scripts into an output.

Not rjsmin, which breaks templates inside templates. Pygments is there with Sphinx.
"""

import re
from functools import cache
from typing import Any

from pygments.lexers import JavascriptLexer
from pygments.token import Comment, Whitespace

_LINE_END = re.compile(r"[\n\r\u2028\u2029]")


@cache
def without_comments(script: str) -> str:
    """Leave out comments, but for those with a licence, and needless white space; a line end may end a statement."""
    kept: list[str] = []
    last, gap = "\n", ""
    for kind, text in _tokens(script):
        if kind in Whitespace or (kind in Comment and not text.startswith("/*!")):
            gap = "\n" if _LINE_END.search(text) or gap == "\n" else " " if text else gap
        elif text:
            gap = "" if not kept else gap
            kept += [gap, text] if gap and _is_needed(gap, last, text[0]) else [text]
            last, gap = text[-1], ""
    return "".join(kept)


def _tokens(script: str) -> list[tuple[Any, str]]:
    """Read a script; Pygments does not know that a comment ends at U+2028 and U+2029 too."""
    while True:
        tokens = list(JavascriptLexer(stripnl=False, ensurenl=False).get_tokens(script))
        places = (
            place for place, (kind, text) in enumerate(tokens) if kind in Comment.Single and _LINE_END.search(text)
        )
        place = next(places, None)
        if place is None:
            return tokens
        texts = [text for _, text in tokens]
        texts[place] = _LINE_END.sub("\n", texts[place], count=1)
        script = "".join(texts)


def _is_needed(gap: str, before: str, after: str) -> bool:
    if gap == "\n":
        return before not in "\n{([,;" and after not in "})],;"
    is_word = all(letter.isalnum() or letter in "_$#" or letter > "\x7f" for letter in (before, after))
    return is_word or before in "+-/<" or after in "+-/."
