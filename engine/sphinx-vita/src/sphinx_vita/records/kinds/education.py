"""What a person has learned and teaches: degrees, certificates, courses, students."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.locale import N_, NN_
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import Exported, properties
from sphinx_vita.records.kinds.events import Event
from sphinx_vita.records.layout import Layout, Piece, line
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Degree(Record):
    """A degree, finished or not."""

    kind: ClassVar[str] = "degree"
    noun: ClassVar[str] = N_("Education")
    named_by: ClassVar[tuple[str, ...]] = ("title", "institution")
    keyed_by: ClassVar[str] = "institution"
    layout: ClassVar[Layout] = Layout(
        (Piece("institution", link="url"), Piece("honors", N_(" ({})"), before="")),
        (
            line("title", Piece("title"), Piece("advisors", N_("advised by {}"), last=" and ")),
            line("thesis", Piece("thesis", N_("Thesis: {}"))),
            line("people", Piece("committee", N_("Committee: {}"))),
            line("place", Piece("location")),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="education",
        resume_properties=properties(
            "institution url study=title period=dates honors location advisors thesis committee summary highlights"
        ),
        heading=N_("Education"),
        remarks=("honors", "thesis"),
        schema_org="alumniOf",
    )

    title: str = option(Value.TEXT, "the degree and its subject", required=True)
    institution: str = option(Value.TEXT, "the university", required=True)
    dates: DateRange | None = option(Value.DATES, "from when to when")
    advisors: tuple[str, ...] = option(Value.NAMES, "who advised")
    thesis: str = option(Value.TEXT, "the title of the thesis")
    committee: tuple[str, ...] = option(Value.NAMES, "who else examined it")
    honors: str = option(Value.TEXT, "a distinction, such as a class or a grade")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Record):
    """A certificate, a license or a training that was passed."""

    kind: ClassVar[str] = "certificate"
    noun: ClassVar[str] = N_("Certificate")
    named_by: ClassVar[tuple[str, ...]] = ("title", "issuer")
    layout: ClassVar[Layout] = Layout((Piece("title", link="url"), Piece("issuer")), (line("place", Piece("number")),))
    exported: ClassVar[Exported] = Exported(
        resume="certificates",
        resume_properties=properties("name=title day=dates issuer url number summary highlights"),
        heading=N_("Certificates"),
        remarks=("number",),
        schema_org="hasCredential",
    )

    title: str = option(Value.TEXT, "the certificate", required=True)
    issuer: str = option(Value.TEXT, "who gave it")
    dates: DateRange | None = option(Value.DATES, "when it was given, or how long it holds")
    number: str = option(Value.TEXT, "its number")
    url: str = option(Value.LINK, "where to read more, or to check it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Teaching(Event):
    """A course that was taught or assisted."""

    kind: ClassVar[str] = "teaching"
    noun: ClassVar[str] = N_("Teaching")
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"), Piece("code", N_(" ({})"), before="")),
        (
            line("place", Piece("event"), Piece("institution"), Piece("location")),
            line(
                "place",
                Piece("role"),
                Piece("level"),
                Piece("term"),
                Piece("enrollment", NN_("{} student", "{} students")),
            ),
            line("buttons", Piece("slides", N_("Slides"), before=" "), Piece("video", N_("Video"), before=" ")),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="projects",
        resume_properties=properties(
            "name=title type=kind entity=event|institution institution location roles=role code level term enrollment "
            "url=url|video video slides period=dates description=summary highlights"
        ),
        heading=N_("Teaching"),
        remarks=("event", "code", "role", "level", "term"),
    )

    dates: DateRange | None = option(Value.DATES, "when")
    code: str = option(Value.TEXT, "the number of the course, such as LING 101")
    role: str = option(Value.TEXT, "as what, such as instructor or teaching assistant")
    level: str = option(Value.TEXT, "for whom, such as undergraduate")
    term: str = option(Value.TEXT, "the term, where the dates do not say it")
    enrollment: str = option(Value.TEXT, "how many students")


@dataclass(frozen=True, slots=True, kw_only=True)
class Student(Record):
    """Someone whom the person supervises or has supervised."""

    kind: ClassVar[str] = "student"
    noun: ClassVar[str] = N_("Student")
    named_by: ClassVar[tuple[str, ...]] = ("name", "level")
    layout: ClassVar[Layout] = Layout(
        (Piece("name", is_person=True), Piece("level")),
        (
            line("title", Piece("topic")),
            line("place", Piece("role"), Piece("institution")),
            line("place", Piece("now", N_("Now: {}"))),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="projects",
        resume_properties=properties(
            "name type=kind entity=institution roles=role level topic now url period=dates "
            "description=summary highlights"
        ),
        heading=N_("Students"),
        remarks=("topic", "role", "now"),
    )

    name: str = option(Value.TEXT, "the full name", required=True)
    level: str = option(Value.TEXT, "the degree, such as PhD, or the stage, such as postdoc")
    topic: str = option(Value.TEXT, "the subject or the title of the thesis")
    role: str = option(Value.TEXT, "as what, such as advisor or committee member")
    institution: str = option(Value.TEXT, "the university, where it is another")
    dates: DateRange | None = option(Value.DATES, "from when to when")
    now: str = option(Value.TEXT, "where the student is today")
    url: str = option(Value.LINK, "home page")
