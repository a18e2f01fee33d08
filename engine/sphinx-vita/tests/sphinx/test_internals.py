"""What the package knows of the insides of others is looked at: a warning tells where a version has changed them."""

import re
from importlib.metadata import distribution
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import sphinx.search
from bibtexparser.exceptions import BlockAbortedException
from bs4 import BeautifulSoup
from harness.sites import PAPER, Site
from sphinx.config import Config
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.project import Project
from sphinx_vita.look import PARTS, STATIC, TEMPLATES
from sphinx_vita.sphinx import internals

FURO: dict[str, Any] = {"html_theme": "furo"}
PAGES: dict[str, Any] = {"index": "# Home\n\nWords.\n\n## Part\n\nMore.\n"}


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


def test_furo_has_the_icons_that_the_look_draws_with_fewer_words() -> None:
    icons = "partials/icons.html"
    both = [Path(str(distribution("furo").locate_file("furo/theme/furo"))) / icons, TEMPLATES / icons]
    theirs, ours = (re.findall(r'<symbol id="(\S+)"|<title>(.+?)</title>', file.read_text("utf-8")) for file in both)

    assert ours == theirs


@pytest.mark.parametrize("name", list(internals.OF_FURO))
def test_markup_that_furo_has_no_more_is_told(site: Site, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(internals.OF_FURO, name, ('<aside class="renamed">',))

    assert told(site, **FURO) == [
        f"furo's {name} has no '<aside class=\"renamed\">' any more; the page goes without what belongs there"
    ]


def test_a_project_that_knows_its_files_in_another_way_keeps_the_pages_that_it_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Translations beside pages are pages of their own then, and that is told."""
    (tmp_path / "a.md").touch()
    told: list[str] = []
    monkeypatch.setattr(internals, "_tell", told.append)
    project = internals.ChosenProject(Project(tmp_path, [".md"]), lambda _: {"chosen": "chosen.md"})
    assert project.discover() == {"chosen"}
    assert told == []

    monkeypatch.setattr(Project, "discover", lambda self, *_: self.__dict__.update(_docname_to_path=()))

    assert project.discover() == {"chosen"}
    assert [message.partition(";")[0] for message in told] == ["Sphinx knows the files of pages in another way"]


def test_the_search_in_chinese_asks_for_the_stemmer_that_is_there(site: Site) -> None:
    """Sphinx names another one."""
    built = site(config={"language": "zh_CN"}, **PAGES)

    named = re.search(r"window\.Stemmer = (\w+)", built.text("_static/language_data.js"))
    assert named
    scripts = [path.read_text("utf-8") for path in (built.output / "_static").glob("*-stemmer.js")]
    assert any(re.search(rf"\b{named[1]}\b", script) for script in scripts)


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


def test_the_switches_that_the_style_sheet_knows_are_looked_at() -> None:
    switches = set(re.findall(r"#(__\w+)", (STATIC / "furo.css").read_text("utf-8")))

    assert switches == set(re.findall(r'id="(\w+)"', " ".join(internals.OF_FURO["page.html"])))
    assert len(switches) == 2


def test_other_words_of_bibtexparser_are_told(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = BlockAbortedException.__init__
    monkeypatch.setattr(
        BlockAbortedException, "__init__", lambda self, abort_reason, end_index=None: begin(self, "no.", end_index)
    )

    messages = told(site)

    assert len(messages) == len(internals.OF_BIBTEXPARSER) == 3
    assert all(message.startswith("bibtexparser tells in other words what is wrong") for message in messages)


def test_another_script_of_the_copy_button_is_told_and_stays_as_it_is(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(internals, "IN_COPYBUTTON", "let speech = 'en'")
    config = {"language": "de", "vita_extensions": ["myst_parser", "sphinx_copybutton"]}
    built = site(a="# A\n", config=config, silent=False)

    assert [(each.type, each.message.partition(";")[0]) for each in built.told] == [
        ("vita.internals", "sphinx-copybutton keeps its words in another way")
    ]
    assert "const messages" in built.text("_static/copybutton.js")


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


def test_templates_without_their_environment_are_told_where_pages_run_to_the_left(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(internals, "Environment", type("Another", (), {}))

    assert told(site, language="ar") == ['Sphinx keeps its templates in another way; pages lack dir="rtl"']
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
    pages: dict[str, Any] = {
        "paper": ":::{publication} cod\n:::\n",
        "list": "---\norphan: true\n---\n# List\n\n:::{publications}\n:::\n",
    }
    own = {f"own/vita/{name}.html": "<p>a part of its own</p>"}

    built = site({**own}, bib=PAPER, config={"vita_exports": True, "vita_cards": 0, "templates_path": ["own"]}, **pages)

    assert "a part of its own" in built.words(page)


def test_the_parts_lie_where_the_package_says() -> None:
    names = {path.relative_to(PARTS).as_posix() for path in PARTS.rglob("*.html")}

    assert names == {f"vita/{name}.html" for name in ("breadcrumb", "downloads", "filter", "languages", "related")}


def test_html_of_an_author_is_shown_as_written_even_where_markdown_lets_it_through(site: Site) -> None:
    config: dict[str, Any] = {"myst_disable_syntax": []}
    position = ":::{position} Intern\n:organization: Lab\n:dates: 2020\n\na <b onclick=x>c</b> {octicon}`rocket`\n:::\n"

    built = site(page=f"# P\n\n{position}", config=config, silent=False)

    assert "a <b onclick=x>c</b>" in built.words("page")
    assert built.page("page").select("b") == []
    assert len(built.page("page").select("svg.sd-octicon")) == 1  # an extension has drawn it


class OtherConfig:
    """Settings as a Sphinx would have them that keeps what conf.py says elsewhere."""

    def __init__(self, **values: str) -> None:
        self._of_all = values
        self.overrides = {"language": "fr"}
        self.values = {name: SimpleNamespace(default="") for name in values}

    def __contains__(self, name: str) -> bool:
        return name in self._of_all

    def __getitem__(self, name: str) -> str:
        return self._of_all[name]


def test_what_conf_py_says_is_known_and_without_that_what_is_no_default(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("project", "language", "author")
    config = Config({"project": ""}, {"language": "fr"})
    assert [internals.is_set(config, name) for name in names] == [True, True, False]

    lines: list[str] = []
    monkeypatch.setattr(internals.logger, "warning", lambda message, **_: lines.append(message))
    other: Any = OtherConfig(project="x", language="fr", author="")
    assert [internals.is_set(other, name) for name in names] == [True, True, False]
    assert lines[0].startswith("Sphinx keeps the text of conf.py in another way")


def test_directives_of_extensions_are_proposed(site: Site) -> None:
    built = site(page="# P\n\n```{grid-item-crad}\n```\n", silent=False)

    assert "did you mean '{grid-item-card}'?" in built.told[0].message
