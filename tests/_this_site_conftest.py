"""The portfolio as built pages, in both forms that Sphinx writes."""

from pathlib import Path

import pytest
from harness.building import build, build_once

from tests.content import ROOT
from tests.reading import Page, read_site


@pytest.fixture(scope="session")
def built_folders(built_site: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> dict[str, Path]:
    """The built site by the name of its builder."""
    dirhtml = build_once(tmp_path_factory, worker_id, "site-dirhtml", lambda output: build(ROOT, output, "dirhtml"))
    return {"html": built_site, "dirhtml": dirhtml}


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """Every page of the site by path, such as `publications/clm.html`."""
    return read_site(built_site)


@pytest.fixture(scope="session")
def cv(pages: dict[str, Page]) -> Page:
    """The page of the whole CV."""
    return pages["cv.html"]
