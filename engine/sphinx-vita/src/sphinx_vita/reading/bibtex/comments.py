"""What may stand between the fields of an entry and says nothing.

Comments, `%` to the end of its line, as biblatex reads them; and a comma too many.
"""

import itertools
import re

_TOKEN = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]|\\.|[{}\"%\n]", re.MULTILINE)
_DOUBLE_COMMA = re.compile(r",\s*,")
_TOKEN_OR_COMMA = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]|\\.|[{}\"]|,(?=\s*,)", re.MULTILINE)
_FIELD = re.compile(r"\s*(?:%|@|\}|[A-Za-z][\w+:.-]*\s*=)")


def without_comments(text: str) -> str:
    """Return the text with its comments blanked; every line keeps its number."""
    if "%" not in text:
        return text
    kept: list[str] = []
    start = place = depth = 0
    in_quotes = False
    while match := _TOKEN.search(text, place):
        token, place = match[0], match.end()
        if "@" in token:
            depth, in_quotes = 1, False
        elif token == "{" and depth:
            depth += 1
        elif token == "}" and depth:
            depth -= 1
        elif token == '"' and depth == 1:
            in_quotes = not in_quotes
        elif token == "%" and not in_quotes and depth < 2 and _may_start_comment(text, match.start()):
            end = _end_of_comment(text, match.start()) if depth else _end_of_disabled(text, match.start())
            kept += (text[start : match.start()], "\n" * text.count("\n", match.start(), end))
            start = place = max(end, place)
    return "".join((*kept, text[start:]))


def without_double_commas(text: str) -> tuple[str, list[int]]:
    """Blank the first of two commas between fields; give the text and the lines where one was."""
    if not _DOUBLE_COMMA.search(text):
        return text, []
    blanked: list[int] = []
    depth, in_quotes = 0, False
    for match in _TOKEN_OR_COMMA.finditer(text):
        token = match[0]
        if "@" in token:
            depth, in_quotes = 1, False
        elif token in ("{", "}") and depth:
            depth += 1 if token == "{" else -1
        elif token == '"' and depth == 1:
            in_quotes = not in_quotes
        elif token == "," and depth == 1 and not in_quotes:
            blanked.append(match.start())
    pieces = [text[start + 1 : end] for start, end in itertools.pairwise([-1, *blanked, len(text)])]
    lines = itertools.accumulate((piece.count("\n") for piece in pieces[:-1]), initial=1)
    return " ".join(pieces), list(dict.fromkeys(itertools.islice(lines, 1, None)))


def _may_start_comment(text: str, place: int) -> bool:
    """Whether a `%` stands where a comment can: first in its line, or behind a blank or a comma (not in `20%`)."""
    return place == 0 or text[place - 1] in " \t\n,"


def _end_of_comment(text: str, start: int) -> int:
    """Find the end of a comment; one that cuts a value in the middle goes on to the end of that value."""
    end = _end_of_line(text, start)
    open_braces = _depth(text[start:end])
    for _ in range(200):
        if open_braces <= 0 or end >= len(text) or _FIELD.match(text, end + 1):
            return end
        next_end = _end_of_line(text, end + 1)
        open_braces += _depth(text[end:next_end])
        end = next_end
    return end


def _end_of_disabled(text: str, start: int) -> int:
    """Find the end of a comment between entries.

    BibTeX reads an entry behind a `%` unless each of its lines has one; then only the sign itself goes.
    """
    end = _end_of_line(text, start)
    has_neighbour = text[end + 1 : end + 80].lstrip(" \t").startswith("%") or _follows_comment(text, start)
    return end if "@" not in text[start:end] or has_neighbour or _depth(text[start:end]) == 0 else start + 1


def _follows_comment(text: str, start: int) -> bool:
    line = text.rfind("\n", 0, start)
    before = text.rfind("\n", 0, max(line, 0)) + 1
    return text[before : max(line, 0)][:80].lstrip().startswith("%")


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _depth(line: str) -> int:
    return line.count("{") - line.count("}")
