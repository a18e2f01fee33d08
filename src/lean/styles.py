"""The stylesheets of a page, and the part of them that it can use."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from lean.markup import Address, Tag
from lean.selectors import is_met
from lean.sheet import Group, Node, UnreadableError, needs_in, read_sheet
from lean.squeeze import ROOT
from lean.store import Store, digest
from lean.subset import subset

_LINK = frozenset({"rel", "href", "type", "media", "id"})
Sheet = tuple[str, str]  # its path, and the media that it is for


def sheet_of(tag: Tag, address: Address | None) -> Sheet | None:
    """Tell which stylesheet a tag brings in; None if it is no such tag or one that a script may be after."""
    is_plain = tag.name == "link" and tag.get("rel") == "stylesheet" and tag.attributes.keys() <= _LINK
    if not is_plain or address is None or not address.path.endswith(".css"):
        return None
    return (address.path, tag.get("media"))


class Styles:
    """The stylesheets of one output; each is read once, and pages that use the same of them share the text."""

    def __init__(self, output: Path, store: Store) -> None:
        self._output = output
        self._store = store
        self._sheets: dict[str, tuple[Node, ...] | None] = {}
        self._needs: dict[tuple[Sheet, ...], frozenset[str]] = {}
        self._written: dict[object, str] = {}
        self.sources: set[str] = set()  # the files that were read

    def is_readable(self, path: str) -> bool:
        """Tell whether the rules of a stylesheet can be moved into a page."""
        return self._read(path) is not None

    def write(
        self, sheets: Sequence[Sheet], found: frozenset[str], states: frozenset[str], names: Iterable[str], words: str
    ) -> str:
        """Write what a page uses of its stylesheets, with ROOT for the way to the root of the output.

        `found` is what stands on the page, `states` what its scripts bring about, `names` the custom properties that it
        uses itself, and `words` its own text of style.
        """
        of = tuple(sheets)
        nodes = [node for sheet in sheets for node in self._nodes(*sheet)]
        if of not in self._needs:
            self._needs[of] = needs_in(nodes)
        key = (of, found & self._needs[of], states, frozenset(names), words)
        if key not in self._written:
            self._written[key] = subset(nodes, lambda each: is_met(each.needs, found, states), names, words)
        return self._written[key]

    def _nodes(self, path: str, media: str) -> Sequence[Node]:
        nodes = self._read(path) or ()
        return [Group(f"@media {media}", nodes)] if media not in {"", "all"} else nodes

    def _read(self, path: str) -> tuple[Node, ...] | None:
        """Read a sheet, or take what an earlier build has read of the same; None if it must stay where it is."""
        if path not in self._sheets:
            digests, nodes = self._store.sheet(path) or ({}, None)
            if not digests or any(self._digest(each) != known for each, known in digests.items()):
                loaded: dict[str, str] = {}
                try:
                    nodes = read_sheet(path, lambda each: loaded.setdefault(each, self._load(each)))
                except (UnreadableError, OSError, UnicodeDecodeError):
                    nodes = None
                digests = {each: self._digest(each) for each in {path, *loaded}}
                self._store.keep_sheet(path, (digests, nodes))
            self.sources |= digests.keys()
            self._sheets[path] = nodes
        return self._sheets[path]

    def _digest(self, path: str) -> str:
        file = self._output / path
        return digest(file.read_bytes()) if file.is_file() else ""

    def _load(self, path: str) -> str:
        text = (self._output / path).read_text("utf-8")
        if "</style" in text.lower() or ROOT in text:
            raise UnreadableError("</style")
        return text


def names_in(text: str) -> set[str]:
    """Give the custom properties that a text speaks of."""
    return set(re.findall(r"--[\w-]+", text))
