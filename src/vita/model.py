"""The facts of a portfolio, as frozen records of plain values.

One class for each kind of record. A field made by `option()` is what an author writes for it: pages, checks, the
documentation and the exports all read the kinds from here, so a new field is declared once.
The words are JSON Resume's and schema.org's where these have one.
"""

from collections.abc import Iterable
from dataclasses import Field, dataclass, field, fields
from enum import StrEnum
from typing import Any, ClassVar

from vita.dates import Date, DateRange
from vita.text import Text


class Value(StrEnum):
    """How the text of an option is read."""

    TEXT = "text"
    NAMES = "names, separated by commas"
    DATES = "a date or a range of dates"
    EMAIL = "an e-mail address"
    PHONE = "a telephone number"
    LINK = "an address of the web"
    ACCOUNT = "an address of the web, or the name of the account"
    FILE = "an address of the web, or a file of this project"


def option(value: Value, description: str, *, required: bool = False, accounts: str = "") -> Any:
    """Declare a field that an author writes. The first of a class is the directive's argument.

    A required field may still be empty in a record: its author has been warned, and the rest is shown.
    `accounts` is the address of an account, with `{}` where its name goes.
    """
    metadata = {"value": value, "description": description, "required": required, "accounts": accounts}
    default: Any = {Value.DATES: None, Value.NAMES: ()}.get(value, "")
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records have: a key of their own within their kind, a place in the sources, and a body."""

    kind: ClassVar[str] = ""
    noun: ClassVar[str] = ""  # the kind in words, for a visitor

    key: str
    docname: str = ""  # the page that the record is written on; "" for an entry of a bibliography
    line: int = 0
    body: str = ""  # the Markdown below the options, as written
    summary: str = ""  # the body's paragraphs as plain text
    highlights: tuple[str, ...] = ()  # the body's list items as plain text


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """The person whose portfolio it is; the body is the short biography."""

    kind: ClassVar[str] = "profile"
    noun: ClassVar[str] = "Profile"

    name: str = option(Value.TEXT, "the full name", required=True)
    label: str = option(Value.TEXT, "one line that says what the person is and where")
    email: str = option(Value.EMAIL, "e-mail address")
    phone: str = option(Value.PHONE, "telephone number, with the country's code")
    location: str = option(Value.TEXT, "city and country or state")
    homepage: str = option(Value.LINK, "the address of this site or of another home page")
    github: str = option(Value.ACCOUNT, "GitHub profile", accounts="https://github.com/{}")
    scholar: str = option(
        Value.ACCOUNT, "Google Scholar profile", accounts="https://scholar.google.com/citations?user={}"
    )
    dblp: str = option(Value.ACCOUNT, "dblp page", accounts="https://dblp.org/pid/{}.html")
    linkedin: str = option(Value.ACCOUNT, "LinkedIn profile", accounts="https://www.linkedin.com/in/{}")
    orcid: str = option(Value.ACCOUNT, "ORCID iD", accounts="https://orcid.org/{}")
    x: str = option(Value.ACCOUNT, "profile on X", accounts="https://x.com/{}")
    cv: str = option(Value.FILE, "the CV to offer: a page of this site, a file or an address")
    image: str = option(Value.FILE, "a portrait; without one the initials stand there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree(Record):
    """A degree, finished or not."""

    kind: ClassVar[str] = "degree"
    noun: ClassVar[str] = "Education"

    title: str = option(Value.TEXT, "the degree and its subject", required=True)
    institution: str = option(Value.TEXT, "the university", required=True)
    dates: DateRange | None = option(Value.DATES, "from when to when", required=True)
    advisors: tuple[str, ...] = option(Value.NAMES, "who advised")
    honors: str = option(Value.TEXT, "a distinction, such as a class or a grade")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """A job, an internship or a stay; the body says what was done."""

    kind: ClassVar[str] = "position"
    noun: ClassVar[str] = "Position"

    title: str = option(Value.TEXT, "what the person was there", required=True)
    organization: str = option(Value.TEXT, "the employer or host", required=True)
    dates: DateRange | None = option(Value.DATES, "from when to when", required=True)
    advisors: tuple[str, ...] = option(Value.NAMES, "who advised")
    mentors: tuple[str, ...] = option(Value.NAMES, "who mentored")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Record):
    """An award, a fellowship or a medal."""

    kind: ClassVar[str] = "award"
    noun: ClassVar[str] = "Award"

    title: str = option(Value.TEXT, "the award", required=True)
    dates: DateRange | None = option(Value.DATES, "when it was given or held", required=True)
    issuer: str = option(Value.TEXT, "who gave it")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Record):
    """Work for the community, such as reviewing."""

    kind: ClassVar[str] = "service"
    noun: ClassVar[str] = "Service"

    role: str = option(Value.TEXT, "what the person did", required=True)
    venue: str = option(Value.TEXT, "the journal, conference or committee", required=True)
    dates: DateRange | None = option(Value.DATES, "when", required=True)
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referee(Record):
    """Someone who can be asked about the person."""

    kind: ClassVar[str] = "referee"
    noun: ClassVar[str] = "Referee"

    name: str = option(Value.TEXT, "the full name, with its title", required=True)
    email: str = option(Value.EMAIL, "e-mail address")
    affiliation: str = option(Value.TEXT, "where the referee works")
    url: str = option(Value.LINK, "home page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """Someone whose name appears on the site, and the address that the name links to."""

    kind: ClassVar[str] = "person"
    noun: ClassVar[str] = "Person"

    name: str = option(Value.TEXT, "the full name", required=True)
    url: str = option(Value.LINK, "home page")
    affiliation: str = option(Value.TEXT, "where the person works")
    aliases: tuple[str, ...] = option(Value.NAMES, "other spellings of the name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """What talks, teaching and news have in common."""

    title: str = option(Value.TEXT, "what it is", required=True)
    dates: DateRange | None = option(Value.DATES, "when", required=True)
    event: str = option(Value.TEXT, "the conference, seminar or course")
    institution: str = option(Value.TEXT, "the host")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")
    slides: str = option(Value.FILE, "the slides")
    video: str = option(Value.LINK, "the recording")


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Event):
    """A talk that was given."""

    kind: ClassVar[str] = "talk"
    noun: ClassVar[str] = "Talk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching(Event):
    """A course that was taught or assisted."""

    kind: ClassVar[str] = "teaching"
    noun: ClassVar[str] = "Teaching"


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Event):
    """Something new."""

    kind: ClassVar[str] = "news"
    noun: ClassVar[str] = "News"


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
class Link:
    """Something to open: the paper, its code, its slides."""

    kind: str  # one of LINK_LABELS
    url: str  # an absolute address, or the path of a file below the source folder

    @property
    def label(self) -> str:
        """What stands on the button."""
        return LINK_LABELS[self.kind]


LINK_LABELS = {  # in the order of the buttons
    "pdf": "PDF",
    "arxiv": "arXiv",
    "doi": "DOI",
    "publisher": "Publisher",
    "code": "Code",
    "project": "Project page",
    "data": "Data",
    "slides": "Slides",
    "poster": "Poster",
    "video": "Video",
    "supplement": "Supplement",
    "blog": "Blog post",
}


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
    year: str = ""  # as it is printed: "2026", "In press"
    status: Status = Status.PUBLISHED
    venue: Text = Text()  # the journal, the proceedings, the book or the institution
    venue_short: str = ""  # "ASPLOS", for a badge; never with the year
    volume: str = ""
    number: str = ""
    pages: str = ""  # "377–393", with an en dash
    publisher: str = ""
    doi: str = ""  # bare: "10.1145/3779212.3790140"
    arxiv: str = ""  # bare: "2511.04951"
    isbn: str = ""
    links: tuple[Link, ...] = ()
    abstract: Text = Text()
    tldr: Text = Text()  # the result that matters, in one line
    remarks: tuple[Text, ...] = ()  # of the fields note and addendum
    awards: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    selected: bool = False
    preview: str = ""  # a picture: the path of a file below the source folder
    preview_alt: str = ""  # what the picture shows, for those who do not see it
    fields: tuple[tuple[str, str], ...] = ()  # every field as written (TeX kept, macros expanded), in its order

    @property
    def is_dated(self) -> bool:
        """Whether its date says when it came out; a manuscript's says only when it was written down."""
        return self.status not in (Status.SUBMITTED, Status.DRAFT)

    @property
    def newest_first(self) -> tuple[tuple[int, int, int], ...]:
        """Sorts the newest first, like the dates of other records; what is yet to appear comes before all."""
        year, month, day = self.date.last_day if self.date and self.is_dated else (9999, 12, 31)
        return ((-year, -month, -day),)


KINDS: dict[str, type[Record]] = {
    record.kind: record
    for record in (Profile, Degree, Position, Award, Service, Referee, Person, Talk, Teaching, News, Publication)
}


def options_of(kind: type[Record]) -> dict[str, Field[Any]]:
    """Give the fields that an author writes for a kind, the directive's argument first."""
    return {each.name: each for each in fields(kind) if "value" in each.metadata}


def newest_first(records: Iterable[Any]) -> list[Any]:
    """Sort records: what still goes on first, then the newest, then what has no dates; the rest as they came."""
    return sorted(records, key=_when)


def _when(record: Any) -> tuple[bool, tuple[Any, ...]]:
    dates = record if isinstance(record, Publication) else getattr(record, "dates", None)
    return (dates is None, tuple(dates.newest_first) if dates else ())


def name_of(record: Record) -> str:
    """Name a record in a few words: what, and where."""
    main = next((str(getattr(record, name)) for name in ("title", "role", "name") if getattr(record, name, "")), "")
    if isinstance(record, Publication):
        return main
    places = ("organization", "institution", "issuer", "venue", "affiliation")
    place = next((str(getattr(record, name)) for name in places if getattr(record, name, "")), "")
    return ", ".join(part for part in (main, place) if part)
