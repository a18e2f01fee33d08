"""Style sheets that follow the direction of the text: what they say of left and right, said of start and end.

Themes and extensions are written for text that runs from left to right. On a page that runs the other way their sheets
say `margin-inline-start` for `margin-left`, so that a part of it that runs to the right, such as code, is as it was.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tinycss2
from tinycss2 import ast

TURN = "--vita-turn"  # 1, and -1 where text runs from right to left
_EDGES = {"left": "start", "right": "end"}
_INLINE = {side: f"inline-{edge}" for side, edge in _EDGES.items()}
_WORDS = {"text-align": _EDGES, "float": _INLINE, "clear": _INLINE}
_SIDE = re.compile(r"((?:scroll-)?(?:margin|padding)|border)-(left|right)(-color|-style|-width|)")
_CORNER = re.compile(r"border-(top|bottom)-(left|right)-radius")
_FOUR_SIDES = re.compile(r"((?:scroll-)?(?:margin|padding)|inset|border)(-color|-style|-width|)")
_CORNERS = ("start-start", "start-end", "end-end", "end-start")  # in the order of `border-radius`
_OF_ONE_DIRECTION = re.compile(r"\[dir\b|:dir\(")  # what asks for it says where it means
_TO_ANGLES = {"to right": "90deg", "to left": "-90deg"}
_GROUPS = ("media", "supports", "layer", "container", "scope", "starting-style", "keyframes")


def logical(css: str) -> str:
    """Return a style sheet in which start and end stand for left and right.

    >>> logical("h2 { margin-left: 1em; float: right }")
    'h2 {margin-inline-start:1em;float:inline-end;}'
    """
    if TURN in css:  # it is one already
        return css
    return "".join(map(_rule, tinycss2.parse_stylesheet(css, skip_comments=True)))


def _rule(rule: Any) -> str:
    if isinstance(rule, ast.QualifiedRule):
        head = str(tinycss2.serialize(rule.prelude))
        return f"{head}{{{_block(rule.content)}}}" if not _OF_ONE_DIRECTION.search(head) else str(rule.serialize())
    if isinstance(rule, ast.AtRule) and rule.content is not None and rule.lower_at_keyword in _GROUPS:
        return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{_block(rule.content)}}}"
    return "" if isinstance(rule, ast.ParseError) else str(rule.serialize())  # a browser leaves it out too


def _block(content: Sequence[Any]) -> str:
    """Write the inside of a rule, or of a group of rules."""
    items = tinycss2.parse_blocks_contents(content, skip_whitespace=True)
    return "".join(_declared(item) if isinstance(item, ast.Declaration) else _rule(item) for item in items)


def _declared(item: ast.Declaration) -> str:
    ending = "!important;" if item.important else ";"
    name = item.name if item.name.startswith("--") else item.lower_name
    return "".join(f"{each}:{value}{ending}" for each, value in _said(name, item.value))


def _said(name: str, value: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """Say one declaration of left and right as those of start and end."""
    text = tinycss2.serialize(value).strip()
    parts = _parts(value)
    if name == "border-radius" and len(parts) > 1 and "/" not in parts:
        yield from zip((f"border-{each}-radius" for each in _CORNERS), _corners(parts), strict=True)
    elif len(parts) == 4 and parts[1] != parts[3] and (sides := _FOUR_SIDES.fullmatch(name)):
        yield f"{sides[1]}-block{sides[2]}", f"{parts[0]} {parts[2]}"
        yield f"{sides[1]}-inline{sides[2]}", f"{parts[3]} {parts[1]}"
    elif name in _WORDS:
        yield name, _WORDS[name].get(text.lower(), text)
    elif name.startswith("transition"):
        words = [_property(token.lower_value) if token.type == "ident" else token.serialize() for token in value]
        yield name, "".join(words).strip()
    else:
        yield _property(name), _turned(value)


def _property(name: str) -> str:
    """Return the name of a property that follows the text."""
    if name in _EDGES:
        return f"inset-{_INLINE[name]}"
    if side := _SIDE.fullmatch(name):
        return f"{side[1]}-{_INLINE[side[2]]}{side[3]}"
    if corner := _CORNER.fullmatch(name):
        return f"border-{'start' if corner[1] == 'top' else 'end'}-{_EDGES[corner[2]]}-radius"
    return name


def _parts(value: Sequence[Any]) -> list[str]:
    """Return the values of a list that blanks part."""
    return [token.serialize() for token in value if token.type not in ("whitespace", "comment")]


def _corners(parts: Sequence[str]) -> list[str]:
    """Return four values for one to four, as CSS fills them up."""
    return [*parts, parts[1]] if len(parts) == 3 else [*parts, *parts, *parts, *parts][:4]


def _turned(value: Sequence[Any]) -> str:
    """Turn the ways to the right in a value: where something moves, and colors that run into each other."""
    return "".join(_turned_way(token) if token.type == "function" else token.serialize() for token in value).strip()


def _turned_way(function: ast.FunctionBlock) -> str:
    arguments = function.arguments
    end = next((place for place, token in enumerate(arguments) if token == ","), len(arguments))
    first, rest = (tinycss2.serialize(each).strip() for each in (arguments[:end], arguments[end:]))
    angle = _TO_ANGLES.get(first, first)
    is_gradient = function.lower_name.endswith("linear-gradient") and angle.endswith("deg")
    is_move = function.lower_name in ("translate", "translatex", "translate3d") and first != "0"
    return (
        f"{function.name}(calc({angle} * var({TURN})){rest})" if is_gradient or is_move else str(function.serialize())
    )
