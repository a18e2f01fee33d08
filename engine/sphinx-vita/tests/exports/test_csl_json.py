"""CSL-JSON, held to the official schema."""

import json
from pathlib import Path
from typing import Any

import pytest
from harness.portfolios import invented, own
from jsonschema import Draft7Validator
from sphinx_vita.exports import csl_json
from sphinx_vita.records.portfolio import Portfolio

SCHEMA = json.loads((Path(__file__).parent / "schemas/csl-data.schema.json").read_text(encoding="utf-8"))


def read(portfolio: Portfolio) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in json.loads(csl_json.dump(portfolio.publications))}


@pytest.mark.parametrize("portfolio", [own(), invented()], ids=["own", "invented"])
def test_it_is_valid_against_the_official_schema(portfolio: Portfolio) -> None:
    document = json.loads(csl_json.dump(portfolio.publications))

    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(document)] == []
    assert len(document) == len(portfolio.publications)


def test_each_kind_of_work_has_its_type() -> None:
    assert {key: each["type"] for key, each in read(invented()).items()} == {
        "names": "article-journal",
        "crowd": "paper-conference",
        "undated": "article-journal",
        "submitted": "manuscript",
        "preprint": "article",
        "thesis": "thesis",
        "report": "report",
        "chapter": "chapter",
        "book": "book",
        "anonymous": "document",
    }


def test_names_are_given_by_their_parts() -> None:
    assert read(invented())["names"]["author"] == [
        {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der"},
        {"literal": "Plato"},
        {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        {"literal": "ATLAS Collaboration"},
        {"family": "李", "given": "明"},
        {"family": "سينا", "given": "ابن"},
        {"family": "Neumann", "given": "John", "non-dropping-particle": "von"},
    ]


def test_dates_are_as_exact_as_they_were_written() -> None:
    issued = {key: each.get("issued") for key, each in read(invented()).items()}

    assert issued["names"] == {"date-parts": [[2021, 2, 28]]}
    assert issued["submitted"] == {"date-parts": [[2024, 5]]}
    assert issued["crowd"] == {"date-parts": [[2019]]}
    assert issued["undated"] == {"literal": "In press"}


def test_what_is_not_out_is_marked() -> None:
    told = {key: each.get("status") for key, each in read(invented()).items()}

    assert (told["submitted"], told["undated"], told["names"]) == ("submitted", "accepted", None)


def test_the_university_of_a_thesis_publishes_it() -> None:
    thesis = read(invented())["thesis"]

    assert (thesis["publisher"], thesis["genre"]) == ("University of 北京", "PhD thesis")
    assert "container-title" not in thesis


def test_what_csl_has_no_word_for_stands_beside_it() -> None:
    item = read(own())["atlas"]

    assert item["custom"] == {
        "equal-contribution": ["Inés Valderrama Quispe", "Ελένη Παππά"],
        "code": "https://code.example/atlas",
    }
    assert "archive" not in item  # styles print it as the place of publication


def test_items_are_the_same_in_whatever_order_they_come() -> None:
    papers = own().publications

    assert csl_json.dump(papers) == csl_json.dump(papers[::-1])
    assert csl_json.dump(()) == "[]\n"
