"""The README of each package shows what it is, fits its promise of three lines, and links to its documentation."""

import re
from pathlib import Path

import pytest

PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
ENGINE = Path(__file__).parents[3]
SMALL = ("instant-search", "light-pages", "clean-rebuilds", "computed-figures")


def readme(package: str) -> str:
    return (ENGINE / f"sphinx-{package}" / "README.md").read_text("utf-8")


@pytest.mark.parametrize("package", SMALL)
def test_a_readme_shows_a_picture_and_links_what_is_there(package: str) -> None:
    folder = ENGINE / f"sphinx-{package}"
    (picture,) = PICTURE.findall(readme(package))
    said, path = picture

    assert len(said) > 60  # in words what it shows
    assert 1_000 < (folder / path).stat().st_size < 100_000
    links = [address.partition("#")[0] for address in LINK.findall(readme(package))]
    assert {"docs/index.md", "docs/how-to.md", "docs/reference.md", "CHANGELOG.md"} <= set(links)
    assert [address for address in links if not (folder / address).is_file()] == []


@pytest.mark.parametrize("package", SMALL)
def test_a_readme_is_read_in_half_a_minute(package: str) -> None:
    text = readme(package)
    code = re.findall(r"```\w+\n(.*?)```", text, re.DOTALL)

    assert len(text.split()) <= 420
    assert len("".join(code[:2]).splitlines()) <= 3  # to install it
    assert "\n## What it costs" in text


@pytest.mark.parametrize("package", [*SMALL, "build-cache"])
def test_each_says_how_to_install_what_it_promises_and_its_limits(package: str) -> None:
    text = readme(package)
    assert f"pip install sphinx-{package}\n" in text
    assert "\n## What it promises\n" in text
    assert "\n## Limits\n" in text


def test_those_of_the_portfolio_fit_a_screen() -> None:
    assert len(readme("vita").splitlines()) <= 50
    root = ENGINE.parent / "README.md"
    assert not root.is_file() or len(root.read_text("utf-8").splitlines()) <= 60
