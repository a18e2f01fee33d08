"""The list of publications: which it shows, in which order and groups, and what it says of each."""

from collections.abc import Callable

import pytest
from bs4 import Tag
from harness.sites import Built, Site

BIB = r"""
@inproceedings{gold,
  title = {Gold}, author = {Quispe, Ines and Li, Mingyu}, booktitle = {Proc. of Metals}, year = {2024}, month = may,
  keywords = {Metals, Deep Learning}, selected = {true}, author+an = {1=equal; 2=equal}, pages = {1--9},
  abstract = {We found {\em gold}.}, pdf = {https://gold.example/paper.pdf}, code = {https://github.com/gold/gold},
}
@article{silver, title = {Silver}, author = {Li, Mingyu}, journal = {Metals}, year = {2024}, month = jan,
  keywords = {metals}}
@unpublished{tin, title = {Tin}, author = {Quispe, Ines}, year = {2025}, pubstate = {submitted}, selected = {false}}
@article{lead, title = {Lead}, author = {Li, Mingyu}, journal = {Metals}, year = {In press}}
@misc{iron, title = {Iron}, author = {Quispe, Ines}, year = {2019}, eprint = {1901.00001}, archiveprefix = {arXiv}}
"""
ALL = ["Tin", "Lead", "Gold", "Silver", "Iron"]
EVERY = ":::{publications}\n:::"


def titles(page: Tag) -> list[str]:
    return [
        head.get_text().strip().rstrip("#")
        for head in page.select(".vita-publication .vita-head, .vita-card .vita-head")
    ]


def heading_of(group: Tag) -> str:
    heading = group.find(["h2", "h3"])
    return heading.get_text().removesuffix("¶") if heading else ""


def view(options: str) -> str:
    return f"# P\n\n:::{{publications}}\n{options.strip()}\n:::\n"


FILTERS = {
    "everything, newest first": ("", ALL),
    "a status": (":status: submitted", ["Tin"]),
    "several statuses": (":status: accepted, preprint", ["Lead", "Iron"]),
    "a keyword in any case": (":keywords: METALS", ["Gold", "Silver"]),
    "one of several keywords": (":keywords: nothing, deep learning", ["Gold"]),
    "a year": (":year: 2024", ["Gold", "Silver"]),
    "years from to": (":year: 2019-2024", ["Gold", "Silver", "Iron"]),
    "years on": (":year: 2025-", ["Tin"]),
    "years with an en dash": (":year: 2024 – 2025", ["Tin", "Gold", "Silver"]),
    "keys in their order": (":keys: iron, gold", ["Iron", "Gold"]),
    "selected": (":selected:", ["Gold"]),
    "selected with a word": (":selected: true", ["Gold"]),
    "not only selected": (":selected: false", ALL),
    "a limit": (":limit: 2", ["Tin", "Lead"]),
    "keys and a limit": (":keys: iron, gold, tin\n:limit: 2", ["Iron", "Gold"]),
    "several filters": (":year: 2024\n:keywords: metals\n:limit: 1", ["Gold"]),
}


@pytest.fixture(scope="module")
def filtered(new_site: Callable[[str], Site]) -> Built:
    """A site with a list and cards for each filter."""
    site = new_site("filters")
    for number, (options, _) in enumerate(FILTERS.values()):
        site.write({f"list-{number}.md": view(options), f"cards-{number}.md": view(f"{options}\n:style: cards")})
    return site(bib=BIB)


@pytest.mark.parametrize("name", list(FILTERS))
def test_a_filter_chooses_what_a_list_shows(filtered: Built, name: str) -> None:
    assert titles(filtered.page(f"list-{list(FILTERS).index(name)}")) == FILTERS[name][1]


