"""A small site for each test, built with `palette` and nothing of this project besides."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from warnings import catch_warnings, filterwarnings

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = 'extensions = ["sphinx_instant_search"]\nhtml_theme = "basic"\n'


class Hit(NamedTuple):
    """An entry of the index, spelled out."""

    address: str
    kind: str
    title: str
    names: str
    text: str


class Site:
    """The sources of a site and what is built of them."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.output = folder / "output"
        self.source.mkdir()
        self.conf()

    def conf(self, more: str = "") -> None:
        """Set the settings: the usual ones and more."""
        (self.source / "conf.py").write_text(CONF + more, "utf-8")

    def write(self, **pages: str) -> None:
        """Write pages in reStructuredText; two underscores in a name stand for a slash.

        The home page lists them all, unless it is one of them.
        """
        for name, text in pages.items():
            path = self.source / f"{name.replace('__', '/')}.rst"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        if "index" not in pages:
            self._write_home()

    def remove(self, name: str) -> None:
        """Take a page out."""
        (self.source / f"{name}.rst").unlink()
        self._write_home()

    def _write_home(self) -> None:
        home = self.source / "index.rst"
        pages = [path for path in sorted(self.source.rglob("*.rst")) if ":orphan:" not in path.read_text("utf-8")]
        lines = (f"   {page.relative_to(self.source).as_posix()}\n" for page in pages if page != home)
        home.write_text(f"Home\n====\n\n.. toctree::\n\n{''.join(lines)}", "utf-8")

    def build(
        self,
        builder: str = "html",
        *,
        processes: int = 1,
        output: Path | None = None,
        doctrees: Path | None = None,
    ) -> Path:
        """Build silently; gives the folder of the output, which has the doctrees in `.doctrees` if nothing is said."""
        output = output or self.output
        doctrees = doctrees or output / ".doctrees"
        told = StringIO()
        with catch_warnings(), docutils_namespace(), patch_docutils(self.source):
            filterwarnings("ignore", category=DeprecationWarning)  # Sphinx forks with threads
            app = Sphinx(
                self.source, self.source, output, doctrees, builder, status=None, warning=told, parallel=processes
            )
            app.build()
        assert told.getvalue() == ""
        return output

    def hits(self, output: Path | None = None) -> list[Hit]:
        """Read the index."""
        index = read_index(output or self.output)
        return [_spelled_out(row, index) for row in index["entries"]]

    def hit(self, address: str) -> Hit:
        """Give the one entry of an address."""
        (found,) = (hit for hit in self.hits() if hit.address == address)
        return found


def read_index(output: Path) -> dict[str, Any]:
    """Read the index as it is written."""
    text = (output / "_static/instant-search/index.js").read_text("utf-8")
    read: dict[str, Any] = json.loads(text.removeprefix("paletteIndex="))
    return read


def _spelled_out(row: list[Any], index: dict[str, Any]) -> Hit:
    page, anchor, kind, title, names, text = (row + ["", 0, "", "", ""][len(row) - 1 :])[:6]
    address, heading, _ = index["pages"][page]
    return Hit(f"{address}#{anchor}" if anchor else address, index["kinds"][kind], title or heading, names, text)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a home page that has all other pages in its table of contents."""
    made = Site(tmp_path)
    made.write(index="Home\n====\n")
    return made


@pytest.fixture
def elsewhere(tmp_path: Path) -> Callable[[str], Path]:
    """Folders for further outputs."""
    return lambda name: tmp_path / name
