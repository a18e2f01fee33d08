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

    app.add_config_value("instant_search_names", [], "html", types=frozenset({list, tuple}))
    app.add_config_value("instant_search_skip", [], "html", types=frozenset({list, tuple}))
    app.add_config_value("instant_search_full_text", 1_500_000, "html", types=frozenset({int}))
    app.connect("config-inited", tell_states)
    app.connect("builder-inited", take_keys)
    app.connect("env-get-outdated", read_by_other_code("sphinx_instant_search"))
    harvest = Harvest()
    app.connect("env-updated", harvest.start, priority=900)
    # After whatever else changes a page at this moment.
    app.connect("doctree-resolved", harvest.gather, priority=900)
    app.connect("env-updated", add_loader, priority=950)
    app.connect("build-finished", harvest.finish)
    return {"version": version("sphinx-instant-search"), "parallel_read_safe": True, "parallel_write_safe": True}
