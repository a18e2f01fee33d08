"""Short pieces of formatted text, such as a paper's title, as plain values.

A `Text` is what LaTeX or Markdown comes to once it is understood: runs of characters, each with a style.
Pages, the PDF and the exports draw it each in their own way, so no markup ever travels inside it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    STRUCK = "struck"  # crossed out: seen on pages, and said nowhere else
    MATH = "math"  # the characters are TeX math, without its dollars


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters in one style, perhaps a link."""

    characters: str
    style: Style = Style.PLAIN
    link: str = ""
    around: tuple[Style, ...] = ()  # the styles around its own, the outermost first


@dataclass(frozen=True, slots=True)
class Text:
    """Runs of characters; empty when there is nothing to say."""

    spans: tuple[Span, ...] = ()
    language: str = ""  # by BCP 47, where it is not that of the page

    @classmethod
    def plain(cls, characters: str) -> "Text":
        """Return `characters` as unformatted text."""
        return cls((Span(characters),)) if characters else cls()

    @classmethod
    def join(cls, spans: Iterable[Span]) -> "Text":
        """Return the spans as one text: neighbours of one style become one, white space is folded and stripped."""
        merged: list[Span] = []
        for look, run in groupby(spans, key=lambda span: (span.style, span.link, span.around)):
            alike = list(run)
            is_one = look[0] is not Style.MATH
            merged += [Span("".join(span.characters for span in alike), *look)] if is_one else alike
        return cls(tuple(_fold(merged)))

    def __str__(self) -> str:
        """Return the characters alone, for places without markup: `CO₂`, `γ`, `ℝⁿ`; no TeX is left of a formula."""
        said = [span for span in self.spans if Style.STRUCK not in (span.style, *span.around)]
        written = "".join(_characters(span) for span in said or self.spans)
        written = written if len(said) == len(self.spans) else written.strip()
        return _MANY_BLANKS.sub(" ", written) if "  " in written else written

    @property
    def is_plain(self) -> bool:
        """Whether it has neither style nor link."""
        return all(span.style is Style.PLAIN and not span.link for span in self.spans)

    def __bool__(self) -> bool:
        return any(span.characters for span in self.spans)


def joined(texts: Iterable[Text], separator: str) -> Text:
    """Return the texts that say something as one, with a separator between; it has a language where all have that."""
    spans: list[Span] = []
    said = [text for text in texts if text]
    for text in said:
        spans += [*([Span(separator)] if spans else []), *text.spans]
    languages = {text.language for text in said}
    return replace(Text.join(spans), language=languages.pop() if len(languages) == 1 else "")


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
    written = span.characters
    for style in (span.style, *reversed(span.around)):
        written = _enclosed(written, _TAGS.get(style, ""))
    return written


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
        kept.append(replace(span, characters=folded))
        after_blank = folded[-1].isspace()
    if kept:
        last = kept.pop()
        kept += [replace(last, characters=last.characters.rstrip())] if last.characters.strip() else []
    return kept
