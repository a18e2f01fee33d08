"""What formats for citations ask of a publication: the kind of work, its first and last page, its address."""

import re
from enum import Enum, auto

from vita.lines import one_line
from vita.links import is_web_address
from vita.model import PAGES, Name, Publication, Status


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
    WEBPAGE = auto()
    OTHER = auto()


_BY_ENTRY_TYPE = {
    "article": Work.ARTICLE, "periodical": Work.ARTICLE,
    "inproceedings": Work.PAPER, "conference": Work.PAPER,
    "incollection": Work.CHAPTER, "inbook": Work.CHAPTER, "bookinbook": Work.CHAPTER, "inreference": Work.CHAPTER,
    "book": Work.BOOK, "mvbook": Work.BOOK, "booklet": Work.BOOK, "manual": Work.BOOK, "collection": Work.BOOK,
    "mvcollection": Work.BOOK, "proceedings": Work.BOOK, "mvproceedings": Work.BOOK, "reference": Work.BOOK,
    "thesis": Work.THESIS, "phdthesis": Work.THESIS, "mastersthesis": Work.THESIS, "bachelorsthesis": Work.THESIS,
    "report": Work.REPORT, "techreport": Work.REPORT,
    "unpublished": Work.MANUSCRIPT, "preprint": Work.PREPRINT,
    "dataset": Work.DATASET, "software": Work.SOFTWARE, "patent": Work.PATENT,
    "online": Work.WEBPAGE, "electronic": Work.WEBPAGE, "www": Work.WEBPAGE,
}  # fmt: skip
_BY_STATUS = {Status.SUBMITTED: Work.MANUSCRIPT, Status.DRAFT: Work.MANUSCRIPT, Status.PREPRINT: Work.PREPRINT}
_MAY_BE_MANUSCRIPTS = (Work.ARTICLE, Work.PAPER, Work.CHAPTER, Work.MANUSCRIPT, Work.WEBPAGE, Work.OTHER)
_ADDRESSES = (*PAGES, "project", "pdf")  # what a citation links to, the most lasting first
_GROUP = re.compile(
    r"\b(?:collaborations?|consorti(?:um|a)|groups?|teams?|committee|project|initiative|network|foundation|institute|"
    r"association|society|university|laborator(?:y|ies)|labs?|working|investigators|community|council)\b",
    re.IGNORECASE,
)


def work_of(publication: Publication) -> Work:
    """Tell what kind of work it is. What has not appeared is a manuscript, whatever journal it was sent to."""
    work = _BY_ENTRY_TYPE.get(publication.entry_type.lower(), Work.OTHER)
    return _BY_STATUS.get(publication.status, work) if work in _MAY_BE_MANUSCRIPTS else work


def status_of(publication: Publication) -> str:
    """Give the word for a status that a reader must know of; "" for what has been published."""
    return "" if publication.status is Status.PUBLISHED else publication.status.value


def end_pages(publication: Publication) -> tuple[str, str]:
    """Give the first and the last page: ("377", "393"), ("12", "") for one page, ("", "") for none."""
    first, *rest = re.split(r"[\s,;+–-]+", one_line(publication.pages).strip(" ,;+–-"))
    return first, next((page for page in reversed(rest) if page), "")


def year_of(publication: Publication) -> str:
    """Give the year in its four digits; "" where it is only told in words, such as "In press"."""
    return f"{publication.date.year:04}" if publication.date else ""


def address_of(publication: Publication) -> str:
    """Give the address in the web that a citation names: the DOI's, the publisher's or a repository's; "" for none."""
    links = {link.kind: link.url for link in reversed(publication.links) if is_web_address(link.url)}
    return next((links[kind] for kind in _ADDRESSES if kind in links), "")


def is_group(name: Name) -> bool:
    """Whether a name is that of a collaboration and not of a person, as far as its words tell."""
    return name.family == str(name) and _GROUP.search(name.family) is not None


def family_first(name: Name) -> str:
    """Write a name in RIS's order: `van der Berg, Ludwig`, `King, Martin Luther, Jr.`; a name of one part as it is."""
    family = " ".join(part for part in (name.particle, name.family) if part)
    given = [name.given] if name.given or name.suffix else []
    return one_line(", ".join([family, *given, *([name.suffix] if name.suffix else [])]))
