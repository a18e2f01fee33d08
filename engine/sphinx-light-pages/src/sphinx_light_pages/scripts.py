"""The scripts of a page: those without a task left out, the others in one file that runs when the page is read."""

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sphinx_build_cache.digests import digest
from sphinx_build_cache.scripts import without_comments

from sphinx_light_pages.markup import Address, Tag

CLASSIC = frozenset({"", "text/javascript", "application/javascript"})
FOLDER = "_static/light-pages/"
LARGE = 50_000  # letters of a script that has a file of its own
_DENSE = 200  # letters a line, from which on a script was made short by its authors
_TOP_LEVEL = re.compile(r"^(?:const|let|class|function|var)\s+([\w$]+)", re.MULTILINE)
_SET = re.compile(r"[\w$\])]\.([\w$]+)\s*=(?!=)")
_OF_WINDOW = re.compile(r"\b(?:window|globalThis|self)\.([\w$]+)\s*=(?!=)")
_THROUGH_WINDOW = re.compile(r"\b(?:window|globalThis|self|this|top|parent|frames)\s*\??\.\s*([\w$]+)")
# What may be a name of all, in a group; before it, what is the key or the property of an object.
_WANTED = re.compile(r"[{,]\s*[\w$]+\s*:|(?<!\.\.)\.\s*[\w$]+|([A-Za-z_$][\w$]*)")
_FREE = re.compile(r"(?<![\w$.\"'-])[A-Za-z_$][\w$]*(?![\w$\"'-]|\s*:)")
# What a script works with, whatever it is; but for words of the language, and what every browser has.
_USED = re.compile(r"(?<![\w$.\"'-])([A-Za-z_$][\w$]*)\s*(?=\?\.|[.(\[])")
_COMMON = frozenset("catch console document for function if localStorage return switch this while window".split())
_OWN = re.compile(r"\b(?:const|let|class|function|var)\s+([\w$]+)")
# How else those who bundle scripts may leave a name for others: as a key, a later variable, a word that is set.
_LEFT = re.compile(r"(?<![\w$])([\w$]+)[\"']?\]?\s*(?:=(?![=>])|:)|[\"']([\w$]+)[\"']\s*,")
_TEXT = r"\"(?:\\.|[^\"\\\n])*+\"|'(?:\\.|[^'\\\n])*+'"
# What opens and closes blocks, outside of texts, and what declares names there; regular expressions may mislead it.
_STRUCTURE = re.compile(
    rf"{_TEXT}|`(?:\\.|[^`\\])*+`|/\*.*?\*/"
    r"|(?P<open>[{(\[])|(?P<close>[})\]])|\b(?P<declared>(?:const|let|class|function)\b\s*\*?\s*[\w$\[{])",
    re.DOTALL,
)
# By its own address; but the root of the site lies two folders above that of shared files too.
_OWN_FOLDER = re.compile(
    r"(?<!\"\.\./\.\.\", document\.)(?<!\"\.\./\.\.\",document\.)\bcurrentScript\??\.src\b|document\.scripts\b"
)
_SIMPLE = frozenset({"src", "type", "defer", "charset"})
WAITING = "data-lean-"  # before the names of attributes, until the script is asked for


@dataclass(frozen=True, slots=True)
class Script:
    """A script of the site on a page."""

    tag: Tag
    address: Address

    @property
    def name(self) -> str:
        """The file without its folder."""
        return self.address.path.rsplit("/", 1)[-1]

    @property
    def is_simple(self) -> bool:
        """Return whether it may share a file: it reads no attributes of its own, and belongs to the theme."""
        return self.tag.attributes.keys() <= _SIMPLE and self.address.path.startswith("_static/")

    def may_be_bundled(self, text: Callable[[str], str]) -> bool:
        """Return whether it may share a file with others.

        Not one that finds further files from its own folder. A large one is kept by the browser for all pages.
        """
        if not self.is_simple:
            return False
        code = text(self.address.path)
        return len(code) < LARGE and not _finds_its_folder(code)


@lru_cache(maxsize=64)
def _finds_its_folder(text: str) -> bool:
    return _OWN_FOLDER.search(text) is not None


def movable(scripts: Iterable[tuple[Tag, Address | None]], text: Callable[[str], str]) -> list[Script]:
    """Find the scripts that may wait until the page is read, in the order in which they run.

    One that stands before a script without a file which asks for its names, or before a file of another host, stays
    where it is; so does one whose names such a script asks for earlier, which then waits for the end of the page.
    """
    waiting: list[Script] = []
    late: list[Script] = []
    asked: frozenset[str] = frozenset()
    for tag, address in scripts:
        if "async" in tag.attributes or tag.get("type") not in CLASSIC:
            continue
        inner = _code(tag.inner)
        if address is None and not tag.get("src"):
            asked |= _asked(inner)
        if address is not None and asked & _declared(text(address.path)):
            waiting, late = [], [] if "defer" in tag.attributes else late
        elif address is not None:
            (late if "defer" in tag.attributes else waiting).append(Script(tag, address))
        elif tag.get("src"):
            waiting, late = [], [] if "defer" in tag.attributes else late
        elif any(_is_asked(text(script.address.path), inner) for script in waiting):
            waiting = []
    return waiting + late


