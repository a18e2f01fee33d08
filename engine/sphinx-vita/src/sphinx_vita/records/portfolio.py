"""All that is public of one person, with where it stands on the site: what every exporter takes."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast
from urllib.parse import quote

from sphinx_vita.records import Profile, Publication, Record
from sphinx_vita.records.date_style import DateStyle

Kind = TypeVar("Kind", bound=Record)


@dataclass(frozen=True, slots=True)
class Alternate:
    """Where a page stands in one language."""

    language: str  # by BCP 47
    url: str  # absolute


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of the site."""

    docname: str  # "publications/cod"
    path: str  # its address below the site's root: "publications/cod.html", "publications/cod/"; "" for the home page
    title: str
    description: str = ""  # one or two sentences of the page itself
    is_theme: bool = False  # whether it is about a theme of the person's research
    alternates: tuple[Alternate, ...] = ()  # in all languages of the site, the first ahead; none of a site of one


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The records by kind, each kind newest first, and the pages they stand on."""

    title: str  # the name of the site
    address: str = ""  # the site's canonical address with a slash at its end; "" where it is not known
    language: str = "en"  # by BCP 47
    root: str = ""  # the address of the site in its first language, of which those of the others begin
    folders: tuple[str, ...] = ()  # of the other languages, below that address, where this is the first
    date_style: DateStyle = field(default_factory=DateStyle)
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)  # by kind
    publications: tuple[Publication, ...] = ()  # as one cites them: in their versions that exist, with their own keys
    paths: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (kind, key) -> path with anchor
    pages: tuple[Page, ...] = ()  # sorted by their names
    downloads: Mapping[str, str] = field(default_factory=dict)  # files below the root -> what each is, in words

    @property
    def profile(self) -> Profile | None:
        """The person."""
        return next(iter(self.of(Profile)), None)

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """Return the records of a kind."""
        return cast("tuple[Kind, ...]", tuple(self.records.get(kind.kind, ())))

    def url(self, record: Record) -> str:
        """Return the address of a record: absolute where the site's own is known, else below its root; "" for none."""
        path = self.paths.get((record.kind, record.key), "")
        return self.address + path if path else ""

    def page(self, docname: str) -> Page | None:
        """Find a page by its name."""
        place = bisect_left(self.pages, docname, key=lambda page: page.docname)
        found = self.pages[place] if place < len(self.pages) else None
        return found if found and found.docname == docname else None

    def whole_url(self, record: Record) -> str:
        """Return the absolute address of a record; "" where it has none or the site's own is not known."""
        return self.url(record) if self.address else ""

    def whole_link(self, target: str) -> str:
        """Return what a record links to as an absolute address; "" for a file where the site's own is not known."""
        if not target or ":" in target:
            return target
        return self.address + quote(target.lstrip("/")) if self.address else ""
