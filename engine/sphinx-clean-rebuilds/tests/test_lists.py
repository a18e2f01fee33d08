"""What other extensions list of the pages that a build has written, such as a sitemap, names all pages."""

import pytest
from harness.rebuilt_pages import Files, page, tree
from harness.rebuilt_sites import CONF, Site

# Collects addresses as pages are written, and writes them at the end; or takes those of all pages.
LISTS = """
def setup(app):
    seen = []
    app.connect("html-page-context", lambda app, page, *_: seen.append(app.builder.get_target_uri(page)))

    def write(app, error):
        found = map(app.builder.get_target_uri, sorted(app.env.all_docs)) if WHOLE else seen
        (app.outdir / "sitemap.xml").write_text("".join(f"<loc>https://x.example/{each}</loc>" for each in found))
    app.connect("build-finished", write, priority=PRIORITY)
"""
SITE: Files = {"index": page("Home", tree("one", "two", "three")), "one": page("One"), "two": page("Two")}
SITE |= {"three": page("Three")}
WORD: Files = {"one": page("One", "Another word.")}
NEW: Files = {"index": page("Home", tree("one", "two", "three", "four")), "four": ":orphan:\n\n" + page("Four")}
GONE: Files = {"index": page("Home", tree("one", "three", "four")), "two": None}


def lists(*, whole: bool = False, priority: int = 500) -> str:
    return CONF + LISTS.replace("WHOLE", str(whole)).replace("PRIORITY", str(priority))


@pytest.mark.parametrize(("builder", "priority"), [("html", 500), ("dirhtml", 1500)])
def test_a_list_of_the_pages_of_a_build_names_all_of_them(site: Site, builder: str, priority: int) -> None:
    site.build({**SITE, "conf.py": lists(priority=priority)}, builder)

    found = [site.build(files, builder) + repr(site.differences(builder)) for files in (None, WORD, NEW, GONE, SITE)]

    assert found == ["[]"] * 5


def test_a_list_names_the_page_that_came_first_after_a_clean_build(site: Site) -> None:
    site.build({**SITE, "conf.py": lists()})

    site.build(NEW)

    assert site.differences() == []


def test_a_list_that_is_always_whole_has_no_page_written_again(site: Site) -> None:
    site.build({**SITE, "conf.py": lists(whole=True)})
    site.build(WORD)

    assert "two.html" not in site.rewritten(lambda: site.build(NEW))
    assert site.differences() == []


def test_a_list_that_the_settings_keep_is_left_to_others(site: Site) -> None:
    site.build({**SITE, "conf.py": lists() + 'clean_rebuilds_keep = ["*.xml"]\n'})

    site.build(WORD)

    assert site.differences() == ["sitemap.xml"]
