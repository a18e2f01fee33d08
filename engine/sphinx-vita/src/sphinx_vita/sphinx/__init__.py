"""The Sphinx half: records come from directives and bibliographies, and go onto pages.

| room | what it holds |
|---|---|
| `markdown` | the parser of pages, with an eye on what authors write by mistake |
| `directives` | what an author writes, noted and shown |
| `render` | records as docutils nodes |
| `pages` | what happens to a page between reading and writing: views, references, checks |
| `output` | what is written beside the text of pages: heads, PDFs, exports, pictures, cards, icons, copied files |
| `languages` | several languages of one site: their builds, their files, their marks, the way between them |

Beside them: the settings (`config`, `settings`, `defaults`), the domain with what it is asked (`domain`, `lookup`,
`memory`, `portfolio`), the bibliographies (`bibliography_cache`), what an edit elsewhere changes (`incremental`), which
way pages run (`direction`), and all that is private of other projects (`internals`).
"""

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Register the domain and what surrounds it."""
    from sphinx_vita.reading.own_kinds import read_kinds
    from sphinx_vita.records import written_kinds
    from sphinx_vita.records.declared import set_declared
    from sphinx_vita.sphinx.config import add_config_values
    from sphinx_vita.sphinx.defaults import AFTER, take_defaults
    from sphinx_vita.sphinx.deprecated import add_deprecated_settings
    from sphinx_vita.sphinx.directives import DIRECTIVES
    from sphinx_vita.sphinx.directives.publication import PublicationTitleRole
    from sphinx_vita.sphinx.directives.record import RecordDirective
    from sphinx_vita.sphinx.domain import VitaDomain
    from sphinx_vita.sphinx.internals import name_stemmer
    from sphinx_vita.sphinx.language import take_language
    from sphinx_vita.sphinx.languages.orders import note_parts
    from sphinx_vita.sphinx.markdown.parser import PageParser
    from sphinx_vita.sphinx.mathml import add_math_renderer
    from sphinx_vita.sphinx.output.downloads import FillDownloads
    from sphinx_vita.sphinx.output.open_graph import load_open_graph
    from sphinx_vita.sphinx.output.pictures.markup import add_pictures
    from sphinx_vita.sphinx.output.pictures.prose import add_sizes
    from sphinx_vita.sphinx.pages.anchors import AnchorEntries
    from sphinx_vita.sphinx.pages.authors import FoldAuthors
    from sphinx_vita.sphinx.pages.checks import RefuseForeignFiles
    from sphinx_vita.sphinx.pages.citations import FillCitations
    from sphinx_vita.sphinx.pages.filters import add_filter
    from sphinx_vita.sphinx.pages.isolation import IsolateText
    from sphinx_vita.sphinx.pages.plain import PlainNodes
    from sphinx_vita.sphinx.pages.quantities import KeepQuantities
    from sphinx_vita.sphinx.pages.references import ResolveNames
    from sphinx_vita.sphinx.pages.transforms import (
        AnchorAtHeading,
        ExplainOnce,
        IdsOfHeadings,
        MoveCitations,
        NamesOfHeadings,
        OneIdEach,
        TitleFromRecord,
    )
    from sphinx_vita.sphinx.pages.upright import UprightEmphasis
    from sphinx_vita.sphinx.pages.views import FillViews
    from sphinx_vita.sphinx.render.nodes import add_nodes
    from sphinx_vita.sphinx.render.videos import add_videos

    add_config_values(app)
    note_parts(app)
    take_language(app)
    name_stemmer(app)
    set_declared(read_kinds(app.config.vita_kinds))
    add_deprecated_settings(app)
    wanted = app.config.vita_extensions
    for extension in ("myst_parser", "sphinx_design", *[name for name in wanted if name not in AFTER]):
        app.setup_extension(extension)
    app.add_source_parser(PageParser, override=True)
    load_open_graph(app)
    add_nodes(app)
    add_videos(app)
    add_pictures(app)
    add_sizes(app)
    add_filter(app)
    add_math_renderer(app)
    app.add_domain(VitaDomain)
    for name, directive in {**DIRECTIVES, **dict.fromkeys(written_kinds(), RecordDirective)}.items():
        app.add_directive_to_domain("vita", name, directive)
    app.add_role_to_domain("vita", "pub-title", PublicationTitleRole())
    for transform in (
        MoveCitations,
        TitleFromRecord,
        AnchorAtHeading,
        IdsOfHeadings,
        NamesOfHeadings,
        RefuseForeignFiles,
    ):
        app.add_transform(transform)
    made = (AnchorEntries, FillViews, FillDownloads, ExplainOnce, ResolveNames, FoldAuthors)
    finished = (IsolateText, UprightEmphasis, KeepQuantities, FillCitations, PlainNodes, OneIdEach)
    for post_transform in (*made, *finished):
        app.add_post_transform(post_transform)
    _listen(app)
    for extension in [name for name in wanted if name in AFTER]:
        app.setup_extension(extension)
    take_defaults(app)
    return {
        "version": version("sphinx-vita"),
        "env_version": 4,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }


def _listen(app: "Sphinx") -> None:
    """Take part in each step of a build."""
    from sphinx_build_cache import read_by_other_code

    from sphinx_vita.sphinx.bibliography_cache import load_library
    from sphinx_vita.sphinx.defaults import complete_settings
    from sphinx_vita.sphinx.deprecated import take_deprecated_keys, take_deprecated_settings
    from sphinx_vita.sphinx.direction import turn_sheets
    from sphinx_vita.sphinx.domain import attach
    from sphinx_vita.sphinx.english import mark_english
    from sphinx_vita.sphinx.incremental import note_uses, outdated_pages, pages_to_rewrite
    from sphinx_vita.sphinx.internals import check_libraries, forget_words, remember_stems
    from sphinx_vita.sphinx.languages.alternates import add_alternates
    from sphinx_vita.sphinx.languages.builds import build_others, forget_others, listen
    from sphinx_vita.sphinx.languages.marks import add_directions, mark_language
    from sphinx_vita.sphinx.languages.pages import choose_pages, moved_pages, note_file
    from sphinx_vita.sphinx.look import add_look, make_static_folder
    from sphinx_vita.sphinx.output.descriptions import note_description
    from sphinx_vita.sphinx.output.downloads import add_footer
    from sphinx_vita.sphinx.output.export import write_files
    from sphinx_vita.sphinx.output.fonts import check_fonts
    from sphinx_vita.sphinx.output.heads import add_head
    from sphinx_vita.sphinx.output.open_graph import configure_open_graph
    from sphinx_vita.sphinx.output.pdf.build import keep_body
    from sphinx_vita.sphinx.output.pictures.preparing import prepare_pictures
    from sphinx_vita.sphinx.output.pictures.prose import strip_pictures
    from sphinx_vita.sphinx.output.related import add_related
    from sphinx_vita.sphinx.output.sidebar import add_person
    from sphinx_vita.sphinx.pages.checks import check_links
    from sphinx_vita.sphinx.pages.contents import fill_contents
    from sphinx_vita.sphinx.pages.front_matter import check_pdfs
    from sphinx_vita.sphinx.pages.isolation import isolate_titles
    from sphinx_vita.sphinx.pages.page_source import hide_source
    from sphinx_vita.sphinx.pages.posts import note_post
    from sphinx_vita.sphinx.settings import check_languages, check_settings, take_citation_style
    from sphinx_vita.sphinx.words_of_others import add_scripts, offer_words

    settings = (take_deprecated_settings, check_settings, check_languages, take_citation_style, check_fonts)
    for settle in (*settings, complete_settings, configure_open_graph):
        app.connect("config-inited", settle, 400)  # before other extensions judge the settings there
    app.connect("builder-inited", add_scripts, 900)  # behind sphinx-copybutton, whose script it completes
    for event, *listeners in (
        ("builder-inited", listen, forget_others, choose_pages, attach, add_look, mark_english),
        ("builder-inited", check_libraries, load_library),
        ("env-get-outdated", moved_pages, outdated_pages, read_by_other_code("sphinx_vita")),
        ("doctree-read", take_deprecated_keys, check_links, note_uses, note_description, note_post, note_file),
        ("env-updated", fill_contents, prepare_pictures, pages_to_rewrite),
        ("env-check-consistency", check_pdfs),
        ("doctree-resolved", remember_stems),
        ("html-page-context", hide_source, add_person, offer_words, add_alternates, add_directions),
        ("html-collect-pages", forget_words),
        ("build-finished", strip_pictures, turn_sheets, write_files),
    ):
        for listener in listeners:
            app.connect(event, listener)
    app.connect("doctree-read", mark_language, 100)  # before titles and contents are collected
    app.connect("doctree-read", isolate_titles, 101)  # likewise
    app.connect("doctree-resolved", keep_body, 900)  # after whatever else changes a page
    app.connect("build-finished", make_static_folder, 100)  # before furo
    app.connect("build-finished", build_others, 3000)  # after all who work on this output
    # In this order, and before sphinxext-opengraph, which takes the fields of the last.
    for priority, fill in enumerate((add_related, add_footer, add_head), 400):
        app.connect("html-page-context", fill, priority)
