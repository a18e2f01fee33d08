"""What a page must have so that a selector can ever match there: names of elements, classes, ids and attributes.

How the elements stand to each other is not asked: that would spare two bytes in a hundred. Pseudo-classes may come true
at any time (`:hover`), so they are left out. Leaving out only ever keeps more rules.
"""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import tinycss2
from tinycss2 import ast

from sphinx_light_pages.squeeze import split, squeezed

_BETWEEN = ("*", ">", "+", "~")  # compared by ==, which tokens offer for their text
# Names, classes, ids and pseudo-classes without arguments, and what stands between them: nearly all that sites have.
_NAME = r"-?[A-Za-z_][\w-]*+"
_PLAIN = re.compile(rf"\s*+(?:[.#]?{_NAME}|::?{_NAME}|\*|\s*+[>+~,]\s*+|\s++)++", re.ASCII)
_PART = re.compile(rf"(::?)?([.#]?)({_NAME})", re.ASCII)
_COMBINED = re.compile(r"\s*([>+~])\s*")


@dataclass(frozen=True, slots=True)
class Selector:
    """One selector of a rule as text; `needs` is None where nobody can tell when it matches."""

    text: str
    needs: frozenset[str] | None


class _UnknownError(Exception):
    pass


@lru_cache(maxsize=1 << 14)
def read_selectors(text: str) -> tuple[Selector, ...]:
    """Read selectors with commas between them."""
    if _PLAIN.fullmatch(text):
        return tuple(map(_plain, text.split(",")))
    return tuple(_selector(part) for part in split(tinycss2.parse_component_value_list(text)))


def needs_of(text: str) -> list[frozenset[str] | None]:
    """Return what each of the selectors in a text needs."""
    return [each.needs for each in read_selectors(text)]


def is_met(needs: Set[str] | None, found: Set[str]) -> bool:
    """Return whether a page has what is needed."""
    return needs is None or needs <= found


def bare(need: str) -> str:
    """Return the name in what a selector asks for, which is the word that a script would have for it.

    >>> [bare(need) for need in ("a", ".b", "#c", "[d=e]")]
    ['a', 'b', 'c', 'd']
    """
    return need.strip(".#[]").partition("=")[0]


def _plain(text: str) -> Selector:
    words = _PART.findall(text)
    needs = frozenset(sign + (name if sign else name.lower()) for pseudo, sign, name in words if not pseudo)
    return Selector(_COMBINED.sub(r"\1", " ".join(text.split())), needs)


def _selector(tokens: Sequence[Any]) -> Selector:
    text = squeezed(tokens, around=",>+~")
    try:
        return Selector(text, frozenset(_needs(list(tokens))))
    except _UnknownError:
        return Selector(text, None)


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
