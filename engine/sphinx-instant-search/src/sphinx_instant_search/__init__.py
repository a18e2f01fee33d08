"""Instant search for any Sphinx HTML site: it answers while you type."""

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Collect the text of pages while they are resolved, write the index at the end, and put the loader on pages."""
    from sphinx_build_cache import read_by_other_code

    from sphinx_instant_search.assets import add_loader, take_keys, tell_states
    from sphinx_instant_search.harvest import Harvest
    from sphinx_instant_search.wording import take_language

    lists = frozenset({list, tuple})
    what = "classes of elements whose words are names: such as authors, found from any part of the name"
    app.add_config_value("instant_search_names", [], "html", lists, what)
    what = "classes of elements that the search leaves out"
    app.add_config_value("instant_search_skip", [], "html", lists, what)
    what = (
        "up to how many letters of text the index is one file; a larger site has its texts in several, loaded by need"
    )
    app.add_config_value("instant_search_full_text", 1_500_000, "html", frozenset({int}), what)
    app.connect("config-inited", tell_states)
    app.connect("config-inited", take_language, priority=900)  # after whatever else settles the language
    app.connect("builder-inited", take_keys)
    app.connect("env-get-outdated", read_by_other_code("sphinx_instant_search"))
    harvest = Harvest()
    app.connect("env-updated", harvest.start, priority=900)
    # After whatever else changes a page at this moment.
    app.connect("doctree-resolved", harvest.gather, priority=900)
    app.connect("env-updated", add_loader, priority=950)
    app.connect("build-finished", harvest.finish)
    return {"version": version("sphinx-instant-search"), "parallel_read_safe": True, "parallel_write_safe": True}
