"""Finding and installing a browser on machines that are not this one."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from harness.browser import chromium

Program = Callable[..., Path]
WORKING = 'echo "Chromium 150.0"'


@pytest.fixture(autouse=True)
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A machine without a browser whose path is one empty folder."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "MAC_APPLICATIONS", ())
    monkeypatch.setattr(chromium, "playwright_browser", lambda: tmp_path / "playwright-chrome")
    chromium.find_browser.cache_clear()
    yield
    chromium.find_browser.cache_clear()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Makes a shell script; in the folder of the path unless told otherwise."""

    def write(name: str, script: str = WORKING) -> Path:
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        return path

    return write


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The commands that an installation would run; none of them does anything."""
    seen: list[Sequence[str]] = []
    monkeypatch.setattr(chromium, "run", seen.append)
    return seen


def test_the_machines_own_browser_is_taken(program: Program) -> None:
    program("playwright-chrome")
    chrome = program("bin/google-chrome")

    assert chromium.find_browser() == chrome


def test_a_stub_that_only_says_how_to_install_one_is_passed_over(program: Program) -> None:
    program("bin/chromium-browser", 'echo "chromium-browser requires the snap to be installed"; exit 1')
    chrome = program("playwright-chrome")

    assert chromium.find_browser() == chrome


def test_the_one_that_is_named_goes_before_all_others(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("bin/chromium")
    monkeypatch.setenv("CHROMIUM", str(program("my-own")))

    assert chromium.find_browser().name == "my-own"


def test_one_that_is_named_and_does_not_run_is_a_mistake(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program("bin/chromium")
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")

    with pytest.raises(chromium.BrowserMissingError, match="/no/such/browser"):
        chromium.find_browser()


def test_no_browser_is_an_error_of_one_line_that_says_what_to_install(
    capsys: pytest.CaptureFixture[str], commands: list[Sequence[str]]
) -> None:
    assert chromium.main(["--install"]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert "install Chromium" in line
    assert commands, "nothing was tried"


def test_a_machine_that_has_a_browser_is_left_alone(program: Program, commands: list[Sequence[str]]) -> None:
    program("bin/chromium")

    assert chromium.main(["--install"]) == 0
    assert commands == []


def test_root_on_debian_takes_the_systems_package_where_the_download_is_refused(
    program: Program, commands: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    program("bin/apt-get")
    monkeypatch.setattr(chromium, "is_root", lambda: True)

    chromium.install_browser()

    assert commands == [
        [sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"],
        ["apt-get", "update"],
        ["apt-get", "install", "-y", "chromium-headless-shell"],
        ["apt-get", "install", "-y", "chromium"],
    ]


def test_an_installation_stops_at_the_first_browser_that_runs(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("bin/apt-get")
    monkeypatch.setattr(chromium, "is_root", lambda: True)
    seen: list[Sequence[str]] = []

    def install(command: Sequence[str]) -> None:
        seen.append(command)
        program("playwright-chrome")

    monkeypatch.setattr(chromium, "run", install)
    chromium.install_browser()

    assert len(seen) == 1


def test_only_root_goes_without_the_sandbox(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chromium, "is_root", lambda: False)
    assert "--no-sandbox" not in chromium.launch_arguments()

    monkeypatch.setattr(chromium, "is_root", lambda: True)
    assert "--no-sandbox" in chromium.launch_arguments()
