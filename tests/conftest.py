"""This site, built once for all tests of a run, and what stands on its pages."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.content import ROOT
from tests.drawings import give_drawings
from tests.reading import Page, read_site

# What the caller's shell says about another build must not change this one.
FOREIGN = ("READTHEDOCS", "READTHEDOCS_OUTPUT", "READTHEDOCS_CANONICAL_URL", "SITE_URL", "SPHINXOPTS")


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of this portfolio as HTML, as `make html` builds it.

    Built by the run itself and not before it, so that plain `pytest` works and never looks at an old build.
    The workers of one run share it: the first to come builds, the others wait for its lock.
    """
    alone = worker_id == "master"
    shared = tmp_path_factory.getbasetemp() if alone else tmp_path_factory.getbasetemp().parent
    done, output = shared / "own-site.done", shared / "own-site"
    with (shared / "own-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back by the system even where a worker dies
        if not done.exists():
            build(output, shared / "own-doctrees")
            done.touch()
    return output


def build(output: Path, doctrees: Path, source: Path = ROOT) -> None:
    """Build the portfolio with warnings as errors; fails with what Sphinx said."""
    give_drawings(doctrees)
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-nW", "--keep-going", "-q", "-j", "auto"]
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    built = subprocess.run(
        [*command, "-d", doctrees, source, output], env=environment, stderr=subprocess.PIPE, text=True, check=False
    )
    assert built.returncode == 0, f"the site does not build:\n{built.stderr}"


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Page]:
    """Every page of the site by path, such as `cv.html`."""
    return read_site(built_site)


@pytest.fixture(scope="session")
def cv(pages: dict[str, Page]) -> Page:
    """The page of the whole CV."""
    return pages["cv.html"]
