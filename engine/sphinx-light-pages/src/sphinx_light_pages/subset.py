"""The part of stylesheets that a page can use, as text."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from sphinx_light_pages.sheet import Declaration, Group, Node, Rule, Statement

_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Kept:
    """A rule that a page can use, with those of its selectors that it can meet."""

    rule: Rule
    head: str


@dataclass(frozen=True, slots=True)
class KeptGroup:
    """Rules under a condition that a page can use."""

    head: str
    parts: tuple["Part", ...]


Part = Kept | KeptGroup | Statement


def used(nodes: Sequence[Node], missing: Set[str]) -> list[Part]:
    """Return the rules with a selector that asks for nothing which is missing."""
    kept: list[Part] = []
    for node in nodes:
        if isinstance(node, Rule):
            met = [each.text for each in node.selectors if each.needs is None or each.needs.isdisjoint(missing)]
            if met:
                head = ",".join(each.text for each in node.selectors) if node.is_whole else ",".join(met)
                kept.append(Kept(node, head))
        elif isinstance(node, Group):
            kept.append(KeptGroup(node.head, tuple(used(node.rules, missing))))
        else:
            kept.append(node)
    return kept


def write(parts: Sequence[Part], names: Iterable[str], words: str) -> str:
    """Write rules.

    Custom properties that nothing refers to are left out, unless they are among `names`; so are animations and fonts
    whose name stands neither in what is kept nor in `words`.
    """
    wanted = _wanted(list(_flat(parts)), set(names))
    text = "".join(_write(parts, wanted, None))
    return "".join(_write(parts, wanted, frozenset(_WORD.findall((text + words).lower()))))


def names_used(nodes: Sequence[Node]) -> frozenset[str]:
    """Return the custom properties that rules ask for."""
    found: set[str] = set()
    for node in nodes:
        found |= names_used(node.rules) if isinstance(node, Group) else node.asks
    return frozenset(found)


def _flat(parts: Sequence[Part]) -> Iterator[Rule | Statement]:
    for node in parts:
        if isinstance(node, KeptGroup):
            yield from _flat(node.parts)
        else:
            yield node.rule if isinstance(node, Kept) else node


def _wanted(rules: Sequence[Rule | Statement], names: set[str]) -> set[str]:
    uses: dict[str, set[str]] = {}
    waiting = names.union(*(each.uses for each in rules))
    for each in rules:
        for declaration in each.custom if isinstance(each, Rule) else ():
            uses.setdefault(declaration.name, set()).update(declaration.uses)
    wanted: set[str] = set()
    while waiting:
        wanted |= waiting
        waiting = {used for name in waiting for used in uses.get(name, ())} - wanted
    return wanted


def _write(parts: Sequence[Part], wanted: set[str], words: frozenset[str] | None) -> Iterator[str]:
    for node in parts:
        if isinstance(node, Kept):
            body = _body(node.rule, wanted)
            if body:
                yield f"{node.head}{{{body}}}"
        elif isinstance(node, KeptGroup):
            inner = "".join(_write(node.parts, wanted, words))
            if inner:
                yield f"{node.head}{{{inner}}}"
        elif words is not None and node.words <= words:
            yield node.text


def _body(rule: Rule, wanted: set[str]) -> str:
    if all(each.name in wanted for each in rule.custom):
        return rule.text
    kept: Iterable[Declaration] = (
        each for each in rule.declarations if not each.name.startswith("--") or each.name in wanted
    )
    return ";".join(each.text for each in kept)
