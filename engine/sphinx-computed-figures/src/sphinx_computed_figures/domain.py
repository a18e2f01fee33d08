"""Which files the figures of each page are made of, and what they run with."""

from collections.abc import Set
from typing import Any

from docutils import nodes
from sphinx.domains import Domain


class FiguresDomain(Domain):
    """Holds for each page the paths of its figures' sources, relative to the site's, and the files of their scripts."""

    name = "figures"
    label = "figures"
    initial_data = {"sources": {}, "files": {}}
    data_version = 2

    @property
    def sources(self) -> dict[str, list[str]]:
        """Paths by page."""
        sources: dict[str, list[str]] = self.data["sources"]
        return sources

    @property
    def files(self) -> dict[str, dict[str, str]]:
        """Texts by name by page."""
        files: dict[str, dict[str, str]] = self.data["files"]
        return files

    def note(self, docname: str, paths: list[str], files: dict[str, str]) -> None:
        """Remember what a figure of a page is made of, and what it runs with."""
        self.sources[docname] = sorted({*self.sources.get(docname, ()), *paths})
        if files:
            self.files[docname] = self.files.get(docname, {}) | files

    def all_paths(self) -> list[str]:
        """Return every path, sorted."""
        return sorted({path for paths in self.sources.values() for path in paths})

    def all_files(self) -> dict[str, str]:
        """Return every file by its name."""
        return {name: text for files in self.files.values() for name, text in files.items()}

    def clear_doc(self, docname: str) -> None:
        for store in (self.sources, self.files):
            store.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for kind in self.initial_data:
            theirs = otherdata[kind]
            self.data[kind].update({docname: theirs[docname] for docname in docnames if docname in theirs})

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        """Find nothing: a figure has no name to refer to it by."""
        return []
