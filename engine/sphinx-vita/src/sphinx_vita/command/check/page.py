"""A built page as a visitor reads it: text without marks, permalinks and words for screen readers."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import SplitResult, unquote, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

_UNSEEN = "script, style, template, svg, a.headerlink, .vita-spoken, .vita-mark"
_BLOCKS = "p, li, ul, ol, dl, dt, dd, div, section, table, caption, tr, td, th, h1, h2, h3, h4, pre, nav, br"
_END = "\x1e"  # of a block; white space, as line feeds are
_FOLDED = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("‘’‚", "'"), **dict.fromkeys("“”„", '"')})
_ADDRESSES = ("href", "src", "action", "poster", "data", "xlink:href")


def fold(text: str) -> str:
    """Write a text with single spaces, plain dashes and plain quotes, so that typography does not count.

    >>> fold("2019 –  2023")
    '2019 - 2023'
    """
    return " ".join(text.translate(_FOLDED).split())


def read(element: Tag, without: str = "") -> str:
    """Return the folded text that a visitor sees of an element; `without` selects more to leave out."""
    return fold(" ".join(read_lines(element, without)))


def read_lines(element: Tag, without: str = "") -> list[str]:
    """Return that text as it is written, a line for each block."""
    shown = copy.copy(element)
    for hidden in shown.select(", ".join(filter(None, (_UNSEEN, without)))):
        hidden.decompose()
    for block in shown.select(_BLOCKS):
        block.insert_before(_END)
        block.insert_after(_END)
    for text in shown.select("pre"):
        text.string = text.get_text().replace("\n", _END)
    return [" ".join(line.split()) for line in shown.get_text().split(_END) if line.strip()]


def is_external(address: str) -> bool:
    """Whether an address leads out of the site, to a host, a mailbox or a telephone."""
    parts = split(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def split(address: str) -> SplitResult:
    """Cut an address into its parts; one that is none, such as `https://[x`, leads to a host that nobody has."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("https", address.partition("//")[2], "", "", "")


@dataclass(frozen=True)
class Page:
    """One built page; `path` is relative to the site's root, `prefix` the path of that root on its host."""

    path: str
    html: str
    prefix: str = "/"

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The page as a tree."""
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def article(self) -> Tag:
        """What the page itself says, without the theme's frame; the whole page where it has no frame."""
        found = self.soup.select_one("article, main, [role=main], div.body, body")
        return self.soup if found is None else found

    @cached_property
    def text(self) -> str:
        """The article as a visitor reads it."""
        return read(self.article)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The anchors of the page."""
        named = [str(link["name"]) for link in self.soup.select("a[name]")]
        return frozenset([*(str(element["id"]) for element in self.soup.select("[id]")), *named])

    @cached_property
    def leads_on(self) -> str | None:
        """The address to which the page sends its visitors at once; None where it is no redirect."""
        meta = self.soup.find("meta", attrs={"http-equiv": re.compile("refresh", re.IGNORECASE)})
        if not isinstance(meta, Tag):
            return None
        return str(meta.get("content", "")).partition("=")[2].strip("'\" ")

    def addresses(self) -> list[tuple[Tag, str]]:
        """Return every address in an attribute of the page, with its element."""
        return self._addresses

    @cached_property
    def _addresses(self) -> list[tuple[Tag, str]]:
        return list(self._find_addresses())

    def _find_addresses(self) -> Iterator[tuple[Tag, str]]:
        for element in self.soup.find_all(True):
            for name in _ADDRESSES:
                if value := element.get(name):
                    yield element, str(value)
            for candidate in str(element.get("srcset", "")).split(","):
                if candidate.strip():
                    yield element, candidate.split()[0]

    def resolve(self, address: str) -> tuple[str, str] | None:
        """Return the file of the site, and the id in it, that an internal address means; None where it leads out."""
        plain, fragment = urldefrag(urljoin(f"https://here{self.prefix}{self.path}", address))
        path = unquote(urlsplit(plain).path)
        if not path.startswith(self.prefix):
            return None
        path = path.removeprefix(self.prefix)
        return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(fragment)

    def sections(self) -> dict[str, str]:
        """Cut the article at its second headings; "" has what stands above the first of them."""
        title = self.article.select_one("section > h1")
        top = title.parent if title is not None else None
        if not isinstance(top, Tag):
            return {"": self.text}
        parts = {"": read(top, without=":scope > section")}
        for part in top.select(":scope > section"):
            heading = part.select_one(":scope > h2")
            parts.setdefault(read(heading) if heading is not None else "", read(part))
        return parts
