"""The person, and the people around: the profile, the contact lines, names that stand out and names that are links."""

from os.path import relpath

import pytest
from harness.sites import PAPER, Site

PROFILE = """\
# Ines Quispe

:::{profile} Ines Quispe
:label: PhD student at a university
:email: ines@uni.example
:phone: +1 (212) 555-0100
:location: New York
:github: ines
:scholar: a1b2
:dblp: 1/2
:linkedin: https://www.linkedin.com/in/ines
:orcid: 0000-0002-1825-0097
:x: '@ines'
:homepage: https://ines.example
:cv: cv

He builds systems.
:::
"""
LIST = "# L\n\n:::{publications}\n:::\n"
LI = ":::{person} Mingyu Li\n:url: https://li.example\n:::\n"
ACTIONS = {
    "CV": "cv.html",
    "ines@uni.example": "mailto:ines%40uni.example",
    "GitHub": "https://github.com/ines",
    "Google Scholar": "https://scholar.google.com/citations?user=a1b2",
    "LinkedIn": "https://www.linkedin.com/in/ines",
    "dblp": "https://dblp.org/pid/1/2.html",
    "ORCID": "https://orcid.org/0000-0002-1825-0097",
    "X": "https://x.com/ines",
}


def test_the_profile_says_who_it_is_and_how_to_reach_him(site: Site) -> None:
    profile = site(me=PROFILE, cv="# CV\n").page("me").select_one(".vita-profile")

    assert profile is not None
    assert {link.get_text(): link["href"] for link in profile.select(".vita-buttons a")} == ACTIONS
    assert [label.get_text() for label in profile.select(".vita-label")] == ["PhD student at a university#"]
    assert [text.get_text().strip() for text in profile.select(".vita-text")] == ["He builds systems."]
    assert profile.select("img, .vita-monogram") == []  # who has no portrait is introduced by words
    assert "Ines Quispe" not in profile.get_text()  # the heading has said it


def test_the_name_is_shown_where_the_heading_says_something_else(site: Site) -> None:
    built = site(me="# Home\n\n:::{profile} Ines Quispe\n:::\n")

    assert [name.get_text() for name in built.page("me").select(".vita-name")] == ["Ines Quispe"]


def test_a_page_without_a_heading_is_called_after_the_person(site: Site) -> None:
    page = site(me=":::{profile} Ines Quispe\n:label: PhD student\n:::\n").page("me")

    assert [heading.get_text() for heading in page.select("h1")] == ["Ines Quispe¶"]
    assert page.select(".vita-name") == []


@pytest.mark.parametrize("path", ["me.svg", "pictures/me.svg", "about/me.svg"])
def test_a_portrait_is_found_beside_the_page_or_in_the_project(site: Site, path: str) -> None:
    site.write({"about/me.md": "# Me\n\n:::{profile} Ines Quispe\n:image: me.svg\n:::\n", path: b"<svg/>"})
    site.write({"index.md": "# Home\n\n```{toctree}\nabout/me\n```\n"})

    built = site(config={"vita_files": ["pictures"]})

    (portrait,) = built.page("about/me").select("img.vita-portrait")
    assert (portrait["src"], portrait["alt"]) == (relpath(path, "about"), "Portrait of Ines Quispe")
    assert built.files()[path] == b"<svg/>"


def test_contact_gives_what_stands_at_the_head_of_a_cv(site: Site) -> None:
    contact = site(me=PROFILE, cv="# CV\n\n:::{contact}\n:::\n").page("cv").select_one(".vita-contact")

    assert contact is not None
    lines = [line.get_text() for line in contact.select("p")]
    assert lines == [
        "Ines Quispe",
        "+1 (212) 555-0100 · New York",
        "ines@uni.example · Homepage · GitHub · Google Scholar · LinkedIn · dblp · ORCID · X",
    ]


def test_contact_of_nobody_is_nothing(site: Site) -> None:
    assert site(cv="# CV\n\n:::{contact}\n:::\n").words("cv") == "CV¶"


@pytest.mark.parametrize("written", [r"\textbf{Mu{\~n}oz, Ana}", r"\underline{Ana Mu\~noz}", "Mu{\\~{n}}oz, A."])
def test_the_owners_name_stands_out_however_it_is_stressed_and_accented(site: Site, written: str) -> None:
    bib = f"@misc{{x, title={{T}}, author={{{{Doe}}, Jo and {written} and \\v{{C}}apek, K}}, year=2020}}"

    page = site(me="# Me\n\n:::{profile} Ana Muñoz\n:::\n", list=LIST, bib=bib).page("list")

    (authors,) = page.select(".vita-authors")
    assert authors.strong is not None
    assert authors.strong["class"] == ["vita-owner"]
    assert authors.strong.get_text() in ("Ana Muñoz", "A. Muñoz")
    assert "K Čapek" in authors.get_text()


def test_the_owners_name_stands_out_and_others_link_to_their_pages(site: Site) -> None:
    page = site(me="# Me\n\n:::{profile} Ines Quispe\n:::\n", people=f"# P\n\n{LI}", list=LIST, bib=PAPER).page("list")

    (authors,) = page.select(".vita-authors")
    assert str(authors.strong) == '<strong class="vita-owner">Ines Quispe</strong>'
    assert [(link.get_text(), link["href"]) for link in authors.select("a")] == [("Mingyu Li", "https://li.example")]


@pytest.mark.parametrize("spelling", ["Li, M.", "Li, Mingyu", "M Li", "LI, Mingyu"])
def test_a_person_is_known_by_other_spellings(site: Site, spelling: str) -> None:
    page = site(people=f"# P\n\n{LI}", list=LIST, bib=PAPER.replace("Li, Mingyu", spelling)).page("list")

    assert [link["href"] for link in page.select(".vita-authors a")] == ["https://li.example"]


def test_a_person_is_known_by_an_alias(site: Site) -> None:
    people = LI.replace(":url:", ":aliases: Jin Lee, Jay Lee\n:url:")

    page = site(people=f"# P\n\n{people}", list=LIST, bib=PAPER.replace("Li, Mingyu", "Lee, Jay")).page("list")

    assert [link["href"] for link in page.select(".vita-authors a")] == ["https://li.example"]


def test_advisors_and_referees_are_linked_with_their_titles(site: Site) -> None:
    job = ":::{position} Intern\n:organization: Lab\n:dates: 2020\n:advisors: Prof. Mingyu Li (MIT), Cy Doe\n:::\n"
    referee = ":::{referee} Prof. Mingyu Li\n:email: li@uni.example\n:::\n"

    page = site(page=f"# P\n\n{job}\n{referee}\n{LI}").page("page")

    links = [(link.get_text(), link["href"]) for link in page.select(".vita-people a, .vita-referee strong a")]
    assert links == [("Prof. Mingyu Li (MIT)", "https://li.example"), ("Prof. Mingyu Li", "https://li.example")]


@pytest.mark.parametrize("name", ["Mingyu Li", "Prof. Mingyu Li", "M. Li", "mingyu-li", "the advisor <Mingyu Li>"])
def test_the_role_of_a_person_links_a_name_in_prose(site: Site, name: str) -> None:
    built = site(people=f"# P\n\n{LI}", page=f"# P\n\nwith {{person}}`{name}`.\n")

    assert [link["href"] for link in built.page("page").select("p a")] == ["https://li.example"]


def test_an_author_without_a_record_may_be_named_in_prose(site: Site) -> None:
    assert site(page="# P\n\nwith {person}`Mingyu Li`.\n", bib=PAPER).words("page") == "P¶ with Mingyu Li."
