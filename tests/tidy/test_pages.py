"""A build after a change equals a clean one, and writes only the pages on which something is different."""

import pytest

from tests.tidy.conftest import CONF, Site

Files = dict[str, str | bytes | None]
PIXEL = bytes.fromhex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de")


def page(title: str, text: str = "Text.") -> str:
    return f"{title}\n{'=' * len(title)}\n\n{text}\n"


def tree(*pages: str, options: str = "") -> str:
    return f".. toctree::\n{options}\n   " + "\n   ".join(pages) + "\n"


# Three parts with two pages each, references from page to page, an object, an index entry, pictures with one name.
PAGES: Files = {
    "index": page("Home", tree("a/index", "b/index", "last")),
    "a/index": page("Part A", tree("one", "two")),
    "a/one": page("One", ".. _label:\n\nSection\n-------\n\n.. index:: Walnut\n\n.. image:: dot.png"),
    "a/two": page("Two", "See :ref:`label` and :doc:`/b/three`.\n\n.. index:: Hazel\n"),
    "b/index": page("Part B", tree("three", "four", options="   :hidden:\n")),
    "b/three": page("Three", ".. py:function:: crack(nut)\n\n.. image:: dot.png"),
    "b/four": page("Four", "See :py:func:`crack` and :py:func:`peel`.\n\n:download:`notes.txt`"),
    "last": page("Last"),
    "a/dot.png": PIXEL,
    "b/dot.png": PIXEL + b"other",
    "b/notes.txt": "Notes",
}
THEMES = {
    "furo": 'html_theme = "furo"\n',
    "alabaster": 'html_theme = "alabaster"\n',
    "basic": "",
    "numbered": "numfig = True\n",
}
CHANGES: dict[str, Files] = {
    "nothing": {},
    "a title changes": {"a/one": str(PAGES["a/one"]).replace("One\n===", "Uno\n===")},
    "a section is renamed": {"a/one": str(PAGES["a/one"]).replace("Section\n", "Passage\n")},
    "a label is gone": {"a/one": str(PAGES["a/one"]).replace(".. _label:", "")},
    "an object moves": {"b/three": page("Three"), "last": page("Last", ".. py:function:: crack(nut)\n")},
    "an object appears": {"last": page("Last", ".. py:function:: peel(nut)\n")},
    "a page is added": {"a/index": page("Part A", tree("one", "new", "two")), "a/new": page("New")},
    "a page is removed": {"a/index": page("Part A", tree("two")), "a/one": None, "a/dot.png": None},
    "a page is removed and still listed": {"b/three": None},
    "a part is removed": {
        "index": page("Home", tree("a/index", "last")),
        **dict.fromkeys(("b/index", "b/three", "b/four", "b/dot.png", "b/notes.txt")),
    },
    "a page is renamed": {
        "b/index": page("Part B", tree("drei", "four")),
        "b/three": None,
        "b/drei": PAGES["b/three"],
    },
    "the order changes": {"index": page("Home", tree("last", "b/index", "a/index"))},
    "a tree is numbered": {"index": page("Home", tree("a/index", "b/index", "last", options="   :numbered:\n"))},
    "a picture is gone": {"a/one": page("One"), "a/dot.png": None},
    "a picture is another": {"a/dot.png": PIXEL + b"new"},
    "a download is gone": {"b/four": page("Four"), "b/notes.txt": None},
    "a page loses its index entry": {"a/two": page("Two")},
    "the settings change": {"conf.py": CONF + 'html_title = "Other"\n'},
    "sources are not shown": {"conf.py": CONF + "html_copy_source = False\n"},
    "the theme changes": {"conf.py": CONF + 'html_theme = "furo"\n'},
    "an extension is added": {"conf.py": CONF.replace('"tidy"', '"tidy", "sphinx.ext.todo"')},
}


REMOVALS = ("a page is removed", "a part is removed", "a page is renamed", "a picture is gone")


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
