"""A CV in plain Markdown: headings, bold lines and lists, as people and converters write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from sphinx_vita.imports.cvs.citations import read_citation
from sphinx_vita.imports.cvs.drafting import draft_of, parts_of
from sphinx_vita.imports.cvs.items import Item, cut_dates, is_dates, read_lines, unemphasized, words_of
from sphinx_vita.imports.cvs.markdown_blocks import Block, read_blocks
from sphinx_vita.imports.cvs.person import read_person
from sphinx_vita.imports.cvs.references import Keys, entry_of
from sphinx_vita.imports.cvs.sections import PROSE, Heading, is_section, meaning_of
from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover, Section
from sphinx_vita.imports.judging import judged
from sphinx_vita.imports.old_sites.html_markup import markdown_of

_STRONG = re.compile(r"\s*(?:\*\*|__)(?P<strong>(?:(?!\*\*|__).)+)(?:\*\*|__)(?P<rest>.*)", re.DOTALL)
_HTML = re.compile(
    r"</?(?:[abipu]|br|em|strong|sub|div|span|center|font|small|table|t[dhr]|[ou]l|li|img|hr|h[1-6])(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"\[[^\]]+\]\(|[<(]|[*_](?![*_])|\S+@\S+|https?:")
_ON_REQUEST = re.compile(
    r"(?i)(?:(?:references? )?(?:are )?available (?:up)?on request|on request|auf anfrage|sur demande)\W*"
)


@dataclass(slots=True)
class _Part:
    """A section of the CV, with its blocks."""

    title: str
    line: int = 0
    blocks: list[Block] = field(default_factory=list)


def read_markdown_cv(text: str) -> Imported:
    """Read the CV. Never raises: what cannot be told apart is left over, with its line."""
    lost: list[str] = []
    text = markdown_of(text, lost.append) if _HTML.search(text) else text
    first, *parts = _parts(read_blocks(text))
    profile, loose = read_person(first.title, [block.text for block in first.blocks], text)
    told = (each for each in lost if re.search(r"\w", each))
    loose += [Leftover(text=each, reason="Markdown has no such thing", place="HTML in the CV") for each in told]
    keys = Keys()
    owner = profile.title if profile else ""
    sections = tuple(section_of(part.title, part.blocks, keys, owner) for part in parts)
    return judged(Imported(profile=profile, loose=tuple(loose), sections=sections))


def section_of(heading: str, blocks: list[Block], keys: Keys, owner: str) -> Section:
    """Read a section into records, or keep it as prose where its heading means no records."""
    title = heading.capitalize() if heading.isupper() else heading
    meaning = meaning_of(heading)
    if meaning is None or meaning.kind == PROSE:
        return Section(title=title, prose=prose_of(blocks))
    contents = tuple(contents_of(meaning, blocks, keys, owner))
    return Section(title=title, contents=contents, statuses=(meaning.status,) if meaning.status else ())


def contents_of(meaning: Heading, blocks: list[Block], keys: Keys, owner: str) -> Iterator[Draft | Entry | Leftover]:
    """Yield the records and entries that stand in the blocks of a section."""
    for inner, group in _groups(meaning, blocks):
        if inner:
            yield from contents_of(inner, group, keys, owner)
            continue
        yield from _contents(meaning, group, keys, owner)


def _groups(meaning: Heading, blocks: list[Block]) -> Iterator[tuple[Heading | None, list[Block]]]:
    """Cut a section at headings that say of which sort the paragraphs below are: `Books` among publications."""
    group: list[Block] = []
    inner: Heading | None = None
    for place, block in enumerate(blocks):
        named = meaning_of(block.text) if block.kind == "heading" and is_section(block.text) else None
        is_over_text = place + 1 < len(blocks) and blocks[place + 1].kind == "paragraph"
        if named and named.kind == meaning.kind and (named.type or named.status) and is_over_text:
            yield inner, group
            inner, group = named, []
        else:
            group.append(block)
    yield inner, group


def _contents(meaning: Heading, blocks: list[Block], keys: Keys, owner: str) -> Iterator[Draft | Entry | Leftover]:
    for item in _items(blocks, is_bibliography=meaning.kind == "publication"):
        yield from (content_of(refined, part, keys, owner) for refined, part in parts_of(meaning, item))


def content_of(meaning: Heading, item: Item, keys: Keys, owner: str) -> Draft | Entry | Leftover:
    """Make the record, or the entry of a bibliography, that an item is."""
    if meaning.kind == "referee" and _ON_REQUEST.fullmatch(words_of(item.title)):
        return Leftover(text=item.text, reason="it names nobody", place=f"line {item.line}")
    return entry_of(meaning, item, keys, owner) if meaning.kind == "publication" else draft_of(meaning, item)


def prose_of(blocks: list[Block]) -> str:
    """Return blocks as Markdown; the items of a list stand together."""
    texts = [block.markdown() for block in blocks]
    kinds = [block.kind for block in blocks]
    signs = ["\n" if pair == ("item", "item") else "\n\n" for pair in pairwise(kinds)]
    return "".join(text + sign for text, sign in zip(texts, [*signs, ""], strict=True))


def _parts(blocks: list[Block]) -> list[_Part]:
    """Cut a CV into what stands before its first section, under the person's name, and its sections."""
    headings = [block for block in blocks if block.kind == "heading"]
    is_plain = not headings
    name = headings[0] if headings and not is_section(headings[0].text) else None
    name = name if name is None or _is_name(name.text) or meaning_of(name.text) is None else None
    top = min((block.level for block in headings if block is not name), default=0)
    parts = [_Part(name.text if name else "")]
    if name is None and blocks and blocks[0].kind == "paragraph":
        parts[0].title = _take_name(blocks[0])
    for block in blocks:
        if block is name:
            continue
        is_title = block.kind == "heading" and block.level == top
        title = block.text if is_title else _set_as_section(block, is_plain=is_plain)
        if title:
            parts.append(_Part(unemphasized(title).strip(": "), block.line))
        elif block.text:
            parts[-1].blocks.append(block)
    return parts


