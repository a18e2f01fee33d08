"""A publication as a CV prints it, made an entry of a bibliography."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from sphinx_vita.imports.bibtex import bibtex, name_of
from sphinx_vita.imports.cvs.citations import MARK, names_people, read_byline, read_citation
from sphinx_vita.imports.cvs.items import LINK, Item, is_dates, links_of, unemphasized, words_of
from sphinx_vita.imports.cvs.sections import Heading
from sphinx_vita.imports.cvs.venues import ARXIV, DOI, EQUAL, escaped, note_date, read_venue
from sphinx_vita.imports.drafts import Entry, Leftover
from sphinx_vita.records.slugs import fold

_LINK_FIELDS = {"code": "code", "github": "code", "pdf": "pdf", "paper": "pdf", "slides": "slides", "video": "video",
                "poster": "poster", "website": "website", "project": "website", "project page": "website",
                "data": "data"}  # fmt: skip

_OF_THE_WORK = ("doi", "link", "url", "arxiv", "html", "publisher", "")
_BUTTON = re.compile(r"(?:\s*[|·•/])+\s*$|\(\s*[,|]*\s*\)|\[\s*[,|]*\s*\]")  # what stood around links


@dataclass(slots=True)
class Keys:
    """The keys that are given already, so that each is given once."""

    given: set[str] = field(default_factory=set)

    def new(self, family: str, year: str, title: str) -> str:
        """Make a key such as `doe2026whales`; a letter tells apart those that would share one."""
        words = [word for word in re.findall(r"\w+", fold(title).lower()) if len(word) > 3] or ["work"]
        base: str = re.sub(r"\W", "", fold(family).lower()) + year + words[0]
        others = (f"{base}{letter}" for letter in "bcdefghijklmnopqrstuvwxyz")
        numbered = (f"{base}-{number}" for number in count(2))
        key: str = next(key for key in chain((base,), others, numbered) if key not in self.given)
        self.given.add(key)
        return key


def entry_of(meaning: Heading, item: Item, keys: Keys, owner: str = "") -> Entry | Leftover:
    """Make the entry of a publication: its title in the head and the authors and the venue below, or all in one line.

    A work of which only title and venue are told is the owner's.
    """
    place = f"line {item.line}"
    people, title, lines, year = _parts(item, owner)
    byline = read_byline(people)
    if not byline.names or not title:
        reason = "its authors, its title and its venue cannot be told apart; write it as an entry of the bibliography"
        return Leftover(text=item.text, reason=reason, place=place)
    said = [line for line in map(_words, lines) if line]
    words = " ".join(line for line in said if not is_dates(line))
    fields = {"title": _protected(title), "editor" if byline.are_editors else "author": " and ".join(byline.names)}
    if byline.marked and EQUAL.search(words):
        fields["author+an"] = "; ".join(f"{number}=equal" for number in byline.marked)
    entry_type = read_venue(
        fields, meaning, f"{words} ({year})" if year and not is_dates(year) else words, " ".join(lines)
    )
    dates = year if is_dates(year) else next((line for line in said if is_dates(line)), "")
    if dates and (year or "year" not in fields):
        note_date(fields, dates)
    _links(fields, [*lines, item.title, *item.bullets])
    key = keys.new(byline.names[0].partition(",")[0], fields.get("year", ""), title)
    return Entry(key=key, bibtex=bibtex(entry_type, key, fields), place=place)


def _words(line: str) -> str:
    """Return what a line says in Markdown, without its addresses, and without links that will be buttons."""
    return _BUTTON.sub(
        "", LINK.sub(lambda link: "" if DOI.fullmatch(link["words"] or "") else _text_of(link), line)
    ).strip()


def _text_of(link: re.Match[str]) -> str:
    name = (link["words"] or "").strip("[] ").lower()
    is_told = (link["url"] or "").startswith("http") and name in (*_LINK_FIELDS, *_OF_THE_WORK)
    return "" if is_told else link["words"] or ""


_FIELDS = {"doi": "doi", "url": "url", "abstract": "abstract", "volume": "volume", "number": "number", "pages": "pages",
           "arxiv": "eprint", "publisher": "publisher", "isbn": "isbn", "note": "note", "pdf": "pdf", "code": "code",
           "slides": "slides", "summary": "abstract"}  # fmt: skip
_PROSE = ("abstract", "note", "publisher")
_VENUES = ("journal", "venue", "booktitle", "publication", "conference", "container")


def entry_from(meaning: Heading, data: Mapping[str, Any], keys: Keys, place: str) -> Entry | Leftover:
    """Make the entry of a publication whose parts are told apart already."""
    title = str(data.get("title") or data.get("name") or "")
    if not title:
        text = ", ".join(f"{key}: {value}" for key, value in data.items())
        return Leftover(text=text, reason="it has no title", place=place)
    authors = _people_of(data.get("authors") or data.get("author") or [])
    fields = {"title": _protected(unemphasized(title)), "author": " and ".join(authors)}
    venue = next((str(data[name]) for name in _VENUES if data.get(name)), "")
    addresses = " ".join(str(data.get(name) or "") for name in ("url", "doi"))
    entry_type = read_venue(fields, meaning, unemphasized(venue), addresses)
    date = str(data.get("date") or data.get("year") or data.get("releaseDate") or "")
    if is_dates(date):
        note_date(fields, date)
    for name, own in _FIELDS.items():
        if text := str(data.get(name) or ""):
            fields.setdefault(own, escaped(unemphasized(text)) if own in _PROSE else text)
    if fields.get("doi") and DOI.search(fields.get("url", "")):
        del fields["url"]
    key = keys.new(authors[0].partition(",")[0] if authors else "", fields.get("year", ""), title)
    return Entry(key=key, bibtex=bibtex(entry_type, key, fields), place=place)


def _people_of(written: Any) -> list[str]:
    """Return the names of a list, or of a text that names them all, as BibTeX writes them."""
    if isinstance(written, str):
        return list(read_byline(MARK.sub("", unemphasized(written))).names)
    names = (MARK.sub("", unemphasized(str(each))).strip() for each in written)
    return [name_of(each) for each in names if each]


def _parts(item: Item, owner: str) -> tuple[str, str, list[str], str]:
    """Return authors, title, the lines about the venue, and the year where it stands apart from them."""
    lines = [line for line in (*item.lines, *item.bullets) if line.strip()]
    whole = read_citation(" ".join([item.title, *lines])) if names_people(item.title, owner) else None
    if whole:
        return whole.people, whole.title, [whole.venue], whole.year
    people = next((line for line in lines if not is_dates(words_of(line)) and not DOI.search(line)), "")
    if people and (names_people(people, owner) or not read_citation(item.title)):
        return people, words_of(item.title), [line for line in lines if line is not people], ""
    cited = read_citation(item.title, owner) or read_citation(" ".join([item.title, *lines]), owner)
    if cited is None:
        return "", words_of(item.title), [], ""
    return cited.people, cited.title, [cited.venue, *(lines if read_citation(item.title, owner) else [])], cited.year


def _links(fields: dict[str, str], lines: list[str]) -> None:
    for line in lines:
        for words, url in links_of(line):
            name = _LINK_FIELDS.get(re.sub(r"\s*\(.*", "", words).strip().lower(), "url")
            if url.startswith("http") and not DOI.search(url) and not ARXIV.search(url):
                fields.setdefault(name, url)


def _protected(title: str) -> str:
    """Keep the capitals of a title that BibTeX's styles would take away."""
    return re.sub(r"(?<![\w\\])[\w-]*(?:\w[A-Z]|\d[A-Z])[\w-]*", r"{\g<0>}", " ".join(escaped(title).split()))
