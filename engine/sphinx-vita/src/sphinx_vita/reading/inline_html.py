"""The few HTML tags that people write into a bibliography, understood as styles; every other `<...>` stays text."""

import html
import re
from collections.abc import Iterable, Iterator

from sphinx_vita.reading.links import check_link
from sphinx_vita.records.text import Span, Style

_STYLES = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var", "italic"), Style.EMPHASIS),
    **dict.fromkeys(("b", "strong", "bold"), Style.STRONG),
    **dict.fromkeys(("code", "tt", "kbd", "samp", "monospace"), Style.CODE),
    "sup": Style.SUPERSCRIPT,
    "sub": Style.SUBSCRIPT,
}
_BREAKS = ("br", "p", "div", "li", "ul", "ol", "hr", "h1", "h2", "h3", "h4")
_SILENT = tuple(
    "a span font small big u s q mark abbr center sc scp nobr wbr"
    " math mrow mi mn mo mtext mspace mstyle msub msup msubsup mfrac msqrt mover munder semantics".split()
)
_BREAKS_OF_JATS = ("title", "sec")  # elsewhere these are text
_NAMES_OF_JATS = "|".join(_BREAKS_OF_JATS)
_NAMES = "|".join(sorted((*_STYLES, *_BREAKS, *_SILENT), key=len, reverse=True))
_VALUE = r"\\?\"[^\"<>]*\"|'[^'<>]*'|[^\s<>\"'=]+"
_TAG = re.compile(
    rf"<(?P<end>/)?(?:jats:)?(?P<name>{_NAMES}|(?<=jats:)(?:{_NAMES_OF_JATS})|mml:[a-z]+)"
    rf"(?P<attributes>(?:\s+[\w:-]+\s*=\s*(?:{_VALUE}))*)\s*/?>",
    re.IGNORECASE,
)
_HREF = re.compile(rf"\shref\s*=\s*({_VALUE})", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED_ENTITY = re.compile(
    r"\{?\\&\}?(\{?\\?#\}?)?((?(1)(?:x[0-9A-Fa-f]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{1,31}));", re.IGNORECASE
)
_FIRST_MARKER = 0x100000  # of a private plane of Unicode, where no text has characters
_MOST_MARKERS = 0xFFFD
_MARKER = re.compile(r"([\U00100000-\U0010FFFC])")

Tag = re.Match[str]


def without_entities(text: str) -> str:
    """Write the characters for entities that end with a semicolon: `&amp;` gives `&`."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def without_escaped_entities(text: str) -> str:
    r"""Undo the TeX that a reference manager put around the signs of an entity: `{\&}{\#}x223C;` gives `&#x223C;`."""
    return _ESCAPED_ENTITY.sub(lambda match: f"&{'#' if match[1] else ''}{match[2]};", text) if r"\&" in text else text


def without_tags(text: str) -> str:
    """Drop the known tags and keep what they enclose."""
    return without_entities(_TAG.sub(_replacement, text) if "<" in text else text)


def address_in(text: str) -> str:
    """Return the address of the first link in a text as it is written, empty where there is none."""
    tag = next((tag for tag in _TAG.finditer(text) if tag["name"].lower() == "a" and not tag["end"]), None)
    return _written_address(tag) if tag else ""


def mark_tags(text: str) -> tuple[str, list[Tag]]:
    """Put one private character in the place of each known tag, so that LaTeX can be read around them."""
    tags: list[Tag] = []

    def mark(tag: Tag) -> str:
        if len(tags) == _MOST_MARKERS:
            return _replacement(tag)
        tags.append(tag)
        return chr(_FIRST_MARKER + len(tags) - 1)

    return (_TAG.sub(mark, text), tags) if "<" in text else (text, tags)


def apply_tags(spans: Iterable[Span], tags: list[Tag]) -> Iterator[Span]:
    """Yield the spans with their markers made into styles and links, and their entities into characters."""
    open_tags: list[Tag] = []
    for span in spans:
        for piece in _MARKER.split(span.characters) if tags else (span.characters,):
            number = ord(piece) - _FIRST_MARKER if len(piece) == 1 else -1
            if 0 <= number < len(tags):
                _note(tags[number], open_tags)
                if tags[number]["name"].lower() in (*_BREAKS, *_BREAKS_OF_JATS):
                    yield Span(" ", *_look(open_tags))
            elif piece:
                yield _styled(piece, span, open_tags)


def _note(tag: Tag, open_tags: list[Tag]) -> None:
    """Open or close a tag; a closing tag closes what was left open inside it, and is nothing without an opening one."""
    name = tag["name"].lower()
    if name not in _STYLES and name != "a":
        return
    if not tag["end"]:
        open_tags.append(tag)
        return
    places = [
        place for place in range(max(0, len(open_tags) - 16), len(open_tags)) if _is_named(open_tags[place], name)
    ]
    if places:
        del open_tags[places[-1] :]


def _is_named(tag: Tag, name: str) -> bool:
    return str(tag["name"]).lower() == name


def _look(open_tags: list[Tag]) -> tuple[Style, str]:
    """Return the style and the link that hold inside the innermost tags."""
    innermost = open_tags[-16:][::-1]
    style = next((_STYLES[tag["name"].lower()] for tag in innermost if tag["name"].lower() in _STYLES), Style.PLAIN)
    return style, next((_address(tag) for tag in innermost if _is_named(tag, "a")), "")


def _styled(characters: str, span: Span, open_tags: list[Tag]) -> Span:
    style, link = _look(open_tags)
    return Span(without_entities(characters), style if span.style is Style.PLAIN else span.style, span.link or link)


def _address(tag: Tag) -> str:
    """Return the address of a link that may be followed."""
    url = _written_address(tag)
    return url if check_link(url) is None else ""


def _written_address(tag: Tag) -> str:
    written = _HREF.search(tag["attributes"])
    return without_entities(written[1].strip("\\\"'").strip()) if written else ""


def _replacement(tag: Tag) -> str:
    return " " if tag["name"].lower() in (*_BREAKS, *_BREAKS_OF_JATS) else ""
