"""A page under a strict Content-Security-Policy: what runs and dresses stands in files, or the page names its hash."""

import base64
import html
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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
_TEXT = re.compile(r"textContent = String\.raw`([^`]*)`")
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
            css = _URL.sub(rf"\g<1>{way}/", tag.inner)
            link = {"rel": "stylesheet", **tag.attributes, "href": keep(".css", css)}
            place = _place(text, tag)
            edits[place, place] = edits.get((place, place), "") + f"<link{_written(link)}>"
            edits[tag.start, tag.end] = edits.get((tag.start, tag.end), "")
    return replaced(text, edits)


def _place(text: str, tag: Tag) -> int:
    """Return where the link for a style belongs: before the drawing in which the style stands, which holds no links."""
    start = text.rfind("<svg", 0, tag.start)
    return start if start >= 0 and text.find("</svg", start, tag.start) < 0 else tag.start


def with_hashes(text: str) -> str:
    """Return a page that tells the browser which scripts and styles are its own; it needs no header for them."""
    runs = [(tag, tag.get("type")) for tag in tags_of(text) if tag.name == "script"]
    inline = [tag.inner for tag, kind in runs if "src" not in tag.attributes and kind in RUNS | _READ]
    styles = [tag.inner for tag in tags_of(text) if tag.name == "style"]
    hosts = {_host(tag.attributes.get("src", "")) for tag, _ in runs}
    sheets = {_host(tag.attributes.get("href", "")) for tag in tags_of(text) if tag.name == "link"}
    attributes = list(attributes_in(text))
    handlers = [value for name, value in attributes if name.startswith("on")]
    dressed = [value for name, value in attributes if name == "style"]
    may_run = _sources(hosts, inline, handlers, rules_hash())
    content = f"script-src {may_run}; style-src {_sources(sheets, styles, dressed)}"
    meta = f'<meta http-equiv="Content-Security-Policy" content="{html.escape(content)}">'
    found = _CHARSET.search(text) or _HEAD.search(text)
    return text[: found.end()] + meta + text[found.end() :] if found else text


def problems(text: str) -> Iterator[str]:
    """Yield what a header without `unsafe-inline` refuses though nothing stands in the page but addresses."""
    for tag in tags_of(text):
        if tag.name == "script" and tag.get("type") in _READ and "src" not in tag.attributes:
            yield f'<script type="{tag.get("type")}">'
    for name, value in attributes_in(text):
        is_script = name in {"href", "action"} and value.strip().lower().startswith("javascript:")
        if is_script or name.startswith("on"):
            yield f'{name}="{value}"'


def rules_hash() -> str:
    """Return the hash of the rules for prefetching, which a script of this package puts into pages."""
    script = (Path(__file__).parent / "static/prefetch.js").read_text("utf-8")
    (rules,) = _TEXT.findall(script)
    return _hash(rules)


def _sources(hosts: Iterable[str], texts: Iterable[str], attributes: Sequence[str], *more: str) -> str:
    hashes = {*map(_hash, texts), *map(_hash, attributes), *more}
    unsafe = ["'unsafe-hashes'"] if attributes else []
    return " ".join(["'self'", *sorted(filter(None, hosts)), *unsafe, *sorted(hashes)])


def _host(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme or 'https'}://{parts.netloc}" if parts.netloc else ""


def _hash(text: str) -> str:
    unified = text.replace("\r\n", "\n").replace("\r", "\n")  # as a browser reads it
    return f"'sha256-{base64.b64encode(sha256(unified.encode()).digest()).decode()}'"


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{html.escape(value)}"' if value else f" {name}" for name, value in attributes.items())
