"""A new site: from nothing it explains itself, from a CV it holds what stands there; both build silent."""

from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from harness.warm import run_module
from sphinx_vita.command.main import main
from sphinx_vita.command.new.site import Owner, new_site

ROOT = Path(__file__).resolve().parents[4]
CV = """\
# MEI LANDT

Oslo, Norway | <mei@landt.example> | https://landt.example

## Experience

### Curator, Museum of Ice

2019 – Now

- Looked after the ice. Mei Landt measured it too.

## Papers

- Landt, M., & Roe, J. (2020). Ice and its neighbors. *Journal of Cold*, 3(1), 1–9. https://doi.org/10.1000/ice
- something that is no reference

## Talks & Lectures

- "Cold", University of Oslo, May 2021
"""


def run(*words: str | Path, answers: str = "") -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=answers)


def built(site: Path) -> str:
    """Build a site as its Makefile does, but in the environment of these tests; gives what it warns of."""
    words = ("-b", "html", "-nW", "--keep-going", "-q", "-d", site / "_build/doctrees", site, site / "_build/html")
    done = run_module("sphinx", *words)
    return done.said + ("" if done.code == 0 else "failed")


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site from nothing, built."""
    site = tmp_path_factory.mktemp("new") / "me"
    answer = run("new", site, "--name", "Ada 'Ace' Lovelace", "--address", "https://ada.example", "--yes")
    assert answer.exit_code == 0, answer.output
    assert built(site) == ""
    return site


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site from a CV, built."""
    folder = tmp_path_factory.mktemp("moved")
    (folder / "cv.md").write_text(CV, "utf-8")
    answer = run("new", folder / "me", "--from", folder / "cv.md", "--yes")
    assert answer.output == (
        "Read as a CV in Markdown: 1 position, 1 talk, 1 publication. 1 more waits in inbox.md, with the reason.\n"
        f"The site lies in {folder / 'me'}. Next: cd {folder / 'me'} && make html\n"
    )
    assert built(folder / "me") == ""
    return folder / "me"


def test_a_site_from_nothing_has_all_that_a_site_needs(example: Path) -> None:
    files = {path.relative_to(example).as_posix() for path in example.rglob("*") if path.is_file()}

    assert {
        "conf.py",
        "index.md",
        "cv.md",
        "research/index.md",
        "publications/index.md",
        "README.md",
        "Makefile",
    } < files
    assert {"publications/publications.bib", "experience/index.md", "experience/education.md", "pyproject.toml"} < files
    assert {".gitignore", ".readthedocs.yaml", ".github/workflows/pages.yml", "tests/facts.yaml", ".git/HEAD"} < files
    assert "inbox.md" not in files
    assert len((example / "conf.py").read_text("utf-8").splitlines()) <= 22


def test_it_is_the_owners(example: Path) -> None:
    home = (example / "_build/html/index.html").read_text("utf-8")

    assert "Ada 'Ace' Lovelace" in BeautifulSoup(home, "html.parser").get_text().replace("‘", "'").replace("’", "'")
    assert 'rel="canonical" href="https://ada.example/' in home
    assert "Ada" in (example / "README.md").read_text("utf-8").splitlines()[0]
    assert yaml.safe_load((example / "tests/facts.yaml").read_text("utf-8"))["person"] == ["Ada 'Ace' Lovelace"]


@pytest.mark.parametrize("site", ["example", "moved"])
def test_the_site_proves_itself(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)

    answer = run("check", folder, "--output", folder / "_build/html")

    assert answer.exit_code == 0, answer.output


def test_a_site_from_a_cv_has_what_stands_there_in_its_order(moved: Path) -> None:
    pdf = (moved / "_build/html/cv.pdf").read_bytes()
    cv = (moved / "cv.md").read_text("utf-8")

    assert pdf.startswith(b"%PDF-")
    assert cv.index("## Experience") < cv.index("## Papers") < cv.index("## Talks & Lectures")
    assert "# Mei Landt\n" in (moved / "index.md").read_text("utf-8")
    assert ":::{position} Curator\n:organization: Museum of Ice\n" in (moved / "experience/index.md").read_text("utf-8")
    assert "@article{landt2020neighbors," in (moved / "publications/publications.bib").read_text("utf-8")
    assert "something that is no reference" in (moved / "inbox.md").read_text("utf-8")
    assert not (moved / "_build/html/inbox.html").exists()
    assert not (moved / "research").exists()


def test_what_is_there_already_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "me").mkdir()
    (tmp_path / "me/mine.txt").write_text("mine")

    answer = run("new", tmp_path / "me", "--yes")

    assert (answer.exit_code, [path.name for path in (tmp_path / "me").iterdir()]) == (2, ["mine.txt"])
    assert "is there already; name a new folder" in answer.output


def test_who_says_nothing_gets_the_site_of_an_invented_person(tmp_path: Path) -> None:
    assert run("new", tmp_path / "me", "--yes").exit_code == 0
    assert built(tmp_path / "me") == ""
    assert '"Ada Example"' in (tmp_path / "me/conf.py").read_text("utf-8").replace("'", '"')


def test_a_source_that_cannot_be_read_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "song.mid").write_bytes(b"\x00\x01")

    answer = run("new", tmp_path / "me", "--from", tmp_path / "song.mid", "--yes")

    assert answer.exit_code == 2
    assert "is in no format that can be read; 'sphinx-vita import --formats' lists those that can" in answer.output
    assert [path.name for path in tmp_path.iterdir()] == ["song.mid"]


def test_only_what_is_not_known_is_asked(tmp_path: Path) -> None:
    (tmp_path / "cv.md").write_text(CV, "utf-8")

    answer = run("new", tmp_path / "a", answers="Mei Landt\n\n")
    known = run("new", tmp_path / "b", "--from", tmp_path / "cv.md")

    assert answer.output.startswith(
        "Your name, as it stands over the site: Mei Landt\nYour e-mail address (or nothing): \n"
    )
    assert "Your" not in known.output
    assert run("new", tmp_path / "c", answers="").exit_code == 1  # Ctrl-D, as Ctrl-C
    assert not (tmp_path / "c").exists()


@pytest.mark.parametrize("name", [".github/workflows/pages.yml", ".github/workflows/pull-request.yml"])
def test_a_workflow_is_that_of_the_first_site(name: str) -> None:
    """The template has the files of the root, less what only this repository has."""
    assert new_site(Owner(name="Ada"), None)[name] == (ROOT / name).read_text("utf-8").replace(
        "requirements.lock", "pyproject.toml"
    )


def test_read_the_docs_builds_it_as_the_first_site() -> None:
    files = new_site(Owner(name="Ada"), None)
    docs = yaml.safe_load((ROOT / ".readthedocs.yaml").read_text("utf-8"))

    assert yaml.safe_load(files[".readthedocs.yaml"]) == docs
