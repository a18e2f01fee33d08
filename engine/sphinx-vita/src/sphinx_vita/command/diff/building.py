"""Two states built beside each other; the one of a revision is kept, by what it was made of."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sphinx_build_cache
from sphinx_build_cache.digests import digest

from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.diff.published import STATE, Published, load
from sphinx_vita.command.diff.revisions import Revision, checked_out

_KEPT = 4  # revisions whose builds stay
_NOW = "now"  # the folder of the working tree, which is built on
# What hosts tell the settings about themselves: another address makes other pages.
_OF_HOSTS = ("SITE_URL", "READTHEDOCS", "READTHEDOCS_CANONICAL_URL", "READTHEDOCS_VERSION", "SOURCE_DATE_EPOCH")


def build_both(site: Path, revision: Revision) -> tuple[Published, Published]:
    """Return what is public by a revision and by the working tree, both built by this engine."""
    cache = site / "_build" / "diff"
    with ThreadPoolExecutor(1) as pool:
        of_revision = pool.submit(_kept, cache, revision)
        now = build_state(site, cache / _NOW)
        return of_revision.result(), now


def build_state(source: Path, folder: Path, python: str = sys.executable, what: str = "the site") -> Published:
    """Build sources into a folder, in a process of its own, and return what is public then."""
    (folder / STATE).unlink(missing_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    command = [python, "-m", "sphinx_vita.command.diff.recording", str(source), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8", errors="replace")
    if done.returncode:
        said = done.stderr.strip().splitlines() or ["nobody knows why"]
        raise UnusableError(f"{what}: {said[-1]}; build it to see more: make html")
    return load(folder)


def _kept(cache: Path, revision: Revision) -> Published:
    """Return the state of a revision as it was built before, or build it."""
    states = (revision.tree, revision.below, sphinx_build_cache.code_state("sphinx_vita"))
    folder = cache / digest("\n".join([*states, *(os.environ.get(name, "") for name in _OF_HOSTS)]), 16)
    if not (folder / STATE).is_file():
        shutil.rmtree(folder, ignore_errors=True)
        with checked_out(revision) as source:
            if not (source / "conf.py").is_file():
                raise UnusableError(
                    f"there was no site at {revision.words}; name a later revision: sphinx-vita diff REV"
                )
            build_state(source, folder, what=f"the site at {revision.words}")
        shutil.rmtree(folder / "doctrees", ignore_errors=True)
    os.utime(folder)
    _forget([each for each in cache.iterdir() if each.is_dir() and each.name != _NOW])
    return load(folder)


def _forget(folders: Sequence[Path]) -> None:
    """Remove the builds of revisions that were not asked for longest."""
    for folder in sorted(folders, key=lambda each: each.stat().st_mtime, reverse=True)[_KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)
