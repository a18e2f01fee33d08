"""Building the invented portfolio, and comparing what came out byte by byte."""

import contextlib
import fcntl
import io
import multiprocessing
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sphinx.application import builtin_extensions
from sphinx.cmd.build import build_main

PORTFOLIO = Path(__file__).resolve().parents[1] / "portfolio"
SCHOLARS = PORTFOLIO.with_name("scholars")  # three more invented people, of other fields
# What the caller's shell says about another build must not change this one.
FOREIGN = ("READTHEDOCS", "READTHEDOCS_OUTPUT", "READTHEDOCS_CANONICAL_URL", "SITE_URL", "SPHINXOPTS")
# Sphinx leaves it behind when the settings change; it says what the folder was built with before.
SETTINGS_THAT_WERE = ".buildinfo.bak"
# Imported once; each further build is a fork of the process that has them.
KEPT_READY = """pytest yaml sphinx.cmd.build sphinx.builders.html furo sphinx_basic_ng sphinx_design.extension
sphinxext.opengraph sphinx_copybutton sphinx_reredirects notfound.extension docutils.core myst_parser.sphinx_ext
myst_parser.parsers.sphinx_ myst_parser.mdit_to_docutils.sphinx_ bibtexparser pylatexenc.latex2text
sphinx_vita.sphinx.domain sphinx_vita.sphinx.directives sphinx_vita.sphinx.markdown.parser
sphinx_vita.sphinx.pages.views sphinx_vita.sphinx.pages.checks sphinx_vita.sphinx.pages.transforms
sphinx_vita.sphinx.output.heads sphinx_vita.sphinx.output.neighbors sphinx_vita.sphinx.incremental
sphinx_vita.sphinx.look sphinx_vita.sphinx.search_index sphinx_vita.exports.schema_org sphinx_instant_search.index
sphinx_instant_search.harvest sphinx_light_pages.build sphinx_computed_figures.directive
sphinx_computed_figures.domain sphinx_clean_rebuilds.build""".split()
WARM = multiprocessing.get_context("forkserver")
WARM.set_forkserver_preload([*KEPT_READY, *builtin_extensions])


def arguments(source: Path, output: Path, builder: str, processes: int | str = 1) -> list[str]:
    """Give the words of a command that builds with warnings as errors and keeps what it has read beside the output."""
    doctrees = output.with_name(f"{output.name}-doctrees")
    words = ["-b", builder, "-nW", "--keep-going", "-q", "-N", "-j", str(processes), "-d", doctrees, source, output]
    return list(map(str, words))


def build(source: Path, output: Path, builder: str, processes: int | str = 1, *settings: str) -> None:
    """Build in a process of its own, with its own order of sets; a single word on stderr fails."""
    command = [sys.executable, "-m", "sphinx", *settings, *arguments(source, output, builder, processes)]
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    built = subprocess.run(command, cwd=output.parent, env=environment, stderr=subprocess.PIPE, text=True, check=False)
    assert (built.returncode, built.stderr) == (0, ""), f"the build is not silent:\n{built.stderr}"


def rebuild(source: Path, output: Path, builder: str, processes: int = 1, *settings: str) -> None:
    """Build, or what has changed; the process is a fork, since a small build would spend its time on imports."""
    ours, theirs = WARM.Pipe(duplex=False)
    words = [*settings, *arguments(source, output, builder, processes)]
    process = WARM.Process(target=_build_and_tell, args=(words, theirs))
    process.start()
    theirs.close()  # so that a build which dies ends the wait
    code, errors = ours.recv()
    process.join()
    assert (code, errors) == (0, ""), f"the build is not silent:\n{errors}"


def _build_and_tell(words: list[str], answer: Connection) -> None:
    for name in FOREIGN:
        os.environ.pop(name, None)
    with contextlib.redirect_stderr(io.StringIO()) as errors:
        code = build_main(words)
    answer.send((code, errors.getvalue()))


def build_once(factory: pytest.TempPathFactory, worker: str, name: str, make: Callable[[Path], None]) -> Path:
    """Make a folder that all workers of a test run share: the first to come makes it, the others wait for its lock."""
    base = factory.getbasetemp()
    shared = base if worker == "master" else base.parent
    output, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # given back by the system even where a worker dies
        if not done.exists():
            make(output)
            done.touch()
    return output


def copy_sources(target: Path) -> None:
    """Copy the invented portfolio, so that a test may change it."""
    shutil.copytree(PORTFOLIO, target, ignore=shutil.ignore_patterns("__pycache__", "_build"), dirs_exist_ok=True)


def sources() -> list[str]:
    """Name every file of the portfolio that a writer edits."""
    found = (
        path for ending in ("md", "bib") for path in PORTFOLIO.glob(f"**/*.{ending}") if "_build" not in path.parts
    )
    return sorted(path.relative_to(PORTFOLIO).as_posix() for path in (PORTFOLIO / "conf.py", *found))


def files_of(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file under a folder, by path."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != SETTINGS_THAT_WERE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def differences(one: Path, other: Path) -> list[str]:
    """Name the files that only one of two folders has, or that are not the same in both."""
    first, second = files_of(one), files_of(other)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
