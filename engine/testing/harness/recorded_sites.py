"""States for `sphinx-vita diff`, built in this process, which has loaded Sphinx, and one at a time."""

import threading
from pathlib import Path
from warnings import catch_warnings, filterwarnings

from sphinx_vita.command.diff.published import Published, load
from sphinx_vita.command.diff.recording import record

_LOCK = threading.Lock()


class Builder:
    """Takes the place of `building.build_state`; `folders` are those that it has built into."""

    def __init__(self) -> None:
        self.folders: list[Path] = []

    def __call__(self, source: Path, folder: Path, *_: str, **__: str) -> Published:
        """Build sources into a folder."""
        with _LOCK, catch_warnings():
            filterwarnings("ignore", category=DeprecationWarning)  # Sphinx's own
            filterwarnings("ignore", category=PendingDeprecationWarning)
            self.folders.append(folder)
            record(source, folder)
        return load(folder)
