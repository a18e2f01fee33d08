"""The kinds of works that lists and citation formats tell apart, and which of them an entry is."""

import re
from enum import Enum, auto

from sphinx_vita.reading.latex.text import plain
from sphinx_vita.records import Publication, Status


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
    "article": Work.ARTICLE, "periodical": Work.ARTICLE, "suppperiodical": Work.ARTICLE, "review": Work.ARTICLE,
    "inproceedings": Work.PAPER, "conference": Work.PAPER,
    "incollection": Work.CHAPTER, "inbook": Work.CHAPTER, "bookinbook": Work.CHAPTER, "inreference": Work.CHAPTER,
    "suppbook": Work.CHAPTER, "suppcollection": Work.CHAPTER,
    "book": Work.BOOK, "mvbook": Work.BOOK, "booklet": Work.BOOK, "manual": Work.BOOK, "collection": Work.BOOK,
    "mvcollection": Work.BOOK, "proceedings": Work.BOOK, "mvproceedings": Work.BOOK, "reference": Work.BOOK,
    "mvreference": Work.BOOK,
    "thesis": Work.THESIS, "phdthesis": Work.THESIS, "mastersthesis": Work.THESIS, "bachelorsthesis": Work.THESIS,
    "report": Work.REPORT, "techreport": Work.REPORT,
    "unpublished": Work.MANUSCRIPT, "preprint": Work.PREPRINT,
    "dataset": Work.DATASET, "software": Work.SOFTWARE, "patent": Work.PATENT, "standard": Work.STANDARD,
    "online": Work.WEBPAGE, "electronic": Work.WEBPAGE, "www": Work.WEBPAGE,
    "talk": Work.TALK, "presentation": Work.TALK, "lecture": Work.TALK, "poster": Work.TALK,
    "video": Work.VIDEO, "movie": Work.FILM, "audio": Work.AUDIO, "music": Work.AUDIO,
    "image": Work.IMAGE, "artwork": Work.IMAGE, "letter": Work.LETTER,
    "jurisdiction": Work.CASE, "legislation": Work.STATUTE, "legal": Work.TREATY,
}  # fmt: skip
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


def work_of(publication: Publication) -> Work:
    """Return what kind of work it is. What has not appeared is a manuscript, whatever journal it was sent to."""
    work = _work_as_written(publication)
    return _BY_STATUS.get(publication.status, work) if work in _MAY_BE_MANUSCRIPTS else work


def _work_as_written(publication: Publication) -> Work:
    """Tell it by the type of the entry, and where that says nothing by the words of the entry."""
    fields = dict(publication.fields)
    entry_type = publication.entry_type.lower()
    if entry_type == "inbook" and not (fields.get("booktitle") or fields.get("maintitle")):
        return Work.BOOK  # BibTeX's own: its title is that of the book, of which it names a chapter or pages
    work = _BY_ENTRY_TYPE.get(entry_type, Work.OTHER)
    if work is not Work.OTHER:
        return work
    words = [plain(fields.get(name, "")).lower() for name in ("type", "entrysubtype", "howpublished")]
    return next((work for work, pattern in _BY_WORDS if any(map(pattern.match, words))), Work.OTHER)
