"""Sphinx's search index, of which it offers no way to take a word out: the names of its insides stand here alone."""

from typing import Any

TABLES = ("_mapping", "_title_mapping")  # of Sphinx's IndexBuilder: a word -> the pages that have it


class ChangedIndexError(Exception):
    """Sphinx keeps its index in another way; the message names what is missing."""


def forget_unused_words(indexer: Any) -> None:
    """Take the words out that no page has any more: an incremental build keeps them, and a clean one has none.

    Raises ChangedIndexError where the index is not as expected; nothing is taken out then.
    """
    tables = [getattr(indexer, name, None) for name in TABLES]
    missing = [name for name, table in zip(TABLES, tables, strict=True) if not isinstance(table, dict)]
    if missing:
        raise ChangedIndexError(f"Sphinx's search index has no table {missing[0]!r} any more")
    for table in tables:
        for word in [word for word, pages in table.items() if not pages]:  # type: ignore[union-attr]
            del table[word]  # type: ignore[union-attr]
