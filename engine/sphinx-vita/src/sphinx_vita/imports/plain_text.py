"""Plain text as Markdown that shows the same characters: nothing in it is taken for a sign."""

import re
from typing import Any

_SIGN = re.compile(
    r"[\\`*$~^|{}]|_(?!\w)|(?<!\w)_|<(?=[A-Za-z/!?])|\[(?=[^\]]*\](?:[(:\[]|$))|&(?=#?\w+;)|(?<!\w)@(?=\w)"
)
_AT_START = re.compile(
    r"^(?P<blanks>[ \t]*)"
    r"(?P<sign>#{1,6}(?=\s|$)|[>%|]|[+-](?=\s|$)|:(?=::)|=+$|--+$|\(\S+\)=|(?P<number>\d{1,9})(?=[.)]\s))",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"((?:https?://|www\.)\S+|\S+@\S+\.\w+)")


def as_markdown(text: str) -> str:
    r"""Return a text with a backslash before each sign of Markdown; addresses stay as they are.

    >>> print(as_markdown("Won $500 for *Dune* <b>, see https://x.example/~ann_/"))
    Won \$500 for \*Dune\* \<b>, see https://x.example/~ann_/
    """
    pieces = _ADDRESS.split(text)
    whole = "".join(piece if number % 2 else _SIGN.sub(r"\\\g<0>", piece) for number, piece in enumerate(pieces))
    lines = (line.strip() for line in whole.split("\n"))
    return _AT_START.sub(_escaped_start, "\n".join(lines))


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match['number']}\\" if match["number"] else f"\\{match['sign']}"


def all_as_markdown(value: Any) -> Any:
    """Return data whose every text is Markdown."""
    if isinstance(value, str):
        return as_markdown(value)
    if isinstance(value, dict):
        return {key: all_as_markdown(each) for key, each in value.items()}
    return list(map(all_as_markdown, value)) if isinstance(value, list) else value
