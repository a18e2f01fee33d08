"""The options of a directive as the author wrote them, to be judged all at once."""

import itertools
import re
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from typing import ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.sphinx.deprecated import take_deprecated_options
from sphinx_vita.sphinx.internals import is_of_an_author
from sphinx_vita.sphinx.problems import tell, warn


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

    known: ClassVar[Collection[str]] = ()

    @classmethod
    def option_names(cls, name: str) -> Collection[str]:
        """Return the options that the directive of that name has."""
        return cls.known

    @property
    def argument(self) -> str:
        """The words behind the directive's name."""
        return " ".join(self.arguments[0].split()) if self.arguments else ""

    @cached_property
    def written(self) -> Mapping[str, str | None]:
        """The options by name, under the names that they have now; a deprecated one is told.

        MyST drops all options, with a warning of its own, when one of them is not YAML; then each line is read alone.
        """
        written = {name: text if text is None else str(text) for name, text in self.options.items()} or self._lines()
        taken, findings = take_deprecated_options(self.name.rpartition(":")[2].lower(), written, self.line)
        tell(findings, file=self.file)
        return taken

    def _lines(self) -> dict[str, str]:
        """Read the lines of an option block as they stand."""
        block_text = re.sub(r"\A\s*(:{3,}|`{3,}|~{3,}).*", "", self.block_text)  # the fence of a Markdown page
        lines = [line.strip() for line in block_text.strip().split("\n")]  # other signs of a line's end are MyST's text
        if lines and lines[0] == "---":
            block = itertools.takewhile(lambda line: not line.startswith("---"), lines[1:])
        else:
            block = itertools.takewhile(re.compile(":(?!::)").match, lines)
        options = (re.match(r":?([\w-]+(?:\[[^\]:]*\])?):(?:\s+(.*))?$", line) for line in block)
        return {option[1]: _unquoted(option[2] or "") for option in options if option}

    def parse_body(self) -> list[nodes.Node]:
        """Parse the body, which shows what is written in it: it runs no code and reads no file."""
        settings = self.state.document.settings
        before = settings.raw_enabled, settings.file_insertion_enabled
        settings.raw_enabled = settings.file_insertion_enabled = False
        try:
            body = self.parse_content_to_nodes()
        finally:
            settings.raw_enabled, settings.file_insertion_enabled = before
        return [shown for node in body for shown in self._without_html(node)]

    def _without_html(self, node: nodes.Node) -> list[nodes.Node]:
        """Show the HTML of an author as it is written."""
        for raw in list(node.findall(nodes.raw)):
            if not is_of_an_author(raw):
                continue
            message = f"HTML is shown as it is written: {raw.astext().strip()[:60]!r}; write Markdown"
            warn(Mistake.UNKNOWN_VALUE, message, at=f"{self.file}:{raw.line}")
            is_inline = isinstance(raw.parent, nodes.TextElement)
            words = nodes.Text(raw.astext()) if is_inline else nodes.paragraph("", raw.astext())
            if raw is node:
                return [words]
            raw.replace_self(words)
        return [node]

    @property
    def file(self) -> str:
        """The path of the source file, for warnings."""
        return self.get_source_info()[0]

    @property
    def line(self) -> int:
        """The line of the directive in its source file, counted from 1."""
        return self.get_source_info()[1]

    def warn(self, mistake: Mistake, message: str) -> None:
        """Warn of a mistake in the directive."""
        warn(mistake, message, at=self.get_location())

    def refuse_options(self, why: str) -> None:
        """Warn of each option that is written, where the directive has none."""
        for name in self.written:
            self.warn(Mistake.UNKNOWN_OPTION, f"{self.name.rpartition(':')[2].lower()} has no option {name!r}; {why}")

    def placed(self, node: nodes.Element) -> nodes.Element:
        """Return a node the place of the directive."""
        self.set_source_info(node)
        return node


def _unquoted(value: str) -> str:
    """Take the quotation marks of YAML off a value that is well quoted."""
    if re.fullmatch(r"'(?:[^']|'')*'", value):
        return value[1:-1].replace("''", "'")
    return re.sub(r'\\(["\\])', r"\1", value[1:-1]) if re.fullmatch(r'"(?:[^"\\]|\\.)*"', value) else value
