"""CSS without comments and needless white space; values stay as they are written."""

import posixpath
import re
from collections.abc import Iterable, Sequence
from typing import Any

import tinycss2
from tinycss2 import ast

# Stands in a url() for the way from a page to the root of the output.
ROOT = "\0"
_IS_OWN = re.compile(r"(?![a-zA-Z][\w+.-]*:|//|#|/)")  # not data:, https:, //host, #fragment or /path
Tokens = Iterable[Any]


def squeezed(tokens: Tokens, *, around: str = ",") -> str:
    """Return the text of tokens; white space beside the characters in `around` goes."""
    return str(tinycss2.serialize(_squeeze(tokens, around)))


def rebase(tokens: Tokens, folder: str) -> None:
    """Write the addresses in tokens from the root of the output; `folder` is where they are relative to."""
    for token in tokens:
        if isinstance(token, ast.URLToken):
            token.representation = _address(token.value, folder)
        elif isinstance(token, ast.FunctionBlock):
            if text := text_of_url(token):
                text.representation = _address(text.value, folder)[4:-1]
            elif token.lower_name.endswith("image-set"):
                for text in (each for each in token.arguments if isinstance(each, ast.StringToken)):
                    text.representation = _address(text.value, folder)
            rebase(token.arguments, folder)
        elif hasattr(token, "content") and not isinstance(token.content, str):
            rebase(token.content or (), folder)


def text_of_url(token: Any) -> ast.StringToken | None:
    """Return the text with quotation marks in `url( "a.png" )`."""
    is_url = isinstance(token, ast.FunctionBlock) and token.lower_name == "url"
    return next((each for each in token.arguments if isinstance(each, ast.StringToken)), None) if is_url else None


def _address(value: str, folder: str) -> str:
    if _IS_OWN.match(value):
        value = ROOT + posixpath.normpath(posixpath.join(folder, value))
    quoted = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
    return f'url("{quoted}")' if re.search(r"[\s\"'()\\]", value) or ROOT not in value else f"url({value})"


def _squeeze(tokens: Tokens, around: str) -> list[Any]:
    kept: list[Any] = []
    for token in tokens:
        if isinstance(token, ast.Comment):
            continue
        if isinstance(token, ast.WhitespaceToken):
            if not kept or _is_one_of(kept[-1], around) or isinstance(kept[-1], ast.WhitespaceToken):
                continue
            token = ast.WhitespaceToken(token.source_line, token.source_column, " ")
        elif _is_one_of(token, around) and kept and isinstance(kept[-1], ast.WhitespaceToken):
            kept.pop()
        if isinstance(token, ast.FunctionBlock):
            token.arguments = _squeeze(token.arguments, ",")
        elif isinstance(token, (ast.ParenthesesBlock, ast.SquareBracketsBlock)):
            token.content = _squeeze(token.content, ",:" if isinstance(token, ast.ParenthesesBlock) else ",=")
        elif isinstance(token, ast.CurlyBracketsBlock):
            token.content = _squeeze(token.content, ",;:{}")
        kept.append(token)
    while kept and isinstance(kept[-1], ast.WhitespaceToken):
        kept.pop()
    return kept


def _is_one_of(token: Any, characters: str) -> bool:
    return isinstance(token, ast.LiteralToken) and token.value in characters


def split(tokens: Sequence[Any]) -> list[list[Any]]:
    """Part tokens at the commas."""
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if _is_one_of(token, ","):
            parts.append([])
        else:
            parts[-1].append(token)
    return parts
