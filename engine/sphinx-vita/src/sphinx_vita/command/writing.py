"""Files of a site, written whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_new_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write a folder that is not there yet, or is empty: under another name first, so that it stands whole or not."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as temporary:
        whole = Path(temporary) / "site"
        for name, content in files.items():
            path = whole / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_bytes(content))
        if folder.is_dir():
            folder.rmdir()
        whole.rename(folder)


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write or replace files of a folder: all are written beside their places before the first is put there."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for name, content in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
            waiting.append((Path(temporary), path))
            with os.fdopen(descriptor, "wb") as file:
                file.write(_bytes(content))
            Path(temporary).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
        for temporary_path, path in waiting:
            temporary_path.replace(path)
    finally:
        for temporary_path, _ in waiting:
            temporary_path.unlink(missing_ok=True)


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
