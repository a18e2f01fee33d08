"""Names that more than one page gives to something: labels, terms, objects of a domain.

Sphinx lets the page have such a name that is read last, and forgets it with that page. So pages that share a name which
one of them has got or lost are read again together, in the order of a clean build.
"""

from collections.abc import Set
from itertools import chain

from docutils import nodes
from sphinx.addnodes import desc_signature
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

Names = frozenset[str]


def names_of(env: BuildEnvironment) -> dict[str, Names]:
    """Return the store in the environment: the names that a page gives, by page."""
    found: dict[str, Names] = env.__dict__.setdefault("clean_rebuilds_names", {})
    return found


def _read_now(env: BuildEnvironment) -> dict[str, Names]:
    """Return the names that pages had which this build reads again or knows no more."""
    found: dict[str, Names] = env.__dict__.setdefault("_clean_rebuilds_read_now", {})
    return found


def note_names(app: Sphinx, doctree: nodes.document) -> None:
    """Keep the names of a page that has just been read: those that its author has written, and those of objects."""
    written = {name for name, is_explicit in doctree.nametypes.items() if is_explicit}
    things = chain(doctree.findall(desc_signature), doctree.findall(nodes.term))
    names_of(app.env)[app.env.docname] = Names(written.union(*(thing["ids"] for thing in things)))


def forget_names(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page that is gone or read again, but not what it has had."""
    _read_now(env)[docname] = names_of(env).pop(docname, Names())


def merge_names(_app: Sphinx, env: BuildEnvironment, docnames: Set[str], other: BuildEnvironment) -> None:
    """Take over what another process has read."""
    theirs = names_of(other)
    names_of(env).update({docname: theirs[docname] for docname in docnames if docname in theirs})


def read_together(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Read the pages again that share a name with those that have been read, and name them."""
    before = _read_now(env)
    names = names_of(env)
    given = (names[page] for page in before if page in names)
    pages = _sharing(names, before.keys(), set().union(*before.values(), *given))
    again = [] if pages <= before.keys() else sorted(pages)
    for page in again:
        app.events.emit("env-purge-doc", env, page)
        env.clear_doc(page)
    for page in again:
        app.builder.read_doc(page)
    before.clear()
    return again


def _sharing(names: dict[str, Names], read: Set[str], touched: Set[str]) -> set[str]:
    """Return the pages that share a name with another one, or have one that a page was known by which has been read."""
    holders: dict[str, set[str]] = {}
    for page, given in names.items():
        for name in given:
            holders.setdefault(name, set()).add(page)
    found: set[str] = set()
    while touched:
        near = [holders.get(name, set()) for name in touched]
        new = set[str]().union(*(pages for pages in near if len(pages) > 1 or not pages <= read)) - found
        found |= new
        touched = set().union(*(names[page] for page in new))
    return found
