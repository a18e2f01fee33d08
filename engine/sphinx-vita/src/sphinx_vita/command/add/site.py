"""The bibliographies of a site, and the pages of its papers."""

import ast
import re
from pathlib import Path

from sphinx_vita.records.slugs import slug

_USUAL = "publications/publications.bib"
_LEFT_OUT = ("_build", "node_modules", "_site")
# What a new page says: the entry at its head, and what a reader looks for below, as comments, which no page shows.
_PAGE = """\
# {{pub-title}}`{key}`

:::{{publication}} {key}
:::

% Take the percent signs off what you fill in.
%
% ## Problem
%
% What was not known, or could not be done.
%
% ## Approach
%
% What is new, in a few sentences.
%
% ## Results
%
% The one number or fact that matters, and where it holds.
%
% ## Code and data
%
% Where they are, and under which license.
"""


def bibliographies(site: Path) -> list[Path]:
    """Return the .bib files of a site: those that conf.py names, else all that lie there, else where one belongs."""
    named = [site / name for name in _setting(site / "conf.py", "vita_bibliography")]
    if named:
        return named
    lying = [path for path in sorted(site.rglob("*.bib")) if not _is_left_out(path.relative_to(site))]
    return lying or [site / _USUAL]


def is_named(site: Path, bibliography: Path) -> bool:
    """Whether conf.py names a bibliography, or is written so that one cannot tell."""
    conf = site / "conf.py"
    named = [(site / name).resolve() for name in _setting(conf, "vita_bibliography")]
    is_clear = conf.exists() and (bool(named) or "vita_bibliography" not in conf.read_text("utf-8", "replace"))
    return bibliography.resolve() in named or not is_clear


def page_of(site: Path, bibliography: Path, key: str) -> tuple[Path, str]:
    """Return the page of a paper and ""; where there is none, one beside its bibliography and its first words."""
    directive = re.compile(rf"^[ \t]*[:`]{{3,}}\{{(?:vita:)?publication\}}[ \t]+{re.escape(key)}[ \t]*$", re.MULTILINE)
    for path in sorted(site.rglob("*.md")):
        if not _is_left_out(path.relative_to(site)) and directive.search(path.read_text("utf-8", "replace")):
            return path, ""
    path = bibliography.parent / f"{slug(key)}.md"
    return path, "" if path.exists() else _PAGE.format(key=key)


def _is_left_out(path: Path) -> bool:
    return any(part.startswith(".") or part in _LEFT_OUT for part in path.parts)


def _setting(conf: Path, name: str) -> list[str]:
    """Return the texts that a setting lists, where conf.py writes them out; nothing of it is run."""
    try:
        tree = ast.parse(conf.read_text("utf-8"))
    except (OSError, SyntaxError, ValueError):
        return []
    values = [
        node.value for node in tree.body if isinstance(node, ast.Assign) and name in map(ast.unparse, node.targets)
    ]
    annotated = (node for node in tree.body if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name)
    values += [node.value for node in annotated if node.value]
    try:
        listed = ast.literal_eval(values[-1]) if values else []
    except ValueError:
        return []
    return [each for each in ([listed] if isinstance(listed, str) else listed) if isinstance(each, str)]
