"""The facts of a portfolio, as frozen records of plain values.

One class for each kind of record. A field made by `option()` is what an author writes for it: pages, checks, the
documentation and the exports all read the kinds from here, so a new field is declared once.
The words are JSON Resume's and schema.org's where these have one.
"""

from collections.abc import Iterable
from typing import Any

from sphinx_vita.locale import _
from sphinx_vita.records.kinds.abilities import Interest, Language, Skill
from sphinx_vita.records.kinds.career import Membership, Position, Referee, Service, Volunteer
from sphinx_vita.records.kinds.education import Certificate, Degree, Student, Teaching
from sphinx_vita.records.kinds.events import Event, News, Post, Press, Talk
from sphinx_vita.records.kinds.funding import Award, Grant, Project
from sphinx_vita.records.kinds.works import Dataset, Patent, Software
from sphinx_vita.records.names import Author, Name, Order
from sphinx_vita.records.people import Person, Profile
from sphinx_vita.records.publication import (
    LINK_LABELS,
    PAGES,
    VERSIONS,
    Contribution,
    Identifier,
    Link,
    Publication,
    Relation,
    Status,
)
from sphinx_vita.records.record import Record, Value, option, options_of, text_of, value_of
from sphinx_vita.records.registry import KINDS, VIEWS, add_kind, written_kinds
from sphinx_vita.records.text import Text, joined

__all__ = [
    "KINDS", "LINK_LABELS", "PAGES", "VERSIONS", "VIEWS", "Author", "Award", "Certificate", "Contribution", "Dataset",
    "Degree", "Event", "Grant", "Identifier", "Interest", "Language", "Link", "Membership", "Name", "News", "Order",
    "Patent", "Person", "Position", "Post", "Press", "Profile", "Project", "Publication", "Record", "Referee",
    "Relation", "Service", "Skill", "Software", "Status", "Student", "Talk", "Teaching", "Value", "Volunteer",
    "add_kind", "name_of", "newest_first", "option", "options_of", "text_name_of", "text_of", "value_of",
    "written_kinds",
]  # fmt: skip


def newest_first(records: Iterable[Any]) -> list[Any]:
    """Sort records: what still goes on first, then the newest, then what has no dates; the rest as they came."""
    return sorted(records, key=_when)


def _when(record: Any) -> tuple[bool, tuple[Any, ...]]:
    dates = record if isinstance(record, Publication) else getattr(record, "dates", None)
    return (dates is None, tuple(dates.newest_first) if dates else ())


def name_of(record: Record) -> str:
    """Return the name of a record in a few words: what, and where.

    >>> from sphinx_vita.records import Award, name_of
    >>> name_of(Award(key="a", title="Gold Medal", issuer="The Society"))
    'Gold Medal, The Society'
    """
    return _(", ").join(part for part in (str(getattr(record, name)) for name in _names(record)) if part)


def text_name_of(record: Record) -> Text:
    """Return the same name with its markup."""
    return joined((text_of(record, name) for name in _names(record)), _(", "))


def _names(record: Record) -> tuple[str, ...]:
    return record.named_by or tuple(options_of(type(record)))[:1]
