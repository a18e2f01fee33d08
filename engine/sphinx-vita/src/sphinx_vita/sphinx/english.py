"""The engine's English on the pages of a language that has no catalog: it says so, and runs from left to right.

A screen reader would read it as the language of the page. Nothing of this happens on a site whose words are translated.
"""

import re
from collections.abc import Callable
from html import escape, unescape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_vita.locale import direction_of, spoken
from sphinx_vita.records.english_words import Part, Place, is_without_catalog, parts_of

_TAG = r"""(?:"[^"]*"|'[^']*'|[^>"'])*>"""
_TOKEN = re.compile(
    rf"(?P<whole><!--.*?-->|<!{_TAG}|<(?P<opaque>script|style|textarea|pre|code|template)\b{_TAG}.*?</(?P=opaque)>)"
    rf"|(?P<plain><(?P<name>option|title)\b{_TAG})(?P<said>[^<]*)(?P<end></(?P=name)>)"  # no element stands in these
    rf"|(?P<tag><(?P<close>/?)(?P<element>[a-zA-Z][\w-]*){_TAG})|(?P<text>[^<]+)|<",
    re.DOTALL,
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # have no content
_NAMED = frozenset(("a", "button", "img", "input", "select", "summary", "svg"))  # read by their names alone
_NAME = re.compile(r'\s(?:aria-label|alt)="([^"]*)"')
# Where the text of an element stands, by its tag; the first that is found holds.
_PLACES = (
    (re.compile(r'\sclass="(?:[^"]*\s)?vita-spoken\b'), Place.SPOKEN),
    (re.compile(r'\sclass="(?:[^"]*\s)?vita-(?:text|tldr|lead|abstract|reference)\b'), Place.PROSE),
    (re.compile(r'\sclass="(?:[^"]*\s)?vita-'), Place.PART),
    (re.compile(r'<(?:article|main)\b|\srole="main"'), Place.PROSE),
)
_LANGUAGE = re.compile(r"\slang=")


def mark_english(app: Sphinx) -> None:
    """Let whole pages be marked as they are rendered, in whatever theme."""
    if isinstance(app.builder, StandaloneHTMLBuilder) and is_without_catalog(spoken()):
        templates: Any = app.builder.templates
        templates.render = _marking(templates.render)


def _marking(render: Callable[[str, dict[str, Any]], str]) -> Callable[[str, dict[str, Any]], str]:
    def rendered(name: str, context: dict[str, Any]) -> str:
        markup = render(name, context)
        return marked(markup, direction_of(spoken())) if "</html>" in markup else markup

    return rendered


def marked(markup: str, direction: str) -> str:
    """Mark the engine's English in the markup of a page that runs as given.

    >>> marked("<p>Now</p>", "ltr")
    '<p><span lang="en">Now</span></p>'
    """
    mark = ' lang="en" dir="ltr"' if direction == "rtl" else ' lang="en"'
    above: list[tuple[str, Place | None]] = []  # the open elements, and where texts in each stand: None if it is known
    written = []
    for token in _TOKEN.finditer(markup):
        place = above[-1][1] if above else Place.PART
        if token["text"]:
            written.append(_text(token[0], place, mark))
        elif token["plain"]:
            is_said = place is not None and [own for _, own in parts_of(unescape(token["said"]))] == [True]
            written.append(_with(token["plain"], mark) + token["said"] + token["end"] if is_said else token[0])
        elif token["tag"]:
            written.append(token[0] if token["close"] else _named(token["tag"], token["element"], mark))
            _step(above, token, place)
        else:
            written.append(token[0])
    return "".join(written)


def parts_in(node: nodes.Text, language: str) -> tuple[Part, ...]:
    """Cut the text of a node on a page of a language into what is the engine's English and what is not."""
    text = node.astext()
    if not is_without_catalog(language):
        return ((text, False),)
    above: nodes.Node | None = node.parent
    while above is not None:
        classes = " ".join(above.get("classes", ())) if isinstance(above, nodes.Element) else ""
        for pattern, place in _PLACES if classes else ():
            if pattern.search(f' class="{classes}"'):
                return parts_of(text, place)
        above = above.parent
    return parts_of(text, Place.PROSE)


def _step(above: list[tuple[str, Place | None]], token: re.Match[str], place: Place | None) -> None:
    """Go into an element or out of it; one that is not closed ends with the one around it."""
    element, tag = token["element"].lower(), token["tag"]
    if token["close"]:
        opened = [number for number, (name, _) in enumerate(above) if name == element]
        if opened:
            del above[opened[-1] :]
    elif element not in _VOID and not tag.endswith("/>"):
        is_known = place is None or (element != "html" and _LANGUAGE.search(tag) is not None)
        found = next((each for pattern, each in _PLACES if pattern.search(tag)), place)
        above.append((element, None if is_known else found))


def _text(text: str, place: Place | None, mark: str) -> str:
    parts = parts_of(unescape(text), place) if place else ()
    if not any(own for _, own in parts):
        return text
    pieces = ((escape(part, quote=False), own) for part, own in parts)
    return "".join(f"<span{mark}>{part}</span>" if own else part for part, own in pieces)


def _named(tag: str, element: str, mark: str) -> str:
    """Mark what is read by a name of its own, where that is the engine's; its direction is that of what it holds."""
    name = _NAME.search(tag) if element.lower() in _NAMED and not _LANGUAGE.search(tag) else None
    is_said = name is not None and any(own for _, own in parts_of(unescape(name[1])))
    return _with(tag, mark.partition(" dir")[0]) if is_said else tag


def _with(tag: str, mark: str) -> str:
    end = "/>" if tag.endswith("/>") else ">"
    return f"{tag.removesuffix(end)}{mark}{end}"
