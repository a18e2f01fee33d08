"""Files of an output that are left over."""

from collections.abc import Iterable
from pathlib import Path


def remove(root: Path, name: str) -> None:
    """Remove a file below `root`, and the folders that it leaves empty; one that is gone already is no error.

    Raises OSError, also where something else stands under the name.
    """
    path = root / name
    path.unlink(missing_ok=True)
    remove_empty_folders(root, path)


def remove_empty_folders(root: Path, path: Path) -> None:
    """Remove the folders around a path that hold nothing any more, up to `root`."""
    for folder in path.parents:
        if folder == root or (folder.is_dir() and any(folder.iterdir())):
            break
        if folder.is_dir():
            folder.rmdir()


def is_other_name(root: Path, name: str, others: Iterable[str]) -> bool:
    """Whether a file is one of `others` under a name in other letters, on a disk that takes both for the same."""
    alike = [root / each for each in others if each != name and each.casefold() == name.casefold()]
    file = root / name
    return file.exists() and any(each.exists() and each.samefile(file) for each in alike)
