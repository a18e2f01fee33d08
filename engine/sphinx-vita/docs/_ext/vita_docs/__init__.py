"""What the documentation of the packages has in common: tables read off the code, examples that run, their style."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Add the two directives and the style."""
    from sphinx_build_cache import read_by_other_code

    from vita_docs.directives import ExampleDirective, ReferenceDirective

    app.add_directive("vita-example", ExampleDirective)
    app.add_directive("vita-reference", ReferenceDirective)
    app.connect("builder-inited", add_style)
    app.add_css_file("docs.css")
    app.connect("env-get-outdated", read_by_other_code("vita_docs"))  # the other packages say so themselves
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_style(app: "Sphinx") -> None:
    """Have the style sheet copied."""
    app.config.html_static_path.append(str(Path(__file__).parent / "static"))
