"""The look, all of it data: `static/` is copied to the site, `templates/` extends furo's, `typst/` sets the PDFs."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
