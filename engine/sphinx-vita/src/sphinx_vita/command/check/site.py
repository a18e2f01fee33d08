"""A site to be checked: its sources, its settings and what was built of them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from sphinx_vita.command.check.findings import Code, Finding
from sphinx_vita.command.check.page import Page
from sphinx_vita.reading.private_text import Private, private_in_bibliography, private_in_page
from sphinx_vita.records import Record

Kind = TypeVar("Kind", bound=Record)

_NO_PAGES = re.compile(r"(?:^|/)_(?:static|sources)/")  # files of themes, and sources as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What conf.py says, as far as a check asks for it."""

    project: str = ""
    author: str = ""
    address: str = ""  # ends with a slash; "" where it is not known
    accent: str = ""
    accent_dark: str = ""
    copies_sources: bool = False
    links_sources: bool = False
    root: str = "index"
    missing: str = "404"  # the page that the host shows for an address that does not exist
    bibliographies: tuple[str, ...] = ()
    addresses: str = ""  # the list of what was ever public
    facts: str = ""  # the list of what must be read
    copyright: str = ""
    left_out: tuple[str, ...] = ()  # patterns of what lies in the folder and is no source
    static: tuple[str, ...] = ()  # folders whose files are copied, below that of the site


@dataclass(frozen=True, kw_only=True)
class Site:
    """The folder of the sources, the folder of the output, and which page comes of which source."""

    source: Path
    output: Path
    settings: Settings = field(default_factory=Settings)
    documents: Mapping[str, str] = field(default_factory=dict)  # page of the output -> its source
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # language -> source -> translation
    warnings: tuple[Finding, ...] = ()  # what the build told
    records: tuple[tuple[str, Record], ...] = ()  # all that are public, each with its source
    today: date = field(default_factory=date.today)  # what is stale is so on a day

    @cached_property
    def files(self) -> dict[str, Path]:
        """Every file of the output by its path, in order."""
        found = (path for path in self.output.rglob("*") if path.is_file())
        named = {path.relative_to(self.output).as_posix(): path for path in found}
        return {name: named[name] for name in sorted(named) if not name.startswith(".")}

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page of the output by its path, in order."""
        prefix = urlsplit(self.settings.address).path or "/"
        names = (name for name in self.files if name.endswith(".html") and not _NO_PAGES.search(name))
        return {name: Page(name, self.files[name].read_text("utf-8", errors="replace"), prefix) for name in names}

    @cached_property
    def sources(self) -> dict[str, str]:
        """The text of every source that a writer edits, by its path."""
        names = {*self.documents.values(), *self.settings.bibliographies}
        folders = {(self.source / name).parent for name in names}
        names |= {path.relative_to(self.source).as_posix() for folder in folders for path in folder.glob("_*.md")}
        paths = {name: self.source / name for name in sorted(names)}
        return {name: path.read_text("utf-8", errors="replace") for name, path in paths.items() if path.is_file()}

    @cached_property
    def private(self) -> list[tuple[str, Private]]:
        """What the sources withhold, each with its source."""
        found = []
        for name, text in self.sources.items():
            read = private_in_bibliography if name.endswith(".bib") else private_in_page
            found += [(name, private) for private in read(text)]
        return found

    def of(self, kind: type[Kind]) -> list[tuple[str, Kind]]:
        """Return the records of a kind, each with its source."""
        return [(file, record) for file, record in self.records if isinstance(record, kind)]

    @property
    def home(self) -> str:
        """The page that visitors see first."""
        return f"{self.settings.root}.html"

    def on_page(self, code: Code, page: str, message: str, *needles: str) -> Finding:
        """Make a finding on a page, at the line of its source where one of the needles stands."""
        file = self.documents.get(page, "")
        return Finding(code=code, message=message, file=file, line=self.line_of(file, *needles), page=page)

    def line_of(self, file: str, *needles: str) -> int:
        """Return the first line of a source that holds one of the needles, the first ones preferred; 0 for none."""
        lines = self.sources.get(file, "").split("\n")
        for needle in needles:
            for number, line in enumerate(lines, 1):
                if len(needle) > 2 and needle in line:
                    return number
        return 0


Check = Callable[[Site], Iterator[Finding]]


def name_in_source(address: str) -> tuple[str, ...]:
    """Guess how an address was written in Markdown, the likeliest first."""
    plain = re.sub(r"[#?].*", "", address)
    stem = plain.rpartition("/")[2].removesuffix(".html")
    fragment = address.partition("#")[2]
    return tuple(each for each in (address, plain, f"{stem}.md", f"#{fragment}" if fragment else "", stem) if each)
