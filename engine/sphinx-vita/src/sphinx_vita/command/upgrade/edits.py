"""Names that will go, written anew: options of directives, keys of front matter, settings in conf.py."""

import ast
import io
import re
import tokenize
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sphinx_vita.reading.deprecations import Deprecation, Place

_OPTION = re.compile(r"(?P<before>[\s>]*:)(?P<name>[\w-]+)(?P<behind>:(?:\s.*)?)$", re.DOTALL)
_KEY = re.compile(r"(?P<before>['\"]?)(?P<name>[\w.-]+)(?P<behind>(?P=before)\s*:(?:\s.*)?)$", re.DOTALL)
_TAKE_OUT = Deprecation.__dataclass_fields__["advice"].default


@dataclass(frozen=True, slots=True)
class Written:
    """A name that will go, in a line of a file."""

    line: int  # counted from 1: of a directive its first one
    deprecation: Deprecation


def edit(text: str, written: Iterable[Written]) -> tuple[str, list[Written]]:
    """Return a file with the names of today, and what is left to a hand: for want of a name, or of the place.

    The last lines are written first, so that the numbers of those above stay right.
    """
    by_hand: list[Written] = []
    for each in sorted(written, key=lambda each: -each.line):
        changed = _WAYS[each.deprecation.place](text, each)
        if changed is None:
            by_hand.append(each)
        else:
            text = changed
    return text, by_hand[::-1]


def _edit_option(text: str, written: Written) -> str | None:
    lines = text.split("\n")
    return _edit_block(lines, written, _blocks(lines, written.line, _OPTION), _OPTION)


def _edit_key(text: str, written: Written) -> str | None:
    lines = text.split("\n")
    return _edit_block(lines, written, _blocks(lines, 1, _KEY), _KEY)


def _blocks(lines: list[str], start: int, form: re.Pattern[str]) -> dict[str, tuple[int, int]]:
    """Give the first line of each name and the one behind its value, from a line on to the first of no name."""
    found: dict[str, tuple[int, int]] = {}
    last = ""
    for place in range(start, len(lines)):
        line = lines[place]
        if match := form.match(line):
            last = match["name"]
            found[last] = (place, place + 1)
        elif last and line.strip() and (line[0].isspace() or (form is _KEY and line.startswith("- "))):
            found[last] = (found[last][0], place + 1)
        else:
            break
    return found


def _edit_block(
    lines: list[str], written: Written, found: dict[str, tuple[int, int]], form: re.Pattern[str]
) -> str | None:
    """Give a value its name of today; take it out where that name has a value too, as the build does."""
    old = written.deprecation
    if old.name not in found:
        return None
    first, behind = found[old.name]
    if old.instead and old.instead not in found:
        lines[first] = form.sub(rf"\g<before>{old.instead}\g<behind>", lines[first])
    elif old.instead or old.advice == _TAKE_OUT:
        del lines[first:behind]
    else:
        return None
    return "\n".join(lines)


def _edit_setting(text: str, written: Written) -> str | None:
    """Rename a setting wherever conf.py names it, or take out the one statement that sets it."""
    old = written.deprecation
    try:
        names = _names(text)
        if old.name not in names:
            return None
        if old.instead and old.instead not in names:
            return _renamed(text, old.name, old.instead)
        can_go = names.count(old.name) == 1 and bool(old.instead or old.advice == _TAKE_OUT)
        return _without_statement(text, old.name) if can_go else None
    except (SyntaxError, tokenize.TokenError):
        return None


def _tokens(text: str) -> list[tokenize.TokenInfo]:
    return list(tokenize.generate_tokens(io.StringIO(text).readline))


def _names(text: str) -> list[str]:
    return [token.string for token in _tokens(text) if token.type == tokenize.NAME]


def _renamed(text: str, old: str, new: str) -> str:
    lines = text.split("\n")
    for token in reversed(_tokens(text)):
        if token.type == tokenize.NAME and token.string == old:
            row, column = token.start
            lines[row - 1] = f"{lines[row - 1][:column]}{new}{lines[row - 1][column + len(old) :]}"
    return "\n".join(lines)


def _without_statement(text: str, name: str) -> str | None:
    """Take out the statement at the top that sets a name; None where it stands deeper, or beside another."""
    lines, body = text.split("\n"), ast.parse(text).body
    for statement in body:
        targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
        if len(targets) == 1 and isinstance(targets[0], ast.Name) and targets[0].id == name:
            rows = range(statement.lineno, (statement.end_lineno or statement.lineno) + 1)
            if any(each is not statement and each.lineno in rows for each in body):
                return None
            del lines[rows.start - 1 : rows.stop - 1]
            return "\n".join(lines)
    return None


_WAYS: dict[Place, Callable[[str, Written], str | None]] = {
    Place.OPTION: _edit_option,
    Place.KEY: _edit_key,
    Place.SETTING: _edit_setting,
}
