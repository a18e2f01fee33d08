"""Links, anchors and addresses of a built site: each that leads nowhere is found, at its line."""

from dataclasses import replace

import pytest
from harness.checked_sites import MakeSite
from sphinx_vita.command.check.checks import links, reach
from sphinx_vita.command.check.checks.build import code_of
from sphinx_vita.command.check.findings import Finding


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<a href="gone.html">x</a>', "links.broken"),
        ('<a href="folder/">x</a>', "links.broken"),
        ('<img src="gone.png" alt="x">', "links.broken"),
        ('<img src="data:,x" srcset="gone.png 2x" alt="x">', "links.broken"),
        ('<form action="gone.html"></form>', "links.broken"),
        ('<svg><use xlink:href="gone.svg#a"></use></svg>', "links.broken"),
        ('<a href="#gone">x</a>', "links.anchor"),
        ('<a href="other.html#gone">x</a>', "links.anchor"),
        ('<link rel="canonical" href="https://ada.example/other.html">', "links.canonical"),
    ],
)
def test_what_leads_nowhere_is_found(make_site: MakeSite, body: str, code: str) -> None:
    site = make_site({"a.html": body, "other.html": '<p id="here">x</p>'}, address="https://ada.example/")

    assert [(each.code.name, each.page) for each in links.check(site)] == [(code, "a.html")]


def test_a_link_to_no_page_that_the_build_has_told_is_not_told_again(make_site: MakeSite) -> None:
    site = make_site({"a.html": '<a href="#gone.md">x</a><a href="#other.md">x</a>'})
    told = Finding(
        code=code_of("myst.xref_missing"), message="cross-reference target not found: 'gone.md'", file="a.md"
    )

    assert ["other.md" in each.message for each in links.check(replace(site, warnings=(told,)))] == [True]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="other.html">x</a>',
        '<a href="other.html#here">x</a>',
        '<a href="./">x</a>',
        '<a href="/other.html?x=1">x</a>',
        '<a href="a%20b.html">x</a>',
        '<a href="https://elsewhere.example/gone">x</a>',
        '<a href="mailto:ada@ada.example">x</a>',
        '<link rel="canonical" href="https://ada.example/a.html">',
    ],
)
def test_what_leads_somewhere_is_silent(make_site: MakeSite, body: str) -> None:
    site = make_site({"a.html": body, "other.html": '<p id="here">x</p>', "a b.html": "x"},
                     address="https://ada.example/")  # fmt: skip

    assert list(links.check(site)) == []


def test_a_site_below_a_path_of_its_host_follows_links_from_the_root_of_the_host(make_site: MakeSite) -> None:
    site = make_site(
        {"404.html": '<a href="/site/index.html">x</a><a href="/site/gone.html">x</a><a href="/not-ours">x</a>'},
        address="https://ada.example/site/",
    )

    assert [each.message.partition(" ")[0] for each in links.check(site)] == ["'/site/gone.html'"]


def test_a_broken_link_is_told_at_its_line_with_what_to_do(make_site: MakeSite) -> None:
    site = make_site({"a.html": '<a href="work/gone.html#x">x</a>'}, {"a.md": "# A\n\nSee [x](work/gone.md#x).\n"})

    (found,) = links.check(site)
    assert found.where == "a.md:3"
    assert "correct the link" in found.message


@pytest.mark.parametrize("name", ["sitemap.xml", "llms.txt", "robots.txt", "feed.atom"])
def test_a_file_for_programs_that_names_a_missing_page_is_found(make_site: MakeSite, name: str) -> None:
    text = "<loc>https://ada.example/</loc> <loc>https://ada.example/gone.html</loc> https://ada.example/index.html."
    site = make_site({name: text}, address="https://ada.example/")

    assert [(each.code.name, each.page) for each in links.check(site)] == [("links.exported", name)]


def test_a_page_that_nothing_links_is_found(make_site: MakeSite) -> None:
    site = make_site(
        {
            "index.html": '<a href="a.html">a</a><form action="search.html"></form>',
            "a.html": '<a href="b.html">b</a>',
            "b.html": "x",
            "search.html": "x",
            "404.html": "x",
            "old.html": '<html lang="en"><meta http-equiv="refresh" content="0; url=a.html"></html>',
            "island.html": '<a href="lagoon.html">x</a>',
            "lagoon.html": "x",
        },
        {"island.md": "# Island\n"},
    )

    found = list(reach.check(site))
    assert [(each.code.name, each.page) for each in found] == [
        ("reach.unreached", "island.html"),
        ("reach.unreached", "lagoon.html"),
    ]
    assert found[0].where == "island.md"


@pytest.mark.parametrize(("count", "told"), [(60, []), (61, ["reach.crowded"])])
def test_a_tree_that_every_page_carries_stays_short(make_site: MakeSite, count: int, told: list[str]) -> None:
    tree = "".join(f'<a href="index.html#{number}">x</a>' for number in range(count))
    site = make_site({"index.html": f'<div class="sidebar-tree">{tree}</div>'})

    assert [each.code.name for each in reach.check(site)] == told
