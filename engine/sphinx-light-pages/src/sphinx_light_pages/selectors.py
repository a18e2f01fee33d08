"""What a page must have so that a selector can ever match there: names of elements, classes, ids and attributes.

How the elements stand to each other is not asked: that would spare two bytes in a hundred. Pseudo-classes may come true
at any time (`:hover`), so they are left out. Leaving out only ever keeps more rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tinycss2
from tinycss2 import ast

from sphinx_light_pages.squeeze import split, squeezed

_BETWEEN = ("*", ">", "+", "~")  # compared by ==, which tokens offer for their text


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a rule as text; `needs` is None where nobody can tell when it matches.

    `is_compound` tells that it asks for one element alone, and not how that stands to others.
    """

    text: str
    needs: frozenset[str] | None
    is_compound: bool


class _UnknownError(Exception):
    pass


def read_selectors(tokens: Sequence[Any]) -> tuple[Selector, ...]:
    """Read selectors with commas between them."""
    return tuple(_selector(part) for part in split(tokens))


def needs_of(text: str) -> list[frozenset[str] | None]:
    """Return what each of the selectors in a text needs."""
    return [each.needs for each in read_selectors(tinycss2.parse_component_value_list(text))]


def is_met(needs: frozenset[str] | None, found: frozenset[str], states: frozenset[str]) -> bool:
    """Return whether a page has what is needed, or its scripts may bring it about; `[name]` as a state is any value."""
    return needs is None or all(each in states or _without_value(each) in states for each in needs - found)


def _without_value(need: str) -> str:
    return f"{need.partition('=')[0]}]" if need[0] == "[" and "=" in need else need


def _selector(tokens: Sequence[Any]) -> Selector:
    text = squeezed(tokens, around=",>+~")
    try:
        return Selector(text, frozenset(_needs(list(tokens))), _is_compound(tokens))
    except _UnknownError:
        return Selector(text, None, is_compound=False)


def _is_compound(tokens: Sequence[Any]) -> bool:
    signs = "".join(" " if isinstance(token, ast.WhitespaceToken) else "." for token in tokens).strip()
    return " " not in signs and not any(token in _BETWEEN[1:] for token in tokens)


def _needs(tokens: list[Any]) -> list[str]:
    found = []
    while tokens:
        token = tokens.pop(0)
        following = tokens[0] if tokens else None
        if isinstance(token, ast.IdentToken):
            found.append(token.lower_value)
        elif isinstance(token, ast.HashToken):
            found.append(f"#{token.value}")
        elif isinstance(token, ast.SquareBracketsBlock):
            found.append(_attribute(token.content))
        elif token == "." and isinstance(following, ast.IdentToken):
            found.append(f".{tokens.pop(0).value}")
        elif token == ":":
            while tokens and tokens[0] == ":":
                tokens.pop(0)
            if not tokens or not isinstance(tokens.pop(0), (ast.IdentToken, ast.FunctionBlock)):
                raise _UnknownError
        elif not isinstance(token, (ast.WhitespaceToken, ast.Comment)) and token not in _BETWEEN:
            raise _UnknownError
    return found


def _attribute(tokens: Sequence[Any]) -> str:
    """Return `[name]`, or `[name=value]` where the whole value is asked for; both in lower case."""
    parts = [token for token in tokens if not isinstance(token, (ast.WhitespaceToken, ast.Comment))]
    if not parts or not isinstance(parts[0], ast.IdentToken):
        raise _UnknownError
    is_whole = len(parts) > 2 and parts[1] == "="
    return f"[{parts[0].lower_value}={parts[2].value.lower()}]" if is_whole else f"[{parts[0].lower_value}]"
