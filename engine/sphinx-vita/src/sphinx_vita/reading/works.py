"""The kinds of works that lists and citation formats tell apart, and which of them an entry is."""

import re
from enum import Enum, auto

from sphinx_vita.reading.latex.text import plain
from sphinx_vita.records import Publication, Status
from sphinx_vita.records.once import once_for_each
from sphinx_vita.records.work_types import WORK_TYPES


class Work(Enum):
    """The kinds of works that citation formats tell apart."""

    ARTICLE = auto()  # in a journal
    PAPER = auto()  # at a conference
    CHAPTER = auto()
    BOOK = auto()
    THESIS = auto()
    REPORT = auto()
    PREPRINT = auto()
    MANUSCRIPT = auto()  # submitted, or still being written
    DATASET = auto()
    SOFTWARE = auto()
    PATENT = auto()
    STANDARD = auto()
    WEBPAGE = auto()
    TALK = auto()
    VIDEO = auto()
    FILM = auto()
    AUDIO = auto()
    IMAGE = auto()
    LETTER = auto()
    CASE = auto()  # of a court
    STATUTE = auto()
    TREATY = auto()
    OTHER = auto()


_BY_ENTRY_TYPE = {
    entry: Work[(each.within or name).upper()] for name, each in WORK_TYPES.items() for entry in each.entries.split()
}
# What an entry of no type of its own, such as @misc, says of itself in `type` or `howpublished`.
_BY_WORDS = (
    (Work.SOFTWARE, re.compile(r"(?:computer |research )?(?:software|program|source code|code)\b|git(?:hub|lab)\b")),
    (Work.DATASET, re.compile(r"data ?set\b|data ?base\b|data ?cd\b|data\b")),
    (Work.TALK, re.compile(r"(?:\w+ )?(?:talk|presentation|slides|keynote|poster|colloquium|seminar)\b")),
    (Work.VIDEO, re.compile(r"video\b")),
    (Work.PATENT, re.compile(r"patent\b")),
    (Work.STANDARD, re.compile(r"standard\b")),
)
_BY_STATUS = {Status.SUBMITTED: Work.MANUSCRIPT, Status.DRAFT: Work.MANUSCRIPT, Status.PREPRINT: Work.PREPRINT}
_MAY_BE_MANUSCRIPTS = (Work.ARTICLE, Work.PAPER, Work.CHAPTER, Work.MANUSCRIPT, Work.WEBPAGE, Work.OTHER)


@once_for_each
def work_of(publication: Publication) -> Work:
    """Return what kind of work it is. What has not appeared is a manuscript, whatever journal it was sent to."""
    work = work_as_written(publication)
    return _BY_STATUS.get(publication.status, work) if work in _MAY_BE_MANUSCRIPTS else work


def work_as_written(publication: Publication) -> Work:
    """Tell it by the type of the entry, and where that says nothing by the words of the entry."""
    fields = dict(publication.fields)
    entry_type = publication.entry_type.lower()
    if entry_type == "inbook" and not (fields.get("booktitle") or fields.get("maintitle")):
        return Work.BOOK  # BibTeX's own: its title is that of the book, of which it names a chapter or pages
    if entry_type == "unpublished" and fields.get("eventtitle"):
        return Work.TALK  # biblatex' own: the script of a talk, with the event
    work = _BY_ENTRY_TYPE.get(entry_type, Work.OTHER)
    if work is not Work.OTHER:
        return work
    words = [plain(fields.get(name, "")).lower() for name in ("type", "entrysubtype", "howpublished")]
    return next((work for work, pattern in _BY_WORDS if any(map(pattern.match, words))), Work.OTHER)
