"""Emphasis in scripts that have no italics: their letters stand upright, and in prose they are bold instead."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.exports.scripts import script_of
from sphinx_vita.sphinx.pages.isolation import is_of_record


class UprightEmphasis(SphinxPostTransform):
    """Marks emphasis whose letters browsers would slant: Chinese, Japanese, Korean, Arabic, Hebrew and others."""

    default_priority = 710  # behind all that fills a page
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Mark each; in a record it stands for the italics of a title, which need no other sign."""
        for node in self.document.findall(nodes.emphasis):
            if any(map(script_of, node.astext())):
                is_title = is_of_record(node) or "vita-reference" in node.parent["classes"]
                node["classes"].append("vita-upright" if is_title else "vita-stressed")
