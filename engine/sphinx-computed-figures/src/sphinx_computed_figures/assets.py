"""The style of figures, and the script of those that can be moved, which is loaded when one comes into view."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes

from sphinx_computed_figures.nodes import computed_figure, figure_picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PACKAGE = Path(__file__).parent
STATIC = PACKAGE / "static"


def offer_assets(app: "Sphinx") -> None:
    """Let Sphinx copy the style and the script like those of the site."""
    app.config.html_static_path.insert(0, str(STATIC))


def add_assets(
    app: "Sphinx", _page: str, _template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Add the style to a page with figures, and what loads the script to one with a figure that can be moved."""
    if doctree is None or not any(doctree.findall(computed_figure)):
        return
    app.add_css_file("computed-figures.css")
    if any(node["figure"].states for node in doctree.findall(figure_picture)):
        address = context["pathto"]("_static/computed-figures.js", resource=True)
        loader = (PACKAGE / "loader.js").read_text("utf-8").strip()
        attributes: dict[str, Any] = {"data-script": f"{address}?v={_checksum()}"}
        app.add_js_file(None, body=loader, **attributes)


def _checksum() -> str:
    return hashlib.sha256((STATIC / "computed-figures.js").read_bytes()).hexdigest()[:8]
