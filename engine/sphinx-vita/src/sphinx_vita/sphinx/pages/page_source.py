"""The source of a page that a theme may show: not where something on the page is withheld from the public."""

from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from sphinx_vita.sphinx.domain import vita_domain


def hide_source(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Keep the Markdown of a page with private records or fields out of the output, an earlier copy of it too."""
    written = context.get("sourcename")
    if written and pagename in vita_domain(app.env).data["withheld"]:
        context["sourcename"], context["has_source"], context["show_source"] = "", False, False
        (Path(app.outdir) / "_sources" / written).unlink(missing_ok=True)
