"""The way from a page to the same page in another language: for visitors a switcher, for programs links in the head."""

from dataclasses import dataclass
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri

from sphinx_vita.locale import direction_of, tag_of
from sphinx_vita.reading.languages import own_name
from sphinx_vita.records.portfolio import Alternate
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.languages.pages import sources_in
from sphinx_vita.sphinx.look import render_part

SCRIPT = "languages.js"


@dataclass(frozen=True, slots=True)
class Choice:
    """A language of the switcher: its name in itself, and the link to the same page in it, or else to the home page."""

    lang: str
    name: str
    direction: str
    link: str
    is_current: bool


def languages_of_page(app: Sphinx, docname: str) -> tuple[str, ...]:
    """Return the languages that have a page, by their tags."""
    return sources_in(app).everywhere.get(docname, ())


def alternates_of(app: Sphinx, docname: str, path: str, address: str) -> tuple[Alternate, ...]:
    """Return where a page stands in each language, its own too; `address` is that of this build, `path` below it."""
    spoken = spoken_by(app)
    tags = languages_of_page(app, docname) if spoken.is_whole(app.builder.name) and address else ()
    root = address.removesuffix(spoken.folder)
    return (
        tuple(Alternate(tag_of(tag), f"{root}{spoken.folder_of(tag)}{path}") for tag in tags) if len(tags) > 1 else ()
    )


def choices(app: Sphinx, pagename: str, *, has_source: bool) -> list[Choice]:
    """Return what the switcher of a page offers; nothing where the site has one language."""
    spoken = spoken_by(app)
    if not spoken.is_whole(app.builder.name):
        return []
    having = languages_of_page(app, pagename) if has_source else spoken.languages.tags
    return [_choice(app, pagename, tag, is_there=tag in having) for tag in spoken.languages.tags]


def _choice(app: Sphinx, pagename: str, tag: str, *, is_there: bool) -> Choice:
    spoken, builder = spoken_by(app), app.builder
    target = f"{spoken.folder_of(tag)}{builder.get_target_uri(pagename if is_there else str(app.config.root_doc))}"
    if pagename == getattr(app.config, "notfound_pagename", None):  # which is shown at any depth
        root = str(app.config.notfound_urls_prefix or "/")
        link = root.removesuffix(spoken.folder) + spoken.folder_of(tag)
    else:
        link = relative_uri(f"{spoken.folder}{builder.get_target_uri(pagename)}", target) or "#"
    return Choice(tag_of(tag), own_name(tag), direction_of(tag), link, is_current=tag == spoken.tag)


def add_alternates(
    app: Sphinx, pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Fill `vita_languages` for the switcher, on every page; furo's column, which has it, is closed on a phone."""
    found = context["vita_languages"] = choices(app, pagename, has_source=doctree is not None)
    if found:
        app.add_js_file(SCRIPT, loading_method="defer")
    is_furo = isinstance(app.builder, StandaloneHTMLBuilder) and app.builder.theme.name == "furo"
    if found and is_furo and doctree is not None:
        context["body"] = render_part(app, "vita/languages.html", vita_languages=found, is_above=True) + context["body"]
