r"""Whether a dollar in a text opens a formula or stands before an amount of money.

Two dollars in a sentence are a formula for a parser of Markdown: `$750,000 (PI) and NIH $300,000` too.
"""

import re
from enum import Enum

_CLOSING = re.compile(r"(?<!\\)(?:\\\\)*\$")
_UNIT = r"(?:[kKmMB]|bn|[mb]illion|thousand|trillion|USD)"
_AMOUNT = re.compile(rf"\s*(?:US|USD|AUD|CAD|NZD|HKD|SGD)?\s*\d[\d,.' ]*\d?(?:\s?{_UNIT})?(?![\w^])")
_TEX = re.compile(r"\\[A-Za-z]|[\^_{}=<>]|\\[,;!|]")
_WORDS = re.compile(r"(?<![\\A-Za-z])[A-Za-z]{2,}\s+(?:[A-Za-z]{2,}|[($])|[A-Za-z]{2,}\s*$|^\s*[A-Za-z]{2,}\s")
_FORMULA_GOES_ON = re.compile(r"\s*(?:[\^_\\=<>+*/(|!]|-\s*[A-Za-z\\(]|,\s*\\|[A-Za-z](?![A-Za-z]))")
_SINGLE = re.compile(r"\s*(?:[A-Za-z]|\\[A-Za-z]+)\s*")
_UNFINISHED = re.compile(r"[-+/–—,;:(]\s*$")
_WORD = re.compile(r"[A-Za-z]{2,}")


class Dollar(Enum):
    """What a dollar is."""

    MATH = "math"
    MONEY = "money"
    UNCLEAR_MATH = "unclear, shown as a formula"
    UNCLEAR_TEXT = "unclear, shown as text"


def judge(text: str, place: int) -> Dollar:
    """Judge the dollar at `place` of a text; one that nothing closes is money for whoever reads formulas too."""
    closing = _CLOSING.search(text, place + 1)
    if closing is None or text.startswith("$$", place):
        return Dollar.MATH
    inner, after = text[place + 1 : closing.end() - 1], text[closing.end() : closing.end() + 1]
    amount = _AMOUNT.match(inner)
    if amount:
        return _judge_amount(inner, inner[amount.end() :], after)
    if _TEX.search(inner) or _SINGLE.fullmatch(inner):
        is_word = inner[-1:].isspace() and not inner[:1].isspace() and _WORDS.search(_without_commands(inner))
        return Dollar.UNCLEAR_TEXT if is_word and (after.isalnum()) else Dollar.MATH
    if inner[:1].isspace() or inner[-1:].isspace():
        return Dollar.MONEY if _WORD.search(inner) or inner[-1:].isspace() != inner[:1].isspace() else Dollar.MATH
    if _UNFINISHED.search(inner) and after.isalnum():
        return Dollar.UNCLEAR_TEXT if _WORD.search(inner) else Dollar.UNCLEAR_MATH
    return Dollar.MATH


def _judge_amount(inner: str, rest: str, after: str) -> Dollar:
    """Judge what begins with an amount: `20`, `5 and `, `5k-`, `10^{-3}`."""
    if not rest.strip():
        if inner[:1].isspace() or inner[-1:].isspace() or after.isdigit():
            return Dollar.MONEY
        return Dollar.UNCLEAR_MATH
    is_tex = _TEX.search(rest) is not None
    has_words = _WORDS.search(_without_commands(rest)) is not None
    if rest[-1:].isspace() and (after.isalnum() or has_words or not is_tex):
        return Dollar.MONEY
    if after.isdigit() and not is_tex:
        return Dollar.MONEY
    if _UNFINISHED.search(rest) and (after.isspace() or after.isdigit() or not is_tex):
        return Dollar.MONEY
    if has_words:
        return Dollar.UNCLEAR_TEXT
    if rest.count("(") != rest.count(")"):
        return Dollar.UNCLEAR_TEXT
    return Dollar.MATH if is_tex or _FORMULA_GOES_ON.match(rest) else Dollar.UNCLEAR_MATH


def _without_commands(tex: str) -> str:
    r"""Take out `\command` and what `\text{...}` holds."""
    return re.sub(r"\\(?:text|mathrm|operatorname|mathbf|mathit)\w*\s*\{[^{}]*\}|\\[A-Za-z]+", " ", tex)
