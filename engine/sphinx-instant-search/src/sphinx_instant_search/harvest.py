"""Keeps the text of all pages between builds, as only changed pages are resolved again, and writes the index."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sphinx_build_cache
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.build_phase import BuildPhase

from sphinx_instant_search.assets import is_wanted, write_assets
from sphinx_instant_search.entries import entries_of, without_repetitions
from sphinx_instant_search.index import files_of, in_reading_order
from sphinx_instant_search.pieces import Block, Cutter, Piece
from sphinx_instant_search.records import things_by_page


class Harvest:
    """The pieces of each page that has been resolved, by docname."""

    def __init__(self) -> None:
        self.pages: dict[str, list[Piece]] = {}
        self.cutter = Cutter((), ())

    def start(self, app: Sphinx, _env: BuildEnvironment) -> Sequence[str]:
        """Begin a build with what the last one knew."""
        self.cutter = Cutter(app.config.instant_search_names, app.config.instant_search_skip)
        self.pages = _load(_store(app), self.cutter) if is_wanted(app) else {}
        return []

    def gather(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Cut a page that is being resolved; Sphinx does this in the main process also where others write the pages."""
        if is_wanted(app) and app.phase is BuildPhase.RESOLVING:
            self.pages[docname] = self.cutter.cut(doctree)

    def finish(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the index and what reads it."""
        if exception or not is_wanted(app):
            return
        self._complete(app)
        things = things_by_page(app.env)
        entries = [
            entry
            for docname in in_reading_order(app.env)
            for entry in entries_of(docname, self.pages[docname], things.get(docname, ()))
        ]
        write_assets(app, files_of(app, list(without_repetitions(entries))))
        _save(_store(app), self.cutter, self.pages)

    def _complete(self, app: Sphinx) -> None:
        """Resolve the pages that were not written this time and are not known, and forget those that are gone."""
        for docname in sorted(app.env.found_docs - self.pages.keys()):
            self.pages[docname] = self.cutter.cut(app.env.get_and_resolve_doctree(docname, app.builder, tags=app.tags))
        self.pages = {docname: self.pages[docname] for docname in sorted(app.env.found_docs)}


def _store(app: Sphinx) -> Path:
    return Path(app.doctreedir) / f"instant-search-{app.builder.name}.json"


def _signature(cutter: Cutter) -> list[Any]:
    return [sorted(cutter.names), sorted(cutter.skip)]


def _load(store: Path, cutter: Cutter) -> dict[str, list[Piece]]:
    """Take over what was kept; the file goes, so that a build that dies leaves nothing that is out of date."""
    content = sphinx_build_cache.load(store, sphinx_build_cache.code_state("sphinx_instant_search"))
    store.unlink(missing_ok=True)
    kept = json.loads(content or b'{"signature": null}')
    if kept["signature"] != _signature(cutter):
        return {}
    return {docname: list(map(_piece, rows)) for docname, rows in kept["pages"].items()}


def _save(store: Path, cutter: Cutter, pages: dict[str, list[Piece]]) -> None:
    kept = {docname: list(map(_row, pieces)) for docname, pieces in pages.items()}
    content = json.dumps({"signature": _signature(cutter), "pages": kept}).encode()
    sphinx_build_cache.save(store, sphinx_build_cache.code_state("sphinx_instant_search"), content)


def _row(piece: Piece) -> list[Any]:
    return [
        piece.anchors,
        piece.parent,
        piece.title,
        piece.outline,
        [[block.text, block.is_name] for block in piece.blocks],
    ]


def _piece(row: list[Any]) -> Piece:
    anchors, parent, title, outline, blocks = row
    return Piece(anchors, parent, title, outline, [Block(*block) for block in blocks])
