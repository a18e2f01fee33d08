"""Each small package alone, in each builder of Sphinx: what makes no site comes out as it does without the package."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.complete_sites import DRAWING
from harness.rebuilt_sites import differences, run

EXTENSIONS = ("sphinx_light_pages", "sphinx_instant_search", "sphinx_clean_rebuilds")
# Those that make a site of pages are what the packages are for.
BUILDERS = """epub latex text man texinfo gettext xml pseudoxml json pickle htmlhelp qthelp devhelp applehelp changes
dummy linkcheck coverage doctest""".split()
CONF = """\
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
extensions = ["sphinx.ext.coverage", "sphinx.ext.doctest", *{extensions}]
project = author = copyright = "Ada"
version = "1"
applehelp_bundle_id = "example.ada"
applehelp_disable_external_tools = True
linkcheck_ignore = [".*"]
"""
PAGES = {
    "index.rst": "Home\n====\n\n.. toctree::\n\n   more\n\n.. versionadded:: 1\n   All.\n",
    "more.rst": "More\n====\n\nSee :doc:`index` and `elsewhere <https://ada.example>`__.\n\n.. image:: dot.svg\n",
    "dot.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "drawings/squares.py": DRAWING,
}
FIGURE = "\n.. computed-figure:: drawings.squares:square\n\n   Its caption.\n"
# These hold settings, versions of extensions, and times.
CHANGING = (".buildinfo", "environment.pickle", "searchindex.json", "searchindex.pickle", "last_build", ".epub")


class Sources:
    """A small site in a theme of Sphinx's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def build(self, name: str, extensions: list[str], more: str = "") -> tuple[Path, dict[str, str]]:
        """Build it in each builder; gives the folder with that of each, and what they told."""
        texts = PAGES | {"conf.py": CONF.format(extensions=extensions), "more.rst": PAGES["more.rst"] + more}
        for path, text in texts.items():
            file = self.folder / "source" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        folder, told = self.folder / name, {}
        for builder in BUILDERS:
            doctrees = folder / f"doctrees-{builder == 'gettext'}"  # whose are of a kind of their own
            told[builder] = run(self.folder / "source", folder / builder, doctrees, builder, 1)
        return folder, {builder: words for builder, words in told.items() if words}


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sources]:
    """The site, built without any package."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        sources = Sources(tmp_path_factory.mktemp("builders"))
        assert sources.build("plain", [])[1] == {}
        yield sources


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_books_data_and_words_come_out_as_without_a_package(extension: str, sources: Sources) -> None:
    folder, told = sources.build(extension, [extension])

    found = differences(folder, sources.folder / "plain")
    assert told == {}
    left_out = (*CHANGING, "doctest/output.txt", "dummy/")
    assert [name for name in found if not name.endswith(left_out) and "doctrees-" not in name] == []


def test_a_figure_is_told_in_words_where_it_cannot_be_drawn(sources: Sources) -> None:
    folder, told = sources.build("figures", ["sphinx_computed_figures"], FIGURE)

    assert told == {}
    for name in ("text/more.txt", "latex/ada.tex", "man/ada.1", "texinfo/ada.texi", "xml/more.xml"):
        text = (folder / name).read_text("utf-8")
        assert "A square: One." in text.replace("\n", " ")
        assert "Its caption." in text
