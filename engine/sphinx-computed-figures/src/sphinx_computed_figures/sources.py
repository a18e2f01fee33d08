"""The Python files that a figure is made of: its own and those that they import below the site, found without a run."""

import ast
import hashlib
from collections.abc import Iterator
from pathlib import Path


def file_of_module(root: Path, module: str) -> Path | None:
    """Return the file of a module below a folder; None where it is not there, as with a library."""
    base = root.joinpath(*module.split("."))
    return next((path for path in (base.with_suffix(".py"), base / "__init__.py") if path.is_file()), None)


def source_files(root: Path, module: str) -> list[Path]:
    """Return the file of a module and of all that it imports below the folder, sorted; empty where it is not there."""
    found: dict[Path, None] = {}
    waiting = [module]
    while waiting:
        path = file_of_module(root, waiting.pop())
        if path and path not in found:
            found[path] = None
            waiting += imported(path.read_text("utf-8"), path.relative_to(root))
    return sorted(found)


def imported(source: str, path: Path) -> Iterator[str]:
    """Name what a file may import: `from a import b` may mean a module b in a package a."""
    for node in ast.walk(ast.parse(source, str(path))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _with_packages(alias.name)
        elif isinstance(node, ast.ImportFrom):
            package = (
                ".".join([*path.parent.parts[: len(path.parent.parts) - node.level + 1], ""]) if node.level else ""
            )
            base = (package + (node.module or "")).rstrip(".")
            for alias in node.names:
                yield from _with_packages(f"{base}.{alias.name}")


def _with_packages(module: str) -> Iterator[str]:
    parts = module.split(".")
    for end in range(1, len(parts) + 1):
        yield ".".join(parts[:end])


def digest(root: Path, files: list[Path], *words: str) -> str:
    """Return a name for what the files and the words say; the same in any folder."""
    hashed = hashlib.sha256()
    for part in (
        *words,
        *(part for path in files for part in (path.relative_to(root).as_posix(), path.read_text("utf-8"))),
    ):
        hashed.update(part.encode() + b"\0")
    return hashed.hexdigest()[:32]
