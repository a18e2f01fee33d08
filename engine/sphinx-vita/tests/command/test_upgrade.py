"""Names that will go are written anew, and the site stays what it was."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from harness.recorded_sites import Builder
from sphinx_vita.command.diff import building
from sphinx_vita.command.diff.published import load
from sphinx_vita.command.main import main
from sphinx_vita.command.upgrade.edits import Written, edit
from sphinx_vita.command.upgrade.requirement import raise_requirement
from sphinx_vita.reading import deprecations
from sphinx_vita.reading.deprecations import Deprecation, Place


def old(place: Place, name: str, instead: str = "", directive: str = "", advice: str = "take it out") -> Deprecation:
    return Deprecation(
        place=place, name=name, instead=instead, directive=directive, advice=advice, since="0.3", until="0.4"
    )


EMPLOYER = old(Place.OPTION, "employer", "organization", "position")
SALARY = old(Place.OPTION, "salary", directive="position")
BOSS = old(Place.OPTION, "boss", directive="position", advice="write it into the text")
SHEET = old(Place.SETTING, "vita_sheet", "vita_paper")
SPARKLE = old(Place.SETTING, "vita_sparkle")
PRINT = old(Place.KEY, "print", "pdf")
MOOD = old(Place.KEY, "mood")


@pytest.mark.parametrize(
    ("text", "line", "name", "edited"),
    [
        ("# J\n\n:::{position} A\n:employer: Lab\n:::", 3, EMPLOYER, "# J\n\n:::{position} A\n:organization: Lab\n:::"),
        ("```{vita:position} A\n:dates: 1\n:employer: Lab\n```", 1, EMPLOYER,
         "```{vita:position} A\n:dates: 1\n:organization: Lab\n```"),
        (":::{position} A\r\n:employer: Lab\r\n:::\r\n", 1, EMPLOYER,
         ":::{position} A\r\n:organization: Lab\r\n:::\r\n"),
        ("> :::{position} A\n> :employer: Lab\n> :::", 1, EMPLOYER, "> :::{position} A\n> :organization: Lab\n> :::"),
        ("  :::{position} A\n  :employer: Lab\n  :::", 1, EMPLOYER, "  :::{position} A\n  :organization: Lab\n  :::"),
        (":::{position} A\n:employer: L\n  M\n:organization: N\n:::", 1, EMPLOYER,
         ":::{position} A\n:organization: N\n:::"),
        (":::{position} A\n:salary: 3\n  4\n:dates: 1\n:::", 1, SALARY, ":::{position} A\n:dates: 1\n:::"),
        (":::{position} A\n:employer:\n:::", 1, EMPLOYER, ":::{position} A\n:organization:\n:::"),
        (":::{position} A\n:dates: 1\n\n:employer: prose\n:::", 1, EMPLOYER, None),
        (":::{position} A\n:boss: B\n:::", 1, BOSS, None),
        ("---\nprint: a.pdf # b\n---\n# A", 2, PRINT, "---\npdf: a.pdf # b\n---\n# A"),
        ("---\n'print': a.pdf\n---\n", 2, PRINT, "---\n'pdf': a.pdf\n---\n"),
        ("---\nprint: a.pdf\npdf: b.pdf\n---\n", 2, PRINT, "---\npdf: b.pdf\n---\n"),
        ("---\nmood:\n- a\n  b\ntags: x\n---\nmood: b", 2, MOOD, "---\ntags: x\n---\nmood: b"),
        ("# A\n\nprint: a.pdf\n", 3, PRINT, None),
        ('vita_sheet = "a4"  # vita_sheet', 1, SHEET, 'vita_paper = "a4"  # vita_sheet'),
        ('x = "vita_sheet"\nvita_sheet = é = 1; print(vita_sheet)', 2, SHEET,
         'x = "vita_sheet"\nvita_paper = é = 1; print(vita_paper)'),
        ("vita_sheet = 1\nvita_paper = 2\n", 1, SHEET, "vita_paper = 2\n"),
        ("vita_sparkle = [\n  1,\n]\nx = 1\n", 1, SPARKLE, "x = 1\n"),
        ("vita_sparkle: int = 1\nx = 1\n", 1, SPARKLE, "x = 1\n"),
        ("if x:\n    vita_sparkle = 1\n", 2, SPARKLE, None),
        ("vita_sparkle = 1; x = 2\n", 1, SPARKLE, None),
        ("vita_sparkle = 1\nx = vita_sparkle\n", 1, SPARKLE, None),
        ("vars()['vita_sheet'] = 1\n", 1, SHEET, None),
        ("vita_sheet = (\n", 1, SHEET, None),
    ],
)  # fmt: skip
def test_a_name_that_will_go_is_written_as_today_or_left_to_a_hand(
    text: str, line: int, name: Deprecation, edited: str | None
) -> None:
    assert edit(text, [Written(line, name)]) == (edited or text, [] if edited else [Written(line, name)])


def test_many_names_of_a_file_are_written_in_one_step() -> None:
    job = ":::{position} A\n:salary: 3\n:employer: Lab\n:boss: B\n:::\n"
    found = [Written(line, name) for line in (1, 6) for name in (EMPLOYER, SALARY, BOSS)]

    text, left = edit(job + job, found)
    assert text == 2 * ":::{position} A\n:organization: Lab\n:boss: B\n:::\n"
    assert left == [Written(1, BOSS), Written(6, BOSS)]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ('dependencies = ["sphinx-vita>=0.2,<0.3"]', 'dependencies = ["sphinx-vita>=0.3,<0.4"]'),
        ('x = ["sphinx-vita[browser] == 0.2.0"]', 'x = ["sphinx-vita[browser]==0.3.1"]'),
        ("sphinx-vita~=0.2.0\nfuro\n", "sphinx-vita>=0.3,<0.4\nfuro\n"),
        ("sphinx_vita<0.3 ; python_version > '3'\n", "sphinx_vita>=0.3,<0.4 ; python_version > '3'\n"),
        ("sphinx-vita==0.2.*  # the engine", "sphinx-vita>=0.3,<0.4  # the engine"),
        ("sphinx-vita>=0.3\n", None),
        ("sphinx-vita==0.3.*\n", None),
        ("sphinx-vita\n", None),
        ("my-sphinx-vita==0.2\n", None),
        ("# sphinx-vita==0.2\n", None),
        ('accept = [{code = "x", reason = "as sphinx-vita did"}]', None),
    ],
)
def test_the_version_that_a_site_asks_for_is_raised_where_it_excludes_that_of_today(text: str, now: str | None) -> None:
    assert raise_requirement(text, "0.3.1") == (now or text)


CONF = """\
project = author = "Ada"
extensions = ["sphinx_vita"]
html_theme = "furo"
vita_bibliography = []
vita_cards = 0
vita_sheet = "a4"
"""
INDEX = """\
---
print: cv.pdf
---
# Ada