def groups(scripts: Sequence[Script], text: Callable[[str], str]) -> list[list[Script]]:
    """Put neighbours together that may share a file.

    Not two that declare the same name, of which only the second would fail alone; nor one that asks for a name which
    the other declares later.
    """
    found: list[list[Script]] = []
    declared: set[str] = set()
    wanted: set[str] = set()
    is_near = False
    for script in scripts:
        if not script.may_be_bundled(text):
            found.append([script])
            is_near = False
            continue
        own, asked = _names(text(script.address.path))
        if is_near and not own & (declared | wanted):
            found[-1].append(script)
        else:
            found.append([script])
            declared, wanted = set(), set()
        is_near = True
        declared |= own
        wanted |= asked
    return found


@lru_cache(maxsize=64)
def _code(text: str) -> str:
    """Return a script without its comments, which ask for nothing."""
    return without_comments(text) if text.strip() else ""


def _is_asked(text: str, inner: str) -> bool:
    """Return whether a script may leave what one without a file asks for."""
    return bool(_globals(text) & _asked(inner) or _left(text) & _used(inner))


@lru_cache(maxsize=64)
def _left(text: str) -> frozenset[str]:
    """Return all that may be the name of something which a script makes."""
    return frozenset(name for found in _LEFT.findall(text) for name in found)


@lru_cache(maxsize=64)
def _used(text: str) -> frozenset[str]:
    """Return the names of what a script works with and has not made itself."""
    return frozenset(_USED.findall(re.sub(_TEXT, "", text))) - _COMMON - frozenset(_OWN.findall(text))


@lru_cache(maxsize=64)
def _globals(text: str) -> frozenset[str]:
    """Return the names that a script may leave for others: what it declares, and what it sets on any object."""
    return frozenset(_TOP_LEVEL.findall(text)) | frozenset(_SET.findall(text))


@lru_cache(maxsize=64)
def _declared(text: str) -> frozenset[str]:
    """Return the names that a script declares for all."""
    return frozenset(_TOP_LEVEL.findall(text)) | frozenset(_OF_WINDOW.findall(text))


@lru_cache(maxsize=64)
def _asked(text: str) -> frozenset[str]:
    """Return the names that a script takes from nowhere."""
    return frozenset(_FREE.findall(text))


@lru_cache(maxsize=64)
def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that a script declares for all, and those that it asks for; properties of objects are none."""
    wanted = {*_WANTED.findall(text), *_THROUGH_WINDOW.findall(text)} - {""}
    return frozenset(_TOP_LEVEL.findall(text)), frozenset(wanted)


def inert(attributes: Mapping[str, str]) -> str:
    """Write the tag of a script that the loader asks for when the page has been painted.

    HTML lets no such block have the attributes of a script: they wait under names of their own.
    """
    kept = {name: value for name, value in attributes.items() if name not in {"type", "defer"}}
    waiting = [(name if _is_common(name) else f"{WAITING}{name}", value) for name, value in kept.items()]
    return f"<script{''.join(map(_attribute, [('type', 'text/lean'), *waiting]))}></script>"


def _is_common(name: str) -> bool:
    """Return whether every element may have an attribute."""
    return name in {"class", "id", "lang", "nonce", "title"} or name.startswith("data-")


def _attribute(item: tuple[str, str]) -> str:
    name, value = item
    return f' {name}="{html.escape(value)}"' if value else f" {name}"


def path_of(texts: Iterable[str], kind: str) -> str:
    """Name a file after what is in it."""
    return f"{FOLDER}{digest(chr(0).join(texts), 12)}{kind}"


def bundle(texts: Iterable[str]) -> str:
    """Put scripts into one, where one that fails does not stop those behind it, unless it declares names for them.

    The semicolon keeps a "use strict" of the first from holding for all.
    """
    *parts, last = (short(text).strip() for text in texts)
    return ";" + "\n;".join([*map(_contained, parts), last]) + "\n"


def _contained(code: str) -> str:
    """Let a script fail alone: what it declares in no block of its own would be unknown outside of one."""
    return f"try{{{code}\n}}catch(error){{setTimeout(()=>{{throw error}})}}" if _keeps_to_itself(code) else code


def _keeps_to_itself(code: str) -> bool:
    """Return whether a script surely declares nothing outside of its own blocks, but for what `var` does."""
    depth = 0
    for found in _STRUCTURE.finditer(code):
        if found.lastgroup == "declared" and not depth:
            return False
        depth += {"open": 1, "close": -1}.get(found.lastgroup or "", 0)
    return depth == 0


def short(text: str) -> str:
    """Leave out what a browser does not need, unless the authors of a script have done so."""
    return text if len(text) > _DENSE * (text.count("\n") + 1) else without_comments(text).strip()
