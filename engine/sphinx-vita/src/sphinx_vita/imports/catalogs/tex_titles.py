"""Titles and abstracts as catalogs give them, with HTML or JATS inside, written as TeX with their capitals kept."""

import html
import re
from collections.abc import Collection

_TAG = re.compile(r"<(/?)(?:jats:|mml:)?([a-zA-Z][\w-]*)(?:\s[^<>]*)?/?>")
_COMMANDS = {
    **dict.fromkeys(("i", "em", "italic"), r"\emph{"),
    **dict.fromkeys(("b", "strong", "bold"), r"\textbf{"),
    **dict.fromkeys(("sc", "scp"), r"\textsc{"),
    "sub": r"\textsubscript{",
    "sup": r"\textsuperscript{",
}
_SILENT = re.compile(  # tags that say nothing in a title
    r"p|sec|title|span|br|u|underline|tt|monospace|inline-formula|tex-math|math|m[a-z]+|none|semantics|annotation|list"
    r"|list-item|named-content|xref|ext-link|a|div|abstract|font"
)
_BEGIN_ANEW = ("p", "title", "sec")
_FORMULA = re.compile(r"(?<!\\)\$(?:[^$\\]|\\.)+\$")
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}&%#_$"},
}
_BARE = re.compile(r"(?<!\\)[&%#]")
_PIECE = re.compile(r"\$[^$]*\$|\\[A-Za-z]+|\\.|[{}]|[^\W_]+|.", re.DOTALL)
_BEGINS_ANEW = ":?!.–—"


def tex_of(text: str) -> str:
    r"""Write a text of a catalog as TeX, on one line; formulas between dollars stay.

    >>> print(tex_of("Growth of <i>E. coli</i> &amp; CO<sub>2</sub>"))
    Growth of \emph{E. coli} \& CO\textsubscript{2}
    """
    text = html.unescape(text) if "&lt;" in text else text  # marked up, and then escaped as a whole
    written, opened, place = "", 0, 0
    for tag in _TAG.finditer(text):
        command = _COMMANDS.get(tag[2].lower())
        if command is None and not _SILENT.fullmatch(tag[2].lower()):
            continue
        written += _escaped(html.unescape(text[place : tag.start()]))
        place = tag.end()
        if tag[2].lower() in _BEGIN_ANEW:
            written += " "
        elif command and not tag[1]:
            written, opened = written + command, opened + 1
        elif command and opened:
            written, opened = written + "}", opened - 1
    return " ".join((written + _escaped(html.unescape(text[place:])) + "}" * opened).split())


def tex_as_it_is(text: str) -> str:
    """Take a text that is TeX already, such as a title at arXiv, on one line; only what would break a file changes."""
    pieces, place = [], 0
    for formula in _FORMULA.finditer(text):
        pieces += [_BARE.sub(r"\\\g<0>", text[place : formula.start()]), formula[0]]
        place = formula.end()
    written = " ".join("".join([*pieces, _BARE.sub(r"\\\g<0>", text[place:])]).split())
    return written if is_balanced(written) else re.sub(r"(?<!\\)[{}]", "", written)


def is_balanced(text: str) -> bool:
    """Whether the braces of a value close each other, so that it can stand in a file."""
    depth = 0
    for brace in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def protected(title: str, known: Collection[str] = ()) -> str:
    """Put braces around what styles must not write small: acronyms, `known` names, names in a title of small letters.

    >>> protected("CLM: Training with the GPU in Rome", known={"Rome"})
    '{CLM}: Training with the {GPU} in {Rome}'
    """
    pieces = _PIECE.findall(title)
    writes_small = _writes_small(pieces)
    written, depth, begins = [], 0, True
    for piece in pieces:
        depth += {"{": 1, "}": -1}.get(piece, 0)
        is_word = piece[:1].isalnum()
        is_name = piece in known or _has_capitals_inside(piece) or (writes_small and not begins and piece[:1].isupper())
        is_letter = len(piece) == 1 and piece.isupper() and not begins and piece not in ("A", "I")
        written.append(f"{{{piece}}}" if depth == 0 and is_word and (is_name or is_letter) else piece)
        begins = (begins and not is_word) or piece in _BEGINS_ANEW
    return "".join(written)


def _has_capitals_inside(word: str) -> bool:
    return word[:1].isalnum() and any(letter.isupper() for letter in word[1:])


def _writes_small(pieces: Collection[str]) -> bool:
    """Whether most long words of a title begin with a small letter, so that those with a large one are names."""
    long = [piece for piece in pieces if len(piece) > 3 and piece.isalpha()][1:]
    return sum(word[0].islower() for word in long) * 2 > len(long)


def _escaped(text: str) -> str:
    """Write a plain text as TeX, but for its formulas."""
    pieces, place = [], 0
    for formula in _FORMULA.finditer(text):
        if re.search(r"[\\^_]", formula[0]):
            pieces += [_plain(text[place : formula.start()]), formula[0]]
            place = formula.end()
    return "".join([*pieces, _plain(text[place:])])


def _plain(text: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in text)
