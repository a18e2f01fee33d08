"""Markup of other programs in the text of a page, where it would be shown as typed: HTML, Liquid, Hugo, kramdown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_HTML = (
    "a abbr address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite"
    " code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font"
    " footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map"
    " mark marquee menu meta meter nav nobr noscript object ol optgroup option p param picture pre progress q rp rt"
    " ruby s samp script section select slot small source span strike strong style sub summary sup svg table tbody td"
    " template textarea tfoot th thead time title tr track tt u ul var video wbr"
)
_NAMES = "|".join(sorted(_HTML.split(), key=len, reverse=True))
_ATTRIBUTE = r"\s+[\w:@.-]+(?:\s*=\s*(?:[\"“][^\"”]*[\"”]|'[^']*'|[^\s\"'=<>`]+))?"
_VALUED = r"\s+[\w:@.-]+\s*=\s*(?:[\"“][^\"”]*[\"”]|'[^']*'|[^\s\"'=<>`]+)"
_TAG = rf"</?(?:{_NAMES})(?:{_ATTRIBUTE})*\s*/?>|<[A-Za-z][\w.-]*(?:{_VALUED})+\s*/?>|</[A-Za-z][\w.-]*\s*>"
_COMPONENT = r"<[A-Z]\w*[^<>]*/>"
_WHATS = {
    "html": (
        rf"{_TAG}|{_COMPONENT}|<[!?][A-Za-z][^<>]*>|<!\[CDATA\[",
        "HTML is shown as it is written; write Markdown",
    ),
    "hugo": (r"\{\{[<%][\s\S]*?[>%]\}\}", "a shortcode of Hugo is not carried out; write a directive, or the text"),
    "liquid": (
        r"\{%[\s\S]*?%\}|\{\{(?![<%])[\s\S]*?\}\}|<%[\s\S]*?%>",
        "code of a template is not carried out; write the text itself, or '{include}' for a file",
    ),
    "attributes": (
        r"(?<!\S)\{[.#:][A-Za-z_ .:#-][^{}\n]*\}|\{:[^{}\n]*\}",
        "attributes of other programs are not read; take them out, or write '(name)=' above a heading for an anchor",
    ),
    "wiki": (r"!?\[\[[A-Za-z][^\[\]\n]*\]\]|^\[TOC\]$", "links of a wiki are not read; write '[text](page.md)'"),
    "emoji": (
        r"(?<![\w:`)])(?<!\d):[a-z][a-z0-9_+-]+:(?![\w`:\ufffc])",
        "names of emoji are not read; write the character",
    ),
    "address": (
        r"(?<![\w/:@.])(?:https?://|www\.)[\w.-]+\.[^\s<>\ufffc]+",
        "an address alone is no link; write '<https://...>'",
    ),
    "strike": (r"~~[^~\s](?:[^~\n]*[^~\s])?~~", "nothing is struck through here; take the words out"),
    "task": (r"\A\[[ xX]\](?=\s)", "tasks have no boxes here, but in a list: write '- [ ] ...'"),
    "latex": (
        r"\\(?:begin|end|cite[a-z]*|ref|eqref|label|textbf|textit|emph|section|subsection|item|url|href)(?=[{\s])",
        "LaTeX is not read in a text; write Markdown, with formulas as '$…$'",
    ),
}
_FOREIGN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in _WHATS.items()), re.MULTILINE)
_TEX_PARENTHESES = re.compile(r"(?<!\\)\\\((?=[^`]*?\\\))|(?<!\\)\\\[(?=[^`]*?[\\^_=][^`]*?\\\])")
_CODE = re.compile(r"(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)")


class Foreign(NamedTuple):
    """A piece of markup that this site does not know: where it begins, and what to say of it."""

    place: int
    what: str
    message: str


def foreign_markup(text: str, *, without: frozenset[str] = frozenset()) -> Iterator[Foreign]:
    """Find the markup of other programs in a text that Markdown has left as it is, but for the kinds `without`."""
    if not any(sign in text for sign in "<{[:~\\w"):
        return
    for match in _FOREIGN.finditer(text):
        what = match.lastgroup or ""
        if what not in without:
            yield Foreign(match.start(), what, f"{_shown(match[0])}: {_WHATS[what][1]}")


def tex_parentheses(text: str) -> Iterator[Foreign]:
    r"""Find `\(…\)` and `\[…\]` in the source of a paragraph, of which Markdown keeps the parentheses alone."""
    if "\\" not in text:
        return
    for match in _TEX_PARENTHESES.finditer(_CODE.sub(lambda code: " " * len(code[0]), text)):
        message = f"{match[0]!r} begins no formula here; write '$…$', or '{{math}}' and the formula in backticks"
        yield Foreign(match.start(), "latex", message)


def _shown(written: str) -> str:
    words = " ".join(written.split())
    return repr(words if len(words) <= 60 else words[:57] + "...")