@pytest.mark.parametrize("name", list(FILTERS))
def test_a_filter_chooses_what_cards_show(filtered: Built, name: str) -> None:
    page = filtered.page(f"cards-{list(FILTERS).index(name)}")

    assert titles(page) == FILTERS[name][1]
    assert len(page.select("ul.vita-cards > li > .vita-card")) == len(FILTERS[name][1])


def test_groups_by_status_follow_the_order_of_statuses(site: Site) -> None:
    page = site(page=view(":group: status"), bib=BIB).page("page")

    groups = [(heading_of(group), titles(group)) for group in page.select("section.vita-group")]
    assert groups == [
        ("Published", ["Gold", "Silver"]),
        ("Accepted", ["Lead"]),
        ("Under review", ["Tin"]),
        ("Preprints", ["Iron"]),
    ]


def test_groups_by_year_are_newest_first(site: Site) -> None:
    page = site(page=view(":group: year"), bib=BIB).page("page")

    groups = [(heading_of(group), titles(group)) for group in page.select("section.vita-group")]
    assert groups == [("To appear", ["Lead"]), ("2025", ["Tin"]), ("2024", ["Gold", "Silver"]), ("2019", ["Iron"])]


def test_a_list_of_what_is_reviewed_holds_no_thesis_and_no_preprint(site: Site) -> None:
    entry = "@%s{%s, title={%s}, author={A B}, year={2020}, %s}\n"
    rows = [
        ("article", "a", "A", "journal={J}"),
        ("phdthesis", "b", "B", "school={S}"),
        ("misc", "c", "C", "publisher={arXiv}, doi={10.48550/arXiv.2401.00001}"),
        ("patent", "d", "D", "number={1}"),
    ]
    page = site(page=view(":reviewed:"), bib="".join(entry % row for row in rows)).page("page")

    assert titles(page) == ["A"]


def test_each_year_is_one_group_in_its_order_whatever_the_status(site: Site) -> None:
    entry = "@%s{%s, title={%s}, author={A B}, journal={J}, %s}\n"
    rows = [
        ("unpublished", "a", "A", "year={2022}"),
        ("article", "b", "B", "year={2023}"),
        ("article", "c", "C", "year={2022}"),
        ("article", "d", "D", "year={forthcoming}"),
        ("unpublished", "e", "E", "year={in prep}"),
        ("article", "f", "F", "year={2021}, note={Under review}"),
        ("article", "g", "G", "pubstate={submitted}"),
    ]
    page = site(page=view(":group: year"), bib="".join(entry % row for row in rows)).page("page")

    groups = [(heading_of(group), titles(group)) for group in page.select("section.vita-group")]
    assert groups == [
        ("To appear", ["D"]),
        ("Under review", ["G"]),
        ("In preparation", ["E"]),
        ("2023", ["B"]),
        ("2022", ["A", "C"]),
        ("2021", ["F"]),
    ]


def test_a_group_is_a_heading_one_level_below_its_section(site: Site) -> None:
    page = site(page="# P\n\n## Papers\n\n:::{publications}\n:group: status\n:::\n", bib=BIB).page("page")

    groups = page.select("section > section.vita-group")
    assert [(group["id"], [heading.name for heading in group.select(":scope > h3")]) for group in groups] == [
        ("group-published", ["h3"]),
        ("group-accepted", ["h3"]),
        ("group-submitted", ["h3"]),
        ("group-preprint", ["h3"]),
    ]
    assert [link["href"] for link in page.select(".vita-group > h3 > a.headerlink")] == [f"#{g['id']}" for g in groups]


