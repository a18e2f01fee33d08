"""The command on whole sites: the invented portfolio passes, and each mistake planted in it is found."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner
from harness.warm import Done, run_module
from sphinx_vita.command.check.checks import CHECKS, codes
from sphinx_vita.command.check.verb import CHECKED
from sphinx_vita.command.main import main

PORTFOLIO = Path(__file__).resolve().parents[3] / "testing" / "portfolio"
# File -> what stands there, what is written instead, and code and source of what is then found; with a colon behind it
# the finding names the last line of what was written.
PLANTED = {
    "career/index.md": (
        ":mentors: Jørgen Nygård", ":mentor: Jørgen Nygård", "build.vita.unknown_option", "career/index.md"),
    "research/people.md": (
        "Doctoral advisor.", "Doctoral advisor.\n\n![](/_static/pictures/atlas.svg)", "pictures.no_words",
        "research/people.md:"),
    "teaching.md": ("## Courses", "#### Courses", "build.myst.header", "teaching.md:"),
    "conf.py": ('"#005f73"', '"#88ccdd"', "contrast.low", "conf.py:"),
    "papers/index.md": ("# Papers", "# Papers\n\nSee mail: hidden@valderrama.example", "privacy.withheld",
                        "career/service.md"),
    "research/index.md": ("\nsong-sharing\n", "\n", "reach.unreached", "research/alone.md"),
}  # fmt: skip
KEPT = """\
places: {pages: [cv], pdfs: [cv.pdf], elsewhere: true}
headings: {education: Education}
education:
  - Example University
  - Ph.D. in Marine Biology
