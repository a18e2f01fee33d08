"""The Makefile on machines that lack something, and the files that call it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

CALLERS = (
    ".ci/run",
    ".readthedocs.yaml",
    ".github/workflows/ci.yml",
    ".github/workflows/pages.yml",
    ".github/workflows/pull-request.yml",
    ".github/workflows/versions.yml",
    "CONTRIBUTING.md",
    "engine/CONTRIBUTING.md",
)
OPTIONS = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES", "PYTHON", "OUTPUT", "ARGS")  # of the make around us
# What a recipe needs besides Python.
PROGRAMS = ("awk", "cat", "mkdir", "rm", "sh", "touch")


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A folder, with a space in its name, that holds the Makefile and one small page."""
    folder = tmp_path / "a project"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(root / name, folder)
    (folder / "conf.py").write_text("html_theme = 'basic'\nexclude_patterns = ['_build']\n")
    (folder / "index.rst").write_text("Ada\n===\n\nMathematics.\n")
    return folder


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder for the path that holds what recipes need, but neither Python nor a browser."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in PROGRAMS:
        found = shutil.which(name)
        assert found
        (folder / name).symlink_to(found)
    return folder


def make(folder: Path, *words: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run make in the folder, with the caller's path or only the given one."""
    program = shutil.which("make")
    assert program
    environment: Mapping[str, str] = {name: value for name, value in os.environ.items() if name not in OPTIONS}
    environment = {**environment, "LC_ALL": "C", **({"PATH": str(path)} if path else {})}
    return subprocess.run([program, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def make_here(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run make as if this very Python were the project's environment, set up already."""
    return make(folder, "-o", ".venv/locked", "-o", ".venv/installed", f"PY={sys.executable}", *words)


def write_program(folder: Path, name: str, script: str) -> None:
    """Put a shell script on the path."""
    program = folder / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def write_python(folder: Path, version: str) -> None:
    """Put a Python on the path that takes itself for another version, for example "3, 10"."""
    code = f'"import sys; sys.version_info = ({version}, 0); $2"'
    write_program(folder, "python3", f"""case "$1" in -c) exec '{sys.executable}' -c {code};; esac; exit 1""")


def said(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What a command said of its own, without make's closing line."""
    return [line for line in (done.stdout + done.stderr).splitlines() if not line.startswith("make: ***")]


def test_a_python_that_is_too_old_ends_in_one_line_that_says_what_to_do(project: Path, programs: Path) -> None:
    write_python(programs, "3, 10")

    done = make(project, "html", path=programs)

    assert done.returncode != 0
    (line,) = said(done)
    assert "Python 3.11 or newer is needed" in line
    assert "PYTHON=" in line
    assert not (project / ".venv").exists()


def test_a_python_without_venv_ends_in_one_line_that_says_what_to_do(project: Path, programs: Path) -> None:
    write_program(programs, "python3", 'case "$2" in *ensurepip*) exit 1;; esac')

    done = make(project, "html", path=programs)

    assert done.returncode != 0
    (line,) = said(done)
    assert "python3-venv" in line


def test_a_newer_python_under_another_name_is_found(project: Path, programs: Path) -> None:
    write_python(programs, "3, 10")
    write_program(programs, "python3.12", 'case "$1" in -m) echo "made by $0"; exit 1;; esac')

    done = make(project, "html", path=programs)

    assert any(line.endswith("/python3.12") for line in said(done))


def test_a_build_says_where_to_open_the_site(project: Path) -> None:
    done = make_here(project, "html")

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].endswith(f"{project.name}/_build/html/index.html")
    assert (project / "_build/html/index.html").is_file()


def test_a_build_goes_into_the_folder_that_output_names(project: Path, tmp_path: Path) -> None:
    target = tmp_path / "another place"

    done = make_here(project, "html", f"OUTPUT={target}")

    assert done.returncode == 0, done.stderr
    assert (target / "index.html").is_file()
    assert not (project / "_build/html").exists()


def test_every_failed_build_shows_all_warnings_also_of_pages_that_have_not_changed(project: Path) -> None:
    (project / "index.rst").write_text("Ada\n===\n\n:doc:`one` :doc:`two`\n")

    for attempt in ("first", "second"):
        done = make_here(project, "html")

        assert done.returncode != 0, attempt
        assert all(name in done.stderr for name in ("'one'", "'two'")), attempt


def test_an_engine_whose_folder_is_gone_is_replaced_by_the_published_one(project: Path) -> None:
    (project / ".venv").mkdir()
    (project / ".venv/installed").touch()
    write_program(
        project,
        "python",
        f"""echo "$*" >> said
case "$*" in
  *"import sphinx_vita"*) exit 1;;
  *"pip list"*) echo sphinx-vita==0.2.0;;
  *tomllib*) exec '{sys.executable}' "$@";;
esac""",
    )

    done = make(project, "-o", ".venv/locked", "PY=./python", ".venv/installed")

    assert done.returncode == 0, done.stderr
    pip = [line for line in (project / "said").read_text("utf-8").splitlines() if line.startswith("-m pip")]
    assert [line.split()[2] for line in pip] == ["list", "uninstall", "install"]
    assert (project / ".venv/gone").read_text("utf-8") == "sphinx-vita\n"
    assert "sphinx-vita>=" in (project / ".venv/asked").read_text("utf-8")


def test_help_lists_every_command(root: Path) -> None:
    commands = phony(root)

    listed = re.findall(r"^make ([a-z-]+)", make(root, "help").stdout, flags=re.MULTILINE)

    assert sorted(listed) == sorted(commands)


@pytest.mark.parametrize("caller", CALLERS)
def test_whoever_calls_make_names_commands_that_exist(root: Path, caller: str) -> None:
    text = (root / caller).read_text(encoding="utf-8")

    called = set(re.findall(r"(?:^|run: |- |`)make ([a-z-]+)", text, flags=re.MULTILINE))

    assert called
    assert called <= phony(root)


def phony(root: Path) -> set[str]:
    """The commands of the Makefile."""
    match = re.search(r"^\.PHONY: (help .*)$", (root / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert match
    return set(match[1].split())
