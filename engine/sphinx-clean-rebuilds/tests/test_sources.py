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
