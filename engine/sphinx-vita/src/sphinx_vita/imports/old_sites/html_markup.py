"""HTML in Markdown, as sites of Jekyll and Hugo have it, written as Markdown."""

import re
from collections.abc import Callable

from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString, PageElement

_INLINE = (
    "a abbr acronym b big center cite code del em font i img ins kbd mark nobr q s small span strike strong sub sup"
    " tt u var wbr"
)
_BLOCKS = (
    "address article aside blockquote body br caption col colgroup dd details div dl dt fieldset figcaption figure"
    " footer h1 h2 h3 h4"
    " h5 h6 head header hr html label legend li link main meta nav ol p picture pre section source summary table"
    " tbody td tfoot th thead title tr ul"
)
_LOST = "audio button canvas embed form iframe input noscript object script select style svg textarea video".split()
_NAMES = "|".join([*_INLINE.split(), *_BLOCKS.split(), *_LOST])
_NO_TAG = re.compile(rf"<(?!/?(?:{_NAMES})(?:[\s/>])|!--)", re.IGNORECASE)
_LESS = "\ue000"  # stands for a sign that opens no tag
ENTITIES = {"&lt;": "\ue010", "&gt;": "\ue011", "&amp;": "\ue012"}  # signs that must not become markup on the way
_BREAK = "\ue003"  # the end of a line, until all is written
_MARKS = {
    **dict.fromkeys(("b", "strong"), "**"),
    **dict.fromkeys(("i", "em", "cite", "var"), "*"),
    **dict.fromkeys(("del", "s", "strike"), "~~"),
    **dict.fromkeys(("code", "kbd", "tt"), "`"),
}
_ROLES = {"sub": "sub", "sup": "sup"}
_VIDEOS = re.compile(r"youtube|youtu\.be|vimeo")


def markdown_of(text: str, lose: Callable[[str], None]) -> str:
    r"""Write the HTML in a text as Markdown; what has no words, and comments, goes to `lose` as it was.

    >>> markdown_of("A <b>big</b> cat<br>and <a href='x.pdf'>a dog</a>, 1 < 2", print)
    'A **big** cat\\\nand [a dog](x.pdf), 1 < 2'
    """
    if "<" not in text:
        return text
    soup = BeautifulSoup(_NO_TAG.sub(_LESS, text), "html.parser")
    try:
        text = _inner(soup, lose)
    except RecursionError:  # nested deeper than any page is: tags that nobody closes
        text = soup.get_text()
    text = re.sub(r"[ \t]*\ue003(?:[ \t]*\n){2,}[ \t]*|[ \t]*\ue003\s*\Z", "\n\n", text)
    return re.sub(r"[ \t]*\ue003[ \t]*\n?[ \t]*", r"\\\n", text).replace(_LESS, "<")


def _inner(tag: Tag, lose: Callable[[str], None]) -> str:
    return "".join(_written(each, lose) for each in tag.children)


def _written(node: PageElement, lose: Callable[[str], None]) -> str:
    if isinstance(node, Comment):
        lose(f"<!--{node}-->".replace(_LESS, "<"))
        return ""
    if isinstance(node, NavigableString):
        return str(node)
    if not isinstance(node, Tag):
        return ""
    if node.name in _LOST:
        return _without_words(node, lose)
    write = _WRITERS.get(node.name)
    if write:
        return write(node, lose)
    inner = _inner(node, lose)
    return f"\n\n{_dedented(inner)}\n\n" if node.name in _BLOCKS.split() else inner


def _without_words(tag: Tag, lose: Callable[[str], None]) -> str:
    """Keep a video as its address; all else of this sort is lost."""
    address = str(tag.get("src") or "")
    if tag.name == "iframe" and _VIDEOS.search(address):
        address = f"https:{address}" if address.startswith("//") else address
        return f"\n\n:::{{video}} {address}\n:::\n\n"
    lose(str(tag).replace(_LESS, "<"))
    return ""


