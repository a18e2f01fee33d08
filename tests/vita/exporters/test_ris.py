"""RIS, read by rispy."""

from dataclasses import replace
from typing import Any

import pytest
import rispy

from tests.vita.exporters.portfolios import invented, own
from vita.exporters import ris
from vita.portfolio import Portfolio


def read(portfolio: Portfolio) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in rispy.loads(ris.dump(portfolio.publications))}


@pytest.mark.parametrize("portfolio", [own(), invented()], ids=["own", "invented"])
def test_every_publication_is_one_reference(portfolio: Portfolio) -> None:
    references = rispy.loads(ris.dump(portfolio.publications))

    assert sorted(each["id"] for each in references) == sorted(each.key for each in portfolio.publications)
    assert all("unknown_tag" not in each for each in references)


def test_each_kind_of_work_has_its_type() -> None:
    types = {key: each["type_of_reference"] for key, each in read(invented()).items()}

    assert types == {
        "names": "JOUR",
        "crowd": "CPAPER",
        "undated": "JOUR",
        "submitted": "UNPB",
        "preprint": "UNPB",
        "thesis": "THES",
        "report": "RPRT",
        "chapter": "CHAP",
        "book": "BOOK",
        "anonymous": "GEN",
    }


def test_names_stand_family_first_with_particle_and_suffix() -> None:
    assert read(invented())["names"]["authors"] == [
        "van der Berg, Ludwig",
        "Plato",
        "King, Martin Luther, Jr.",
        "ATLAS Collaboration",
        "李, 明",
        "سينا, ابن",
        "von Neumann, John",
    ]


def test_a_text_of_two_paragraphs_stays_on_its_line() -> None:
    assert read(invented())["names"]["abstract"] == "First. Second with </script> and ]]>."


def test_no_text_begins_a_tag_of_its_own() -> None:
    paper = replace(
        own().publications[0], publisher="Press\nER  - \n\nTY  - JOUR", keywords=("one\nAU  - Nobody", "two")
    )
    (reference,) = rispy.loads(ris.dump([paper]))

    assert reference["publisher"] == "Press ER - TY - JOUR"
    assert reference["keywords"] == ["one AU - Nobody", "two"]


def test_the_numbers_of_an_article_are_in_tags_of_their_own() -> None:
    reference = read(invented())["names"]

    told = {
        name: reference[name] for name in ("volume", "number", "start_page", "end_page", "year", "date", "keywords")
    }
    assert told == {
        "volume": "7",
        "number": "2",
        "start_page": "377",
        "end_page": "393",
        "year": "2021",
        "date": "2021/02/28",
        "keywords": ["one & two", "three"],
    }


def test_a_month_is_no_day() -> None:
    assert read(invented())["submitted"]["date"] == "2024/05/"


def test_a_paper_without_a_date_has_no_year() -> None:
    undated = read(invented())["undated"]

    assert "year" not in undated
    assert "date" not in undated
    assert undated["type_of_work"] == "Accepted"


def test_what_is_not_out_is_marked() -> None:
    told = {key: each.get("type_of_work") for key, each in read(invented()).items()}

    assert (told["submitted"], told["preprint"], told["names"]) == ("Submitted", "Preprint", None)


def test_authors_who_are_not_named_are_told_of() -> None:
    assert any("more authors" in note for note in read(invented())["crowd"]["notes"])


def test_references_are_newest_first_in_whatever_order_they_come() -> None:
    papers = own().publications

    assert ris.dump(papers) == ris.dump(papers[::-1])
    assert ris.dump(papers).startswith("TY  - ")  # and no number stands before


def test_nothing_gives_an_empty_line() -> None:
    assert ris.dump(()) == "\n"
