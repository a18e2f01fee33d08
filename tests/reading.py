"""The built site as a visitor reads it: text without marks, permalinks and words for screen readers."""

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

SEEN_ONLY_BY_MACHINES = "script, style, template, svg, a.headerlink, .vita-spoken, .vita-mark"
BLOCKS = "p, li, ul, ol, dl, dt, dd, div, section, table, caption, tr, td, th, h1, h2, h3, h4, pre, nav, br"
FOLDED = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("‘’‚", "'"), **dict.fromkeys("“”„", '"')})


def fold(text: str) -> str:
    """Write a text with single spaces, plain dashes and plain quotes, so that typography does not count."""
    return " ".join(text.translate(FOLDED).split())


def read(element: Tag, without: str = "") -> str:
    """Give the folded text that a visitor sees of an element; `without` selects more to leave out."""
    shown = copy.copy(element)
    for hidden in shown.select(", ".join(filter(None, (SEEN_ONLY_BY_MACHINES, without)))):
        hidden.decompose()
    for block in shown.select(BLOCKS):
        block.insert_before("\n")
        block.insert_after("\n")
    return fold(shown.get_text())


@dataclass(frozen=True)
class Page:
    """One built page; `path` is relative to the site's root, with slashes."""

    path: str
    soup: BeautifulSoup

    @cached_property
    def article(self) -> Tag:
        """What the page itself says, without the theme's frame."""
        return the(self.soup, "article")

    @cached_property
    def text(self) -> str:
        """The article as a visitor reads it."""
        return read(self.article)

    def addresses(self) -> Iterator[tuple[Tag, str]]:
        """Every address in an attribute of the page, with its element."""
        for element in self.soup.find_all(True):
            for name in ("href", "src", "action", "poster", "data", "xlink:href"):
                if value := element.get(name):
                    yield element, str(value)
            for candidate in str(element.get("srcset", "")).split(","):
                if candidate.strip():
                    yield element, candidate.split()[0]

    def resolve(self, address: str) -> tuple[str, str]:
        """Give the file within the site, and the id in it, that an internal address means."""
        plain, fragment = urldefrag(urljoin(f"https://here/{self.path}", address))
        path = unquote(urlsplit(plain).path).lstrip("/")
        return (f"{path}index.html" if path == "" or path.endswith("/") else path), unquote(fragment)


def read_site(folder: Path) -> dict[str, Page]:
    """Give all pages of a built site by path, in a fixed order; the theme's own files are none."""
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*.html"))
    return {
        path.as_posix(): Page(path.as_posix(), BeautifulSoup((folder / path).read_text("utf-8"), "html.parser"))
        for path in paths
        if path.parts[0] != "_static"
    }


def is_external(address: str) -> bool:
    """Whether an address leads out of the site, to a host, a mailbox or a telephone."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def the(element: Tag, selector: str) -> Tag:
    """Give the only element that the selector finds; fails where there is none, or another."""
    found = element.select(selector)
    assert len(found) == 1, f"{len(found)} elements are {selector!r}, there must be one"
    return found[0]


def numbers_of(text: str) -> set[str]:
    """Give the telephone numbers in a text, only their digits."""
    written = re.findall(r"\+\d[\d ()./-]{6,}\d|\(\d{3}\) ?\d{3}[ .-]\d{4}|(?<![\d.-])\d{3}-\d{3}-\d{4}(?![\d-])", text)
    return {re.sub(r"\D", "", number) for number in written}


def mailboxes_of(text: str) -> set[str]:
    """Give the e-mail addresses in a text."""
    return set(re.findall(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text))


def files_of(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file under a folder, by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
