"""What the tests of all packages share: what small sites have in common, and the invented portfolio, built once."""

import gc
import os
from pathlib import Path

import pytest
from harness.building import PORTFOLIO, build, build_once
from harness.once import compiled_templates, known_settings, language_of_each_site, no_progress, warm_languages
from harness.reading import Page, read_site
from harness.sharing import begin_elsewhere, workers
from harness.slowest import changed_files, place

__all__ = ["compiled_templates", "known_settings", "language_of_each_site", "no_progress", "warm_languages"]


def pytest_xdist_auto_num_workers() -> int | None:
    """Say how many workers `-n auto` means, unless the environment does."""
    return None if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") else workers()


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Compile the tests of a fresh clone once for all workers; what is collected stays, so garbage waits."""
    gc.disable()
    begin_elsewhere(session.config)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what tests a change, then with what takes longest: a worker that came to it last would end alone."""
    changed = changed_files()
    places = {path: place(path, changed) for path in {item.path for item in items}}
    items.sort(key=lambda item: places[item.path])


def pytest_collection_finish() -> None:
    """Look for garbage seldom: small sites leave little, and what was collected stays to the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    gc.enable()


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the invented portfolio as HTML, built by as many processes as the machine has."""
    return build_once(tmp_path_factory, worker_id, "site", lambda output: build(PORTFOLIO, output, "html", "auto"))


@pytest.fixture(scope="session")
def built_folders(built_site: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> dict[str, Path]:
    """The built portfolio by the name of its builder; with a folder for each page it is built serially."""
    dirhtml = build_once(
        tmp_path_factory, worker_id, "site-dirhtml", lambda output: build(PORTFOLIO, output, "dirhtml")
    )
    return {"html": built_site, "dirhtml": dirhtml}


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """Every page of the portfolio by path, such as `papers/atlas.html`."""
    return read_site(built_site)
