"""A page under a strict Content-Security-Policy: what runs and dresses stands in files, or the page names its hash."""

import base64
import html
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from sphinx_light_pages.markup import Tag, attributes_in, replaced, tags_of
from sphinx_light_pages.scripts import CLASSIC, FOLDER

# What runs; a block of any other type is data to the browser.
RUNS = CLASSIC | {"module"}
_READ = frozenset({"importmap", "speculationrules"})  # by the browser, and never from a file
_CHARSET = re.compile(r"<meta\s[^>]*charset[^>]*>", re.IGNORECASE)
_HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
_URL = re.compile(r"(url\(\s*[\"']?)(?![a-zA-Z][\w+.-]*:|[/#\"'])")
_CDATA = re.compile(r"\s*<!\[CDATA\[(.*)\]\]>\s*", re.DOTALL)
_TEXT = re.compile(r"textContent = String\.raw`([^`]*)`")
# Sphinx writes some, such as the widths of columns; they cannot run anything.
ATTRIBUTES = "style-src-attr 'unsafe-inline'"
Keep = Callable[[str, str], str]


def as_files(text: str, page: str, keep: Keep) -> str:
    """Return a page with nothing in it that runs or dresses; `keep` takes an ending and a text, and gives an address.

    For a header such as `script-src 'self'; style-src 'self'`.
    """
    edits: dict[tuple[int, int], str] = {}
    for tag in tags_of(text):
        if tag.name == "script" and tag.get("type") in RUNS and "src" not in tag.attributes and tag.inner.strip():
            kept = {name: value for name, value in tag.attributes.items() if name != "nonce"}
            edits[tag.start, tag.end] = f"<script{_written({**kept, 'src': keep('.js', tag.inner)})}></script>"
        elif tag.name == "style":
            way = posixpath.relpath(posixpath.dirname(page) or ".", FOLDER)
            css = _URL.sub(rf"\g<1>{way}/", _style(text, tag))
            link = {"rel": "stylesheet", **tag.attributes, "href": keep(".css", css)}
            drawing = _drawing(text, tag)
            place = tag.start if drawing < 0 else drawing  # which holds no links
            edits[place, place] = edits.get((place, place), "") + f"<link{_written(link)}>"
            edits[tag.start, tag.end] = ""
    return replaced(text, edits)


def _drawing(text: str, tag: Tag) -> int:
    """Return where the drawing begins in which a style stands; -1 where it stands in none."""
    start = text.rfind("<svg", 0, tag.start)
    return -1 if text.find("</svg", start, tag.start) >= 0 else start


def _style(text: str, tag: Tag) -> str:
    """Return a style as a browser reads it: in a drawing, its signs may be written as of a text."""
    if _drawing(text, tag) < 0:
        return tag.inner
    found = _CDATA.fullmatch(tag.inner)
    return found[1] if found else html.unescape(tag.inner)


def with_hashes(text: str) -> str:
    """Return a page that tells the browser which scripts and styles are its own; it needs no header for them."""
    runs = [(tag, tag.get("type")) for tag in tags_of(text) if tag.name == "script"]
    inline = [tag.inner for tag, kind in runs if "src" not in tag.attributes and kind in RUNS | _READ]
    styles = [_style(text, tag) for tag in tags_of(text) if tag.name == "style"]
    hosts = {_host(tag.attributes.get("src", "")) for tag, _ in runs}
    links = [tag for tag in tags_of(text) if tag.name == "link" and "stylesheet" in tag.get("rel").split()]
    sheets = {_host(tag.attributes.get("href", "")) for tag in links}
    handlers = [value for name, value in attributes_in(text) if name.startswith("on")]
    unsafe = ["'unsafe-hashes'"] if handlers else []
    # Sphinx's search reads the pages that it finds, and their styles are not those of its own page.
    is_search = 'id="search-results"' in text
    may_dress = "'self' 'unsafe-inline'" if is_search else _sources(sheets, styles)
    may_run = _sources(hosts, [*inline, *handlers, _rules()], *unsafe)
    content = f"script-src {may_run}; style-src {may_dress}; {ATTRIBUTES}"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(content)}">'
    found = _CHARSET.search(text) or _HEAD.search(text)
    return text[: found.end()] + meta + text[found.end() :] if found else text


def problems(text: str, kind: str) -> Iterator[str]:
    """Yield what a strict policy refuses all the same; `kind` tells how the page stands under it."""
    for tag in tags_of(text):
        if kind == "files" and tag.name == "script" and tag.get("type") in _READ and "src" not in tag.attributes:
            yield f'<script type="{tag.get("type")}">'
    for name, value in attributes_in(text):
        is_script = name in {"href", "action"} and value.strip().lower().startswith("javascript:")
        if is_script or (kind == "files" and name.startswith("on")):
            yield f'{name}="{value}"'


def header() -> str:
    """Return the policy for all pages that have nothing in them; a site that names other hosts adds these."""
    return f"script-src {_sources([], [_rules()])}; style-src 'self'; {ATTRIBUTES}"


@cache
def _rules() -> str:
    """Return the rules for prefetching, which a script of this package puts into pages."""
    script = (Path(__file__).parent / "static/prefetch.js").read_text("utf-8")
    (rules,) = _TEXT.findall(script)
    return str(rules)


def _sources(hosts: Iterable[str], texts: Iterable[str], *more: str) -> str:
    return " ".join(["'self'", *sorted(filter(None, hosts)), *more, *sorted(set(map(_hash, texts)))])


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme or 'https'}://{parts.netloc}" if parts.netloc else ""


def _hash(text: str) -> str:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")  # as a browser reads it
    return f"'sha256-{base64.b64encode(sha256(unified.encode()).digest()).decode()}'"


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{html.escape(value)}"' if value else f" {name}" for name, value in attributes.items())
