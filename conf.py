"""Settings of the site. The first part is for whoever makes it theirs; all facts stand in the Markdown and the .bib."""

import os
from urllib.parse import urlsplit

# -- Yours ---------------------------------------------------------------------------------------

project = "Hexu Zhao"
author = "Hexu Zhao"
copyright = "Hexu Zhao"
language = "en"

# Where the site will be found; Read the Docs and GitHub Pages say it themselves.
html_baseurl = (
    os.environ.get("READTHEDOCS_CANONICAL_URL") or os.environ.get("SITE_URL") or "https://tarzanzhao.github.io/"
)

vita_bibliography = ["publications/publications.bib"]

vita_paper = "us-letter"

# A page that has moved leads on from its old address: {"old/page": "../new/page.html"}, seen from the old page.
redirects: dict[str, str] = {}

# One accent, for light and for dark pages; both have a contrast of more than 4.5 to 1 with the text's background.
accent_light = "#57068c"
accent_dark = "#c9a2f2"

# -- The engine ----------------------------------------------------------------------------------

extensions = [
    "myst_parser",
    "sphinx_design",
    "sphinx_copybutton",
    "notfound.extension",
    "sphinx_reredirects",
    "palette",
    "vita",
    "figures",
    "tidy",
    "lean",
]
primary_domain = "vita"
nitpicky = True

# Pages are an allow-list: whatever else lies in the project is no page.
include_patterns = [
    "index.md",
    "cv.md",
    "resume.md",
    "downloads.md",
    "research/**.md",
    "publications/**.md",
    "experience/**.md",
]
exclude_patterns = ["_build", ".*", "src", "tests", "benchmarks", "**/_*.md"]

myst_enable_extensions = [
    "alert",
    "amsmath",
    "attrs_inline",
    "colon_fence",
    "deflist",
    "dollarmath",
]
myst_disable_syntax = ["html_block", "html_inline"]  # Markdown alone: HTML is text like any other
myst_heading_anchors = 3

smartquotes = False  # a title has the same quotation marks wherever it stands

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
templates_path = ["_templates"]
html_css_files = ["site.css"]
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_show_sphinx = False
html_math_renderer = "mathml"
# What the search takes for names, such as a record's authors, and what it leaves out.
palette_names = ["vita-authors", "vita-people", "vita-venue"]
palette_skip = ["vita-bibtex", "vita-buttons", "vita-citations", "vita-explanation", "vita-mark", "spoken"]
notfound_template = "404.html"
notfound_urls_prefix = urlsplit(html_baseurl).path
vita_accent = accent_light
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": accent_light,
        "color-brand-content": accent_light,
        "color-brand-visited": accent_light,
    },
    "dark_css_variables": {
        "color-brand-primary": accent_dark,
        "color-brand-content": accent_dark,
        "color-brand-visited": accent_dark,
    },
}
copybutton_selector = "div.vita-bibtex pre, div.highlight pre"
