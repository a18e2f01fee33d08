"""The packages as others get them: wheels and sdists of `make wheels`, put into environments that hold nothing else."""

import os
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

import pytest

ENGINE = Path(__file__).resolve().parents[2]
ROOT = ENGINE.parent
PACKAGES = {folder.name: folder for folder in sorted(ENGINE.glob("sphinx-*"))}
# What the run around a test says to make, Python, Sphinx and pip is not for the commands in it.
FOREIGN = (
    "MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES ARGS OUTPUT VIRTUAL_ENV PYTHONPATH SPHINXOPTS SITE_URL PIP_CONSTRAINT"
    " READTHEDOCS READTHEDOCS_OUTPUT READTHEDOCS_CANONICAL_URL"
    " PYTHONDONTWRITEBYTECODE"  # an environment that is built in twice compiles its libraries once
).split()
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in FOREIGN}


def run(*words: str | Path, folder: Path | None = None, silent: bool = True, **variables: str) -> str:
    """Run a command that must succeed, and without a word on stderr if it is to be silent; give what it prints."""
    environment = ENVIRONMENT | variables
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    said = f"{words}\n{done.stdout}\n{done.stderr}"
    assert done.returncode == 0, said
    assert not silent or not done.stderr, said
    return done.stdout


def project(package: str) -> dict[str, Any]:
    """Give what the pyproject.toml of a package says of it."""
    settings = tomllib.loads((PACKAGES[package] / "pyproject.toml").read_text("utf-8"))
    return dict(settings["project"])


def libraries() -> list[str]:
    """Give what the packages and the root ask for, but the packages themselves."""
    root = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    asked = [*root, *(line for package in PACKAGES for line in project(package)["dependencies"])]
    return sorted(line for line in set(asked) if not line.startswith(tuple(PACKAGES)))


def build_wheels(folder: Path) -> None:
    """Run `make wheels` as if this very Python were the environment of the project."""
    run(
        *("make", "-o", ".venv/locked", "-o", ".venv/installed", f"PY={sys.executable}", f"DIST={folder}", "wheels"),
        folder=ROOT,
        silent=False,  # hatchling says there what it builds
    )


def wheel_of(wheels: Path, package: str) -> Path:
    """Give the wheel of a package."""
    (found,) = wheels.glob(f"{package.replace('-', '_')}-*.whl")
    return found


def versions_here(folder: Path) -> Path:
    """Write what is installed for this very Python, each with its version, as a list that binds an installation."""
    found = {each.name.lower().replace("_", "-"): each.version for each in distributions()}
    others = (f"{name}=={version}\n" for name, version in sorted(found.items()) if name not in PACKAGES)
    file = folder / "versions.txt"
    file.write_text("".join(others), "utf-8")
    return file


class Environment:
    """An environment of its own, empty at first, in which nothing is found but what is installed there."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.folder, self.wheels = folder, wheels
        self.bound = versions_here(wheels.parent)
        run(sys.executable, "-m", "uv", "venv", "--quiet", "--no-config", "--python", sys.executable, folder)

    @property
    def python(self) -> Path:
        """The Python of the environment."""
        return self.folder / "bin/python"

    def install(self, *asked: str | Path) -> None:
        """Install what is asked for, the engine from its wheels, all else in the versions that this Python has."""
        words = ("--quiet", "--no-config", "--no-progress", "--only-binary", ":all:", "--python", self.folder)
        places = ("--find-links", self.wheels, "--constraints", self.bound)
        run(sys.executable, "-m", "uv", "pip", "install", *words, *places, *asked)

    def hold(self, *asked: str | Path) -> None:
        """Install what is asked for and what that needs, and remove all else, as if the environment were new."""
        self.install("--exact", *asked)

    def names(self) -> set[str]:
        """Give the names of all that is installed."""
        listed = run(self.python, "-c", "from importlib.metadata import *; print(*{d.name for d in distributions()})")
        return set(listed.split())

    def build(self, source: Path, *words: str, name: str = "html") -> Path:
        """Build a site with `sphinx-build`, strictly and in silence; give the folder of its pages."""
        output, doctrees = source.with_name(f"{source.name}-{name}"), source.with_name(f"{source.name}-{name}-doctrees")
        run(self.folder / "bin/sphinx-build", "-nW", "--keep-going", "-q", "-d", doctrees, *words, source, output)
        return output


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write the sources of a site."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def copy_of_root(folder: Path) -> Path:
    """Copy what git knows of the root, and of what is new there, without `engine/`."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", ":!engine", folder=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="session")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a wheel and an sdist of each package."""
    folder = tmp_path_factory.mktemp("wheels") / "dist"
    build_wheels(folder)
    return folder
