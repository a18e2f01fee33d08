"""What the package knows of the insides of others is looked at: a warning tells where a version has changed them."""

import re
from pathlib import Path
from typing import Any

import pytest
import sphinx.search
from bs4 import BeautifulSoup
from harness.sites import PAPER, Site
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx_vita.look import TEMPLATES
from sphinx_vita.sphinx import internals, look

FURO: dict[str, Any] = {"html_theme": "furo"}
PAGES = {"index": "# Home\n\nWords.\n\n## Part\n\nMore.\n"}


def told(site: Site, **config: Any) -> list[str]:
    built = site(config=config, silent=False, **PAGES)
    assert {each.type for each in built.told} <= {"vita.internals"}
    return [each.message for each in built.told]


def test_today_all_is_as_expected(site: Site) -> None:
    assert told(site, **FURO) == []


def test_furo_has_every_landmark_that_the_look_gives_it(site: Site) -> None:
    page = BeautifulSoup(site(config=FURO, **PAGES).text("index.html"), "html.parser")

    named = {
        (each.name, str(each.get("aria-label"))) for each in page.find_all(["nav", "aside"], attrs={"aria-label": True})
    }
    assert named >= {("aside", "Site navigation"), ("aside", "On this page"), ("nav", "Menus"), ("nav", "Back to top")}
    assert page.select_one("a.sidebar-brand[aria-current=page]")
    body = page.body
    assert body is not None
    assert "skip-to-content" in str(body.find(True))


@pytest.mark.parametrize("name", list(internals.OF_FURO))
def test_markup_that_furo_has_no_more_is_told(site: Site, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(internals.OF_FURO, name, ('<aside class="renamed">',))

    assert told(site, **FURO) == [
        f"furo's {name} has no '<aside class=\"renamed\">' any more; the page goes without what belongs there"
    ]


def test_the_markup_that_is_looked_at_is_what_the_template_replaces() -> None:
    template = (TEMPLATES / "page.html").read_text("utf-8")
    classes = [
        name
        for expected in internals.OF_FURO.values()
        for each in expected
        for name in re.findall(r'class="([\w-]+)', each)
    ]

    assert len(classes) == 6
    assert [name for name in classes if name not in template] == []


def test_an_index_without_its_tables_is_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = sphinx.search.IndexBuilder.__init__

    def changed(self: Any, *arguments: Any) -> None:
        begin(self, *arguments)
        self.mapping_of_titles = self.__dict__.pop("_title_mapping")

    monkeypatch.setattr(sphinx.search.IndexBuilder, "__init__", changed)
    monkeypatch.setattr(sphinx.search.IndexBuilder, "prune", lambda *_: None)
    monkeypatch.setattr(sphinx.search.IndexBuilder, "feed", lambda *_: None)
    monkeypatch.setattr(sphinx.search.IndexBuilder, "dump", lambda *_: None)

    (message,) = told(site)
    assert message.startswith("Sphinx's search index has no table '_title_mapping' any more; words that have been made")


def test_another_loader_of_templates_is_told_and_the_page_is_built(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = BuiltinTemplateLoader.init

    def changed(self: Any, *arguments: Any) -> None:
        begin(self, *arguments)
        del self.templatepathlen

    monkeypatch.setattr(BuiltinTemplateLoader, "init", changed)

    (message,) = told(site, **FURO)
    assert "those of 'templates' are not used" in message
    assert "Words." in (site.source / "_build/html/index.html").read_text("utf-8")


def test_the_stem_of_a_word_is_remembered_and_without_a_stemmer_nothing_is_lost() -> None:
    class Language:
        def stem(self, word: str) -> str:
            return word[:3]

    class App:
        class builder:  # noqa: N801
            class indexer:  # noqa: N801
                lang: Any = Language()

    app: Any = App()
    internals.remember_stems(app)
    assert [App.builder.indexer.lang.stem("words") for _ in range(2)] == ["wor", "wor"]
    assert App.builder.indexer.lang.stem.cache_info().hits == 1

    App.builder.indexer.lang = object()
    internals.remember_stems(app)


@pytest.mark.parametrize(("name", "page"), [("downloads", "index"), ("breadcrumb", "paper")])
def test_a_site_may_have_a_part_of_its_own(site: Site, name: str, page: str) -> None:
    pages = {
        "paper": ":::{publication} clm\n:::\n",
        "list": "---\norphan: true\n---\n# List\n\n:::{publications}\n:::\n",
    }
    own = {f"own/vita/{name}.html": "<p>a part of its own</p>"}

    built = site({**own}, bib=PAPER, config={"vita_exports": True, "vita_cards": 0, "templates_path": ["own"]}, **pages)

    assert "a part of its own" in built.words(page)


def test_the_parts_lie_where_the_package_says() -> None:
    names = {path.relative_to(look.PARTS).as_posix() for path in Path(look.PARTS).rglob("*.html")}

    assert names == {"vita/downloads.html", "vita/breadcrumb.html"}
