"""A small site for each test: pages go into a folder, Sphinx builds it, and it is silent unless told otherwise."""

import os
import re
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple
from warnings import catch_warnings, filterwarnings

import pytest
from bs4 import BeautifulSoup, Tag
from sphinx.deprecation import RemovedInSphinx11Warning
from sphinx.testing.util import SphinxTestApp
from sphinx.util.console import strip_colors

from harness.warm import run_module

CONF = """\
extensions = ["sphinx_vita"]
vita_extensions = ["myst_parser", "sphinx_design"]  # the others have tests of their own
html_copy_source = True
vita_bibliography = ["papers.bib"]
myst_enable_extensions = ["colon_fence", "dollarmath"]
html_theme = "basic"
vita_exports = False  # they have tests of their own
"""
INDEX = "# Home\n\n```{toctree}\n:glob:\n\n*\n```\n"
PAPER = """\
@inproceedings{cod,
  title = {COD: Removing the {DNA} Sampling Barrier},
  author = {Quispe, Ines and Li, Mingyu},
  booktitle = {Proceedings of the Conference},
  year = {2026},
}
"""
_WARNING = re.compile(r"(?:(?P<file>\S+?)(?::(?P<line>\d+))?: )?WARNING: (?P<message>.*?)(?: \[(?P<type>[\w.]+)\])?")


class Told(NamedTuple):
    """A warning of a build; `file` is the path below the source folder."""

    type: str
    file: str
    line: int
    message: str

    @property
    def place(self) -> tuple[str, str, int]:
        """What it is about and where, without its words."""
        return (self.type, self.file, self.line)


class Object(NamedTuple):
    """An entry of `objects.inv`."""

    name: str
    type: str
    address: str
    title: str


@dataclass(frozen=True)
class Built:
    """What a build gave."""

    source: Path
    output: Path
    told: list[Told]
    said: str = ""  # what the build told besides, of one within this process

    def text(self, name: str) -> str:
        """Give a file of the output."""
        return (self.output / name).read_text(encoding="utf-8")

    def page(self, name: str = "index") -> Tag:
        """Give the body of a page, without what the theme puts around it."""
        body = BeautifulSoup(self.text(f"{name}.html"), "html.parser").select_one("div.body")
        assert body is not None
        return body

    def words(self, name: str = "index") -> str:
        """Give the words of a page as a visitor reads them, on one line."""
        return " ".join(self.page(name).get_text().split())

    def files(self) -> dict[str, bytes]:
        """Give every file of the output by its path."""
        found = (path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in found}

    def objects(self) -> list[Object]:
        """Give the records of `objects.inv`."""
        if not (self.output / "objects.inv").exists():
            return []
        lines = zlib.decompress((self.output / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode().splitlines()
        found = [re.fullmatch(r"(.+?) vita:(\S+) 1 (\S+) (.*)", line) for line in lines]
        return [Object(match[1], match[2], match[3].replace("$", match[1]), match[4]) for match in found if match]


class Site:
    """A source folder that is written to and built again and again."""

    def __init__(self, source: Path) -> None:
        self.source = source
        self.write({"conf.py": CONF, "index.md": INDEX, "papers.bib": ""})

    def write(self, files: dict[str, str | bytes | None]) -> None:
        """Write files, or remove those that are None."""
        for name, content in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content.encode() if isinstance(content, str) else content)

    def __call__(
        self,
        files: dict[str, str | bytes | None] | None = None,
        /,
        *,
        bib: str | bytes | None = None,
        builder: str = "html",
        silent: bool = True,
        config: dict[str, Any] | None = None,
        fresh: bool = False,
        **pages: str | None,
    ) -> Built:
        """Write pages by their name, and the bibliography, and build; without `silent` the test reads the warnings."""
        self.write((files or {}) | {f"{name}.md": text for name, text in pages.items()})
        if bib is not None:
            self.write({"papers.bib": bib})
        warnings, status = StringIO(), StringIO()
        app = SphinxTestApp(
            builder, srcdir=self.source, warning=warnings, status=status, confoverrides=config, freshenv=fresh
        )
        with catch_warnings():
            for words in ("'myst_parser", "'sphinx.environment.BuildEnvironment.app'"):  # MyST's own affair
                filterwarnings("ignore", words, RemovedInSphinx11Warning)
            try:
                app.build()
            finally:
                app.cleanup()
        built = self._built(Path(app.outdir), warnings.getvalue(), silent=silent)
        return replace(built, said=strip_colors(status.getvalue()))

    def build_with(self, *arguments: str, packages: Path | None = None, silent: bool = True) -> Built:
        """Build with Sphinx's own command, in a process of its own: `-j` forks, and a test has threads.

        It is a fork of one that has imported the engine, but where that shall come from other `packages`.
        """
        words = ["-q", "--no-color", "-d", "_build/html.doctrees", *arguments, ".", "_build/html"]
        if packages:
            command, environment = [sys.executable, "-m", "sphinx", *words], ENVIRONMENT | {"PYTHONPATH": str(packages)}
            built = subprocess.run(
                command, cwd=self.source, capture_output=True, text=True, check=False, env=environment
            )
            code, said = built.returncode, built.stderr
        else:
            code, _, said = run_module("sphinx", *words, folder=self.source)
        assert code == 0, said
        return self._built(self.source / "_build/html", said, silent=silent)

    def _built(self, output: Path, warnings: str, *, silent: bool) -> Built:
        told = list(self._told(strip_colors(warnings)))
        assert not silent or not told, warnings
        return Built(self.source, output, told)

    def _told(self, warnings: str) -> Iterator[Told]:
        for line in warnings.splitlines():
            match = _WARNING.fullmatch(line)
            if match:
                file = (match["file"] or "").removeprefix(f"{self.source}/")
                yield Told(match["type"] or "", file, int(match["line"] or 0), match["message"])
            elif line.strip():
                yield Told("", "", 0, line)  # what goes on over several lines, or no warning of Sphinx's


ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("SPHINXOPTS", "PYTHONWARNINGS")}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with an empty home page and an empty bibliography."""
    (tmp_path / "site").mkdir()
    return Site(tmp_path / "site")


@pytest.fixture(scope="session")
def new_site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """Make further sites, by the beginning of their folder's name."""
    return lambda name: Site(tmp_path_factory.mktemp(name))
