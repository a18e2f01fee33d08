"""The seal on a finished build: a digest of every file that it has left, in the output and among the doctrees.

The next build takes away whatever is not as it was left. So any damage is to it as if the file were gone, and what is
gone is made again. Files that no build has made are under no seal: they are left alone, and named.
"""

import json
import os
from collections.abc import Iterator, Set
from pathlib import Path, PurePosixPath

import sphinx_build_cache
from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.config import Config
from sphinx.util import logging
from sphinx_build_cache.digests import digest_of_file

logger = logging.getLogger(__name__)
NAMES = (
    "clean-rebuilds-seal",
    "clean-rebuilds-seal.copy",
)  # without a seal nobody could tell what is ours; so there are two
Digests = dict[str, str]  # by path below a folder
Stamp = tuple[int, int, int]  # time of change, time of the last change to anything of it, size


class Folder:
    """A folder that builds write into; `others` are folders and files in it that belong to somebody else."""

    def __init__(self, root: Path, others: Set[Path]) -> None:
        self._root, self._others = root, set(map(str, others))
        self._before = self._now = self._stamps()

    def take_away(self, sealed: Digests) -> set[str]:
        """Remove the files that are not as they were left; gives their paths, and those of files that are gone."""
        lost = {name for name, digest in sealed.items() if digest_of_file(f"{self._root}/{name}") != digest}
        for name in lost:
            path = self._root / name
            if path.is_symlink() or path.is_file():
                path.unlink()
        return lost

    def digests(self, made: Set[str]) -> Digests:
        """Digest the files that builds have made: those in `made`, and those that are not as they were at the start."""
        self._now = self._stamps()
        names = (name for name, stamp in self._now.items() if name in made or self._before.get(name) != stamp)
        return {name: digest_of_file(f"{self._root}/{name}") for name in sorted(names)}

    def left_alone(self, sealed: Digests) -> list[str]:
        """Name what was found and is under no seal, a folder with nothing else in it as a whole."""
        foreign = self._now.keys() - sealed.keys()
        ours = {parent.as_posix() for name in sealed for parent in PurePosixPath(name).parents}
        return sorted({_shortest(name, ours) for name in foreign})

    def _stamps(self) -> dict[str, Stamp]:
        return dict(_stamps(self._root, "", self._others))


def _stamps(root: Path, below: str, others: Set[str]) -> Iterator[tuple[str, Stamp]]:
    """Walk through a folder; not through hidden ones, such as that of a version control."""
    try:
        entries = list(os.scandir(root / below))
    except OSError:
        return
    for entry in entries:
        name = f"{below}{entry.name}"
        if entry.path in others:
            continue
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(".") and not is_of_other_build(Path(entry.path)):
                yield from _stamps(root, f"{name}/", others)
        elif entry.is_file():
            found = entry.stat()
            yield name, (found.st_mtime_ns, found.st_ctime_ns, found.st_size)


def is_of_other_build(folder: Path) -> bool:
    """Return whether a folder below an output is the output of another build, such as one in another language."""
    return (folder / ".buildinfo").is_file()


def _shortest(name: str, ours: Set[str]) -> str:
    """Return the outermost folder around a file that holds nothing of ours, or the file."""
    around = [parent.as_posix() for parent in PurePosixPath(name).parents][::-1]
    return next((f"{parent}/" for parent in around if parent not in ours and parent != "."), name)


class Seal:
    """The seals in one folder of doctrees: on it, and on each output that is built from it."""

    def __init__(self) -> None:
        self.lost: set[str] | None = None  # what was taken away from the output; None: nothing is known of that
        self._sealed: dict[str, Digests] = {}  # by place
        self._is_same_code = False

    def verify(self, app: Sphinx, _config: Config) -> None:
        """Take away what is damaged before anything is read of it."""
        doctrees, output = Path(app.doctreedir), Path(app.outdir)
        self._files = [doctrees / name for name in NAMES]
        self._place = os.path.relpath(output, doctrees).replace(os.sep, "/")
        self._doctrees = Folder(doctrees, {output, *self._files})
        self._output = Folder(output, {doctrees})
        self._sealed = self._load()
        self.lost = None
        if self._place in self._sealed:
            lost = self._output.take_away(self._sealed[self._place])
            self.lost = lost if self._is_same_code else None
        damaged = self._doctrees.take_away(self._sealed.get("", {}))
        if not self._is_same_code or any(name.endswith(".doctree") for name in damaged):
            (doctrees / ENV_PICKLE_FILENAME).unlink(missing_ok=True)  # all pages are read again

    @property
    def made(self) -> Set[str]:
        """The files of the output that builds have left."""
        return self._sealed.get(self._place, {}).keys()

    def put(self, *, output: Set[str] | None) -> None:
        """Seal what is there now; `output` names files that Sphinx has copied there, None for other formats."""
        if output is not None:
            self._sealed[self._place] = self._output.digests(output | self.made)
            self._tell(self._output.left_alone(self._sealed[self._place]))
        self._sealed[""] = self._doctrees.digests(self._sealed.get("", {}).keys())
        content = json.dumps(self._sealed).encode()
        for file in self._files:
            sphinx_build_cache.save(file, sphinx_build_cache.code_state("sphinx_clean_rebuilds"), content)

    def _load(self) -> dict[str, Digests]:
        """Read the seals, also those of other code: what it has left is as it was, but is made again."""
        own = [
            sphinx_build_cache.load(file, sphinx_build_cache.code_state("sphinx_clean_rebuilds"))
            for file in self._files
        ]
        self._is_same_code = any(own)
        found: dict[str, Digests] = json.loads(
            next(filter(None, own + list(map(sphinx_build_cache.load, self._files))), b"{}")
        )
        return found

    def _tell(self, names: list[str]) -> None:
        if names:
            logger.info("left alone in the output, since no build is known to have made it: %s", ", ".join(names))
