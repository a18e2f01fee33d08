"""The head of the home page and the names of its person, wherever they stand."""

import json

from harness.sites import Site
from sphinx_vita.reading.names import parse_person
from sphinx_vita.records import Author, Publication
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.text import Text
from sphinx_vita.sphinx.render.publications import item

HANAKO = """\
# Hanako

:::{profile} Hanako Yamada (山田 花子)
:label: Historian
:organization: Example University
:pronouns: she/her
:affiliations: Department of History, Example University <https://uni.example>; Institute of Diaries
:office: Room 4
:address: 1 Quay, Tokyo, Japan
:aliases: Suzuki, H.; Ханако Ямада
:mastodon: "@hanako@hci.social"
:orcid: 0000-0002-1825-0097
:lattes: 1234567890123456
:links: Blog <https://blog.example>
:::
"""
CV = "# CV\n\n:::{contact}\n:::\n"
BIB = """\
@article{a, title={A}, author={山田花子 and Doe JA}, journal={J}, year=2024}
@article{b, title={B}, author={YAMADA H and Yamada, Taro}, journal={J}, year=2023}
@book{c, title={C}, editor={Hanako Suzuki}, publisher={P}, year=2022}
@article{d, title={D}, author={{\\bf Yamada Hanako} and Ямада, Х.}, journal={J}, year=2021}
@article{e, title={E}, author={山田, 太郎 and Yamada, T. and 김, 민준}, journal={J}, year=2020}
"""
LIST = "# L\n\n:::{publications}\n:::\n"
ACCOUNTS = {
    "ORCID": "https://orcid.org/0000-0002-1825-0097",
    "Lattes": "https://lattes.cnpq.br/1234567890123456",
    "Mastodon": "https://hci.social/@hanako",
    "Blog": "https://blog.example",
}


def test_the_head_says_where_the_person_belongs_and_is_found(site: Site) -> None:
    built = site(me=HANAKO, cv=CV)
    head, contact = built.page("me").select_one(".vita-profile"), built.page("cv").select_one(".vita-contact")

    assert head is not None
    assert contact is not None
    lines = {str(line["class"][0]): line.get_text() for line in head.select("p")}
    assert lines == {
        "vita-name": "Hanako Yamada (山田 花子)",
        "vita-label": "Historian · she/her#",
        "vita-affiliations": "Department of History, Example University · Institute of Diaries",
        "vita-contact-place": "Room 4 · 1 Quay, Tokyo, Japan",
        "vita-buttons": " ".join(ACCOUNTS),
    }
    assert {link.get_text(): link["href"] for link in head.select("a[rel=me]")} == ACCOUNTS
    assert {link.get_text(): link["href"] for link in contact.select("a[rel=me]")} == ACCOUNTS
    signs = {link.get_text(): link.svg for link in head.select("a[rel=me]")}
    assert {name: sign and sign["aria-hidden"] for name, sign in signs.items()} == {
        "ORCID": "true",
        "Mastodon": "true",
        "Lattes": None,
        "Blog": None,
    }  # two sites have no sign of their own, so their names are seen
    hidden = [words.get_text() for words in head.select("a[rel=me] .vita-spoken")]
    assert hidden == [link["title"] for link in head.select("a[rel=me][title]")] == ["ORCID", "Mastodon"]
    assert contact.select("svg") == []


def test_the_person_is_marked_under_every_name_and_nobody_else(site: Site) -> None:
    built = site(me=HANAKO, list=LIST, paper="# A\n\n:::{publication} a\n:::\n", bib=BIB)

    assert [name.get_text() for name in built.page("list").select(".vita-owner")] == [
        *("山田花子", "YAMADA H", "Hanako Suzuki", "Yamada Hanako", "Х. Ямада"),
    ]
    assert [name.get_text() for name in built.page("paper").select(".vita-owner")] == ["山田花子"]


def test_the_search_finds_asian_names_written_with_a_blank_and_without() -> None:
    authors = tuple(Author(name=parse_person(each)) for each in ("김, 민준", "山田花子", "Doe, Jo"))
    publication = Publication(key="x", file="x.bib", entry_type="article", title=Text.plain("T"), authors=authors)

    assert item(publication, DateStyle(), anchor="", has_page=False)["search_terms"] == ["김 민준", "김민준"]


def test_the_search_finds_people_by_their_names_in_other_scripts(site: Site) -> None:
    """Whoever types `Yamada` finds what 山田花子 has written, and the other way round; the page does not change."""
    people = "# P\n\n:::{person} Jo Doe\n:aliases: Джо Доу; J. A. Doe\n:::\n"
    with_search = {"vita_extensions": ["myst_parser", "sphinx_design", "sphinx_instant_search"]}
    built = site(me=HANAKO, list=LIST, people=people, bib=BIB, config=with_search)
    index = json.loads(built.text("_static/instant-search/index.js").removeprefix("paletteIndex="))
    found = {row[3]: set("\n".join(row[4:]).splitlines()) for row in index["entries"] if row[3:]}

    assert found["A"] >= {"山田花子, Doe JA", "Hanako Yamada", "H. Suzuki", "Ханако Ямада", "Джо Доу"}
    assert found["B"] >= {"YAMADA H, Taro Yamada", "山田 花子", "山田花子", "Ханако Ямада"}
    assert "Ханако Ямада" not in found["E"]
    assert "Джо Доу" in found["Jo Doe"]
    assert "Джо" not in built.page("list").get_text()


def test_a_person_who_is_the_owner_is_told_and_is_no_link(site: Site) -> None:
    one = ":::{person} H. Yamada\n:url: https://me.example\n:::\n"
    other = ":::{person} Ada\n:aliases: Hanako Suzuki\n:url: https://me.example\n:::\n"

    built = site(me=HANAKO, list=LIST, people=f"# P\n\n{one}\n{other}", bib=BIB, silent=False)

    assert [told.place for told in built.told] == [("vita.repeated_profile", "people.md", line) for line in (3, 7)]
    assert "':aliases: Ada, Hanako Suzuki'" in built.told[1].message
    assert built.page("list").select('a[href="https://me.example"]') == []
