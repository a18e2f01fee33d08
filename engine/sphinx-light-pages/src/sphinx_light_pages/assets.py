"""Files of the theme and of extensions that nothing refers to: put aside, where the next build finds them."""

import re
import shutil
from collections.abc import Iterable, Set
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import unquote

from sphinx.application import Sphinx
from sphinx_build_cache.files import remove_empty_folders

from sphinx_light_pages.scripts import FOLDER

_RUN = re.compile(r"[\w.@+~%-]++")  # taken whole, so that a long one is not tried from each of its letters
_FILE = re.compile(r"[\w.@+~%-]+\.\w{1,12}")
# What may name further files.
READ = frozenset({".css", ".js", ".mjs", ".svg", ".html", ".json", ".webmanifest", ".xml", ".atom", ".txt"})


def names_of_files(text: str) -> frozenset[str]:
    """Return the names in a text that may be those of files, without their folders."""
    runs = (_FILE.match(run.lstrip(".")) for run in set(_RUN.findall(text)) if "." in run)
    return frozenset(unquote(found[0]) for found in runs if found and not found[0].endswith(".html"))


def put_back(output: Path, aside: Path) -> None:
    """Put the assets that the last build has put aside into their place again."""
    for path in sorted(aside.rglob("*")):
        target = output / path.relative_to(aside)
        if path.is_file() and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, target)
    shutil.rmtree(aside, ignore_errors=True)


def assets_in(output: Path) -> set[str]:
    """Name all that is in the folder of assets."""
    paths = output.joinpath("_static").rglob("*")
    return {path.relative_to(output).as_posix() for path in paths if path.is_file()}


def put_unused_aside(app: Sphinx, output: Path, aside: Path, named: Iterable[str], foreign: Set[str]) -> None:
    """Put the assets aside whose name stands neither on a page nor in a file that is used; old files of ours go.

    What is `foreign` no build has made: it stays.
    """
    for name in _unused(app, output, named, foreign):
        path = output / name
        if name.startswith(FOLDER):
            path.unlink()
        else:
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(path, aside / name)
        remove_empty_folders(output, path)


def _unused(app: Sphinx, output: Path, named: Iterable[str], foreign: Set[str]) -> list[str]:
    names = set(named)
    for path in output.iterdir():
        if path.is_file() and path.suffix in READ - {".html", ".js"}:
            names |= names_of_files(path.read_text("utf-8", "replace"))
    waiting = {name: output / name for name in assets_in(output) - foreign}
    own = set(_own(app))
    kept = {name for name in waiting if name in own or any(fnmatch(name, each) for each in app.config.light_pages_keep)}
    while used := {name for name, path in waiting.items() if name in kept or path.name in names}:
        for name in used:
            path = waiting.pop(name)
            if path.suffix in READ:
                names |= names_of_files(path.read_text("utf-8", "replace"))
    return sorted(waiting)


def _own(app: Sphinx) -> Iterable[str]:
    """Return what the owner of the site put there, other than style and scripts: others may link to it."""
    source = Path(app.confdir).resolve()
    for entry in app.config.html_static_path:
        folder = source / entry
        if not Path(entry).is_absolute():  # extensions name theirs in full
            files = folder.rglob("*") if folder.is_dir() else [folder]
            base = folder if folder.is_dir() else folder.parent
            yield from (
                f"_static/{file.relative_to(base).as_posix()}" for file in files if file.suffix not in {".css", ".js"}
            )
