"""Files in which other extensions name pages, such as a sitemap: some name those alone that one build has written.

Such a file shows itself when a build writes some pages only: names are lost of pages that are still there. It gets back
what it had, and from then on a build that writes any page writes all of them.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util import logging

logger = logging.getLogger(__name__)
_KINDS = (".json", ".txt", ".xml")
_WORD = re.compile(r"[^\s\"'<>()\[\],#?]+")


class Lists:
    """The lists that stand in the output when a build starts; `known` says of some whether a build cuts them short."""

    def __init__(self, builder: StandaloneHTMLBuilder, files: Iterable[str], known: dict[str, bool]) -> None:
        self._builder, self._known = builder, known
        files = (name for name in files if name.endswith(_KINDS))
        texts = {name: file.read_text("utf-8", "replace") for name in files if (file := self._file(name)).is_file()}
        pages = builder.env.all_docs
        self._before = {name: text for name, text in texts.items() if len(named(builder, text, pages)) > 1}

    def _file(self, name: str) -> Path:
        return Path(self._builder.outdir, name)

    def need_all(self, *, other_pages: bool) -> bool:
        """Return whether all pages must be written if any is: where pages came or went, also for what is not known."""
        return any(self._known.get(name, other_pages) for name in self._before)

    def settle(self, pages: Iterable[str], *, wrote_any: bool) -> bool:
        """Give lists back what a build that wrote some of the pages cut off; returns whether one was not known."""
        cut = [name for name in self._before if self._is_cut(name, set(pages))]
        for name in cut:
            self._file(name).write_text(self._before[name], "utf-8")
            if not self._known.get(name):
                message = "names the pages of one build alone: with %s every build that writes a page writes all"
                logger.info(message, name, location=str(self._file(name)))
        new = {name: name in cut for name in self._before if name in cut or (wrote_any and name not in self._known)}
        is_new = any(cut and not self._known.get(name) for name, cut in new.items())
        self._known |= new
        return is_new

    def _is_cut(self, name: str, pages: set[str]) -> bool:
        try:
            text = self._file(name).read_text("utf-8", "replace")
        except FileNotFoundError:
            return False
        return bool(named(self._builder, self._before[name], pages) - named(self._builder, text, pages))


def named(builder: StandaloneHTMLBuilder, text: str, pages: Iterable[str]) -> set[str]:
    """Return the pages whose addresses stand in a text."""
    by_address = {builder.get_target_uri(page): page for page in pages}
    by_address.pop("", None)  # the first page of `dirhtml`
    found = {by_address.get(tail) for word in _WORD.findall(text) for tail in _tails(word)}
    return {page for page in found if page is not None}


def _tails(address: str) -> Iterator[str]:
    """Yield an address, and what is left without its first part, its first two parts, and so on."""
    while address:
        yield address
        address = address.partition("/")[2]
