"""Numbers that stay in one line with their unit, label or end: `24 GB`, `Fig. 3`, `377–393`.

They are spans, so that whoever copies or searches them finds a plain blank.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_vita.sphinx.render.nodes import spoken

# As they are written behind a number, with a prefix of the SI or of powers of two.
_WITH_PREFIX = "B|bit|bps|Hz|Wh?|eV|[VJgmsNl]|Pa|mol|FLOPS?|FLOP/s"
_UNITS = (
    f"[num\N{MICRO SIGN}\N{GREEK SMALL LETTER MU}cdhkKMGTPE]?(?:{_WITH_PREFIX})|[KMGTPE]i(?:B|bit)|[mk]A|[%‰×K€]|°[CF]?"
    "|min|h|[CGT]PUs?|px|pt|fps|FPS|rpm|ppm|dpi|(?:m|b|tr)illions?|Mio\\.|Mrd\\.|Millionen|milliards?|millones"
)
_LABELS = (
    r"(?:figs?|tabs?|eqs?|secs?|chap|ch|app|vol|no|nr|n|núm|abb|bd|art|pp?|s|рис|табл|стр|с|т)\."
    "|figure|table|section|chapter|equation|volume|step|arxiv|abbildung|tabelle|figura|tabla|tableau|§|№|n°|nº"
)
_NUMBER = r"(?:\d{1,3}(?:\s\d{3})+|[~≈<>≤≥±+−-]?\d+(?:[.,:–−]\d+)*)(?![\d–])"
_QUANTITY = rf"(?<![\w.]){_NUMBER}\s(?:{_UNITS})(?:/[A-Za-zµ]{{1,4}})?[²³]?(?!\w)"
_LABELED = rf"(?<!\w)(?i:{_LABELS})\s\d+(?:[.–]\d+)*(?!\w)"
_RANGE = r"\b[\w:.]{0,11}\d–[\w:.]{0,11}\d\w{0,3}"  # 377–393, S1–S10, 103:1–103:15
_WHOLE = re.compile(rf"({_QUANTITY}|{_LABELED}|{_RANGE})")
_AS_WRITTEN = (nodes.literal, nodes.math, nodes.FixedTextElement, nodes.Invisible, nodes.table, spoken)


class KeepQuantities(SphinxPostTransform):
    """Keeps numbers in one line with what they are read with; tables have lines of their own."""

    default_priority = 690  # behind what makes text, before what is copied to cite
    formats = ("html",)

    def run(self, **_: Any) -> None:
        """Put each of them into a span."""
        for element in list(_elements(self.document)):
            element[:] = list(_kept(element.children))


def wholes(text: str) -> list[str]:
    """Return what stays in one line.

    >>> wholes("27 million points on 24 GB (Fig. 3)")
    ['27 million', '24 GB', 'Fig. 3']
    """
    return _WHOLE.split(text)[1::2]


def _elements(element: nodes.Element) -> Iterator[nodes.Element]:
    """Find the elements with such text in them."""
    if isinstance(element, nodes.TextElement) and _WHOLE.search(element.astext()):
        yield element
    for child in element.children:
        if isinstance(child, nodes.Element) and not isinstance(child, _AS_WRITTEN):
            yield from _elements(child)


def _kept(children: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Put spans into a line, where a line end of the source is a text of its own."""
    for is_text, group in groupby(children, lambda child: isinstance(child, nodes.Text)):
        if not is_text:
            yield from group
            continue
        for place, part in enumerate(_WHOLE.split("".join(map(str, group)))):
            if part:
                yield nodes.inline("", part, classes=["vita-whole"]) if place % 2 else nodes.Text(part)
