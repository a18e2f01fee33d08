"""The stylesheets of a page, and the part of them that it can use."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sphinx_light_pages.fold import Scope, folded
from sphinx_light_pages.markup import Address, Tag
from sphinx_light_pages.selectors import is_met
from sphinx_light_pages.sheet import Group, Node, UnreadableError, needs_in, read_sheet
from sphinx_light_pages.squeeze import ROOT
from sphinx_light_pages.store import Store, digest
from sphinx_light_pages.subset import names_used, used, write

_LINK = frozenset({"rel", "href", "type", "media", "id"})
Sheet = tuple[str, str]  # its path, and the media that it is for


def sheet_of(tag: Tag, address: Address | None) -> Sheet | None:
    """Return which stylesheet a tag brings in; None if it is no such tag or one that a script may be after."""
    is_plain = tag.name == "link" and tag.get("rel") == "stylesheet" and tag.attributes.keys() <= _LINK
    if not is_plain or address is None or not address.path.endswith(".css"):
        return None
    return (address.path, tag.get("media"))


@dataclass(frozen=True, slots=True)
class Around:
    """What a page has besides some of its stylesheets.

    All its `sheets` that can be read, and whether it has others (`is_open`); the texts of its own styles and those of
    its elements; what stands on it (`found`); the custom properties that must stay (`names`); and what may set them.
    """

    sheets: tuple[Sheet, ...]
    is_open: bool
    own: tuple[str, ...]
    of_elements: str
    found: frozenset[str]
    names: frozenset[str]
    scope: Scope


class Styles:
    """The stylesheets of one output; each is read once, and pages that use the same of them share the text."""

    def __init__(self, output: Path, store: Store) -> None:
        self._output = output
        self._store = store
        self._sheets: dict[str, tuple[Node, ...] | None] = {}
        self._needs: dict[Sequence[Sheet], frozenset[str]] = {}
        self._written: dict[object, str] = {}
        self.sources: set[str] = set()  # the files that were read

    def is_readable(self, path: str) -> bool:
        """Return whether the rules of a stylesheet can be moved into a page."""
        return self._read(path) is not None

    def write(self, sheets: Sequence[Sheet], around: Around) -> str:
        """Write what a page uses of neighbouring stylesheets of it, with ROOT for the way to the root of the output."""
        of = tuple(sheets)
        nodes = [node for sheet in of for node in self._nodes(*sheet)]
        if of not in self._needs:
            self._needs[of] = needs_in(nodes)
        key = (of, replace(around, found=around.found & self._needs[of]))
        if key not in self._written:
            kept = used(nodes, lambda each: is_met(each.needs, around.found, around.scope.states))
            own = [_own(text) for text in around.own]
            others = [
                *(self._nodes(*sheet) for sheet in around.sheets if sheet not in of),
                *(each or () for each in own),
            ]
            if not around.is_open and None not in own:
                kept = folded(kept, [node for each in others for node in each], around.scope)
            names = around.names.union(*map(names_used, others))
            self._written[key] = write(kept, names, " ".join([*around.own, around.of_elements]))
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


@cache
def _own(text: str) -> tuple[Node, ...] | None:
    """Read a style of the page itself, or nothing where that brings in others."""
    try:
        return read_sheet("", lambda _: text)
    except (UnreadableError, RecursionError):
        return None
