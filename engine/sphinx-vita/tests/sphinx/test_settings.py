"""Settings that cannot be used are told at their line of conf.py, and the build goes on with the default."""

import pytest
from harness.sites import CONF, PAPER, Site

BAD = {
    "vita_accent": ("'purple'", "'#57068c'"),
    "vita_paper": "'a44' 'us-letter'".split(),
    "vita_cards": ("-1", "0 for no cards"),
    "vita_bibliography": ("'papers.bib'", "a list of texts"),
    "vita_sidebar": ("'left'", "True or False"),
    "vita_updated": ("'soon'", "a date, such as '2026-03'"),
    "vita_files": ("[3]", "a list of folders"),
    "html_baseurl": ("'ada.example'", "the whole address of the site"),
}


@pytest.mark.parametrize("name", list(BAD))
def test_a_setting_that_cannot_be_used_is_told_at_its_line(site: Site, name: str) -> None:
    value, advice = BAD[name]
    conf = f"{CONF}vita_exports = True\n{name} = {value}\n"
    files: dict[str, str | bytes | None] = {"conf.py": conf, "publications/publications.bib": PAPER}

    built = site(files, page="---\npdf: page.pdf\n---\n# P\n", silent=False)

    own = [told for told in built.told if told.type == "vita.invalid_setting"]
    assert [told.place for told in own] == [("vita.invalid_setting", "conf.py", conf.count("\n"))]
    assert name in own[0].message
    assert advice in own[0].message
    assert "page.pdf" in built.files()


@pytest.mark.parametrize("colour", ["#57068c", "#FFF"])
def test_a_colour_may_be_long_or_short(site: Site, colour: str) -> None:
    built = site(
        page="---\npdf: page.pdf\n---\n# P\n",
        config={"vita_accent": colour, "vita_paper": "us-letter", "vita_exports": True, "vita_cards": 0},
    )

    assert "page.pdf" in built.files()


@pytest.mark.parametrize("address", ["https://x.example/site", "https://x.example/site/"])
def test_an_address_needs_no_slash_at_its_end(site: Site, address: str) -> None:
    extensions = ["myst_parser", "sphinx_design", "notfound.extension"]

    built = site(page="# P\n", config={"html_baseurl": address, "vita_extensions": extensions})

    assert "/site/_static/" in built.text("404.html")
    assert "/site_" not in built.text("404.html")
    assert 'href="https://x.example/site/page.html"' in built.text("page.html")


NO_PAGES = """_part .pytest_cache/README .venv/lib/notes deep/.hidden/page node_modules/x/README web/node_modules/x/page
engine/docs/index tests/notes README README.de CONTRIBUTING research/_part""".split()


@pytest.mark.parametrize("name", NO_PAGES)
def test_what_is_known_to_be_no_page_is_none(site: Site, name: str) -> None:
    assert f"{name}.html" not in site({f"{name}.md": "# Not a page\n"}, real="# P\n").files()


@pytest.mark.parametrize("name", ["teaching/index", "contact", "readings", "tests-of-time"])
def test_whatever_else_lies_in_the_site_is_a_page(site: Site, name: str) -> None:
    assert f"{name}.html" in site({f"{name}.md": "---\norphan: true\n---\n# A page\n"}, real="# P\n").files()
