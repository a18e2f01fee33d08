"""The HTML of a picture: each format and width for the browser to choose from, and the size, so that nothing jumps."""

from html import escape
from urllib.parse import quote

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri
from sphinx.writers.html5 import HTML5Translator

from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.output.pictures.published import Published
from sphinx_vita.sphinx.output.pictures.uses import USES, Use
from sphinx_vita.sphinx.render.nodes import picture

_TYPES = {"avif": "image/avif", "webp": "image/webp"}


def add_pictures(app: Sphinx) -> None:
    """Register the node; where there is no picture to show, its children stand in its place."""
    app.add_node(picture, html=(_picture, _nothing))


def _picture(self: HTML5Translator, node: nodes.Element) -> None:
    published = vita_domain(self.builder.env).pictures.get((node["path"], node["use"]))
    if published is None:
        return
    here = self.builder.get_target_uri(self.builder.current_docname)
    self.body.append(html_of(published, USES[node["use"]], here, alt=node["alt"], classes=node["classes"]))
    raise nodes.SkipNode


def html_of(published: Published, use: Use, here: str, *, alt: str, classes: list[str]) -> str:
    """Write a picture for a page at `here`."""
    sets: dict[str, list[str]] = {}  # by format; the last is the one that every browser takes
    for path, variant in published.files:
        sets.setdefault(variant.ending, []).append(f"{relative_uri(here, path)} {variant.width}w")
    *modern, plain = [*sets.items()] or [("", [])]
    width, height = published.size or ("", "")
    attributes = {
        "class": " ".join([*classes, *(["vita-on-paper"] if published.has_holes else [])]),
        "src": relative_uri(here, quote(published.path)),
        "srcset": ", ".join(plain[1]),
        "sizes": use.sizes if plain[1] else "",
        "width": width,
        "height": height,
        "loading": "lazy" if use.is_lazy else "",
        "decoding": "async",
    }
    written = "".join(f' {name}="{escape(str(value))}"' for name, value in attributes.items() if value)
    image = f'<img alt="{escape(alt)}"{written}>'
    sources = "".join(
        f'<source type="{_TYPES[ending]}" srcset="{", ".join(files)}" sizes="{use.sizes}">' for ending, files in modern
    )
    return f"<picture>{sources}{image}</picture>" if sources else image


def _nothing(_self: object, _node: nodes.Element) -> None:
    """Leave the children as they are."""
