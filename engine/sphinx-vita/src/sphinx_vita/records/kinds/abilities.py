"""What a person can do and likes: skills, languages, interests."""

from dataclasses import dataclass
from typing import ClassVar

from sphinx_vita.locale import N_
from sphinx_vita.records.exported import Exported, properties
from sphinx_vita.records.layout import Layout, Piece, line
from sphinx_vita.records.record import Record, Value, option


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill(Record):
    """Something that the person can do, such as a method, an instrument or a program."""

    kind: ClassVar[str] = "skill"
    noun: ClassVar[str] = N_("Skill")
    named_by: ClassVar[tuple[str, ...]] = ("name",)
    layout: ClassVar[Layout] = Layout((Piece("name"), Piece("level")), (line("place", Piece("keywords")),))
    exported: ClassVar[Exported] = Exported(
        resume="skills",
        resume_properties=properties("name level keywords summary highlights"),
        heading=N_("Skills"),
        remarks=("level", "keywords"),
        schema_org="knowsAbout",
    )

    name: str = option(Value.TEXT, "the skill", required=True)
    level: str = option(Value.TEXT, "how well, such as expert")
    keywords: tuple[str, ...] = option(Value.WORDS, "what belongs to it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language(Record):
    """A language that the person speaks or reads."""

    kind: ClassVar[str] = "language"
    noun: ClassVar[str] = N_("Language")
    named_by: ClassVar[tuple[str, ...]] = ("language", "fluency")
    keyed_by: ClassVar[str] = "language"
    layout: ClassVar[Layout] = Layout((Piece("language"), Piece("fluency")))
    exported: ClassVar[Exported] = Exported(
        resume="languages",
        resume_properties=properties("language fluency summary highlights"),
        heading=N_("Languages"),
        schema_org="knowsLanguage",
    )

    language: str = option(Value.TEXT, "the language", required=True)
    fluency: str = option(Value.TEXT, "how well, such as native, fluent, reading or C1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest(Record):
    """A subject or a pastime that the person likes."""

    kind: ClassVar[str] = "interest"
    noun: ClassVar[str] = N_("Interest")
    named_by: ClassVar[tuple[str, ...]] = ("name",)
    layout: ClassVar[Layout] = Layout((Piece("name"),), (line("place", Piece("keywords")),))
    exported: ClassVar[Exported] = Exported(
        resume="interests",
        resume_properties=properties("name keywords summary highlights"),
        heading=N_("Interests"),
        remarks=("keywords",),
    )

    name: str = option(Value.TEXT, "the interest", required=True)
    keywords: tuple[str, ...] = option(Value.WORDS, "what belongs to it")
