"""A researcher's portfolio from Markdown and BibTeX: the facts as records, and everything else as views of them.

The modules here are the pure half: they know neither Sphinx nor docutils.
`sphinx_vita.sphinx` brings the records onto pages.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Set the extension up, so that `extensions = ["vita"]` is enough."""
    from sphinx_vita.sphinx import setup as setup_sphinx_ext

    return setup_sphinx_ext(app)
