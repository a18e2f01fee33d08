"""A publication: an entry of a bibliography, understood as far as it can be."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar

from sphinx_vita.records.dates import Date
from sphinx_vita.records.exported import Exported
from sphinx_vita.records.layout import Layout
from sphinx_vita.records.names import Author
from sphinx_vita.records.record import Record
from sphinx_vita.records.text import Text


class Status(StrEnum):
    """How far a publication has come; the order is that of a list grouped by status."""

    PUBLISHED = "published"
    ACCEPTED = "accepted"
    SUBMITTED = "submitted"
    PREPRINT = "preprint"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """The number by which a catalog knows a publication."""

    scheme: str  # "pmid", "pmcid", "hal", "jstor", ...: the names in `sphinx_vita.reading.bibtex.identifiers`
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What others than its authors and editors did for a work."""

    role: str  # a field of biblatex, such as "translator" or "foreword", or what `editoratype` says, such as "compiler"
    people: tuple[Author, ...]


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
    "oclc": "WorldCat",
    "swhid": "Software Heritage",
    "ark": "ARK",
    "handle": "Handle",
    "urn": "URN",
}
PAGES = (  # the kinds of links that open a page about the work, the most lasting first
    *("doi", "publisher", "arxiv", "biorxiv", "medrxiv", "ssrn", "osf", "iacr", "hal", "repository"),
    *("openreview", "acl", "jstor", "pmcid", "pmid", "handle", "urn"),
)


OF_A_VERSION = ("pdf", *PAGES)  # links to one version; the others are those of the work
VERSIONS = {"publishedas": "Published as", "preprint": "Preprint"}  # by biblatex's `relatedtype`


_OUT = (Status.PUBLISHED, Status.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Which other entries an entry names as its versions, in biblatex's words, as they were written."""

    keys: tuple[str, ...]  # of `related`
    kind: str  # of `relatedtype`, for a version one of VERSIONS
    words: Text = Text()  # of `relatedstring`, which stands in the place of the words for the kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication(Record):
    """An entry of a bibliography, understood as far as it can be, with its fields as they were written.

    `version` is the entry that it names as its published version or its preprint; `cited` is what one cites.
    """

    kind: ClassVar[str] = "publication"
    noun: ClassVar[str] = "Publication"
    named_by: ClassVar[tuple[str, ...]] = ("title",)
    layout: ClassVar[Layout] = Layout()  # it is an item of a list, or a page
    exported: ClassVar[Exported] = Exported()  # each format of citations has exporters of its own

    file: str  # the bibliography, as a path below the source folder
    entry_type: str  # "article", "inproceedings", ...
    title: Text
    authors: tuple[Author, ...] = ()
    editors: tuple[Author, ...] = ()
    contributions: tuple[Contribution, ...] = ()
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
    note: Text = Text()  # of the field note alone: what the addendum says is for the owner's list
    relation: Relation | None = None  # to other entries, as written
    version: "Publication | None" = None  # the entry that the relation means, once all are known
    origin: Relation | None = None  # to works of others, by biblatex's words, such as `reviewof`
    originals: "tuple[Publication, ...]" = ()  # those works, once all are known
    is_listed: bool = True  # not where `options` has biblatex's `dataonly` or `skipbib`: others only refer to it
    translated: tuple[str, ...] = ()  # the fields that stand in another language of the site than the work
    citation_key: str = ""  # for the bibliographies of others, such as "quispe2026cod"
    awards: tuple[str, ...] = ()
    selected: bool = False
    preview: str = ""  # a picture: the path of a file below the source folder
    preview_alt: str = ""  # what the picture shows, for those who do not see it
    fields: tuple[tuple[str, str], ...] = ()  # those that describe it, as written (TeX kept, macros expanded)

    def identifier(self, scheme: str) -> str:
        """Return the number by which a catalog knows it: `identifier("pmid")`; "" where it is not said."""
        return next((each.value for each in self.identifiers if each.scheme == scheme), "")

    def contributors(self, role: str) -> tuple[Author, ...]:
        """Return who had a part besides authors and editors: `contributors("translator")`."""
        return next((each.people for each in self.contributions if each.role == role), ())

    @property
    def keywords(self) -> tuple[str, ...]:
        """The tags, under the name that formats for citations have for them."""
        return self.tags

    @property
    def is_dated(self) -> bool:
        """Whether its date says when it came out; a manuscript's says only when it was written down."""
        return self.status not in (Status.SUBMITTED, Status.DRAFT)

    @property
    def is_cited_by_version(self) -> bool:
        """Whether one cites the version: always where it is the published one, a preprint for what is not out."""
        is_out = self.status in (Status.PUBLISHED, Status.ACCEPTED)
        return (
            self.version is not None and self.relation is not None and not (self.relation.kind == "preprint" and is_out)
        )

    @property
    def cited(self) -> "Publication":
        """What one cites: the version under this entry's key, with what the site says of the work; else the entry."""
        if self.version is None or not self.is_cited_by_version:
            return self
        version = self.version.cited
        kinds = {link.kind for link in version.links}
        links = [*version.links, *(each for each in self.links if each.kind not in (*kinds, *OF_A_VERSION))]
        return replace(
            version,
            key=self.key,
            citation_key=self.citation_key,
            links=tuple(sorted(links, key=lambda link: list(LINK_LABELS).index(link.kind))),
            tldr=version.tldr or self.tldr,
            tags=version.tags or self.tags,
            selected=self.selected,
            preview=version.preview or self.preview,
            preview_alt=version.preview_alt or self.preview_alt,
            is_listed=True,
            version=None,
        )

    @property
    def all_authors(self) -> tuple[Author, ...]:
        """The authors of the entry, and behind them those of its version: the two lists may differ."""
        return (*self.authors, *(self.version.authors if self.version else ()))

    @property
    def people(self) -> tuple[Author, ...]:
        """The authors, those of the version too, the editors, and whoever else had a part."""
        return (*self.all_authors, *self.editors, *(person for each in self.contributions for person in each.people))

    @property
    def printed_year(self) -> str:
        """Return the year as it stands beside a badge of the status: "" for words that are the badge's own."""
        return self.year if self.date or self.status is Status.PUBLISHED else ""

    @property
    def newest_first(self) -> tuple[tuple[int, int, int], ...]:
        """Sorts the newest first, like the dates of other records; what is yet to appear comes before all.

        What is still called a manuscript and is out stands in the year of its version, behind what is dated there.
        """
        if not self.is_dated and self.is_cited_by_version and self.cited.date and self.cited.status in _OUT:
            return ((-self.cited.date.year, -(self.cited.date.month or 0), -(self.cited.date.day or 0)),)
        year, month, day = self.date.last_day if self.date and self.is_dated else (9999, 12, 31)
        return ((-year, -month, -day),)
