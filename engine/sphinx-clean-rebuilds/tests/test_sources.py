"""Files that were saved while they were read are read again by the next build."""

import os
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from harness.rebuilt_pages import PAGES
from harness.rebuilt_sites import CONF, Site
from sphinx_clean_rebuilds.sources import SETTLED, note_sources, stamps_of

SAVED_WHILE_READ = """
def setup(app):
    def save(app, doctree):
        page = app.srcdir / "other.rst"
        if app.env.docname == "other" and "Later" not in page.read_text():
            page.write_text(page.read_text() + "\\nLater.\\n")
    app.connect("doctree-read", save)
"""


def test_a_page_that_was_saved_while_it_was_read_comes_out_as_it_is_now(site: Site) -> None:
    site.build({**PAGES, "other": ":orphan:\n\nOther\n=====\n", "conf.py": CONF + SAVED_WHILE_READ})
    before = site.text("other.html")

    site.build({})

    assert "Later." not in before
    assert "Later." in site.text("other.html")
    assert site.differences() == []


@pytest.mark.parametrize(
    ("age", "is_trusted"),
    [(2 * SETTLED, True), (SETTLED // 2, False), (-SETTLED, False)],
    ids=["long before", "just before", "during the build"],
)
def test_what_was_saved_just_before_a_build_is_not_trusted(tmp_path: Path, age: int, is_trusted: bool) -> None:
    page, started = tmp_path / "page.rst", time.time_ns()
    page.write_text("Page")
    os.utime(page, ns=(started - age, started - age))
    env = SimpleNamespace(all_docs={"page": 0}, dependencies={}, doc2path=lambda _: page)
    env.__dict__["_clean_rebuilds_started"] = started

    note_sources(cast("Any", SimpleNamespace(srcdir=tmp_path)), cast("Any", env))

    assert (stamps_of(cast("Any", env))["page"][str(page)] is not None) is is_trusted


def test_links_in_markdown_to_a_page_that_goes_or_comes_are_read_again(site: Site) -> None:
    conf = CONF.replace("extensions = [", 'extensions = ["myst_parser", ')
    links = "# Links\n\n[One](deep/v1.2.md) and [its part](./deep/v1.2.md#part), [other](other).\n"
    pages: dict[str, str | bytes | None] = {"conf.py": conf, "links.md": links, "other.md": "# Other\n"}
    site.build({**pages, "deep/v1.2.md": "# One\n\n(part)=\n\n## Part\n"})
    assert 'href="deep/v1.2.html#part"' in site.text("links.html")

    site.build({"deep/v1.2.md": None})
    gone = site.differences()
    site.build({"deep/v1.2.md": "# Again\n", "other.md": None})

    assert gone == site.differences() == []
    assert 'href="deep/v1.2.html"' in site.text("links.html")
