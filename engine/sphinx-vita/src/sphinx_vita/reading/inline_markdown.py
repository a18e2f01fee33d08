"""The inline Markdown of a title or an option as formatted text, by the parser and the rules of pages."""

import re
from collections.abc import Iterator, MutableMapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin
from mdit_py_plugins.myst_role import myst_role_plugin

from sphinx_vita.reading.links import Problem, check_file_link
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.printable import printable
from sphinx_vita.reading.slips.dollars import Dollar, judge
from sphinx_vita.records.text import Span, Style, Text

TYPOGRAPHY = frozenset({"replacements", "smartquotes"})  # of MyST's extensions: they change the characters themselves
_UNCLEAR = "vita_unclear_dollars"  # in the parser's memory
_RULES = ("escape", "backticks", "strikethrough", "emphasis", "link", "autolink", "entity", "image")
_MARKED = re.compile(r"[\\`*_~^$\[<&{@]|://|www\.")
_PAIRS = {
    "em": Style.EMPHASIS,
    "strong": Style.STRONG,
    "s": Style.STRUCK,
    "sub": Style.SUBSCRIPT,
    "sup": Style.SUPERSCRIPT,
}
_AS_TYPED = (Style.CODE, Style.MATH)
_OTHER = "\ufffc"
_LEAVES = {"code_inline": Style.CODE, "math_inline": Style.MATH}
_ROLES = {
    "math": Style.MATH,
    "code": Style.CODE,
    **dict.fromkeys(("sub", "subscript"), Style.SUBSCRIPT),
    **dict.fromkeys(("sup", "superscript"), Style.SUPERSCRIPT),
}
# What is shifted is short and has no blank: `CO~2~`, `Ca^2+^`, `x~i,j~`. `10~20` and `x^2+y^2` stay as they are.
_WORD = r"[-−+]?(?:\d+(?:[,.–]\d+)*[A-Za-z]{0,2}|[A-Za-z\u0370-\u03ff]{1,8})[-−+′*]?"
_SUBSCRIPT = re.compile(rf"(?<=[A-Za-z\u0370-\u03ff)\]*_^])~({_WORD}|[A-Za-z](?:,[A-Za-z0-9])+)~(?!~)")
_SUPERSCRIPT = re.compile(rf"(?<!\^)\^({_WORD}|\d*[-−+]|[*†‡§]+)\^(?!\^)")


@lru_cache(maxsize=1024)  # a directive looks at a text before it reads it
def read_inline(written: str, typography: frozenset[str] = frozenset()) -> tuple[Text, tuple[Problem, ...]]:
    """Read a text of one line, and find the links in it that lead nowhere and the dollars that may be money.

    >>> str(read_inline("On *Hamlet* and H~2~O")[0])
    'On Hamlet and H₂O'
    """
    if not (typography or _MARKED.search(written)):
        return Text.plain(written), ()
    problems: list[Problem] = []
    memory: dict[str, Any] = {}
    (block,) = _parser(typography).parseInline(written, memory)
    for text, place, dollar in memory.get(_UNCLEAR, ()):
        problems.append((Mistake.UNCLEAR_DOLLAR, unclear_dollar(text, place, dollar)))
    return Text.join(_spans(block.children or (), problems)), tuple(problems)


def shown_as_typed(written: str) -> str:
    """Return what is no code, formula or link in a text, with a sign in the place of each of these."""
    return "".join(
        _OTHER if each.link or each.style in _AS_TYPED else each.characters for each in read_inline(written)[0].spans
    )


@cache
def _parser(typography: frozenset[str]) -> MarkdownIt:
    """Make the parser of inline Markdown; HTML and whatever else pages have is text for it."""
    parser = MarkdownIt("zero", {"typographer": bool(typography)})
    parser.enable([*_RULES, "balance_pairs", "fragments_join", *typography], ignoreInvalid=True)
    parser.use(dollarmath_plugin).use(myst_role_plugin).use(gfm_autolink_plugin)
    add_inline_rules(parser)
    return parser


