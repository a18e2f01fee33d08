"""Each package of the engine can be used alone: none knows another; what two of them need is `sphinx_build_cache`."""

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2]
SHARED = "sphinx_build_cache"
PACKAGES = {path.parent.name: path.parent for path in SOURCES.glob("sphinx-*/src/*/__init__.py")}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def test_the_extensions_are_found() -> None:
    names = "vita instant_search computed_figures clean_rebuilds light_pages build_cache".split()
    assert {f"sphinx_{name}" for name in names} <= PACKAGES.keys()


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_knows_nothing_of_the_others(package: str) -> None:
    others = PACKAGES.keys() - {package, SHARED}
    for path in PACKAGES[package].rglob("*.py"):
        assert imported(path).isdisjoint(others), path
