"""Which files the figures of each page are made of."""

from collections.abc import Set
from typing import Any

from docutils import nodes
from sphinx.domains import Domain


class FiguresDomain(Domain):
    """Holds for each page the paths of its figures' sources, relative to the site's."""

    name = "figures"
    label = "figures"
    initial_data = {"sources": {}}
    data_version = 1

    @property
    def sources(self) -> dict[str, list[str]]:
        """Paths by page."""
        sources: dict[str, list[str]] = self.data["sources"]
        return sources

    def note(self, docname: str, paths: list[str]) -> None:
        """Remember what a figure of a page is made of."""
        self.sources[docname] = sorted({*self.sources.get(docname, ()), *paths})

    def all_paths(self) -> list[str]:
        """Return every path, sorted."""
        return sorted({path for paths in self.sources.values() for path in paths})

    def clear_doc(self, docname: str) -> None:
        self.sources.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        for docname in docnames & otherdata["sources"].keys():
            self.sources[docname] = otherdata["sources"][docname]

    def resolve_any_xref(self, *_: Any) -> list[tuple[str, nodes.reference]]:
        """Find nothing: a figure has no name to refer to it by."""
        return []
