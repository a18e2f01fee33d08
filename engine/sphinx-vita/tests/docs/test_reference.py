"""The reference holds all that the code declares, and says of each what it is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from harness.warm import run_module
from sphinx_computed_figures.directive import ComputedFigureDirective
from sphinx_vita.command.check.acceptance import CODES
from sphinx_vita.command.check.checks import codes
from sphinx_vita.command.main import main
from sphinx_vita.reading.bibtex.known_fields import CITED, LINKS, MEANINGS, OF_SITE
from sphinx_vita.reading.deprecations import DEPRECATIONS
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.record_options import COMMON_OPTIONS
from sphinx_vita.reading.slips.front_matter import KEYS
from sphinx_vita.reading.view_options import FLAGS, OPTIONS
from sphinx_vita.records import KINDS, LINK_LABELS, options_of, written_kinds
from sphinx_vita.sphinx.defaults import DEFAULTS
from sphinx_vita.sphinx.directives import DIRECTIVES
from sphinx_vita.sphinx.directives.video import OPTIONS as OF_VIDEOS
from sphinx_vita.sphinx.domain import ROLES
from sphinx_vita.sphinx.output.export import EXPORTS

from .snippets import DOCS

ENGINE = DOCS.parents[1]
DECLARED = re.compile(r"add_config_value\(\s*\"(\w+)\",")
Page = Callable[[str], BeautifulSoup]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation, built once, as `make docs` builds it."""
    folder = tmp_path_factory.mktemp("docs")
    run("sphinx", "-q", "-b", "html", "-n", "-W", "--keep-going", "-d", f"{folder}/read", f"{DOCS}", f"{folder}/html")
    return folder / "html"


@pytest.fixture
def page(output: Path) -> Page:
    """Read a page of the documentation."""
    return lambda name: BeautifulSoup((output / f"{name}.html").read_text("utf-8"), "html.parser")


def run(module: str, *words: str) -> None:
    """Run a command of Python that must end well."""
    done = run_module(module, *words)
    assert done.code == 0, done.answer + done.said


def test_the_documentation_passes_the_check_that_it_recommends(output: Path) -> None:
    checks = "links reach hosts access contrast pictures markup".split()
    run("sphinx_vita.command", "check", f"{DOCS}", "--output", f"{output}", *(f"--only={each}" for each in checks))


def rows(part: BeautifulSoup) -> dict[str, list[str]]:
    """Give each row of the tables: the words in code of its first cell, and its other cells."""
    found: dict[str, list[str]] = {}
    for row in part.select("tbody tr"):
        first, *others = row.select("td")
        for name in first.select("code"):
            found[name.get_text()] = [cell.get_text(" ", strip=True) for cell in others]
    return found


def are_told(names: set[str], table: dict[str, list[str]]) -> bool:
    """Whether each name has a row, whose next cell is not empty."""
    missing = names - {name for name, cells in table.items() if cells[0]}
    assert missing == set()
    return True


@pytest.mark.parametrize("kind", sorted(written_kinds()))
def test_each_option_of_a_record_is_told(page: Page, kind: str) -> None:
    section = page("reference/records").find(id=kind)
    assert section is not None, f"reference/records.md has no section for {kind}"
    assert are_told({*options_of(KINDS[kind]), *COMMON_OPTIONS}, rows(BeautifulSoup(str(section), "html.parser")))
    assert (KINDS[kind].__doc__ or "") in " ".join(section.get_text().split())


def test_each_option_of_a_view_and_a_figure_is_told(page: Page) -> None:
    assert are_told(
        {f":{name}:" if name in FLAGS else f":{name}: ..." for name in OPTIONS}, rows(page("reference/views"))
    )
    assert are_told(set(ComputedFigureDirective.option_spec), rows(page("how-to/computed-figures")))
    assert are_told(set(OF_VIDEOS), rows(page("reference/texts")))


