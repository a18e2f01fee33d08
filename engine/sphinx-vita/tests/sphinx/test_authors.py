"""Long lists of authors: the first, always the owner, the rest on demand."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import Tag
from harness.sites import Built, Site

PROFILE = "# Home\n\n:::{profile} Ines Quispe\n:::\n"


def people(count: int, *, owner_at: int = 0) -> str:
    return " and ".join("Quispe, Ines" if place == owner_at else f"Li, A{place}" for place in range(1, count + 1))


BIB = f"""
@article{{atlas, title = {{Atlas}}, author = {{{people(2901, owner_at=2000)}}}, collaboration = {{ATLAS}},
  journal = {{J}}, year = {{2024}}}}
@article{{twenty, title = {{Twenty}}, author = {{{people(20, owner_at=20)}}}, journal = {{J}}, year = {{2023}}}}
@article{{eleven, title = {{Eleven}}, author = {{{people(21, owner_at=11)}}}, journal = {{J}}, year = {{2022}}}}
@collection{{edited, title = {{Edited}}, editor = {{{people(30)}}}, year = {{2021}}}}
@article{{three, title = {{Three}}, author = {{{people(3, owner_at=3)}}}, journal = {{J}}, year = {{2020}}}}
@book{{old, title = {{Old}}, author = {{Cicero}}, translator = {{Quispe, Ines}}, year = {{2019}}}}
"""
FIRST_TEN = ", ".join(f"A{place} Li" for place in range(1, 11))


@pytest.fixture(scope="module")
def built(new_site: Callable[[str], Site]) -> Built:
    view = ":::{publications}\n:::\n"
    site = new_site("authors")
    site.write({"conf.py": site.source.joinpath("conf.py").read_text().replace("vita_exports = False", "")})
    pages: dict[str, Any] = {
        "list": f"# L\n\n{view}",
        "short": "---\npdf: cv.pdf\n---\n# S\n\n:::{publications}\n:authors: 2\n:::\n",
    }
    return site(
        bib=BIB,
        index=PROFILE + "\n```{toctree}\n:glob:\n\n*\n```\n",
        atlas="# A\n\n:::{publication} atlas\n:::\n",
        **pages,
    )


def authors(page: Tag, title: str) -> Tag:
    (item,) = [each for each in page.select(".vita-publication") if title in each.select_one(".vita-head").get_text()]  # type: ignore[union-attr]
    found = item.select_one(".vita-authors")
    assert found is not None
    return found


def test_of_thousands_the_first_and_the_owner_stand_there_and_the_rest_unfolds(built: Built) -> None:
    found = authors(built.page("list"), "Atlas")

    assert found.p is not None
    assert found.summary is not None
    assert found.details is not None
    assert found.p.get_text() == f"{FIRST_TEN}, …, Ines Quispe"
    assert [each.get_text() for each in found.p.select("strong")] == ["Ines Quispe"]
    assert found.summary.get_text() == "… and 2,890 more (ATLAS Collaboration)"
    rest = found.details.p
    assert rest is not None
    names = rest.get_text().split(", ")
    assert (names[0], names[-1], len(names)) == ("A11 Li", "A2901 Li", 2891)


def test_a_list_of_twenty_stands_whole(built: Built) -> None:
    found = authors(built.page("list"), "Twenty")

    assert found.name == "p"
    assert len(found.get_text().split(", ")) == 20


def test_no_gap_is_told_where_there_is_none(built: Built) -> None:
    found = authors(built.page("list"), "Eleven")

    assert found.p is not None
    assert found.summary is not None
    assert found.p.get_text() == f"{FIRST_TEN}, Ines Quispe"
    assert found.summary.get_text() == "… and 10 more"


def test_editors_are_cut_as_well(built: Built) -> None:
    summary = authors(built.page("list"), "Edited").summary

    assert summary is not None
    assert summary.get_text() == "… and 20 more (editors)"


def test_a_view_has_a_limit_of_its_own(built: Built) -> None:
    page = built.page("short")
    shown = authors(page, "Atlas").p
    assert shown is not None
    assert shown.get_text() == "A1 Li, A2 Li, …, Ines Quispe"

    whole = authors(page, "Three")
    assert whole.get_text() == "A1 Li, A2 Li, Ines Quispe"
    assert whole.name == "p"  # nobody is left to unfold


def test_a_translator_who_is_the_owner_is_marked(built: Built) -> None:
    (line,) = [each for each in built.page("list").select(".vita-people") if "Translated" in each.get_text()]

    assert line.get_text() == "Translated by Ines Quispe"
    assert line.strong is not None


def test_the_page_of_thousands_is_light_and_its_files_have_all(built: Built) -> None:
    assert len(built.text("atlas.html")) < 150_000
    assert built.text("atlas.html").count("citation_author") == 101  # the first, and the owner
    assert "and others}" in built.page("atlas").select_one(".vita-bibtex").get_text()  # type: ignore[union-attr]
    assert built.text("publications.json").count('"family"') > 2901


def test_a_card_names_the_first_authors_and_the_owner_and_all_awards_in_one_mark(site: Site) -> None:
    bib = (
        "@inproceedings{a, title={A}, author={A, A and B, B and C, C and D, D and Lovelace, Ada}, booktitle={P},"
        " abbr={P}, year=2024, author+an={1=equal; 5=equal}, award={Oral, Top 1\\%}, tldr={Ten times as fast}}"
    )
    page = site(me=":::{profile} Ada Lovelace\n:::\n\n:::{publications}\n:style: cards\n:::\n", bib=bib).page("me")

    (authors,) = page.select(".vita-card .vita-authors")
    assert authors.p is not None
    assert authors.p.get_text() == "A A* (equal contribution), B B, C C, …, Ada Lovelace* (equal contribution)"
    assert [name.get_text() for name in authors.p.select("strong")] == ["Ada Lovelace"]
    assert [summary.get_text() for summary in authors.select("summary")] == ["… and 1 more"]
    assert [mark.get_text() for mark in page.select(".vita-badge-award")] == ["Oral · Top 1%"]
    assert [line.get_text() for line in page.select("p.vita-tldr, p.vita-explanation")] == [
        "Ten times as fast",
        "* Equal contribution",
    ]
