"""What other extensions write beside pages is left to them, and is made anew where a clean build would start anew."""

import pytest
from harness.rebuilt_pages import PAGES, page, tree
from harness.rebuilt_sites import CONF, Site

# Writes redirects at the end, as many do, and beside them a file for each page that this build has read or written:
# one for the first time alone is not written again.
OTHER = """
from docutils import nodes

def setup(app):
    app.add_config_value("other_redirects", {}, "REBUILD")
    seen = {"doctree-read": set(), "html-page-context": set()}
    app.connect("doctree-read", lambda app, doctree: seen["doctree-read"].add(app.env.docname))
    app.connect("html-page-context", lambda app, page, *_: seen["html-page-context"].add(page))

    def write(app, error):
        files = {f"from/{old}.html": new for old, new in app.config.other_redirects.items()}
        files |= {f"{event}/{page}.json": page for event, pages in seen.items() for page in pages}
        if not (app.outdir / "first").exists():
            files |= {"first": "", "once.html": "once"}
        for name, text in files.items():
            (app.outdir / name).parent.mkdir(parents=True, exist_ok=True)
            (app.outdir / name).write_text(text)
    app.connect("build-finished", write, priority=PRIORITY)
"""
# Reads the output at the end, as those do that put all sources of a site into one file.
FINDS = """
def setup(app):
    def find(app, error):
        names = [file.relative_to(app.outdir).as_posix() for file in app.outdir.rglob("*.[hr]*t*")]
        (app.outdir / "found").write_text(repr(sorted(names)))
    app.connect("build-finished", find)
"""
TWO, ONE = ("other_redirects = {'a': 'last', 'b/c': 'last'}\n", "other_redirects = {'a': 'a/two'}\n")


def other(rebuild: str, priority: int = 500) -> str:
    return CONF + OTHER.replace("REBUILD", rebuild).replace("PRIORITY", str(priority))


@pytest.mark.parametrize(("rebuild", "priority"), [("", 500), ("env", 500), ("", 970)])
def test_a_redirect_that_another_extension_wrote_goes_with_its_setting(site: Site, rebuild: str, priority: int) -> None:
    site.build({**PAGES, "conf.py": other(rebuild, priority) + TWO})
    site.build({"a/two": page("Two", "Another word.")})
    kept = site.differences()

    site.build({"conf.py": other(rebuild, priority) + ONE})

    assert kept == []
    assert site.differences() == []
    assert not (site.output / "from/b").exists()


def test_all_that_an_extension_wrote_goes_with_it(site: Site) -> None:
    site.build({**PAGES, "conf.py": other("") + TWO})

    site.build({"conf.py": CONF})

    assert site.differences() == []


def test_what_another_extension_finds_at_the_end_is_without_pages_that_are_gone(site: Site) -> None:
    site.build({**PAGES, "conf.py": CONF + FINDS})

    site.build({"b/index": page("Part B", tree("four")), "b/three": None})

    assert site.differences() == []


def test_a_setting_of_another_builder_has_no_page_read_again(site: Site) -> None:
    site.build({**PAGES, "conf.py": other("") + TWO})

    written = site.rewritten(lambda: site.build({"conf.py": other("") + TWO + "linkcheck_timeout = 3\n"}))

    assert {name for name in written if not name.startswith("from/")} == set()


def test_what_the_settings_keep_stays(site: Site) -> None:
    keep = 'clean_rebuilds_keep = ["from/*"]\n'
    site.build({**PAGES, "conf.py": other("") + keep + TWO})

    site.build({"conf.py": other("") + keep + ONE})

    assert site.differences() == ["from/b/c.html"]


def test_a_page_that_names_a_file_follows_it(site: Site) -> None:
    """MyST reads a link to a file that is there as another than one to a file that is not."""
    conf = CONF.replace('"sphinx_clean_rebuilds"', '"sphinx_clean_rebuilds", "myst_parser"')
    named = {"b.md": "# B\n\n[it](./deep/it.md#there), [](deep/it.md)\n", "deep/it.md": "# It\n\n## There\n"}
    site.build({"conf.py": conf, "index": page("Home", tree("b", "deep/it")), **named})

    site.build({"deep/it.md": None, "index": page("Home", tree("b"))})
    gone = site.differences()
    site.build({"deep/it.md": "# It again\n"})

    assert gone == []
    assert site.differences() == []


def test_pages_that_show_code_follow_the_table_of_contents(site: Site) -> None:
    extensions = '"sphinx_clean_rebuilds", "sphinx.ext.autodoc", "sphinx.ext.viewcode"'
    conf = CONF.replace('"sphinx_clean_rebuilds"', extensions).replace('"basic"', '"alabaster"')
    conf += "import sys\nfrom pathlib import Path\nsys.path.insert(0, str(Path(__file__).parent))\n"
    code = {
        "code": ":orphan:\n\n" + page("Code", ".. autofunction:: walnuts.crack"),
        "walnuts.py": 'def crack():\n    """Crack one."""\n',
    }
    site.build({**PAGES, **code, "conf.py": conf})
    before = site.text("_modules/walnuts.html")

    site.build({"last": page("The end")})

    assert site.differences() == []
    assert "The end" in site.text("_modules/walnuts.html")
    assert "The end" not in before
