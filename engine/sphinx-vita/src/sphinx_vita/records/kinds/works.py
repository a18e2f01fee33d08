"""What a person has made beside papers: software, datasets, patents. Each may as well stand in a bibliography."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.locale import N_
from sphinx_vita.records.dates import DateRange
from sphinx_vita.records.exported import Exported, properties
from sphinx_vita.records.layout import Layout, Piece, line
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Software(Record):
    """A program or a library."""

    kind: ClassVar[str] = "software"
    noun: ClassVar[str] = N_("Software")
    named_by: ClassVar[tuple[str, ...]] = ("title",)
    keyed_by: ClassVar[str] = "title"
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"), Piece("version", " {}", before="")),
        (
            line("place", Piece("role"), Piece("license")),
            line("buttons", Piece("repository", N_("Code")), Piece("doi", "DOI", before=" ")),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="projects",
        resume_properties=properties(
            "name=title type=kind roles=role version license url=url|repository|doi repository doi period=dates "
            "description=summary highlights"
        ),
        heading=N_("Software"),
        remarks=("version", "license", "role"),
    )

    title: str = option(Value.TEXT, "its name, and what it does", required=True)
    version: str = option(Value.TEXT, "the newest version")
    license: str = option(Value.TEXT, "under which license it may be used")
    role: str = option(Value.TEXT, "as what, such as author or maintainer")
    dates: DateRange | None = option(Value.DATES, "from when to when, or when it came out")
    repository: str = option(Value.LINK, "the code")
    doi: str = option(Value.DOI, "where it is archived")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset(Record):
    """Data that others can use."""

    kind: ClassVar[str] = "dataset"
    noun: ClassVar[str] = N_("Dataset")
    named_by: ClassVar[tuple[str, ...]] = ("title", "publisher")
    keyed_by: ClassVar[str] = "title"
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"), Piece("version", N_("version {}"))),
        (line("place", Piece("publisher"), Piece("license")), line("buttons", Piece("doi", "DOI"))),
    )
    exported: ClassVar[Exported] = Exported(
        resume="publications",
        resume_properties=properties(
            "name=title type=kind publisher release=dates version license url=url|doi doi summary highlights"
        ),
        heading=N_("Datasets"),
        remarks=("version", "license"),
        is_news=True,
    )

    title: str = option(Value.TEXT, "what it holds", required=True)
    publisher: str = option(Value.TEXT, "the repository, such as Zenodo")
    version: str = option(Value.TEXT, "the version")
    license: str = option(Value.TEXT, "under which license it may be used")
    dates: DateRange | None = option(Value.DATES, "when it came out")
    doi: str = option(Value.DOI, "where it lies")
    url: str = option(Value.LINK, "where to read more")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patent(Record):
    """A patent, granted or applied for."""

    kind: ClassVar[str] = "patent"
    noun: ClassVar[str] = N_("Patent")
    named_by: ClassVar[tuple[str, ...]] = ("title", "number")
    keyed_by: ClassVar[str] = "title"
    layout: ClassVar[Layout] = Layout(
        (Piece("title", link="url"), Piece("number")),
        (
            line("people", Piece("inventors", last=" and ")),
            line("place", Piece("holder"), Piece("office"), Piece("status")),
        ),
    )
    exported: ClassVar[Exported] = Exported(
        resume="publications",
        resume_properties=properties(
            "name=title type=kind publisher=office authors=inventors release=dates number holder status url "
            "summary highlights"
        ),
        heading=N_("Patents"),
        remarks=("status",),
        is_news=True,
    )

    title: str = option(Value.TEXT, "the invention", required=True)
    number: str = option(Value.TEXT, "its number, such as US 1234567 B2")
    inventors: tuple[str, ...] = option(Value.NAMES, "who invented it")
    holder: str = option(Value.TEXT, "who owns it")
    office: str = option(Value.TEXT, "the office or the country that gave it")
    status: str = option(Value.TEXT, "where it stands, such as granted or pending")
    dates: DateRange | None = option(Value.DATES, "when it was granted or applied for")
    url: str = option(Value.LINK, "where to read it")
