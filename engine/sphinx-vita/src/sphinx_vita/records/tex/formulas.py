r"""Formulas of TeX as characters, for places that draw none: `\mathbb{R}^n`, `x_{2}`, `\frac{1}{2}` give ℝⁿ, x₂, 1/2.

Here stands what TeX does with the arguments of commands; the signs themselves are in `sphinx_vita.records.tex.signs`.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from sphinx_vita.records.tex import signs
from sphinx_vita.records.tex.chemistry import Piece, chemical_pieces
from sphinx_vita.records.tex.signs import shifted, sign_of

_TOKEN = re.compile(r"\\[A-Za-z]+\*?\s*|\\[\s\S]|\s+|[\s\S]")
_DEEPEST = 24  # arguments inside arguments
_LONGEST_OPTION = 40  # tokens
_BLANKS = frozenset("quad qquad thinspace medspace thickspace enspace space nobreakspace newline".split()) | set(
    ",:;> \\\n\t"
)
_FRACTIONS = frozenset("frac dfrac tfrac cfrac sfrac nicefrac".split())
_STACKED = {"overset": "^", "stackrel": "^", "underset": "_"}
_ARROWS = {"xrightarrow": "→", "xleftarrow": "←", "xleftrightarrow": "↔", "xlongequal": "="}
_CHEMICAL = frozenset(("ce", "ch", "cf"))
_ORDINALS = ("st", "nd", "rd", "th")
_CLOSING = frozenset(")]}⟩⟧⌉⌋|′,;")
_OPENING = frozenset("([{⟨⟦⌈⌊√")


@lru_cache(maxsize=4096)
def characters_of(formula: str) -> str:
    """Write a formula in TeX, without its dollars, as characters alone. Never raises."""
    return _plain(pieces_of(formula))


def pieces_of(formula: str) -> list[Piece]:
    """Cut a formula into what stands on the line, above it and below it."""
    return _Formula(formula).read()


def _plain(pieces: Iterable[Piece]) -> str:
    """Write pieces in one line; what stands below with a sign before it must not run into the next word."""
    written, is_open = "", False
    for characters, where in pieces:
        shift = shifted(characters, where) if where else ""
        written += shift or (" " if is_open and characters[:1].isalnum() else "") + characters
        is_open = shift[:1] in ("_", "^") and shift[-1:] != ")"
    return unicodedata.normalize("NFC", " ".join(written.split()))


class _Formula:
    """A formula that is read from its first token to its last."""

    def __init__(self, tex: str) -> None:
        self.tokens = _TOKEN.findall(tex)
        self.place = 0
        self.depth = 0
        self.pieces: list[Piece] = []
        self.is_function = False  # whether the last word wants a blank before its argument

    def read(self) -> list[Piece]:
        while self.place < len(self.tokens):
            self._next()
        return self.pieces

    def _next(self) -> None:
        token = self.tokens[self.place]
        self.place += 1
        if token == "{":
            self._group()
        elif token in ("^", "_"):
            self._shift(token)
        elif token == "'":
            self._put("′")
        elif len(token) > 1 and token[0] == "\\" and token[1].isalpha():
            self._command(token[1:].rstrip().rstrip("*"), token)
        elif len(token) > 1 and token[0] == "\\":
            self._control(token[1])
        elif token[0].isspace() or token in ("~", "&"):
            self._blank()
        elif token not in ("}", "$", "\\"):
            self._put(token)

    def _group(self) -> None:
        while self.place < len(self.tokens) and self.tokens[self.place] != "}":
            if self.tokens[self.place] == "{" and self.depth > _DEEPEST:
                self.place += 1
                continue
            self.depth += 1
            self._next()
            self.depth -= 1
        self.place += 1

    def _argument(self) -> list[Piece]:
        """Read the next token, or the next group, as pieces of its own."""
        while self.place < len(self.tokens) and self.tokens[self.place].isspace():
            self.place += 1
        kept, self.pieces = self.pieces, []
        if self.place < len(self.tokens) and self.tokens[self.place] != "}" and self.depth <= _DEEPEST:
            self.depth += 1
            self._next()
            self.depth -= 1
        argument, self.pieces = self.pieces, kept
        self.is_function = False
        return argument

    def _text(self) -> str:
        return _plain(self._argument())

    def _raw(self) -> str:
        """Return the next group as it is written, without its braces."""
        start, depth = self.place, 0
        while self.place < len(self.tokens):
            depth += {"{": 1, "}": -1}.get(self.tokens[self.place], 0)
            self.place += 1
            if depth <= 0:
                break
        return "".join(self.tokens[start : self.place]).removeprefix("{").removesuffix("}")

    def _option(self) -> str:
        """Return what stands in square brackets here."""
        near = self.tokens[self.place : self.place + _LONGEST_OPTION]
        if near[:1] != ["["] or "]" not in near:
            return ""
        end = self.place + near.index("]")
        option = "".join(self.tokens[self.place + 1 : end])
        self.place = end + 1
        return option

    def _put(self, characters: str, where: str = "") -> None:
        if not characters:
            return
        if where or characters[0] in _CLOSING:
            self._strip()
        elif self.is_function and characters[0].isalnum():
            characters = " " + characters
        if not where:
            self.is_function = False
        self.pieces.append((characters, where))

    def _blank(self) -> None:
        if self._last() not in ("", " ") and self._last() not in _OPENING:
            self._put(" ")

    def _strip(self) -> None:
        while self.pieces and self.pieces[-1] == (" ", ""):
            self.pieces.pop()

    def _last(self) -> str:
        return self.pieces[-1][0][-1:] if self.pieces else ""

    def _shift(self, where: str) -> None:
        characters = {"∘": "°", "TM": "™"}.get(shift := self._text(), shift)
        self._put(characters, "" if where == "^" and characters in (*signs.ALWAYS_ABOVE, *_ORDINALS) else where)

    def _control(self, character: str) -> None:
        if character in signs.COMBINING:
            self._accent(signs.COMBINING[character])
        elif character in _BLANKS:
            self._blank()
        elif character not in "!/-()[]@":
            self._put({"|": "‖"}.get(character, character))

    def _accent(self, mark: str) -> None:
        base = self._text().replace("ı", "i").replace("ȷ", "j")
        if mark == signs.COMBINING["bar"] and base.isdigit():
            mark = signs.COMBINING["overline"]  # as crystallographers write minus one
        self._put(base + mark if len(base) == 1 else base)

    def _command(self, name: str, token: str) -> None:
        """Read a command of letters with its arguments."""
        if not (self._layout(name) or self._letters(name) or self._construction(name)):
            self._sign(name, token)

    def _layout(self, name: str) -> bool:
        """Read a command that only says how something is set; tell whether it is one."""
        if name in _BLANKS:
            self._blank()
        elif name in signs.WITH_DROPPED_ARGUMENT:
            self._argument()
        elif name not in signs.DROPPED:
            return False
        elif name in ("left", "right", "middle") and self.tokens[self.place : self.place + 1] == ["."]:
            self.place += 1
        return True

    def _letters(self, name: str) -> bool:
        """Read a command that writes letters; tell whether it is one."""
        if name in signs.COMBINING:
            self._accent(signs.COMBINING[name])
        elif name in signs.FUNCTIONS:
            self._function({"bmod": "mod"}.get(name, name))
        elif name in ("operatorname", "mathop"):
            self._function(self._text())
        elif name in signs.DOUBLE_STRUCK:
            self._put("".join(signs.STRUCK.get(letter, letter) for letter in self._text()))
        elif name in _CHEMICAL:
            self.pieces += chemical_pieces(self._raw(), characters_of)
        else:
            return False
        return True

    def _function(self, name: str) -> None:
        last = self._last()
        self._put(" " + name if last.isalnum() or last in (")", "]") else name)
        self.is_function = name[-1:].isalpha()

    def _construction(self, name: str) -> bool:
        """Read a command that puts its arguments together; tell whether it is one."""
        if name in _FRACTIONS:
            above, below = _bracketed(self._text()), _bracketed(self._text())
            self._put(f"{' ' if self._last().isdigit() else ''}{above}/{below}")
        elif name == "sqrt":
            root = {"": "√", "2": "√", "3": "∛", "4": "∜"}
            degree, inner = characters_of(self._option()), _bracketed(self._text())
            self._put(root.get(degree, shifted(degree, "^") + "√") + inner)
        elif name in ("binom", "tbinom", "dbinom"):
            self._put(f"({self._text()} choose {self._text()})")
        elif name in ("pmod", "pod"):
            self._put(f" (mod {self._text()})")
        elif name in _STACKED:
            shift, base = self._text(), self._argument()
            self.pieces += base
            self._put(shift, _STACKED[name])
        elif name in _ARROWS:
            self._option()
            self._argument()
            self._put(_ARROWS[name])
        elif name == "not":
            negated = self._text()
            self._put(negated[:1] + "\u0338" + negated[1:])
        else:
            return False
        return True

    def _sign(self, name: str, token: str) -> None:
        """Put a sign that has a character; of another command its arguments follow, or else it is its name."""
        sign = sign_of(name)
        if not sign and self.tokens[self.place : self.place + 1] == ["{"]:
            return
        is_spaced = bool(sign) and not sign.isalnum() and self._last() == " " and sign not in _OPENING
        self._put(sign or name)
        if (is_spaced or not sign) and token[-1].isspace():
            self._put(" ")


def _bracketed(characters: str) -> str:
    """Put brackets around what would otherwise be read apart: a sum, but not `x₂` or `s_NN`."""
    is_one = len(characters) < 2 or re.fullmatch(r"[^\W]+(?:[.,′][^\W]+)*[′]*", characters)
    return characters if is_one else f"({characters})"
