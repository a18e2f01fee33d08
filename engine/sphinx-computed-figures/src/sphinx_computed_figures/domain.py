"""Which files the figures of each page are made of, what they run with, and what of them comes late."""

from collections.abc import Set
from typing import Any

from docutils import nodes
from sphinx.domains import Domain

from sphinx_computed_figures.late import page_file


class FiguresDomain(Domain):
    """Holds for each page the paths of its figures' sources, relative to the site's, and the files of their scripts.

    And of what comes late: the values by the ids of figures, and the whole drawings.
    """

    name = "figures"
    label = "figures"
    initial_data = {"sources": {}, "files": {}, "late": {}, "drawings": {}}
    data_version = 3

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

    @property
    def late(self) -> dict[str, dict[str, list[str]]]:
        """Values by the id of a figure by page."""
        late: dict[str, dict[str, list[str]]] = self.data["late"]
        return late

    @property
    def drawings(self) -> dict[str, list[str]]:
        """Drawings with late parts by page."""
        drawings: dict[str, list[str]] = self.data["drawings"]
        return drawings

    def note(self, docname: str, paths: list[str], files: dict[str, str]) -> None:
        """Remember what a figure of a page is made of, and what it runs with."""
        self.sources[docname] = sorted({*self.sources.get(docname, ()), *paths})
        if files:
            self.files[docname] = self.files.get(docname, {}) | files

    def note_late(self, docname: str, identifier: str, values: list[str], drawings: list[str]) -> None:
        """Remember what of a figure comes late."""
        if values:
            self.late.setdefault(docname, {})[identifier] = values
            self.drawings.setdefault(docname, []).extend(drawings)

    def late_file(self, docname: str) -> tuple[str, str] | None:
        """Return the name and the text of what comes late to a page, if anything does."""
        late = self.late.get(docname)
        return page_file(late, is_running=docname in self.files) if late else None

    def all_paths(self) -> list[str]:
        """Return every path, sorted."""
        return sorted({path for paths in self.sources.values() for path in paths})

    def all_files(self) -> dict[str, str]:
        """Return every file by its name."""
        return {name: text for files in self.files.values() for name, text in files.items()}

    def clear_doc(self, docname: str) -> None:
        for kind in self.initial_data:
            self.data[kind].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for kind in self.initial_data:
            theirs = otherdata[kind]
            self.data[kind].update({docname: theirs[docname] for docname in docnames if docname in theirs})

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        """Find nothing: a figure has no name to refer to it by."""
        return []
