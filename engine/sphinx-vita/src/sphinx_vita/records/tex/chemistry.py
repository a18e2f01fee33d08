r"""Chemical formulas as `\ce{}` (mhchem) and `\ch{}` (chemformula) have them: `H2O`, `SO4^2-`, `^{227}_{90}Th`.

The manuals of both packages on CTAN define them. What is no formula in them, such as words, stays as it is.
"""

import re
from collections.abc import Callable, Iterator

Piece = tuple[str, str]  # characters, and where they stand: "" on the line, "^" above it, "_" below it

_ARROWS = {
    "<-->": "↔", "<=>>": "⇌", "<<=>": "⇌", "<=>": "⇌", "<->": "↔", "-->": "⟶", "->": "→", "<-": "←",
}  # fmt: skip
_TOKEN = re.compile(
    r"(?P<arrow><-->|<=>>|<<=>|<=>|<->|-->|->|<-)"
    r"|(?P<released>(?<=\s)[\^v](?=\s|$))"
    r"|(?P<shift>[\^_])(?:\{(?P<group>(?:[^{}]|\{[^{}]*\})*)\}|(?P<bare>[0-9]*[+-]|[0-9]+|\\[A-Za-z]+|[A-Za-z*.]))"
    r"|\$(?P<math>[^$]*)\$|(?P<word>\\[A-Za-z]+)\s*(?:\{\})?"
    r"|(?P<count>(?<=[A-Za-z)\]}])(?:0\.[0-9]+|[0-9]+))|(?P<number>[0-9]+(?:[.,/][0-9]+)?)"
    r"|(?P<dot>\s*[.*]\s*(?=[0-9A-Z(]))|(?P<charge>(?<=[A-Za-z0-9)\]}])[+-](?=$|[\s,;)\]}]))"
    r"|(?P<blank>\s+)|(?P<other>[\s\S])"
)
_SIGNS = {"^": "↑", "v": "↓", "dot": "·", "blank": " "}


def chemical_pieces(formula: str, read_math: Callable[[str], str]) -> Iterator[Piece]:
    r"""Cut a chemical formula into what stands on the line, above it and below it; `read_math` reads TeX inside it."""
    for token in _TOKEN.finditer(formula):
        kind, written = str(token.lastgroup), token[0]
        if token["shift"]:
            inner = read_math(token["group"] if token["group"] is not None else token["bare"])
            yield inner.replace("-", "−") if token["shift"] == "^" else inner, token["shift"]
        elif kind in ("math", "word"):
            yield read_math(token[kind]), ""
        elif kind == "count":
            yield written, "_"
        elif kind == "charge":
            yield written.replace("-", "−"), "^"
        elif kind in ("dot", "blank", "released"):
            yield _SIGNS[written if kind == "released" else kind], ""
        elif written not in ("{", "}"):
            yield _ARROWS.get(written, written), ""
