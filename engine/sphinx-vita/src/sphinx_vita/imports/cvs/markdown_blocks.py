"""The blocks of a CV in Markdown: headings, paragraphs and items of lists, from whichever converter they come."""

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sphinx_vita.imports.cvs.items import is_dates, words_of

_JOINED = re.compile(r"(?<=\S)\*{4}(?=\S)")  # `**A****B**` of a converter that lost a line's end
# What pandoc writes around text: fenced divisions, attributes, and spans with attributes, which stood apart on paper.
_DIVISION = re.compile(r"^:{3,}.*$", re.MULTILINE)
_SPAN = re.compile(r"[ \t]*\[(?P<words>[^\[\]\n]*)\]\{[^{}\n]*\}")
_ATTRIBUTES = re.compile(r"(?<=[\w)\]*`])[ \t]*\{[#.][^{}\n]*\}")
LABELED = re.compile(r"(?:\*\*[^*\n]+(?::\*\*|\*\*:)[^\n]*\n?){2,}")  # lines that have each its label in bold
_DEFINED = re.compile(r"(?P<term>[^\n]+)\n:\s+(?P<words>[\s\S]+)")


@dataclass(slots=True)
class Block:
    """A heading, a paragraph or an item of a list, as written."""

    kind: str  # "heading", "paragraph", "item"
    text: str
    line: int
    level: int = 0  # of a heading
    nested: list[str] = field(default_factory=list)  # the list in an item

    def markdown(self) -> str:
        """Return the block as it was written."""
        marks = {"heading": "#" * min(self.level, 6) + " ", "item": "- "}.get(self.kind, "")
        return marks + "\n".join([self.text, *(f"  - {each}" for each in self.nested)])


def read_blocks(text: str) -> list[Block]:
    """Cut Markdown into headings, paragraphs and the items of its outer lists."""
    reader = _Reader(_without_attributes(text))
    for place, token in enumerate(reader.tokens):
        reader.take(token, reader.tokens[place - 1])
    return reader.blocks


def _without_attributes(text: str) -> str:
    plain = _SPAN.sub(lambda match: f"\\\n{match['words']}", _DIVISION.sub("", text))
    return _ATTRIBUTES.sub("", plain)


class _Reader:
    """What was read so far of a text's tokens."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.tokens = MarkdownIt("commonmark").enable("table").parse(text)
        self.blocks: list[Block] = []
        self.depth = 0  # of lists
        self.item: Block | None = None
        self.cells: list[str] = []

    def take(self, token: Token, opening: Token) -> None:
        """Take the next token; `opening` is the one before it."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.depth -= 1
            self.item = self.item if self.depth else None
        elif token.type == "list_item_open" and self.depth == 1:
            self.item = Block("item", "", _line(token))
            self.blocks.append(self.item)
        elif token.type == "tr_close":
            self.blocks += [Block("item", row_of(self.cells), _line(opening))] if self.cells else []
            self.cells = []
        elif token.type == "inline":
            self._take_words(token, opening)
        elif token.type in ("fence", "code_block", "html_block") and token.map:
            self._take_paragraph("\n".join(self.lines[slice(*token.map)]), _line(token))

    def _take_words(self, token: Token, opening: Token) -> None:
        words = re.sub(r"\\(?=\n|$)", "", token.content).strip()
        if opening.type in ("td_open", "th_open"):
            self.cells += [words] if words and opening.type == "td_open" else []
        elif opening.type == "heading_open":
            self.blocks.append(Block("heading", words, _line(token), level=int(opening.tag[1:])))
        else:
            self._take_paragraph(words, _line(token))

    def _take_paragraph(self, words: str, line: int) -> None:
        if self.item is not None and self.depth > 1:
            self.item.nested.append(words)
        elif self.item is not None:
            self.item.text = "\n".join(filter(None, [self.item.text, words]))
        else:
            parts = words.split("\n") if LABELED.fullmatch(words) else _JOINED.sub("**\n\n**", words).split("\n\n")
            self.blocks += [_paragraph(part, line) for part in parts]


def _paragraph(text: str, line: int) -> Block:
    """Return a paragraph, or the item that a term and its definition are."""
    found = _DEFINED.fullmatch(text)
    if not found:
        return Block("paragraph", text, line)
    term, words = found["term"], re.sub(r"\n:\s+", "\n", found["words"])
    return Block("item", f"{words}\n{term}" if is_dates(words_of(term)) else f"{term}: {words}", line)


def row_of(cells: list[str]) -> str:
    """Write a row of a table as the line of a list: what is known by its dates stands behind the rest."""
    if len(cells) == 2 and len(cells[0].split()) < 3 and not is_dates(words_of(cells[0])):
        return f"{cells[0].strip(': ')}: {cells[1]}"
    dates = [cell for cell in cells if is_dates(words_of(cell))]
    return "\n".join([", ".join(cell for cell in cells if cell not in dates), *dates])


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0
