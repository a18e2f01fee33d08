"""The Sphinx half: records come from directives and bibliographies, and go onto pages."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Register the domain and what surrounds it."""
    from vita.sphinx_ext.checks import RefuseForeignFiles
    from vita.sphinx_ext.config import add_config_values
    from vita.sphinx_ext.directives import DIRECTIVES
    from vita.sphinx_ext.directives.publication import PublicationTitleRole
    from vita.sphinx_ext.domain import VitaDomain
    from vita.sphinx_ext.downloads import FillDownloads
    from vita.sphinx_ext.markdown.parser import PageParser
    from vita.sphinx_ext.mathml import add_math_renderer
    from vita.sphinx_ext.open_graph import load_open_graph
    from vita.sphinx_ext.render.nodes import add_nodes
    from vita.sphinx_ext.transforms import AnchorAtHeading, MoveCitations, OneIdEach, TitleFromRecord
    from vita.sphinx_ext.views import FillViews

    app.setup_extension("myst_parser")
    app.add_source_parser(PageParser, override=True)
    app.setup_extension("sphinx_design")
    load_open_graph(app)
    add_config_values(app)
    add_nodes(app)
    add_math_renderer(app)
    app.add_domain(VitaDomain)
    for name, directive in DIRECTIVES.items():
        app.add_directive_to_domain("vita", name, directive)
    app.add_role_to_domain("vita", "pub-title", PublicationTitleRole())
    for transform in (MoveCitations, TitleFromRecord, AnchorAtHeading, RefuseForeignFiles):
        app.add_transform(transform)
    for post_transform in (FillViews, FillDownloads, OneIdEach):
        app.add_post_transform(post_transform)
    _listen(app)
    return {"version": "0.1", "env_version": 3, "parallel_read_safe": True, "parallel_write_safe": True}


def _listen(app: "Sphinx") -> None:
    """Take part in each step of a build."""
    from build_cache import read_by_other_code
    from vita.sphinx_ext.checks import check_links
    from vita.sphinx_ext.descriptions import note_description
    from vita.sphinx_ext.downloads import add_footer
    from vita.sphinx_ext.export import write_files
    from vita.sphinx_ext.freshness import note_uses, outdated_pages, pages_to_rewrite
    from vita.sphinx_ext.heads import add_head
    from vita.sphinx_ext.library import load_library
    from vita.sphinx_ext.neighbours import add_neighbours
    from vita.sphinx_ext.open_graph import configure_open_graph
    from vita.sphinx_ext.pages import check_pdfs
    from vita.sphinx_ext.pdf.build import keep_body
    from vita.sphinx_ext.search import forget_words, remember_stems
    from vita.sphinx_ext.settings import check_settings
    from vita.sphinx_ext.sources import hide_source

    for event, *listeners in (
        ("config-inited", check_settings, configure_open_graph),
        ("builder-inited", _add_stylesheet, load_library),
        ("env-get-outdated", outdated_pages, read_by_other_code("vita")),
        ("doctree-read", check_links, note_uses, note_description),
        ("env-updated", pages_to_rewrite),
        ("env-check-consistency", check_pdfs),
        ("doctree-resolved", remember_stems),
        ("html-page-context", hide_source),
        ("html-collect-pages", forget_words),
        ("build-finished", write_files),
    ):
        for listener in listeners:
            app.connect(event, listener)
    app.connect("doctree-resolved", keep_body, 900)  # after whatever else changes a page
    # In this order, and before sphinxext-opengraph, which takes the fields of the last.
    for priority, fill in enumerate((add_neighbours, add_footer, add_head), 400):
        app.connect("html-page-context", fill, priority)


def _add_stylesheet(app: "Sphinx") -> None:
    """Serve the style sheet of the records.

    Not earlier: Sphinx writes a digest of the settings into its output, and this path differs between machines.
    """
    app.config.html_static_path.insert(0, str(Path(__file__).parent / "static"))
    app.add_css_file("vita.css")