def test_each_directive_has_a_heading(page: Page) -> None:
    names = ("records", "views", "publication", "texts")
    heads = " ".join(head.get_text().lower() for name in names for head in page(f"reference/{name}").select("h1, h2"))
    assert [name for name in DIRECTIVES if not re.search(rf"\b{name}\b", heads)] == []


def test_each_setting_is_told(page: Page) -> None:
    sources = [path.read_text("utf-8") for path in ENGINE.glob("*/src/**/*.py")]
    declared = {name for source in sources for name in DECLARED.findall(source)}
    assert len(declared) >= 19
    told = {
        each.select_one("dt")["id"].removeprefix("confval-"): each.select_one("dd > p, dd p:not(.field-list p)")  # type: ignore[index, union-attr]
        for each in page("reference/settings").select("dl.confval")
    }
    assert declared - told.keys() == set()
    assert [name for name, what in told.items() if what is None or len(what.get_text()) < 10] == []


def test_each_default_of_another_setting_is_told(page: Page) -> None:
    assert are_told(set(DEFAULTS), rows(page("reference/settings")))


def test_each_key_of_the_front_matter_is_told(page: Page) -> None:
    assert are_told(set(KEYS), rows(page("reference/front-matter")))


def test_each_field_of_an_entry_is_told(page: Page) -> None:
    assert MEANINGS.keys() | LINKS.keys() == CITED | OF_SITE
    assert are_told({*CITED, *OF_SITE}, rows(page("reference/bibtex")))


def test_each_button_of_a_paper_is_told(page: Page) -> None:
    assert are_told(set(LINK_LABELS), rows(page("reference/publication")))


def test_each_role_is_told(page: Page) -> None:
    assert are_told({f"{{{role}}}`key`" for role in ROLES}, rows(page("reference/roles")))


def test_each_warning_is_told(page: Page) -> None:
    assert are_told({f"vita.{each.value}" for each in Mistake}, rows(page("reference/warnings")))


def test_each_name_that_will_go_is_told(page: Page) -> None:
    assert are_told({each.name for each in DEPRECATIONS}, rows(page("how-to/upgrade")))
    assert bool(DEPRECATIONS) != ("There is none in this version." in page("how-to/upgrade").get_text())


def test_each_warning_in_code_is_of_a_kind_that_is_told(page: Page) -> None:
    sources = [path.read_text("utf-8") for path in ENGINE.glob("sphinx-*/src/**/*.py")]
    raised = {
        f"{found[1]}.{found[2]}" for text in sources for found in re.finditer(r'type="(\w+)", subtype="(\w+)"', text)
    }
    assert len(raised) >= 3
    assert are_told(raised, rows(page("reference/warnings")))


def test_each_file_that_is_made_is_told(page: Page) -> None:
    assert are_told(set(EXPORTS), rows(page("reference/exports")))


def test_each_option_of_the_command_is_told(page: Page) -> None:
    options = {each.opts[0] for verb in main.commands.values() for each in verb.params if each.opts[0].startswith("-")}
    assert {"--json", "--update"} <= options
    assert are_told(options, rows(page("reference/command")))


def test_each_finding_of_the_check_is_told(page: Page) -> None:
    assert are_told({*codes(), *(each.name for each in CODES)}, rows(page("reference/command")))


def test_each_test_that_a_guarantee_names_is_there() -> None:
    text = (DOCS / "explanation" / "guarantees.md").read_text("utf-8")
    found = 0
    for row in re.findall(r"^\|[^|]+\| (`.+`) \|$", text, re.MULTILINE):
        folder = ENGINE.parent
        for name in re.findall(r"`([^`]+)`", row):
            near = [folder, *folder.parents, ENGINE.parent, ENGINE / "sphinx-vita"]
            path = next((each / name for each in near if (each / name).exists()), None)
            assert path is not None, name
            folder, found = path.parent, found + 1
    assert found > 12
