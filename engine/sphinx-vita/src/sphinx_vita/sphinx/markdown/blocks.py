"""What is wrong with the blocks of a page: comments, fences, directives that are none, front matter in the text.

A rule for markdown-it, which runs when a text is cut into blocks and before their lines are read.
It leaves out what nobody was meant to read and adds a token of its own for each finding, which the renderer tells.
"""

import re
from collections.abc import Iterator

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.slips.comments import without_comments
from sphinx_vita.reading.slips.foreign_markup import tex_parentheses
from sphinx_vita.reading.slips.front_matter import is_front_matter
from sphinx_vita.sphinx.markdown.fences import (
    comment_left_open,
    fence_finding,
    is_raw_directive,
    raw_directive_finding,
    says_private,
)

FINDING = "vita_finding"  # the type of a token that only tells
IN_RECORD = "vita_in_record"  # in the parser's memory: the text is the body of one of our directives
_NOWHERE = -2
_END = re.compile(r"^[ \t]*(?:[:：]{2,}|`{3,}|~{3,})[ \t]*$", re.MULTILINE)  # of a directive that is none
_STRAY_FENCE = re.compile(r"^[ \t]*[:：]{2,}[ \t]*$", re.MULTILINE)
_LIST = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_CELLS = ("td", "th", "tr", "thead", "tbody")
COMMENT = "a comment is left out here; take it out, or begin each of its lines with '%', which nobody is shown"
_UNCLOSED = "this comment has no end and all behind it is left out; write '-->' at its end, or begin its lines with '%'"
_CODE = "this is indented so far that it is code; begin it at the left, or put code between lines of three backticks"
_FRONT_MATTER = (
    "this looks like front matter and is left out; it is read in the first line of a page alone: move it there"
)


def check_blocks(state: StateCore) -> None:
    """Take comments and misplaced directives out of the blocks of a text, and note what is told."""
    state.tokens = Blocks(state).checked()


def finding_token(finding: Finding) -> Token:
    """Make the token of a finding, whose line is counted from 0 in the text that is being parsed."""
    return Token(FINDING, "", 0, map=[finding.line, finding.line + 1], meta={"finding": finding}, block=True)


