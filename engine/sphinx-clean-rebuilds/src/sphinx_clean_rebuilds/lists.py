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
        addresses = self._addresses(builder.env.all_docs)
        self._before: dict[str, bytes] = {}
        for name in files:
            content = self._content(name) if name.endswith(_KINDS) else b""
            if len(named(content, addresses)) > 1:
                self._before[name] = content

    def _addresses(self, pages: Iterable[str]) -> set[str]:
        return {self._builder.get_target_uri(page) for page in pages} - {""}  # that of the first page in `dirhtml`

    def _content(self, name: str) -> bytes:
        try:
            return Path(self._builder.outdir, name).read_bytes()
        except OSError:
            return b""

    def need_all(self, *, other_pages: bool) -> bool:
        """Return whether all pages must be written if any is: where pages came or went, also for what is not known."""
        return any(self._known.get(name, other_pages) for name in self._before)

    def settle(self, pages: Iterable[str], *, wrote_any: bool) -> bool:
        """Give lists back what a build that wrote some of the pages cut off; returns whether one was not known."""
        addresses = self._addresses(pages)
        cut = {name for name in self._before if self._is_cut(name, addresses)}
        new = sorted(name for name in cut if not self._known.get(name))
        for name in cut:
            Path(self._builder.outdir, name).write_bytes(self._before[name])
        for name in new:
            message = "names the pages of one build alone: with %s every build that writes a page writes all"
            logger.info(message, name, location=f"{Path(self._builder.outdir, name)}:1")
        judged = self._before.keys() if wrote_any else cut
        self._known.update({name: name in cut for name in judged if name in cut or name not in self._known})
        return bool(new)

    def _is_cut(self, name: str, addresses: set[str]) -> bool:
        """Return whether names are lost; a file that is gone was removed by others."""
        now = self._content(name)
        return bool(now and named(self._before[name], addresses) - named(now, addresses))


def named(content: bytes, addresses: set[str]) -> set[str]:
    """Return the addresses of pages that stand in a file, from the root of the site or after what leads there.

    >>> sorted(named(b"<loc>https://x.example/en/a/one.html</loc> two.html", {"a/one.html", "one.html", "two.html"}))
    ['a/one.html', 'two.html']
    """
    words = _WORD.findall(content.decode("utf-8", "replace"))
    found = (next((tail for tail in _tails(word) if tail in addresses), "") for word in words)
    return {address for address in found if address}


def _tails(address: str) -> Iterator[str]:
    """Yield an address, and what is left without its first part, its first two parts, and so on."""
    while address:
        yield address
        address = address.partition("/")[2]
