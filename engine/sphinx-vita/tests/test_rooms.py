"""The rooms of the house: a fact flows from record to page, imports only the other way, and never in a circle."""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
import sphinx_vita

ROOT = Path(sphinx_vita.__file__).parent
# From the foundation up: each may import those before it. The look is files that any room may read.
ROOMS = ("look", "locale", "records", "reading", "exports", "imports", "sphinx", "command")


def name_of(path: Path) -> str:
    parts = ("sphinx_vita", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {name_of(path): path for path in sorted(ROOT.rglob("*.py"))}


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.AST) -> Iterator[str]:
    """Give the modules of this package that a module imports: anywhere in it, also in functions and for types alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module in MODULES:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in MODULES else node.module for name in inner)


@cache
def arrows_of(name: str) -> frozenset[str]:
    return frozenset(imported(tree_of(MODULES[name]))) - {name}


def graph() -> dict[str, set[str]]:
    return {name: set(arrows_of(name)) for name in MODULES}


def circle_in(arrows: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(arrows).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def upward(arrows: Mapping[str, set[str]]) -> list[tuple[str, str]]:
    return sorted((name, other) for name, others in arrows.items() for other in others if floor(other) > floor(name))


def floor(module: str) -> int:
    """Give the floor of a module's room; the door of the package stands above all."""
    parts = module.split(".")
    return ROOMS.index(parts[1]) if len(parts) > 1 else len(ROOMS)


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circle_in(graph()) == []


def test_a_room_imports_only_those_below_it() -> None:
    assert upward(graph()) == []


def test_every_folder_is_a_room_and_says_what_it_holds() -> None:
    rooms = [path.parent for path in ROOT.rglob("__init__.py")]
    silent = [room.name for room in rooms if not ast.get_docstring(tree_of(room / "__init__.py"))]

    assert {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()} <= set(ROOMS)
    assert silent == []


def test_modules_relative_imports_are_none_so_that_every_arrow_is_seen() -> None:
    relative = [
        name
        for name, path in MODULES.items()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


@pytest.mark.parametrize(
    "code",
    [
        "from sphinx_vita.sphinx.domain import VitaDomain",
        "def f():\n    import sphinx_vita.sphinx.domain",
        "if TYPE_CHECKING:\n    from sphinx_vita.sphinx import domain",
    ],
)
def test_an_arrow_that_runs_up_and_the_circle_it_makes_are_seen(code: str) -> None:
    lookup = "sphinx_vita.sphinx.lookup"
    arrows = graph()
    arrows[lookup] |= set(imported(ast.parse(code)))
    assert set(circle_in(arrows)) >= {lookup, "sphinx_vita.sphinx.domain"}

    arrows = graph()
    arrows["sphinx_vita.records.dates"] |= set(imported(ast.parse(code)))
    assert upward(arrows) == [("sphinx_vita.records.dates", "sphinx_vita.sphinx.domain")]
