"""Which kinds of records there are: those of the engine, and those that a site adds."""

import re
from collections.abc import Iterator

from sphinx_vita.records.exported import RESUME_SECTIONS
from sphinx_vita.records.kinds.abilities import Interest, Language, Skill
from sphinx_vita.records.kinds.career import Membership, Position, Referee, Service, Volunteer
from sphinx_vita.records.kinds.education import Certificate, Degree, Student, Teaching
from sphinx_vita.records.kinds.events import News, Post, Press, Talk
from sphinx_vita.records.kinds.funding import Award, Grant, Project
from sphinx_vita.records.kinds.works import Dataset, Patent, Software
from sphinx_vita.records.people import Person, Profile
from sphinx_vita.records.publication import Publication
from sphinx_vita.records.record import Record, options_of

KINDS: dict[str, type[Record]] = {  # in the order in which a CV has them
    record.kind: record
    for record in (
        *(Profile, Position, Degree, Certificate, Award, Grant, Project, Software, Dataset, Patent),
        *(Service, Membership, Volunteer, Talk, Press, Teaching, Student, Skill, Language, Interest),
        *(News, Post, Referee, Person, Publication),
    )
}
VIEWS = ("publications", "timeline", "contact", "downloads")
# Names that other directives have, on which pages rely.
_OTHERS = frozenset(
    "admonition attention card carousel caution class code container contents csv danger design div dropdown epigraph "
    "error figure footer glossary grid header highlight hint image important include index list literalinclude math "
    "note only parsed pub raw role rubric seealso sidebar tab table tabs tip title toctree topic video warning".split()
)
OF_SETTINGS: list[str] = []  # the kinds that the settings of a site have declared


def written_kinds() -> dict[str, type[Record]]:
    """Return the kinds that have a directive; others are read from bibliographies and front matter."""
    return {name: kind for name, kind in KINDS.items() if options_of(kind)}


def add_kind(kind: type[Record]) -> None:
    """Add a kind of a site's own. Call it in conf.py or in a module that conf.py imports.

    Raises ValueError, which names all that is wrong with the class.
    """
    problems = [*problems_of_name(kind.kind), *_problems(kind)]
    if problems:
        raise ValueError(f"{kind.__name__} is no kind of record: {'; '.join(problems)}")
    KINDS[kind.kind] = kind


def problems_of_name(name: str) -> Iterator[str]:
    """Yield why a kind cannot be called so."""
    if not re.fullmatch(r"[a-z]+", name):
        yield f"{name!r} is no name of a kind; write it in small letters from a to z alone, such as 'exhibition'"
    elif (name in KINDS and name not in OF_SETTINGS) or name in VIEWS or name in _OTHERS:
        yield f"there is a directive {name!r} already; give the kind another name"


def _problems(kind: type[Record]) -> Iterator[str]:
    """Yield what a class lacks, or names and has not."""
    missing = [name for name in ("noun", "named_by", "layout", "exported") if not getattr(kind, name, None)]
    if missing:
        yield f"it has no {', '.join(missing)}"
        return
    options = options_of(kind)
    if not options:
        yield "it has no field made by 'option()'"
    if not kind.layout.head:
        yield "its layout has no head"
    named = [*kind.named_by, *([kind.keyed_by] if kind.keyed_by else []), *kind.exported.remarks]
    named += [name for piece in kind.layout.pieces() for name in (piece.field, piece.link) if name]
    named += [name for fields in kind.exported.resume_properties.values() for name in fields]
    unknown = [name for name in dict.fromkeys(named) if not hasattr(kind, name)]
    if unknown:
        yield f"it names fields that it does not have: {', '.join(unknown)}"
    section = kind.exported.resume
    if section and section not in RESUME_SECTIONS:
        yield f"JSON Resume has no section {section!r}; choose one of {', '.join(RESUME_SECTIONS)}"
