"""The workers of a run compile its tests once."""

import os
from pathlib import Path

import pytest
from _pytest.pathlib import import_path
from harness.sharing import turned


def test_each_worker_begins_elsewhere_and_comes_to_all() -> None:
    files = [Path(name) for name in "abcdefg"]
    lists = [turned(files, f"gw{number}", 3) for number in range(3)]

    assert [each[0].name for each in lists] == ["a", "c", "e"]
    assert [sorted(each) for each in lists] == [files] * 3


def test_what_is_imported_before_is_what_is_collected(request: pytest.FixtureRequest) -> None:
    """By a function of pytest's own: where it changes, each worker compiles all again."""
    found = import_path(request.path, mode="importlib", root=request.config.rootpath, consider_namespace_packages=False)

    assert found is request.module


def test_there_is_a_worker_more_than_processors(monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    monkeypatch.delenv("PYTEST_XDIST_AUTO_NUM_WORKERS", raising=False)
    ask = pytestconfig.hook.pytest_xdist_auto_num_workers
    assert ask(config=pytestconfig) == (os.cpu_count() or 1) + 1

    monkeypatch.setenv("PYTEST_XDIST_AUTO_NUM_WORKERS", "7")
    assert ask(config=pytestconfig) == 7