def _marked(tag: Tag, lose: Callable[[str], None]) -> str:
    inner = _inner(tag, lose)
    words = inner.strip()
    if not words or "\n\n" in words or words.startswith("*"):
        return inner
    mark = _MARKS[tag.name]
    before, _, after = inner.partition(words)
    return f"{before}{mark}{words}{mark}{after}"


def _shifted(tag: Tag, lose: Callable[[str], None]) -> str:
    words = " ".join(_inner(tag, lose).split())
    return f"{{{_ROLES[tag.name]}}}`{words}`" if words and "`" not in words else words


def _link(tag: Tag, lose: Callable[[str], None]) -> str:
    words, address = " ".join(_inner(tag, lose).split()), str(tag.get("href") or "").strip()
    if not address or not words:
        return words
    target = f"<{address}>" if re.search(r"[\s()]", address) else address
    return f"[{words}]({target})" if "](" not in words or words.startswith("![") else words


def _picture(tag: Tag, _: Callable[[str], None]) -> str:
    address = " ".join(str(tag.get("src") or tag.get("data-src") or "").split())
    words = " ".join(str(tag.get("alt") or tag.get("title") or "").split())
    return f"![{words}](<{address}>)" if re.search(r"[\s()]", address) else f"![{words}]({address})" if address else ""


def _item(tag: Tag, lose: Callable[[str], None]) -> str:
    siblings = tag.find_previous_siblings("li")
    mark = f"{len(siblings) + 1}. " if tag.parent and tag.parent.name == "ol" else "- "
    lines = [line for line in _dedented(_inner(tag, lose)).split("\n") if line.strip()] or [""]
    return "\n" + mark + ("\n" + " " * len(mark)).join(lines)


def _list(tag: Tag, lose: Callable[[str], None]) -> str:
    parts = [_written(each, lose) for each in tag.children]
    return "\n\n" + "".join(part for part in parts if part.strip()).strip() + "\n\n"


def _heading(tag: Tag, lose: Callable[[str], None]) -> str:
    words = " ".join(_inner(tag, lose).replace(_BREAK, " ").split())
    return f"\n\n{'#' * int(tag.name[1])} {words}\n\n" if words else ""


def _table(tag: Tag, lose: Callable[[str], None]) -> str:
    """Write a table whose first row is its head; cells are on one line."""
    rows = [
        [" ".join(_inner(cell, lose).split()).replace("|", "\\|") for cell in row.find_all(["th", "td"])]
        for row in tag.find_all("tr")
    ]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in full]
    return "\n\n" + "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]]) + "\n\n"


def _preformatted(tag: Tag, _: Callable[[str], None]) -> str:
    text = tag.get_text()
    for sign, kept in ENTITIES.items():
        text = text.replace(kept, {"&lt;": "<", "&gt;": ">", "&amp;": "&"}[sign])
    return "\n\n```\n" + text.strip("\n") + "\n```\n\n"


def _quotation(tag: Tag, lose: Callable[[str], None]) -> str:
    lines = _dedented(_inner(tag, lose)).replace(_BREAK, "\\\n").split("\n")
    return "\n\n" + "\n".join(f"> {line}".rstrip() for line in lines) + "\n\n"


def _strong_line(tag: Tag, lose: Callable[[str], None]) -> str:
    words = " ".join(_inner(tag, lose).split())
    return f"\n\n**{words.strip('*')}**\n\n" if words else ""


_WRITERS: dict[str, Callable[[Tag, Callable[[str], None]], str]] = {
    **dict.fromkeys(_MARKS, _marked), **dict.fromkeys(_ROLES, _shifted), **dict.fromkeys(("dt", "summary"),
    _strong_line),
    **{f"h{level}": _heading for level in range(1, 7)}, "a": _link, "img": _picture, "li": _item, "table": _table,
    "ul": _list, "ol": _list,
    "pre": _preformatted, "blockquote": _quotation, "br": lambda *_: _BREAK, "hr": lambda *_: "\n\n---\n\n",
}  # fmt: skip


def _dedented(text: str) -> str:
    """Take off the indentation that the nesting of tags gave to lines, which in Markdown would make code of them."""
    lines = text.strip().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    return "\n".join([lines[0], *(line[margin:] for line in lines[1:])])
