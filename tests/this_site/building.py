"""Building the portfolio, and comparing what came out byte by byte."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.this_site.content import FOLDERS, ROOT

# What the caller's shell says about another build must not change this one.
FOREIGN = ("READTHEDOCS", "READTHEDOCS_OUTPUT", "READTHEDOCS_CANONICAL_URL", "SITE_URL", "SPHINXOPTS")


def build(source: Path, output: Path, builder: str, processes: int = 1) -> None:
    """Build a portfolio; anything that Sphinx warns of fails, and so does a single word on stderr."""
    command = [sys.executable, "-m", "sphinx", "-b", builder, "-nW", "--keep-going", "-q", "-j", str(processes)]
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(ROOT / "src"), environment.get("PYTHONPATH", ""))))
    doctrees = output.with_name(f"{output.name}-doctrees")
    built = subprocess.run(
        [*command, "-d", doctrees, source, output],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, ""), f"the build is not silent:\n{built.stderr}"


def build_once(factory: pytest.TempPathFactory, worker: str, name: str, make: Callable[[Path], None]) -> Path:
    """Make a folder that all workers of a test run share: the first to come makes it, the others wait for its lock."""
    base = factory.getbasetemp()
    shared = base if worker == "master" else base.parent
    output, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back by the system even where a worker dies
        if not done.exists():
            make(output)
            done.touch()
    return output


def copy_sources(target: Path) -> None:
    """Copy all that a build reads, so that a test may change it; the code stays where it is."""
    for folder in (*FOLDERS, "_static"):
        shutil.copytree(ROOT / folder, target / folder)
    for name in ("conf.py", "index.md", "cv.md"):
        shutil.copy2(ROOT / name, target / name)


def files_of(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file under a folder, by path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(one: Path, other: Path) -> list[str]:
    """Name the files that only one of two folders has, or that are not the same in both."""
    first, second = files_of(one), files_of(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
