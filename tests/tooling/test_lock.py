"""requirements.lock: everything with its hash, from nowhere in particular, in line with each pyproject.toml."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
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
def projects(root: Path) -> list[dict[str, Any]]:
    """What the pyproject.toml of the site says, and that of each package of the engine."""
    files = (root / "pyproject.toml", *sorted(root.glob("engine/*/pyproject.toml")))
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in files]


def test_every_requirement_has_one_version_and_a_hash(lock: str) -> None:
    blocks = list(BLOCK.finditer(lock))

    assert "".join(block.group() for block in blocks).strip() == lock.strip(), "the lock holds lines of another kind"
    for block in blocks:
        (specifier,) = Requirement(block["requirement"]).specifier
        assert specifier.operator == "=="
        assert HASH.search(block["rest"]), block["requirement"]


def test_the_lock_names_no_index_no_address_and_no_path(lock: str) -> None:
    assert re.findall(r"^\s*-(?!-hash=sha256:).*|.*(?:://|\s@\s|\.whl|\.tar).*", lock, flags=re.MULTILINE) == []


def test_the_lock_holds_a_fitting_version_of_whatever_the_project_asks_for(
    lock: str, projects: list[dict[str, Any]]
) -> None:
    locked = [Requirement(block["requirement"]) for block in BLOCK.finditer(lock)]
    versions = {
        canonicalize_name(requirement.name): next(iter(requirement.specifier)).version for requirement in locked
    }

    for wanted in asked_for(projects):
        name = canonicalize_name(wanted.name)
        assert name in versions, f"{wanted} is not in the lock: run `make lock`"
        assert wanted.specifier.contains(versions[name]), f"the lock has {versions[name]}: run `make lock`"


def test_these_tests_run_with_what_the_lock_holds(lock: str) -> None:
    held = [Requirement(block["requirement"]) for block in BLOCK.finditer(lock)]
    here = [each for each in held if each.marker is None or each.marker.evaluate()]

    assert len(here) > 50
    assert [str(each) for each in here if not each.specifier.contains(found_here(each.name))] == []


def found_here(name: str) -> str:
    """The version of a package in this environment, or "0"."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "0"


def asked_for(projects: list[dict[str, Any]]) -> Iterator[Requirement]:
    """The requirements of the projects, of their builds and of their dependency groups; the engine lies here itself."""
    here = {each["project"]["name"] for each in projects}
    for each in projects:
        named = [
            line for group in each.get("dependency-groups", {}).values() for line in group if isinstance(line, str)
        ]
        built_with = each.get("build-system", {"requires": []})["requires"]
        wanted = map(Requirement, [*each["project"]["dependencies"], *built_with, *named])
        yield from (requirement for requirement in wanted if requirement.name not in here)
