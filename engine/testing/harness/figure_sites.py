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

from sphinx_computed_figures.controls import Button, Choice, Player, Slider, Switch
from sphinx_computed_figures.figure import Figure, Panel, Script, States
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


CONTROLS = (
    Player(),
    Slider(key="side", label="Side <m>", values=(1, 2, 5, 10), start=2, marks=((10, "Ten & more"),)),
    Choice(key="way", label="Way", options=(("up", "Up"), ("down", "Down")), start="up"),
    Switch(key="rim", label="Rim", start=True),
    Button(key="again", label="Start again"),
)


def running(data=(3,), script="drawings/squares.js"):
    panels = tuple(Panel(title=title, description="It runs.", svg=SQUARE.format(side=2)) for title in ("One", "Two"))
    data = data.encode() if isinstance(data, str) else list(data)
    script = Script(files=("models/shapes.js", script), controls=CONTROLS, said="Side 2", data=data)
    return Figure(panels=panels, header=("Side",), rows=(("1",),), script=script)


def heavy(side=9):
    path = "".join(f"M{{x}} {{x * side % 97}}h1" for x in range(200))
    dots = "".join(f'<circle cx="{{x}}" cy="2" r="1" fill="url(#a)"/>' for x in range(40))
    defs = '<defs><linearGradient id="a"><stop offset="1" stop-color="red"/></linearGradient></defs>'
    words = '<text x="1" y="9">An axis</text>'
    inner = f'{{defs}}<path class="c1 stroke" d="{{path}}"/><g data-key="dots">{{dots}}</g>{{words}}'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">{{inner}}</svg>'
    panels = (Panel(title="A cloud", description="It & more.", svg=svg),)
    names = tuple(map(str, range(90)))
    values = tuple((f".{{name}}",) for name in names)
    states = States(label="Side", names=names, start=1, keys=("dots opacity",), values=values)
    return Figure(panels=panels, header=("Side",), rows=((str(side),),), states=states)


def broken():
    raise RuntimeError("no such shape")
"""

# What runs in a page: the square grows with its side and turns while it plays.
MODEL_SCRIPT = "// A model.\nconst grown = (side) => side + 0;\n"
SCRIPT = """
computedFigures.explain(async (figure) => {
  const [more] = new Uint8Array(await figure.data());
  const surface = figure.surface(1);
  let turns = 0;
  const tell = () => figure.say(`Side ${figure.state.side}, ${figure.state.way}, ${turns} turns, ${more} more`);
  const handle = figure.handle(0, {
    label: "Corner",
    move: ({ x }) => figure.set("side", x * 2.5),
    nudge: (dx) => figure.set("side", figure.state.side + 5 * dx),
  });
  return {
    change({ side }) {
      figure.part("box").setAttribute("width", grown(side));
      handle.at(side / 2.5, 2, `${side} wide`);
      tell();
    },
    draw({ side, rim }) {
      const { context, scale } = surface;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, 4, 4);
      context.fillStyle = figure.colors[rim ? 1 : "quiet"];
      context.fillRect(0, 0, side / 2.5, 4);
    },
    tick() {
      turns += 1;
      tell();
    },
    step() {
      turns += 10;
      tell();
    },
    press() {
      turns = 0;
      tell();
    },
  };
});
"""


class Site:
    """The sources of a site and what is built of them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.source, self.output = folder, folder / "source", folder / "output"
        self.put("conf.py", 'extensions = ["sphinx_computed_figures"]\nhtml_theme = "basic"\n')
        self.put("drawings/squares.py", DRAWING.format(square=SQUARE))
        self.put("drawings/squares.js", SCRIPT)
        self.put("models/shapes.js", MODEL_SCRIPT)
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
