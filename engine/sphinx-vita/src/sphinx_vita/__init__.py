"""A researcher's portfolio from Markdown and BibTeX: the facts as records, and everything else as views of them.

The rooms, from the foundation up. Each imports those above it in this list and none below; a test holds that.

| room | what it holds |
|---|---|
| `records` | the facts: one class for each kind, which says its name, its entry and its exports |
| `reading` | text into records: options, BibTeX, LaTeX, names, addresses, and what is wrong with them |
| `exports` | records into text: one module for each format |
| `sphinx` | the other half: the only room that knows Sphinx and docutils |
| `look` | data: style sheets, templates, what sets the PDFs |

A fact flows through them so. A directive or a bibliography is read into a record (`reading`), which the domain keeps by
its page (`sphinx.domain`). Once all pages are read, it is looked up (`sphinx.lookup`), fills views and references
(`sphinx.pages`), is drawn as nodes (`sphinx.render`), and goes into heads, PDFs and files (`sphinx.output`, `exports`).
The events of a build at which that happens are one list, `_listen` in `sphinx_vita.sphinx`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Set the extension up, so that `extensions = ["sphinx_vita"]` is enough."""
    from sphinx_vita.sphinx import setup as setup_sphinx_ext

    return setup_sphinx_ext(app)
