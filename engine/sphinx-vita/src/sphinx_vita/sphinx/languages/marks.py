"""The language of what is not translated, for browsers, screen readers and search engines.

docutils writes a class `language-en` as the attribute `lang`. What the engine puts between an author's words is in the
language of the page, so the mark stands on the largest parts that are an author's alone.
"""

import re
from dataclasses import replace
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from sphinx_vita.locale import direction_of
from sphinx_vita.reading.imprint import imprint_of
from sphinx_vita.reading.languages import html_tag, is_same_language
from sphinx_vita.records import Publication
from sphinx_vita.sphinx.languages import Spoken, spoken_by
from sphinx_vita.sphinx.languages.pages import language_of_page
from sphinx_vita.sphinx.render.nodes import LANGUAGE, OfTheEngine

_IN_LANGUAGE = re.compile(r'<[a-z]\w*[^<>]* lang="(?P<language>[\w-]+)"(?! dir=)')
_PARTS_OF_THE_ENGINE = frozenset(
    ("vita-entry", "vita-timeline", "vita-profile", "vita-publication-header", "vita-cite"),
)
# Notes have a word of Sphinx's at their head, and the others have no element of HTML that could say a language.
_IN_PARTS = (nodes.Admonition, nodes.tgroup, nodes.definition_list_item, addnodes.only, addnodes.glossary)
_WITHOUT_LANGUAGE = (
    nodes.title,
    nodes.comment,
    nodes.raw,
    nodes.target,
    nodes.system_message,
    nodes.substitution_definition,
)


def mark_language(app: Sphinx, doctree: nodes.document) -> None:
    """Mark a page that has just been read and is not translated; its titles carry the mark into menus."""
    language = language_of_page(app, app.env.docname)
    if not language:
        return
    for title in doctree.findall(nodes.title):
        if title.line is not None and title.get("translated") is not True:  # others are those of records
            mark_inside(title, language)
    for child in doctree.children:
        _mark(child, language)


def add_directions(
    app: Sphinx, _pagename: str, _templatename: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Let what is in a language of the other direction run its own way: docutils writes the language alone."""
    if doctree is not None and spoken_by(app).languages.tags:
        own = direction_of(str(app.config.language))
        context["body"] = _IN_LANGUAGE.sub(lambda found: _directed(found, own), context["body"])


def _directed(found: re.Match[str], own: str) -> str:
    direction = direction_of(found["language"])
    return found[0] if direction == own else f'{found[0]} dir="{direction}"'


def mark(node: nodes.Node, language: str) -> None:
    """Mark a node as being in a language."""
    if language and isinstance(node, nodes.Element) and not any(each.startswith(LANGUAGE) for each in node["classes"]):
        node["classes"].append(f"{LANGUAGE}{language}")


def mark_inside(node: nodes.Element, language: str) -> None:
    """Mark the content of a node, which others may copy without the node."""
    if node.children:
        inner = nodes.inline("", "", *node.children, classes=[f"{LANGUAGE}{language}"])
        node.children = []
        node += inner


def _mark(node: nodes.Node, language: str) -> None:
    """Mark the largest parts of a node that are an author's alone; titles are marked inside."""
    if not isinstance(node, nodes.Element) or isinstance(node, _WITHOUT_LANGUAGE) or _is_engines(node):
        return
    has_titles = node.next_node(nodes.title) is not None
    if has_titles or isinstance(node, _IN_PARTS) or any(map(_is_engines, node.findall(nodes.Element))):
        for child in node.children:
            _mark(child, language)
    else:
        mark(node, language)


def _is_engines(node: nodes.Node) -> bool:
    """Whether the engine fills or has filled a node, or gettext has translated it."""
    if isinstance(node, addnodes.toctree | OfTheEngine):
        return True
    if not isinstance(node, nodes.Element):
        return False
    return node.get("translated") is True or not _PARTS_OF_THE_ENGINE.isdisjoint(node["classes"])


def in_their_languages(app: Sphinx, publications: dict[str, Publication]) -> dict[str, Publication]:
    """Mark what publications say in another language than this build's; one that names none is in the site's first."""
    spoken = spoken_by(app)
    return {key: _in_language(each, spoken) for key, each in publications.items()} if spoken.tag else publications


def _in_language(publication: Publication, spoken: Spoken) -> Publication:
    own = imprint_of(publication).language_code or html_tag(spoken.languages.first)
    if is_same_language(own, spoken.tag):
        return publication
    names = [name for name in ("title", "abstract", "tldr", "note") if name not in publication.translated]
    texts: dict[str, Any] = {name: replace(getattr(publication, name), language=own) for name in names}
    texts["remarks"] = tuple(replace(each, language=own) for each in publication.remarks)
    version = publication.version and _in_language(publication.version, spoken)
    return replace(publication, **texts, version=version)
