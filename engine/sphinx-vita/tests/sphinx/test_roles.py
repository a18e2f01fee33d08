"""The role `pub`: a paper named in prose."""

from harness.sites import PAPER, Site

LIST = "# L\n\n:::{publications}\n:::\n"


def test_a_paper_is_called_by_its_title_and_links_to_its_place(site: Site) -> None:
    page = site(page="# P\n\nsee {pub}`cod`.\n", list=LIST, bib=PAPER).page("page")

    links = [(link.get_text(), link["href"]) for link in page.select("p a")]
    assert links == [("COD: Removing the DNA Sampling Barrier", "list.html#publication-cod")]


def test_a_paper_may_be_called_something_else(site: Site) -> None:
    page = site(page="# P\n\nsee {pub}`this one <cod>`.\n", list=LIST, bib=PAPER).page("page")

    links = [(link.get_text(), link["href"]) for link in page.select("p a")]
    assert links == [("this one", "list.html#publication-cod")]


def test_a_paper_with_a_page_of_its_own_is_linked_there(site: Site) -> None:
    own = "# {pub-title}`cod`\n\n:::{publication} cod\n:::\n"

    page = site(page="# P\n\nsee {pub}`cod`.\n", list=LIST, paper=own, bib=PAPER).page("page")

    assert [link["href"] for link in page.select("p a")] == ["paper.html"]


def test_a_paper_that_no_page_shows_is_named_without_a_link(site: Site) -> None:
    page = site(page="# P\n\nsee {pub}`cod`.\n", bib=PAPER).page("page")

    assert "see COD: Removing the DNA Sampling Barrier." in page.get_text()
    assert page.select("p a") == []


def test_a_link_in_a_title_is_none_inside_the_link_to_the_paper(site: Site) -> None:
    bib = r"@misc{x, title={See \href{https://x.example}{this}}, author={A, B}, year=2020}"

    page = site(page="# P\n\n{pub}`x`\n", list=LIST, bib=bib).page("page")

    assert [(link.get_text(), link["href"]) for link in page.select("p a")] == [("See this", "list.html#publication-x")]
