"""Each extension under src/ can be used alone: none knows another."""

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2] / "src"
EXTENSIONS = sorted(path.parent.name for path in SOURCES.glob("*/__init__.py"))


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add((node.module or "").split(".")[0])
    return names


def test_the_extensions_are_found() -> None:
    assert {"vita", "palette", "figures", "tidy", "lean"} <= set(EXTENSIONS)


@pytest.mark.parametrize("extension", EXTENSIONS)
def test_an_extension_knows_nothing_of_the_others(extension: str) -> None:
    others = set(EXTENSIONS) - {extension}
    for path in (SOURCES / extension).rglob("*.py"):
        assert imported(path).isdisjoint(others), path
