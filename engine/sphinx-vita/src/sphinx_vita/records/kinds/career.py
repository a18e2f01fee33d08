"""What a person does for others: jobs, volunteering, memberships, service, and who can be asked about it."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.locale import N_, NN_
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import Exported, properties
from sphinx_vita.records.layout import Layout, Piece, line
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """A job, an internship or a stay; the body says what was done."""

    kind: ClassVar[str] = "position"
    noun: ClassVar[str] = N_("Position")
    named_by: ClassVar[tuple[str, ...]] = ("title", "organization")
    keyed_by: ClassVar[str] = "organization"
    layout: ClassVar[Layout] = Layout(
        (Piece("title"), Piece("organization", link="url")),
        (
            line("place", Piece("location")),
            line("people", Piece("advisors", NN_("Advisor: {}", "Advisors: {}"))),
            line("people", Piece("mentors", NN_("Mentor: {}", "Mentors: {}"))),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="work",
        resume_properties=properties(
            "name=organization position=title location url period=dates advisors mentors summary highlights"
        ),
        heading=N_("Experience"),
        is_news=True,
    )

    title: str = option(Value.TEXT, "what the person was there", required=True)
    organization: str = option(Value.TEXT, "the employer or host")
    dates: DateRange | None = option(Value.DATES, "from when to when", required=True)
    advisors: tuple[str, ...] = option(Value.NAMES, "who advised")
    mentors: tuple[str, ...] = option(Value.NAMES, "who mentored")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer(Record):
    """Work that is done for free, outside of the profession."""

    kind: ClassVar[str] = "volunteer"
    noun: ClassVar[str] = N_("Volunteering")
    named_by: ClassVar[tuple[str, ...]] = ("title", "organization")
    keyed_by: ClassVar[str] = "organization"
    layout: ClassVar[Layout] = Layout(
        (Piece("title"), Piece("organization", link="url")), (line("place", Piece("location")),)
    )
    exported: ClassVar[Exported] = Exported(
        resume="volunteer",
        resume_properties=properties("organization position=title location url period=dates summary highlights"),
        heading=N_("Volunteering"),
    )

    title: str = option(Value.TEXT, "what the person does there", required=True)
    organization: str = option(Value.TEXT, "for whom")
    dates: DateRange | None = option(Value.DATES, "from when to when")
    location: str = option(Value.TEXT, "city and country or state")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership(Record):
    """A society or an academy that the person belongs to."""

    kind: ClassVar[str] = "membership"
    noun: ClassVar[str] = N_("Membership")
    named_by: ClassVar[tuple[str, ...]] = ("organization", "role")
    layout: ClassVar[Layout] = Layout((Piece("organization", link="url"), Piece("role")))
    exported: ClassVar[Exported] = Exported(
        resume="volunteer",
        resume_properties=properties("type=kind organization position=role url period=dates summary highlights"),
        heading=N_("Memberships"),
        schema_org="memberOf",
    )

    organization: str = option(Value.TEXT, "the society", required=True)
    role: str = option(Value.TEXT, "as what, such as fellow")
    dates: DateRange | None = option(Value.DATES, "from when to when")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Record):
    """Work for the community or the university: reviewing, editing, organizing, committees."""

    kind: ClassVar[str] = "service"
    noun: ClassVar[str] = N_("Service")
    named_by: ClassVar[tuple[str, ...]] = ("role", "venue")
    keyed_by: ClassVar[str] = "venue"
    layout: ClassVar[Layout] = Layout(
        (Piece("role"), Piece("venue", before=N_(": "), link="url")), (line("place", Piece("type")),)
    )
    exported: ClassVar[Exported] = Exported(
        resume="volunteer",
        resume_properties=properties(
            "type=kind organization=venue position=role category=type url period=dates summary highlights"
        ),
        heading=N_("Service"),
        remarks=("type",),
    )

    role: str = option(Value.TEXT, "what the person did", required=True)
    venue: str = option(Value.TEXT, "the journal, conference or university")
    dates: DateRange | None = option(Value.DATES, "when")
    type: str = option(Value.TEXT, "which sort of service, such as editorial, professional or university")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referee(Record):
    """Someone who can be asked about the person."""

    kind: ClassVar[str] = "referee"
    noun: ClassVar[str] = N_("Referee")
    named_by: ClassVar[tuple[str, ...]] = ("name", "affiliation")
    layout: ClassVar[Layout] = Layout(
        (Piece("name", is_person=True),), (line("place", Piece("affiliation")), line("email", Piece("email")))
    )
    exported: ClassVar[Exported] = Exported(
        resume="references",
        resume_properties=properties("name reference=summary email affiliation url highlights"),
        heading=N_("Referees"),
        remarks=("email",),
    )

    name: str = option(Value.TEXT, "the full name, with its title", required=True)
    email: str = option(Value.EMAIL, "e-mail address")
    affiliation: str = option(Value.TEXT, "where the referee works")
    url: str = option(Value.LINK, "home page")
