"""What other formats than HTML show of the engine's own nodes: nodes of docutils, which every writer knows."""

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.pages.filters import paper_filter
from sphinx_vita.sphinx.render import nodes as own
from sphinx_vita.sphinx.render.videos import player

_FRAMED = {"vita-buttons", "vita-venue"}  # lines of buttons and badges
Plain = Callable[[Any], list[nodes.Node]]


def _nothing(_node: nodes.Element) -> list[nodes.Node]:
    return []


def _children(node: nodes.Element) -> list[nodes.Node]:
    return node.children


def _paragraph(node: own.heading) -> list[nodes.Node]:
    return [nodes.paragraph("", "", *node.children, **node.attributes)]


def _bullets(node: own.numbered_list) -> list[nodes.Node]:
    """Make a list without numbers of its own: its items say theirs, which may count down."""
    return [nodes.bullet_list("", *node.children, ids=node["ids"], classes=node["classes"])]


def _struck(node: own.struck) -> list[nodes.Node]:
    return [nodes.inline("", "", nodes.Text("~~"), *node.children, nodes.Text("~~"))]


def _unfolded(node: own.unfolding) -> list[nodes.Node]:
    """Put what opens under its summary."""
    summary = nodes.paragraph("", "", nodes.strong("", node["summary"]))
    return [nodes.container("", summary, *node.children, ids=node["ids"])]


PLAIN: dict[type[nodes.Element], Plain] = {
    # What is for a screen alone.
    **dict.fromkeys((own.permalink, own.spoken, own.icon, own.coins, paper_filter), _nothing),
    # What has in it what stands in its place.
    **dict.fromkeys((own.unspoken, own.isolated, own.picture, own.task, player), _children),
    own.heading: _paragraph,
    own.numbered_list: _bullets,
    own.struck: _struck,
    own.unfolding: _unfolded,
}


class PlainNodes(SphinxPostTransform):
    """Replaces the engine's nodes for every writer but HTML's, those of other projects too."""

    default_priority = 705  # behind all that makes such nodes

    def is_supported(self) -> bool:
        """Return whether the builder writes another format than HTML."""
        return vita_domain(self.env).app.builder.format != "html"

    def run(self, **_: Any) -> None:
        """Replace each of them, the outer ones first; name videos, and part what no frame parts."""
        for node in [node for node in self.document.findall(nodes.Element) if type(node) in PLAIN]:
            node.parent.replace(node, PLAIN[type(node)](node))
        for video in self.document.findall(nodes.figure):
            if video.get("title") and "vita-video" in video["classes"]:
                video.insert(0, nodes.paragraph("", "", nodes.strong("", video["title"])))
        for line in self.document.findall(nodes.paragraph):
            if _FRAMED & set(line["classes"]):
                for blank in [child for child in line.children if child.astext() == " "]:
                    line.replace(blank, nodes.Text(" · "))
