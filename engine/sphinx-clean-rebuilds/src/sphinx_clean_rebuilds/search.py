"""The search index as a clean build writes it.

An incremental build keeps words that no page has any more, and loses the index entries of pages that are not written
again.
"""

from collections.abc import Iterator
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx_build_cache.builders import builder_of_pages

from sphinx_clean_rebuilds.internals import Entries, entries_of


def restore_order(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Bring the index that is about to be written in line; adds no pages."""
    builder = builder_of_pages(app.builder)
    indexer = builder.indexer if builder and builder.search else None
    if indexer is not None:
        found = entries_of(indexer)
        if found is not None:
            _restore_entries(app, *found)
    return iter(())


def _restore_entries(app: Sphinx, entries: Entries, pages: set[str]) -> None:
    """Take the entries of the pages that were not written from the index of the last build."""
    kept = pages - entries.keys()
    if kept:
        entries |= {page: found for page, found in _entries_before(app).items() if page in kept}
    ordered = sorted((page, found) for page, found in entries.items() if page in pages)
    entries.clear()
    entries.update(ordered)


def _entries_before(app: Sphinx) -> Entries:
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)
    try:
        with open(builder.outdir / builder.searchindex_filename, encoding="utf-8") as file:
            before = builder.indexer_format.load(file)
        names: list[str] = before["docnames"]
        found: Entries = {}
        for text, places in before["indexentries"].items():
            for number, anchor, is_main in places:
                found.setdefault(names[number], []).append((text, anchor, "main" if is_main else ""))
    except (OSError, ValueError, KeyError):
        return {}  # there is none, or another format; then all pages are written
    return found
