"""Damage to what a build has left: how, and to which files."""

import os
from collections.abc import Callable
from pathlib import Path

from harness.rebuilt_sites import files_of

Damage = Callable[[bytes], bytes | None]


def flipped(content: bytes) -> bytes:
    """Change one bit in the middle; of nothing, make something."""
    place = len(content) // 2
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :] if content else b"\0"


DAMAGES: dict[str, Damage] = {
    "removed": lambda _: None,
    "emptied": lambda _: b"",
    "halved": lambda content: content[: len(content) // 2],
    "flipped": flipped,
}
EXPORTS = ("cards/", "citations/", "files/", "cv.pdf", "publications.", "resume.json", "feed.atom", "icon")
GROUPS: dict[str, Callable[[str], bool]] = {
    "pages": lambda name: is_page(name),
    "one page": lambda name: name == "more.html",
    "exports": lambda name: name.startswith(EXPORTS),
    "all but pages": lambda name: not is_page(name),
}
CACHES: dict[str, Callable[[str], bool]] = {
    "pictures in other sizes": lambda name: name.startswith("pictures/"),
    "what Sphinx has read": lambda name: name.endswith((".doctree", "environment.pickle")),
    "what vita and lean know": lambda name: name.startswith(("bibliography", "exports", "light-pages-")),
    "what palette and figures know": lambda name: name.startswith(("instant-search", "figures/")),
    "what tidy knows": lambda name: name.startswith("clean-rebuilds-"),
}


def is_page(name: str) -> bool:
    return name.endswith(".html") and not name.startswith("_")


def damage(folder: Path, choose: Callable[[str], bool], spoil: Damage) -> list[str]:
    """Damage files, none of which is newer after it; gives their paths."""
    chosen = sorted(filter(choose, files_of(folder)))
    for name in chosen:
        path = folder / name
        times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
        content = spoil(path.read_bytes())
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content)
            os.utime(path, ns=times)
    return chosen