::::{timeline}

:::{position} Reader
:employer: Ministry of Engines
:dates: 2020
:::

::::
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site as it was written for an earlier version, and a version that has other names."""

    names = (EMPLOYER, SALARY, BOSS, SHEET, SPARKLE, PRINT, MOOD)
    monkeypatch.setattr(deprecations, "DEPRECATIONS", names)
    monkeypatch.setattr(building, "build_state", Builder())
    monkeypatch.setattr("sphinx_vita.command.upgrade.verb.version", lambda _: "0.3.1")
    for name, text in {"conf.py": CONF, "index.md": INDEX, "requirements.txt": "sphinx-vita==0.2.0\n"}.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def upgrade(site: Path, *words: str) -> Result:
    return CliRunner().invoke(main, ["upgrade", str(site), *words])


def texts(site: Path) -> Sequence[str]:
    return [(site / name).read_text("utf-8") for name in ("conf.py", "index.md", "requirements.txt")]


def test_a_site_is_led_to_the_version_of_today_without_a_hand(site: Path) -> None:
    before = texts(site)
    shown = upgrade(site)

    assert (shown.exit_code, texts(site)) == (1, before), shown.output
    assert "-:employer: Ministry of Engines\n+:organization: Ministry of Engines\n" in shown.stdout
    assert "Nothing public changes." in shown.stdout
    assert "By hand" not in shown.stdout
    assert load(site / "_build" / "diff" / "after").warnings == ()

    assert upgrade(site, "--write").exit_code == 0
    assert texts(site) == [
        CONF.replace("vita_sheet", "vita_paper"),
        INDEX.replace("print:", "pdf:").replace("employer", "organization"),
        "sphinx-vita==0.3.1\n",
    ]
    again = upgrade(site)
    assert (again.exit_code, again.stdout) == (0, "Nothing to edit for sphinx-vita 0.3.1.\n")


def test_what_no_edit_answers_is_left_to_a_hand(site: Path) -> None:
    (site / "index.md").write_text(INDEX.replace(":dates: 2020", ":boss: B\n:dates: 2020\n:hobby: C"), "utf-8")

    answer = upgrade(site, "--write")
    left = answer.stdout.partition("By hand:\n")[2].splitlines()[:2]
    assert answer.exit_code == 1
    assert [line.partition(": ")[0] for line in left] == ["  index.md:8"] * 2
    assert "'hobby'" in left[0]
    assert "write it into the text" in left[1]


def test_a_site_that_cannot_be_built_is_left_as_it_is(site: Path) -> None:
    (site / "conf.py").write_text(f"{CONF}gone\n", "utf-8")
    before = texts(site)

    answer = upgrade(site, "--write")
    assert (answer.exit_code, texts(site)) == (2, before)
    assert "conf.py:7" in answer.stderr