marks: {atlas: [Inés Valderrama Quispe, Ελένη Παππά]}
"""
# What the invented person has no need of, and what is true of papers that do not exist.
ACCEPTED = """\
[tool.sphinx-vita.check]
accept = [
    {code = "gaps.*", where = "*", reason = "nobody hires an invented person"},
    {code = "leaks.contact", where = "*.md:*", reason = "these mailboxes and numbers do not exist"},
]
"""
THEN = "2024-06-01"  # when the newest of the portfolio was new
FACTS = "work:\n  - Postdoctoral Researcher\n  - Professor of Whales\n"


def run(*words: str | Path) -> Done:
    """Run the command in a process of its own; gives its exit code, what it answers and what it says besides."""
    return run_module("sphinx_vita.command", *words)


def findings(*words: str | Path) -> list[dict[str, Any]]:
    _, answer, _ = run("check", "--json", *words)
    return list(json.loads(answer)["findings"])


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def portfolio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented portfolio, built."""
    folder = tmp_path_factory.mktemp("check") / "portfolio"
    shutil.copytree(PORTFOLIO, folder)
    (folder / "facts.yaml").write_text(KEPT, "utf-8")
    (folder / "pyproject.toml").write_text(ACCEPTED, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(portfolio: Path) -> Path:
    """The same, with a list of addresses, which building wrote."""
    code, answer, said = run("check", portfolio, "--update", "addresses")
    assert (code, said) == (0, ""), answer
    return portfolio


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is found in the portfolio when a mistake is planted in each of several files."""
    folder = tmp_path_factory.mktemp("check") / "planted"
    shutil.copytree(PORTFOLIO, folder)
    for name, (old, new, _, _) in PLANTED.items():
        change(folder, name, old, new)
    change(folder, "career/service.md", "zoe@obrien.example", "hidden@valderrama.example\n:visibility: private email")
    (folder / "research" / "alone.md").write_text("---\norphan: true\n---\n# Alone\n", "utf-8")
    (folder / "facts.yaml").write_text(FACTS, "utf-8")
    (folder / "addresses.txt").write_text("once.html\n", "utf-8")
    return findings(folder)


def test_the_invented_portfolio_passes(built: Path) -> None:
    code, answer, said = run("check", built, "--output", built / "_build" / "html", "--today", THEN, "--strict")

    assert (code, said) == (0, ""), answer
    assert re.fullmatch(r"(accepted: .*\n)+\d+ accepted: 25 pages were checked\.\n", answer)


def test_what_was_true_then_is_stale_years_later_and_fails_where_that_is_asked_for(built: Path) -> None:
    html = built / "_build" / "html"
    code, answer, _ = run(
        "check", built, "--output", html, "--only", "stale", "--today", "2029-06-01", "--strict", "--json"
    )

    assert code == 1
    assert {each["code"] for each in json.loads(answer)["findings"]} == {"stale.news", "stale.now"}


@pytest.mark.parametrize("name", PLANTED)
def test_a_mistake_that_is_planted_in_it_is_found(planted: list[dict[str, Any]], name: str) -> None:
    old, new, code, place = PLANTED[name]
    file, has_line, _ = place.partition(":")
    found = [each["line"] for each in planted if each["code"] == code and each["file"] == file]

    assert found
    if has_line:
        before = (PORTFOLIO / name).read_text("utf-8").partition(old)[0]
        assert before.count("\n") + new.count("\n") + 1 in found


@pytest.mark.parametrize(
    ("code", "file", "line"),
    [("facts.missing", "facts.yaml", 3), ("addresses.gone", "addresses.txt", 1), ("addresses.new", "addresses.txt", 0)],
)
def test_what_the_owner_promised_and_no_longer_holds_is_found(
    planted: list[dict[str, Any]], code: str, file: str, line: int
) -> None:
    assert (file, line) in [(each["file"], each["line"]) for each in planted if each["code"] == code]


TAMPERED: dict[str, tuple[Callable[[str], str], str]] = {
    "career/index.html": (lambda html: html.replace("</article>", '<img src="//x.example/a" alt="a"></article>'),
                        "hosts.fetched"),
    "papers/index.html": (lambda html: html.replace("</article>", "</section></article>"), "markup.broken"),
    "cv.html": (lambda html: html.replace("</article>", '<a href="gone.html">x</a></article>'), "links.broken"),
    "resume.html": (lambda html: html.replace("</article>", '<a href="cv.html#gone">x</a></article>'), "links.anchor"),
    "teaching.html": (lambda html: html.replace(' lang="en"', ""), "access.language"),
    "_sources/cv.md.txt": (lambda _: "x", "settings.sources_online"),
}  # fmt: skip


def test_an_output_that_was_spoiled_is_found(built: Path, tmp_path: Path) -> None:
    output = tmp_path / "html"
    shutil.copytree(built / "_build" / "html", output)
    for name, (spoil, _) in TAMPERED.items():
        file = output / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(spoil(file.read_text("utf-8") if file.exists() else ""), "utf-8")

    found = {(each["page"], each["code"]) for each in findings(built, "--output", output)}
    assert found >= {(name, code) for name, (_, code) in TAMPERED.items()}


def test_findings_end_the_command_with_1_and_a_table(built: Path, tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "index.html").write_text("<p>")

    code, answer, _ = run("check", built, "--output", tmp_path / "html", "--only", "markup")

    assert code == 1
    assert answer.startswith("index.html  error    markup.broken\n    never closed: <p>; ")
    assert answer.endswith("1 error: 1 page was checked.\n")


def test_a_warning_is_told_again_as_long_as_it_holds(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['sphinx_vita']\nvita_bibliography = []\nhtml_theme = 'furo'\n")
    (tmp_path / "index.md").write_text("# A\n\n[x](gone.md)\n")

    first, second = (findings(tmp_path, "--only", "build") for _ in range(2))

    assert [(each["code"], each["file"], each["line"]) for each in first] == [
        ("build.myst.xref_missing", "index.md", 3)
    ]
    assert second == first


def test_a_warning_of_sphinx_that_names_no_remedy_gets_one(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("extensions = ['sphinx_vita']\nvita_bibliography = []\nhtml_theme = 'furo'\n")
    (tmp_path / "index.md").write_text("# A\n\n[x](gone.md)\n\n```{toctree}\nnone\n```\n")
    (tmp_path / "alone.md").write_text("# B\n")

    told = {each["code"].removeprefix("build."): each["message"] for each in findings(tmp_path, "--only", "build")}

    assert told.keys() == {"toc.not_included", "toc.not_readable", "myst.xref_missing"}
    assert "begin it with 'orphan: true'" in told["toc.not_included"]
    assert "correct the name in the toctree" in told["toc.not_readable"]
    assert "correct the address of the link" in told["myst.xref_missing"]


@pytest.mark.parametrize("words", [["check", "{folder}"], ["check", "{folder}", "--output", "{folder}/none"]])
def test_what_is_no_site_ends_the_command_with_2_and_what_to_do(tmp_path: Path, words: list[str]) -> None:
    code, answer, said = run(*(word.format(folder=tmp_path) for word in words))

    assert (code, answer) == (2, "")
    assert len(said.splitlines()) == 1
    assert ";" in said


@pytest.mark.parametrize(("line", "words"), [("extensions = [\n", "never closed"), ("x = 1\ny = z\n", "conf.py:2: ")])
def test_settings_that_cannot_be_read_end_the_command_with_2(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "conf.py").write_text(line)

    code, _, said = run("check", tmp_path)
    assert code == 2
    assert words in said
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1


def test_a_site_of_three_files_fails_nothing(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text(
        'project = author = "Ada"\nextensions = ["sphinx_vita"]\nvita_bibliography = ["a.bib"]\n'
    )
    (tmp_path / "index.md").write_text("# Ada\n\n:::{profile} Ada\n:::\n\n## Papers\n\n:::{publications}\n:::\n")
    (tmp_path / "a.bib").write_text("@misc{wheels, title = {On Wheels}, author = {Ada}, year = {1843}}\n")

    code, answer, said = run("check", tmp_path)

    assert (code, said) == (0, ""), answer
    assert re.fullmatch(r"\d notes: .*", answer.splitlines()[-1])


def test_help_fits_a_screen_and_the_version_is_that_of_the_package() -> None:
    for words in (["--help"], ["check", "--help"]):
        shown = CliRunner().invoke(main, words)
        assert shown.exit_code == 0
        assert len(shown.output.splitlines()) < 30
    assert version("sphinx-vita") in CliRunner().invoke(main, ["--version"]).output


def test_the_command_is_installed_under_its_name() -> None:
    (command,) = entry_points(group="console_scripts", name="sphinx-vita")

    assert command.load() is main


@pytest.mark.parametrize(
    ("before", "begun", "words"),
    [([], "che", ["check"]), (["check", "--only"], "st", ["stale"]), (["check"], "--stri", ["--strict"])],
)
def test_a_shell_completes_verbs_options_and_their_values(before: list[str], begun: str, words: list[str]) -> None:
    completing = BashComplete(main, {}, "sphinx-vita", "_SPHINX_VITA_COMPLETE")

    assert [each.value for each in completing.get_completions(before, begun)] == words
    assert f"{completing.complete_var}=bash_source" in str(main.epilog)


def test_a_wrong_option_ends_the_command_with_2() -> None:
    assert CliRunner().invoke(main, ["check", "--only", "weather"]).exit_code == 2


def test_every_check_can_be_asked_for_and_each_code_names_its_check() -> None:
    assert list(CHECKS) == CHECKED
    for name, module in CHECKS.items():
        assert [code.name for code in module.CODES if not code.name.startswith(f"{name}.")] == []
    assert all(code.meaning for code in codes().values())


def test_help_comes_without_loading_sphinx() -> None:
    program = (
        "import sys, sphinx_vita.command.main; sys.exit('sphinx.application' in sys.modules or 'bs4' in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
