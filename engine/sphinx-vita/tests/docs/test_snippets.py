"""Every snippet of the documentation is tried as it is printed."""

import ast
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup
from click.testing import CliRunner
from harness.complete_sites import PNG
from harness.sites import Built, Site
from sphinx_vita.command.check.acceptance import read_acceptances
from sphinx_vita.command.check.promises import read_promises
from sphinx_vita.command.main import main
from sphinx_vita.sphinx.defaults import DEFAULTS
from sphinx_vita.sphinx.directives import DIRECTIVES
from sphinx_vita.sphinx.domain import ROLES

from .snippets import ALL, DOCS, EXAMPLES, Snippet

CAST = "reference/records.md"  # whose examples are the records that views and roles elsewhere show
FIGURES = {path.relative_to(DOCS).as_posix(): path.read_bytes() for path in (DOCS / "figures").glob("*.*")}
PAPERS = (DOCS / "examples.bib").read_text("utf-8")
CONFIG = {
    "vita_extensions": ["myst_parser", "sphinx_design", "sphinx_computed_figures"],
    "myst_enable_extensions": DEFAULTS["myst_enable_extensions"],
}
SMALL = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="9"/>'
FILES: dict[str, str | bytes | None] = {  # that pages of texts name
    **dict.fromkeys(("photographs/ines.jpg", "spectrogram.png"), PNG),
    **dict.fromkeys(("pictures/hydrophone.svg", "pictures/atlas.svg"), SMALL),
    "talks/atlas.mp4": b"video",
    "talks/atlas.vtt": "WEBVTT\n",
}


def of_language(*languages: str) -> list[Snippet]:
    return [snippet for snippet in ALL if snippet.language in languages]


def cast() -> str:
    """Give a page of all records that examples elsewhere show."""
    return "# Cast\n\n" + "\n".join(each.text for each in EXAMPLES if each.page == CAST)


@pytest.fixture(scope="module")
def examples(new_site: Callable[[str], Site]) -> Built:
    """A site with a page for each example."""
    pages = {f"{name_of(each)}.md": f"# Example\n\n{each.text}" for each in EXAMPLES if each.page != CAST}
    return new_site("examples")({**pages, **FIGURES}, bib=PAPERS, config=CONFIG, cast=cast(), silent=False)


def name_of(example: Snippet) -> str:
    return "cast" if example.page == CAST else re.sub(r"\W+", "-", str(example))


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_builds_without_a_warning(examples: Built, example: Snippet) -> None:
    assert [each for each in examples.told if each.file in ("", f"{name_of(example)}.md")] == []
    words = examples.words(name_of(example))
    assert len(words) > len("Example¶ ") or "downloads" in example.text  # no file is made in this site


def test_every_directive_and_view_has_an_example() -> None:
    text = "\n".join(example.text for example in EXAMPLES)
    text += (DOCS / "reference" / "a-paper.md").read_text("utf-8")
    shown = set(re.findall(r"^(?::{3,}|`{3,})\{([\w-]+)\}", text, re.MULTILINE))
    assert {*DIRECTIVES, "computed-figure"} - shown == set()


def test_a_role_of_each_sort_has_an_example() -> None:
    text = "\n".join(example.text for example in EXAMPLES)
    assert {"pub", "person"} <= set(re.findall(r"\{([\w-]+)\}`", text)) <= {*ROLES, "pub-title", "eq"}


@pytest.mark.parametrize("snippet", of_language("bibtex"), ids=str)
def test_entries_are_read_without_a_warning(site: Site, snippet: Snippet) -> None:
    keys = re.findall(r"^@\w+\{([^,\s]+)", snippet.text, re.MULTILINE)
    listed = [key for key in keys if "dataonly" not in snippet.text.partition(f"{{{key},")[2].partition("\n@")[0]]

    built = site({"wheels.pdf": b"%PDF-", **FILES}, bib=snippet.text, papers="# Papers\n\n:::{publications}\n:::\n")

    assert len(built.page("papers").select(".vita-publication")) == len(listed) > 0


