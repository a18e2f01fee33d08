r"""Pieces of TeX, such as `{\"o}` or `\emph{a $b$}`, as spans of text; pylatexenc reads them."""

import logging
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexSpecialsNode,
    LatexWalker,
    get_default_latex_context_db,
)
from pylatexenc.macrospec import MacroSpec

from sphinx_vita.reading.latex.accents import ACCENTS, context_of_letters
from sphinx_vita.reading.links import check_link
from sphinx_vita.records.tex.chemistry import chemical_pieces
from sphinx_vita.records.tex.formulas import characters_of
from sphinx_vita.records.tex.signs import sign_of
from sphinx_vita.records.text import Span, Style

_STYLED = {  # macros with an argument
    **dict.fromkeys(("emph", "textit", "textsl", "mkbibemph", "mkbibitalic"), Style.EMPHASIS),
    **dict.fromkeys(("textbf", "mkbibbold", "strong"), Style.STRONG),
    **dict.fromkeys(("texttt", "code"), Style.CODE),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript"), Style.SUPERSCRIPT),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), Style.SUBSCRIPT),
}
SWITCHES = {  # macros that hold to the end of their group
    **dict.fromkeys(("em", "it", "itshape", "sl", "slshape"), Style.EMPHASIS),
    **dict.fromkeys(("bf", "bfseries"), Style.STRONG),
    **dict.fromkeys(("tt", "ttfamily"), Style.CODE),
}
_QUOTED = {"enquote": "“”", "mkbibquote": "“”", "textquote": "“”"}
_WRAPPERS = frozenset(  # macros that show their argument as it is
    "textsc textrm textsf textup textmd textnormal text mbox hbox underline uline uppercase lowercase MakeUppercase"
    " MakeLowercase mathrm mathbf mathit mathsf mathcal NoCaseChange MakeTextLowercase mkbibparens textgreek".split()
)
_SILENT = frozenset(
    "rm sf sc scshape upshape mdseries normalfont sffamily rmfamily small footnotesize scriptsize large Large"
    " normalsize tiny huge Huge protect relax noindent allowbreak newblock bgroup egroup selectfont xspace centering"
    " hfill null textquotedblplain - / ! @".split()
)
BLANKS = frozenset("\\ newline linebreak par quad qquad , ; : > thinspace space enspace nobreakspace".split()) | set(
    " \n\t"
)
_CHEMICAL = ("ce", "ch", "cf")  # of mhchem and chemformula
_WITHOUT_ARGUMENT = frozenset(
    "noopsort label vspace hspace phantom vphantom hphantom cite citep citet ref orcid orcidlink orcidID".split()
)
_SIGNS = {  # what pylatexenc does not know, or gives in ASCII
    "slash": "/", "textquotesingle": "'", "textquotedbl": '"', "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "textunderscore": "_", "textless": "<", "textgreater": ">", "textbar": "|", "LaTeX": "LaTeX",
    "TeX": "TeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "textperthousand": "‰", "textnumero": "№",
    "textellipsis": "…", "dots": "…", "ldots": "…", "textdegree": "°", "degree": "°", "textmu": "μ", "textohm": "Ω",
    "celsius": "°C", "textasteriskcentered": "*", "hyp": "-", "textminus": "−", "textcopyright": "©", "copyright": "©",
    "texttimes": "×", "textbraceleft": "{", "textbraceright": "}", "textdollar": "$", "textemdash": "—",
    "textendash": "–", "textpm": "±",
}  # fmt: skip
_MATH_SHIFT = re.compile(r"\s*([_^])\s*\{?\s*(?:\\(?:rm|mathrm|text|textrm)\s*\{?)?\s*([A-Za-z0-9+−-]+)\s*\}{0,2}\s*")
_SHIFTS = {"^": Style.SUPERSCRIPT, "_": Style.SUBSCRIPT}
_CHEMICAL_FORMULA = re.compile(r"\\(?:ce|ch|cf)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_BARE_PERCENT = re.compile(r"((?<!\\)(?:\\\\)*)%")  # in a field it is a sign, and begins no comment
_MATH_ENVIRONMENTS = ("math", "displaymath", "equation", "align", "gather", "eqnarray", "multline", "cases", "array")


TRANSPARENT = frozenset((*_STYLED, *_WRAPPERS, "href", "textcolor", "foreignlanguage"))
ONLY_FORMAT = frozenset(SWITCHES) | _SILENT


def _context() -> Any:
    context = get_default_latex_context_db()
    arguments = {"href": "{{", "url": "{", "path": "{", "textcolor": "{{", "color": "{", "foreignlanguage": "{{"}
    arguments |= dict.fromkeys(
        (*_STYLED, *_QUOTED, *sorted(_WRAPPERS | _WITHOUT_ARGUMENT), *_CHEMICAL, *ACCENTS, "ensuremath"), "{"
    )
    macros = [MacroSpec(name, args) for name, args in arguments.items()]
    context.add_context_category("bibliography", macros=macros, prepend=True)
    return context


logging.getLogger("pylatexenc").setLevel(logging.CRITICAL + 1)  # hostile TeX is no news
_CONTEXT = _context()
_WRITER = LatexNodes2Text(
    math_mode="verbatim", keep_comments=True, strict_latex_spaces=True, latex_context=context_of_letters()
)


@lru_cache(maxsize=8192)
def spans_of(tex: str) -> tuple[Span, ...]:
    """Return the spans of a piece of TeX whose braces are balanced. What pylatexenc cannot read loses its commands."""
    try:
        walker = LatexWalker(_BARE_PERCENT.sub(r"\1\\%", tex), latex_context=_CONTEXT, tolerant_parsing=True)
        nodes, _, _ = walker.get_latex_nodes()
        return tuple(_draw(nodes, Style.PLAIN, ""))
    except Exception:  # hostile TeX ends in errors of many kinds inside the library, a RecursionError among them
        return (Span(without_commands(tex)),)


def without_commands(tex: str) -> str:
    """Drop commands, braces and dollars, and keep the rest: the last resort for TeX that nobody can read."""
    return re.sub(r"\\[A-Za-z]+\*?\s?|[{}$]|\\(.)", r"\1", tex)


def plain_address(tex: str) -> str:
    r"""Return an address as it is meant: `\url{}` and braces off, `\_`, `\%`, `\&`, `\#` and `\~` undone."""
    command = re.search(r"\\(?:url|path|href)\s*\{([^{}]*)\}", tex)
    address = command[1] if command else tex
    address = re.sub(r"\\(?:textasciitilde|sim)(?:\s*\{\})?\s*|\\~(?:\{\})?", "~", address)
    address = re.sub(r"\\textunderscore(?:\s*\{\})?\s*", "_", address)
    address = re.sub(r"\$\s*(.*?)\s*\$", r"\1", address)
    address = re.sub(r"\\slash(?![A-Za-z])\s*", "/", address)
    address = re.sub(r"\\(?:allowbreak(?![A-Za-z])\s*|[-/])", "", address)
    address = re.sub(r"\{?\\([_%&#$~{}])\}?", r"\1", address)
    return re.sub(r"[{}]", "", re.sub(r"\s*\n\s*", "", address)).strip()


def _draw(nodes: Iterable[Any], style: Style, link: str) -> Iterator[Span]:
    nodes = [node for node in nodes if node is not None]
    for place, node in enumerate(nodes):
        if isinstance(node, LatexMacroNode):
            name = node.macroname
            follower = nodes[place + 1] if place + 1 < len(nodes) else None
            style = SWITCHES.get(name, style)
            if name not in SWITCHES:
                yield from _draw_macro(node, style, link, has_group=_says_something(follower))
        else:
            yield from _draw_node(node, style, link)


def _says_something(node: Any) -> bool:
    """Whether a node is a group that is not empty: what an unknown macro is put around."""
    return isinstance(node, LatexGroupNode) and bool(node.nodelist)


def _draw_node(node: Any, style: Style, link: str) -> Iterator[Span]:
    if isinstance(node, LatexCharsNode):
        yield Span(node.chars, style, link)
    elif isinstance(node, LatexGroupNode):
        opening, closing = node.delimiters
        yield Span(opening.strip("{"), style, link)
        yield from _draw(node.nodelist, style, link)
        yield Span(closing.strip("}"), style, link)
    elif isinstance(node, LatexMathNode):
        yield from _math(_inner(node.latex_verbatim(), node.delimiters), style, link)
    elif isinstance(node, LatexEnvironmentNode):
        if node.environmentname.rstrip("*") in _MATH_ENVIRONMENTS:
            yield Span(node.latex_verbatim().strip(), Style.MATH, link)
        else:
            yield from _draw(node.nodelist, style, link)
    elif isinstance(node, LatexSpecialsNode):
        yield Span(_special(node), style, link)


def _draw_macro(node: Any, style: Style, link: str, *, has_group: bool) -> Iterator[Span]:
    name = node.macroname
    arguments = [argument for argument in (node.nodeargd.argnlist if node.nodeargd else []) if argument is not None]
    if name in _SIGNS or name in BLANKS:
        yield Span(_SIGNS.get(name, " "), style, link)
    elif name in _WITHOUT_ARGUMENT or name in _SILENT:
        return
    elif name in ("url", "path"):
        address = plain_address(_verbatim(arguments))
        yield Span(address, style, address if check_link(address) is None else link)
    elif name == "href" and len(arguments) == 2:
        address = plain_address(arguments[0].latex_verbatim())
        yield from _draw(arguments[1:], style, address if check_link(address) is None else link)
    elif name in ("textcolor", "foreignlanguage"):
        yield from _draw(arguments[1:], style, link)
    elif name in _QUOTED:
        yield Span(_QUOTED[name][0], style, link)
        yield from _draw(arguments, style, link)
        yield Span(_QUOTED[name][1], style, link)
    elif name in _CHEMICAL:
        yield from _chemical(_inner(_verbatim(arguments), ("{", "}")), style, link)
    elif name == "ensuremath":
        yield from _math(_inner(_verbatim(arguments), ("{", "}")), style, link)
    elif name in _STYLED or name in _WRAPPERS:
        yield from _draw(arguments, _STYLED.get(name, style), link)
    else:
        yield from _draw_other(node, arguments, style, link, has_group=has_group)


def _draw_other(node: Any, arguments: list[Any], style: Style, link: str, *, has_group: bool) -> Iterator[Span]:
    """Draw an accent or a sign that pylatexenc knows; of any other macro its arguments, or else its name."""
    name = node.macroname
    known = _WRITER.latex_context.get_macro_spec(name)
    if known is not None and known.macroname and name != "frac":
        text = _WRITER.macro_node_to_text(node)
        if text.strip():
            yield Span(text, style, link)
            return
    for place, argument in enumerate(arguments):
        if place and name == "frac":
            yield Span("/", style, link)
        yield from _draw([argument], style, link)
    if not arguments and not has_group and len(name) > 1:
        sign = sign_of(name) or sign_of(name.removeprefix("text"))
        yield Span(sign or name + node.macro_post_space, style, link)


def _verbatim(arguments: list[Any]) -> str:
    return "".join(argument.latex_verbatim() for argument in arguments)


def _inner(tex: str, delimiters: tuple[str, str]) -> str:
    """Take the delimiters off, if they are there."""
    opening, closing = delimiters
    inner = tex.removeprefix(opening)
    return (inner.removesuffix(closing) if inner != tex else tex).replace(r"\%", "%").strip()


def _math(tex: str, style: Style, link: str) -> Iterator[Span]:
    """Yield math; what is a mere superscript or subscript, as in `CO$_2$`, or a chemical formula, needs none."""
    shift, chemical = _MATH_SHIFT.fullmatch(tex), _CHEMICAL_FORMULA.fullmatch(tex)
    if shift:
        yield Span(shift[2], Style.SUPERSCRIPT if shift[1] == "^" else Style.SUBSCRIPT, link)
    elif chemical:
        yield from _chemical(chemical[1], style, link)
    elif tex:
        yield Span(_CHEMICAL_FORMULA.sub(_chemical_tex, tex), Style.MATH, link)


def _chemical(formula: str, style: Style, link: str) -> Iterator[Span]:
    for characters, where in chemical_pieces(formula.replace(r"\%", "%"), characters_of):
        yield Span(characters, _SHIFTS.get(where, style), link)


def _chemical_tex(formula: re.Match[str]) -> str:
    """Write a chemical formula inside of math in commands of TeX itself."""
    pieces = chemical_pieces(formula[1], characters_of)
    return "".join(f"{where}{{\\mathrm{{{characters}}}}}" for characters, where in pieces if characters.strip())


def _special(node: Any) -> str:
    return "&" if node.specials_chars == "&" else str(_WRITER.specials_node_to_text(node))
