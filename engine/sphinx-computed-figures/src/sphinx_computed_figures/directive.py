"""The directive `computed-figure`: its argument names a function, its body is the caption."""

import ast
import json
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from sphinx_computed_figures.domain import FiguresDomain
from sphinx_computed_figures.drawing import Drawn, MissingError, draw
from sphinx_computed_figures.explanation import script_files, without_data
from sphinx_computed_figures.figure import Figure, Script
from sphinx_computed_figures.late import late_parts
from sphinx_computed_figures.nodes import computed_figure, figure_caption, figure_numbers, figure_picture

logger = logging.getLogger(__name__)


class ComputedFigureDirective(SphinxDirective):
    """Draw a figure, with parameters such as `:parameters: views=16, seed=3`.

    With `:small:` it is a card: the panels and the caption, whose first link leads on from all of it.
    """

    required_arguments = 1
    has_content = True
    option_spec = {
        "parameters": directives.unchanged,
        "name": directives.unchanged,
        "class": directives.class_option,
        "small": directives.flag,
    }
    meanings = {
        "parameters": "what the function is called with: 'views=16, seed=3'",
        "name": "a name for references to the figure",
        "class": "classes for style sheets",
        "small": "a card: the picture and the caption, whose first link leads on from all of it",
    }

    def run(self) -> list[nodes.Node]:
        try:
            drawn = draw(self.root, Path(self.env.doctreedir) / "figures", self.arguments[0], self.parameters())
            files = self.files(drawn.figure.script)
        except MissingError as error:
            logger.warning(str(error), type="computed_figures", subtype="missing", location=self.get_location())
            return []
        scripts = drawn.figure.script.files if drawn.figure.script else ()
        made_of = [*drawn.files, *(self.root / path for path in scripts)]
        paths = self.to_be_read([path.relative_to(self.root).as_posix() for path in made_of])
        for path in made_of:
            self.env.note_dependency(str(path))
        domain = self.env.get_domain("figures")
        assert isinstance(domain, FiguresDomain)
        if "small" not in self.options:  # a card leads to a page that links them
            domain.note(self.env.docname, paths, files)
        block = self.node(drawn, paths, tuple(files))
        identifier = block["ids"][0]
        domain.note_late(self.env.docname, identifier, *late_parts(drawn.figure, identifier))
        return [block]

    def files(self, script: Script | None) -> dict[str, str]:
        """Return what a figure runs with by name; a card stands still. Raises MissingError."""
        return script_files(self.root, script) if script and "small" not in self.options else {}

    @property
    def root(self) -> Path:
        """The folder of the site's sources."""
        return Path(self.env.srcdir)

    def parameters(self) -> dict[str, object]:
        """Read the parameters; raises MissingError where there is none to read."""
        written = self.options.get("parameters", "").strip()
        try:
            call = ast.parse(f"_({written})", mode="eval").body
            if not isinstance(call, ast.Call) or call.args or any(word.arg is None for word in call.keywords):
                raise ValueError(written)
            found = {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
            json.dumps(found)  # in which they are handed over: no bytes, no sets
            return found
        except (SyntaxError, ValueError, TypeError):
            raise MissingError(f"parameters {written!r} cannot be read: write name=value, name=value") from None

    def to_be_read(self, paths: list[str]) -> list[str]:
        """Leave out what lies beside the figure's own module: it helps to draw and computes nothing."""
        module = self.arguments[0].partition(":")[0].replace(".", "/")
        folder = module.rpartition("/")[0]
        models = [path for path in paths if path.rpartition("/")[0] != folder]
        return [*models, *(path for path in paths if path.removesuffix(".py") == module)]

    def node(self, drawn: Drawn, paths: list[str], files: tuple[str, ...]) -> nodes.Element:
        """Put the parts together: picture, caption, numbers with the links to the sources."""
        identifier = f"figure-{self.env.new_serialno('figures') + 1}"
        figure = without_data(drawn.figure)
        is_small = "small" in self.options
        classes = [*self.options.get("class", []), *(["figure-small"] if is_small else [])]
        block = computed_figure(classes=classes, ids=[identifier])
        block += figure_picture(figure=figure, identifier=identifier, files=files)
        block += figure_caption("", *self.parse_content_to_nodes())
        block += [] if is_small else [numbers(figure, paths)]
        self.set_source_info(block)
        self.add_name(block)
        return block


def numbers(figure: Figure, paths: list[str]) -> figure_numbers:
    """Return the numbers of a figure as a table that is closed at first, and its sources; searches pass it by."""
    widths = [max(map(len, column)) for column in zip(figure.header, *figure.rows, strict=True)]
    group = nodes.tgroup("", *(nodes.colspec(colwidth=width) for width in widths), cols=len(widths))
    group += nodes.thead("", _row(figure.header))
    group += nodes.tbody("", *map(_row, figure.rows))
    return figure_numbers("", nodes.table("", group), classes=["no-search"], paths=paths)


def _row(cells: tuple[str, ...]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", nodes.paragraph("", cell)) for cell in cells))
