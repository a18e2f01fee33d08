"""A stylesheet as rules that can be kept or left out one by one; what is in a rule is read when a page keeps it."""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import tinycss2
from tinycss2 import ast

from sphinx_light_pages.blocks import Block, OddError, blocks_of
from sphinx_light_pages.selectors import Selector, read_selectors
from sphinx_light_pages.squeeze import rebase, squeezed, text_of_url

# Rules that hold rules.
GROUPS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style", "-moz-document"})
_NAME = re.compile(r"--[\w-]+")
_ASKED = re.compile(r"var\(\s*+(--[\w-]+)", re.IGNORECASE)
_WORDS = re.compile(r"(?<![\w-])[^\W\d_][\w-]*")
_WORD = re.compile(r"@([\w-]+)\s*(.*)", re.DOTALL)
# Declarations in which white space and commas are all that can be written shorter.
_PLAIN = re.compile(r"[^/\\\"'(){}\[\]@<&]*+")
_SPACE = re.compile(r"\s+")
_COMMA = re.compile(r" ?, ?")
_IMPORTANT = re.compile(r" ?! ?important$", re.IGNORECASE)
_DECLARED = re.compile(r"\s*(-?[A-Za-z_][\w-]*|--[\w-]+)\s*:(.*)", re.DOTALL | re.ASCII)


def names_in(text: str) -> frozenset[str]:
    """Return the custom properties that a text speaks of."""
    return frozenset(_NAME.findall(text))


class UnreadableError(Exception):
    """A stylesheet holds what cannot be moved into a page."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """A declaration, or a nested rule, for which `name` is empty; `uses` are the custom properties in its value."""

    name: str
    text: str
    uses: frozenset[str]


@dataclass(frozen=True)
class Rule:
    """Declarations for selectors, as they are written in a sheet of a folder.

    `is_whole` tells that browsers may differ about one of the selectors, and leave out the rule for it.
    """

    selectors: tuple[Selector, ...]
    is_whole: bool
    _body: str
    _folder: str

    @cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """What is declared."""
        return tuple(_declarations(self._body, self._folder))

    @cached_property
    def uses(self) -> frozenset[str]:
        """The custom properties in what is declared, but for those that custom properties refer to."""
        return frozenset().union(*(each.uses for each in self.declarations if not each.name.startswith("--")))

    @property
    def asks(self) -> frozenset[str]:
        """The custom properties that values refer to."""
        return frozenset(_ASKED.findall(self._body))

    @cached_property
    def custom(self) -> tuple[Declaration, ...]:
        """The custom properties that are declared."""
        return tuple(each for each in self.declarations if each.name.startswith("--"))

    @cached_property
    def text(self) -> str:
        """All that is declared, as text."""
        return ";".join(each.text for each in self.declarations)


@dataclass(frozen=True, slots=True)
class Group:
    """Rules under a condition, such as `@media print`."""

    head: str
    rules: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Any other rule; one with a name is kept where the words of the name are used (`@keyframes`, `@font-face`)."""

    words: frozenset[str]  # in lower case
    text: str
    uses: frozenset[str]

    @property
    def asks(self) -> frozenset[str]:
        """The custom properties in it."""
        return self.uses


Node = Rule | Group | Statement


def read_sheet(path: str, load: Callable[[str], str]) -> tuple[Node, ...]:
    """Read the stylesheet at a path of the output; `load` gives the text of a path, also of those that it imports.

    Raises UnreadableError where it cannot be moved into a page.
    """
    text = load(path)
    return tuple(_nodes(_blocks(text), posixpath.dirname(path), load))


def _blocks(text: str) -> list[Block]:
    try:
        return list(blocks_of(text))
    except OddError:
        return list(_read_blocks(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)))


def _read_blocks(rules: Sequence[Any]) -> Iterator[Block]:
    """Yield the rules of a sheet as a browser reads it, which leaves out what it cannot read."""
    for rule in rules:
        is_style = isinstance(rule, ast.QualifiedRule)
        if not is_style and not isinstance(rule, ast.AtRule):
            continue
        if is_style and any(isinstance(token, ast.ParseError) for token in rule.prelude):
            continue
        head = "" if is_style else f"@{rule.at_keyword}"
        inner = None if rule.content is None else str(tinycss2.serialize(rule.content))
        yield head + str(tinycss2.serialize(rule.prelude)).rstrip(), inner


