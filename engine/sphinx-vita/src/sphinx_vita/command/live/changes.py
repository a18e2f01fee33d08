"""Which files of a site are watched, and what a save of them asks for."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

# Made by tools: folders at any depth, and folders of the site's own that hold no part of a page.
_MADE = {"_build", "__pycache__", "node_modules", "site-packages"}
_ASIDE = {"tests", "benchmarks", "dist", "venv", "env"}
# What editors write beside the file that is edited.
_BESIDE = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".pyc", "___jb_tmp___", "___jb_old___")
_VIM_TRIES = "4913"  # by this name, vim finds out whether it may write into a folder


def is_watched(path: str) -> bool:
    """Tell whether a change of a file, named by its path below the site, can change what is built."""
    parts = PurePosixPath(path).parts
    if not parts or parts[0] in _ASIDE or any(part.startswith(".") or part in _MADE for part in parts):
        return False
    name = parts[-1].lower()
    return not name.startswith("#") and not name.endswith(_BESIDE) and name != _VIM_TRIES


def is_code(paths: Iterable[str]) -> bool:
    """Tell whether one of the files is code that a process may have loaded; conf.py is read by every build."""
    return any(path.endswith(".py") and path != "conf.py" for path in paths)


def page_to_show(paths: Iterable[str], pages: Mapping[str, str]) -> str:
    """Return the address of the page that was saved; "" where none was, or where many were and nobody knows which."""
    saved = {pages[path] for path in paths if path in pages}
    return saved.pop() if len(saved) == 1 else ""
