"""The verb `diff` on a small repository of git."""

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from harness.recorded_sites import Builder
from sphinx_vita.command.diff import building, verb
from sphinx_vita.command.diff.revisions import find_revision
from sphinx_vita.command.main import main
from sphinx_vita.command.new.site import Owner, new_site

CONF = """\
project = author = "Ada"
extensions = ["sphinx_vita"]
html_theme = "furo"
vita_bibliography = []
vita_cards = 0
"""
INDEX = """\
---
pdf: cv.pdf
---
# Ada

:::{profile} Ada
:phone: +44 20 7946 0123
:visibility: private phone
:::

::::{timeline}

:::{position} Reader
:organization: Ministry of Engines
:dates: 2020
:::

::::
"""
NOW = INDEX.replace(":visibility: private phone\n", "").replace("2020", "2020 – 2021")


def git(folder: Path, *words: str) -> str:
    person = {
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.c",
    }  # fmt: skip
    done = subprocess.run(["git", "-C", str(folder), *words], capture_output=True, text=True, check=True,
                          env=os.environ | person)  # fmt: skip
    return done.stdout.strip()


def diff(site: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--site", str(site), *words])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in a folder of a repository, whose working tree differs from the only commit."""
    repository = tmp_path_factory.mktemp("diff")
    folder = repository / "site"
    folder.mkdir()
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "index.md").write_text(INDEX, "utf-8")
    git(repository, "init", "--quiet", "--initial-branch=main")
    hook = repository / ".git" / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    git(repository, "add", "site")
    git(repository, "commit", "--quiet", "-m", "first")
    (folder / "index.md").write_text(NOW, "utf-8")
    return folder


@pytest.fixture(scope="module")
def first(site: Path) -> Result:
    """The answer to the first call, for which both states are built in processes of their own."""
    return diff(site, "--json")


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch, first: Result) -> list[Path]:
    """The folders that are built into from here on, in this process."""
    builder = Builder()
    monkeypatch.setattr(building, "build_state", builder)
    return builder.folders


def test_what_changed_since_the_last_commit_is_told(first: Result) -> None:
    assert first.exit_code == 1, first.output
    told = [(each["subject"], each["name"]) for each in json.loads(first.stdout)["changes"]]

    assert told[0] == ("private", "index.md:7")
    assert {
        ("records", "profile Ada"),
        ("records", "position Reader, Ministry of Engines"),
        ("pages", "index.html"),
        ("pdfs", "cv.pdf"),
        ("exports", "resume.json"),
        ("exports", "contact.vcf"),
    } <= set(told)


def test_nothing_but_the_output_is_left_behind(site: Path, first: Result) -> None:
    assert git(site, "worktree", "list").count("\n") == 0
    assert git(site.parent, "status", "--short", "--", ":!site/_build") == "M site/index.md"
    assert (site / "index.md").read_text("utf-8") == NOW


def test_a_revision_is_built_once(site: Path, built: list[Path]) -> None:
    assert diff(site, "HEAD", "--json").exit_code == 1
    assert [folder.name for folder in built] == ["now"]


def test_where_nothing_changes_the_command_ends_with_0(site: Path, built: list[Path]) -> None:
    (site / "index.md").write_text(INDEX, "utf-8")
    try:
        answer = diff(site, "main")
    finally:
        (site / "index.md").write_text(NOW, "utf-8")

    assert (answer.exit_code, answer.stdout.partition(" (")[0]) == (0, "Nothing public changes."), answer.output


@pytest.mark.parametrize("words", [["gone"], ["--since=yesterday"], ["HEAD:site"]])
def test_a_revision_that_is_none_ends_it_with_2_and_what_to_do(site: Path, words: list[str]) -> None:
    answer = diff(site, "--", *words)

    assert answer.exit_code == 2
    assert (answer.stdout, answer.stderr.count("\n")) == ("", 1)
    assert "name a commit" in answer.stderr


def test_a_folder_without_git_ends_it_with_2(tmp_path: Path) -> None:
    assert diff(tmp_path).exit_code == 2
    assert "git init" in diff(tmp_path).stderr


def test_a_repository_without_a_commit_ends_it_with_2(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")

    assert diff(tmp_path).exit_code == 2
    assert "commit once" in diff(tmp_path).stderr


def test_the_comparison_starts_where_the_branch_left_what_is_published(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", "a")
    fork = git(tmp_path, "rev-parse", "HEAD")
    git(tmp_path, "checkout", "--quiet", "-b", "paper")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", "b")

    assert find_revision(tmp_path, None).commit == fork
    git(tmp_path, "update-ref", "refs/remotes/origin/main", "HEAD")  # as published meanwhile
    assert find_revision(tmp_path, None).commit == git(tmp_path, "rev-parse", "HEAD")


def test_the_workflow_of_a_new_site_gives_the_command_what_it_takes() -> None:
    files = new_site(Owner(name="Ada"), None)
    job = yaml.safe_load(files[".github/workflows/pull-request.yml"])["jobs"]["changes"]
    (line,) = [line for step in job["steps"] for line in step.get("run", "").splitlines() if "sphinx_vita" in line]
    words = line.partition("sphinx_vita.command diff ")[2].partition(" >")[0].split()

    assert verb.diff.make_context("diff", words).params | {"site": None} == {
        "revision": "HEAD^1", "form": "markdown", "html": Path("_build/changes.html"), "site": None,
    }  # fmt: skip
    assert any(step.get("with", {}).get("fetch-depth") == 0 for step in job["steps"])


def test_help_of_both_verbs_fits_a_screen() -> None:
    for name in ("diff", "upgrade"):
        shown = CliRunner().invoke(main, [name, "--help"])
        assert shown.exit_code == 0
        assert len(shown.output.splitlines()) < 30
