"""What a person is given for the work: awards, grants, and the projects that they pay for."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.locale import N_
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import Exported, properties
from sphinx_vita.records.layout import Layout, Piece, line
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Award(Record):
    """An award, a fellowship or a medal."""

    kind: ClassVar[str] = "award"
    noun: ClassVar[str] = N_("Award")
    named_by: ClassVar[tuple[str, ...]] = ("title", "issuer")
    layout: ClassVar[Layout] = Layout((Piece("title", link="url"), Piece("issuer")))
    exported: ClassVar[Exported] = Exported(
        resume="awards",
        resume_properties=properties("title date=dates awarder=issuer url summary highlights"),
        heading=N_("Awards"),
        is_news=True,
        schema_org="award",
    )

    title: str = option(Value.TEXT, "the award", required=True)
    dates: DateRange | None = option(Value.DATES, "when it was given or held")
    issuer: str = option(Value.TEXT, "who gave it")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant(Record):
    """Money for research, given or asked for."""

    kind: ClassVar[str] = "grant"
    noun: ClassVar[str] = N_("Grant")
    named_by: ClassVar[tuple[str, ...]] = ("title", "funder")
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"), Piece("funder")),
        (
            line("place", Piece("role"), Piece("amount"), Piece("number", N_("no. {}")), Piece("status")),
            line("people", Piece("investigators", N_("With {}"), last=" and ")),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="projects",
        resume_properties=properties(
            "name=title type=kind entity=funder roles=role amount number status investigators url period=dates "
            "description=summary highlights"
        ),
        heading=N_("Grants"),
        remarks=("role", "amount", "number", "status"),
        is_news=True,
    )

    title: str = option(Value.TEXT, "what it is for", required=True)
    funder: str = option(Value.TEXT, "who pays")
    number: str = option(Value.TEXT, "its number")
    amount: str = option(Value.TEXT, "how much, with the currency")
    role: str = option(Value.TEXT, "as what, such as PI or co-PI")
    investigators: tuple[str, ...] = option(Value.NAMES, "with whom")
    dates: DateRange | None = option(Value.DATES, "from when to when")
    status: str = option(Value.TEXT, "where it stands, such as awarded or pending")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Record):
    """A project, such as a study, an edition or an excavation."""

    kind: ClassVar[str] = "project"
    noun: ClassVar[str] = N_("Project")
    named_by: ClassVar[tuple[str, ...]] = ("title", "organization")
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"), Piece("organization")),
        (
            line("place", Piece("role"), Piece("location")),
            line("people", Piece("partners", N_("With {}"), last=" and ")),
            line("buttons", Piece("repository", N_("Code"))),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="projects",
        resume_properties=properties(
            "name=title entity=organization roles=role location partners url=url|repository repository "
            "period=dates description=summary highlights"
        ),
        heading=N_("Projects"),
        remarks=("role",),
    )

    title: str = option(Value.TEXT, "the project", required=True)
    organization: str = option(Value.TEXT, "for whom or where")
    role: str = option(Value.TEXT, "as what")
    partners: tuple[str, ...] = option(Value.NAMES, "with whom")
    dates: DateRange | None = option(Value.DATES, "from when to when")
    location: str = option(Value.TEXT, "city and country or state")
    repository: str = option(Value.LINK, "the code")
    url: str = option(Value.LINK, "where to read more")
