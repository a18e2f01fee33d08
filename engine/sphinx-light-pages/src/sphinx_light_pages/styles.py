"""The stylesheets of a page, and the part of them that it can use."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sphinx_light_pages.markup import Address, Tag
from sphinx_light_pages.script_words import Effects, Needs, Words, brought_about, needs_by_word
from sphinx_light_pages.sheet import Group, Node, UnreadableError, needs_in, read_sheet
from sphinx_light_pages.squeeze import ROOT
from sphinx_light_pages.subset import names_used, used, write

_LINK = frozenset({"rel", "href", "type", "media", "id"})
_SHARED = 64  # texts that are remembered: pages that use the same of a sheet stand near each other
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

    All its `sheets` that can be read; the texts of its own styles and those of its elements; what stands on it
    (`found`), what its scripts bring about, and the custom properties that must stay (`names`).
    """

    sheets: tuple[Sheet, ...]
    own: tuple[str, ...]
    of_elements: str
    found: frozenset[str]
    effects: Effects
    names: frozenset[str]


class Styles:
    """The stylesheets of one output; each is read once, and pages that use the same of them share the text."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._sheets: dict[str, tuple[Node, ...] | None] = {}
        self._runs: dict[Sequence[Sheet], tuple[list[Node], frozenset[str], Needs]] = {}
        self._possible: dict[object, tuple[Words, frozenset[str]]] = {}
        self._used: dict[str, frozenset[str]] = {}
        self._written: dict[object, str] = {}
        self._texts: dict[str, str] = {}  # with those that they import
        self.sources: set[str] = set()  # the files that were read

    def is_readable(self, path: str) -> bool:
        """Return whether the rules of a stylesheet can be moved into a page."""
        return self._read(path) is not None

    def write(self, sheets: Sequence[Sheet], around: Around) -> str:
        """Write what a page uses of neighbouring stylesheets of it, with ROOT for the way to the root of the output."""
        of = tuple(sheets)
        nodes, needs, _ = self._run(of)
        met = (around.found & needs).union(*(self._brought_about(of, script) for script in around.effects.scripts))
        words = " ".join([*around.own, around.of_elements])
        key = (of, around.sheets, met, words, around.names)
        if key not in self._written:
            others = (self._names_used(sheet[0]) for sheet in around.sheets if sheet not in of)
            names = around.names.union(*others)
            words += " ".join(self._texts.get(path, "") for path, media in around.sheets if (path, media) not in of)
            if len(self._written) >= _SHARED:
                del self._written[next(iter(self._written))]
            self._written[key] = write(used(nodes, needs - met), names, words)
        return self._written[key]

    def _run(self, of: Sequence[Sheet]) -> tuple[list[Node], frozenset[str], Needs]:
        if of not in self._runs:
            nodes = [node for sheet in of for node in self._nodes(*sheet)]
            needs = needs_in(nodes)
            self._runs[of] = nodes, needs, needs_by_word(needs)
        return self._runs[of]

    def _brought_about(self, of: Sequence[Sheet], script: Words) -> frozenset[str]:
        """Return what selectors ask for and a script may bring about."""
        key = (of, id(script))
        if key not in self._possible:
            self._possible[key] = script, brought_about(script, self._run(of)[2])  # with it, so that its id stays
        return self._possible[key][1]

    def _names_used(self, path: str) -> frozenset[str]:
        if path not in self._used:
            self._used[path] = names_used(self._read(path) or ())
        return self._used[path]

    def _nodes(self, path: str, media: str) -> Sequence[Node]:
        nodes = self._read(path) or ()
        return [Group(f"@media {media}", tuple(nodes))] if media not in {"", "all"} else nodes

    def _read(self, path: str) -> tuple[Node, ...] | None:
        """Read a sheet; None if it must stay where it is."""
        if path not in self._sheets:
            texts: dict[str, str] = {}
            try:
                self._sheets[path] = read_sheet(path, lambda each: texts.setdefault(each, self._load(each)))
            except (UnreadableError, OSError, UnicodeDecodeError, RecursionError):
                self._sheets[path] = None
            self._texts[path] = " ".join(texts.values())
        return self._sheets[path]

    def _load(self, path: str) -> str:
        self.sources.add(path)
        text = (self._output / path).read_text("utf-8")
        if "</style" in text.lower() or ROOT in text:
            raise UnreadableError("</style")
        return text
