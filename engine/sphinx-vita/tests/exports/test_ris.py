"""RIS, read by rispy."""

from dataclasses import replace
from typing import Any

import pytest
import rispy
from harness.portfolios import invented, own
from sphinx_vita.exports import ris
from sphinx_vita.records.portfolio import Portfolio


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
        "crowd": "CONF",
        "undated": "JOUR",
        "submitted": "MANSCPT",
        "preprint": "MANSCPT",
        "thesis": "THES",
        "report": "RPRT",
        "chapter": "CHAP",
        "book": "BOOK",
        "anonymous": "PAMP",
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
    paper = replace(own().publications[0], publisher="Press\nER  - \n\nTY  - JOUR", tags=("one\nAU  - Nobody", "two"))
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
    assert undated["notes"] == ["Accepted"]


def test_what_is_not_out_is_marked_in_a_note_and_nowhere_else() -> None:
    references = read(invented())

    told = {key: references[key].get("notes", [""])[0] for key in ("submitted", "preprint", "names")}
    assert told == {"submitted": "Submitted", "preprint": "Preprint", "names": ""}
    kinds = {key: each["type_of_work"] for key, each in references.items() if "type_of_work" in each}
    assert kinds == {"thesis": "PhD thesis", "report": "Technical report"}


def test_equal_contribution_the_code_and_awards_are_told() -> None:
    paper = replace(own().publications[0], awards=("Best Paper",))
    (reference,) = rispy.loads(ris.dump([paper]))

    assert "Equal contribution: Inés Valderrama Quispe, Ελένη Παππά" in reference["notes"]
    assert "Code: https://code.example/atlas" in reference["notes"]
    assert "Best Paper" in reference["notes"]


def test_references_stand_in_the_order_of_a_cv() -> None:
    keys = [each["id"] for each in rispy.loads(ris.dump(invented().publications))]

    assert keys[0] == "undated"  # accepted, and yet to appear
    assert keys[-2:] == ["preprint", "submitted"]


def test_authors_who_are_not_named_are_told_of() -> None:
    assert any("more authors" in note for note in read(invented())["crowd"]["notes"])


def test_references_are_the_same_in_whatever_order_they_come() -> None:
    papers = own().publications

    assert ris.dump(papers) == ris.dump(papers[::-1])
    assert ris.dump(papers).startswith("TY  - ")  # and no number stands before


def test_nothing_gives_an_empty_line() -> None:
    assert ris.dump(()) == "\n"
