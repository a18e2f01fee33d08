"""The icon of the site: the person's initials, set by Typst, unless the project has a `html_favicon` of its own."""

from collections.abc import Callable, Iterator
from functools import partial

from sphinx.application import Sphinx

from vita import typst
from vita.exporters.manifest import ICON_SIZES
from vita.portfolio import Portfolio
from vita.sphinx_ext.render.profile import initials

TOUCH_SIZE = 180  # pixels, what a phone asks for


def icons(app: Sphinx, portfolio: Portfolio) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Give for each icon its path, its source and what sets it."""
    letters = initials(portfolio.profile.name if portfolio.profile else portfolio.title)
    for size, path in ((TOUCH_SIZE, "apple-touch-icon.png"), *((size, f"icon-{size}.png") for size in ICON_SIZES)):
        source = _source(app, letters, size)
        yield path, source, partial(_set, typst.compile_png, source)
    source = _source(app, letters, 64)
    yield "icon.svg", source, partial(_set, typst.compile_svg, source)


def _set(compile_as: Callable[[str], typst.Typeset], source: str) -> bytes:
    return compile_as(source).content


def _source(app: Sphinx, letters: str, size: int) -> str:
    return "".join(
        (
            f"#let initials = {typst.literal(letters)}\n",
            f"#let size = {size}pt\n",
            f"#let accent = rgb({typst.literal(app.config.vita_accent)})\n",
            typst.template("icon.typ"),
        )
    )
