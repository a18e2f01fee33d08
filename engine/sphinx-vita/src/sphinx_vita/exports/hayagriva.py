"""A publication as an entry of Hayagriva, whose citation styles are those of CSL: the library that Typst cites with.

Names and titles are marked by characters that nobody writes, so that they are found again in what comes out.
"""

import re
from collections.abc import Iterable
from typing import Any

from sphinx_vita.exports.citation import address_of
from sphinx_vita.exports.facts import filled
from sphinx_vita.exports.reference import collaboration_of
from sphinx_vita.locale import N_, _, spoken
from sphinx_vita.reading.imprint import Imprint, imprint_of
from sphinx_vita.reading.printable import one_line, printable
from sphinx_vita.reading.works import Work
from sphinx_vita.records import Author, Publication, Status
from sphinx_vita.records.text import Style, Text

Entry = dict[str, Any]

NAME_STARTS, NAME_ENDS = "\ue000", "\ue001"  # with a character between the first and the name that counts the people
FIRST_PERSON = 0xE400
MOST_PEOPLE = 5000
# Hayagriva would obey them.
MARKUP: dict[str, str] = {character: chr(0xE010 + place) for place, character in enumerate("{}$\\")}
_MARKS = {ord(character): mark for character, mark in MARKUP.items()}
_TYPES = {
    Work.ARTICLE: "article",
    Work.PAPER: "chapter",
    Work.CHAPTER: "chapter",
    Work.BOOK: "book",
    Work.THESIS: "thesis",
    Work.REPORT: "report",
    Work.PREPRINT: "article",
    Work.MANUSCRIPT: "manuscript",
    Work.PATENT: "patent",
    Work.WEBPAGE: "web",
    Work.VIDEO: "video",
    Work.FILM: "video",
    Work.AUDIO: "audio",
    Work.IMAGE: "artwork",
    Work.CASE: "case",
    Work.STATUTE: "legislation",
}
_LANGUAGES = ("de", "es", "fr", "it", "pt", "ru")  # whose words CSL has as people write them; others cite in English
_GENRES = {
    Work.PREPRINT: N_("Preprint"),
    Work.DATASET: N_("Dataset"),
    Work.SOFTWARE: N_("Computer software"),
    Work.TALK: N_("Talk"),
}
_GENRES_BY_STATUS = {
    Status.SUBMITTED: N_("Manuscript submitted for publication"),
    Status.DRAFT: N_("Manuscript in preparation"),
    Status.ACCEPTED: N_("Manuscript accepted for publication"),
}
_KEEPS_CAPITALS = re.compile(r"\S+[A-Z]\S*")  # `DNA`, `3D`, `eBay`, `pH`: in braces styles leave them as they are
_BEGINNING = re.compile(r"^((?:\{[^}]*\} )+)((?:[A-Z][\w-]*(?: |$))?)")
_PAGES = re.compile(r"[\w.:]+(?:[-–][\w.:]+)?")


def language_of_citations() -> str:
    """Return the language in whose words styles write: the site's, as far as it can be."""
    return spoken()[:2] if spoken()[:2] in _LANGUAGES else "en"


def entry_of(publication: Publication) -> Entry:
    """Return the facts by Hayagriva's names."""
    imprint = imprint_of(publication)
    people = {id(each): place for place, each in enumerate(publication.people)}

    def names(group: Iterable[Author]) -> list[Any]:
        return [_name(each, people.get(id(each), MOST_PEOPLE)) for each in group]

    is_part = imprint.work in (Work.PAPER, Work.CHAPTER)
    editors, publisher = names(publication.editors), _publisher(publication, imprint)
    group = collaboration_of(publication)
    facts: Entry = {
        "type": _TYPES.get(imprint.work, "misc"),
        "title": _title(publication, imprint),
        "author": [*names(publication.authors), *([{"name": _escaped(group)}] if group else [])],
        "editor": [] if is_part else editors,
        "affiliated": [{"role": "translator", "names": names(imprint.translators)}] if imprint.translators else [],
        "date": imprint.issued.first.iso if imprint.issued and imprint.issued.first and publication.is_dated else "",
        "page-range": imprint.pages.replace("–", "-") if _PAGES.fullmatch(imprint.pages) else "",
        "genre": _escaped(_genre(publication, imprint)),
        "publisher": {} if is_part else publisher,
        "edition": "" if is_part else _escaped(imprint.edition),
        "volume": "" if is_part or imprint.work is Work.ARTICLE else _escaped(imprint.volume),
        "serial-number": _numbers(publication, imprint),
        "url": address_of(publication),
        "parent": _parent(imprint, editors if is_part else [], publisher),
    }
    return {name: value for name, value in filled(facts).items() if value not in ({}, [{}])}


