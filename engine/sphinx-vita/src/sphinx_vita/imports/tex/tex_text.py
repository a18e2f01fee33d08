"""Passages of LaTeX as lines of Markdown and the items of their lists."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any

from pylatexenc.latexwalker import LatexEnvironmentNode, LatexGroupNode, LatexMacroNode

from sphinx_vita.reading.latex.islands import TRANSPARENT
from sphinx_vita.reading.latex.text import to_text
from sphinx_vita.records.text import Span, Style, Text

LISTS = (
    "itemize", "enumerate", "description", "cvitems", "compactitem", "compactenum", "etaremune", "itemize*",
    "enumerate*",
)  # fmt: skip
# Groups before the cells.
_TABLES = {"tabular": 1, "tabularx": 2, "tabular*": 2, "longtable": 1, "tabbing": 0, "supertabular": 1}
_RULES = re.compile(r"\\(?:hline|toprule|midrule|bottomrule|endhead|endfoot)(?![A-Za-z])")
_COLUMNS = re.compile(r"^\s*(?:\[[^\[\]]*\]\s*)?\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}")
_QUOTES = {"glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘", "flqq": "«", "frqq": "»", "og": "«", "fg": "»"}
_QUOTE = re.compile(rf"\\(?P<name>{'|'.join(_QUOTES)})(?![A-Za-z])(?P<end>\{{\}})?[ \t]*")
_SPACE = re.compile(
    r"\\(?:[vh]space|setlength|addtolength|vskip|hskip|label|pagestyle|thispagestyle|enlargethispage|fontsize|color"
    r"|selectlanguage|fa[A-Z][A-Za-z]*|faIcon|includegraphics|setcounter|hypersetup"
    r"|cite[a-z]*)\*?(?:\s*\[[^\[\]]*\])*(?:\s*\{[^{}]*\}){0,2}"
    r"|\\(?:vfill|hfill|newpage|clearpage|pagebreak|medskip|bigskip|smallskip|noindent|raggedright|centering|item"
    r"|maketitle"
    r"|makecvtitle|makecvheader|makelettertitle|makeletterclosing|null|today|thepage|enskip|enspace|quad|qquad"
    r"|cdotp|protect|large|Large|small|footnotesize|normalsize|upshape|acv[A-Z]\w*|textbar)(?![A-Za-z])(?:\s*\{\})?"
)
_ICON = re.compile(r"\\fa[A-Z][A-Za-z]*(?:\s*\{\})?|\\faIcon\*?(?:\s*\[[^\[\]]*\])?\{[^{}]*\}")
_SEPARATORS = re.compile(
    r"\{?\\(?:enskip|quad|enspace)\}?\s*(?:\\(?:cdotp|textbar|textbullet)|\$\\cdot\$|·|\|)\s*\{?\\?(?:enskip|quad"
    r"|enspace)?\}?"
)
_BREAK = re.compile(
    r"\\(?:newline|linebreak|par|tabularnewline)(?![A-Za-z])(?:\s*\{\})?|\\\\\*?(?:\s*\[[^\[\]]*\])?|\n[ \t]*\n"
)
_MARKS = {
    Style.EMPHASIS: "*",
    Style.STRONG: "**",
    Style.CODE: "`",
    Style.SUPERSCRIPT: "^",
    Style.SUBSCRIPT: "~",
    Style.MATH: "$",
    Style.STRUCK: "~~",
}
_CROSSED = re.compile(r"\* \*\*([^*]+)\*\* \*")  # strong words in emphasized ones
_SPECIAL = re.compile(r"[\\*`\[\]<]")


def markdown_of(tex: str) -> str:
    r"""Return a passage of LaTeX as one line of Markdown.

    >>> markdown_of(r"\textbf{90\%} of \emph{all} \href{https://x.example}{bells}")
    '**90%** of *all* [bells](https://x.example)'
    """
    plain = _QUOTE.sub(_quote, _SPACE.sub(" ", _ICON.sub("", _SEPARATORS.sub(" · ", tex))))
    written = "".join(map(_marked, to_text(plain.strip()).spans)).strip()
    return _CROSSED.sub(r" **\1** ", written)


def _quote(match: re.Match[str]) -> str:
    """Write a quotation mark; the blank behind its name is the name's, unless braces end that."""
    blank = " " if match["end"] and match[0].endswith((" ", "\t")) else ""
    return _QUOTES[match["name"]] + blank


def plain_of(tex: str) -> str:
    """Return the words of a passage alone."""
    plain = _SPACE.sub(" ", _ICON.sub("", _SEPARATORS.sub(" · ", tex)))
    return str(Text(tuple(Span(span.characters) for span in to_text(plain).spans))).strip()


def lines_of(tex: str) -> list[str]:
    """Return the lines of a passage, in Markdown."""
    return [line for piece in _BREAK.split(tex) if (line := markdown_of(piece))]


