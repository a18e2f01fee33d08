"""Commands of Python in forks of a process that has imported what they need: each would spend a second on that."""

import gc
import multiprocessing
import os
import runpy
import sys
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
import sphinx.jinja2glue
from jinja2 import FileSystemBytecodeCache
from jinja2.sandbox import SandboxedEnvironment
from sphinx.application import builtin_extensions

# What the caller's shell says about another build must not change these.
FOREIGN = ("READTHEDOCS", "READTHEDOCS_OUTPUT", "READTHEDOCS_CANONICAL_URL", "SITE_URL", "SPHINXOPTS", "PYTHONWARNINGS")
# What only tests find.
ENGINE = Path(__file__).resolve().parents[2]
OF_TESTS = (str(ENGINE.parent), str(ENGINE / "testing"))
# Imported once.
KEPT_READY = """pytest yaml sphinx.cmd.build sphinx.builders.html furo sphinx_basic_ng sphinx_design.extension
sphinxext.opengraph sphinx_copybutton sphinx_reredirects notfound.extension docutils.core myst_parser.sphinx_ext
myst_parser.parsers.sphinx_ myst_parser.mdit_to_docutils.sphinx_ bibtexparser pylatexenc.latex2text
sphinx_vita.sphinx.domain sphinx_vita.sphinx.directives sphinx_vita.sphinx.markdown.parser
sphinx_vita.sphinx.pages.views sphinx_vita.sphinx.pages.checks sphinx_vita.sphinx.pages.transforms
sphinx_vita.sphinx.output.heads sphinx_vita.sphinx.output.neighbors sphinx_vita.sphinx.incremental
sphinx_vita.sphinx.look sphinx_vita.sphinx.search_index sphinx_vita.exports.schema_org sphinx_instant_search.index
sphinx_instant_search.harvest sphinx_light_pages.build sphinx_computed_figures.directive
sphinx_computed_figures.domain sphinx_clean_rebuilds.build sphinx_vita.command.main
sphinx_vita.command.check.running sphinx_vita.command.check.checks sphinx_vita.command.check.building
sphinx_vita.command.check.report sphinx_clean_rebuilds.collector sphinx_clean_rebuilds.pictures
sphinx_clean_rebuilds.search sphinx_clean_rebuilds.sources sphinx_computed_figures.assets
sphinx_vita.sphinx.bibliography_cache sphinx_vita.sphinx.output.pictures.prose sphinx_vita.sphinx.pages.references
sphinx_vita.sphinx.pages.page_source sphinx_vita.sphinx.pages.posts sphinx_vita.sphinx.pages.anchors
myst_parser.sphinx_ext.main sphinx.ext.mathjax sphinx.builders.latex.transforms""".split()
WARM = multiprocessing.get_context("forkserver")
WARM.set_forkserver_preload([*KEPT_READY, *builtin_extensions, "engine.testing.harness.ready"])  # as the root sees it


class Done(NamedTuple):
    """How a command ended."""

    code: int
    answer: str
    said: str


@cache
def _templates() -> TemporaryDirectory[str]:
    """Make the folder in which the forks keep the templates that they have compiled."""
    return TemporaryDirectory(prefix="templates-")


def run_module(module: str, *words: str | Path, folder: Path | None = None) -> Done:
    """Run `python -m module` with words in a folder, and wait for its end."""
    with TemporaryDirectory() as answers:
        places = (folder or Path.cwd(), answers, _templates().name)
        process = WARM.Process(target=_become, args=(module, list(map(str, words)), *places))
        process.start()
        process.join()
        answer, said = (Path(answers, name).read_text("utf-8", "replace") for name in _STREAMS)
    return Done(process.exitcode or 0, answer, said)


_STREAMS = ("out", "err")


def _become(module: str, words: list[str], folder: Path, answers: str, templates: str) -> None:
    """Be the process of the command, which finds what lies in its folder."""
    for number, name in enumerate(_STREAMS, start=1):
        os.dup2(os.open(Path(answers, name), os.O_WRONLY | os.O_CREAT | os.O_APPEND), number)
    for name in FOREIGN:
        os.environ.pop(name, None)
    os.chdir(folder)
    gc.freeze()  # what was imported is here to stay
    environment = partial(SandboxedEnvironment, bytecode_cache=FileSystemBytecodeCache(templates))
    pytest.MonkeyPatch().setattr(sphinx.jinja2glue, "SandboxedEnvironment", environment)
    sys.path[:] = [str(folder), *(path for path in sys.path if path not in OF_TESTS)]
    for name in [name for name in sys.modules if name.partition(".")[0] in ("engine", "harness")]:
        del sys.modules[name]
    sys.argv = [module, *words]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
