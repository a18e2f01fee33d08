"""How the workers of a run share its beginning: each compiles other tests first, and finds the rest compiled."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from _pytest.pathlib import import_path


def workers() -> int:
    """Return how many workers keep the processors busy: each waits for a browser or a build a third of its time."""
    return (os.cpu_count() or 1) + 1


def begin_elsewhere(config: pytest.Config) -> None:
    """Import the files of tests before they are collected, from a place on at which no other worker begins."""
    worker, count = os.environ.get("PYTEST_XDIST_WORKER", ""), int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if count > 1 and config.args_source is pytest.Config.ArgsSource.TESTPATHS:
        folders = [config.rootpath / folder for folder in config.getini("testpaths")]
        for path in turned(sorted(path for each in folders for path in each.rglob("test_*.py")), worker, count):
            with suppress(Exception, pytest.skip.Exception):  # it is told when the file is collected
                import_path(path, mode="importlib", root=config.rootpath, consider_namespace_packages=False)


def turned(files: list[Path], worker: str, count: int) -> list[Path]:
    """Turn a list so that it begins with the share of a worker, such as `gw0`."""
    start = int(worker.removeprefix("gw")) * len(files) // count
    return files[start:] + files[:start]
