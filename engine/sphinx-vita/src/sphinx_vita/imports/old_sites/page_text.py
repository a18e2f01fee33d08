"""The text of a page of Jekyll or Hugo as Markdown alone, its links and pictures led to where they are now."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from sphinx_vita.imports.old_sites.html_markup import ENTITIES, markdown_of
from sphinx_vita.imports.old_sites.templates import code_of_liquid, without_templates

# An address, and whether it is a picture's -> the address in the new site, "" for none.
Resolve = Callable[[str, bool], str]

_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?^(?P=fence)[ \t]*$|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\2(?!`)",
    re.DOTALL | re.MULTILINE,
)
_MATH = re.compile(r"\$\$.+?\$\$|(?<![\\\w$])\$(?! )[^$\n]+?(?<! )\$(?!\d)", re.DOTALL)
_KEPT = re.compile(r"<https?://[^<>\s]+>|<[^<>\s@]+@[^<>\s]+>|&#(?:60|62|38);|\\[<{]")
_SQUARE = re.compile(r"\\{1,2}\[(?P<tex>.+?)\\{1,2}\]", re.DOTALL)
_ROUND = re.compile(r"(?P<mark>\\{1,2})\((?P<tex>.+?)\\{1,2}\)", re.DOTALL)
_ATTRIBUTES = re.compile(r"^[*-] TOC\n(?=\{:toc)|\{:[^}\n]*\}|\{[.#][\w-]+(?:\s[^{}\n]*)?\}", re.MULTILINE)
_TARGET = r"\((?P<target><[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
_PICTURE = re.compile(rf"!\[(?P<words>[^\]]*)\]{_TARGET}")
_LINK = re.compile(rf"(?<!!)\[(?P<words>(?:!\[[^\]]*\]\([^)]*\)|[^\[\]]|\[[^\[\]]*\])*)\]{_TARGET}")
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>(?!\^)[^\]]+)\]:[ \t]*<?(?P<target>[^\s>]+)>?.*$", re.MULTILINE)
_EMOJI = re.compile(r"(?<![\w:]):(?P<name>[a-z][a-z0-9_+-]*[a-z0-9]|[+-]1):(?![\w:])")
_NAMES_OF_EMOJI = {  # as GitHub calls them, where Unicode has another name
    "tada": "party popper", "smile": "smiling face with open mouth and smiling eyes", "mortar_board": "graduation cap",
    "+1": "thumbs up sign", "page_facing_up": "page facing up", "computer": "personal computer",
    "star": "white medium star", "star2": "glowing star", "boom": "collision symbol", "email": "envelope",
    "books": "books", "mega": "cheering megaphone", "point_right": "white right pointing backhand index",
    "heart": "heavy black heart", "grin": "grinning face with smiling eyes",
}  # fmt: skip


class PageText(NamedTuple):
    """The Markdown of a page, and what of it could not be said in Markdown, as it stood there."""

    markdown: str
    lost: list[str]


def plain_markdown(text: str, resolve: Resolve | None = None) -> PageText:
    """Return a text as Markdown alone.

    >>> plain_markdown("A <b>big</b> cat{:target='_blank'} {% twitter x %}")
    PageText(markdown='A **big** cat', lost=['{% twitter x %}'])
    """
    lost: list[str] = []

    def lose(what: str) -> None:
        if len(re.findall(r"\w+", what)) > (2 if what.startswith("<!--") else 0):
            lost.append(what.strip())

    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue001{len(kept) - 1}\ue002"

    masked = _CODE.sub(keep, code_of_liquid(text.replace("\r\n", "\n")))
    masked = _MATH.sub(keep, _ROUND.sub(_as_math, _SQUARE.sub(r"\n\n$$\g<tex>$$\n\n", masked)))
    masked = without_templates(_KEPT.sub(keep, masked), lose)
    for sign, stands in ENTITIES.items():
        masked = masked.replace(sign, stands)
    masked = _ATTRIBUTES.sub("", markdown_of(_CODE.sub(keep, _unbraced(masked)), lose))
    masked = _EMOJI.sub(_as_sign, masked)
    masked = _led(masked, resolve, lose) if resolve else masked
    for sign, stands in ENTITIES.items():
        masked = masked.replace(stands, sign)
    while re.search("\ue001\\d+\ue002", masked):  # what is kept may stand in what is kept
        masked = re.sub("\ue001(\\d+)\ue002", lambda match: kept[int(match[1])], masked)
    return PageText(_tidied(masked), lost)


def _unbraced(text: str) -> str:
    return re.sub(r"\{\{</\*.*?\*/>\}\}", "", text, flags=re.DOTALL)  # a shortcode that is shown, not run


def _tidied(text: str) -> str:
    """Take off blanks at the ends of lines, and empty lines that are too many."""
    lines = re.sub(r"[ \t]+$|^ (?=\S)", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", lines).strip().removesuffix("\\").strip()


def _as_math(match: re.Match[str]) -> str:
    is_math = len(match["mark"]) == 2 or re.search(r"[\\^_=]", match["tex"])
    return f"${match['tex'].strip()}$" if is_math else match[0]


def _as_sign(match: re.Match[str]) -> str:
    name = _NAMES_OF_EMOJI.get(match["name"], match["name"].replace("_", " ").replace("-", " "))
    try:
        sign = unicodedata.lookup(name.upper())
    except KeyError:
        return match[0]
    return sign if unicodedata.category(sign) == "So" else match[0]


def _led(text: str, resolve: Resolve, lose: Callable[[str], None]) -> str:
    """Lead links and pictures to where their files and pages are; of one that leads nowhere the words stay."""

    def link(match: re.Match[str]) -> str:
        sign = "!" if match[0].startswith("!") else ""
        target = resolve(match["target"].strip("<>").strip(), bool(sign))
        if not target:
            lose(match[0])
        return f"{sign}[{match['words']}]({_bracketed(target)})" if target else match["words"]

    def definition(match: re.Match[str]) -> str:
        target = resolve(match["target"], False)
        if not target:
            lose(match[0])
        return f"[{match['name']}]: {_bracketed(target)}" if target else ""

    return _DEFINITION.sub(definition, _LINK.sub(link, _PICTURE.sub(link, text)))


def _bracketed(target: str) -> str:
    return f"<{target}>" if re.search(r"[\s()]", target) else target


_SETEXT = re.compile(r"^(?P<words>[^\s#>`|:-][^\n]*)\n(?P<line>={2,}|-{3,})[ \t]*$", re.MULTILINE)
_ATX = re.compile(
    r"^ {0,3}(?P<marks>#{1,6})[ \t]+(?P<words>.*?)[ \t]*#*[ \t]*$|^ {0,3}(?P<near>#{1,6})(?P<joined>[^\s#].*)$",
    re.MULTILINE,
)


_BREAK = re.compile(r"(?:(?<=\n\n)|\A) {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?=\n|\Z)")


def with_headings(text: str, first: int) -> str:
    r"""Number the headings of a text anew, from the level `first` and without a gap; with 0 they become lines in bold.

    >>> with_headings("Aims\n====\n\n#### Now", 2)
    '## Aims\n\n### Now'
    """
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\ue001{len(kept) - 1}\ue002"

    masked = _CODE.sub(keep, text)
    masked = _BREAK.sub("", masked)  # a line between paragraphs says nothing, and may not stand beside a heading
    masked = _SETEXT.sub(lambda match: f"{'#' if match['line'][0] == '=' else '##'} {match['words']}", masked)
    above: list[int] = []

    def number(match: re.Match[str]) -> str:
        words = (match["words"] if match["marks"] else match["joined"]).strip()
        if not match["marks"] and re.match(r"\d", words):
            return match[0]  # "#1 of three"
        if not first or not words:
            return f"**{words.replace('**', '')}**\n" if words else ""
        level = len(match["marks"] or match["near"])
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        return f"{'#' * min(first + len(above) - 1, 6)} {words}"

    whole = re.sub("\ue001(\\d+)\ue002", lambda match: kept[int(match[1])], _ATX.sub(number, masked))
    return re.sub(r"\n{3,}", "\n\n", whole).strip()
