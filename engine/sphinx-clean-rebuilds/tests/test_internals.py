"""What the package knows of the insides of Sphinx is looked at: a warning tells where a version has changed them."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from harness.rebuilt_pages import PAGES
from harness.rebuilt_sites import CONF, Site
from sphinx.errors import SphinxParallelError
from sphinx.search import IndexBuilder
from sphinx_clean_rebuilds import internals

WITHOUT = """
def setup(app):
    def rename(app, page, template, context, doctree):
        context["tree"] = context.pop("toctree")
    app.connect("html-page-context", rename, priority=50)
"""


def told(site: Site, conf: str = CONF) -> list[str]:
    lines = site.build({**PAGES, "conf.py": conf}).splitlines()
    assert [line for line in lines if "[clean_rebuilds.internals]" not in line] == []
    return lines


def test_today_all_is_as_expected(site: Site) -> None:
    assert told(site) == []


def test_an_index_without_its_tables_is_told_and_the_site_is_built(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = IndexBuilder.__init__

    def changed(self: Any, *arguments: Any) -> None:
        begin(self, *arguments)
        self.mapping_of_titles = self.__dict__.pop("_title_mapping")

    monkeypatch.setattr(IndexBuilder, "__init__", changed)
    for name in ("prune", "feed", "dump"):
        monkeypatch.setattr(IndexBuilder, name, lambda *_: None)

    (line,) = told(site)
    assert "has no table '_title_mapping' any more; the index may hold words" in line


def test_a_function_that_pages_ask_no_more_is_told_once(site: Site) -> None:
    (line,) = told(site, f"{CONF}\nhtml_sidebars = {{'**': []}}\n{WITHOUT}")

    assert "the templates of Sphinx ask for 'toctree' in another way; pages may stay as they were" in line


def test_pictures_whose_names_are_known_otherwise_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    monkeypatch.setattr(internals.logger, "warning", lambda message, **_: lines.append(message))

    internals.set_taken_names(cast("Any", SimpleNamespace(images={})), {"dot.png"})

    assert lines == ["Sphinx knows the names of pictures in another way; two may come to share one"]


def test_an_error_of_another_process_is_read_as_sphinx_hands_it_over() -> None:
    """The text is made as `sphinx.util.parallel` makes it."""
    error = OSError(28, "No space left on device", "out/a.html")

    told = SphinxParallelError(f"{type(error).__name__}: {error}", "")
    assert internals.error_of_other_process(told) == (28, "out/a.html")
    assert internals.error_of_other_process(SphinxParallelError("ValueError: no", "")) is None
    assert internals.error_of_other_process(error) is None


def test_the_logger_of_pages_is_that_of_the_builder() -> None:
    assert internals.logger_of_pages().name == "sphinx.sphinx.builders.html"