def _escaped(text: object) -> str:
    return one_line(text).translate(_MARKS)


def _title(publication: Publication, imprint: Imprint) -> str:
    """Write the title, in braces what no style may write otherwise: *E. coli*, DNA, all that is not English."""
    title = publication.title
    if imprint.language_code[:2] not in ("", "en") or not re.search("[A-Za-z]", str(title)):
        return _kept(title)
    spans = ((Text((span,)), span.style) for span in title.spans)
    written = "".join(_kept(each) if style is not Style.PLAIN else _with_capitals(each) for each, style in spans)
    return _BEGINNING.sub(_with_blank, written)


def _with_blank(match: re.Match[str]) -> str:
    """Keep what is lost behind braces at the beginning: a blank, and behind a colon the capital of the next word."""
    lead = match[1].replace("} ", " }")
    return f"{lead}{{{match[2]}}}" if match[2] and lead.endswith((": }", "? }", "! }", ". }")) else lead + match[2]


def _kept(text: object) -> str:
    return f"{{{_escaped(text)}}}" if str(text).strip() else ""


def _with_capitals(text: Text) -> str:
    return _KEEPS_CAPITALS.sub(lambda match: f"{{{match[0]}}}", printable(str(text)).translate(_MARKS))


def _name(author: Author, place: int) -> Any:
    name = author.name
    mark = chr(FIRST_PERSON + place) if place < MOST_PEOPLE else ""
    family = f"{NAME_STARTS}{mark}{_escaped(name.family)}{NAME_ENDS}" if mark else _escaped(name.family)
    parts = {"given-name": name.given, "prefix": name.particle, "suffix": name.suffix}
    return {"name": family} | {part: _escaped(text) for part, text in parts.items() if text}


def _publisher(publication: Publication, imprint: Imprint) -> Entry:
    is_enough = imprint.work in (Work.ARTICLE, Work.MANUSCRIPT)
    return {} if is_enough else filled({"name": _escaped(imprint.publisher), "location": _escaped(imprint.place)})


def _genre(publication: Publication, imprint: Imprint) -> str:
    by_status = _GENRES_BY_STATUS.get(publication.status, "") if imprint.work is Work.MANUSCRIPT else ""
    genre = imprint.genre or by_status or _GENRES.get(imprint.work, "")
    is_versioned = imprint.version and imprint.work not in (Work.BOOK, Work.MANUSCRIPT)
    if language_of_citations() == "en":
        return f"{genre}, version {imprint.version}" if is_versioned else genre
    return f"{_(genre)}, {_('version {}').replace('{}', imprint.version)}" if is_versioned else _(genre)


def _numbers(publication: Publication, imprint: Imprint) -> Entry:
    isbn = imprint.isbn if imprint.work is Work.BOOK else ""
    return filled({"doi": publication.doi, "serial": _escaped(imprint.number), "isbn": isbn})


def _parent(imprint: Imprint, editors: list[Any], publisher: Entry) -> Entry:
    """Return what holds the work, and the series that it appeared in."""
    series = {"type": "anthology", "title": _kept(imprint.series), "volume": _escaped(imprint.series_number)}
    outer = filled(series) if imprint.series else {}
    if imprint.work is Work.ARTICLE:
        facts = {
            "type": "periodical",
            "title": _kept(imprint.container),
            "volume": _escaped(imprint.volume),
            "issue": _escaped(imprint.issue),
        }
        return filled(facts)
    if imprint.work in (Work.PAPER, Work.CHAPTER):
        whole = {
            "type": "anthology",
            "title": _kept(imprint.container),
            "editor": editors,
            "publisher": publisher,
            "edition": _escaped(imprint.edition),
            "volume": _escaped(imprint.volume),
            "parent": outer,
        }
        return {name: value for name, value in filled(whole).items() if value}
    if imprint.work is Work.TALK:
        facts = {"type": "conference", "title": _kept(imprint.event), "location": _escaped(imprint.event_place)}
        return filled(facts) if imprint.event else {}
    if imprint.work is Work.WEBPAGE:
        return {"type": "web", "title": _kept(imprint.container)} if imprint.container else {}
    return outer