def test_a_paper_without_a_page_is_complete_in_the_list(site: Site) -> None:
    page = site(page=view(":keys: gold"), bib=BIB).page("page")

    (paper,) = page.select(".vita-publication")
    assert paper["id"] == "publication-gold"
    assert [authors.get_text() for authors in paper.select(".vita-authors")] == [
        "Ines Quispe* (equal contribution), Mingyu Li* (equal contribution)"
    ]
    assert paper.select_one(".vita-venue em").get_text() == "Proc. of Metals"  # type: ignore[union-attr]
    assert [link["href"] for link in paper.select(".vita-buttons a")] == [
        "https://gold.example/paper.pdf",
        "https://github.com/gold/gold",
    ]
    folded = {part.summary.get_text().strip(): part.get_text() for part in paper.select("details")}  # type: ignore[union-attr]
    assert set(folded) == {"Abstract of Gold", "Cite “Gold”"}
    assert "We found gold." in folded["Abstract of Gold"]
    assert "@inproceedings{quispe2024gold," in folded["Cite “Gold”"]
    assert "pages = {1--9}" in folded["Cite “Gold”"]


def test_a_paper_with_a_page_is_linked_and_complete_all_the_same(site: Site) -> None:
    site.write({"gold.md": "# Gold\n\n:::{publication} gold\n:::\n"})

    page = site(page=view(":keys: gold"), bib=BIB).page("page")

    assert [link["href"] for link in page.select(".vita-publication .vita-head a")] == ["gold.html"]
    assert [part.get_text() for part in page.select(".vita-row summary")] == ["Abstract of Gold", "Cite “Gold”"]
    assert page.select("#publication-gold") == []


def test_equal_contribution_is_marked_spoken_and_explained_once(site: Site) -> None:
    page = site(page=view(""), bib=BIB).page("page")

    assert [mark["aria-hidden"] for mark in page.select(".vita-mark")] == ["true", "true"]
    assert [words.get_text() for words in page.select(".vita-authors .vita-spoken")] == [" (equal contribution)"] * 2
    assert [words.get_text() for words in page.select("p.vita-explanation")] == ["* Equal contribution"]


def test_what_is_not_marked_is_not_explained(site: Site) -> None:
    assert site(page=view(":keys: silver, iron"), bib=BIB).page("page").select(".vita-explanation") == []


def test_the_status_is_a_badge_unless_published(site: Site) -> None:
    page = site(page=view(""), bib=BIB).page("page")

    badges = [badge.get_text() for badge in page.select(".vita-badge-status")]
    assert badges == ["Under review", "To appear", "Preprint"]


def test_a_publication_has_one_anchor_however_often_it_is_shown(site: Site) -> None:
    view_of_all, view_of_one = ":::{publications}\n:::\n\n", ":::{publications}\n:keys: gold\n:::\n"

    built = site(page=f"# P\n\n{view_of_all}{view_of_one}", cards=view(":selected:\n:style: cards"), bib=BIB)

    assert len(built.page("page").select("#publication-gold")) == 1
    assert built.page("cards").select("#publication-gold") == []
    assert [link["href"] for link in built.page("cards").select(".vita-card .vita-head a")] == [
        "page.html#publication-gold"
    ]


@pytest.mark.parametrize("source", [":::{publications}\n:style: cards\n:::", ":::{timeline}\n:kind: publication\n:::"])
def test_a_publication_that_stands_only_among_cards_or_on_a_timeline_has_its_anchor_there(
    site: Site, source: str
) -> None:
    built = site(page=f"# P\n\n{source}\n", other="# O\n\n{pub}`gold`\n", bib=BIB)

    assert len(built.page("page").select("#publication-gold")) == 1
    assert [link["href"] for link in built.page("other").select("p a")] == ["page.html#publication-gold"]


def test_a_list_comes_before_cards_as_the_place_of_a_publication(site: Site) -> None:
    built = site(a=view(":selected:\n:style: cards"), b=view(":selected:"), bib=BIB)

    assert ("gold", "b.html#publication-gold") in {(each.name, each.address) for each in built.objects()}


