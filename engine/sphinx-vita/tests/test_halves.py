"""The pure half knows neither Sphinx nor docutils nor MyST itself, and never the half that does."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import sphinx_vita

ROOT = Path(sphinx_vita.__file__).parent
FOREIGN = ("sphinx", "docutils", "myst_parser", "sphinx_design", "furo")
OTHER = {"sphinx", "command"}  # the command builds sites
PURE = sorted(path for path in ROOT.rglob("*.py") if OTHER.isdisjoint(path.relative_to(ROOT).parts))


def imported(tree: ast.AST, package: str) -> Iterator[str]:
    """Give the absolute names of all modules that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def is_foreign(name: str) -> bool:
    return name.split(".")[0] in FOREIGN or f"{name}.".startswith(tuple(f"sphinx_vita.{room}." for room in OTHER))


def package_of(path: Path) -> str:
    return ".".join(["sphinx_vita", *path.relative_to(ROOT).parent.parts])


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_of_the_pure_half_imports_nothing_of_the_other(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if path == ROOT / "__init__.py":  # the door: it may look at the other half where it hands over, and for types
        tree.body = [node for node in tree.body if not isinstance(node, ast.FunctionDef | ast.If)]

    assert [name for name in imported(tree, package_of(path)) if is_foreign(name)] == []


def test_the_door_imports_the_other_half_only_when_it_is_set_up() -> None:
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))

    doors = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and any(map(is_foreign, imported(node, "sphinx_vita")))
    }
    conditions = {ast.unparse(node.test) for node in tree.body if isinstance(node, ast.If)}
    assert doors == {"setup"}
    assert conditions <= {"TYPE_CHECKING"}


@pytest.mark.parametrize(
    "code",
    ["import sphinx", "from sphinx.util import logging", "import docutils.nodes as n", "from sphinx_vita import sphinx",
     "def f():\n    from myst_parser import x", "from sphinx_vita.sphinx import domain", "from . import sphinx",
     "from .sphinx.domain import x"],
)  # fmt: skip
def test_an_import_of_the_other_half_is_seen(code: str) -> None:
    assert any(map(is_foreign, imported(ast.parse(code), "sphinx_vita")))


def test_the_pure_half_is_not_empty() -> None:
    assert {"keys.py", "dates.py", "record_options.py"} <= {path.name for path in PURE}
