"""Each small package has documentation of its own, whose reference holds all that its code declares."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from harness.warm import run_module
from sphinx_computed_figures import controls, figure
from sphinx_computed_figures.directive import ComputedFigureDirective

from .test_readmes import ENGINE, SMALL

DECLARED = re.compile(r"add_config_value\(\s*\"(\w+)\",")
WARNED = re.compile(r"subtype=\"(\w+)\"|\bwarn\(\s*\"(\w+)\"")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documentation of all of them, built as `make docs` builds it."""
    folder = tmp_path_factory.mktemp("docs")
    for package in SMALL:
        source, target = ENGINE / f"sphinx-{package}" / "docs", folder / package
        words = ("-q", "-b", "html", "-n", "-W", "--keep-going", "-d", f"{target}-read", f"{source}", f"{target}")
        done = run_module("sphinx", *words)
        assert done.code == 0, done.answer + done.said
    return folder


def page(output: Path, package: str, name: str) -> BeautifulSoup:
    return BeautifulSoup((output / package / f"{name}.html").read_text("utf-8"), "html.parser")


@pytest.mark.parametrize("package", SMALL)
def test_each_setting_and_each_warning_is_told(output: Path, package: str) -> None:
    module = f"sphinx_{package.replace('-', '_')}"
    source = "".join(path.read_text("utf-8") for path in (ENGINE / f"sphinx-{package}" / "src").rglob("*.py"))
    reference = page(output, package, "reference")
    told = {
        str(each["id"]).removeprefix("confval-"): each.find_next("dd") for each in reference.select("dl.confval > dt")
    }
    words = {each.get_text() for each in reference.select("code")}

    assert told.keys() == set(DECLARED.findall(source))
    assert [name for name, what in told.items() if what is None or len(what.get_text()) < 30] == []
    warned = {f"{module.removeprefix('sphinx_')}.{one or other}" for one, other in WARNED.findall(source)}
    assert warned <= words
    assert bool(warned) == (package != "instant-search")


def test_each_part_of_a_figure_is_told(output: Path) -> None:
    words = {each.get_text() for each in page(output, "computed-figures", "reference").select("code")}

    assert ComputedFigureDirective.option_spec.keys() <= words
    assert controls.KINDS.keys() <= words
    for part in (figure.Figure, figure.Panel, figure.States, figure.Script):
        assert any(each.startswith(f"{part.__name__}(") for each in words), part


@pytest.mark.parametrize("package", SMALL)
def test_the_documentation_shows_what_it_tells_of(output: Path, package: str) -> None:
    home = page(output, package, "index")

    pictures = home.select("img[alt]")
    assert [each for each in pictures if len(str(each["alt"])) > 60] or package == "computed-figures"
    assert home.select_one('[data-lean-src*="light-pages/"]') is not None
    assert "instant-search" in (output / package / "_static/instant-search/loader.js").read_text("utf-8")
    assert package != "computed-figures" or home.select_one("figure.computed-figure svg") is not None
