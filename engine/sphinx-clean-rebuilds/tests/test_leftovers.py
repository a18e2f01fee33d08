"""What a clean build would not have made goes; what no build made stays."""

import os
import shutil

import pytest
from harness.rebuilt_pages import PAGES, Files, page, tree
from harness.rebuilt_sites import CONF, Site, differences, run

BY_HAND = ("b/notes.html", "own.html", "_images/photo.png", "_static/own.js", "_sources/b/own.txt", "CNAME")


def test_what_was_put_there_by_hand_stays(site: Site) -> None:
    site.build(PAGES)
    for name in BY_HAND:
        (site.output / name).write_text("by hand")

    site.build({"index": page("Home", tree("a/index", "last")), **dict.fromkeys(("b/index", "b/three", "b/four"))})

    assert site.differences() == sorted(BY_HAND)
    assert not (site.output / "b/three.html").exists()


def test_the_output_of_another_build_below_is_left_to_it(site: Site) -> None:
    """It may be made while this build goes on, and be changed before the next."""
    setup = """
def setup(app):
    def build_other(app, error):
        (app.outdir / "de").mkdir(exist_ok=True)
        (app.outdir / "de/.buildinfo").write_text("# Sphinx build info version 1")
        (app.outdir / "de/index.html").write_text("made")
    app.connect("build-finished", build_other, 990)
"""
    site.build({**PAGES, "conf.py": CONF + setup})
    (site.output / "de/index.html").write_text("made by another")

    site.build({"conf.py": CONF, "last": page("Last")})

    assert site.text("de/index.html") == "made by another"


def test_what_another_folder_of_doctrees_knew_is_not_removed(site: Site) -> None:
    site.build(PAGES)
    shutil.rmtree(site.doctrees)

    site.build({"last": None, "index": page("Home", tree("a/index", "b/index"))})

    assert site.differences() == ["_sources/last.rst.txt", "last.html"]


def test_static_and_extra_files_go_with_their_sources(site: Site) -> None:
    conf = CONF + 'html_static_path = ["_static"]\nhtml_extra_path = ["extra"]\n'
    site.build({"conf.py": conf, "_static/deep/a.txt": "a", "_static/b.txt": "b", "extra/deep/c.txt": "c"})

    site.build({"_static/deep/a.txt": None, "extra/deep/c.txt": None})

    assert site.differences() == []
    assert not (site.output / "_static/deep").exists()
    assert not (site.output / "deep").exists()


def test_a_new_style_sheet_reaches_the_pages_that_name_it(site: Site) -> None:
    """Each page has the checksum of the file in its head."""
    conf = CONF + 'html_static_path = ["_static"]\nhtml_css_files = ["own.css"]\n'
    site.build({**PAGES, "conf.py": conf, "_static/own.css": "a {}"})

    site.build({"_static/own.css": "b {}"})

    assert site.differences() == []


def test_a_redirect_may_stand_where_a_page_was_and_goes_when_it_is_taken_back(site: Site) -> None:
    site.build(PAGES)
    gone: Files = {"last": None, "index": page("Home", tree("a/index", "b/index"))}
    redirects = (
        CONF.replace('"sphinx_clean_rebuilds"', '"sphinx_clean_rebuilds", "sphinx_reredirects"')
        + 'redirects = {"last": "a/two.html"}\n'
    )

    site.build({**gone, "conf.py": redirects})
    led_on = site.differences(), "a/two.html" in site.text("last.html")
    site.build({"conf.py": CONF})

    assert led_on == ([], True)
    assert site.differences() == []


DRAWER = """
def setup(app):
    def draw(app, doctree, docname):
        name = f"drawn-{len(doctree.astext())}.png"
        (app.outdir / "_images").mkdir(exist_ok=True)
        (app.outdir / "_images" / name).write_text(name)
        from docutils import nodes
        doctree += nodes.raw("", f"<img src='_images/{name}'>", format="html")
    app.connect("doctree-resolved", draw)
    return {"parallel_write_safe": True}
"""


def test_a_picture_that_an_extension_drew_goes_when_no_page_names_it(site: Site) -> None:
    site.build({**PAGES, "conf.py": CONF + DRAWER})

    site.build({"a/two": page("Two", "Other words of another length.")})

    assert site.differences() == []


def test_a_page_without_a_source_goes_when_no_build_makes_it(site: Site) -> None:
    site.build({"conf.py": CONF + 'html_additional_pages = {"more": "page.html"}\n'})

    site.build({"conf.py": CONF})

    assert site.differences() == []


def test_pages_that_show_their_code_stay(site: Site) -> None:
    """Sphinx does not make them again in each build."""
    code = 'extensions = ["sphinx.ext.autodoc", "sphinx.ext.viewcode", "sphinx_clean_rebuilds"]\n'
    code += 'import sys\nsys.path.insert(0, ".")\n'
    site.write({"conf.py": code, "tidytestcode.py": 'def crack():\n    """Crack it."""\n'})
    site.path("index").write_text(page("Home", ".. automodule:: json.decoder\n   :members:\n"))
    site.build()

    site.build({"other": page("Other", ":orphan:")})

    assert (site.output / "_modules/json/decoder.html").exists()


@pytest.mark.parametrize("builders", [("html", "dirhtml"), ("dirhtml", "html"), ("html", "singlehtml")])
def test_builders_that_share_what_was_read_follow_each(site: Site, builders: tuple[str, str]) -> None:
    one, other = builders
    files: Files = {**PAGES, "last": page("Last", ".. include:: part.txt"), "part.txt": "Before."}
    for builder in builders:
        site.build(files, builder)
    site.build({"a/one": page("Uno"), "part.txt": "After.", "a/dot.png": None}, one)

    site.build({}, other)

    assert site.differences(one) == []
    assert site.differences(other) == []


def test_two_outputs_of_one_builder_follow_each(site: Site) -> None:
    site.build(PAGES)
    second = site.folder / "second"
    run(site.source, second, site.doctrees, "html", 1)
    site.build({"a/one": page("Uno"), "a/dot.png": None})

    run(site.source, second, site.doctrees, "html", 1)

    assert differences(second, site.clean()) == []


def test_a_file_in_place_of_another_is_read_whatever_its_time(site: Site) -> None:
    site.build({**PAGES, "b/five": f":orphan:\n\n{page('Five')}"})
    old = site.path("b/five")
    os.utime(old, ns=(1, 1))

    old.replace(site.path("b/four"))
    site.build()

    assert "Five" in site.text("b/four.html")
    assert site.differences() == []


def test_a_search_index_that_is_lost_is_made_whole(site: Site) -> None:
    site.build(PAGES)
    (site.output / "searchindex.js").unlink()

    told = site.build({"last": page("Last", "More.")})

    assert told == ""
    assert site.differences() == []


def test_a_broken_record_only_costs_time(site: Site) -> None:
    site.build(PAGES)
    (record,) = site.doctrees.glob("clean-rebuilds-*.json")
    record.write_text('{"format": 1')

    site.build({"a/one": page("Uno")})

    assert "Uno" in site.text("a/two.html")
