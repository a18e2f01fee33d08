"""A change of what is public, of whatever subject: one shape for terminals, pull requests, pages and programs."""

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """What a change is about, in the order in which changes are told; each value is its heading."""

    PRIVATE = "Private things become public"
    ADDRESSES = "Addresses"
    RECORDS = "Records"
    PAGES = "Pages"
    PDFS = "PDFs"
    EXPORTS = "Exports"
    FILES = "Other files"


class Kind(StrEnum):
    """What has happened."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    EXPOSED = "public now"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Detail:
    """One difference: of a field, of a line; "" for what was not there or is not there any more."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that the public will find otherwise."""

    subject: Subject
    kind: Kind
    name: str  # of the record, or the path of the file below the site's root
    details: tuple[Detail, ...] = ()

    @property
    def is_alarming(self) -> bool:
        """Whether it can do harm that no later change takes back."""
        return self.subject is Subject.PRIVATE or self.kind is Kind.LOST


def in_order(changes: list[Change]) -> list[Change]:
    """Sort changes by subject; within one, in the order in which they were found."""
    subjects = list(Subject)
    return sorted(changes, key=lambda each: subjects.index(each.subject))
