"""A build does once what many pages need, and comes out as without it."""

from collections import Counter
from typing import Any

import pytest
from docutils import nodes
from harness.rebuilt_pages import page, tree
from harness.rebuilt_sites import CONF, Site, files_of
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment import BuildEnvironment
from sphinx_clean_rebuilds import collector

NOTE = """
import gc
from pathlib import Path

def setup(app):
    for event in ("builder-inited", "env-get-updated"):
        app.connect(event, lambda app, *_, event=event: note(event), priority=950)

def note(event):
    with Path(__file__).with_name("noted.txt").open("a") as file:
        print(event, gc.get_freeze_count() > 0, file=file)
    return []
"""
FURO = 'html_theme = "furo"\n'
PAGES: dict[str, str | bytes | None] = {
    "index": page("Home", tree("part/index", "search")),
    "part/index": page("Part", tree("inside")),
    "part/inside": page("Inside"),
    "part/beside": ":orphan:\n\n" + page("Beside"),
    "part/behind": ":orphan:\n\n" + page("Behind"),
    "alone": ":orphan:\n\n" + page("Alone"),
    "deep/down/alone": ":orphan:\n\n" + page("Deep"),
}


def test_a_build_sets_aside_what_stays_and_the_next_takes_it_up(site: Site) -> None:
    site.build({"conf.py": CONF + NOTE})
    site.build({"index": page("Home", "Changed.")})

    noted = (site.source / "noted.txt").read_text().split("\n")
    assert noted == ["builder-inited False", "env-get-updated True"] * 2 + [""]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_pages_are_those_that_sphinx_writes_by_itself(site: Site, builder: str) -> None:
    site.build(PAGES | {"conf.py": CONF.replace('"sphinx_clean_rebuilds"', "") + FURO}, builder)
    alone = files_of(site.folder / builder)
    site.build({"conf.py": CONF + FURO}, builder)

    pages = {name for name in alone if name.endswith(".html")}
    assert len(pages) == len(PAGES) + 2
    assert {name for name in pages if files_of(site.folder / builder)[name] != alone[name]} == set()


def test_the_tree_is_made_once_for_all_pages_of_a_folder_outside_of_it(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    make = StandaloneHTMLBuilder._get_local_toctree

    def counted(self: StandaloneHTMLBuilder, docname: str, *arguments: Any, **options: Any) -> str:
        asked[docname.rpartition("/")[0] if docname.endswith(("beside", "behind")) else docname] += 1
        return make(self, docname, *arguments, **options)

    monkeypatch.setattr(StandaloneHTMLBuilder, "_get_local_toctree", counted)
    site.build(PAGES | {"conf.py": CONF + FURO})

    assert (asked["part"], asked["part/inside"], asked["alone"]) == (1, 1, 1)


def test_few_pages_are_held_in_memory_and_all_come_out_alike(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[int] = []
    resolve = BuildEnvironment.get_and_resolve_doctree

    def noted(env: BuildEnvironment, *arguments: Any, **more: Any) -> nodes.document:
        held.append(max(len(env._write_doc_doctree_cache), len(env._pickled_doctree_cache)))
        return resolve(env, *arguments, **more)

    site.build(PAGES | {"conf.py": CONF})
    before = files_of(site.output)
    monkeypatch.setattr(BuildEnvironment, "get_and_resolve_doctree", noted)
    monkeypatch.setattr(collector, "_DOCTREES", 2)
    site.build({name: f"{text}\nMore.\n" for name, text in PAGES.items() if isinstance(text, str)})
    assert (len(held), max(held)) == (len(PAGES), 2)

    site.build(PAGES)
    assert files_of(site.output) == before
