"""What the tests of hostile content look at."""

from pathlib import Path

import pytest
from harness.hostile.twins import Twins, find_twins
from harness.sites import Site


@pytest.fixture(scope="session")
def twins(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Twins:
    """The hostile site and its harmless twin."""
    return find_twins(tmp_path_factory, worker_id)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A small site to fill."""
    (tmp_path / "site").mkdir()
    return Site(tmp_path / "site")
