"""Short pieces of formatted text, such as a paper's title, as plain values.

A `Text` is what LaTeX or Markdown comes to once it is understood: runs of characters, each with a style.
Pages, the PDF and the exports draw it each in their own way, so no markup ever travels inside it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from sphinx_vita.records.tex.formulas import characters_of, pieces_of
from sphinx_vita.records.tex.signs import shifted


class Style(StrEnum):
    """How a run of characters is set."""

    PLAIN = "plain"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    MATH = "math"  # the characters are TeX math, without its dollars


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style, perhaps a link."""

    characters: str
    style: Style = Style.PLAIN
    link: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Runs of characters; empty when there is nothing to say."""

    spans: tuple[Span, ...] = ()

    @classmethod
    def plain(cls, characters: str) -> "Text":
        """Return `characters` as unformatted text."""
        return cls((Span(characters),)) if characters else cls()

    @classmethod
    def join(cls, spans: Iterable[Span]) -> "Text":
        """Return the spans as one text: neighbours of one style become one, white space is folded and stripped."""
        merged: list[Span] = []
        for (style, link), run in groupby(spans, key=lambda span: (span.style, span.link)):
            alike = list(run)
            is_one = style is not Style.MATH
            merged += [Span("".join(span.characters for span in alike), style, link)] if is_one else alike
        return cls(tuple(_fold(merged)))

    def __str__(self) -> str:
        """Return the characters alone, for places without markup: `CO₂`, `γ`, `ℝⁿ`; no TeX is left of a formula."""
        written = "".join(_characters(span) for span in self.spans)
        return _MANY_BLANKS.sub(" ", written) if "  " in written else written

    def __bool__(self) -> bool:
        return any(span.characters for span in self.spans)


def csl(text: Text) -> str:
    """Return a text with the few tags that CSL-JSON knows: `<i>`, `<b>`, `<sub>`, `<sup>`."""
    return _MANY_BLANKS.sub(" ", "".join(_tagged(span) for span in text.spans))


_MANY_BLANKS = re.compile(" {2,}")  # around a formula of which nothing is said
_SHIFTS = {Style.SUPERSCRIPT: "^", Style.SUBSCRIPT: "_"}
_TAGS = {Style.EMPHASIS: "i", Style.STRONG: "b", Style.SUPERSCRIPT: "sup", Style.SUBSCRIPT: "sub"}
_TAGS_OF_PIECES = {"^": "sup", "_": "sub"}


def _characters(span: Span) -> str:
    if span.style is Style.MATH:
        return characters_of(span.characters)
    return shifted(span.characters, _SHIFTS[span.style], in_words=True) if span.style in _SHIFTS else span.characters


def _tagged(span: Span) -> str:
    if span.style is Style.MATH:
        return "".join(_enclosed(piece, _TAGS_OF_PIECES.get(where, "")) for piece, where in pieces_of(span.characters))
    return _enclosed(span.characters, _TAGS.get(span.style, ""))


def _enclosed(characters: str, tag: str) -> str:
    return f"<{tag}>{characters}</{tag}>" if tag else characters


def _fold(spans: Iterable[Span]) -> Iterable[Span]:
    """Fold each run of white space to one blank, across spans too, and strip both ends."""
    kept: list[Span] = []
    after_blank = True
    for span in spans:
        folded = " ".join(span.characters.split())
        if folded and span.characters[:1].isspace() and not after_blank:
            folded = " " + folded
        if folded.strip() and span.characters[-1:].isspace():
            folded += " "
        if not folded:
            if span.characters and not after_blank:
                kept.append(Span(" "))  # between two styles it belongs to neither
                after_blank = True
            continue
        kept.append(Span(folded, span.style, span.link))
        after_blank = folded[-1].isspace()
    if kept:
        last = kept.pop()
        kept += [Span(last.characters.rstrip(), last.style, last.link)] if last.characters.strip() else []
    return kept
