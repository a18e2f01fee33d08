"""The README of each package lists its settings as the code declares them, and fits its promise of three lines."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from sphinx_computed_figures.directive import ComputedFigureDirective

ENGINE = Path(__file__).parents[3]
SMALL = ("instant-search", "light-pages", "clean-rebuilds", "computed-figures")


class Recorder:
    """Takes the place of Sphinx while an extension is set up, and remembers the settings."""

    def __init__(self) -> None:
        self.rows: list[str] = []
        self.config = self

    def add_config_value(self, name: str, default: object, _rebuild: str, _types: object, description: str) -> None:
        self.rows.append(f"| `{name}` | `{default!r}` | {description} |")

    def __getattr__(self, _: str) -> Any:
        return lambda *_args, **_keywords: None


def readme(package: str) -> str:
    return (ENGINE / f"sphinx-{package}" / "README.md").read_text("utf-8")


@pytest.mark.parametrize("package", SMALL)
def test_the_settings_are_those_of_the_code(package: str) -> None:
    recorder = Recorder()
    import_module(f"sphinx_{package.replace('-', '_')}").setup(recorder)

    rows = [line for line in readme(package).splitlines() if line.startswith("| `")]
    if package == "computed-figures":
        assert rows == [f"| `{name}` | {what} |" for name, what in ComputedFigureDirective.meanings.items()]
    else:
        assert rows == recorder.rows != []


@pytest.mark.parametrize("package", [*SMALL, "build-cache"])
def test_each_says_how_to_install_what_it_promises_and_its_limits(package: str) -> None:
    text = readme(package)
    assert f"pip install sphinx-{package}\n" in text
    assert "\n## What it promises\n" in text
    assert "\n## Limits\n" in text


def test_those_of_the_portfolio_fit_a_screen() -> None:
    assert len(readme("vita").splitlines()) <= 50
    root = ENGINE.parent / "README.md"
    assert not root.is_file() or len(root.read_text("utf-8").splitlines()) <= 60
