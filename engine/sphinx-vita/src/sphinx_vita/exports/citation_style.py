"""A work in a citation style: a name that Typst knows, such as `apa`, or the text of a .csl file.

Typst's HTML is young, so only what it is known to write for one entry is read; whatever else comes is text.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser

from sphinx_vita.exports.hayagriva import (
    FIRST_PERSON,
    MARKUP,
    MOST_PEOPLE,
    NAME_ENDS,
    NAME_STARTS,
    entry_of,
    language_of_citations,
)
from sphinx_vita.exports.typst import TypesettingError, compile_html, literal
from sphinx_vita.reading.links import is_web_address
from sphinx_vita.records import Author, Name, Publication
from sphinx_vita.records.text import Span, Style

WELL_KNOWN = (  # of some eighty names; https://typst.app/docs/reference/model/bibliography lists all
    *("apa", "mla", "chicago-author-date", "chicago-notes", "ieee", "nature", "vancouver", "harvard-cite-them-right"),
    *("american-medical-association", "american-chemical-society", "american-physics-society", "cell", "plos"),
)
_STYLES = {"em": Style.EMPHASIS, "strong": Style.STRONG, "sup": Style.SUPERSCRIPT, "sub": Style.SUBSCRIPT}
_PERSON = re.compile(rf"{NAME_STARTS}(.)([^{NAME_ENDS}]*){NAME_ENDS}")
_MARKS = {ord(NAME_STARTS): None, ord(NAME_ENDS): None} | dict.fromkeys(range(FIRST_PERSON, FIRST_PERSON + MOST_PEOPLE))
_AS_WRITTEN = {ord(mark): character for character, mark in MARKUP.items()}
_STRAY_COMMA = re.compile(r",(?=\s*[).])")  # that Hayagriva leaves where a style prints nothing


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the spelling of a style."""

    written: str
    name: Name


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the work, in the style's spelling."""

    span: Span


Styled = Span | Person | Title


def styled(publication: Publication, style: str) -> tuple[Styled, ...]:
    """Return the reference of a work in a style, its people and its title marked. Raises TypesettingError."""
    spans = _spans_in(language_of_citations(), _entry(publication), style)
    pieces = [piece for span in spans for piece in _with_people(span, publication.people)]
    return tuple(_with_title(pieces, str(publication.title)))


def letters(publication: Publication, *styles: str) -> list[tuple[Span, ...]]:
    """Return the reference of a work in each style as it is copied, without links; nothing where one has no words."""
    language, entry = language_of_citations(), _entry(publication)
    return [_letters_in(language, entry, style) for style in styles]


def _letters_in(language: str, entry: str, style: str) -> tuple[Span, ...]:
    try:
        spans = _spans_in(language, entry, style)
    except TypesettingError:
        return ()
    return tuple(Span(text, span.style) for span in spans if (text := _bare(span.characters)))


def problem_of(style: str) -> str:
    """Return why a style cannot be used; "" for one that can."""
    try:
        _spans_in(language_of_citations(), json.dumps({"work": {"type": "misc", "title": "A"}}), style)
    except TypesettingError as error:
        return str(error)
    return ""


def _entry(publication: Publication) -> str:
    return json.dumps({"work": entry_of(publication)}, ensure_ascii=False)


@lru_cache(maxsize=8192)  # a page and a list ask
def _spans_in(language: str, entry: str, style: str) -> tuple[Span, ...]:
    chosen = f"bytes({literal(style)})" if "<" in style else literal(style)
    head = "" if language == "en" else f"#set text(lang: {literal(language)})\n"
    whole = f"{head}#bibliography(bytes({literal(entry)}), style: {chosen}, full: true, title: none)"
    return tuple(_spans(compile_html(whole)))


class _Item(HTMLParser):
    """Collects the runs of the first item of a list, each with the elements of the item around it, innermost first."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.runs: list[tuple[str, list[tuple[str, dict[str, str | None]]]]] = []
        self._around: list[tuple[str, dict[str, str | None]]] = []
        self._is_read = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._around or (tag == "li" and not self._is_read):
            self._around.insert(0, (tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._around]
        if tag in names:
            del self._around[: names.index(tag) + 1]
            self._is_read = not self._around

    def handle_data(self, data: str) -> None:
        if self._around:
            self.runs.append((data, self._around[:-1]))


def _spans(html: str) -> Iterator[Span]:
    """Read the runs of the one item of a list, without the number that some styles put before it."""
    is_first = True
    for text, parents in _Item(html).runs:
        if any("prefix" in (facts.get("class") or "").split() for _, facts in parents):
            continue
        style = next((_STYLES[name] for name, _ in parents if name in _STYLES), Style.PLAIN)
        link = next((facts["href"] for _, facts in parents if facts.get("href")), "") or ""
        characters = _STRAY_COMMA.sub("", text)
        yield Span(characters.lstrip() if is_first else characters, style, link if is_web_address(link) else "")
        is_first = False


def _with_people(span: Span, people: Sequence[Author]) -> Iterator[Styled]:
    """Cut a run at the names in it, each with the given names beside it."""
    text, done = span.characters, 0
    for match in _PERSON.finditer(text):
        name = people[ord(match[1]) - FIRST_PERSON].name
        start, end = _whole_name(text, match.start(), match.end(), name)
        start = max(start, done)
        yield from _clean(Span(text[done:start], span.style, span.link))
        yield Person(_bare(text[start:end]), name)
        done = end
    yield from _clean(Span(text[done:], span.style, span.link))


def _clean(span: Span) -> Iterator[Span]:
    characters = _bare(span.characters)
    if characters:
        yield Span(characters, span.style, span.link)


def _bare(text: str) -> str:
    return text.translate(_MARKS).translate(_AS_WRITTEN)


def _whole_name(text: str, start: int, end: int, name: Name) -> tuple[int, int]:
    """Return where a name begins and ends: styles shorten given names, and put them on either side."""
    forms = _forms(name.given)
    for given in [*(f"{form} {name.particle}" for form in forms if name.particle), *forms]:
        for behind in (f", {given}", f" {given}", given if name.is_east_asian else f" {given}"):
            if text.startswith(behind, end):
                return start, end + len(behind)
        if text.endswith(f"{given} ", 0, start):
            return start - len(given) - 1, end
    return start, end


def _forms(given: str) -> list[str]:
    words = given.replace(".", " ").split()
    initials = ["-".join(f"{part[0]}." for part in word.split("-") if part) for word in words]
    forms = (given, " ".join(initials), "".join(initials), "".join(initials).replace(".", "").replace("-", ""))
    return [form for form in dict.fromkeys(forms) if form]


def _with_title(pieces: list[Styled], title: str) -> Iterator[Styled]:
    """Find the title, whose letters a style may have made small or large."""
    pattern = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)", re.IGNORECASE)
    is_found = False
    for piece in pieces:
        match = pattern.search(piece.characters) if isinstance(piece, Span) and not piece.link else None
        if is_found or match is None or not isinstance(piece, Span):
            yield piece
            continue
        is_found = True
        yield from _clean(Span(piece.characters[: match.start()], piece.style))
        yield Title(Span(match[0], piece.style))
        yield from _clean(Span(piece.characters[match.end() :], piece.style))
