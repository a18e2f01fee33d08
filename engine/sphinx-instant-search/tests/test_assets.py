"""What a browser gets: one script with its library, small, and a few lines on each page."""

import gzip
import re
from io import BytesIO

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from harness.searched_sites import Site
from pygments.lexers import JavascriptLexer
from pygments.token import Comment, Whitespace
from sphinx_build_cache.scripts import without_comments
from sphinx_instant_search.assets import SCRIPTS, STATIC, bundle, loader

LIMIT = 16 * 1024  # bytes after gzip, the script, its words and the library together; loaded at the first use
SOURCES = [*SCRIPTS, "minisearch.js", "loader.js"]


def test_the_script_with_its_library_keeps_to_its_limit() -> None:
    assert len(gzip.compress(bundle().encode(), 9)) <= LIMIT
    assert len(loader("search.html")) < 2_000


@pytest.mark.parametrize("name", SOURCES)
def test_leaving_out_comments_leaves_the_code(name: str) -> None:
    script = (STATIC / name).read_text("utf-8")

    assert code_of(without_comments(script)) == code_of(script)
    assert len(without_comments(script)) < len(script)


def code_of(script: str) -> list[str]:
    tokens = JavascriptLexer(stripnl=False, ensurenl=False).get_tokens(script)
    return [text for kind, text in tokens if kind not in Comment and kind not in Whitespace and text]


def test_the_library_is_named_with_its_version_and_licence(site: Site) -> None:
    site.build()
    folder = site.output / "_static/instant-search"
    version = (STATIC / "minisearch.version").read_text("utf-8").strip()

    assert re.fullmatch(r"\d+\.\d+\.\d+", version)
    assert (folder / "palette.js").read_text("utf-8").startswith(f"/*! with MiniSearch {version}, MIT")
    assert "Permission is hereby granted" in (folder / "minisearch.license.txt").read_text("utf-8")


def test_a_page_names_its_loader_from_where_it_is(site: Site) -> None:
    site.write(folder__index="Folder\n======\n")
    site.build()
    page = (site.output / "folder/index.html").read_text("utf-8")

    assert len(re.findall(r'src="\.\./_static/instant-search/loader\.js\?v=[0-9a-f]{8}"', page)) == 1


@pytest.mark.parametrize(("builder", "search"), [("html", "search.html"), ("dirhtml", "search/")])
def test_the_loader_names_its_files_from_the_root(site: Site, builder: str, search: str) -> None:
    site.build(builder)
    script = (site.output / "_static/instant-search/loader.js").read_text("utf-8")

    assert re.search(r'"_static/instant-search/palette\.js\?v=[0-9a-f]{8}"', script)
    assert f'"_static/instant-search/index.js", "{search}"]' in script


def test_a_site_says_a_word_itself(site: Site) -> None:
    catalog, compiled = Catalog(locale="de"), BytesIO()
    catalog.add("No results", "Rein gar nichts")
    write_mo(compiled, catalog)
    target = site.source / "locales/de/LC_MESSAGES/sphinx_instant_search.mo"
    target.parent.mkdir(parents=True)
    target.write_bytes(compiled.getvalue())
    (site.source / "conf.py").write_text((site.source / "conf.py").read_text("utf-8") + "\nlanguage = 'de'\n", "utf-8")
    site.build()
    script = (site.output / "_static/instant-search/palette.js").read_text("utf-8")

    assert "Rein gar nichts" in script
    assert "Schließen" in script  # what it does not say is the package's
