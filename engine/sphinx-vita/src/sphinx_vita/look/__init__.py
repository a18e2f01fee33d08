"""The look, all of it data: `static/` is copied to the site, `templates/` extends furo's, `typst/` sets the PDFs.

`parts/` are pieces of a page; a site or a theme overrides one by a template of that name, `vita/downloads.html`.
"""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
PARTS = Path(__file__).parent / "parts"
