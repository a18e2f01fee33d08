"""A publication: an entry of a bibliography, understood as far as it can be."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from vita.dates import Date
from vita.model.record import Record
from vita.text import Text


class Status(StrEnum):
    """How far a publication has come; the order is that of a list grouped by status."""

    PUBLISHED = "published"
    ACCEPTED = "accepted"
    SUBMITTED = "submitted"
    PREPRINT = "preprint"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person's name in BibTeX's four parts, or a collaboration's in one. All parts are plain text."""

    family: str
    given: str = ""
    particle: str = ""  # "van der"
    suffix: str = ""  # "Jr."

    def __str__(self) -> str:
        """Print it in reading order: `Ludwig van Beethoven`, `Martin Luther King, Jr.`."""
        name = " ".join(part for part in (self.given, self.particle, self.family) if part)
        return f"{name}, {self.suffix}" if self.suffix else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """An author or editor, with what the source says of the part that the person had."""

    name: Name
    notes: tuple[str, ...] = ()  # "equal", "corresponding", or other words of the source's annotation
    mark: str = ""  # a sign behind the name whose meaning the source does not tell, such as "†"

    @property
    def contributed_equally(self) -> bool:
        """Whether the source says so."""
        return "equal" in self.notes


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """The number by which a catalog knows a publication."""

    scheme: str  # "pmid", "pmcid", "hal", "jstor", ...: the names in `vita.bibliography.identifiers`
    value: str  # bare: "23456789", "PMC3456789", "hal-01234567"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Something to open: the paper, its code, its slides."""

    kind: str  # one of LINK_LABELS
    url: str  # an absolute address, or the path of a file below the source folder
    name: str = ""  # what tells it from another link of its kind, such as "PDF 2"

    @property
    def label(self) -> str:
        """What stands on the button."""
        return self.name or LINK_LABELS[self.kind]


LINK_LABELS = {  # in the order of the buttons
    "pdf": "PDF",
    "arxiv": "arXiv",
    "biorxiv": "bioRxiv",
    "medrxiv": "medRxiv",
    "ssrn": "SSRN",
    "osf": "OSF",
    "iacr": "Cryptology ePrint",
    "hal": "HAL",
    "repository": "Preprint",  # a page of another repository; where its host is known, under its own name
    "doi": "DOI",
    "publisher": "Publisher",
    "pmcid": "PubMed Central",
    "openreview": "OpenReview",
    "acl": "ACL Anthology",
    "jstor": "JSTOR",
    "code": "Code",
    "project": "Project page",
    "data": "Data",
    "slides": "Slides",
    "poster": "Poster",
    "video": "Video",
    "supplement": "Supplement",
    "blog": "Blog post",
    "pmid": "PubMed",
    "corpusid": "Semantic Scholar",
    "s2id": "Semantic Scholar",
    "inspire": "INSPIRE",
    "bibcode": "ADS",
    "mr": "MathSciNet",
    "zbl": "zbMATH",
    "googlebooks": "Google Books",
    "handle": "Handle",
    "urn": "URN",
}
PAGES = (  # the kinds of links that open a page about the work, the most lasting first
    *("doi", "publisher", "arxiv", "biorxiv", "medrxiv", "ssrn", "osf", "iacr", "hal", "repository"),
    *("openreview", "acl", "jstor", "pmcid", "pmid", "handle", "urn"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Record):
    """An entry of a bibliography, understood as far as it can be, with its fields as they were written."""

    kind: ClassVar[str] = "publication"
    noun: ClassVar[str] = "Publication"

    file: str  # the bibliography, as a path below the source folder
    entry_type: str  # "article", "inproceedings", ...
    title: Text
    authors: tuple[Author, ...] = ()
    editors: tuple[Author, ...] = ()
    has_more_authors: bool = False  # "and others"
    date: Date | None = None
    year: str = ""  # "2026", or the words in its place: "In press"
    status: Status = Status.PUBLISHED
    is_reviewed: bool = False  # a paper in a journal or at a conference, out or accepted, as far as its entry tells
    venue: Text = Text()  # the journal, the proceedings, the book or the institution
    venue_short: str = ""  # "ASPLOS", for a badge; never with the year
    volume: str = ""
    number: str = ""
    pages: str = ""  # "377–393", with an en dash
    publisher: str = ""
    doi: str = ""  # bare: "10.1145/3779212.3790140"
    arxiv: str = ""  # bare: "2511.04951"
    isbn: str = ""
    identifiers: tuple[Identifier, ...] = ()  # besides DOI, arXiv and ISBN; each scheme once
    links: tuple[Link, ...] = ()
    abstract: Text = Text()
    tldr: Text = Text()  # the result that matters, in one line
    remarks: tuple[Text, ...] = ()  # of the fields note and addendum
    awards: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    selected: bool = False
    preview: str = ""  # a picture: the path of a file below the source folder
    preview_alt: str = ""  # what the picture shows, for those who do not see it
    fields: tuple[tuple[str, str], ...] = ()  # those that describe it, as written (TeX kept, macros expanded)

    def identifier(self, scheme: str) -> str:
        """Give the number by which a catalog knows it: `identifier("pmid")`; "" where it is not said."""
        return next((each.value for each in self.identifiers if each.scheme == scheme), "")

    @property
    def is_dated(self) -> bool:
        """Whether its date says when it came out; a manuscript's says only when it was written down."""
        return self.status not in (Status.SUBMITTED, Status.DRAFT)

    @property
    def printed_year(self) -> str:
        """Give the year as it stands beside a badge of the status: "" for words such as "In press", its very words."""
        return self.year if self.date or self.status is Status.PUBLISHED else ""

    @property
    def newest_first(self) -> tuple[tuple[int, int, int], ...]:
        """Sorts the newest first, like the dates of other records; what is yet to appear comes before all."""
        year, month, day = self.date.last_day if self.date and self.is_dated else (9999, 12, 31)
        return ((-year, -month, -day),)
