"""Formulas and pictures of a page as Typst markup."""

import re
from collections.abc import Callable, Collection

from docutils import nodes

from sphinx_vita.exports import typst
from sphinx_vita.sphinx.mathml import mathml_of
from sphinx_vita.sphinx.render.videos import VIDEO

FORMATS = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")  # that Typst reads
_LENGTHS = {"": "{:g}pt", "px": "{:g}pt", "pt": "{:g}pt", "cm": "{:g}cm", "mm": "{:g}mm", "in": "{:g}in", "%": "{:g}%"}
_PIXEL = 0.75  # points


def anchor_of(node: nodes.Node) -> str:
    """Return the anchor by which references of the same page lead to a node on paper, too; "" for none."""
    if not isinstance(node, nodes.figure | nodes.math_block) or not node["ids"] or "vita-video" in node["classes"]:
        return ""
    return str(node["ids"][0]) if isinstance(node, nodes.figure) or "number" in node else ""


def formula(tex: str, *, number: int | None = None, block: bool = False) -> str:
    """Write a formula; one that cannot be converted stays TeX."""
    try:
        return typst.formula(mathml_of(tex, as_block=block), tex, block=block, number=number)
    except Exception:  # whatever the converter stumbles over in broken TeX; the page tells of it
        return f"#raw({typst.literal(tex)});"


def equation(node: nodes.math_block) -> str:
    """Write a formula of its own, with its number where it has one."""
    written = formula(node.astext(), number=node.get("number"), block=True)
    return f"\n{written.rstrip(';')}{label(node)}\n"


def label(node: nodes.Element) -> str:
    """Write the label of what stands before it, for references."""
    anchor = anchor_of(node)
    return f"#label({typst.literal(anchor)})" if anchor else ""


def picture(node: nodes.image, known: Collection[str]) -> str:
    """Write a picture that is among those of the project; one that Typst cannot read is told in words."""
    alt, path = str(node.get("alt", "")), str(node["uri"])
    if any(name.startswith("vita-") for name in node["classes"]):
        return ""  # the layout of a CV has no place for it
    if path not in known or not path.lower().endswith(FORMATS):
        return typst.plain(alt)
    words = f", alt: {typst.literal(alt)}" if alt else ""
    width = _width(node.get("width", ""))
    shown = f"image({typst.literal('/' + path)}{words}{', width: 100%' if width else ''})"
    shown = shown if alt else f"pdf.artifact({shown})"
    return f"#box({f'width: {width}, ' if width else ''}{shown});"


def figure(node: nodes.figure, write: Callable[[nodes.Node], str], page: str) -> str:
    """Write a figure with its caption and legend below it; a video is a line with its address, or that of its page."""
    if "vita-video" in node["classes"]:
        return _video(node, node["address"] or page, write)
    below = (nodes.caption, nodes.legend)
    body = "".join(write(child) for child in node.children if not isinstance(child, below))
    words = "".join(write(child) for child in node.children if isinstance(child, below)).strip()
    caption = f", caption: [{words}]" if words else ""
    return f"\n#figure([{body}]{caption}, numbering: none){label(node)}\n"


def _video(node: nodes.figure, address: str, write: Callable[[nodes.Node], str]) -> str:
    caption = "".join(write(child) for child in node.children if isinstance(child, nodes.caption)).strip()
    words = caption or typst.plain(node["title"])
    spelled = typst.plain(address.partition("//")[2].rstrip("/"))
    link = f" (#link({typst.literal(address)})[{spelled}])" if address else ""
    return f"\n#small[{typst.plain(VIDEO + ': ')}{words}{link}]\n\n"


def _width(written: str) -> str:
    """Return a width in Typst's words; "" for a unit that paper does not have."""
    found = re.fullmatch(r"([0-9.]+)\s*([a-z%]*)", written)
    unit = _LENGTHS.get(found[2]) if found else None
    if not found or not unit:
        return ""
    return unit.format(float(found[1]) * (_PIXEL if found[2] in ("", "px") else 1))
