"""The files of a source, read from the disk: a single file, or a folder with what of it is text."""

from collections.abc import Mapping
from pathlib import Path

from sphinx_vita.imports.old_sites.source_files import SourceFiles

_TEXTS = (".md", ".markdown", ".txt", ".yml", ".yaml", ".json", ".bib", ".tex", ".xml", ".toml", ".html")
_LEFT_OUT = ("node_modules", "_site", "_build", "vendor", "public", "__pycache__")
_LARGEST = 20_000_000  # bytes


def read_source(source: Path) -> SourceFiles:
    """Return the text of each file by its path below the source, and the names of all others.

    Hidden folders, what tools have made, and links to what lies elsewhere are left out.
    """
    if source.is_file():
        return SourceFiles({source.name: _text(source)})
    root = source.resolve()
    named = {path.relative_to(source): path for path in sorted(source.rglob("*")) if _is_inside(path, root)}
    kept = {name.as_posix(): path for name, path in named.items() if not any(map(_is_left_out, name.parts[:-1]))}
    texts = [name for name, path in kept.items() if _is_text(path)]
    return SourceFiles({name: _text(kept[name]) for name in texts}, kept.keys() - set(texts))


def read_assets(source: Path, assets: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files that come along, by their paths in the new site. Raises OSError."""
    root = source.resolve()
    named = {new: source / old for new, old in assets.items()}
    return {new: path.read_bytes() for new, path in sorted(named.items()) if _is_inside(path, root)}


def _is_text(path: Path) -> bool:
    return (path.suffix.lower() in _TEXTS or path.name == "conf.py") and path.stat().st_size < _LARGEST


def _is_inside(path: Path, root: Path) -> bool:
    return path.is_file() and path.resolve().is_relative_to(root)


def _is_left_out(folder: str) -> bool:
    return folder.startswith(".") or folder in _LEFT_OUT


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
