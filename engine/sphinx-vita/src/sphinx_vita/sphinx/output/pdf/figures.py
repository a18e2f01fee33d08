"""Formulas and pictures of a page as Typst markup."""

import re

from docutils import nodes

from sphinx_vita.exports import typst
from sphinx_vita.sphinx.mathml import mathml_of
from sphinx_vita.sphinx.output.pdf.writing import Page, Writer
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


def _image(node: nodes.image, page: Page) -> str:
    """Write a picture of the site; one that Typst cannot read is told in words."""
    path, alt = str(node["uri"]), node.get("alt") or ""
    if any(name.startswith("vita-") for name in node["classes"]):
        return ""  # the layout of a CV has no place for it
    if path not in page.pictures or not path.lower().endswith(FORMATS):
        return typst.plain(alt)
    sizes = "".join(f", {name}: {size}" for name in ("width", "height") if (size := _length(node.get(name, ""))))
    is_inline = isinstance(node.parent, nodes.TextElement) and len(node.parent.children) > 1
    place = typst.literal(f"/{path}")
    return f"#picture({place}, {typst.literal(alt)}, inline: {str(is_inline).lower()}{sizes});"


def _figure(node: nodes.figure, page: Page) -> str:
    """Write a figure with its caption and legend below it; a video is a line with its address, or that of its page."""
    if "vita-video" in node["classes"]:
        return _video(node, node["address"] or page.address, page)
    below = (nodes.caption, nodes.legend)
    body = page.joined(child for child in node.children if not isinstance(child, below))
    words = " ".join(page.children(child).strip() for child in node.children if isinstance(child, below))
    is_figure = "#picture(" in body and any(image.get("alt") for image in node.findall(nodes.image))
    return f"\n#illustration(is-figure: {str(is_figure).lower()})[{body}][{words}]{label(node)}\n"


def _video(node: nodes.figure, address: str, page: Page) -> str:
    caption = "".join(page.children(child) for child in node.children if isinstance(child, nodes.caption)).strip()
    words = caption or typst.plain(node["title"])
    spelled = typst.plain(address.partition("//")[2].rstrip("/"))
    link = f" (#link({typst.literal(address)})[{spelled}])" if address else ""
    return f"\n#small[{typst.plain(VIDEO + ': ')}{words}{link}]\n\n"


def _length(written: str) -> str:
    """Return a length in Typst's words; "" for a unit that paper does not have."""
    found = re.fullmatch(r"([0-9.]+)\s*([a-z%]*)", written)
    unit = _LENGTHS.get(found[2]) if found else None
    if not found or not unit:
        return ""
    return unit.format(float(found[1]) * (_PIXEL if found[2] in ("", "px") else 1))


WRITERS: dict[type, Writer] = {
    nodes.math: lambda node, _: formula(node.astext()),
    nodes.math_block: lambda node, _: equation(node),
    nodes.image: _image,
    nodes.figure: _figure,
}
