"""Custom properties that can only have one value, written out where they are used.

That is so if there is one definition in all styles of a page, on `body` or `:root` and under no condition, if no script
and no element's own style may set it, and if what it refers to is defined on the same element alone. A body's property
is not there for `html`, so one that a rule for `html` may ask for stays as it is. What is no longer asked for is left
out by `subset`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lean.selectors import Selector, is_met
from lean.sheet import Declaration, Group, Node, Rule, names_in

LONGEST = 40  # letters of a value that is written out more than once
_PLACE = re.compile(r"(body|:root|html)(?![\w-])[^\s>+~]*")
_WIDE = frozenset("initial inherit unset revert revert-layer".split())  # not values, but other ways to come to one
# With nothing behind it that would grow together with the value.
_USE = re.compile(r"(?<![\w-])var\((--[\w-]+)(?:,(?:[^()]|\([^()]*\))*)?\)(?![\w%(.#-])")


@dataclass(frozen=True, slots=True)
class Scope:
    """What is around the stylesheets: what may set properties besides them, and what is true of the `html` element."""

    set_elsewhere: frozenset[str]
    root: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Definition:
    place: str  # "body" or "root", or nothing where it is on any other element
    is_plain: bool  # on exactly that element, and under no condition
    value: str
    uses: frozenset[str]


def folded(nodes: Sequence[Node], others: Sequence[Node], scope: Scope) -> list[Node]:
    """Write properties with one value out; `others` are the styles of the page that stay where they are."""
    values = _settled([*nodes, *others], scope)
    return list(_rewritten(nodes, values)) if values else list(nodes)


def _settled(nodes: Sequence[Node], scope: Scope) -> dict[str, str]:
    """Give the properties that can have one value only, with it; it may refer to others that have several."""
    definitions: dict[str, list[_Definition]] = defaultdict(list)
    times: Counter[str] = Counter()
    hidden: set[str] = set()  # asked for by `html`, which a body's properties do not reach
    for rule, is_conditional in _rules(nodes):
        is_root = any(_may_be_root(selector, scope) for selector in rule.selectors)
        for each in rule.declarations:
            times.update(each.uses)
            hidden |= each.uses if is_root else frozenset()
            if each.name.startswith("--"):
                definitions[each.name].append(_definition(rule, each, is_conditional=is_conditional))
    single = {name: of_it[0] for name, of_it in definitions.items() if len(of_it) == 1 and of_it[0].is_plain}
    return _expanded(
        {
            name: one
            for name, one in single.items()
            if name not in scope.set_elsewhere
            and not (one.place == "body" and name in hidden)
            and (times[name] < 2 or len(one.value) <= LONGEST)
            and _is_of_one_place(one, definitions, scope)
        }
    )


def _may_be_root(selector: Selector, scope: Scope) -> bool:
    if selector.needs is None or not selector.is_compound:
        return selector.needs is None
    elements = {need for need in selector.needs if need[0] not in ".#["}
    return elements <= {"html"} and is_met(selector.needs - elements, scope.root, scope.states)


def _rules(nodes: Sequence[Node], *, is_conditional: bool = False) -> Iterator[tuple[Rule, bool]]:
    for node in nodes:
        if isinstance(node, Rule):
            yield node, is_conditional
        elif isinstance(node, Group):
            yield from _rules(node.rules, is_conditional=True)


def _definition(rule: Rule, declaration: Declaration, *, is_conditional: bool) -> _Definition:
    texts = [selector.text for selector in rule.selectors]
    places = {_place(text) for text in texts}
    value = declaration.text.partition(":")[2].strip()
    is_value = bool(value) and "!" not in value and value.lower() not in _WIDE
    is_plain = is_value and not is_conditional and set(texts) <= {"body", ":root", "html"}
    return _Definition(places.pop() if len(places) == 1 else "", is_plain, value, declaration.uses)


def _place(selector: str) -> str:
    found = _PLACE.fullmatch(selector)
    return "" if not found else "body" if found[1] == "body" else "root"


def _is_of_one_place(one: _Definition, definitions: Mapping[str, list[_Definition]], scope: Scope) -> bool:
    """Tell whether what a value refers to is the same wherever the value may be written."""
    return bool(one.place) and all(
        name in definitions
        and name not in scope.set_elsewhere
        and all(each.place == one.place for each in definitions[name])
        for name in one.uses
    )


def _expanded(found: Mapping[str, _Definition]) -> dict[str, str]:
    """Write values into values; those that lead back to themselves are none."""
    values: dict[str, str] = {}

    def expand(name: str, above: frozenset[str]) -> None:
        if name in above or name not in found or name in values:
            return
        for each in found[name].uses:
            expand(each, above | {name})
        if not found[name].uses & (above | {name}):
            values[name] = _written(found[name].value, values)

    for name in found:
        expand(name, frozenset())
    return values


def _written(text: str, values: Mapping[str, str]) -> str:
    return _USE.sub(lambda use: values.get(use[1], use[0]), text)


def _rewritten(nodes: Sequence[Node], values: Mapping[str, str]) -> Iterator[Node]:
    for node in nodes:
        if isinstance(node, Rule):
            yield replace(node, declarations=tuple(_declared(each, values) for each in node.declarations))
        elif isinstance(node, Group):
            yield replace(node, rules=tuple(_rewritten(node.rules, values)))
        else:
            yield node


def _declared(declaration: Declaration, values: Mapping[str, str]) -> Declaration:
    if declaration.uses.isdisjoint(values):
        return declaration
    text = _written(declaration.text, values)
    return replace(declaration, text=text, uses=names_in(text.partition(":")[2]))
