"""What stands in one output beside the pages: each file with what it was made from and what was written into it.

By this a file that is right already is not made again, one that was damaged is, and one that nothing asks for goes.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import sphinx_build_cache
from sphinx.application import Sphinx
from sphinx_build_cache.digests import digest, digest_of_file
from sphinx_build_cache.files import is_other_name, remove

COPIED = "copied"  # what a file is made from that is copied in every build


def output_of(app: Sphinx) -> str:
    """Name the builder and the place of its output: several may share the folder of doctrees."""
    place = os.path.relpath(app.outdir, app.doctreedir).replace(os.sep, "/")
    return f"{app.builder.name}-{digest(place, 8)}"


class Ledger:
    """The files of one output; `old` are those of the last build, by path: what each was made from, and its digest."""

    def __init__(self, app: Sphinx) -> None:
        self._app, self._root = app, Path(app.outdir)
        self._file = Path(app.doctreedir) / f"exports-{output_of(app)}.json"
        # Of what other code has made it is still known that it is ours.
        self._old: dict[str, list[str]] = json.loads(sphinx_build_cache.load(self._file) or b"{}")
        self._is_same_code = (
            sphinx_build_cache.load(self._file, sphinx_build_cache.code_state("sphinx_vita")) is not None
        )
        self._new: dict[str, list[str]] = {}

    @property
    def paths(self) -> frozenset[str]:
        """The files that are known."""
        return frozenset(self._old)

    def is_current(self, path: str, made_from: str) -> bool:
        """Return whether a file was made from the same and is as it was written."""
        known = self._old.get(path)
        return self._is_same_code and known is not None and known == [made_from, digest_of_file(self._root / path)]

    def announce(self, paths: Iterable[str]) -> None:
        """Write down what is about to be made: should this build be killed, the next knows what may be half written."""
        self._old |= {path: ["", ""] for path in paths}
        self._save(self._old)

    def note(self, path: str, made_from: str) -> None:
        """Remember a file that stands there now."""
        self._new[path] = [made_from, digest_of_file(self._root / path)]

    def close(self) -> None:
        """Remove the files that this build did not ask for, and remember the others."""
        for path in sorted(self._old.keys() - self._new.keys()):
            if self._is_ours(path):
                with suppress(OSError):  # something else stands there
                    remove(self._root, path)
        self._save(self._new)

    def _is_ours(self, path: str) -> bool:
        """Return whether a file is as we wrote it, and is neither Sphinx's nor a wanted one under another name."""
        file, known = self._root / path, self._old[path][1]
        if known and known != digest_of_file(file):
            return False
        return not _is_copied(self._app, path) and not is_other_name(self._root, path, self._new)

    def _save(self, files: dict[str, list[str]]) -> None:
        content = json.dumps(files, sort_keys=True).encode()
        sphinx_build_cache.save(self._file, sphinx_build_cache.code_state("sphinx_vita"), content)


def _is_copied(app: Sphinx, path: str) -> bool:
    """Return whether Sphinx copies a file to a path of the output, from the folders that the settings name."""
    config = app.config
    static = [
        (entry, path.removeprefix("_static/")) for entry in config.html_static_path if path.startswith("_static/")
    ]
    for entry, name in (*static, *((entry, path) for entry in config.html_extra_path)):
        source = Path(app.confdir, entry)
        if (source / name).is_file() or (source.is_file() and source.name == name):
            return True
    return False
