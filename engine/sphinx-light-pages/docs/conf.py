"""The settings of this documentation; the directives of `vita_docs` read its tables off the code."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "sphinx-vita/docs/_ext"))

project = html_title = "sphinx-light-pages"
author = copyright = "the authors of sphinx-light-pages"
language = "en"

extensions = [
    "myst_parser",
    "sphinx_copybutton",
    "vita_docs",
    "sphinx_instant_search",
    "sphinx_light_pages",
    "sphinx_clean_rebuilds",
]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 2
html_theme = "furo"
html_static_path = ["_static"]
exclude_patterns = ["_build"]
