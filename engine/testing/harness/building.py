"""Building the invented portfolio, and comparing what came out byte by byte."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.warm import FOREIGN, run_module

PORTFOLIO = Path(__file__).resolve().parents[1] / "portfolio"
SCHOLARS = PORTFOLIO.with_name("scholars")  # three more invented people, of other fields
# Sphinx leaves it behind when the settings change; it says what the folder was built with before.
SETTINGS_THAT_WERE = ".buildinfo.bak"


def arguments(source: Path, output: Path, builder: str, processes: int | str = 1) -> list[str]:
    """Give the words of a command that builds with warnings as errors and keeps what it has read beside the output."""
    doctrees = output.with_name(f"{output.name}-doctrees")
    words = ["-b", builder, "-nW", "--keep-going", "-q", "-N", "-j", str(processes), "-d", doctrees, source, output]
    return list(map(str, words))


def build(source: Path, output: Path, builder: str, processes: int | str = 1, *settings: str) -> None:
    """Build in a process of its own, with its own order of sets; a single word on stderr fails."""
    command = [sys.executable, "-m", "sphinx", *settings, *arguments(source, output, builder, processes)]
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    built = subprocess.run(command, cwd=output.parent, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    assert (built.returncode, built.stderr) == (0, ""), f"the build is not silent:\n{built.stderr}"


def rebuild(source: Path, output: Path, builder: str, processes: int = 1, *settings: str) -> None:
    """Build, or what has changed; the process is a fork, since a small build would spend its time on imports."""
    built = run_module("sphinx", *settings, *arguments(source, output, builder, processes), folder=output.parent)
    assert (built.code, built.said) == (0, ""), f"the build is not silent:\n{built.said}"


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
    """Copy the invented portfolio, so that a test may change it."""
    shutil.copytree(PORTFOLIO, target, ignore=shutil.ignore_patterns("__pycache__", "_build"), dirs_exist_ok=True)


def sources() -> list[str]:
    """Name every file of the portfolio that a writer edits."""
    found = (
        path for ending in ("md", "bib") for path in PORTFOLIO.glob(f"**/*.{ending}") if "_build" not in path.parts
    )
    return sorted(path.relative_to(PORTFOLIO).as_posix() for path in (PORTFOLIO / "conf.py", *found))


def files_of(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file under a folder, by path."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != SETTINGS_THAT_WERE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(one: Path, other: Path) -> list[str]:
    """Name the files that only one of two folders has, or that are not the same in both."""
    first, second = files_of(one), files_of(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
