"""What this package knows of the insides of Sphinx, where it offers no way in: all of it stands here.

Each piece says what it expects and looks whether that is so. If not, the build goes on without it, and a warning of the
type `clean_rebuilds.internals` says what may be wrong in the output: this module must follow a newer Sphinx then.
"""

import logging
import re
from collections.abc import Callable, Mapping
from typing import Any

from sphinx.builders import html
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError
from sphinx.search import IndexBuilder
from sphinx.util import logging as sphinx_logging
from sphinx_build_cache.search_index import ChangedIndexError, forget_unused_words

logger = sphinx_logging.getLogger(__name__)
# What the templates of a page ask Sphinx, as functions in their context.
ASKED = ("toctree", "hasdoc", "css_tag", "js_tag")
Entries = dict[str, list[tuple[str, str, str]]]  # by page: text, anchor, "main" or ""
_FROM_OTHER_PROCESS = re.compile(r"\w+: \[Errno (\d+)\] ([^:]*)(?:: '(.*)')?")


def logger_of_pages() -> logging.Logger:
    """Return the logger by which Sphinx only warns that it cannot write a page."""
    return html.logger.logger


def error_of_other_process(error: BaseException) -> tuple[int, str] | None:
    """Return number and path of an OSError in another process, of which Sphinx hands over the text alone."""
    found = _FROM_OTHER_PROCESS.fullmatch(str(error)) if isinstance(error, SphinxError) else None
    return (int(found[1]), found[3] or "") if found else None


def set_taken_names(env: BuildEnvironment, names: set[str]) -> None:
    """Say which names pictures have, so that Sphinx gives the next one another.

    Expects the set by which Sphinx's dictionary of pictures knows them.
    """
    if isinstance(getattr(env.images, "_existing", None), set):
        env.images._existing = names
    else:
        _tell("Sphinx knows the names of pictures in another way; two may come to share one")


def forget_doctrees(env: BuildEnvironment, most: int) -> None:
    """Let go of the pages that Sphinx holds in memory, where they are more than so many: it has all on disk too.

    Expects its two dictionaries of them. Without them, nothing but memory is lost.
    """
    for name in ("_write_doc_doctree_cache", "_pickled_doctree_cache"):
        held = getattr(env, name, None)
        if isinstance(held, dict) and len(held) > most:
            held.clear()


def functions_of(context: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return what the templates of a page may ask, by name; what is missing is told."""
    found = {name: context[name] for name in ASKED if callable(context.get(name))}
    for name in ASKED:
        if name not in found:
            _tell(f"the templates of Sphinx ask for {name!r} in another way; pages may stay as they were")
    return found


def entries_of(indexer: IndexBuilder) -> tuple[Entries, set[str]] | None:
    """Take the words without pages out of the search index; return its entries by page, and its pages.

    Expects the tables of Sphinx's index. Without them the index stays as Sphinx has it, and nothing is returned.
    """
    try:
        forget_unused_words(indexer)
        return indexer._index_entries, set(indexer._titles)
    except (ChangedIndexError, AttributeError) as error:
        _tell(f"{error}; the index may hold words that no page has any more")
        return None


def _tell(message: str) -> None:
    logger.warning(message, type="clean_rebuilds", subtype="internals", once=True)
