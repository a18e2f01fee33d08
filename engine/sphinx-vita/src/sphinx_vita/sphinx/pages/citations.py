"""How to cite a publication, filled in where a page or a list has the place for it."""

from typing import Any

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.pages.isolation import isolate
from sphinx_vita.sphinx.render.citing import copies
from sphinx_vita.sphinx.render.nodes import citation


class FillCitations(SphinxPostTransform):
    """Fills in what is copied to cite; it has nothing to resolve, and most nodes of a long list are in it."""

    default_priority = 700  # behind all others, each of which looks at every node

    def run(self, **_: Any) -> None:
        """Fill the places of one page."""
        publications = vita_domain(self.env).publications
        for place in list(self.document.findall(citation)):
            parts = copies(publications[place["key"]], whole=place["whole"])
            isolate(parts, self.config.language or "en")
            place.replace_self(parts)
