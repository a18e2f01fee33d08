"""The text of a page: the tags that load something with their places, what stands on it, where its addresses lead."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

# As a browser reads it: a quotation mark counts after "=" only. Nothing here is tried twice, however odd the text.
_INSIDE = r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+"
_ANY = re.compile(rf"<[a-zA-Z]{_INSIDE}>")
_TAG = re.compile(
    rf"<!--.*?-->|<(link)\b({_INSIDE})>|<(script|style|textarea|pre|code)\b({_INSIDE})>(.*?)</\3\s*>",
    re.DOTALL | re.IGNORECASE,
)
_OPAQUE = re.compile(rf"<!--.*?-->|<(script|style|textarea)\b{_INSIDE}>.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_SYMBOL = re.compile(r"<symbol id=\"([^\"]+)\".*?</symbol>", re.DOTALL)
_USE = re.compile(r"#([\w-]+)")
_LONG = 60  # letters of a value that no selector asks for
_BOUND = (":", "@", "x-", "v-")  # begin the names of attributes that are code to Alpine.js, Vue and their like


@dataclass(frozen=True, slots=True)
class Tag:
    """An element from `start` to `end` in the text; attributes without a value have an empty one."""

    name: str
    attributes: Mapping[str, str]
    inner: str
    start: int
    end: int

    def get(self, name: str) -> str:
        """Return an attribute in lower case, or nothing."""
        return self.attributes.get(name, "").strip().lower()


def tags_of(text: str) -> Iterator[Tag]:
    """Yield the links, scripts and styles, and the elements whose text is kept as it is, in their order."""
    for found in _TAG.finditer(text):
        name = found[1] or found[3]
        if name:
            yield Tag(name.lower(), _attributes(found[2] or found[4] or ""), found[5] or "", *found.span())


def _attributes(text: str) -> dict[str, str]:
    return {
        name.lower(): html.unescape(first or second or third) for name, first, second, third in _ATTRIBUTE.findall(text)
    }


def found_on(text: str) -> tuple[frozenset[str], str, str]:
    """Return what selectors may ask for (`p`, `.class`, `#id`, `[name]`, `[name=value]`), and tags' style and code."""
    found: set[str] = set()
    styles: list[str] = []
    code: set[str] = set()
    for tag in set(_ANY.findall(text)):
        names, values, bound = _found_in(tag)
        found |= names
        styles += values
        code.update(bound)
    return frozenset(found), " ".join(sorted(styles)), "\n".join(sorted(code))


@lru_cache(maxsize=4096)  # most tags of a page stand on the others too
def _found_in(tag: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    name, *_ = re.split(r"[\s/>]", tag[1:], maxsplit=1)
    attributes = _attributes(tag[1 + len(name) : -1])
    found = {name.lower()}
    for key, value in attributes.items():
        found.add(f"[{key}]")
        if key == "class":
            found.update(f".{each}" for each in value.split())
        elif key == "id":
            found.add(f"#{value}")
        if len(value) < _LONG:
            found.add(f"[{key}={value.lower()}]")
    styles = tuple(attributes[key] for key in ("style", "font-family") if key in attributes)
    bound = (f"{key} {value}".replace("`", " ") for key, value in attributes.items() if key.startswith(_BOUND))
    return frozenset(found), styles, tuple(f"`{each}`" for each in bound)  # as a string of a script


def attributes_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each attribute of the elements of a page once, in the order of the page."""
    seen: set[str] = set()
    for tag in _ANY.findall(_OPAQUE.sub("", text)):
        if tag not in seen:
            seen.add(tag)
            yield from _attributes(re.split(r"[\s/>]", tag, maxsplit=1)[1][:-1]).items()


@dataclass(frozen=True, slots=True)
class Address:
    """A file of the output that a page refers to: its path, and what stands before and after it in the address."""

    path: str
    prefix: str
    query: str


def resolve(address: str, page: str, is_file: Callable[[str], bool]) -> Address | None:
    """Find the file that an address on a page means, or nothing where it lies outside; `is_file` is asked for paths.

    An address that starts with a slash is found by its end, wherever the site hangs.
    """
    if not address or address.startswith("//") or re.match(r"[a-zA-Z][\w+.-]*:", address):
        return None
    path, mark, query = address.partition("?")
    if not path.startswith("/"):
        own = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
        return Address(own, "../" * page.count("/"), mark + query) if is_file(own) else None
    parts = path.split("/")
    for start in range(1, len(parts)):
        own = "/".join(parts[start:])
        if own and is_file(own):
            return Address(own, "/".join(parts[:start]) + "/", mark + query)
    return None


def replaced(text: str, edits: Mapping[tuple[int, int], str]) -> str:
    """Put other texts in the place of parts of a text."""
    pieces, done = [], 0
    for (start, end), new in sorted(edits.items()):
        pieces += [text[done:start], new]
        done = end
    return "".join([*pieces, text[done:]])


def without_unused_symbols(text: str) -> str:
    """Leave out the drawings that stand on a page for later use and are not used."""
    used = set(_USE.findall(text))
    return _SYMBOL.sub(lambda found: found[0] if found[1] in used else "", text)
