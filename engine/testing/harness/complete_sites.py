"""A small site on which every extension has something to do."""

from pathlib import Path

import pytest
from sphinx_vita.sphinx.defaults import AFTER, BEFORE

from harness.rebuilt_sites import Site

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000"
    "907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)
CONF = """\
extensions = ["sphinx_vita"]
project = author = "Ada Lovelace"
vita_bibliography = ["papers.bib"]
exclude_patterns = ["extra", "drawings"]
html_theme = "furo"
html_extra_path = ["extra"]
html_css_files = ["own.css"]
html_baseurl = "https://site.example/"
redirects = {"old": "more.html"}
"""
# The extensions but `sphinx_clean_rebuilds`.
WITHOUT = f"vita_extensions = {[name for name in (*BEFORE, *AFTER) if name != 'sphinx_clean_rebuilds']}\n"
BIB = """\
@article{cod, title = {The Sampling Barrier}, author = {Lovelace, Ada}, journal = {Journal}, year = {2026},
  pdf = {files/cod.pdf}, slides = {files/cod-slides.pdf}, preview = {files/cod.png}}
@misc{Cod, title = {A Second Barrier}, author = {Lovelace, Ada}, year = {2025}, poster = {files/poster.pdf}}
"""
HOME = """\
# Ada Lovelace

:::{profile} Ada Lovelace
:email: ada@uni.example
:image: files/ada.png
:cv: files/own-cv.pdf
:::

```{toctree}
more
list
figures
cv
```
"""
MORE = "# More\n\n![a dot](files/dot.png)\n\nSee {pub}`cod` and {download}`files/notes.txt`.\n\n```python\nx = 1\n```\n"
DRAWING = """\
from sphinx_computed_figures.figure import Figure, Panel

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect id="a" width="2"/></svg>'


def square():
    return Figure(panels=(Panel(title="A square", description="One.", svg=SVG),), header=("Side",), rows=(("2",),))
"""
FILES: dict[str, str | bytes | None] = {
    "conf.py": CONF,
    "papers.bib": BIB,
    "index.md": HOME,
    "more.md": MORE,
    "list.md": "# Papers\n\n:::{publications}\n:style: cards\n:::\n",
    "figures.md": "# Figures\n\n```{computed-figure} drawings.squares:square\nA square.\n```\n",
    "cv.md": "---\npdf: cv.pdf\n---\n# CV\n\n:::{position} Intern\n:organization: Lab\n:dates: 2020\n:::\n",
    "cod.md": "---\norphan: true\n---\n# {pub-title}`cod`\n\n:::{publication} cod\n:::\n",
    "drawings/squares.py": DRAWING,
    "_static/own.css": "h1 { color: red }",
    "_static/talk.pdf": "talk",
    "extra/CNAME": "site.example",
    "files/notes.txt": "Notes.",
    **{f"files/{name}": name.encode() for name in ("cod.pdf", "cod-slides.pdf", "poster.pdf", "own-cv.pdf")},
    **{f"files/{name}": PNG + name.encode() for name in ("cod.png", "ada.png", "dot.png")},
}


def complete(folder: Path) -> Site:
    """Make the site in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    site = Site(folder)
    (site.source / "index.rst").unlink()
    site.write(FILES)
    return site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site of one's own."""
    return complete(tmp_path)
