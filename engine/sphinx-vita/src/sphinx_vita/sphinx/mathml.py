"""Formulas as MathML, which browsers draw themselves: no script, no font, no request. docutils does the conversion."""

import re
from collections.abc import Callable
from functools import partial

from docutils import nodes
from docutils.utils.math import MathError
from docutils.utils.math.latex2mathml import tex2mathml
from sphinx.application import Sphinx
from sphinx.locale import _
from sphinx.util.math import get_node_equation_number
from sphinx.writers.html5 import HTML5Translator

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records.tex.formulas import characters_of
from sphinx_vita.records.tex.signs import shifted
from sphinx_vita.sphinx.problems import warn
from sphinx_vita.sphinx.render.nodes import struck

_COMMAND = re.compile(r"\\([A-Za-z]+)")
_SPELLINGS = {  # what people write and docutils does not know, in commands that it does
    **dict.fromkeys(("dots", "dotso"), r"\ldots"),
    **dict.fromkeys(("bm", "bf", "mathds"), r"\mathbf"),
    **dict.fromkeys(("rm", "textup", "textsuperscript"), r"\mathrm"),
    **dict.fromkeys(("emph", "textit", "it"), r"\mathit"),
    **dict.fromkeys(("mathbin", "mathrel", "mathop", "mathord", "limits", "nolimits", "displaystyle", "textstyle"), ""),
    **dict.fromkeys((f"{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")), ""),
    "Bbb": r"\mathbb",
    "dag": r"\dagger",
    "degree": r"^{\circ}",
    "setminus": r"\smallsetminus",  # ∖, where docutils has U+29F5, a sign that few fonts hold
}

_IN_CHARACTERS: dict[type[nodes.Element], Callable[[str], str]] = {
    nodes.math: characters_of,
    nodes.superscript: partial(shifted, where="^", in_words=True),
    nodes.subscript: partial(shifted, where="_", in_words=True),
    struck: lambda _: "",
}


def add_math_renderer(app: Sphinx) -> None:
    """Offer the renderer `mathml`, to be chosen by `html_math_renderer`."""
    app.add_html_math_renderer("mathml", inline_renderers=(_inline, None), block_renderers=(_block, None))
    app.connect("doctree-read", _write_page_title, priority=900)  # behind Sphinx's collector of titles, at 500


def _write_page_title(app: Sphinx, doctree: nodes.document) -> None:
    """Write the formulas of a page's title in Unicode where only characters go: `<title>`, links, breadcrumbs."""
    for titles in (app.env.titles, app.env.longtitles):
        _write_in_characters(titles.get(app.env.docname, nodes.title()))


def words_of(node: nodes.Node) -> str:
    """Return the words of a node, its formulas and what is raised or lowered in Unicode."""
    if not any(isinstance(each, tuple(_IN_CHARACTERS)) for each in node.findall()):
        return node.astext()
    copy = nodes.inline("", "", node.deepcopy())
    _write_in_characters(copy)
    return copy.astext()


def _write_in_characters(element: nodes.Element) -> None:
    for kind, write in _IN_CHARACTERS.items():
        for node in list(element.findall(kind)):
            node.parent.replace(node, nodes.Text(write(node.astext())))


def _inline(self: HTML5Translator, node: nodes.math) -> None:
    self.body.append(_mathml(self, node, as_block=False))
    raise nodes.SkipNode


def _block(self: HTML5Translator, node: nodes.math_block) -> None:
    self.body.append(self.starttag(node, "div", CLASS="math vita-numbered" if node.get("number") else "math"))
    self.body.append(_mathml(self, node, as_block=True))
    if node.get("number"):
        self.body.append(f'<span class="eqno">({get_node_equation_number(self, node)})')
        self.add_permalink_ref(node, _("Link to this equation"))
        self.body.append("</span>")
    self.body.append("</div>\n")
    raise nodes.SkipNode


def mathml_of(tex: str, *, as_block: bool) -> str:
    """Convert TeX to MathML. Raises MathError, or whatever the converter stumbles over in broken TeX."""
    return str(tex2mathml(_COMMAND.sub(lambda match: _SPELLINGS.get(match[1], match[0]), tex), as_block=as_block))


def _mathml(self: HTML5Translator, node: nodes.Element, *, as_block: bool) -> str:
    """Convert TeX; a formula that cannot be converted stays TeX, and is told."""
    tex = node.astext()
    try:
        return mathml_of(tex, as_block=as_block)
    except Exception as error:  # broken TeX ends in a MathError, or in whatever the converter stumbles over
        reason = f" ({error})" if isinstance(error, MathError) and str(error) else ""
        message = f"cannot convert the formula {tex!r}{reason}; correct it, or write it with simpler commands"
        warn(Mistake.UNREADABLE_MATH, message, at=node)
        return f"<code>{self.encode(tex)}</code>"
