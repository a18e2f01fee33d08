"""Draws the first page of the invented CV in each layout, for the documentation: `python layouts.py FOLDER`."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import typst
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace
from sphinx_vita.exports.fonts import Fonts, found
from sphinx_vita.look import LAYOUTS
from sphinx_vita.sphinx.output.pdf.build import source_of
from sphinx_vita.sphinx.portfolio import portfolio_of

PORTFOLIO = Path(__file__).parents[1] / "portfolio"
POINTS_A_PIXEL = 1.25


def first_page(layout: str) -> bytes:
    """Return the first page of the CV as PNG."""
    settings = {"vita_layout": layout, "vita_cards": 0, "vita_exports": True}
    with TemporaryDirectory() as folder, docutils_namespace():
        app = Sphinx(PORTFOLIO, PORTFOLIO, folder, folder, "html", settings, status=None)
        app.build()
        author = portfolio_of(app).title
        source = source_of(app, "cv", author=author, address="")
    pages = typst.Compiler(font_paths=found(Fonts().folders)).compile(
        source.encode(), format="png", ppi=72 / POINTS_A_PIXEL
    )
    assert isinstance(pages, list)
    return pages[0]


if __name__ == "__main__":
    for name in LAYOUTS:
        (Path(sys.argv[1]) / f"layout-{name}.png").write_bytes(first_page(name))
