"""A build after a change equals a clean one, and writes only the pages on which something is different."""

import pytest
from harness.rebuilt_pages import CHANGES, PAGES, REMOVALS, THEMES, page, tree
from harness.rebuilt_sites import CONF, Site


@pytest.mark.parametrize(
    ("name", "builder"),
    [(name, "html") for name in CHANGES] + [(name, kind) for name in REMOVALS for kind in ("dirhtml", "singlehtml")],
)
def test_a_build_after_a_change_and_after_its_undoing_equals_a_clean_one(site: Site, name: str, builder: str) -> None:
    site.build(PAGES, builder)

    site.build(CHANGES[name], builder)
    after_change = site.differences(builder)
    site.build({"conf.py": CONF, **PAGES, **dict.fromkeys(CHANGES[name].keys() - PAGES.keys() - {"conf.py"})}, builder)

    assert after_change == []
    assert site.differences(builder) == []


@pytest.mark.parametrize("theme", list(THEMES))
@pytest.mark.parametrize("name", ["a title changes", "a section is renamed", "a page is added", "a page is removed"])
def test_any_theme_shows_what_a_clean_build_shows(site: Site, name: str, theme: str) -> None:
    site.build({**PAGES, "conf.py": CONF + THEMES[theme]})

    site.build(CHANGES[name])

    assert site.differences() == []


@pytest.mark.parametrize("name", ["nothing", "a title changes", *REMOVALS])
def test_two_processes_make_the_same(site: Site, name: str) -> None:
    site.build({**PAGES, "conf.py": CONF + THEMES["alabaster"]}, processes=2)

    site.build(CHANGES[name], processes=2)

    assert site.differences() == []


def test_a_change_that_nobody_else_shows_writes_one_page(site: Site) -> None:
    site.build({**PAGES, "conf.py": CONF + THEMES["furo"]})

    written = site.rewritten(lambda: site.build({"a/two": str(PAGES["a/two"]) + "\nMore.\n"}))

    assert written == {"a/two.html", "a/index.html"}  # Sphinx always writes the page that lists it


def test_a_heading_within_a_page_reaches_only_those_that_show_it(site: Site) -> None:
    site.build({**PAGES, "conf.py": CONF + THEMES["furo"]})

    written = site.rewritten(lambda: site.build(CHANGES["a section is renamed"]))

    assert written == {"a/one.html", "a/index.html", "a/two.html", "index.html"}


def test_a_title_in_a_closed_branch_reaches_only_pages_on_which_it_is_open(site: Site) -> None:
    hidden = "   :hidden:\n"
    site.build(
        {
            **PAGES,
            "conf.py": CONF + 'html_sidebars = {"**": ["globaltoc.html"]}\n',
            "index": page("Home", tree("a/index", "b/index", "last", options=hidden)),
            "b/index": page("Part B", tree("three", "four", "five", "six", options=hidden)),
            "b/five": page("Five"),
            "b/six": page("Six"),
        }
    )
    conf = CONF + 'html_sidebars = {"**": ["globaltoc.html"]}\nhtml_theme_options = {"globaltoc_includehidden": True}\n'
    site.build({"conf.py": conf})

    written = site.rewritten(lambda: site.build({"b/five": page("Fünf")}))

    # By Sphinx itself: the page, and the one that lists it with those above. Beside it: four, six. Open: three.
    assert written == {f"b/{name}.html" for name in ("five", "index", "four", "six", "three")} | {"index.html"}
    assert site.differences() == []


def test_nothing_is_written_without_a_change(site: Site) -> None:
    site.build({**PAGES, "conf.py": CONF + THEMES["furo"]})

    assert site.rewritten(site.build) == set()
