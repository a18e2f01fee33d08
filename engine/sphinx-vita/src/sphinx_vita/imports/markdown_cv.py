"""A CV in plain Markdown: headings, bold lines and lists, as people and converters write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sphinx_vita.imports.drafting import draft_of, parts_of
from sphinx_vita.imports.drafts import Imported, Section
from sphinx_vita.imports.items import Item, is_dates, unemphasized, words_of
from sphinx_vita.imports.person import read_person
from sphinx_vita.imports.references import Keys, entry_of
from sphinx_vita.imports.sections import PROSE, meaning_of

_STRONG = re.compile(r"\s*(?:\*\*|__)(?P<strong>(?:(?!\*\*|__).)+)(?:\*\*|__)(?P<rest>.*)", re.DOTALL)
_JOINED = re.compile(r"(?<=\S)\*{4}(?=\S)")  # `**A****B**` of a converter that lost a line's end


@dataclass(slots=True)
class _Block:
    """A heading, a paragraph or an item of a list, as written."""

    kind: str  # "heading", "paragraph", "item"
    text: str
    line: int
    level: int = 0  # of a heading
    nested: list[str] = field(default_factory=list)  # the list in an item


@dataclass(slots=True)
class _Part:
    """A section of the CV, with its blocks."""

    title: str
    line: int = 0
    blocks: list[_Block] = field(default_factory=list)


def read_markdown_cv(text: str) -> Imported:
    """Read the CV. Never raises: what cannot be told apart is left over, with its line."""
    first, *parts = _parts(list(_blocks(text)))
    profile, loose = read_person(first.title, [block.text for block in first.blocks], text)
    keys = Keys()
    return Imported(profile=profile, loose=tuple(loose), sections=tuple(_section(part, keys) for part in parts))


def _section(part: _Part, keys: Keys) -> Section:
    """Read a section into records, or keep it as prose where its heading means no records."""
    title = part.title.capitalize() if part.title.isupper() else part.title
    meaning = meaning_of(part.title)
    if meaning is None or meaning.kind == PROSE:
        return Section(title=title, prose="\n\n".join(map(_written, part.blocks)))
    items = (each for item in _items(part.blocks) for each in parts_of(meaning, item))
    contents = tuple(entry_of(*each, keys) if each[0].kind == "publication" else draft_of(*each) for each in items)
    return Section(title=title, contents=contents, statuses=(meaning.status,) if meaning.status else ())


def _written(block: _Block) -> str:
    marks = {"heading": "#" * min(block.level, 6) + " ", "item": "- "}.get(block.kind, "")
    return marks + "\n".join([block.text, *(f"  - {each}" for each in block.nested)])


def _blocks(text: str) -> Iterator[_Block]:
    """Cut Markdown into headings, paragraphs and the items of its outer lists."""
    lines = text.split("\n")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    nested = 0
    item: _Block | None = None
    cells: list[str] = []
    for place, token in enumerate(tokens):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            nested += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            nested -= 1
            if nested == 0 and item is not None:
                yield item
                item = None
        elif token.type == "list_item_open" and nested == 1:
            if item is not None:
                yield item
            item = _Block("item", "", _line(token))
        elif token.type == "inline" and tokens[place - 1].type in ("td_open", "th_open"):
            cells += [token.content] if token.content and tokens[place - 1].type == "td_open" else []
        elif token.type == "tr_close":
            if cells:
                yield _Block("item", _row(cells), _line(tokens[place - 1]) or 0)
            cells = []
        elif token.type == "inline" and item is not None:
            if nested > 1:
                item.nested.append(token.content)
            else:
                item.text = "\n".join(filter(None, [item.text, token.content]))
        elif token.type == "inline":
            yield from _block(token, tokens[place - 1])
        elif token.type in ("fence", "code_block", "html_block") and token.map:
            yield _Block("paragraph", "\n".join(lines[slice(*token.map)]), _line(token))


def _row(cells: list[str]) -> str:
    """Write a row of a table as the line of a list: what is known by its dates stands behind the rest."""
    if len(cells) == 2 and len(cells[0].split()) < 3 and not is_dates(words_of(cells[0])):
        return f"{cells[0].strip(': ')}: {cells[1]}"
    dates = [cell for cell in cells if is_dates(words_of(cell))]
    return "\n".join([", ".join(cell for cell in cells if cell not in dates), *dates])


def _block(token: Token, opening: Token) -> Iterator[_Block]:
    """Yield a heading, or a paragraph in its parts."""
    if opening.type == "heading_open":
        yield _Block("heading", token.content, _line(token), level=int(opening.tag[1:]))
        return
    for part in _JOINED.sub("**\n\n**", token.content).split("\n\n"):
        yield _Block("paragraph", part, _line(token))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _parts(blocks: list[_Block]) -> list[_Part]:
    """Cut a CV into what stands before its first section, under the person's name, and its sections."""
    headings = [block for block in blocks if block.kind == "heading"]
    name = headings[0] if headings and meaning_of(headings[0].text) is None else None
    levels = [block.level for block in headings if block is not name]
    top = min(levels, default=0)
    parts = [_Part(name.text if name else "")]
    for block in blocks:
        if block is name:
            continue
        title = block.text if block.kind == "heading" and block.level == top else _bold_section(block)
        if title:
            parts.append(_Part(unemphasized(title).strip(": "), block.line))
        else:
            parts[-1].blocks.append(block)
    return parts


