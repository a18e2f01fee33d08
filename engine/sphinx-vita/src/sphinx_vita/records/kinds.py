"""The records that an author writes as directives: one class for each kind, which says all that the kind brings."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import Exported, properties
from sphinx_vita.records.layout import Layout, Piece, line
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree(Record):
    """A degree, finished or not."""

    kind: ClassVar[str] = "degree"
    noun: ClassVar[str] = "Education"
    named_by: ClassVar[tuple[str, ...]] = ("title", "institution")
    keyed_by: ClassVar[str] = "institution"
    layout: ClassVar[Layout] = Layout(
        (Piece("institution", link="url"), Piece("honors", " ({})", before="")),
        (
            line("title", Piece("title"), Piece("advisors", "advised by {}", last=" and ")),
            line("place", Piece("location")),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="education",
        resume_properties=properties(
            "institution url study=title period=dates honors location advisors summary highlights"
        ),
        heading="Education",
        remarks=("honors",),
        schema_org="alumniOf",
    )

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
    named_by: ClassVar[tuple[str, ...]] = ("title", "organization")
    keyed_by: ClassVar[str] = "organization"
    layout: ClassVar[Layout] = Layout(
        (Piece("title"), Piece("organization", link="url")),
        (
            line("place", Piece("location")),
            line("people", Piece("advisors", "Advisors: {}", "Advisor: {}")),
            line("people", Piece("mentors", "Mentors: {}", "Mentor: {}")),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="work",
        resume_properties=properties(
            "name=organization position=title location url period=dates advisors mentors summary highlights"
        ),
        heading="Experience",
        is_news=True,
    )

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
    named_by: ClassVar[tuple[str, ...]] = ("title", "issuer")
    layout: ClassVar[Layout] = Layout((Piece("title", link="url"), Piece("issuer")))
    exported: ClassVar[Exported] = Exported(
        resume="awards",
        resume_properties=properties("title date=dates awarder=issuer url summary highlights"),
        heading="Awards",
        is_news=True,
        schema_org="award",
    )

    title: str = option(Value.TEXT, "the award", required=True)
    dates: DateRange | None = option(Value.DATES, "when it was given or held", required=True)
    issuer: str = option(Value.TEXT, "who gave it")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Record):
    """Work for the community, such as reviewing."""

    kind: ClassVar[str] = "service"
    noun: ClassVar[str] = "Service"
    named_by: ClassVar[tuple[str, ...]] = ("role", "venue")
    keyed_by: ClassVar[str] = "venue"
    layout: ClassVar[Layout] = Layout((Piece("role"), Piece("venue", before=": ", link="url")))
    exported: ClassVar[Exported] = Exported(
        resume="volunteer",
        resume_properties=properties("organization=venue position=role url period=dates summary highlights"),
        heading="Service",
    )

    role: str = option(Value.TEXT, "what the person did", required=True)
    venue: str = option(Value.TEXT, "the journal, conference or committee", required=True)
    dates: DateRange | None = option(Value.DATES, "when", required=True)
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referee(Record):
    """Someone who can be asked about the person."""

    kind: ClassVar[str] = "referee"
    noun: ClassVar[str] = "Referee"
    named_by: ClassVar[tuple[str, ...]] = ("name", "affiliation")
    layout: ClassVar[Layout] = Layout(
        (Piece("name", is_person=True),),
        (line("place", Piece("affiliation")), line("email", Piece("email"))),
    )
    exported: ClassVar[Exported] = Exported(
        resume="references",
        resume_properties=properties("name reference=summary email affiliation url"),
        heading="Referees",
        remarks=("email",),
    )

    name: str = option(Value.TEXT, "the full name, with its title", required=True)
    email: str = option(Value.EMAIL, "e-mail address")
    affiliation: str = option(Value.TEXT, "where the referee works")
    url: str = option(Value.LINK, "home page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """What talks, teaching and news have in common."""

    named_by: ClassVar[tuple[str, ...]] = ("title", "institution")
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"),),
        (
            line("place", Piece("event"), Piece("institution"), Piece("location")),
            line("buttons", Piece("slides", "Slides", before=" "), Piece("video", "Video", before=" ")),
        ),
    )

    title: str = option(Value.TEXT, "what it is", required=True)
    dates: DateRange | None = option(Value.DATES, "when", required=True)
    event: str = option(Value.TEXT, "the conference, seminar or course")
    institution: str = option(Value.TEXT, "the host")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")
    slides: str = option(Value.FILE, "the slides")
    video: str = option(Value.LINK, "the recording")


_PROJECT = properties(
    "name=title type=kind entity=event|institution institution location url=url|video "
    "period=dates description=summary highlights"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Event):
    """A talk that was given."""

    kind: ClassVar[str] = "talk"
    noun: ClassVar[str] = "Talk"
    exported: ClassVar[Exported] = Exported(resume="projects", resume_properties=_PROJECT, heading="Talks")


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching(Event):
    """A course that was taught or assisted."""

    kind: ClassVar[str] = "teaching"
    noun: ClassVar[str] = "Teaching"
    exported: ClassVar[Exported] = Exported(resume="projects", resume_properties=_PROJECT, heading="Teaching")


@dataclass(frozen=True, slots=True, kw_only=True)
class News(Event):
    """Something new."""

    kind: ClassVar[str] = "news"
    noun: ClassVar[str] = "News"
    exported: ClassVar[Exported] = Exported(heading="News", is_news=True)