class Blocks:
    """The blocks of one text."""

    def __init__(self, state: StateCore) -> None:
        self._tokens = state.tokens
        self._lines = state.src.split("\n")
        self._kept: list[Token] = []
        self._opened: list[tuple[int, list[bool]]] = []  # places of opening tokens, and whether something is gone
        self._comment: int | None = None
        self._comment_line = 0
        self._findings: list[Finding] = []
        self._lost = _NOWHERE  # how many blocks are open around a private record that is none
        self._in_record = bool(state.env.get(IN_RECORD))

    def checked(self) -> list[Token]:
        """Return the tokens that stay, with those of the findings behind them."""
        for place, token in enumerate(self._tokens):
            if self._is_of_lost_record(place, token):
                self._note_gap()
            elif token.nesting == 1:
                self._opened.append((len(self._kept), [False]))
                self._kept.append(token)
            elif token.nesting == -1:
                self._close(token)
            elif self._stays(place, token):
                self._kept.append(token)
            else:
                self._note_gap()
        if self._comment is not None:
            self._tell(Mistake.COMMENT, _UNCLOSED, self._comment_line)
        return [*self._kept, *map(finding_token, self._findings)]

    def _is_of_lost_record(self, place: int, token: Token) -> bool:
        """Whether a block is the body of a private record that has lost its beginning: up to a fence or a heading."""
        is_end = token.type in ("fence", "colon_fence") and token.info.strip()[:1] in ("", "{")
        if is_end or token.type == "heading_open" or (token.nesting == -1 and len(self._opened) <= self._lost):
            self._lost = _NOWHERE
        if self._lost == _NOWHERE or token.nesting:
            return False
        if _END.search(token.content):
            self._lost = _NOWHERE
        return True

    def _tell(self, mistake: Mistake, message: str, line: int) -> None:
        self._findings.append(Finding(mistake, message, line))

    def _note_gap(self) -> None:
        if self._opened:
            self._opened[-1][1][0] = True

    def _close(self, token: Token) -> None:
        """Keep the end of a block, or take out a block that is empty since its content is gone."""
        start, (has_gap,) = self._opened.pop()
        inside = self._kept[start + 1 :]
        is_table = token.type == "table_close"
        texts = [each for each in inside if each.type == "inline"] if is_table else inside
        is_empty = all(each.type == "inline" and not each.content.strip() for each in texts)
        if has_gap and is_empty and token.type.removesuffix("_close") not in _CELLS:
            del self._kept[start:]
        else:
            self._kept.append(token)
        if has_gap:
            self._note_gap()

    def _stays(self, place: int, token: Token) -> bool:
        """Whether a block without others inside it is shown."""
        line = token.map[0] if token.map else 0
        if token.type in ("inline", "html_block") or self._comment is not None:
            before, was_open = token.content, self._comment is not None
            is_text = token.type in ("inline", "html_block")
            cut = without_comments(token.content, self._comment, is_markdown=token.type == "inline")
            self._note_comments(cut.lines, cut.open, line, was_open=was_open)
            token.content = cut.text if is_text else ""
            if token.content != before:
                self._note_gap()
            if not token.content.strip():
                return token.type == "inline" and bool(self._opened) and self._is_in_cell()
        return self._is_shown(place, token, line)

    def _is_in_cell(self) -> bool:
        return self._kept[self._opened[-1][0]].type in ("td_open", "th_open")

    def _note_comments(self, lines: tuple[int, ...], still_open: int | None, line: int, *, was_open: bool) -> None:
        """Warn of the comments that begin here; the last may go on."""
        ended = lines if still_open is None or (was_open and not lines) else lines[:-1]
        for each in ended:
            self._tell(Mistake.COMMENT, COMMENT, line + each)
        if was_open and (still_open is None or lines):
            self._tell(Mistake.COMMENT, COMMENT, self._comment_line)
        if still_open is not None and lines:
            self._comment_line = line + lines[-1]
        self._comment = still_open

    def _is_shown(self, place: int, token: Token, line: int) -> bool:
        if token.type in ("fence", "colon_fence"):
            finding, stays = fence_finding(token, self._lines)
            self._findings += [finding] if finding else []
            self._comment = comment_left_open(token) if stays else None  # one may end behind the directive
            self._comment_line = line
            return stays
        if token.type == "code_block" and is_raw_directive(token.content):
            self._leave_out(token.content, line, is_indented=True)
            return False
        if token.type == "code_block" and (self._in_record or _LIST.match(token.content)):
            self._tell(Mistake.INDENTED, _CODE, line)
        return token.type != "inline" or self._is_prose(place, token, line)

    def _is_prose(self, place: int, token: Token, line: int) -> bool:
        """Whether the text of a block is meant to be read."""
        heading = self._tokens[place - 1] if place else None
        above = self._tokens[place - 2] if place > 1 else None
        if heading and heading.markup == "-" and above and above.type == "hr" and is_front_matter(token.content):
            self._tell(Mistake.BROKEN_FRONT_MATTER, _FRONT_MATTER, line)
            return False
        if is_raw_directive(token.content):
            self._leave_out(token.content, line, is_indented=False)
            return False
        self._findings += _stray_signs(token.content, line)
        token.content = _STRAY_FENCE.sub("", token.content)
        return bool(token.content.strip()) or self._is_in_cell()

    def _leave_out(self, text: str, line: int, *, is_indented: bool) -> None:
        """Warn of a directive that is none; what follows a private one is left out with it."""
        self._findings.append(raw_directive_finding(text, line, is_indented=is_indented))
        if says_private(text) and not _END.search(text):
            self._lost = len(self._opened) - (0 if is_indented else 1)


def _stray_signs(text: str, line: int) -> Iterator[Finding]:
    """Find ends of comments and of fences that nothing began, and the parentheses of TeX."""
    for number, each in enumerate(text.split("\n")):
        if re.fullmatch(r"\s*(?:[:：]{2,}|-->)\s*", each):
            message = f"{each.strip()!r} ends nothing here; take it out, or write the beginning that it belongs to"
            yield Finding(Mistake.BROKEN_FENCE, message, line + number)
    for foreign in tex_parentheses(text):
        yield Finding(Mistake.FOREIGN_MARKUP, foreign.message, line + text.count("\n", 0, foreign.place))
