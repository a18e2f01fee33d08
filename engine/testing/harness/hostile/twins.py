"""One site full of hostile content and its harmless twin, built once for all tests of a run that look at them."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.building import build_once
from harness.hostile.sources import Write, harmless, hostile, write_sources
from harness.warm import run_module

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
    """Build both."""
    said = {name: _build_one(folder / name, write) for name, write in WRITERS.items()}
    assert said["harmless"] == ""
    (folder / "hostile/said").write_text(said["hostile"], "utf-8")


def _build_one(folder: Path, write: Write) -> str:
    write_sources(folder / "sources", write)
    built = run_module("sphinx", "-q", "-N", "-d", "doctrees", "sources", "site", folder=folder)
    assert built.code == 0, built.said
    return built.said
