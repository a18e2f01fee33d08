"""What the letters of some scripts ask for: those without italics stand upright, in prose bold; some break anywhere."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.exports.scripts import script_of
from sphinx_vita.sphinx.pages.isolation import is_of_record

_BREAKING = ("Chinese", "Japanese", "Korean")  # lines end between any two letters, a number and its sign too


class UprightEmphasis(SphinxPostTransform):
    """Marks emphasis whose letters browsers would slant, and lines of facts that they would break within one."""

    default_priority = 710  # behind all that fills a page
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Mark each; in a record it stands for the italics of a title, which need no other sign."""
        for node in self.document.findall(nodes.emphasis):
            if any(map(script_of, node.astext())):
                is_title = is_of_record(node) or "vita-reference" in node.parent["classes"]
                node["classes"].append("vita-upright" if is_title else "vita-stressed")
        for line in self.document.findall(nodes.paragraph):
            if "vita-venue" in line["classes"] and any(script_of(each) in _BREAKING for each in line.astext()):
                line["classes"].append("vita-kept")
