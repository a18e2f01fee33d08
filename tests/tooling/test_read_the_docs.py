"""Read the Docs can build this: its own commands, in a fresh clone.

The clone is of HEAD. What is not committed has no part in it, so that the test tells what Read the Docs would find:
a page or a tool that somebody forgot to commit is missed here, and a change is tested once it is committed.
What the lock brings is taken from the environment of this run, which came from the same lock: test_lock.py holds that.
"""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from tests.drawings import give_drawings

CANONICAL = "https://portfolio.example.org/en/latest/"
# Of the run around this test: an activated environment, the options of `make test`, another host's address.
FOREIGN = ("VIRTUAL_ENV", "PYTHONPATH", "MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "OUTPUT", "SITE_URL")


@pytest.fixture(scope="module")
def clone(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh clone of the last commit."""
    folder = tmp_path_factory.mktemp("read-the-docs") / "checkout"
    cloned = subprocess.run(["git", "clone", "--quiet", root, folder], stderr=subprocess.PIPE, text=True, check=False)
    assert cloned.returncode == 0, f"this test needs the git repository: {cloned.stderr}"
    give_libraries(folder.resolve())
    give_drawings(folder / "_build/doctrees")
    return folder


def give_libraries(clone: Path) -> None:
    """Set up the environment of a clone as the Makefile does, but for the libraries, which stay where they are."""
    environment = clone / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    places = {"base": str(environment), "platbase": str(environment)}
    own = Path(sysconfig.get_path("purelib", vars=places))
    (own / "libraries.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
    (environment / "locked").write_text(f"{clone}\n", "utf-8")


@pytest.fixture(scope="module")
def output(clone: Path) -> Path:
    """What Read the Docs would publish, after each command of its file has been run as it runs them."""
    folder = clone / "_readthedocs"
    settings = yaml.safe_load((clone / ".readthedocs.yaml").read_text(encoding="utf-8"))
    for command in settings["build"]["commands"]:
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=clone,
            env=host_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}"
    return folder


def host_environment(output: Path) -> Mapping[str, str]:
    """The variables of a build on Read the Docs."""
    ours = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    return {
        **ours,
        "READTHEDOCS": "True",
        "READTHEDOCS_OUTPUT": str(output),
        "READTHEDOCS_CANONICAL_URL": CANONICAL,
    }


def test_the_settings_name_a_system_and_a_python_that_the_project_serves(root: Path) -> None:
    settings = yaml.safe_load((root / ".readthedocs.yaml").read_text(encoding="utf-8"))

    assert settings["version"] == 2
    assert settings["build"]["os"].startswith("ubuntu-")
    assert settings["build"]["tools"]["python"] in {"3.11", "3.12", "3.13", "3.14"}


@pytest.mark.parametrize(("page", "address"), [("index.html", ""), ("cv.html", "cv.html")])
def test_the_commands_leave_pages_that_name_their_canonical_address(output: Path, page: str, address: str) -> None:
    html = BeautifulSoup((output / "html" / page).read_text(encoding="utf-8"), "html.parser")
    link = html.select_one("link[rel=canonical]")

    assert link is not None
    assert link["href"] == CANONICAL + address


def test_a_build_leaves_the_checkout_as_it_was(clone: Path, output: Path) -> None:
    status = subprocess.run(["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True)

    assert status.stdout == f"?? {output.name}/\n"
