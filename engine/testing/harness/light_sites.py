"""A small site for each test, built with `lean` and nothing of this project besides."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from warnings import catch_warnings, filterwarnings

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

CONF = """
extensions = ["sphinx_light_pages"]
html_theme = "basic"
html_static_path = ["_static"]
html_css_files = ["own.css"]
html_copy_source = False
"""


class Site:
    """The sources of a site and what is built of them."""

    def __init__(self, folder: Path) -> None:
        self.source = folder / "source"
        self.output = folder / "output"
        (self.source / "_static").mkdir(parents=True)
        self.write(**{"conf.py": CONF, "_static/own.css": "", "index.rst": "Home\n====\n"})

    def write(self, **files: str) -> None:
        """Write sources by path."""
        for name, text in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")

    def conf(self, more: str) -> None:
        """Set the settings: the usual ones and more."""
        self.write(**{"conf.py": CONF + more})

    def build(self, builder: str = "html", *, processes: int = 1, output: Path | None = None) -> Path:
        """Build silently; gives the folder of the output, whose doctrees lie beside it."""
        output = output or self.output
        told = StringIO()
        with catch_warnings(), docutils_namespace(), patch_docutils(self.source):
            filterwarnings("ignore", category=DeprecationWarning)  # Sphinx forks with threads
            doctrees = output.with_name(f"{output.name}-doctrees")
            app = Sphinx(
                self.source, self.source, output, doctrees, builder, status=None, warning=told, parallel=processes
            )
            app.build()
        assert told.getvalue() == ""
        return output

    def page(self, name: str = "index.html") -> str:
        """Give a page as it was built."""
        return (self.output / name).read_text("utf-8")

    def style(self, name: str = "index.html") -> str:
        """Give the style that a page has got."""
        return self.page(name).split("<style>", 1)[1].split("</style>", 1)[0]


def contents(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file of an output."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site with a home page."""
    return Site(tmp_path)


@pytest.fixture
def elsewhere(tmp_path: Path) -> Callable[[str], Path]:
    """Folders for further outputs."""
    return lambda name: tmp_path / name
