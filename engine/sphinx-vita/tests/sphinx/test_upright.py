"""Emphasis in scripts that have no italics."""

from harness.sites import Site

BIB = "@article{a, title = {标题}, author = {李, 明}, year = {2024}, journal = {计算机学报}, volume = {3}}\n"
BIB += "@article{b, title = {A}, author = {Li, Ming}, year = {2023}, journal = {Journal of A}}\n"


def test_letters_without_italics_stand_upright_and_in_prose_are_bold(site: Site) -> None:
    page = "# A\n\nOf *weight*, *重要*, *مهم* and *חשוב*.\n\n```{publications}\n```\n"
    shown = site(a=page, bib=BIB).page("a")

    found = {(each.get_text(), str(each.get("class"))) for each in shown.select("em")}
    assert found >= {("weight", "None"), ("Journal of A", "None")}
    assert {each for each in found if each[1] != "None"} == {
        ("重要", "['vita-stressed']"),
        ("مهم", "['vita-stressed']"),
        ("חשוב", "['vita-stressed']"),
        ("计算机学报", "['vita-upright']"),  # in its line and in its citations
    }
    assert ("计算机学报", "None") not in found
    kept = [line.get_text() for line in shown.select(".vita-venue.vita-kept")]
    assert [line.startswith("计算机学报") for line in kept] == [True]
