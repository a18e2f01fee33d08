"""What citation formats ask of a publication."""

from dataclasses import replace

import pytest
from sphinx_vita.exports.citation import address_of, split_pages
from sphinx_vita.reading.name_parts import is_group
from sphinx_vita.reading.names import family_first
from sphinx_vita.reading.works import Work, work_of
from sphinx_vita.records import Link, Name, Publication, Status
from sphinx_vita.records.text import Text


def paper(entry_type: str = "article", status: Status = Status.PUBLISHED, pages: str = "", *links: Link) -> Publication:
    title = Text.plain("A title")
    return Publication(
        key="k", file="x.bib", entry_type=entry_type, title=title, status=status, pages=pages, links=links
    )


@pytest.mark.parametrize(
    ("entry_type", "status", "work"),
    [
        ("article", Status.PUBLISHED, Work.ARTICLE),
        ("article", Status.ACCEPTED, Work.ARTICLE),
        ("article", Status.SUBMITTED, Work.MANUSCRIPT),
        ("InProceedings", Status.PUBLISHED, Work.PAPER),
        ("inproceedings", Status.DRAFT, Work.MANUSCRIPT),
        ("misc", Status.PREPRINT, Work.PREPRINT),
        ("unpublished", Status.PREPRINT, Work.PREPRINT),
        ("unpublished", Status.ACCEPTED, Work.MANUSCRIPT),
        ("phdthesis", Status.DRAFT, Work.THESIS),
        ("techreport", Status.PREPRINT, Work.REPORT),
        ("something", Status.PUBLISHED, Work.OTHER),
        ("standard", Status.PUBLISHED, Work.STANDARD),
        ("video", Status.DRAFT, Work.VIDEO),
        ("inbook", Status.PUBLISHED, Work.BOOK),  # BibTeX's, without a booktitle
    ],
)
def test_the_kind_of_work_follows_the_type_and_the_status(entry_type: str, status: Status, work: Work) -> None:
    assert work_of(paper(entry_type, status)) is work


@pytest.mark.parametrize(
    ("said", "work"),
    [
        ({"type": "Software"}, Work.SOFTWARE),
        ({"howpublished": "GitHub repository"}, Work.SOFTWARE),
        ({"type": "{Data set}"}, Work.DATASET),
        ({"howpublished": "Invited talk at a school"}, Work.TALK),
        ({"howpublished": "Poster"}, Work.TALK),
        ({"howpublished": "Lecture notes"}, Work.OTHER),
        ({"howpublished": "Privately printed"}, Work.OTHER),
    ],
)
def test_a_work_without_a_type_of_its_own_is_known_by_its_words(said: dict[str, str], work: Work) -> None:
    assert work_of(replace(paper("misc"), fields=tuple(said.items()))) is work


@pytest.mark.parametrize(
    ("pages", "ends"),
    [
        ("377–393", ("377", "393")),
        ("12", ("12", "")),
        ("", ("", "")),
        ("e12, 13–15", ("e12", "15")),
        ("1:1–1:25", ("1:1", "1:25")),
        ("43+", ("43", "")),
        ("xii-xv", ("xii", "xv")),
    ],
)
def test_pages_have_a_first_and_a_last(pages: str, ends: tuple[str, str]) -> None:
    assert split_pages(pages) == ends


def test_the_address_of_software_is_that_of_its_code_and_that_of_a_paper_is_not() -> None:
    code = Link(kind="code", url="https://git.example/a")

    assert address_of(paper("software", Status.PUBLISHED, "", code)) == "https://git.example/a"
    assert address_of(paper("article", Status.PUBLISHED, "", code)) == ""


def test_the_most_lasting_address_is_named() -> None:
    pdf, arxiv = Link(kind="pdf", url="https://x.example/a.pdf"), Link(kind="arxiv", url="https://arxiv.org/abs/1")
    doi, file = Link(kind="doi", url="https://doi.org/10.1/1"), Link(kind="pdf", url="papers/a.pdf")

    assert address_of(paper("article", Status.PUBLISHED, "", pdf, arxiv, doi)) == "https://doi.org/10.1/1"
    assert address_of(paper("article", Status.PUBLISHED, "", pdf, arxiv)) == "https://arxiv.org/abs/1"
    assert address_of(paper("article", Status.PUBLISHED, "", file)) == ""


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        (Name(family="ATLAS Collaboration"), True),
        (Name(family="The TeX Project"), True),
        (Name(family="Plato"), False),
        (Name(family="Group", given="Ada"), False),
    ],
)
def test_a_group_is_known_by_its_words(name: Name, is_one: bool) -> None:
    assert is_group(name) is is_one


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(family="Berg", given="Ludwig", particle="van der"), "van der Berg, Ludwig"),
        (Name(family="King", given="Martin", suffix="Jr."), "King, Martin, Jr."),
        (Name(family="King", suffix="Jr."), "King, , Jr."),
        (Name(family="Plato"), "Plato"),
    ],
)
def test_a_name_is_written_family_first(name: Name, written: str) -> None:
    assert family_first(name) == written
