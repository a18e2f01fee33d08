"""Typst markup: text that cannot be taken for code, formulas from MathML, and PDF or PNG from the result.

Every piece of text goes in as a string literal, so no title can be read as a command.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html.entities import html5
from importlib.resources import files
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import typst

from sphinx_vita.exports.fonts import Fonts, found
from sphinx_vita.reading.printable import plain_lines
from sphinx_vita.records.tex.formulas import characters_of

_UNSHOWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_ROUNDS = 40
NO_MORE = Fonts()  # than those of Typst


class TypesettingError(Exception):
    """Typst refuses the document; the message is Typst's own."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came out, and the characters for which no font has a glyph; they were printed as a question mark."""

    content: bytes
    unshown: tuple[str, ...] = ()


def literal(text: str) -> str:
    """Write text as a Typst string; control characters are left out."""
    escaped = plain_lines(text).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + escaped.replace("\n", "\\n").replace("\t", " ") + '"'


def plain(text: str) -> str:
    """Write text for a place where markup is read."""
    return f"#{literal(text)};" if text else ""


def array(items: Iterable[str]) -> str:
    """Write an array of expressions; one item needs a comma too."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def template(name: str) -> str:
    """Read one of the templates of the look."""
    return (files("sphinx_vita") / "look" / "typst" / name).read_text(encoding="utf-8")


def compile_pdf(
    source: str, *, date: datetime | None = None, fonts: Fonts = NO_MORE, folder: Path | None = None
) -> Typeset:
    """Set a document as PDF/UA-1, with pictures of a folder; it may carry a date. Raises TypesettingError."""
    return _compile(source, fonts, format="pdf", pdf_standards=["ua-1"], timestamp=date, root=folder)


def compile_png(source: str, *, fonts: Fonts = NO_MORE, ppi: float = 72.0, folder: Path | None = None) -> Typeset:
    """Set one page as PNG, by default a pixel for each point; `folder` has its pictures. Raises TypesettingError."""
    return _compile(source, fonts, format="png", ppi=ppi, root=folder)


def compile_svg(source: str, *, fonts: Fonts = NO_MORE) -> Typeset:
    """Set one page as SVG; its letters are outlines, so it needs no font. Raises TypesettingError."""
    return _compile(source, fonts, format="svg")


def compile_html(source: str) -> str:
    """Write text as HTML, which Typst calls young: what it gives is read, and never shown as it is. Raises the same."""
    try:
        content = _compiler(()).compile(source.encode(), format="html")
    except typst.TypstError as error:
        raise TypesettingError(str(error)) from error
    return content.decode() if isinstance(content, bytes) else ""


@cache
def _compiler(folders: tuple[str, ...]) -> typst.Compiler:
    """Return the one compiler for the fonts of folders: to find them takes twice as long as to set a page."""
    return typst.Compiler(font_paths=found(folders))


def _compile(source: str, fonts: Fonts, **wanted: Any) -> Typeset:
    """Compile; where a character has no glyph in any font, put a question mark into its place and compile again."""
    unshown: dict[str, None] = {}
    for _ in range(_ROUNDS):
        try:
            content = _compiler(fonts.folders).compile(source.encode(), **wanted)
        except typst.TypstError as error:
            missing = _named_in(error)
            if not missing:
                raise TypesettingError(str(error)) from error
            if not unshown:  # an error names only some, and each round takes as long as the first
                missing |= dict.fromkeys(without_glyph(source, fonts))
            unshown |= missing
            source = source.translate({ord(character): "?" for character in missing})
        else:
            if not isinstance(content, bytes):  # a picture of several pages is a list
                raise TypesettingError("the text does not fit one page; shorten it")
            return Typeset(content, tuple(unshown))
    raise TypesettingError("too many characters have no glyph in any font")


def without_glyph(text: str, fonts: Fonts, *, but: str = "") -> list[str]:
    """Return the characters of a text for which no font, or none but that of a family, has a glyph."""
    characters = dict.fromkeys(character for character in text if not character.isascii() and character.isprintable())
    families = [family for family in fonts.order("") if family != but]
    head = '#set document(title: "-")\n#set text(fallback: false, font: '
    pages = "\n\n".join(plain(character) for character in characters)
    try:
        _compiler(fonts.folders).compile(
            f"{head}{array(map(literal, families))})\n{pages}".encode(), format="pdf", pdf_standards=["ua-1"]
        )
    except typst.TypstError as error:
        named = _named_in(error)
        return [character for character in characters if character in named]
    return []


def _named_in(error: typst.TypstError) -> dict[str, None]:
    r"""Return the characters that an error names, as `张` or as `\\u{1fbff}`; plain letters always have a glyph."""
    told = "".join(_UNSHOWN.findall(f"{error}\n{getattr(error, 'diagnostic', '')}"))
    named = re.sub(r"\\u\{([0-9a-f]+)\}", lambda match: chr(int(match[1], 16)), told)
    return dict.fromkeys(character for character in named if not character.isascii())


def formula(mathml: str, tex: str, *, block: bool, number: int | None = None) -> str:
    """Write a formula from its MathML, with its number beside it; a screen reader says its characters."""
    body = _math(ElementTree.fromstring(_ENTITY.sub(_character, mathml)))
    numbered = f"numbering: (..) => [({number})], " if number is not None else ""
    alt = literal(characters_of(tex) or tex)
    return f"#math.equation(block: {str(block).lower()}, alt: {alt}, {numbered}${body}$);"


def _character(entity: re.Match[str]) -> str:
    """Return the character of an entity that HTML knows and XML does not."""
    return entity[0] if entity[1] in ("lt", "gt", "amp", "quot", "apos") else html5.get(entity[1] + ";", "")


def _math(node: ElementTree.Element) -> str:
    """Write one element of MathML in Typst's math."""
    name = node.tag.rpartition("}")[2]
    text = (node.text or "").strip()
    if name == "mi":
        return f"upright({literal(text)})" if node.get("mathvariant") == "normal" and len(text) == 1 else _letters(text)
    if name in ("mo", "mn", "mtext", "ms"):
        return f"op({literal(text)})" if name == "mo" and text.isalpha() and len(text) > 1 else literal(text)
    parts = [_math(child) for child in node]
    shape = _SHAPES.get(name)
    if shape and len(parts) == shape.count("{}"):
        return shape.format(*parts)
    if name == "msqrt":
        return f"sqrt({' '.join(parts)})"
    if name == "mtr":
        return ", ".join(parts)
    if name == "mtable":
        return f"mat(delim: #none, {'; '.join(parts)})"
    return " ".join(parts)


def _letters(text: str) -> str:
    """Write an identifier: one letter is set in italics, more are a word."""
    return text if len(text) == 1 and text.isalpha() else literal(text)


_SHAPES = {
    "msup": "attach({}, t: {})", "msub": "attach({}, b: {})", "msubsup": "attach({}, b: {}, t: {})",
    "munder": "attach(limits({}), b: {})", "mover": "attach(limits({}), t: {})",
    "munderover": "attach(limits({}), b: {}, t: {})", "mfrac": "frac({}, {})",
}  # fmt: skip
