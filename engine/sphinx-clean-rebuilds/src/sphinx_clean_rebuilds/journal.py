"""The journal of a build: every page that it writes, and what the page asked for on the way.

Lines are added one by one by all processes of a build and are gone when it has finished.
A journal that is found at the start is that of a build which was stopped: its pages may be half written.
"""

import json
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from sphinx_clean_rebuilds.template_memo import Answers

Line = tuple[str, str, str]


class Journal:
    """Lines of page, kind and argument in a file that is only ever added to."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._descriptor: int | None = None
        self._known: set[Line] = set()

    def note(self, page: str, kind: str, argument: str = "") -> None:
        """Add a line, unless this process has added it before."""
        line = (page, kind, argument)
        if line in self._known:
            return
        self._known.add(line)
        if self._descriptor is None:
            self._descriptor = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        os.write(self._descriptor, json.dumps(line).encode() + b"\n")  # in one piece, so that processes can share it

    def lines(self) -> list[Line]:
        """Read what all processes have noted; the last line of a stopped build may be cut off."""
        try:
            written = self.file.read_bytes()
        except FileNotFoundError:
            return []
        return [line for text in written.splitlines() if (line := _parsed(text))]

    def close(self, *, finished: bool) -> None:
        """Let the file go, and remove it where all that it names has been written."""
        if self._descriptor is not None:
            os.close(self._descriptor)
        self._descriptor = None
        self._known.clear()
        if finished:
            self.file.unlink(missing_ok=True)


def _parsed(text: bytes) -> Line | None:
    try:
        page, kind, argument = json.loads(text)
    except ValueError:
        return None
    return str(page), str(kind), str(argument)


class Watch:
    """Notes in the journal what the template of a page asks of the rest of the site."""

    def __init__(self, journal: Journal, page: str, answers: Answers) -> None:
        self.note = partial(journal.note, page)
        self._page, self._answers = page, answers

    def tree(self, wrapped: Callable[..., str]) -> Callable[..., str]:
        """Watch the function `toctree`."""

        def toctree(**arguments: Any) -> str:
            self.note("tree", tree_argument(arguments))
            question = repr(sorted(arguments.items()))
            return self._answers.of_tree(self._page, question, partial(wrapped, **arguments))

        return toctree

    def presence(self, wrapped: Callable[[str], bool]) -> Callable[[str], bool]:
        """Watch the function `hasdoc`."""

        def hasdoc(name: str) -> bool:
            self.note("page", name)
            return wrapped(name)

        return hasdoc

    def asset(self, wrapped: Callable[[Any], str]) -> Callable[[Any], str]:
        """Watch the functions `css_tag` and `js_tag`, which write a checksum of the file into the page."""

        def tag(asset: Any) -> str:
            name = os.fspath(getattr(asset, "filename", "") or "")
            if name.startswith("_static/"):
                self.note("asset", name.removeprefix("_static/").partition("?")[0])
            return self._answers.of_page(self._page, asset, partial(wrapped, asset))

        return tag


def tree_argument(arguments: dict[str, Any]) -> str:
    """Write down what a theme asks of the tree: whether other branches are closed, hidden ones shown, depth, titles."""
    depth = arguments.get("maxdepth") or 0
    flags = [bool(arguments.get(name, default)) for name, default in (("collapse", True), ("includehidden", False))]
    return json.dumps([*flags, int(depth), bool(arguments.get("titles_only"))])
