"""What more than one folder of tests needs: the portfolio itself, built once."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import jinja2
import pytest
import sphinx.jinja2glue
from jinja2.sandbox import SandboxedEnvironment

ROOT = Path(__file__).resolve().parent.parent
# What the caller's shell says about another build must not change this one.
FOREIGN = ("READTHEDOCS", "READTHEDOCS_OUTPUT", "READTHEDOCS_CANONICAL_URL", "SITE_URL", "SPHINXOPTS")


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """Compile each template once for all small sites of the run: half of a small build went into that."""
    base = tmp_path_factory.getbasetemp()
    cache = (base if worker_id == "master" else base.parent) / "templates"
    cache.mkdir(exist_ok=True)
    environment = partial(SandboxedEnvironment, bytecode_cache=jinja2.FileSystemBytecodeCache(str(cache)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sphinx.jinja2glue, "SandboxedEnvironment", environment)
        yield


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
    done, output = shared / "site.done", shared / "site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back by the system even where a worker dies
        if not done.exists():
            build(output, shared / "doctrees")
            done.touch()
    return output


def build(output: Path, doctrees: Path) -> None:
    """Build the portfolio with warnings as errors; fails with what Sphinx said."""
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-nW", "--keep-going", "-q", "-j", "auto"]
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    built = subprocess.run(
        [*command, "-d", doctrees, ROOT, output], env=environment, stderr=subprocess.PIPE, text=True, check=False
    )
    assert built.returncode == 0, f"the site does not build:\n{built.stderr}"
