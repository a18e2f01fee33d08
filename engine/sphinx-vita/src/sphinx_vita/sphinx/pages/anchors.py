"""The anchors of entries: given when all pages are read, since only then it is known which keys are contested."""

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.lookup import Place, anchor_of, place_of
from sphinx_vita.sphinx.render.entries import give_anchor


class AnchorEntries(SphinxPostTransform):
    """Gives each entry the anchor of its record, on the page where it is written."""

    default_priority = 3  # before views take their places

    def run(self, **_: Any) -> None:
        """Match entries and records; of two with one key the first has the anchor."""
        anchors: dict[Place, list[str]] = {}
        for record in vita_domain(self.env).catalog.records.get(self.env.docname, ()):
            anchors.setdefault(place_of(record), []).append(anchor_of(record))
        given: set[str] = set()
        for shown in self.document.findall(nodes.container) if anchors else ():
            waiting = anchors.get(shown["record"]) if "record" in shown and "page_title" not in shown else None
            anchor = waiting.pop(0) if waiting else ""
            if anchor and anchor not in given:
                given.add(anchor)
                give_anchor(shown, anchor)
