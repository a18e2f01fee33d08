"""The icon of the site: the person's initials, set by Typst, unless the project has a `html_favicon` of its own."""

import re
import struct
from collections.abc import Callable, Iterator
from functools import partial

from sphinx.application import Sphinx

from sphinx_vita.exports import typst
from sphinx_vita.exports.manifest import ICON_SIZES
from sphinx_vita.reading.owner import initials_of
from sphinx_vita.records.portfolio import Portfolio

TOUCH_SIZE = 180  # pixels, what a phone asks for
ICO_SIZE = 32  # of the file that is asked for where nothing names an icon: beside a PDF, by old browsers, by crawlers
_NUMBER = re.compile(r"-?\d+\.\d+")
_PATH = re.compile(r' d="([^"]*)"')
_AROUND = re.compile(r" *([a-zA-Z]) *")
_NAME = re.compile(r"\bg[0-9A-F]{32}\b")


def icons(app: Sphinx, portfolio: Portfolio) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
    """Yield for each icon its path, its source and what sets it."""
    letters = initials_of(portfolio.profile.name if portfolio.profile else portfolio.title)
    for size, path in ((TOUCH_SIZE, "apple-touch-icon.png"), *((size, f"icon-{size}.png") for size in ICON_SIZES)):
        source = _source(app, letters, size)
        yield path, source, partial(_set, typst.compile_png, source)
    source = _source(app, letters, ICO_SIZE)
    yield "favicon.ico", source, partial(_set, typst.compile_png, source, ico)
    source = _source(app, letters, 64)
    yield "icon.svg", source, partial(_set, typst.compile_svg, source, light)


def _set(
    compile_as: Callable[[str], typst.Typeset], source: str, then: Callable[[bytes], bytes] = lambda content: content
) -> bytes:
    return then(compile_as(source).content)


def ico(png: bytes) -> bytes:
    """Put a PNG with ICO_SIZE pixels a side into the form that Windows gave to icons."""
    head = struct.pack("<3H", 0, 1, 1)  # reserved, an icon, one picture
    entry = struct.pack("<4B2H2I", ICO_SIZE, ICO_SIZE, 0, 0, 1, 32, len(png), 22)  # both heads have 22 bytes
    return head + entry + png


def light(svg: bytes) -> bytes:
    """Write an outline in tenths, with short names and without needless words: a page may carry it."""
    text = _NUMBER.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), svg.decode())
    text = _PATH.sub(lambda found: f' d="{_AROUND.sub(lambda command: command[1], found[1])}"', text)
    for place, name in enumerate(dict.fromkeys(_NAME.findall(text))):
        text = text.replace(name, f"g{place}")
    needless = (' xmlns:h5="http://www.w3.org/1999/xhtml"', ' xmlns:xlink="http://www.w3.org/1999/xlink"', "xlink:")
    for words in (*needless, ' fill-rule="nonzero"', ' x="0" y="0"'):
        text = text.replace(words, "")
    return text.encode()


def _source(app: Sphinx, letters: str, size: int) -> str:
    return "".join(
        (
            f"#let initials = {typst.literal(letters)}\n",
            f"#let size = {size}pt\n",
            f"#let accent = rgb({typst.literal(app.config.vita_accent)})\n",
            typst.template("icon.typ"),
        )
    )