def test_a_cv_that_lists_all_papers_takes_nobodys_place(site: Site) -> None:
    """The list stands last by name, shows fewer papers at once and has two views."""
    cv = f"---\npdf: cv.pdf\n---\n\n# CV\n\n{EVERY}\n"
    papers = "# P\n\n:::{publications}\n:keys: gold\n:style: cards\n:::\n\n:::{publications}\n:keys: iron\n:::\n"

    built = site(cv=cv, papers=papers, gold="# Gold\n\n:::{publication} silver\n:::\n", bib=BIB)

    places = {each.name: each.address.partition("#")[0] for each in built.objects()}
    assert (places["gold"], places["iron"], places["silver"]) == ("papers.html", "papers.html", "gold.html")
    assert [node["id"] for node in built.page("papers").select("[id^=publication-]")] == [
        "publication-gold",
        "publication-iron",
    ]
    assert built.page("cv").select("#publication-gold, #publication-iron, #publication-silver") == []
    (back,) = built.page("gold").select("nav.vita-breadcrumb a")
    assert back["href"] == "papers.html"


def test_a_paper_that_only_the_cv_shows_has_its_place_there(site: Site) -> None:
    built = site(cv=f"---\npdf: cv.pdf\n---\n\n# CV\n\n{EVERY}\n", bib=BIB)

    assert ("gold", "cv.html#publication-gold") in {(each.name, each.address) for each in built.objects()}


def test_keys_that_come_to_the_same_letters_have_anchors_of_their_own(site: Site) -> None:
    entry = "@misc{%s, title={T}, author={A, B}, year=2020}\n"

    page = site(page=view(""), bib=entry % "a.b" + entry % "a:b").page("page")

    anchors = [paper["id"] for paper in page.select(".vita-publication")]
    assert len(set(anchors)) == 2


def test_untrusted_text_of_a_bibliography_stays_text(site: Site) -> None:
    hostile = """<script>alert("1")</script> ]]> </style> & 'x'"""
    bib = rf"""@article{{x, title={{{hostile}}}, author={{<script>A</script>, B}}, journal={{{hostile}}}, year=2020,
      abstract={{{hostile}}}, note={{{hostile}}}, keywords={{{hostile}}}, award={{<script>1</script>}}}}"""

    built = site(page=view(""), x=":::{publication} x\n:::\n", bib=bib.replace(" & ", r" \& "))

    for name in ("page", "x"):
        assert built.page(name).select("script, style") == []
        assert hostile.replace("&", "&") in built.words(name)


def test_a_title_with_a_link_is_no_link_inside_a_link(site: Site) -> None:
    bib = r"@misc{x, title={See \href{https://x.example}{this}}, author={A, B}, year=2020}"

    built = site(page=view(""), x="# X\n\n:::{publication} x\n:::\n", bib=bib)

    assert [link.get_text() for link in built.page("page").select(".vita-head a")] == ["See this"]


def test_a_formula_in_a_title_is_mathml(site: Site) -> None:
    bib = r"@misc{x, title={{COD}: in $O(n)$ --- {\"o} \textit{fast}}, author={A, B}, year=2020}"

    head = site(page=view(""), bib=bib).page("page").select_one(".vita-head")

    assert head is not None
    assert head.find("math") is not None
    assert "".join(head.get_text().split()) == "COD:inO(n)—öfast#"


def test_editors_stand_in_for_authors(site: Site) -> None:
    bib = "@proceedings{x, title={Papers}, editor={Lee, Ann and Doe, Cy}, year=2020}"

    assert "Ann Lee, Cy Doe (editors)" in site(page=view(""), bib=bib).words("page")


def test_an_empty_bibliography_gives_an_empty_list(site: Site) -> None:
    assert site(page=view(""), bib="").words("page") == "P¶"


def test_a_publication_that_is_only_named_on_a_short_timeline_has_no_place_there(site: Site) -> None:
    timeline = ":::{timeline}\n:kind: publication, award\n:style: list\n:::\n"

    built = site(a=f"# A\n\n{timeline}", b=view(":selected:"), bib=BIB)

    assert ("gold", "b.html#publication-gold") in {(each.name, each.address) for each in built.objects()}
