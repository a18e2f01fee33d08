"""Highwire's tags, by Google Scholar's guidelines."""

import pytest
from harness.portfolios import ADDRESS, invented
from sphinx_vita.exports import highwire
from sphinx_vita.reading.bibtex import read_bibliography


def tags(key: str, *, address: str = ADDRESS) -> list[tuple[str, str]]:
    portfolio = invented(address=address)
    return list(highwire.tags(next(each for each in portfolio.publications if each.key == key), portfolio))


def test_an_article_has_all_that_scholar_asks_for() -> None:
    assert tags("names") == [
        ("citation_title", 'Everything < Nothing & "More" > ]]> </script> _x_ *y* [z](w)'),
        ("citation_author", "van der Berg, Ludwig"),
        ("citation_author", "Plato"),
        ("citation_author", "King Jr., Martin Luther"),
        ("citation_author", "ATLAS Collaboration"),
        ("citation_author", "李, 明"),
        ("citation_author", "سينا, ابن"),
        ("citation_author", "von Neumann, John"),
        ("citation_publication_date", "2021/02/28"),
        ("citation_journal_title", 'Annals of "Quotes" & <Brackets>'),
        ("citation_volume", "7"),
        ("citation_issue", "2"),
        ("citation_firstpage", "377"),
        ("citation_lastpage", "393"),
        ("citation_doi", "10.1000/(sici)1&2<3>4"),
        ("citation_pdf_url", f"{ADDRESS}papers/a%20b.pdf"),
        ("citation_keywords", "one & two"),
        ("citation_keywords", "three"),
    ]


def test_each_of_forty_authors_has_a_tag_of_his_own() -> None:
    authors = [text for name, text in tags("crowd") if name == "citation_author"]

    assert authors == [f"Author{number:02}, Given{number:02}" for number in range(1, 41)]


def test_the_venue_is_called_by_its_kind() -> None:
    venues = {key: next((name for name, _ in tags(key) if "title" in name[14:] or "institution" in name), "") for key in
              ("names", "crowd", "chapter", "thesis", "report", "submitted")}  # fmt: skip

    assert venues == {
        "names": "citation_journal_title",
        "crowd": "citation_conference_title",
        "chapter": "citation_inbook_title",
        "thesis": "citation_dissertation_institution",
        "report": "citation_technical_report_institution",
        "submitted": "",
    }
    assert ("citation_technical_report_number", "TR-7") in tags("report")


def of_source(fields: str) -> dict[str, str]:
    source = f"@inproceedings{{a, title = {{A}}, author = {{A B}}, {fields}}}"
    return dict(highwire.tags(read_bibliography(source, file="x").publications[0], invented()))


def test_a_month_is_said_and_no_date_gives_nothing() -> None:
    assert of_source("year = 2024, month = may")["citation_publication_date"] == "2024/05"
    assert "citation_publication_date" not in dict(tags("undated"))


def test_a_manuscript_has_no_date_of_publication() -> None:
    assert "citation_publication_date" not in dict(tags("submitted"))


@pytest.mark.parametrize(
    ("field", "address"),
    [
        ("pdf = {https://arxiv.org/pdf/2401.00001}", "https://arxiv.org/pdf/2401.00001"),
        ("pdf = {https://openreview.net/pdf?id=x}", "https://openreview.net/pdf?id=x"),
        ("pdf = {beside.pdf}", f"{ADDRESS}beside.pdf"),
        ("pdf = {https://x.example/p.PDF?download=1}", "https://x.example/p.PDF?download=1"),
        ("pdf = {https://x.example/p.pdf}, fulltext = {own.pdf}", f"{ADDRESS}own.pdf"),
        ("pdf = {https://arxiv.org/abs/2401.00001}", None),
        ("fulltext = {https://dl.acm.org/doi/abs/10.1145/1}", None),
        ("pdf = {https://pdf.example/paper}", None),
    ],
)
def test_only_the_paper_itself_is_a_pdf_and_one_beside_the_page_is_named_first(field: str, address: str | None) -> None:
    assert of_source(f"year = 2024, {field}").get("citation_pdf_url") == address


def test_a_paper_of_one_page_has_no_last_page() -> None:
    names = dict(tags("crowd"))

    assert names["citation_firstpage"] == "e12"
    assert "citation_lastpage" not in names


def test_a_pdf_of_the_project_is_left_out_where_the_address_is_unknown() -> None:
    assert "citation_pdf_url" not in dict(tags("names", address=""))