def _marked(span: Span) -> str:
    words = span.characters
    core = words.strip()
    if not core:
        return words
    mark = _MARKS.get(span.style, "")
    text = core if span.style in (Style.CODE, Style.MATH) else _SPECIAL.sub(r"\\\g<0>", core)
    if span.link:
        text = f"<{core}>" if core == span.link else f"[{text}]({span.link})"
    before, behind = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{before}{mark}{text}{mark}{behind}"


def described(nodes: Iterable[Any]) -> tuple[list[str], list[str]]:
    """Return the lines of a description and the items of its lists, one that holds a list with lines of its own."""
    lines: list[str] = []
    bullets: list[str] = []
    for tex, items in _passages(nodes):
        lines += lines_of(tex)
        bullets += items
    return lines, bullets


def _passages(nodes: Iterable[Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield what stands before each list, and its items."""
    tex = ""
    nodes = list(nodes)
    while nodes:
        node = nodes.pop(0)
        groups = _groups_behind(node, nodes)
        if isinstance(node, LatexEnvironmentNode) and node.environmentname in LISTS:
            yield tex, list(items_of(node))
            tex = ""
        elif len(groups) > 1:
            yield tex, [", ".join(line for group in groups for line in lines_of(source_of(group)[1:-1]))]
            tex = ""
            nodes = nodes[len(groups) :]
        elif isinstance(node, LatexEnvironmentNode) and (
            has_list(node.nodelist) or node.environmentname.startswith("cv")
        ):
            yield tex, []
            tex = ""
            yield from _passages(node.nodelist)
        else:
            tex += _source_of_table(node) if is_table(node) else source_of(node)
    yield tex, []


def is_table(node: Any) -> bool:
    """Whether a node is a table."""
    return isinstance(node, LatexEnvironmentNode) and node.environmentname in _TABLES


def rows_of(node: Any) -> list[list[str]]:
    """Return the rows of a table, of each the cells that say something, in Markdown."""
    source = _cells_of(node)
    rows = (re.split(r"(?<!\\)&|\\>", row) for row in re.split(r"\\\\(?:\s*\[[^\[\]]*\])?|\\tabularnewline", source))
    return [cells for row in rows if (cells := [cell for each in row if (cell := " ".join(lines_of(each)))])]


def _source_of_table(node: Any) -> str:
    """Write the cells of a table that stands in an item as lines."""
    return "\n\n" + re.sub(r"(?<!\\)&", r"\\\\", _cells_of(node)) + "\n\n"


def _cells_of(node: Any) -> str:
    """Return what stands in a table, without its lines, its width and its columns."""
    inner = re.sub(r"^\\begin\s*\{[^{}]*\}|\\end\s*\{[^{}]*\}\s*$", "", source_of(node))
    for _ in range(_TABLES[node.environmentname]):
        inner = _COLUMNS.sub("", inner, count=1)
    return _RULES.sub("", inner)


def _groups_behind(node: Any, nodes: list[Any]) -> list[Any]:
    """Return the groups that stand behind a macro of which nothing is known: its arguments."""
    if (
        not isinstance(node, LatexMacroNode)
        or node.macroname in TRANSPARENT
        or (node.nodeargd and node.nodeargd.argspec)
    ):
        return []
    return list(takewhile(lambda each: isinstance(each, LatexGroupNode) and each.delimiters[0] == "{", nodes))


def has_list(nodes: Iterable[Any]) -> bool:
    """Whether a list stands among nodes."""
    return any(
        isinstance(node, (LatexEnvironmentNode, LatexGroupNode))
        and (getattr(node, "environmentname", "") in LISTS or has_list(node.nodelist))
        for node in nodes
    )


def items_of(node: Any) -> Iterator[str]:
    """Yield the items of a list, in Markdown; the items of a list in one stand below it."""
    label = ""
    held: list[Any] = []
    for each in [*node.nodelist, None]:
        if each is None or (isinstance(each, LatexMacroNode) and each.macroname == "item"):
            lines, bullets = described(_opened(held))
            text = "\n".join([" ".join([*([label] if label else []), *lines[:1]]), *lines[1:]])
            if text or bullets:
                yield "\n".join([text, *(f"- {line}" for bullet in bullets for line in bullet.split("\n"))])
            label, held = _label(each), []
        else:
            held.append(each)


def _opened(nodes: list[Any]) -> list[Any]:
    r"""Take the braces off an item that stands in them as a whole: `\item {Words}`."""
    said = [node for node in nodes if source_of(node).strip()]
    return list(said[0].nodelist) if len(said) == 1 and isinstance(said[0], LatexGroupNode) else nodes


def _label(item: Any) -> str:
    argument = item.nodeargd.argnlist[0] if item is not None and item.nodeargd and item.nodeargd.argnlist else None
    words = markdown_of(source_of(argument)[1:-1]) if argument is not None else ""
    return words if re.search(r"\w", words) else ""


def source_of(node: Any) -> str:
    """Return a node as it was written."""
    return str(node.latex_verbatim()) if node is not None else ""
