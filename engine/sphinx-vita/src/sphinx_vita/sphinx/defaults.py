"""What a site has without saying so: extensions and settings, each a default that conf.py can overrule.

A default here takes the place of the one that Sphinx or an extension declared. What conf.py sets, or `-D` on the
command line, counts as it always does. Some are completed instead: `exclude_patterns` and `html_theme_options`, which a
site adds to, `html_baseurl`, since the host knows the address better, and what follows from other settings.
"""

import os
from typing import Any
from urllib.parse import urlsplit

from sphinx.application import Sphinx
from sphinx.config import Config

from sphinx_vita.locale import _
from sphinx_vita.look.colors import DARK, lightened
from sphinx_vita.sphinx.internals import is_set
from sphinx_vita.sphinx.languages import spoken_by

# Set up before the domain and after it: the last ones work on what all others have made.
BEFORE = (
    "myst_parser", "sphinx_design", "sphinx_copybutton", "notfound.extension", "sphinx_reredirects",
    "sphinx_instant_search",
)  # fmt: skip
AFTER = ("sphinx_computed_figures", "sphinx_clean_rebuilds", "sphinx_light_pages")

DEFAULTS: dict[str, Any] = {
    "primary_domain": "vita",  # directives and roles need no prefix
    "nitpicky": True,  # a reference that leads nowhere is a mistake
    "smartquotes": False,  # a title has the same quotation marks wherever it stands
    "html_theme": "furo",
    "html_copy_source": False,  # what is withheld stands in the sources
    "html_show_sourcelink": False,
    "html_show_sphinx": False,
    "html_use_index": False,
    "html_math_renderer": "mathml",
    "myst_enable_extensions": [
        *("alert", "amsmath", "attrs_inline", "colon_fence", "deflist", "dollarmath"),
        *("gfm_autolink", "strikethrough", "tasklist"),  # as GitHub reads it
    ],
    "myst_disable_syntax": ["html_block", "html_inline"],  # Markdown alone: HTML is text like any other
    "myst_heading_anchors": 3,
    "myst_url_schemes": ["http", "https", "mailto", "tel", "ftp"],  # MyST's own, and telephones
    "clean_rebuilds_keep": ["_modules/*", "cards/*", "*.pdf"],  # slow to make, and known to a ledger of their own
    "copybutton_selector": "div.highlight pre, p.vita-reference",
    # What the search takes for names, such as a record's authors, and what it leaves out.
    "instant_search_names": ["vita-authors", "vita-people", "vita-venue"],
    "instant_search_skip": [
        *("vita-copied", "vita-buttons", "vita-citations", "vita-explanation", "vita-mark", "vita-number", "spoken"),
    ],
}

# What lies in the folder of a site and is no page of it.
NO_PAGES = [
    "_build", ".*", "**/.*", "engine", "tests", "benchmarks", "node_modules", "**/node_modules", "venv", "env",
    "**/site-packages", "_*.md", "**/_*.md", "inbox.md", "README*", "CONTRIBUTING*", "CHANGELOG*", "LICENSE*",
    "CODE_OF_CONDUCT*", "SECURITY*", "AGENTS*",
]  # fmt: skip


def take_defaults(app: Sphinx) -> None:
    """Put the defaults in the place of those that were declared; call it when the extensions are set up."""
    for name, value in DEFAULTS.items():
        declared = app.config.values.get(name)
        if declared is not None:
            changed = type(declared)(value, declared.rebuild, declared.valid_types, declared.description)
            app.config.values[name] = changed
            app.config.__dict__.pop(name, None)  # where it has been asked for already


def complete_settings(app: Sphinx, config: Config) -> None:
    """Complete what conf.py says with what follows from it."""
    if not is_set(config, "html_static_path") and (app.confdir / "_static").is_dir():
        config.html_static_path = ["_static"]
    told = (os.environ.get("READTHEDOCS_CANONICAL_URL"), os.environ.get("SITE_URL"), config.html_baseurl)
    address = str(next(filter(None, told), ""))
    folder = spoken_by(app).folder
    config.html_baseurl = address if not address or address.endswith("/") else f"{address}/"
    if "notfound_urls_prefix" in config and not is_set(config, "notfound_urls_prefix"):
        config.notfound_urls_prefix = urlsplit(config.html_baseurl).path or "/"
    title = _("Page not found")
    if "notfound_context" in config and not is_set(config, "notfound_context") and title != "Page not found":
        config.notfound_context = {"title": title, "body": f"<h1>{title}</h1>"}
    if folder:
        _below(config, folder)
    if not is_set(config, "html_title"):
        config.html_title = config.project
    config.exclude_patterns = [*config.exclude_patterns, *config.vita_no_pages]
    if config.html_theme == "furo":
        if "notfound_template" in config and not is_set(config, "notfound_template"):
            config.notfound_template = "404.html"
        config.html_theme_options = _with_accent(config)


def _below(config: Config, folder: str) -> None:
    """Move the addresses of a site into the folder of a language; what stands at the root alone is not made twice."""
    config.html_baseurl = config.html_baseurl and f"{config.html_baseurl}{folder}"
    config.html_extra_path = []
    if config.values.get("notfound_urls_prefix") and config.notfound_urls_prefix:
        config.notfound_urls_prefix = f"{config.notfound_urls_prefix}{folder}"


def accent_on_dark(config: Config) -> str:
    """Return the accent of dark pages: the one that is set, else that of light ones, lightened until it can be read."""
    return str(config.vita_accent_dark) or lightened(config.vita_accent, DARK)


def _with_accent(config: Config) -> dict[str, Any]:
    """Return furo's options with the accent in each scheme; what conf.py says of a color counts."""
    options = dict(config.html_theme_options)
    for scheme, accent in (("light", config.vita_accent), ("dark", accent_on_dark(config))):
        name = f"{scheme}_css_variables"
        colors = {f"color-brand-{part}": accent for part in ("primary", "content", "visited")}
        options[name] = colors | options.get(name, {})
    return options
