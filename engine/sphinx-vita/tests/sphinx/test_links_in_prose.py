"""Links in prose are held to the rules of those in options."""

import zlib

import pytest
from harness.sites import Site

REFUSED = {
    "still #": ("[word](#)", "empty_link"),
    "nothing": ("[word]()", "empty_link"),
    "no host": ("[word](http://)", "invalid_link"),
    "another protocol": ("[word](ftp://files.example/a)", "invalid_link"),
    "unknown scheme": ("[word](foo:bar)", "invalid_link"),
    "no scheme": ("[word](//evil.example/x)", "invalid_link"),
    "no e-mail address": ("[word](mailto:ann)", "invalid_link"),
}
LEFT_AS_MARKDOWN = (
    "[word](javascript:alert(1))",
    "[word](data:text/html,x)",
    "[word](vbscript:x)",
    "[word](file:///x)",
)


@pytest.mark.parametrize("name", list(REFUSED))
def test_a_link_that_is_none_is_told_and_its_words_stay(site: Site, name: str) -> None:
    source, kind = REFUSED[name]

    built = site(page=f"# P\n\nOne line and\nbefore {source} after.\n", silent=False)

    assert [told.place for told in built.told] == [(f"vita.{kind}", "page.md", 4)]
    assert "write the whole address" in built.told[0].message or "are allowed" in built.told[0].message
    assert built.words("page") == "P¶ One line and before word after."
    assert built.page("page").select("p a") == []


@pytest.mark.parametrize("source", LEFT_AS_MARKDOWN)
def test_a_link_that_runs_code_is_told_and_is_no_link(site: Site, source: str) -> None:
    built = site(page=f"# P\n\nOne line and\nbefore {source} after.\n", silent=False)

    assert [told.place for told in built.told] == [("vita.invalid_link", "page.md", 4)]
    assert "only http, https, mailto or tel are allowed" in built.told[0].message
    assert built.page("page").select("p a") == []


@pytest.mark.parametrize("address", ["#", "javascript:alert(1)"])
def test_restructuredtext_is_held_to_it_too(site: Site, address: str) -> None:
    built = site({"page.rst": f"P\n=\n\nOne line and\nbefore `word <{address}>`__ after.\n"}, silent=False)

    assert [(told.file, told.line) for told in built.told] == [("page.rst", 5)]
    assert built.words("page") == "P¶ One line and before word after."
    assert built.page("page").select("p a") == []


def test_links_that_lead_somewhere_are_left_alone(site: Site) -> None:
    page = "# P\n\n[a](https://x.example/[b]) <mailto:ann@x.example> [c](index.md) [d](#p) `[e](javascript:x)`\n\n"

    built = site(page=page + "```\n[f](javascript:x)\n```\n", config={"myst_heading_anchors": 2})

    hrefs = [link["href"] for link in built.page("page").select("p a")]
    assert hrefs == ["https://x.example/%5Bb%5D", "mailto:ann%40x.example", "index.html", "#p"]


def test_links_in_the_body_of_a_record_are_held_to_it(site: Site) -> None:
    built = site(page="# P\n\n:::{award} Medal\n:dates: 2020\n\nSee [there](#).\n:::\n", silent=False)

    assert [told.place for told in built.told] == [("vita.empty_link", "page.md", 6)]
    assert "See there." in built.words("page")


FOREIGN = {
    "a picture of another host": "![word](https://x.example/a.png)",
    "a picture of no protocol": "![word](//x.example/a.png)",
    "a picture as data": "```{image} data:image/png;base64,x\n:alt: word\n```",
    "a picture from elsewhere": "![word](../elsewhere.png)",
    "a picture by its whole path": "![word](/../elsewhere.png)",
    "a figure of another host": "```{figure} https://x.example/a.png\n:alt: word\n```",
    "a download from elsewhere": "{download}`word <../elsewhere.png>`",
}


@pytest.mark.parametrize("name", list(FOREIGN))
def test_what_lies_elsewhere_is_told_and_its_words_stay(site: Site, name: str) -> None:
    site.write({"../elsewhere.png": b"secret"})

    built = site(page=f"# P\n\n{FOREIGN[name]}\n", silent=False)

    assert [told.place for told in built.told if told.type] == [("vita.invalid_link", "page.md", 3)]
    assert built.words("page") == "P¶ word"
    assert b"secret" not in built.files().values()


def test_pictures_and_downloads_of_the_project_and_downloads_of_others_are_left_alone(site: Site) -> None:
    page = "# P\n\n![a](a.png) {download}`b <a.png>` {download}`c <https://x.example/c.pdf>`\n"

    built = site({"a.png": b"ours"}, page=page)

    assert list(built.files().values()).count(b"ours") == 2
    assert built.page("page").select("a[href='https://x.example/c.pdf']")


def test_a_heading_that_was_called_otherwise_is_found_at_its_old_address(site: Site) -> None:
    """Also where two pages had headings of one name, and without an id that stands there twice."""
    one, two = "# One\n\n## [Results]{#the-result}\n", "# Two\n\n## The [results]{#the-result .new} again\n"
    built = site(one=one, two=two, config={"myst_enable_extensions": ["attrs_inline"]})

    for page, section in (("one", "results"), ("two", "the-results-again")):
        assert built.page(page).select_one(f"#{section} > #the-result + h2") is not None
        assert built.text(f"{page}.html").count('id="the-result"') == 1
        assert f'href="#{section}"' in built.text(f"{page}.html")
    assert built.page("one").select("h2 span") == []
    assert [words.get_text() for words in built.page("two").select("h2 span.new")] == ["results"]


def test_a_heading_in_another_script_is_addressed_by_the_id_that_it_was_given(site: Site) -> None:
    """Of itself it would have a number, which changes with the headings before it."""
    built = site(page="# 研究\n\n## 近况\n\n## [论文]{#papers}\n", config={"myst_enable_extensions": ["attrs_inline"]})

    assert built.page("page").select_one("section#papers > h2 > a[href='#papers']") is not None


def test_the_earlier_name_of_a_heading_is_known_on_its_page_and_no_label_of_the_site(site: Site) -> None:
    """Several pages may have it, and which of them Sphinx would keep depends on the order in which they are read."""
    one, two = "# One\n\n## [Results]{#the-result}\n\n[There](#the-result)\n", "# Two\n\n## [Ends]{#the-result}\n"

    built = site(one=one, two=two, config={"myst_enable_extensions": ["attrs_inline"]})
    assert built.page("one").select('p a[href="#the-result"]')
    inventory = (built.output / "objects.inv").read_bytes().split(b"\n", 4)[4]
    assert b"the-result" not in zlib.decompress(inventory)
