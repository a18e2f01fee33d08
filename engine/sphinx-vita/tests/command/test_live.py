"""What `sphinx-vita live` knows without a site: which saves count, what is told, what has failed where."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread, Timer
from typing import NamedTuple

import pytest
from sphinx.errors import ConfigError, SphinxError
from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.live import builder, memory
from sphinx_vita.command.live.build import _problems
from sphinx_vita.command.live.builder import Builder
from sphinx_vita.command.live.changes import is_code, is_watched, page_to_show
from sphinx_vita.command.live.failures import problem_of
from sphinx_vita.command.live.news import Board, News, Outcome, Problem, as_line, from_line
from sphinx_vita.command.live.running import news_of, report
from sphinx_vita.command.live.watching import watching

WATCHED = """
index.md  conf.py  research/index.md  publications/publications.bib  _static/pictures/a.svg  downloads  new-folder
research/tests/page.md  research/env.md  notes/dist/a.md  _templates/page.html  engine/sphinx-vita/src/a.py  a b/ü.md
tests.md  venv.md  _building.md  talk.tmpl  4913.md  a#b.md
""".split("  ")
LEFT = """
.  _build  _build/html/index.html  research/_build/x.html  .git/index  .venv/lib/python3/site-packages/a.py
tests/facts.yaml  venv/a.py  env/b.py  node_modules/a/README.md  assets/node_modules/a.js
__pycache__/conf.cpython-311.pyc  .index.md.swp
index.md~  research/.#index.md  #index.md#  research/4913  .index.md-4f2a  .DS_Store  index.md___jb_tmp___
index.md___jb_old___  conf.pyc  index.md.bak  INDEX.MD.TMP  .~lock.a.odt#  .goutputstream-XKZ  .idea/workspace.xml
""".split("  ")


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize(("paths", "expected"), [(WATCHED, True), (LEFT, False)])
def test_a_save_counts_unless_a_tool_made_it_or_an_editor_wrote_it_aside(paths: list[str], expected: bool) -> None:
    each = [path.strip() for line in paths for path in line.split("\n") if path.strip()]

    assert [path for path in each if is_watched(path) is not expected] == []


def test_processes_that_have_loaded_code_are_renewed_when_it_changes() -> None:
    assert is_code({"index.md", "research/figures/a.py"})
    assert not is_code({"conf.py", "index.md", "a.pyx"})  # each build reads conf.py


PAGES = {"index.md": "index.html", "research/a.md": "research/a.html", "ü b.md": "%C3%BC%20b.html"}


@pytest.mark.parametrize(
    ("saved", "page"),
    [
        ({"research/a.md"}, "research/a.html"),
        ({"research/a.md", "papers.bib", "gone.md"}, "research/a.html"),  # renamed, and a file beside it
        ({"ü b.md"}, "%C3%BC%20b.html"),
        ({"papers.bib"}, ""),
        ({"_part.md", "conf.py"}, ""),
        ({"index.md", "research/a.md"}, ""),
        (set(), ""),
    ],
)
def test_the_page_that_was_saved_is_shown_if_it_is_one(saved: set[str], page: str) -> None:
    assert page_to_show(saved, PAGES) == page


def test_the_next_build_reads_the_pages_again_that_were_warned_of(tmp_path: Path) -> None:
    documents = {"index.md": "index", "research/a.md": "research/a"}
    read = tmp_path / "environment.pickle"
    read.touch()

    memory.keep(tmp_path, [Problem(message="x", file="research/a.md")] * 2, documents)
    assert (memory.take(tmp_path), read.exists()) == (["research/a"], True)
    memory.keep(tmp_path, [], documents)
    assert (memory.take(tmp_path), read.exists()) == ([], True)


@pytest.mark.parametrize("wrong", ["none", "damaged", "of no page"])
def test_what_is_not_known_to_be_right_is_read_again(tmp_path: Path, wrong: str) -> None:
    read = tmp_path / "environment.pickle"
    read.touch()
    if wrong == "of no page":
        memory.keep(
            tmp_path, [Problem(message="x", file="papers.bib"), Problem(message="y", file="a.md")], {"a.md": "a"}
        )
    else:
        memory.keep(tmp_path, [], {})
        memory.take(tmp_path)  # and that build was killed
        if wrong == "damaged":
            (tmp_path / "warned.json").write_text("[tru")

    assert (memory.take(tmp_path), read.exists()) == ([], False)


class ParallelError(SphinxError):
    """As Sphinx tells of an error in another process."""

    def __init__(self, words: str, trace: str) -> None:
        super().__init__(words)
        self.traceback = trace


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    """Wrap an error as Sphinx and the command do."""
    error.__cause__ = cause
    return error


def failed(code: str, file: Path) -> BaseException:
    """Run code as if it stood in a file; give what it raises."""
    try:
        exec(compile(code, str(file), "exec"), {})
    except BaseException as error:
        return error
    raise AssertionError("nothing has failed")


class Failure(NamedTuple):
    error: BaseException
    where: str
    words: str


def failures(site: Path) -> list[Failure]:
    here, library = site / "conf.py", site / ".venv" / "lib" / "a.py"
    zero = failed("x = 1\n1/0", here)
    unusable = UnusableError("the site cannot be built: ...")
    places = {f"{site}/b.py": 1, f"{site}/figures/a.py": 7, "/usr/lib/b.py": 9}
    other = "".join(f'  File "{file}", line {line}, in f\n' for file, line in places.items())
    trace = "sphinx.errors.ExtensionError: a:f cannot be drawn: Traceback (most recent call last):\n  x\nValueError: no"
    return [
        Failure(
            raised(unusable, raised(ConfigError("long"), zero)), "conf.py:2", "ZeroDivisionError: division by zero; "
        ),
        Failure(failed("a = [\n", here), "conf.py:1", "SyntaxError: '[' was never closed; correct this line"),
        Failure(failed("import sys\n\nsys.exit(3)", here), "conf.py:3", "SystemExit: 3; "),
        Failure(ParallelError(trace, other), "figures/a.py:7", "a:f cannot be drawn: ValueError: no; correct"),
        Failure(raised(UnusableError("x"), ParallelError("odd", other)), "figures/a.py:7", "odd; correct"),
        Failure(failed("1/0", library), "", "ZeroDivisionError: division by zero; no line of the site"),
        Failure(
            failed("1/0", site.parent / "other.py"), "", "ZeroDivisionError: division by zero; no line of the site"
        ),
        Failure(raised(UnusableError("x"), SphinxError("no theme\nnamed 'a'.")), "", "no theme named 'a'; no line of"),
        Failure(UnusableError("there is no conf.py; make one"), "", "there is no conf.py; make one"),
    ]


@pytest.mark.parametrize("number", range(9))
def test_a_failure_is_told_at_the_line_of_the_site_in_the_words_of_its_cause(tmp_path: Path, number: int) -> None:
    failure = failures(tmp_path)[number]

    problem = problem_of(failure.error, tmp_path)
    assert problem.where == failure.where
    assert problem.message.startswith(failure.words)


def test_a_warning_is_told_once_with_its_place_and_without_paths_of_this_machine(tmp_path: Path) -> None:
    (tmp_path / "bad.md").touch()
    told = f"{tmp_path}/a.md:3: WARNING: no {tmp_path}/x.txt [docutils]\n" * 2
    told += "ERROR: bad.md:4: the byte 0xe9 is not UTF-8\nWARNING: elsewhere.md:4: no file of the site\n"
    told += "WARNING: unknown config value 'light_pages' in override, ignoring\n"

    assert _problems(told, tmp_path) == (
        Problem(message="no x.txt", file="a.md", line=3, code="docutils"),
        Problem(message="the byte 0xe9 is not UTF-8", file="bad.md", line=4),
        Problem(message="elsewhere.md:4: no file of the site"),
    )


PROBLEM = Problem(message="</script> “x”\nis wrong; write y", file="research/a.md", line=2, code="vita.x")
GOOD = Outcome(problems=(PROBLEM,), pages=PAGES)
BAD = Outcome(problems=(Problem(message="ended"),), failed=True)


@pytest.mark.parametrize("outcome", [GOOD, BAD, Outcome()])
def test_an_outcome_is_one_line_and_can_be_read_back(outcome: Outcome) -> None:
    assert "\n" not in as_line(outcome)
    assert from_line(as_line(outcome)) == outcome


def test_a_page_is_told_what_is_wrong_where_and_on_which_page() -> None:
    news = news_of(GOOD, News(state="s.0", building=True), "s.1", {"research/a.md"})

    assert "\n" not in news.as_json()
    assert json.loads(news.as_json()) == {
        "state": "s.1",
        "building": False,
        "failed": False,
        "show": "research/a.html",
        "warnings": "1 warning",
        "more": "",
        "problems": [
            {"where": "research/a.md:2", "message": PROBLEM.message, "code": "vita.x", "page": "research/a.html"}
        ],
    }


def test_a_build_that_fails_leaves_pages_as_they_are_and_the_next_that_does_not_mends_it() -> None:
    before = news_of(GOOD, News(state="s.0"), "s.1", {"index.md"})

    told = news_of(BAD, before, "s.2", {"research/a.md"})
    assert (told.state, told.show, told.failed, told.problems) == ("s.1", "index.html", True, BAD.problems)
    assert news_of(GOOD, told, "s.3", set()) == News(state="s.3", problems=(PROBLEM,), pages=PAGES)


def test_the_terminal_tells_the_same() -> None:
    assert report(BAD, 0.26) == "Not built (0.3 s)\n  ended"
    assert report(Outcome(problems=(Problem(message="m", file="a.md", code="c"),)), 1) == "Built (1.0 s)\n  a.md: m [c]"
    assert report(Outcome(), 1) == "Built (1.0 s)"


def test_readers_of_the_board_wait_for_what_is_new_and_miss_nothing() -> None:
    board = Board(News(state="0"))
    read: list[str] = []

    def follow() -> None:
        number = -1
        while not board.is_closed:
            number, news = board.after(number, 60)
            read.append(news.state)

    thread = Thread(target=follow)
    thread.start()
    for state in "123":
        board.post(News(state=state))
        wait_until(lambda state=state: read[-1:] == [state])  # type: ignore[misc]
    board.close()
    thread.join(60)
    assert list(dict.fromkeys(read)) in ([*"0123"], [*"123"])
    assert board.after(3, 0.001)[1].state == "3"  # told again where nothing is new


def test_saves_of_every_kind_are_seen_and_those_of_tools_are_not(tmp_path: Path) -> None:
    """Each step is awaited before the next; several at once are one."""
    for name in ("_build/html", ".git", "research"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "a.md").write_text("a")
    told: list[None] = []

    def write_aside() -> None:
        (tmp_path / ".a.md-new").write_text("c")
        (tmp_path / ".a.md-new").replace(tmp_path / "a.md")

    def write_many() -> None:
        for number in range(40):
            (tmp_path / f"{number}.md").write_text("a")

    steps: dict[str, tuple[Callable[[], object], set[str]]] = {
        "in place": (lambda: (tmp_path / "a.md").write_text("b"), {"a.md"}),
        "by another name": (write_aside, {"a.md"}),
        "renamed": (lambda: (tmp_path / "a.md").rename(tmp_path / "b.md"), {"a.md", "b.md"}),
        "removed": (lambda: (tmp_path / "b.md").unlink(), {"b.md"}),
        "many": (write_many, {f"{n}.md" for n in range(40)}),
    }
    with watching(tmp_path, lambda: told.append(None)) as next_saves:
        for step, (change, expected) in steps.items():
            (tmp_path / "_build/html/x.html").write_text(step)
            (tmp_path / ".git/index").write_text(step)
            change()
            seen: set[str] = set()
            while not expected <= seen:
                seen |= next_saves()
            assert seen == expected, step
    assert len(told) >= len(steps)


def a_builder(tmp_path: Path, code: str) -> Builder:
    """A builder whose processes run a line of Python once they are asked."""
    begin = "import json, os, subprocess, sys, time\nif not sys.stdin.readline(): sys.exit()\n"
    return Builder([sys.executable, "-S", "-c", begin + code], tmp_path)


ANSWER = "print(json.dumps(dict(problems=[], pages={'a.md': os.getcwd()}, failed=False)), flush=True)\n"


def alive(groups: list[str]) -> list[str]:
    """Give the lines of `ps` about processes of some groups that run."""
    states = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    return [line for line in states.splitlines() if line.split()[0] in groups and "Z" not in line]


def test_each_build_is_a_process_of_its_own_and_none_is_left(tmp_path: Path) -> None:
    child = "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
    note = "open('pid', 'a').write(f'{os.getpgid(0)} ')\n"
    with a_builder(tmp_path, child + note + ANSWER) as built:
        assert [built.build().pages for _ in range(2)] == [{"a.md": str(tmp_path)}] * 2

    groups = (tmp_path / "pid").read_text().split()
    assert len(set(groups)) == 2
    wait_until(lambda: not alive(groups))  # a process that was killed takes a moment to go


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("os._exit(3)", "(exit code 3)"),
        ("os.kill(os.getpid(), 11)", "(exit code -11)"),
        ("os.close(1); time.sleep(600)", "(exit code -9)"),
        ("time.sleep(600)", "was given up for a save"),
    ],
)
def test_a_build_that_dies_or_never_ends_is_told(
    tmp_path: Path, code: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builder, "PATIENCE", 0.0)
    monkeypatch.setattr(builder, "TO_DIE", 0.2)
    with a_builder(tmp_path, code) as built:
        saved = Timer(0.3, built.hasten if words.startswith("was") else lambda: None)
        saved.start()
        outcome = built.build()
        saved.join()

    assert outcome.failed
    assert words in outcome.problems[0].message


def test_nothing_is_given_up_that_does_not_take_long(tmp_path: Path) -> None:
    with a_builder(tmp_path, f"time.sleep(0.1)\n{ANSWER}") as built:
        saved = Timer(0.05, built.hasten)
        saved.start()
        assert not built.build().failed
        saved.join()
        built.hasten()  # between builds there is nothing to give up
        assert not built.build().failed
