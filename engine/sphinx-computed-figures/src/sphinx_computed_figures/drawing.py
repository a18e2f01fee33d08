"""Drawing a figure once: what the same files drew with the same parameters is taken from a folder."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import sphinx_build_cache
from sphinx.errors import ExtensionError

from sphinx_computed_figures import child, sources
from sphinx_computed_figures.figure import Figure, load

# One thread, since pages are read in parallel and sums must not depend on how they are shared out; nothing is written
# beside the sources.
SURROUNDINGS = {
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "PYTHONIOENCODING": "utf-8",
    **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"), "1"),
}
PACKAGE = Path(__file__).parent


class MissingError(Exception):
    """The author asks for a module, a function or a parameter that is not there."""


class Drawn(NamedTuple):
    """A figure and the files it is made of."""

    figure: Figure
    files: list[Path]


def draw(root: Path, cache: Path, target: str, parameters: dict[str, object]) -> Drawn:
    """Draw `package.module:function` of a site, or take it from the cache; raises MissingError."""
    module, _, function = target.partition(":")
    files = sources.source_files(root, module)
    if not function or sources.file_of_module(root, module) is None:
        raise MissingError(f"{target!r} is no function of the site: write package.module:function")
    words = json.dumps(parameters, sort_keys=True)
    state = sphinx_build_cache.code_state("sphinx_computed_figures")
    kept = cache / f"{sources.digest(root, files, target, words, state)}.json"
    content = sphinx_build_cache.load(kept, state)
    if content is None:
        content = _run(root, module, function, words)
        load(content.decode())  # what cannot be read is not kept
        sphinx_build_cache.save(kept, state, content)
    return Drawn(load(content.decode()), files)


def _run(root: Path, module: str, function: str, parameters: str) -> bytes:
    words = [str(root), str(PACKAGE.parent), module, function, parameters]
    command = [sys.executable, "-P", child.__file__, *words]
    run = subprocess.run(command, env={**os.environ, **SURROUNDINGS}, capture_output=True, check=False)
    told = run.stderr.decode("utf-8", "replace").strip()
    if run.returncode == child.NOT_THERE:
        raise MissingError(told)
    if run.returncode:
        raise ExtensionError(f"{module}:{function} cannot be drawn:\n{told}", modname="figures")
    return run.stdout
