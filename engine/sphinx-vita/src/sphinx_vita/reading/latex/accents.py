"""Accents and letters of TeX that pylatexenc does not know: Vietnamese horns and hooks, commas below, ties."""

import unicodedata
from collections.abc import Callable
from typing import Any

from pylatexenc.latex2text import MacroTextSpec, get_default_latex_context_db

ACCENTS = {  # accents on the first letter of their argument
    "t": "\u0361", "h": "\u0309", "cb": "\u0326", "textcommabelow": "\u0326", "textogonekcentered": "\u0328",
    "newtie": "\u0361", "textdblgrave": "\u030f", "textinvbreve": "\u0311", "textsubdot": "\u0323",
}  # fmt: skip
_LETTERS = {"ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư", "textcrh": "ħ", "textinvapostrophe": "‘"}


def context_of_letters() -> Any:
    """Return what pylatexenc knows of letters, and the accents and letters that it lacks."""
    accents = [MacroTextSpec(name, simplify_repl=_marked(mark)) for name, mark in ACCENTS.items()]
    letters = [MacroTextSpec(name, simplify_repl=letter) for name, letter in _LETTERS.items()]
    context = get_default_latex_context_db()
    context.add_context_category("letters", macros=[*accents, *letters], prepend=True)
    return context


def _marked(mark: str) -> Callable[[Any, Any], str]:
    """Return what writes the argument of an accent with the mark on its first letter."""

    def write(node: Any, l2tobj: Any) -> str:  # pylatexenc looks for the second name
        letters = str(l2tobj.nodelist_to_text(node.nodeargd.argnlist)) if node.nodeargd else ""
        return unicodedata.normalize("NFC", letters[:1] + mark + letters[1:]) if letters else ""

    return write
