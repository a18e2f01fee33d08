"""One build, in a process of its own that has loaded what it needs and waits for the word to begin.

python -m sphinx_vita.command.live.build SOURCE FOLDER
"""

import os
import re
import sys
import traceback
from importlib import import_module
from pathlib import Path

from sphinx.application import Sphinx

from sphinx_vita.command.check.building import application, warnings_in
from sphinx_vita.command.check.checks.build import WARNING
from sphinx_vita.command.check.findings import Finding
from sphinx_vita.command.live import memory
from sphinx_vita.command.live.failures import problem_of
from sphinx_vita.command.live.news import OUTPUT, Outcome, Problem, as_line
from sphinx_vita.sphinx.defaults import AFTER, BEFORE
from sphinx_vita.sphinx.languages.pages import sources_elsewhere

_SETTINGS = {"light_pages": False}  # it changes how a page arrives, not what is on it, and takes its time
_WITHOUT = "unknown config value 'light_pages' in override"  # Sphinx's words on a site that has no light pages
_LOADED = ("furo", "sphinx.builders.html", *BEFORE, *AFTER)
_PLACED = re.compile(r"(?P<file>[^\s:]+):(?P<line>\d+): (?P<message>.+)")  # a place within the words


def build(source: Path, folder: Path) -> Outcome:
    """Build the site below a folder; whatever goes wrong is told as a problem."""
    doctrees = folder / "doctrees"
    again = memory.take(doctrees)
    told = ""
    try:
        with application(source, folder / OUTPUT, doctrees, "html", _SETTINGS) as (app, warned):
            app.connect("env-get-outdated", lambda *_: again)
            try:
                app.build()
            finally:
                told = warned.getvalue()
            documents = _documents(app)
            pages = _pages(app, documents)
    except (Exception, SystemExit) as error:
        return Outcome(problems=_failures(error, _problems(told, source), source), failed=True)
    problems = _problems(told, source)
    memory.keep(doctrees, problems, documents)
    return Outcome(problems=problems, pages=pages)


def _failures(error: BaseException, problems: tuple[Problem, ...], source: Path) -> tuple[Problem, ...]:
    """Return why a build has failed, and what it has warned of before; one that was given up has said why."""
    if problems and isinstance(error, SystemExit):
        return problems
    failure = problem_of(error, source)
    if not failure.file:
        traceback.print_exception(error)
    return (failure, *problems)


def _problems(told: str, source: Path) -> tuple[Problem, ...]:
    found = (each for each in warnings_in(told, source) if not each.message.startswith(_WITHOUT))
    return tuple(dict.fromkeys(_problem(each, source) for each in found))


def _problem(finding: Finding, source: Path) -> Problem:
    """Return what was warned of; files are named as seen from the site."""
    message = finding.message.replace(f"{source}{os.sep}", "")
    code = "" if finding.code == WARNING else finding.code.name.removeprefix("build.")
    placed = None if finding.file else _PLACED.fullmatch(message)
    if placed and (source / placed["file"]).is_file():
        return Problem(message=placed["message"], file=placed["file"], line=int(placed["line"]), code=code)
    return Problem(message=message, file=finding.file, line=finding.line, code=code)


def _documents(app: Sphinx) -> dict[str, str]:
    """Return the name of each page by its source."""
    return {app.project.doc2path(name, absolute=False).as_posix(): name for name in sorted(app.project.docnames)}


def _pages(app: Sphinx, documents: dict[str, str]) -> dict[str, str]:
    """Return the address of each page by its source, of translations too."""
    translated = {
        file: f"{language}/{app.builder.get_target_uri(name)}"
        for language, of in sources_elsewhere(app).items()
        for name, file in of.files.items()
        if name in of.translated
    }
    return {file: app.builder.get_target_uri(name) for file, name in documents.items()} | translated


def main(source: Path, folder: Path) -> None:
    """Wait for a line, build, answer with a line; end without a word where nobody is left to ask."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8") as answer:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what conf.py prints is no answer
        if hasattr(os, "register_at_fork"):  # who reads the answer is not to wait for a worker that was left behind
            os.register_at_fork(after_in_child=answer.close)
        for name in _LOADED:
            import_module(name)
        if sys.stdin.readline():
            answer.write(f"{as_line(build(source, folder))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
