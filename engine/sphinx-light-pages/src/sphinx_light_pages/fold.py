"""Custom properties that can only have one value, written out where they are used.

That is so if there is one definition in all styles of a page, on `body` or `:root` and under no condition, if no script
and no element's own style may set it, and if what it refers to is defined on the same element alone. A body's property
is not there for `html`, so one that a rule for `html` may ask for stays as it is. What is no longer asked for is left
out by `subset`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from sphinx_light_pages.selectors import Selector, is_met
from sphinx_light_pages.sheet import Declaration, Group, Node, Rule, Statement, names_in

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
    place: str  # "body" or "root", or nothing where it is on another element or has no value
    is_plain: bool  # on exactly that element, and under no condition
    value: str
    uses: frozenset[str]


Definitions = Mapping[str, Sequence[_Definition]]


def folded(nodes: Sequence[Node], others: Sequence[Node], scope: Scope) -> list[Node]:
    """Write properties with one value out; `others` are the styles of the page that stay where they are."""
    values = _settled([*nodes, *others], scope)
    return list(_rewritten(nodes, values)) if values else list(nodes)


def _settled(nodes: Sequence[Node], scope: Scope) -> dict[str, str]:
    """Return the properties that can have one value only, with it; it may refer to others that have several."""
    definitions: dict[str, list[_Definition]] = defaultdict(list)
    times: Counter[str] = Counter()
    hidden: set[str] = set()  # asked for by `html`, which a body's properties do not reach
    unsafe = set(scope.set_elsewhere)
    for node, is_conditional in _flat(nodes):
        if not isinstance(node, Rule):
            unsafe |= node.uses  # registered, or asked for in an animation
            continue
        uses = frozenset().union(*(each.uses for each in node.declarations))
        if not uses <= hidden and any(_may_be_root(selector, scope) for selector in node.selectors):
            hidden |= uses
        for each in node.declarations:
            if each.uses:
                times.update(each.uses)
            if each.name.startswith("--"):
                definitions[each.name].append(_definition(node, each, is_conditional=is_conditional))
    values: dict[str, str] = {}
    for name, place in _sound(definitions, unsafe).items():
        one, *others = definitions[name]
        text = _written(one.value, values, one.uses)
        is_reached = place == "root" or name not in hidden
        if not others and one.is_plain and is_reached and (times[name] < 2 or len(text) <= LONGEST):
            values[name] = text
    return values


def _flat(nodes: Sequence[Node], *, is_conditional: bool = False) -> Iterator[tuple[Rule | Statement, bool]]:
    for node in nodes:
        if isinstance(node, Group):
            yield from _flat(node.rules, is_conditional=True)
        else:
            yield node, is_conditional


def _may_be_root(selector: Selector, scope: Scope) -> bool:
    if selector.needs is None or not selector.is_compound:
        return selector.needs is None
    elements = {need for need in selector.needs if need[0] not in ".#["}
    return elements <= {"html"} and is_met(selector.needs - elements, scope.root, scope.states)


def _definition(rule: Rule, declaration: Declaration, *, is_conditional: bool) -> _Definition:
    texts = {selector.text for selector in rule.selectors}
    places = {_place(text) for text in texts}
    value = declaration.text.partition(":")[2].strip()
    is_value = bool(value) and "!" not in value and value.lower() not in _WIDE
    return _Definition(
        place=places.pop() if is_value and len(places) == 1 else "",
        is_plain=is_value and not is_conditional and texts <= {"body", ":root", "html"},
        value=value,
        uses=declaration.uses,
    )


def _place(selector: str) -> str:
    found = _PLACE.fullmatch(selector)
    return "" if not found else "body" if found[1] == "body" else "root"


def _sound(definitions: Definitions, unsafe: Set[str]) -> dict[str, str]:
    """Return the properties that have a value at one place whatever holds, with that place.

    What they refer to is the same; it comes before them, so that none in a circle is among them.
    """
    places = {name: {each.place for each in of_it} for name, of_it in definitions.items()}
    waiting = {name: min(place) for name, place in places.items() if len(place) == 1 and name not in unsafe}
    uses = {name: frozenset().union(*(each.uses for each in definitions[name])) for name in waiting}
    sound: dict[str, str] = {}
    while True:
        ready = {
            name: place
            for name, place in waiting.items()
            if place and name not in sound and all(sound.get(used) == place for used in uses[name])
        }
        if not ready:
            return sound
        sound |= ready


def _written(text: str, values: Mapping[str, str], sound: Set[str] = frozenset()) -> str:
    """Write values out; what is sound needs no fallback."""
    return _USE.sub(lambda use: values.get(use[1], f"var({use[1]})" if use[1] in sound else use[0]), text)


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
