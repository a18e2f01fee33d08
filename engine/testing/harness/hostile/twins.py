"""One site full of hostile content and its harmless twin, built once for all tests of a run that look at them."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.building import build_once
from harness.hostile.sources import Write, harmless, hostile, write_sources
from harness.sites import ENVIRONMENT

WRITERS: dict[str, Write] = {"hostile": hostile, "harmless": harmless}


@dataclass(frozen=True, slots=True)
class Twins:
    """Two outputs of the same sources but for the payloads, and what the hostile build said."""

    hostile: Path
    harmless: Path
    warnings: list[str]

    def pages(self) -> list[str]:
        """Name the pages of the harmless site, which are those of both."""
        return sorted(path.relative_to(self.harmless).as_posix() for path in self.harmless.rglob("*.html"))


def find_twins(factory: pytest.TempPathFactory, worker: str) -> Twins:
    """Give the sites of this run; whoever asks first builds them."""
    folder = build_once(factory, worker, "twins", _build)
    warnings = (folder / "hostile/said").read_text("utf-8").splitlines()
    return Twins(folder / "hostile/site", folder / "harmless/site", warnings)


def _build(folder: Path) -> None:
    """Build both, side by side."""
    running = {name: _start(folder / name, write) for name, write in WRITERS.items()}
    said = {name: process.communicate()[1] for name, process in running.items()}
    assert [process.returncode for process in running.values()] == [0, 0], said
    assert said["harmless"] == ""
    (folder / "hostile/said").write_text(said["hostile"], "utf-8")


def _start(folder: Path, write: Write) -> subprocess.Popen[str]:
    write_sources(folder / "sources", write)
    command = [sys.executable, "-m", "sphinx", "-q", "-N", "-d", "doctrees", "sources", "site"]
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True, errors="replace", env=ENVIRONMENT)