@pytest.mark.parametrize("snippet", [each for each in of_language("md") if not each.caption], ids=str)
def test_pages_build_without_a_warning(site: Site, snippet: Snippet) -> None:
    people = re.sub(r"^:::\{profile\}.*?^:::$", "", cast(), flags=re.MULTILINE | re.DOTALL)
    page = snippet.text if re.search(r"^# ", snippet.text, re.MULTILINE) else f"# Page\n\n{snippet.text}"

    site({**FIGURES, **FILES}, bib=PAPERS, config=CONFIG, cast=people, contact="# Contact\n", page=page)


@pytest.mark.parametrize("snippet", [each for each in ALL if each.caption == "facts.yaml"], ids=str)
def test_a_list_of_facts_is_read(snippet: Snippet) -> None:
    read = read_promises(snippet.text)
    assert read.problems == []
    assert next(each.text for group in read.groups for each in group.facts) == "2014 – 2019"


@pytest.mark.parametrize("snippet", of_language("toml"), ids=str)
def test_what_is_accepted_is_read(tmp_path: Path, snippet: Snippet) -> None:
    (tmp_path / "pyproject.toml").write_text(snippet.text, "utf-8")
    accepted, problems = read_acceptances(tmp_path)
    assert len(accepted) == 1
    assert problems == []


@pytest.mark.parametrize("snippet", of_language("yaml"), ids=str)
def test_yaml_can_be_read(snippet: Snippet) -> None:
    assert isinstance(yaml.safe_load(snippet.text), dict)


@pytest.mark.parametrize("snippet", of_language("python"), ids=str)
def test_code_can_be_read(snippet: Snippet) -> None:
    ast.parse(snippet.text)


@pytest.mark.parametrize("snippet", [each for each in of_language("python") if each.caption == "conf.py"], ids=str)
def test_settings_build_without_a_warning(site: Site, snippet: Snippet) -> None:
    conf = (site.source / "conf.py").read_text("utf-8") + snippet.text
    if "html_theme_options" not in snippet.text:
        site({"conf.py": conf, "page.md": "# Page\n"})
    else:  # they are furo's
        site.write({"conf.py": f'{conf}html_theme = "furo"\n', "page.md": "# Page\n"})
        site.build_with("-n", "-W")


def test_translations_stand_beside_what_they_translate(site: Site) -> None:
    written = [each for each in ALL if each.page == "how-to/languages.md" and each.language == "md"]
    built = site({each.caption: each.text for each in written}, config={"languages": ["en", "zh-CN"]})

    assert "示例实验室" in BeautifulSoup(built.text("zh-CN/work.html"), "html.parser").get_text()
    assert "海洋与歌声研讨会" in BeautifulSoup(built.text("zh-CN/talks.html"), "html.parser").get_text()


def test_the_steps_of_the_tutorial_make_a_whole_site(site: Site) -> None:
    steps = [each for each in ALL if each.page == "tutorial.md"]
    _, command, *words = shlex.split(next(each.text for each in steps if each.language == "sh").splitlines()[0])
    made = site.source / "made"
    answer = CliRunner().invoke(main, [*words[:1], str(made), *words[2:]])
    assert (command, answer.exit_code) == ("sphinx-vita", 0), answer.output
    files = {path.relative_to(made).as_posix(): path.read_bytes() for path in made.rglob("*") if path.is_file()}
    written = {each.caption: each.text for each in steps if each.caption}
    assert written.keys() < files.keys()
    shutil.rmtree(made)
    site.write({**files, **written})

    built = site.build_with("-n", "-W")

    assert (built.output / "cv.pdf").read_bytes().startswith(b"%PDF")
    home = BeautifulSoup(built.text("index.html"), "html.parser")
    assert "An Atlas of Humpback Song" in home.get_text()
    assert "An Atlas of Humpback Song" in BeautifulSoup(built.text("cv.html"), "html.parser").get_text()
