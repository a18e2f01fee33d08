"""The parts of this documentation that are made while it is built: tables read off the code, and examples that run."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Add the two directives."""
    from sphinx_build_cache import read_by_other_code

    from vita_docs.directives import ExampleDirective, ReferenceDirective

    app.add_directive("vita-example", ExampleDirective)
    app.add_directive("vita-reference", ReferenceDirective)
    app.connect("env-get-outdated", read_by_other_code("vita_docs"))  # the other packages say so themselves
    return {"parallel_read_safe": True, "parallel_write_safe": True}
