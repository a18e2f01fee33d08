"""`vita-reference`: a table of what the code declares. `vita-example`: Markdown, and what it gives on a page."""

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from vita_docs.tables import SUBJECTS


class ReferenceDirective(SphinxDirective):
    """Print what the code says of a subject, such as `options` with the name of a kind of record behind it."""

    required_arguments = 1
    optional_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the tables; a name that the code does not know is an error of this documentation, so it raises."""
        subject, name = [*self.arguments, ""][:2]
        return self.parse_text_to_nodes(SUBJECTS[subject](self.config, name))


class ExampleDirective(SphinxDirective):
    """Show Markdown as it is written, and below it what it gives."""

    has_content = True
    option_spec = {"language": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the source and the result; the words of the source stand once for the search."""
        text = "\n".join(self.content)
        source = nodes.literal_block(text, text, language=self.options.get("language", "md"))
        result = nodes.container("", *self.parse_content_to_nodes(), classes=["vita-example-result"])
        return [nodes.container("", source, result, classes=["vita-example"])]
