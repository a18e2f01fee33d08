"""Lists in a citation style that the site chooses."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import Tag
from harness.sites import Built, Site

BIB = r"""
@article{gold, title = {Gold in \emph{E. coli}}, author = {Li, Mingyu and Quispe, Ines and Roe, Kim},
  journal = {Metals}, year = {2024}, author+an = {1=equal; 2=equal}, award = {Best Paper}, doi = {10.1000/gold}}
@unpublished{tin, title = {Tin}, author = {Quispe, Ines}, note = {Submitted}, year = {2023}}
@article{lead, title = {Lead}, author = {Quispe, Ines}, journal = {Metals}, year = {2020}}
"""
PAGES: dict[str, Any] = {
    "list": "# L\n\n:::{publications}\n:::\n",
    "lead": "# Lead\n\n:::{publication} lead\n:::\n",
    "index": "# Home\n\n:::{profile} Ines Quispe\n:::\n\n```{toctree}\n:glob:\n\n*\n```\n",
}
CSL = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Own</title><id>own</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout suffix="."><text variable="title" suffix=" – OWN"/></layout></bibliography>
</style>"""


def styled(site: Site, style: str) -> Built:
    conf = site.source / "conf.py"
    conf.write_text(conf.read_text() + f"\nvita_citation_style = {style!r}\n")
    return site(bib=BIB, **PAGES)


@pytest.fixture(scope="module")
def mla(new_site: Callable[[str], Site]) -> dict[str, Tag]:
    """The items of a list in MLA's style, by title."""
    found = styled(new_site("mla"), "mla").page("list").select(".vita-publication")
    return {title: item for title in ("Gold", "Tin", "Lead") for item in found if title in item.get_text()}


def test_the_line_is_the_styles_with_the_owner_marked_and_the_title_as_written(mla: dict[str, Tag]) -> None:
    tin, gold = (mla[title].select_one(".vita-head") for title in ("Tin", "Gold"))
    assert tin is not None
    assert tin.get_text().strip("#\n") == "Quispe, Ines. “Tin.” Manuscript submitted for publication."
    assert [each.get_text() for each in tin.select("strong")] == ["Quispe, Ines"]

    assert gold is not None
    assert "“Gold in E. coli.”" in gold.get_text()
    assert [each.get_text() for each in gold.select("em")] == ["E. coli", "Metals"]
    assert "https://doi.org/10.1000/gold" in [link["href"] for link in gold.select("a.reference")]


def test_what_a_style_leaves_out_stands_below(mla: dict[str, Tag]) -> None:
    authors = mla["Gold"].select_one(".vita-authors")

    assert authors is not None
    assert authors.get_text().startswith("Mingyu Li")
    assert [each.get_text() for each in authors.select("strong")] == ["Ines Quispe"]
    assert [each.get_text() for each in mla["Gold"].select(".vita-badge")] == ["Best Paper"]
    assert "Equal contribution: Mingyu Li and Ines Quispe" in mla["Gold"].get_text()
    assert [each.get_text() for each in mla["Tin"].select(".vita-badge")] == ["Under review"]
    assert mla["Tin"].select(".vita-authors") == []
    assert mla["Tin"].find_parent(class_="body").select(".vita-explanation") == []  # type: ignore[union-attr]


def test_the_title_of_a_paper_with_a_page_leads_there(mla: dict[str, Tag]) -> None:
    (link,) = mla["Lead"].select(".vita-head a[href='lead.html']")

    assert link.get_text() == "Lead"


def test_a_style_of_the_sites_own_is_read_anew_when_it_changes(site: Site) -> None:
    site.write({"own.csl": CSL})
    assert "Lead – OWN." in styled(site, "own.csl").words("list")

    site.write({"own.csl": CSL.replace("OWN", "NEW")})
    assert "Lead – NEW." in site().words("list")


@pytest.mark.parametrize(
    ("style", "hint"),
    [("appa", "unknown style: appa); did you mean 'apa'?"), ("none.csl", "there is no such file); write the name")],
)
def test_a_style_that_cannot_be_used_is_told_and_the_lists_stay(site: Site, style: str, hint: str) -> None:
    conf = site.source / "conf.py"
    conf.write_text(conf.read_text() + f"\nvita_citation_style = {style!r}\n")
    built = site(bib=BIB, silent=False, **PAGES)

    (told,) = built.told
    assert told.type == "vita.invalid_setting"
    assert hint in told.message
    assert built.page("list").select_one(".vita-publication .vita-authors") is not None
