r"""The source of a document in LaTeX made one text: comments off, `\input` put in, the author's own macros expanded."""

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*)?")
_INPUT = re.compile(r"\\(?:input|include|subfile)\s*\{\s*(?P<path>[^{}]+?)\s*\}")
_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s*\{?\s*\\(?P<name>[A-Za-z@]+)\s*\}?"
    r"\s*(?:\[(?P<count>\d)\])?\s*(?:\[(?P<first>[^\[\]]*)\])?\s*(?=\{)"
    r"|\\def\s*\\(?P<plain>[A-Za-z@]+)\s*(?P<numbers>(?:#\d)*)\s*(?=\{)"
)
_DEEPEST = 10  # files in files, macros in macros
_LONGEST = 5_000_000  # characters; macros can grow without end


@dataclass(slots=True)
class Source:
    """A document as one text."""

    text: str
    missing: list[str] = field(default_factory=list)  # files that it wants and that are not there


@dataclass(slots=True)
class _Macro:
    count: int
    first: str | None  # what its first argument is where it is left out
    body: str


def read_source(files: Mapping[str, str], main: str, known: Collection[str]) -> Source:
    """Return a document with all that belongs to it; the macros in `known` are not expanded."""
    source = Source("")
    text = _with_inputs(files, main, source, 0)
    source.text = _expanded(text, known)
    return source


def _with_inputs(files: Mapping[str, str], path: str, source: Source, depth: int) -> str:
    text = _COMMENT.sub(lambda match: match[1], files[path])

    def put(match: re.Match[str]) -> str:
        name = next((name for name in _names(match["path"], path) if name in files), "")
        if not name or depth >= _DEEPEST:
            source.missing.append(match["path"])
            return ""
        return _with_inputs(files, name, source, depth + 1)

    return _INPUT.sub(put, text)


def _names(path: str, of: str) -> list[str]:
    """Return under which names a file may stand: beside the one that names it, or below the top."""
    folder = posixpath.dirname(of)
    named = [posixpath.normpath(posixpath.join(start, path)) for start in (folder, "")]
    return [name + ending for name in named for ending in ("", ".tex")]


def _expanded(text: str, known: Collection[str]) -> str:
    macros: dict[str, _Macro] = {}
    rest: list[str] = []
    place = 0
    for match in _DEFINITION.finditer(text):
        end = end_of_group(text, match.end())
        if match.start() < place or end < 0:
            continue
        rest.append(text[place : match.start()])
        place = end
        name = match["name"] or match["plain"]
        if name not in known:
            count = int(match["count"] or 0) or (match["numbers"] or "").count("#")
            macros[name] = _Macro(count, match["first"], text[match.end() + 1 : end - 1])
    text = "".join([*rest, text[place:]])
    if not macros:
        return text
    use = re.compile(rf"\\({'|'.join(map(re.escape, macros))})(?![A-Za-z@])[ \t]*")
    for _ in range(_DEEPEST):
        if not use.search(text) or len(text) > _LONGEST:
            break
        text = _expanded_once(text, use, macros)
    return text


def _expanded_once(text: str, use: re.Pattern[str], macros: Mapping[str, _Macro]) -> str:
    written: list[str] = []
    place = 0
    while match := use.search(text, place):
        macro = macros[match[1]]
        arguments, end = _arguments(text, match.end(), macro)
        written += [text[place : match.start()], _filled(macro.body, arguments)]
        if end == match.end() and match[0].endswith((" ", "\t")):
            written.append("{}")
        place = end
    return "".join([*written, text[place:]])


def _filled(body: str, arguments: list[str]) -> str:
    """Put the arguments into the body of a macro; one that is not there is empty."""
    filled = dict(enumerate(arguments, 1))
    return re.sub(r"(\\[A-Za-z]+)?#(\d)", lambda sign: _behind(sign[1], filled.get(int(sign[2]), "")), body)


def _behind(macro: str | None, argument: str) -> str:
    """Keep an argument apart from the name of the macro before it."""
    return f"{macro} {argument}" if macro else argument


def _arguments(text: str, place: int, macro: _Macro) -> tuple[list[str], int]:
    """Read the arguments of a macro that stand from a place on; return where they end, too."""
    found: list[str] = []
    if macro.first is not None:
        bracket = re.compile(r"\s*\[([^\[\]]*)\]").match(text, place)
        found.append(bracket[1] if bracket else macro.first)
        place = bracket.end() if bracket else place
    while len(found) < macro.count:
        start = re.compile(r"\s*").match(text, place).end()  # type: ignore[union-attr] # it matches everywhere
        end = end_of_group(text, start)
        if end < 0:
            break
        found.append(text[start + 1 : end - 1])
        place = end
    return found, place


def end_of_group(text: str, start: int) -> int:
    """Return where the group ends that opens at `start`; -1 where none does."""
    depth = 0
    for match in re.compile(r"\\[\s\S]|[{}]").finditer(text, start):
        if match.start() == start and match[0] != "{":
            return -1
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end() if match.start() > start else -1
    return -1
