"""The options of a directive as the author wrote them, to be judged all at once."""

from collections.abc import Callable

from docutils import nodes
from sphinx.util.docutils import SphinxDirective


class AnyOption(dict[str, Callable[[str], str]]):
    """An option_spec that takes every option as text, so that we judge it, not the parser."""

    def __bool__(self) -> bool:
        """Say that there are options, though none is listed."""
        return True

    def __contains__(self, _: object) -> bool:
        return True

    def __getitem__(self, _: str) -> Callable[[str], str]:
        return lambda text: text


class WrittenDirective(SphinxDirective):
    """A directive that takes an argument of several words, every option as text, and a body."""

    required_arguments = 0
    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = AnyOption()

    @property
    def argument(self) -> str:
        """The words behind the directive's name."""
        return " ".join(self.arguments[0].split()) if self.arguments else ""

    @property
    def written(self) -> dict[str, str | None]:
        """The options by name."""
        return {name: text if text is None else str(text) for name, text in self.options.items()}

    @property
    def file(self) -> str:
        """The path of the source file, for warnings."""
        return self.get_source_info()[0]

    @property
    def line(self) -> int:
        """The line of the directive in its source file, counted from 1."""
        return self.get_source_info()[1]

    def placed(self, node: nodes.Element) -> nodes.Element:
        """Give a node the place of the directive."""
        self.set_source_info(node)
        return node
