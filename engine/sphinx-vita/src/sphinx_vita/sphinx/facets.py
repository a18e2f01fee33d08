"""What each facet of a record is: its type, its tags, the part that the owner had in it, or any field."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from sphinx_vita.locale import N_
from sphinx_vita.reading.bibtex.authors import read_authors
from sphinx_vita.reading.facets import TYPE_AS_WRITTEN
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.view_options import years_of
from sphinx_vita.reading.view_words import LAST_YEAR
from sphinx_vita.reading.works import Work, work_as_written, work_of
from sphinx_vita.records import Author, Name, Publication, Record, Status
from sphinx_vita.records.work_types import ENTRY_TYPES, WORK_TYPES

UNDATED, NOW = N_("Undated"), N_("Now")  # these words and those below stand in addresses too: groups translate them
STATUS_TITLES = {
    Status.PUBLISHED: N_("Published"),
    Status.ACCEPTED: N_("Accepted"),
    Status.SUBMITTED: N_("Under review"),
    Status.PREPRINT: N_("Preprints"),
    Status.DRAFT: N_("In preparation"),
}
# What has no year yet stands under its status, before any year.
UNTIL_DATED = {**STATUS_TITLES, Status.PUBLISHED: UNDATED, Status.ACCEPTED: N_("To appear")}
_PEOPLE = ("author", "editor", "translator")
_DEGREES = {
    "phdthesis": r"ph\.? ?d|doctor|habilitation",
    "mastersthesis": r"master|\bmathesis|diplom",
    "bachelorsthesis": r"bachelor|\bbathesis",
}
_WORDS_OF_TYPE = ("type", "entrysubtype", "howpublished")


class Facets:
    """Tells what the facets of records are; `is_owner` tells whose names are those of the portfolio's person."""

    def __init__(self, is_owner: Callable[[Name], bool]) -> None:
        self._is_owner = is_owner
        self._of_all: dict[str, Callable[[Any], tuple[str, ...]]] = {
            "kind": lambda record: (record.kind,),
            "tags": lambda record: record.tags,
            "year": _years,
        }
        self._of_publications: dict[str, Callable[[Publication], tuple[str, ...]]] = {
            "type": types_of,
            TYPE_AS_WRITTEN: _types_as_written,
            "status": lambda paper: (str(paper.status),),
            "role": self._roles,
            "file": lambda paper: (paper.file, PurePosixPath(paper.file).name, PurePosixPath(paper.file).stem),
            "entrytype": lambda paper: (paper.entry_type,),
            "award": lambda paper: paper.awards,
            "keywords": lambda paper: paper.tags,
        }

    def __call__(self, record: Record, facet: str) -> tuple[str, ...]:
        """Return what a facet is, as it is written, the most telling word first; nothing where nothing is said."""
        if facet in self._of_all:
            return self._of_all[facet](record)
        if isinstance(record, Publication):
            read = self._of_publications.get(facet)
            return read(record) if read else _field(record, facet)
        value = getattr(record, facet, None)
        said = value if isinstance(value, tuple) else (str(value),) if value else ()
        if facet == "type" and record.kind in WORK_TYPES:
            return (*said, record.kind)
        return (f"{record.docname}.md", record.docname) if facet == "file" else said

    def _roles(self, paper: Publication) -> tuple[str, ...]:
        """Return what the owner is in a publication, in the order of `ROLES`."""
        places = [place for place, author in enumerate(paper.authors) if self._is_owner(author.name)]
        notes = {note for place in places for note in paper.authors[place].notes}
        last = len(paper.authors) - 1
        is_last, is_alone = last in places and not paper.has_more_authors, last == 0 and not paper.has_more_authors
        others = {role: people_of(paper, role) for role in _PEOPLE[1:]}
        roles = {
            "first author": 0 in places,
            "corresponding author": "corresponding" in notes,
            "equal contribution": "equal" in notes,
            "last author": is_last and not is_alone,
            "sole author": is_last and is_alone,
            "author": bool(places),
            **{role: any(self._is_owner(each.name) for each in people) for role, people in others.items()},
        }
        return tuple(role for role, is_had in roles.items() if is_had)


def people_of(paper: Publication, role: str) -> tuple[Author, ...]:
    """Return the people of a field of a publication."""
    if role in ("author", "editor"):
        return paper.authors if role == "author" else paper.editors
    fields = dict(paper.fields)
    return read_authors(fields, role)[0] if role in fields else ()


def types_of(paper: Publication) -> tuple[str, ...]:
    """Return the type of a work, before it a narrower one of it, and behind it its entry's own, where that is another.

    What is not out is a preprint or a manuscript, whatever it is meant to be.
    """
    work = work_of(paper)
    if work is not work_as_written(paper):
        return (work.name.lower(),)
    return _types_as_written(paper)


def _types_as_written(paper: Publication) -> tuple[str, ...]:
    work, entry_type = work_as_written(paper), paper.entry_type.lower()
    narrower = _narrower(paper, work, entry_type)
    own = [] if entry_type in WORK_TYPES else [entry_type]
    own += _degrees(paper) if work is Work.THESIS else []
    types = [*narrower, work.name.lower()]
    return tuple(dict.fromkeys([*own, *types] if entry_type not in ENTRY_TYPES else [*types, *own]))


def _degrees(paper: Publication) -> list[str]:
    """Return the types of theses that an entry names in its words: biblatex' `mathesis`, `PhD thesis`."""
    words = " ".join(plain(value).lower() for name, value in paper.fields if name in _WORDS_OF_TYPE)
    return [name for name, pattern in _DEGREES.items() if re.search(pattern, words)]


def _narrower(paper: Publication, work: Work, entry_type: str) -> list[str]:
    """Return what a work is more exactly: a poster among talks, a review among articles, an edited volume."""
    words = [entry_type, *(plain(value).lower() for name, value in paper.fields if name in _WORDS_OF_TYPE)]
    if work is Work.TALK:
        return ["poster"] if any("poster" in each for each in words) else []
    if work is Work.ARTICLE:
        return ["review"] if any(re.fullmatch(r"(?:book )?review", each) for each in words) else []
    is_edited = ENTRY_TYPES.get(entry_type) == "edited" or (bool(paper.editors) and not paper.authors)
    return ["edited"] if work is Work.BOOK and is_edited else []


def _years(record: Record) -> tuple[str, ...]:
    """Return the year in which a record ended, or the words that stand in its place."""
    if isinstance(record, Publication) and not (record.date or record.cited.date):
        return (UNTIL_DATED[record.cited.status],)
    spans = years_of(record)
    if not spans:
        return (UNDATED,)
    last = spans[-1][1]
    return (NOW if last == LAST_YEAR else str(last),)


def _field(paper: Publication, name: str) -> tuple[str, ...]:
    """Return a field of an entry in plain text; the names of people one by one."""
    if name in _PEOPLE:
        return tuple(str(each.name) for each in people_of(paper, name))
    return tuple(plain(value) for field, value in paper.fields if field == name)
