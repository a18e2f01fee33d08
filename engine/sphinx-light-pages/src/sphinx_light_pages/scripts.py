"""The scripts of a page: those without a task left out, the others in one file that runs when the page is read."""

import html
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sphinx_build_cache.digests import digest
from sphinx_build_cache.scripts import without_comments

from sphinx_light_pages.markup import Address, Tag

CLASSIC = frozenset({"", "text/javascript", "application/javascript"})
FOLDER = "_static/light-pages/"
MARKING = "sphinx_highlight.js"
_TOP_LEVEL = re.compile(r"^(?:const|let|class|function|var)\s+([\w$]+)", re.MULTILINE)
_SET = re.compile(r"[\w$\])]\.([\w$]+)\s*=(?!=)")
_FREE = re.compile(r"(?<![\w$.\"'-])[A-Za-z_$][\w$]*(?![\w$\"'-]|\s*:)")
_WORD = re.compile(r"[\w$]+")
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


def movable(scripts: Iterable[tuple[Tag, Address | None]], text: Callable[[str], str]) -> list[Script]:
    """Find the scripts that may wait until the page is read, in the order in which they run.

    One that stands before a script without a file which asks for its names, or before a file of another host, stays
    where it is.
    """
    waiting: list[Script] = []
    late: list[Script] = []
    for tag, address in scripts:
        if "async" in tag.attributes or tag.get("type") not in CLASSIC:
            continue
        if address is not None:
            (late if "defer" in tag.attributes else waiting).append(Script(tag, address))
        elif tag.get("src"):
            waiting, late = [], [] if "defer" in tag.attributes else late
        elif any(_globals(text(script.address.path)) & _asked(tag.inner) for script in waiting):
            waiting = []
    return waiting + late


def only_for_marks(
    late: Sequence[Script], text: Callable[[str], str], is_quiet: Callable[[Script], bool]
) -> list[Script]:
    """Find the scripts that only serve to mark the words of a search: the one that does, and what it alone asks for.

    `is_quiet` tells of a script that it does nothing by itself.
    """
    found: list[Script] = []
    for script in reversed(late):
        is_such = script.is_simple and (script.name == MARKING or (bool(found) and is_quiet(script)))
        others = [each for each in late if each is not script and each not in found]
        own, _ = _names(text(script.address.path) if is_such else "")
        if is_such and not any(own & _asked(text(other.address.path)) for other in others):
            found.insert(0, script)
    return found


def groups(scripts: Sequence[Script], text: Callable[[str], str]) -> list[list[Script]]:
    """Put neighbours together that may share a file.

    Not two that declare the same name, of which only the second would fail alone; nor one that asks for a name which
    the other declares later.
    """
    found: list[list[Script]] = []
    declared: set[str] = set()
    words: set[str] = set()
    for script in scripts:
        own, asked = _names(text(script.address.path) if script.is_simple else "")
        is_near = bool(found) and found[-1][-1].is_simple and script.is_simple
        if is_near and not own & (declared | words):
            found[-1].append(script)
        else:
            found.append([script])
            declared, words = set(), set()
        declared |= own
        words |= asked
    return found


@cache
def _globals(text: str) -> frozenset[str]:
    """Return the names that a script may leave for others: what it declares, and what it sets on any object."""
    return frozenset(_TOP_LEVEL.findall(text)) | frozenset(_SET.findall(text))


@cache
def _asked(text: str) -> frozenset[str]:
    """Return the names that a script takes from nowhere."""
    return frozenset(_FREE.findall(text))


@cache
def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names that a script declares for all, and all its words."""
    return frozenset(_TOP_LEVEL.findall(text)), frozenset(_WORD.findall(text))


def inert(attributes: Mapping[str, str], kind: str = "lean") -> str:
    """Write the tag of a script that the loader asks for when the page has been painted; others have another kind.

    HTML lets no such block have the attributes of a script: they wait under names of their own.
    """
    kept = {name: value for name, value in attributes.items() if name not in {"type", "defer"}}
    waiting = [(name if _is_common(name) else f"{WAITING}{name}", value) for name, value in kept.items()]
    return f"<script{''.join(map(_attribute, [('type', f'text/{kind}'), *waiting]))}></script>"


def _is_common(name: str) -> bool:
    """Return whether every element may have an attribute."""
    return name in {"class", "id", "lang", "nonce", "title"} or name.startswith("data-")


def _attribute(item: tuple[str, str]) -> str:
    name, value = item
    return f' {name}="{html.escape(value)}"' if value else f" {name}"


def bundle_path(texts: Iterable[str]) -> str:
    """Name a file with several scripts after its content."""
    return f"{FOLDER}{digest(chr(0).join(texts), 12)}.js"


def bundle(texts: Iterable[str]) -> str:
    """Put scripts into one; the semicolon keeps a "use strict" of the first from holding for all."""
    return ";" + "\n;".join(without_comments(text).strip() for text in texts) + "\n"
