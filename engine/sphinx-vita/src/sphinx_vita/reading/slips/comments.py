"""Comments of HTML, Liquid, Jinja, Hugo and kramdown in a text: what their author meant nobody to read."""

import re
from dataclasses import dataclass

_BLANK = r"[ \t]*"
_COMMENTS = {  # how a comment opens, and how it ends
    r"<!--": r"-->",
    rf"\{{%-?{_BLANK}comment\b[^%]*%\}}": rf"\{{%-?{_BLANK}endcomment{_BLANK}-?%\}}",
    r"\{#(?![\w.:-]+[^#\n]*\}(?!\}))(?=[\s\S]*?#\})": r"#\}",  # `{#name}` is an anchor of other Markdown
    rf"\{{\{{-?{_BLANK}/\*": rf"\*/{_BLANK}-?\}}\}}",
    r"\{::comment\}": r"\{:/(?:comment)?\}",
    r"<%(?:#|--)": r"(?:--)?%>",
}
_OPENING = "|".join(f"(?P<c{number}>{opening})" for number, opening in enumerate(_COMMENTS))
_ENDS = [re.compile(end) for end in _COMMENTS.values()]
_EMPTY = re.compile(r"<!--+>")
_MARKDOWN = re.compile(rf"\\[\s\S]|(?P<code>`+)|{_OPENING}")
_PLAIN = re.compile(_OPENING)


@dataclass(frozen=True, slots=True)
class Cut:
    """A text without its comments; its lines keep their numbers."""

    text: str
    lines: tuple[int, ...]  # where comments begin, counted from 0
    open: int | None  # which kind of comment goes on behind the text


def without_comments(text: str, open_comment: int | None = None, *, is_markdown: bool = True) -> Cut:
    """Cut the comments out of a text that may begin inside one.

    In Markdown, code between backticks and what stands behind a backslash is no comment.
    """
    pattern = _MARKDOWN if is_markdown else _PLAIN
    kept: list[str] = []
    lines: list[int] = []
    place = 0
    if open_comment is not None:
        end = _ENDS[open_comment].search(text)
        if end is None:
            return Cut("", (), open_comment)
        kept.append("\n" * text.count("\n", 0, end.end()))
        place = end.end()
    start = place
    while match := pattern.search(text, place):
        place = match.end()
        if is_markdown and match["code"]:
            place = _end_of_code(text, match)
        elif match.lastgroup and match.lastgroup != "code":
            lines.append(text.count("\n", 0, match.start()))
            kept.append(text[start : match.start()])
            kind = int(match.lastgroup[1:])
            closing = _EMPTY.match(text, match.start()) or _ENDS[kind].search(text, match.end())
            if closing is None:
                return Cut("".join(kept).rstrip(), tuple(lines), kind)
            kept.append("\n" * text.count("\n", match.start(), closing.end()))
            start = place = closing.end()
    rest = "".join((*kept, text[start:]))
    return Cut(rest if rest.strip() else "", tuple(lines), None)


def _end_of_code(text: str, opening: re.Match[str]) -> int:
    """Find the end of a span of code: as many backticks as opened it; without them they are mere signs."""
    closing = re.compile(rf"(?<!`){opening['code']}(?!`)").search(text, opening.end())
    return closing.end() if closing else opening.end()
