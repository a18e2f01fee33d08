"""The files that a browser needs, and the few lines on each page that load them at the first sign of use."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from docutils import nodes
from pygments.lexers import JavascriptLexer
from pygments.token import Comment, Whitespace
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

STATIC = Path(__file__).parent / "static"
FOLDER = "_static/palette/"  # in the output
SCRIPTS = ("words.js", "ranking.js", "marking.js", "dialog.js")


def is_wanted(app: Sphinx) -> bool:
    """Tell whether the build makes pages that have Sphinx's search beside them."""
    return isinstance(app.builder, StandaloneHTMLBuilder) and app.builder.search and app.builder.name != "singlehtml"


def add_loader(
    app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    """Put the loader on a page, with the addresses as they are from there."""
    if not is_wanted(app):
        return
    pathto = context["pathto"]
    addresses = {
        "data-script": f"{pathto(FOLDER + 'palette.js', resource=True)}?v={_checksum(bundle())}",
        "data-style": f"{pathto(FOLDER + 'palette.css', resource=True)}?v={_checksum(style())}",
        "data-index": pathto(FOLDER + "index.js", resource=True),
        "data-search": pathto("search"),
    }
    app.add_js_file(None, body=loader(), **addresses)


def write_assets(app: Sphinx, index: str) -> None:
    """Write the script with its library, the style, the licence of the library, and the index."""
    folder = Path(app.outdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "palette.js": bundle(),
        "palette.css": style(),
        "minisearch.license.txt": (STATIC / "minisearch.license.txt").read_text("utf-8"),
        "index.js": index,
    }
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


@cache
def bundle() -> str:
    """Give the script with its library in one file."""
    version = (STATIC / "minisearch.version").read_text("utf-8").strip()
    own = "\n".join(without_comments((STATIC / name).read_text("utf-8")) for name in SCRIPTS)
    library = without_comments((STATIC / "minisearch.js").read_text("utf-8"))
    return f"/*! with MiniSearch {version}, MIT: minisearch.license.txt */\n{library}\n(() => {{\n{own}\n}})();\n"


@cache
def loader() -> str:
    """Give the lines that stand on each page."""
    return without_comments((STATIC / "loader.js").read_text("utf-8")).strip()


@cache
def style() -> str:
    """Give the style of the dialog."""
    return (STATIC / "palette.css").read_text("utf-8")


def without_comments(script: str) -> str:
    """Leave comments and needless white space out of a script; a line stays one where its end may end a statement."""
    kept: list[str] = []
    last, gap = "\n", ""
    for kind, text in JavascriptLexer(stripnl=False, ensurenl=False).get_tokens(script):
        if not text:
            continue
        if kind in Comment or kind in Whitespace:
            gap = "\n" if "\n" in text or gap == "\n" else " "
            continue
        if gap and _is_gap_needed(gap, last, text[0]):
            kept.append(gap)
        kept.append(text)
        last, gap = text[-1], ""
    return "".join(kept)


def _is_gap_needed(gap: str, before: str, after: str) -> bool:
    if gap == "\n":
        return before not in "\n{([,;" and after not in "})],;"
    is_word = all(letter.isalnum() or letter in "_$#" for letter in (before, after))
    return is_word or before in "+-/" or after in "+-/."


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
