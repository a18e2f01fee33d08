"""What is known of scripts that sites have: what they change on a page, and what they need to find there.

Both lists are settings too (`light_pages_states`, `light_pages_acts_on`). Of a script in neither list, every word in
its strings is taken for an element, a class or an id that it may add.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

ANYWHERE = "*"  # in place of a script: the page itself or a visitor
# The end of a script's path -> the simple selectors that become true by it; `[name]` is any value.
# None: it holds data only, which may be others after each edit.
STATES: Mapping[str, Iterable[str] | None] = {
    ANYWHERE: "[data-theme] [open] [hidden] [checked] [selected] [disabled]".split(),
    # Sphinx
    "documentation_options.js": [],
    "doctools.js": [],
    "sphinx_highlight.js": [".highlighted", ".highlight-link"],
    "searchtools.js": """
        #search-progress .search-summary .search .context .search-query .kind-title .kind-object .kind-text .kind-index
        .search-no-results .highlighted h2 p ul li a span div""".split(),
    "language_data.js": [],
    "searchindex.js": None,
    "base-stemmer.js": [],
    "english-stemmer.js": [],
    # furo
    "furo.js": [".scrolled", ".show-back-to-top", ".scroll-current"],
    "furo-extensions.js": [],
    # sphinx-copybutton
    "clipboard.min.js": [],
    "copybutton.js": [".copybtn", ".copybutton", ".success", ".o-tooltip--left", "button", "svg", "path", "title"],
    # sphinx-design
    "design-tabs.js": [],
    # this extension
    "prefetch.js": [],
}
# A script that does nothing on a page without such an element is left out there.
ACTS_ON: Mapping[str, str] = {"design-tabs.js": ".sd-tab-label"}
COPYBUTTON = ("clipboard.min.js", "copybutton.js")
# What a script changes at once on every page: done before the first paint instead, so that nothing moves later.
FIRST: Mapping[str, str] = {"furo.js": 'document.documentElement.classList.remove("no-js")'}

_pages: set[str] = set()


def note_page(
    _app: Sphinx, page: str, _template: str, _context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Remember that Sphinx writes a page; those that are no document are told here only."""
    _pages.add(page)


def pages_written() -> set[str]:
    """Return the pages noted in this process, and forget them."""
    noted = set(_pages)
    _pages.clear()
    return noted


def is_read(script: str, config: Config) -> bool:
    """Return whether the text of a script matters, by its path."""
    return None not in _declared(script, config)


def states(script: str, config: Config) -> list[str] | None:
    """Return the states that a script is known to bring about, by its path; None where nobody knows."""
    declared = _declared(script, config)
    return [state for states in declared for state in states or ()] if declared else None


def _declared(script: str, config: Config) -> list[Iterable[str] | None]:
    """Return what is declared of a script, by the end of its path."""
    ends = [script, *(script[place + 1 :] for place, letter in enumerate(script) if letter == "/")]
    return [known[end] for known in (STATES, config.light_pages_states) for end in ends if end in known]


def acts_on(config: Config) -> dict[str, str]:
    """Return for scripts the selector of what they need."""
    found = dict(ACTS_ON)
    if "copybutton_selector" in config:
        found |= dict.fromkeys(COPYBUTTON, config.copybutton_selector)
    found.update(config.light_pages_acts_on)
    return found