def _bold_section(block: _Block) -> str:
    """Return the title of a section that is a bold paragraph in capitals; "" for other paragraphs."""
    found = _STRONG.fullmatch(block.text) if block.kind == "paragraph" else None
    title = found["strong"] if found and not found["rest"].strip(" :") else ""
    return title if title.isupper() and meaning_of(title) else ""


def _items(blocks: list[_Block]) -> Iterator[Item]:
    """Cut a section into its entries: at headings and bold lines, else at each item of a list or paragraph."""
    has_heads = any(block.kind == "heading" or _is_head(block) for block in blocks)
    item: Item | None = None
    for block in blocks:
        if not has_heads and (block.kind == "item" or item is None or not _continues(block)):
            first, *lines = block.text.split("\n")
            started: Item | None = Item(first.strip(), lines, list(block.nested), block.line)
        elif block.kind == "heading" or (_is_head(block) and (block.kind != "item" or item is None or not item.lines)):
            started = _headed(block)
        else:
            started = None
        if started is None and item is None:
            started = Item(words_of(block.text), [], list(block.nested), block.line)
        if started is not None:
            if item is not None:
                yield item
            item = started
        elif item is not None and block.kind == "item":
            item.bullets.append("\n".join([block.text, *(f"- {each}" for each in block.nested)]))
        elif item is not None:
            item.lines += block.text.split("\n")
    if item is not None:
        yield item


def _is_head(block: _Block) -> bool:
    return block.kind != "heading" and _STRONG.match(block.text) is not None


def _continues(block: _Block) -> bool:
    """Whether a paragraph without a head belongs to the one before: an address, a link, dates."""
    text = block.text.strip()
    return block.kind == "paragraph" and (is_dates(words_of(text)) or bool(re.match(r"[\[<(*_]|\S+@\S+|https?:", text)))


def _headed(block: _Block) -> Item:
    """Begin an item with its head: all of a heading, the bold words of a line and what stands behind them."""
    found = _STRONG.match(block.text) if block.kind != "heading" else None
    if found is None:
        return Item(block.text, [], list(block.nested), block.line)
    behind, *lines = found["rest"].split("\n")
    title = found["strong"].strip()
    if behind.strip() and (title.endswith(":") or behind.lstrip().startswith((",", ":", "|", "–", "—", "-", "("))):
        title = title + (" " if title.endswith(":") or not behind.startswith((",", ":")) else "") + behind.strip()
        behind = ""
    return Item(title, [line for line in (behind, *lines) if line.strip()], list(block.nested), block.line)
