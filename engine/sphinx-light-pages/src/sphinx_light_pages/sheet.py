"""A stylesheet as rules that can be kept or left out one by one."""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2 import ast

from sphinx_light_pages.selectors import Selector, read_selectors
from sphinx_light_pages.squeeze import rebase, squeezed

# Rules that hold rules.
GROUPS = frozenset({"media", "supports", "layer", "container", "scope", "starting-style", "-moz-document"})
_NAME = re.compile(r"--[\w-]+")


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


@dataclass(frozen=True, slots=True)
class Rule:
    """Declarations for selectors."""

    selectors: tuple[Selector, ...]
    declarations: tuple[Declaration, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rules under a condition, such as `@media print`."""

    head: str
    rules: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """Any other rule; one with a name is kept where the name is used (`@keyframes`, `@font-face`)."""

    name: str
    text: str

    @property
    def uses(self) -> frozenset[str]:
        """The custom properties in it."""
        return names_in(self.text)


Node = Rule | Group | Statement


def read_sheet(path: str, load: Callable[[str], str]) -> tuple[Node, ...]:
    """Read the stylesheet at a path of the output; `load` gives the text of a path, also of those that it imports.

    Raises UnreadableError where it cannot be moved into a page.
    """
    rules = tinycss2.parse_stylesheet(load(path), skip_comments=True, skip_whitespace=True)
    return tuple(_nodes(rules, posixpath.dirname(path), load))


def _nodes(rules: Sequence[Any], folder: str, load: Callable[[str], str]) -> Iterator[Node]:
    for rule in rules:
        if isinstance(rule, ast.QualifiedRule):
            if not any(isinstance(token, ast.ParseError) for token in rule.prelude):
                yield _style(rule, folder)
        elif isinstance(rule, ast.AtRule):
            yield from _at_rule(rule, folder, load)
        # What cannot be parsed is left out, as a browser leaves it out.


def _style(rule: Any, folder: str) -> Rule:
    rebase(rule.content, folder)
    return Rule(read_selectors(rule.prelude), tuple(_declarations(rule.content)))


def _declarations(content: Sequence[Any]) -> Iterator[Declaration]:
    for item in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if isinstance(item, ast.Declaration):
            name = item.name if item.name.startswith("--") else item.lower_name
            value = squeezed(item.value) or " "
            text = f"{name}:{value}{'!important' if item.important else ''}"
            yield Declaration(name, text, names_in(value))
        elif not isinstance(item, ast.ParseError):
            text = squeezed([item], around=",;:{}")
            yield Declaration("", text, names_in(text))


def _at_rule(rule: Any, folder: str, load: Callable[[str], str]) -> Iterator[Node]:
    word = rule.lower_at_keyword
    if word == "charset":
        return
    if word == "import":
        yield from _imported(rule, folder, load)
    elif word in GROUPS and rule.content is not None:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        head = f"@{word} {squeezed(rule.prelude)}".strip()
        yield Group(head, tuple(_nodes(inner, folder, load)))
    else:
        yield _statement(rule, word, folder)


def _statement(rule: Any, word: str, folder: str) -> Statement:
    if word == "namespace":
        raise UnreadableError("@namespace")  # must come before all other rules of its own sheet
    rebase(rule.content or (), folder)
    name = squeezed(rule.prelude) if word.endswith("keyframes") else ""
    if word == "font-face":
        declared = tinycss2.parse_blocks_contents(rule.content)
        families = [each for each in declared if getattr(each, "lower_name", "") == "font-family"]
        name = squeezed(families[0].value).strip("\"'") if families else ""
    return Statement(name, squeezed([rule], around=",;:{}"))


def _imported(rule: Any, folder: str, load: Callable[[str], str]) -> Iterator[Node]:
    first, *rest = [token for token in rule.prelude if not isinstance(token, (ast.WhitespaceToken, ast.Comment))]
    if isinstance(first, ast.FunctionBlock) and first.lower_name == "url":
        first = first.arguments[0]
    if not isinstance(first, (ast.URLToken, ast.StringToken)) or re.match(r"[\w+.-]*:|/", first.value):
        raise UnreadableError("@import")
    if any(isinstance(token, ast.FunctionBlock) or getattr(token, "lower_value", "") == "layer" for token in rest):
        raise UnreadableError("@import with conditions")
    path = posixpath.normpath(posixpath.join(folder, first.value.split("?")[0]))
    nodes = read_sheet(path, load)
    media = squeezed(rule.prelude[rule.prelude.index(first) + 1 :]) if rest else ""
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
