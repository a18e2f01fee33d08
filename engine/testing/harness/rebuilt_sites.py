"""A small site that is built again and again, with `tidy` and nothing of this project besides."""

import filecmp
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from warnings import catch_warnings, filterwarnings

import pytest
from sphinx.application import Sphinx
from sphinx.builders.html._assets import _file_checksum_inner
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = 'extensions = ["sphinx_clean_rebuilds"]\nhtml_theme = "basic"\nexclude_patterns = ["_static"]\n'


class Site:
    """The sources of a site and its builds; a name without an ending is that of a page in reStructuredText."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.source, self.output = folder, folder / "source", folder / "html"
        self.doctrees = folder / "doctrees"
        self.source.mkdir()
        self.write({"conf.py": CONF, "index": "Home\n====\n"})

    def write(self, files: dict[str, str | bytes | None]) -> None:
        """Write sources, or remove those that are None."""
        for name, content in files.items():
            path = self.path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
                continue
            else:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
                # Not just now: a file that may have been saved during a build is read again by the next.
                os.utime(path, ns=(time := path.stat().st_mtime_ns - 10**9, time))

    def path(self, name: str) -> Path:
        """Give the path of a source."""
        return self.source / (name if "." in name else f"{name}.rst")

    def build(
        self, files: dict[str, str | bytes | None] | None = None, /, builder: str = "html", *, processes: int = 1
    ) -> str:
        """Write sources and build; gives the warnings."""
        self.write(files or {})
        return run(self.source, self.folder / builder, self.doctrees, builder, processes)

    def clean(self, builder: str = "html") -> Path:
        """Build the same sources from nothing, serially; gives the folder."""
        number = sum(1 for _ in self.folder.glob("clean*"))
        output = self.folder / f"clean{number}"
        run(self.source, output, self.folder / f"doctrees-of-clean{number}", builder, 1)
        return output

    def differences(self, builder: str = "html") -> list[str]:
        """Name the files that are not what a clean build makes."""
        return differences(self.folder / builder, self.clean(builder))

    def text(self, name: str, builder: str = "html") -> str:
        """Give a file of the output."""
        return (self.folder / builder / name).read_text("utf-8")

    def rewritten(self, change: Callable[[], object]) -> set[str]:
        """Name the pages that a change and a build write again."""
        before = self._times()
        change()
        return {name for name, time in self._times().items() if before.get(name) != time}

    def _times(self) -> dict[str, int]:
        pages = (path for path in self.output.rglob("*.html") if path.name not in ("search.html", "genindex.html"))
        return {path.relative_to(self.output).as_posix(): path.stat().st_mtime_ns for path in pages}


def run(source: Path, output: Path, doctrees: Path, builder: str, processes: int) -> str:
    """Build and give the warnings."""
    told = StringIO()
    _file_checksum_inner.cache_clear()  # Sphinx expects one build for each process
    filecmp.clear_cache()
    with catch_warnings(), docutils_namespace(), patch_docutils(source):
        filterwarnings("ignore", category=DeprecationWarning)  # Sphinx's own, and that it forks with threads
        filterwarnings("ignore", category=PendingDeprecationWarning)
        app = Sphinx(source, source, output, doctrees, builder, status=None, warning=told, parallel=processes)
        app.build()
    return strip_colors(told.getvalue())


def files_of(folder: Path) -> dict[str, bytes]:
    """Give every file under a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    """Name the files that only one of two folders has or that differ; empty folders of the first too, but Sphinx's."""
    first, second = files_of(one), files_of(other)
    found = [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)]
    empty = (path for path in one.rglob("*") if path.is_dir() and not any(path.iterdir()) and path.name != "_sources")
    return sorted([*found, *(f"{path.relative_to(one).as_posix()}/" for path in empty)])


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a home page."""
    return Site(tmp_path)