def _is_name(text: str) -> bool:
    """Whether the first heading names a person: `Ann Lee's résumé`, `Prof. Ann Projects`."""
    words = words_of(text)
    return bool(re.search(r"(?i)curriculum|\bcv\b|r[ée]sum[ée]|lebenslauf|\bdr\b|\bprof\b", words))


def _take_name(block: Block) -> str:
    """Take the name off the first paragraph of a CV without headings; "" where it is none."""
    first, *lines = block.text.split("\n")
    name = words_of(first)
    if not 1 < len(name.split()) < 7 or re.search(r"[\d@:|]", name) or is_section(name):
        return ""
    block.text = "\n".join(lines)
    return name


def _set_as_section(block: Block, *, is_plain: bool) -> str:
    """Return the title of a section that is a paragraph: in capitals, or in a CV without headings bold; else ""."""
    if block.kind != "paragraph" or "\n" in block.text.strip():
        return ""
    found = _STRONG.fullmatch(block.text)
    title = found["strong"] if found and not found["rest"].strip(" :") else "" if found else words_of(block.text)
    is_capital = title.isupper() and meaning_of(title) is not None and len(title.split()) < 7
    return title if is_capital or (is_plain and is_section(title)) else ""


def _items(blocks: list[Block], *, is_bibliography: bool) -> Iterator[Item]:
    """Cut a section into its entries: at headings and bold lines, else at each item of a list or paragraph."""
    is_cited = is_bibliography and all(_is_cited(block) for block in blocks)  # where bold words may be a name
    has_heads = not is_cited and any(block.kind == "heading" or _is_head(block) for block in blocks)
    is_list = is_cited or all(block.kind == "item" for block in blocks)
    item: Item | None = None
    for block in blocks:
        started = [_first(block)] if is_cited else _started(block, item, is_single=is_list or not has_heads)
        if started:
            if item is not None:
                yield item
            *whole, item = started
            yield from whole
        elif item is not None and block.kind == "item":
            item.bullets.append("\n".join([block.text, *(f"- {each}" for each in block.nested)]))
        elif item is not None:
            item.lines += block.text.split("\n")
    if item is not None:
        yield item


def _started(block: Block, item: Item | None, *, is_single: bool) -> list[Item]:
    """Return the entries that begin with a block: none where it belongs to the entry before."""
    if is_single and (block.kind == "item" or item is None or not _continues(block)):
        return [_headed(block)] if _is_head(block) and block.kind == "item" else _single(block)
    if block.kind == "heading" or (
        not is_single and _is_head(block) and (block.kind != "item" or item is None or not item.lines)
    ):
        return [_headed(block)]
    return [_first(block)] if item is None else []


def _single(block: Block) -> list[Item]:
    """Return the entry that a block is, or those that its lines are where each has its dates."""
    items: list[Item] = []
    for place, line in enumerate(block.text.split("\n")):
        if cut_dates(line)[1] and not is_dates(words_of(line)):
            items.append(Item(line.strip(), [], [], block.line + place))
        elif items and read_lines([line], cut=False).options:
            items[-1].lines.append(line)
        else:
            return [_first(block)]
    return items if block.kind == "paragraph" and len(items) > 1 else [_first(block)]


def _first(block: Block) -> Item:
    first, *lines = block.text.split("\n")
    return Item(first.strip(), lines, list(block.nested), block.line)


def _is_cited(block: Block) -> bool:
    return block.kind != "heading" and not block.nested and read_citation(block.text) is not None


def _is_head(block: Block) -> bool:
    return block.kind != "heading" and _STRONG.match(block.text) is not None


def _continues(block: Block) -> bool:
    """Whether a paragraph without a head belongs to the one before: an address, a link, dates."""
    text = block.text.strip()
    return block.kind == "paragraph" and (is_dates(words_of(text)) or _CONTINUES.match(text) is not None)


def _headed(block: Block) -> Item:
    """Begin an item with its head: all of a heading, the bold words of a line and what stands behind them."""
    found = _STRONG.match(block.text) if block.kind != "heading" else None
    if found is None:
        return Item(block.text, [], list(block.nested), block.line)
    behind, *lines = found["rest"].split("\n")
    title = found["strong"].strip()
    if is_dates(words_of(title.strip(" :"))):
        lines += [title.strip(" :")] if behind.strip() else []
        return Item(behind.strip(" :|–—-") or title, lines, list(block.nested), block.line)
    if behind.strip() and (title.endswith(":") or behind.lstrip().startswith((",", ":", "|", "–", "—", "-", "("))):
        title = title + (" " if title.endswith(":") or not behind.startswith((",", ":")) else "") + behind.strip()
        behind = ""
    return Item(title, [line for line in (behind, *lines) if line.strip()], list(block.nested), block.line)
