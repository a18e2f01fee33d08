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
_ADDRESS = r"(?:https?://|www\.)\S+|\S+@\S+\.\w+"
# What the site would take for markup of another program; as code it is shown as it is, and nobody is warned of it.
_FOREIGN = r"</?[A-Za-z][^<>`\n]*>|\{\{[^`\n]*?\}\}|\{%[^`\n]*?%\}|\{[#:.][^`{}\n]*\}|~~[^`~\n]+~~"
_KEPT = re.compile(f"({_FOREIGN}|{_ADDRESS})")


def as_markdown(text: str) -> str:
    r"""Return a text with a backslash before each sign of Markdown, HTML as code, and addresses as they are.

    >>> print(as_markdown("Won $500 for *Dune* <b>, see https://x.example/~ann_/"))
    Won \$500 for \*Dune\* `<b>`, see https://x.example/~ann_/
    """
    pieces = _KEPT.split(text)
    whole = "".join(_kept(piece) if number % 2 else _SIGN.sub(_escaped, piece) for number, piece in enumerate(pieces))
    lines = (line.strip() for line in whole.split("\n"))
    return _AT_START.sub(_escaped_start, "\n".join(lines))


def _kept(piece: str) -> str:
    return f"`{piece}`" if re.fullmatch(_FOREIGN, piece) else piece


def _escaped(match: re.Match[str]) -> str:
    return "&lt;" if match[0] == "<" else f"\\{match[0]}"


def _escaped_start(match: re.Match[str]) -> str:
    return f"{match['number']}\\" if match["number"] else f"\\{match['sign']}"


def all_as_markdown(value: Any) -> Any:
    """Return data whose every text is Markdown."""
    if isinstance(value, str):
        return as_markdown(value)
    if isinstance(value, dict):
        return {key: all_as_markdown(each) for key, each in value.items()}
    return list(map(all_as_markdown, value)) if isinstance(value, list) else value
