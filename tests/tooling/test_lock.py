"""requirements.lock: everything with its hash, from nowhere in particular, in line with pyproject.toml."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# One requirement of the lock: its line and the lines that it goes on in.
BLOCK = re.compile(r"^(?P<requirement>[a-zA-Z0-9][^\\\n]*?)\s*\\\n(?P<rest>(?:    .*\n?)+)", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


@pytest.fixture(scope="module")
def lock(root: Path) -> str:
    """The lock's text without its comments."""
    text = (root / "requirements.lock").read_text(encoding="utf-8")
    return re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def project(root: Path) -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_requirement_has_one_version_and_a_hash(lock: str) -> None:
    blocks = list(BLOCK.finditer(lock))

    assert "".join(block.group() for block in blocks).strip() == lock.strip(), "the lock holds lines of another kind"
    for block in blocks:
        (specifier,) = Requirement(block["requirement"]).specifier
        assert specifier.operator == "=="
        assert HASH.search(block["rest"]), block["requirement"]


def test_the_lock_names_no_index_no_address_and_no_path(lock: str) -> None:
    assert re.findall(r"^\s*-(?!-hash=sha256:).*|.*(?:://|\s@\s|\.whl|\.tar).*", lock, flags=re.MULTILINE) == []


def test_the_lock_holds_a_fitting_version_of_whatever_the_project_asks_for(lock: str, project: dict[str, Any]) -> None:
    locked = [Requirement(block["requirement"]) for block in BLOCK.finditer(lock)]
    versions = {
        canonicalize_name(requirement.name): next(iter(requirement.specifier)).version for requirement in locked
    }

    for wanted in asked_for(project):
        name = canonicalize_name(wanted.name)
        assert name in versions, f"{wanted} is not in the lock: run `make lock`"
        assert wanted.specifier.contains(versions[name]), f"the lock has {versions[name]}: run `make lock`"


def asked_for(project: dict[str, Any]) -> Iterator[Requirement]:
    """The requirements of the project, of its build and of its dependency groups."""
    groups = project["dependency-groups"].values()
    named = [line for group in groups for line in group if isinstance(line, str)]
    for line in [*project["project"]["dependencies"], *project["build-system"]["requires"], *named]:
        yield Requirement(line)
