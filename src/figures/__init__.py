"""Figures that the build computes, for any Sphinx HTML site: a Python function draws, the page shows."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Add the directive, its nodes, the style and the script, and a page for each source file of a figure."""
    from build_cache import read_by_other_code
    from figures.assets import add_assets, offer_assets
    from figures.directive import ComputedFigureDirective
    from figures.domain import FiguresDomain
    from figures.nodes import PlainFigures, add_nodes
    from figures.source_pages import source_pages

    app.add_domain(FiguresDomain)
    app.add_directive("computed-figure", ComputedFigureDirective)
    app.add_post_transform(PlainFigures)
    add_nodes(app)
    app.connect("env-get-outdated", read_by_other_code("figures"))
    app.connect("html-page-context", add_assets)
    app.connect("html-collect-pages", source_pages)
    app.connect("builder-inited", offer_assets)
    return {"version": "0.1", "parallel_read_safe": True, "parallel_write_safe": True}
