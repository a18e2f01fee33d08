"""The part of stylesheets that a page can use, as text."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sphinx_light_pages.selectors import Selector
from sphinx_light_pages.sheet import Declaration, Group, Node, Rule, Statement

Test = Callable[[Selector], bool]


def used(nodes: Sequence[Node], is_used: Test) -> list[Node]:
    """Return the rules with a selector that is used."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Rule):
            selectors = tuple(filter(is_used, node.selectors))
            kept += [replace(node, selectors=selectors)] if selectors else []
        else:
            kept.append(replace(node, rules=tuple(used(node.rules, is_used))) if isinstance(node, Group) else node)
    return kept


def write(nodes: Sequence[Node], names: Iterable[str], words: str) -> str:
    """Write rules.

    Custom properties that nothing refers to are left out, unless they are among `names`; so are animations and fonts
    whose name stands neither in what is kept nor in `words`.
    """
    wanted = _wanted(list(_declarations(nodes)), set(names))
    text = "".join(_write(nodes, wanted, None))
    return "".join(_write(nodes, wanted, text + words))


def names_used(nodes: Sequence[Node]) -> frozenset[str]:
    """Return the custom properties that rules ask for."""
    return frozenset().union(*(each.uses for each in _declarations(nodes)))


def _declarations(nodes: Sequence[Node]) -> Iterator[Declaration | Statement]:
    for node in nodes:
        if isinstance(node, Rule):
            yield from node.declarations
        elif isinstance(node, Group):
            yield from _declarations(node.rules)
        else:
            yield node


def _wanted(declarations: Sequence[Declaration | Statement], names: set[str]) -> set[str]:
    uses: dict[str, set[str]] = {}
    for each in declarations:
        is_property = isinstance(each, Declaration) and each.name.startswith("--")
        uses.setdefault(each.name if is_property else "", set()).update(each.uses)
    waiting = names | uses.get("", set())
    wanted: set[str] = set()
    while waiting:
        wanted |= waiting
        waiting = {used for name in waiting for used in uses.get(name, ())} - wanted
    return wanted


def _write(nodes: Sequence[Node], wanted: set[str], words: str | None) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Rule):
            kept = (each for each in node.declarations if not each.name.startswith("--") or each.name in wanted)
            body = ";".join(each.text for each in kept)
            if body:
                yield f"{','.join(each.text for each in node.selectors)}{{{body}}}"
        elif isinstance(node, Group):
            inner = "".join(_write(node.rules, wanted, words))
            if inner:
                yield f"{node.head}{{{inner}}}"
        elif words is not None and (not node.name or re.search(rf"(?<![\w-]){re.escape(node.name)}(?![\w-])", words)):
            yield node.text