def _nodes(blocks: Sequence[Block], folder: str, load: Callable[[str], str]) -> Iterator[Node]:
    for head, inner in blocks:
        if not head.startswith("@"):
            selectors = read_selectors(head)
            is_whole = len(selectors) > 1 and (":-" in head or any(each.needs is None for each in selectors))
            yield Rule(selectors, is_whole, inner or "", folder)
        elif found := _WORD.match(head):
            yield from _at_rule(found[1].lower(), found[2], (head, inner), folder, load)


def _declarations(body: str, folder: str) -> Iterator[Declaration]:
    if _PLAIN.fullmatch(body):
        yield from _plain(body)
        return
    content = tinycss2.parse_component_value_list(body)
    rebase(content, folder)
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(item, ast.Declaration):
            name = item.name if item.name.startswith("--") else item.lower_name
            value = squeezed(item.value) or " "
            text = f"{name}:{value}{'!important' if item.important else ''}"
            yield Declaration(name, text, names_in(value))
        elif not isinstance(item, ast.ParseError):
            text = squeezed([item], around=",;:{}")
            yield Declaration("", text, names_in(text))


def _plain(body: str) -> Iterator[Declaration]:
    """Read declarations without a string, an address, a function or a rule in them."""
    for part in body.split(";"):
        if found := _DECLARED.fullmatch(part):
            name = found[1] if found[1].startswith("--") else found[1].lower()
            value = _IMPORTANT.sub("!important", _COMMA.sub(",", _SPACE.sub(" ", found[2].strip()))) or " "
            yield Declaration(name, f"{name}:{value}", names_in(value))


def _at_rule(word: str, prelude: str, block: Block, folder: str, load: Callable[[str], str]) -> Iterator[Node]:
    head, inner = block
    if word == "charset":
        return
    if word == "import":
        yield from _imported(tinycss2.parse_component_value_list(prelude), folder, load)
    elif word in GROUPS and inner is not None:
        condition = squeezed(tinycss2.parse_component_value_list(prelude))
        yield Group(f"@{word} {condition}".strip(), tuple(_nodes(_blocks(inner), folder, load)))
    else:
        text = f"{head}{{{inner}}}" if inner is not None else f"{head};"
        yield from (_statement(rule, word, folder) for rule in tinycss2.parse_stylesheet(text))


def _statement(rule: Any, word: str, folder: str) -> Statement:
    if word == "namespace":
        raise UnreadableError("@namespace")  # must come before all other rules of its own sheet
    rebase(rule.content or (), folder)
    name = squeezed(rule.prelude) if word.endswith("keyframes") else ""
    if word == "font-face":
        declared = tinycss2.parse_blocks_contents(rule.content)
        name = "".join(squeezed(each.value) for each in declared if getattr(each, "lower_name", "") == "font-family")
    text = squeezed([rule], around=",;:{}")
    # With quotation marks here and without them there, or with other signs escaped, it is the same name.
    return Statement(frozenset(_WORDS.findall(name.lower())), text, names_in(text))


def _imported(prelude: list[Any], folder: str, load: Callable[[str], str]) -> Iterator[Node]:
    found = [token for token in prelude if not isinstance(token, (ast.WhitespaceToken, ast.Comment))]
    if not found:
        return
    first, *rest = found
    token = text_of_url(first) or first
    if not isinstance(token, (ast.URLToken, ast.StringToken)) or re.match(r"[\w+.-]*:|/", token.value):
        raise UnreadableError("@import")
    if any(isinstance(each, ast.FunctionBlock) or getattr(each, "lower_value", "") == "layer" for each in rest):
        raise UnreadableError("@import with conditions")
    nodes = read_sheet(posixpath.normpath(posixpath.join(folder, token.value.split("?")[0])), load)
    media = squeezed(prelude[prelude.index(first) + 1 :]) if rest else ""
    yield from [Group(f"@media {media}", nodes)] if media else nodes


def needs_in(nodes: Sequence[Node]) -> frozenset[str]:
    """Return all that selectors ask for, also those under conditions."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, Rule):
            found.update(need for each in node.selectors for need in each.needs or ())
        elif isinstance(node, Group):
            found |= needs_in(node.rules)
    return frozenset(found)
