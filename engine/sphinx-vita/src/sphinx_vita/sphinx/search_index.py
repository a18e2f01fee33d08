"""The search index without words that no page has any more, and with the stem of each word looked for but once.

An incremental build keeps the words of a page's earlier state in Sphinx's index, with no page behind them.
They would tell what has been made private, and a clean build would not have them.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sphinx.application import Sphinx


def remember_stems(app: Sphinx, *_: Any) -> None:
    """Let the index ask for the stem of a word once for all pages, which have most words in common; Sphinx forgets."""
    language = getattr(getattr(app.builder, "indexer", None), "lang", None)
    if language is not None and not hasattr(language.stem, "cache_info"):
        language.stem = cache(language.stem)


def forget_words(app: Sphinx) -> Iterator[tuple[str, dict[str, object], str]]:
    """Take the words without pages out of the index that is about to be written; adds no pages."""
    indexer = getattr(app.builder, "indexer", None)
    for name in ("_mapping", "_title_mapping"):
        pages_of: dict[str, set[str]] = getattr(indexer, name, {})
        for word in [word for word, pages in pages_of.items() if not pages]:
            del pages_of[word]
    return iter(())
