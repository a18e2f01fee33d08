"""What of a figure comes when the page has been painted: long outlines, pictures, the states of a slider.

A page arrives sooner without them, and has all words, axes and sizes from the start. One file of the page brings them,
a script, so that it comes from a folder too. Who has no scripts sees each such drawing as a file of its own.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx_build_cache.digests import digest
from sphinx_build_cache.scripts import without_comments

from sphinx_computed_figures.naming import with_own_ids

if TYPE_CHECKING:
    from sphinx.config import Config

    from sphinx_computed_figures.figure import Figure

PACKAGE = Path(__file__).parent
BUILDERS = frozenset({"html", "dirhtml"})  # whose pages are read one by one, where scripts run
_LEAST = 700  # letters: what is shorter comes with the page
# What may come late of a drawing: outlines, pictures, and a group of many marks.
_MARK = r"<(?:circle|ellipse|line|path|polygon|polyline|rect|use)\b[^>]*/>"
_PART = re.compile(
    r'\s(?P<name>d|points|href(?=="data:image/))="(?P<value>[^"]{100,})"(?=[^<>]*>)'
    rf"|<g\b(?P<of>(?:[^>/]|/(?!>))*)>(?P<group>(?:\s*{_MARK}){{20,}}\s*)</g>"
)
_BOX = re.compile(r"viewBox=\"[^\",\s]+[,\s]+[^\",\s]+[,\s]+([\d.]+)[,\s]+([\d.]+)\"")
# The rules for what stands in a drawing, and those for dark pages.
_DRAWING = re.compile(r"^\.computed-figure(?: svg\b[^{]*)? ?\{[^}]*\}", re.MULTILINE)
_DARK = re.compile(r'^body\[data-theme="dark"\] (\.computed-figure \{[^}]*\})', re.MULTILINE)
# A drawing in a file does not know the theme's colors. These are furo's on dark pages; a site's own come after them.
_NIGHT = {
    "color-foreground-primary": "#cfd0d0",
    "color-foreground-secondary": "#9ca0a5",
    "color-background-primary": "#131416",
    "color-background-border": "#303335",
    "color-brand-primary": "#3d94ff",
}


def is_long(text: str) -> bool:
    """Return whether a text had better come late."""
    return len(text) >= _LEAST


def lightened(svg: str) -> tuple[str, list[str]]:
    """Return a drawing without its long parts, and these in the order in which they were left out.

    >>> lightened('<path d="M0 0h1"/>')
    ('<path d="M0 0h1"/>', [])
    """
    if not is_long("".join(found[0] for found in _PART.finditer(svg))):
        return svg, []
    values: list[str] = []

    def leave_out(found: re.Match[str]) -> str:
        values.append(found["group"] or unescape(found["value"]))
        return f"<g{found['of']} data-late></g>" if found["group"] else f' data-late="{found["name"]}"'

    return _PART.sub(leave_out, svg), values


def late_parts(figure: "Figure", identifier: str) -> tuple[list[str], list[str]]:
    """Return what of a figure comes late, in the order of the page, and the drawings of which it is."""
    states = figure.states.json if figure.states else ""
    values, drawings = [states] if is_long(states) else [], []
    for number, panel in enumerate(figure.panels):
        _, parts = lightened(with_own_ids(panel.svg, f"{identifier}-{number}"))
        values += parts
        drawings += [panel.svg] if parts else []
    return values, drawings


def page_file(late: Mapping[str, list[str]], *, is_running: bool) -> tuple[str, str]:
    """Return the name and the text of the script that gives the figures of a page their late parts, by their ids.

    Where a figure runs, what all of these need comes in the same file, but not to a reader who saves data.
    """
    values = json.dumps(late, ensure_ascii=False, separators=(",", ":"))
    text = f"{_script('late.js').removesuffix(';')}({values});\n"
    if is_running:
        text += f"if(!navigator.connection?.saveData){{{_script('static/explanations.js')}}}\n"
    return f"late.{digest(text, 12)}.js", text


@cache
def _script(path: str) -> str:
    return without_comments((PACKAGE / path).read_text("utf-8")).strip()


def drawing_file(svg: str, config: "Config") -> tuple[str, str]:
    """Return the name and the text of a drawing that stands alone, with room for what goes over its edge."""
    frame, size = "", ""
    if box := _BOX.search(svg):
        width, height = float(box[1]), float(box[2])
        room = width * 0.05
        all_across, all_down = f"{width + 2 * room:g}", f"{height + 2 * room:g}"
        frame = f' viewBox="{-room:g} {-room:g} {all_across} {all_down}" width="{all_across}" height="{all_down}"'
        size = f".computed-figure>svg{{width:{width:g}px;height:{height:g}px}}"
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{frame}>'
        f'<style>{_style(config)}{size}</style><g class="computed-figure">{svg[svg.find("<svg") :].strip()}</g></svg>\n'
    )
    return f"drawing.{digest(text, 12)}.svg", text


def _style(config: "Config") -> str:
    """Return the rules of the style sheet for a drawing in the colors of the site; furo has dark pages too."""
    light, dark = (
        {name: value for name, value in (config.html_theme_options.get(option) or {}).items() if name in _NIGHT}
        for option in ("light_css_variables", "dark_css_variables")
    )
    drawing, night = _rules()
    style = f"svg{{{_variables(light)}}}{drawing}"
    if config.html_theme == "furo":
        style += f"@media(prefers-color-scheme:dark){{svg{{{_variables(_NIGHT | dark)}}}{night}}}"
    return style.replace("&", "&amp;").replace("<", "&lt;")


def _variables(values: Mapping[str, str]) -> str:
    return ";".join(f"--{name}:{value}" for name, value in sorted(values.items()))


@cache
def _rules() -> tuple[str, str]:
    """Return the rules of the style sheet for a drawing, and those for a dark one."""
    sheet = re.sub(r"/\*.*?\*/", "", (PACKAGE / "static/computed-figures.css").read_text("utf-8"), flags=re.DOTALL)
    both = ("".join(pattern.findall(sheet)) for pattern in (_DRAWING, _DARK))
    drawing, night = (re.sub(r"\s+", " ", rules) for rules in both)
    return drawing, night
