"""The settings of the documentation: it is a site of the engine, so each example shows what it gives."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sphinx-vita"
author = copyright = "the authors of sphinx-vita"
language = "en"

extensions = ["sphinx_vita", "vita_docs"]
html_theme = "furo"
html_title = "sphinx-vita"

vita_bibliography = ["examples.bib"]
vita_sidebar = False  # the person of an example is nobody
vita_accent = "#005f73"
vita_accent_dark = "#7fd1e0"
vita_exports = False  # the examples are nobody's CV
vita_no_pages = ["_build", "_ext", "_examples"]
