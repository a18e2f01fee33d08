"""The examples in docstrings give what they say."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[2]
FILES = sorted(path for path in SOURCES.glob("sphinx-*/src/**/*.py") if "\n    >>> " in path.read_text("utf-8"))


def name_of(path: Path) -> str:
    parts = path.with_suffix("").parts[path.parts.index("src") + 1 :]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("name", [name_of(path) for path in FILES])
def test_an_example_gives_what_it_says(name: str) -> None:
    tried = doctest.testmod(import_module(name))

    assert tried.attempted > 0
    assert tried.failed == 0
