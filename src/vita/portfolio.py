"""All that is public of one person, with where it stands on the site: what every exporter takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

from vita.model import Profile, Publication, Record

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site."""

    docname: str  # "publications/clm"
    path: str  # its address below the site's root: "publications/clm.html", "publications/clm/"
    title: str
    description: str = ""  # one or two sentences of the page itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The records by kind, each kind newest first, and the pages they stand on."""

    title: str  # the name of the site
    address: str = ""  # the site's canonical address with a slash at its end; "" where it is not known
    language: str = "en"
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)  # by kind
    publications: tuple[Publication, ...] = ()
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (kind, key) -> path with anchor
    pages: tuple[Page, ...] = ()

    @property
    def profile(self) -> Profile | None:
        """The person."""
        return next(iter(self.of(Profile)), None)

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Give the records of a kind."""
        return cast("tuple[Kind, ...]", tuple(self.records.get(kind.kind, ())))

    def url(self, record: Record) -> str:
        """Give the address of a record: absolute where the site's own is known, else below its root; "" for none."""
        path = self.paths.get((record.kind, record.key), "")
        return self.address + path if path else ""
