"""Whoever takes this repository over is told every file that is the owner's."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.content import source_text


@pytest.fixture(scope="module")
def named(root: Path) -> set[str]:
    """The files and folders that the words on moving in name."""
    section = (root / "CONTRIBUTING.md").read_text("utf-8").partition("## Make it yours\n")[2].partition("\n## ")[0]
    return {
        word.rstrip("/") for row in re.findall(r"^\| (`.*?) \|", section, re.MULTILINE) for word in row.split("`")[1::2]
    }


def test_every_file_that_names_the_owner_is_one_to_replace(root: Path, named: set[str]) -> None:
    name = re.search(r'author\b.*?"(.+?)"', source_text("conf.py"))
    assert name
    found = subprocess.run(
        ["git", "grep", "-ilF", name[1], "--", ":!engine"], cwd=root, capture_output=True, text=True, check=True
    )

    assert {
        file for file in found.stdout.splitlines() if not named & {*map(str, (Path(file), *Path(file).parents))}
    } == set()
