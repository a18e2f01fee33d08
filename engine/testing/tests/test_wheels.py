"""What is published: each wheel and sdist holds its package, what belongs to it, and nothing else."""

import re
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest
from harness.installing import PACKAGES, project, run, wheel_of

SMALL = {f"sphinx-{name}" for name in ("instant-search", "light-pages", "clean-rebuilds", "computed-figures")}
EVERY = pytest.mark.parametrize("package", PACKAGES)
LEFT_BEHIND = ("__pycache__", ".mypy_cache")
# hatchling adds what it needs to choose the same files again.
OF_HATCHLING = {"PKG-INFO", ".gitignore"}


def module(package: str) -> str:
    return package.replace("-", "_")


def files_of(package: str) -> dict[str, bytes]:
    """The files of a package under `src`."""
    source = PACKAGES[package] / "src"
    files = (path for path in source.rglob("*") if path.is_file() and not set(LEFT_BEHIND) & set(path.parts))
    return {path.relative_to(source).as_posix(): path.read_bytes() for path in files}


def docs_of(package: str) -> set[str]:
    """The files of the documentation of a small package: its README links there."""
    folder = PACKAGES[package] / "docs"
    files = (path for path in folder.rglob("*") if path.is_file() and not {*LEFT_BEHIND, "_build"} & set(path.parts))
    return {f"docs/{path.relative_to(folder).as_posix()}" for path in files} if package in SMALL else set()


def opened(wheels: Path, package: str) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel_of(wheels, package)) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def metadata(wheels: Path, package: str) -> Message:
    found = opened(wheels, package)
    return message_from_bytes(found[f"{module(package)}-{project(package)['version']}.dist-info/METADATA"])


def sdist(wheels: Path, package: str) -> Path:
    (found,) = wheels.glob(f"{module(package)}-*.tar.gz")
    return found


def test_each_package_has_one_wheel_for_every_machine_and_one_sdist(wheels: Path) -> None:
    stems = {f"{module(package)}-{project(package)['version']}" for package in PACKAGES}

    assert {path.name for path in wheels.iterdir()} == {
        *(f"{stem}-py3-none-any.whl" for stem in stems),
        *(f"{stem}.tar.gz" for stem in stems),
    }


@EVERY
def test_a_wheel_holds_the_package_with_all_its_data_and_nothing_else(wheels: Path, package: str) -> None:
    held = opened(wheels, package)
    about = f"{module(package)}-{project(package)['version']}.dist-info/"
    code = {name: content for name, content in held.items() if not name.startswith(about)}

    assert code == files_of(package)
    assert f"{module(package)}/py.typed" in code
    licenses = {f"licenses/{name}" for name in project(package)["license-files"]}
    commands = {"entry_points.txt"} if {"scripts", "entry-points"} & project(package).keys() else set()
    assert {name.removeprefix(about) for name in held.keys() - code.keys()} == {
        *("METADATA", "WHEEL", "RECORD"),
        *licenses,
        *commands,
    }
    for name in project(package)["license-files"]:
        assert held[f"{about}licenses/{name}"] == (PACKAGES[package] / name).read_bytes()


@EVERY
def test_the_code_of_others_has_its_license_beside_ours(package: str) -> None:
    theirs = {f"src/{name}" for name in files_of(package) if name.endswith(".license.txt")}

    assert {"LICENSE", *theirs} == set(project(package)["license-files"])


@EVERY
def test_the_metadata_say_what_an_index_shows_and_an_installer_asks(wheels: Path, package: str) -> None:
    told, said = metadata(wheels, package), project(package)

    assert (told["Name"], told["Version"], told["Summary"]) == (package, said["version"], said["description"])
    assert (told["License-Expression"], told["Requires-Python"]) == ("MIT", ">=3.11")
    assert told["Description-Content-Type"] == "text/markdown"
    assert set(told["Keywords"].split(",")) == set(said["keywords"])
    assert {"Framework :: Sphinx :: Extension", "Typing :: Typed"} <= set(told.get_all("Classifier") or ())
    extras = [line for lines in said.get("optional-dependencies", {}).values() for line in lines]
    assert len(told.get_all("Requires-Dist") or ()) == len([*said["dependencies"], *extras])
    readme = (PACKAGES[package] / "README.md").read_text("utf-8")
    payload = told.get_payload(decode=True)
    assert isinstance(payload, bytes)
    assert payload.decode().strip() == readme.strip()


@EVERY
def test_a_command_of_a_package_is_in_its_entry_points(wheels: Path, package: str) -> None:
    points = "".join(content.decode() for name, content in opened(wheels, package).items() if "entry_points" in name)

    for name, target in project(package).get("scripts", {}).items():
        assert re.search(rf"^{re.escape(name)} = {re.escape(target)}$", points, re.MULTILINE), name


@EVERY
def test_an_sdist_holds_what_a_wheel_is_built_from_and_gives_the_same_wheel(
    wheels: Path, package: str, tmp_path: Path
) -> None:
    with tarfile.open(sdist(wheels, package)) as archive:
        archive.extractall(tmp_path, filter="data")
    (folder,) = tmp_path.iterdir()
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    texts = {"pyproject.toml", "README.md", "CHANGELOG.md", *project(package)["license-files"]}

    assert held == {*texts, *OF_HATCHLING, *docs_of(package), *(f"src/{name}" for name in files_of(package))}
    assert bool(docs_of(package)) == (package in SMALL)
    build_of(folder, tmp_path / "again")
    assert wheel_of(tmp_path / "again", package).read_bytes() == wheel_of(wheels, package).read_bytes()


def build_of(folder: Path, target: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", target, folder=folder, silent=False)


@EVERY
def test_a_version_stands_in_one_place(package: str) -> None:
    version = project(package)["version"].encode()
    texts = {name: content for name, content in files_of(package).items() if name.endswith((".py", ".js", ".css"))}

    assert [name for name, content in texts.items() if re.search(rb"\b" + re.escape(version) + rb"\b", content)] == []


@EVERY
def test_a_change_log_tells_what_the_version_brings(package: str) -> None:
    log = (PACKAGES[package] / "CHANGELOG.md").read_text("utf-8")
    versions = re.findall(r"^## \[?([^\]\s]+)", log, flags=re.MULTILINE)

    assert versions[:1] == ["Unreleased"] or versions[:1] == [project(package)["version"]]
    assert project(package)["version"] in versions


def test_packages_of_one_version_ask_for_each_other_in_one_range() -> None:
    ranges = {
        line.removeprefix(other)
        for package in PACKAGES
        for line in project(package)["dependencies"]
        for other in PACKAGES
        if re.fullmatch(rf"{other}[><=~].*", line)
    }
    (version,) = {project(package)["version"] for package in PACKAGES}
    major, minor = map(int, version.split(".")[:2])

    assert ranges == {f">={major}.{minor},<{major}.{minor + 1}"}
    assert (
        tomllib.loads((PACKAGES["sphinx-vita"] / "../../pyproject.toml").read_text("utf-8"))["project"]["dependencies"][
            0
        ]
        == f"sphinx-vita>={major}.{minor},<{major}.{minor + 1}"
    )
