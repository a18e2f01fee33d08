"""The part of stylesheets that a page can use, as text."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from lean.selectors import Selector
from lean.sheet import Declaration, Group, Node, Rule

Test = Callable[[Selector], bool]


def subset(nodes: Sequence[Node], is_used: Test, names: Iterable[str], words: str) -> str:
    """Write the rules with a selector that is used.

    Custom properties that nothing refers to are left out, unless they are among `names`; so are animations and fonts
    whose name stands neither in what is kept nor in `words`.
    """
    kept = list(_used(nodes, is_used))
    wanted = _wanted(list(_declarations(kept)), set(names))
    text = "".join(_write(kept, wanted, None))
    return "".join(_write(kept, wanted, text + words))


def _used(nodes: Sequence[Node], is_used: Test) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Rule):
            selectors = tuple(filter(is_used, node.selectors))
            if selectors:
                yield Rule(selectors, node.declarations)
        else:
            yield Group(node.head, tuple(_used(node.rules, is_used))) if isinstance(node, Group) else node


def _declarations(nodes: Sequence[Node]) -> Iterator[Declaration]:
    for node in nodes:
        if isinstance(node, Rule):
            yield from node.declarations
        elif isinstance(node, Group):
            yield from _declarations(node.rules)


def _wanted(declarations: Sequence[Declaration], names: set[str]) -> set[str]:
    uses: dict[str, set[str]] = {}
    for each in declarations:
        uses.setdefault(each.name if each.name.startswith("--") else "", set()).update(each.uses)
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
