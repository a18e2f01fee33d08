"""What formats for citations ask of a publication: the kind of work, its first and last page, its address."""

import re
from enum import Enum, auto
from urllib.parse import urlsplit

from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.links import is_web_address
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import PAGES, Link, Publication, Status
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
_ADDRESSES = (*PAGES, "project", "pdf")  # what a citation links to, the most lasting first
_OWN_ADDRESSES = {  # of works that are what stands there, and not a text about it
    Work.SOFTWARE: ("code",),
    Work.DATASET: ("data", "code"),
    Work.VIDEO: ("video",),
    Work.TALK: ("video", "slides", "poster"),
    Work.OTHER: ("code", "data", "video", "slides", "poster", "blog"),
    Work.WEBPAGE: ("blog", "code", "data", "video"),
}


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


def status_of(publication: Publication) -> str:
    """Return the word for a status that a reader must know of; "" for what has been published."""
    return "" if publication.status is Status.PUBLISHED else publication.status.value


def end_pages(publication: Publication) -> tuple[str, str]:
    """Return the first and the last page: ("377", "393"), ("12", "") for one page, ("", "") for none."""
    return split_pages(one_line(publication.pages))


def split_pages(pages: str) -> tuple[str, str]:
    """Return the first and the last of pages as they are printed: "377–393"."""
    first, *rest = re.split(r"[\s,;+–-]+", pages.strip(" ,;+–-"))
    return first, next((page for page in reversed(rest) if page), "")


def year_of(publication: Publication) -> str:
    """Return the year in its four digits; "" where it is only told in words, such as "In press"."""
    return f"{publication.date.year:04}" if publication.date else ""


def year_in_words(publication: Publication) -> str:
    """Return what stands in the place of the year: its digits, or the words for what has been accepted without one."""
    return publication.year or ("In press" if publication.status is Status.ACCEPTED else "")


def address_of(publication: Publication) -> str:
    """Return the web address that a citation names: the DOI's, the publisher's or a repository's; "" for none."""
    links = {link.kind: link.url for link in reversed(publication.links) if is_web_address(link.url)}
    kinds = (*_ADDRESSES, *_OWN_ADDRESSES.get(work_of(publication), ()))
    return next((links[kind] for kind in kinds if kind in links), "")


def order_of_cv(publication: Publication) -> tuple[object, ...]:
    """Sorts as a CV lists: what is out or accepted, then preprints and manuscripts, each the newest first."""
    groups = (Status.PREPRINT, Status.SUBMITTED, Status.DRAFT)
    group = groups.index(publication.status) + 1 if publication.status in groups else 0
    return (group, publication.newest_first, publication.file, publication.line, publication.key)


def code_of(publication: Publication) -> str:
    """Return the address of the code in the web; "" for none."""
    return next((link.url for link in publication.links if link.kind == "code" and is_web_address(link.url)), "")


def is_pdf(link: Link) -> bool:
    """Whether a link opens the paper itself, by its address: a page about it is none, whatever field named it."""
    path = urlsplit(link.url).path.lower()
    return link.kind == "pdf" and (path.endswith(".pdf") or re.search(r"(?:^|/)e?pdf(?:/|$)", path) is not None)


def address_of_page(publication: Publication) -> str:
    """Return the address of the page on which to read a publication: the publisher's before the DOI's; "" for none."""
    publisher = next((link.url for link in publication.links if link.kind == "publisher"), "")
    return publisher if is_web_address(publisher) else address_of(publication)
