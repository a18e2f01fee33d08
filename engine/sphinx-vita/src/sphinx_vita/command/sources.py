"""The files of a source, read from the disk: a single file, or a folder with what of it is text."""

from pathlib import Path

_TEXTS = (".md", ".markdown", ".txt", ".yml", ".yaml", ".json", ".bib", ".tex", ".xml", ".toml", ".html")
_LEFT_OUT = ("node_modules", "_site", "_build", "vendor", "public", "__pycache__")
_LARGEST = 20_000_000  # bytes


def read_source(source: Path) -> dict[str, str]:
    """Return the text of each file by its path below the source, but for hidden folders and what tools have made."""
    if source.is_file():
        return {source.name: _text(source)}
    files = sorted(path for path in source.rglob("*") if path.suffix.lower() in _TEXTS and path.is_file())
    named = {path.relative_to(source): path for path in files if path.stat().st_size < _LARGEST}
    return {name.as_posix(): _text(path) for name, path in named.items() if not any(map(_is_left_out, name.parts[:-1]))}


def _is_left_out(folder: str) -> bool:
    return folder.startswith(".") or folder in _LEFT_OUT


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