def add_inline_rules(parser: MarkdownIt) -> None:
    """Add the rules that pages and titles share to a parser: dollars that are money, what is raised and lowered."""
    if "math_inline" in parser.inline.ruler.get_all_rules():
        parser.inline.ruler.before("math_inline", "vita_dollar", _read_dollar)
    parser.inline.ruler.before("emphasis", "vita_shifted", _read_shifted)


def unclear_dollars(memory: MutableMapping[str, Any]) -> list[tuple[str, int, Dollar]]:
    """Take out of a parser's memory what may be money or a formula: texts, places, and what each is shown as."""
    found: list[tuple[str, int, Dollar]] = memory.pop(_UNCLEAR, [])
    return found


def unclear_dollar(text: str, place: int, dollar: Dollar) -> str:
    """Say what to write for a dollar that may be money or a formula."""
    shown = " ".join(text[place : place + 30].split())
    what = "a formula" if dollar is Dollar.UNCLEAR_MATH else "text"
    return (
        f"{shown!r} may be money or a formula and is shown as {what}; "
        "write '\\$' for money, or '{math}' and the formula in backticks"
    )


def _read_dollar(state: StateInline, silent: bool) -> bool:
    """Take a dollar before an amount of money as a sign; every other one is left to the rule of formulas."""
    if state.src[state.pos] != "$":
        return False
    dollar = judge(state.src, state.pos)
    if not silent and dollar in (Dollar.UNCLEAR_MATH, Dollar.UNCLEAR_TEXT):
        state.env.setdefault(_UNCLEAR, []).append((state.src, state.pos, dollar))
    if dollar in (Dollar.MATH, Dollar.UNCLEAR_MATH):
        return False
    if not silent:
        state.pending += "$"
    state.pos += 1
    return True


def _read_shifted(state: StateInline, silent: bool) -> bool:
    """Take `~2~` behind a letter as a subscript and `^2^` as a superscript."""
    sign = state.src[state.pos]
    match = (_SUBSCRIPT if sign == "~" else _SUPERSCRIPT).match(state.src, state.pos) if sign in "~^" else None
    if match is None or match.end() > state.posMax:
        return False
    if not silent:
        name = "sub" if sign == "~" else "sup"
        state.push(f"{name}_open", name, 1).markup = sign
        state.push("text", "", 0).content = match[1]
        state.push(f"{name}_close", name, -1).markup = sign
    state.pos = match.end()
    return True


def _spans(tokens: Sequence[Token], problems: list[Problem]) -> Iterator[Span]:
    opened: list[Style] = []
    link = ""
    for token in tokens:
        name = token.type.rpartition("_")[0]
        if token.nesting == 1 and name in _PAIRS:
            opened.append(_PAIRS[name])
        elif token.nesting == -1 and name in _PAIRS:
            opened.pop()
        elif name == "link":
            link = _address(token, problems)
        else:
            yield replace(_styled(_leaf(token, problems), opened), link=link)


def _leaf(token: Token, problems: list[Problem]) -> Span:
    """Return the characters of a token that holds no other."""
    if token.type == "myst_role":
        name = token.meta["name"]
        if name in _ROLES:
            return Span(token.content, _ROLES[name])
        known = ", ".join(f"{{{each}}}" for each in _ROLES)
        message = f"the role {{{name}}} is not read in a title or an option; write the words, or one of {known}"
        problems.append((Mistake.UNKNOWN_ROLE, message))
        return Span(f"{{{name}}}`{token.content}`")
    if token.type in ("softbreak", "hardbreak"):
        return Span(" ")
    return Span(printable(token.content), _LEAVES.get(token.type, Style.PLAIN))


def _styled(span: Span, opened: Sequence[Style]) -> Span:
    """Put a span into the styles that are open around it, each once."""
    styles = [style for style in dict.fromkeys((*opened, span.style)) if style is not Style.PLAIN]
    return replace(span, style=styles[-1], around=tuple(styles[:-1])) if styles else span


def _address(token: Token, problems: list[Problem]) -> str:
    """Return where a link leads from here on, perhaps to a file; of one that leads nowhere the words stay."""
    url = unquote(str(token.attrs.get("href", ""))) if token.nesting == 1 else ""
    url = url if ":" not in url else str(token.attrs["href"])
    problem = check_file_link(url) if token.nesting == 1 else None
    if problem:
        problems.append(problem)
    return "" if problem else url
