"""Text of two directions on one page: a fact that runs the other way is kept from turning what stands around it.

Letters decide, while the site is built. A page whose letters all run one way stays as it is.
"""

import re
from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.locale import direction_of
from sphinx_vita.locale.bidi import SIGNED, has_other, opposite, turned
from sphinx_vita.sphinx.render.nodes import isolated, spoken, unspoken

_LINES = (nodes.paragraph, nodes.title, nodes.rubric, nodes.term, nodes.caption, nodes.attribution, nodes.line)
_FORMATS = (nodes.emphasis, nodes.superscript, nodes.subscript, nodes.literal, nodes.math, isolated)
_MARKS = (unspoken, spoken)  # behind a name
_WHOLE = {"vita-abstract", "vita-reference"}  # long enough to begin at the edge where their language begins
_PROSE = {"vita-text", "vita-tldr", "vita-lead", *_WHOLE}  # in a record
_NO_WORDS = (nodes.literal, nodes.math, nodes.raw)
_BLOCKS = (nodes.section, nodes.document, nodes.block_quote)
Unit = list[nodes.Node]


class IsolateText(SphinxPostTransform):
    """Isolates the facts of a record's lines, and blocks and links of prose that run the other way."""

    default_priority = 16  # behind the lists of authors
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Isolate what needs it."""
        isolate([self.document], self.config.language or "en")


def isolate_titles(app: Sphinx, doctree: nodes.document) -> None:
    """Isolate what needs it in the titles of a page that has just been read: menus and links to it take them so."""
    isolate(list(doctree.findall(nodes.title)), app.config.language or "en")


def isolate(parts: Sequence[nodes.Element], language: str) -> None:
    """Isolate what needs it in parts of a page, whose language is given."""
    page = direction_of(language)
    if page == "ltr" and not any(has_other(text, page) for part in parts for text in part.findall(nodes.Text)):
        return
    texts = [node for part in parts for node in part.findall(nodes.TextElement)]
    for line in [node for node in texts if isinstance(node, _LINES)]:
        if page == "rtl":
            _isolate_signs(line)
        if isinstance(line, nodes.paragraph) and not is_of_record(line):
            _isolate_prose(line, page)
        elif "vita-buttons" not in line["classes"]:  # each is a box
            _isolate_facts(line, page)


def is_of_record(line: nodes.Element) -> bool:
    """Whether a line is made of the facts of a record, and is no prose."""
    above: nodes.Element | None = line
    while above is not None:
        if _PROSE & set(above["classes"]):
            return False
        if any(name.startswith("vita-") for name in above["classes"]):
            return True
        above = above.parent
    return False


def _isolate_prose(line: nodes.paragraph, page: str) -> None:
    """Turn prose that runs the other way as a whole, else the links in it that do."""
    words = _seen(line)
    is_block = isinstance(line.parent, _BLOCKS) or bool(_WHOLE & set(line["classes"]))
    if turned(words, page) and (is_block or len(line.children) > 1 or _needs_its_direction(words, page)):
        whole = isolated("", "", *line.children, direction=opposite(page), whole=is_block)
        line.children = []
        line += whole
    else:
        for link in [child for child in line.children if isinstance(child, nodes.reference)]:
            line.replace(link, _isolated([link], page))


def _isolate_facts(line: nodes.TextElement, page: str) -> None:
    units = _units(line)
    is_alone = sum(1 for unit in units if any(map(_says, unit))) == 1
    line.children = [node for unit in units for node in _isolated(unit, page, is_alone=is_alone)]
    for child in line.children:
        child.parent = line


def _units(line: nodes.TextElement) -> list[Unit]:
    """Cut a line into its facts: a text with its formats, a name with its marks, each between what parts them."""
    units: list[Unit] = []
    for child in line.children:
        if units and _belongs(child, units[-1][-1]):
            units[-1].append(child)
        else:
            units.append([child])
    return units


def _belongs(child: nodes.Node, last: nodes.Node) -> bool:
    """Whether a node is of one fact with the one before it."""
    if isinstance(child, _MARKS):
        return True
    is_formatted = isinstance(last, nodes.Text) != isinstance(child, nodes.Text)
    are_words = all(isinstance(each, (nodes.Text, *_FORMATS)) and _says(each) for each in (last, child))
    return is_formatted and are_words and not last.astext().endswith(": ")


def _says(node: nodes.Node) -> bool:
    """Whether a node is no mere separator or sign."""
    return any(character.isalnum() for character in node.astext())


def _isolated(unit: Unit, page: str, *, is_alone: bool = False) -> Unit:
    """Isolate a fact that has letters of both directions or runs the other way; alone, it may have nothing to turn."""
    text = "".join(map(_seen, unit))
    is_turned = turned(text, page)
    has_others = any(isinstance(each, _NO_WORDS) for node in unit for each in node.findall())
    is_plain = is_alone and not has_others and not (is_turned and _needs_its_direction(text, page))
    first = unit[0]
    if is_plain or isinstance(first, isolated) or not (is_turned or has_other(text, page)):
        return unit
    direction = opposite(page) if is_turned else page
    if isinstance(first, nodes.Text) and len(unit) == 1:
        words = first.strip()
        before, behind = first.split(words)  # blanks would go to the other side
        return [nodes.Text(before), isolated("", words, direction=direction), nodes.Text(behind)]
    if len(unit) > 1 or not isinstance(first, nodes.TextElement):
        return [isolated("", "", *unit, direction=direction)]
    inner = isolated("", "", *first.children, direction=direction)  # what styles ask for stays as it is
    first.children = []
    first += inner
    return unit


def _seen(node: nodes.Node) -> str:
    """Return the words of a node that are seen; code and formulas run to the right in every language."""
    if isinstance(node, (spoken, *_NO_WORDS)):
        return ""
    return "".join(map(_seen, node.children)) if isinstance(node, nodes.Element) else node.astext()


def _needs_its_direction(text: str, page: str) -> bool:
    """Whether a text that stands alone would come out in another order as its page runs."""
    return has_other(text, opposite(page)) or not all(text.strip()[edge].isalpha() for edge in (0, -1))


def _isolate_signs(line: nodes.TextElement) -> None:
    """Keep the signs of words such as `C++` at their ends in text that runs from right to left."""
    for text in list(line.findall(nodes.Text)):
        if SIGNED.search(text) and not isinstance(text.parent, _NO_WORDS) and not turned(text, "rtl"):
            cut = enumerate(re.split(f"({SIGNED.pattern})", text))
            words = [isolated("", each, direction="ltr") if place % 2 else nodes.Text(each) for place, each in cut]
            text.parent.replace(text, [word for word in words if word.astext()])
