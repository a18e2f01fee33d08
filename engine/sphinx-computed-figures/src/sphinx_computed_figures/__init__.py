"""Figures that the build computes, for any Sphinx HTML site: a Python function draws, the page shows."""

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Add the directive, its nodes, the style and the script, and a page for each source file of a figure."""
    from sphinx_build_cache import read_by_other_code

    from sphinx_computed_figures.assets import add_assets, make_files, offer_assets
    from sphinx_computed_figures.directive import ComputedFigureDirective
    from sphinx_computed_figures.domain import FiguresDomain
    from sphinx_computed_figures.language import add_catalogs
    from sphinx_computed_figures.nodes import add_nodes, say_in_words
    from sphinx_computed_figures.source_pages import source_pages

    app.add_domain(FiguresDomain)
    app.add_directive("computed-figure", ComputedFigureDirective)
    add_nodes(app)
    app.connect("config-inited", add_catalogs)
    app.connect("env-get-outdated", read_by_other_code("sphinx_computed_figures"))
    app.connect("doctree-resolved", say_in_words)
    app.connect("html-page-context", add_assets)
    app.connect("html-collect-pages", source_pages)
    app.connect("builder-inited", offer_assets)
    app.connect("write-started", make_files)
    return {"version": version("sphinx-computed-figures"), "parallel_read_safe": True, "parallel_write_safe": True}
