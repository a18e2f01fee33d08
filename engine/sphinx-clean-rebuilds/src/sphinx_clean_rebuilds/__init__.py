"""Incremental builds of any Sphinx HTML site that come out equal to clean ones.

Sphinx reads a page again when its file has changed, and writes it again then. What other pages show of it stays as it
was: titles in sidebars, neighbours, the texts of references. What a removed page left behind stays too.
"""

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: "Sphinx") -> "ExtensionMetadata":
    """Watch what is read and written, name what has to be done again, and remove what is left over at the end."""
    from sphinx_build_cache import read_by_other_code

    from sphinx_clean_rebuilds.build import Build
    from sphinx_clean_rebuilds.collector import let_go, set_aside, take_up
    from sphinx_clean_rebuilds.links import forget_links, merge_links, note_links, pages_that_name
    from sphinx_clean_rebuilds.pictures import name_pictures
    from sphinx_clean_rebuilds.search import restore_order
    from sphinx_clean_rebuilds.shared_names import forget_names, merge_names, note_names, read_together
    from sphinx_clean_rebuilds.sources import check_encoding, forget_sources, note_sources, outdated_pages

    lists = frozenset({list, tuple})
    what = "arguments by which templates ask for the table of contents, where the extension does not see that itself"
    app.add_config_value("clean_rebuilds_trees", [], "", lists, what)
    what = "pages that stay though this build has not written them: patterns of their names"
    app.add_config_value("clean_rebuilds_keep", ["_modules/*"], "", lists, what)
    build = Build()
    app.connect("config-inited", build.seal.verify, priority=100)  # before anything is read
    app.connect("config-inited", take_up, priority=100)
    for step in ("env-before-read-docs", "env-updated", "build-finished"):
        app.connect(step, set_aside, priority=100)
    for step in ("doctree-read", "doctree-resolved"):
        app.connect(step, let_go)
    app.connect("builder-inited", build.start, priority=100)  # before others write there
    app.connect("env-get-outdated", build.pages_to_read)
    app.connect("env-get-outdated", pages_that_name)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-get-outdated", read_by_other_code("sphinx_clean_rebuilds"))
    app.connect("env-purge-doc", forget_links)
    app.connect("env-purge-doc", forget_names)
    app.connect("env-purge-doc", forget_sources)
    app.connect("env-before-read-docs", check_encoding)
    app.connect("doctree-read", note_links, priority=900)  # after whatever else changes a page
    app.connect("doctree-read", note_names, priority=900)
    app.connect("env-merge-info", merge_links)
    app.connect("env-merge-info", merge_names)
    app.connect("env-updated", read_together, priority=100)  # before whatever else looks at what has been read
    app.connect("env-updated", note_sources)
    app.connect("env-updated", name_pictures)
    app.connect(
        "env-get-updated", build.pages_to_rewrite, priority=900
    )  # after sections and figures have their numbers
    app.connect("html-page-context", build.watch, priority=100)  # before themes, which ask for the tree here
    app.connect("html-page-context", build.note_source, priority=900)  # after all who may hide it
    app.connect("html-collect-pages", restore_order)
    app.connect("build-finished", build.finish, priority=950)  # after all who write files
    app.connect("build-finished", build.put_seal, priority=2000)  # after all who change them
    return {
        "version": version("sphinx-clean-rebuilds"),
        "env_version": 1,
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
