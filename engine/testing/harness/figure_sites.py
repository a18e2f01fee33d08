"""A small site for each test, built with `figures` and nothing of this project besides."""

from io import StringIO
from pathlib import Path
from warnings import catch_warnings, filterwarnings

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect id="a" data-key="box" width="{side}"/></svg>'

# Draws a square, and notes outside of the site each time that it does.
DRAWING = """
from pathlib import Path

from sphinx_computed_figures.figure import Figure, Panel, States
from models import shapes

LOG = Path(__file__).parent.parent.parent / "drawn.txt"
SQUARE = {square!r}


def square(side=1, words="a square"):
    with LOG.open("a") as log:
        log.write(f"{{side}} ")
    side = shapes.grown(side)
    return Figure(
        panels=(Panel(title="A square", description=words, svg=SQUARE.format(side=side)),),
        header=("Side",),
        rows=((str(side),),),
    )


def moved():
    values = (("1",), ("2",), ("3",))
    states = States(label="Side", names=("one", "two", "</script>"), start=1, keys=("box width",), values=values)
    panels = (Panel(title="A square", description="It grows.", svg=SQUARE.format(side=2)),)
    return Figure(panels=panels, header=("Side",), rows=(("1",), ("2",), ("3",)), states=states)


def broken():
    raise RuntimeError("no such shape")
"""


class Site:
    """The sources of a site and what is built of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.source, self.output = folder, folder / "source", folder / "output"
        self.put("conf.py", 'extensions = ["sphinx_computed_figures"]\nhtml_theme = "basic"\n')
        self.put("drawings/squares.py", DRAWING.format(square=SQUARE))
        self.put("models/shapes.py", "def grown(side):\n    return side + 0\n")
        self.write(index="A page\n======\n")

    def put(self, path: str, text: str) -> None:
        """Write a file of the site."""
        target = self.source / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")

    def write(self, **pages: str) -> None:
        """Write pages in reStructuredText."""
        for name, text in pages.items():
            orphan = "" if name == "index" else ":orphan:\n\n"
            self.put(f"{name}.rst", orphan + text)

    def build(
        self, builder: str = "html", *, warnings: str = "", processes: int = 1, output: Path | None = None
    ) -> Path:
        """Build; what is told must hold the one warning that is expected, and nothing where none is."""
        output = output or self.output
        told = StringIO()
        with catch_warnings(), docutils_namespace(), patch_docutils(self.source):
            filterwarnings("ignore", category=DeprecationWarning)  # Sphinx forks with threads
            doctrees = output / ".doctrees"
            app = Sphinx(
                self.source, self.source, output, doctrees, builder, status=None, warning=told, parallel=processes
            )
            app.build()
        assert warnings in told.getvalue()
        assert told.getvalue().count("WARNING") == bool(warnings), told.getvalue()
        return output

    def page(self, name: str = "index", output: Path | None = None) -> BeautifulSoup:
        """Read a page."""
        return BeautifulSoup(((output or self.output) / f"{name}.html").read_text("utf-8"), "html.parser")

    def drawn(self) -> str:
        """Say what was drawn so far, in order."""
        log = self.folder / "drawn.txt"
        return log.read_text("utf-8").strip() if log.exists() else ""


def figure(function: str = "square", *, caption: str = "What it shows.", **options: str) -> str:
    """Write a figure as an author does."""
    lines = "".join(f"   :{name}: {value}\n" for name, value in options.items())
    return f".. computed-figure:: drawings.squares:{function}\n{lines}\n   {caption}\n\n"


def home(*parts: str) -> str:
    """Write the home page."""
    return "A page\n======\n\n" + "\n".join(parts)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a drawing, the model that it imports, and an empty home page."""
    return Site(tmp_path)
