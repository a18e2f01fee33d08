"""Text of two directions: which way a fact runs, and what must not turn what stands around it."""

import re
from unicodedata import bidirectional

_OTHER = {"rtl": "ltr", "ltr": "rtl"}
# Letters from right to left, in the blocks where they are: a quick look, before each letter is asked.
_TO_THE_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}
# The number of a telephone, or another whose groups would change places: `+1 212 555 0100`, `1 200 000`.
_IN_GROUPS = re.compile(r"\+?[\s().\u2011/-]*(?:\d[\s().\u2011/-]*){7,}")
# A word of Latin letters with a sign at an end, which would go to its other end: `C++`, `.NET`.
SIGNED = re.compile(r"(?<![\w.@#+])(?:[.@#]?[A-Za-z][\w.-]*[+#*]+|[.@#][A-Za-z][\w-]*)(?![\w+#*])")


def has_other(text: str, page: str) -> bool:
    """Whether a text has a letter that runs another way than its page, `rtl` or `ltr`."""
    if page == "ltr":
        return bool(_TO_THE_LEFT.search(text))
    return any(bidirectional(character) == "L" for character in text)


def turned(text: str, page: str) -> bool:
    """Whether a text runs the other way than its page: few of its letters run as the page does, or it is a number.

    Foreign names stand in many a Hebrew or Arabic sentence, so that one of these goes by its first letter too.

    >>> turned("Attention Is All You Need", "rtl"), turned("تقييم BLEU", "rtl"), turned("+1 212 555 0100", "rtl")
    (True, False, True)
    """
    if page == "rtl" and _IN_GROUPS.fullmatch(text.strip()):
        return True
    if not has_other(text, page):
        return False
    found = [way for character in text if (way := _DIRECTIONS.get(bidirectional(character)))]
    is_likely = page == "ltr" or found[0] == "ltr"
    return is_likely and found.count(_OTHER[page]) > 2 * found.count(page)


def opposite(page: str) -> str:
    """Return the other direction."""
    return _OTHER[page]


def with_signs(text: str) -> str:
    """Keep the signs of words such as `C++` at their ends, in plain text that runs from right to left."""
    return SIGNED.sub("\u2066\\g<0>\u2069", text)
