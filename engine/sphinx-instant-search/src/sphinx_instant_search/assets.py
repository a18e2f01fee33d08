"""The files that a browser needs, and the few lines on each page that load them at the first sign of use."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.environment import BuildEnvironment
from sphinx_build_cache.builders import builder_of_pages
from sphinx_build_cache.digests import digest
from sphinx_build_cache.scripts import without_comments

from sphinx_instant_search.wording import wording

STATIC = Path(__file__).parent / "static"
FOLDER = "_static/instant-search/"  # in the output
SCRIPTS = ("words.js", "lookup.js", "ranking.js", "marking.js", "dialog.js")


def tell_states(_app: Sphinx, config: Config) -> None:
    """Say what the scripts add to a page, where an extension keeps only the styles that a page can use."""
    if "light_pages_states" in config:
        elements = "a bdi button dialog div input kbd mark q script span".split()
        attributes = "[dir=auto] [href] [placeholder] [role] [tabindex] [type=button] [type=text]".split()
        scripts = {"palette.js": elements + attributes, "loader.js": ["link", "script"], "index.js": None}
        config.light_pages_states = {
            f"instant-search/{name}": states for name, states in scripts.items()
        } | config.light_pages_states


def take_keys(app: Sphinx) -> None:
    """Leave the keys that lead to the search to the loader, unless the owner has said otherwise."""
    builder = app.builder
    if not is_wanted(app):
        return
    assert isinstance(builder, StandaloneHTMLBuilder)
    if "enable_search_shortcuts" in builder.theme.get_options():
        builder.theme_options.setdefault("enable_search_shortcuts", "False")


def is_wanted(app: Sphinx) -> bool:
    """Return whether the build makes pages for browsers that have Sphinx's search beside them, and no data or book."""
    builder = builder_of_pages(app.builder)
    return builder is not None and builder.search and not builder.embedded and builder.name != "singlehtml"


def add_loader(app: Sphinx, _env: BuildEnvironment) -> list[str]:
    """Put the loader on every page; it is written before the pages, which name it with its checksum."""
    if is_wanted(app):
        _write(app, {"loader.js": loader(app.builder.get_target_uri("search"))})
        app.add_js_file("instant-search/loader.js", priority=100)  # ahead of the theme's, so that no key is missed
    return []


def write_assets(app: Sphinx, index: Mapping[str, str]) -> None:
    """Write the script with its library, the style, the licence of the library, and the files of the index."""
    files = {
        "loader.js": loader(app.builder.get_target_uri("search")),
        "palette.js": bundle(),
        "palette.css": style(),
        "minisearch.license.txt": (STATIC / "minisearch.license.txt").read_text("utf-8"),
        **index,
    }
    for path in Path(app.outdir, FOLDER).glob("texts-*.js"):  # of a build that had more of them
        path.unlink()
    _write(app, files)


def _write(app: Sphinx, files: Mapping[str, str]) -> None:
    folder = Path(app.outdir) / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


def bundle() -> str:
    """Return the script with its library and its words in one file."""
    words = json.dumps(wording(), ensure_ascii=False, separators=(",", ":"))
    return f"{_library()}\n(() => {{\nconst WORDS={words};\n{_own()}\n}})();\n"


@cache
def _library() -> str:
    version = (STATIC / "minisearch.version").read_text("utf-8").strip()
    library = without_comments((STATIC / "minisearch.js").read_text("utf-8"))
    return f"/*! with MiniSearch {version}, MIT: minisearch.license.txt */\n{library}"


@cache
def _own() -> str:
    return "\n".join(without_comments((STATIC / name).read_text("utf-8")) for name in SCRIPTS)


def loader(search: str) -> str:
    """Return the lines that run on each page, for the address of the search page from the root."""
    files = [
        f"{FOLDER}palette.js?v={digest(bundle(), 8)}",
        f"{FOLDER}palette.css?v={digest(style(), 8)}",
        f"{FOLDER}index.js",
        search,
    ]
    return without_comments((STATIC / "loader.js").read_text("utf-8")).strip().replace("FILES", json.dumps(files))


@cache
def style() -> str:
    """Return the style of the dialog."""
    return (STATIC / "palette.css").read_text("utf-8")
