"""The look, all of it data: `static/` is copied to the site, `templates/` extends furo's, `typst/` sets the PDFs.

`rtl/` goes with `static/` where pages run from right to left, and `languages/` where a site has several languages.
`parts/` are pieces of a page; a site or a theme overrides one by a template of that name, `vita/downloads.html`.
"""

from pathlib import Path

STATIC = Path(__file__).parent / "static"
RTL = Path(__file__).parent / "rtl"
LANGUAGES = Path(__file__).parent / "languages"
TEMPLATES = Path(__file__).parent / "templates"
PARTS = Path(__file__).parent / "parts"
LAYOUTS = {  # of PDFs, each a file of `typst/layouts`
    "classic": "one column with air, dates behind what they date",
    "compact": "small and dense, dates at the end of the line",
    "columns": "dates in a column at the edge",
}
