"""Small sites of many kinds of page, and the changes that are made to them."""

from harness.rebuilt_sites import CONF

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
    "an extension is added": {
        "conf.py": CONF.replace('"sphinx_clean_rebuilds"', '"sphinx_clean_rebuilds", "sphinx.ext.todo"')
    },
}


REMOVALS = ("a page is removed", "a part is removed", "a page is renamed", "a picture is gone")
