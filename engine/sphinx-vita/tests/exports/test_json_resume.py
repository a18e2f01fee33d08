"""JSON Resume, held to the official schema of version 1."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from harness.portfolios import ADDRESS, HOSTILE, empty, invented, own
from jsonschema import Draft4Validator, FormatChecker
from sphinx_vita.exports import json_resume
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records import Degree, Position, Profile, Referee
from sphinx_vita.records.portfolio import Portfolio

SCHEMA = json.loads((Path(__file__).parent / "schemas/json-resume.schema.json").read_text(encoding="utf-8"))


def read(portfolio: Portfolio) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json_resume.dump(portfolio))
    return document


@pytest.mark.parametrize(
    "portfolio", [own(), invented(), invented(address=""), empty()], ids=["own", "invented", "nowhere", "empty"]
)
def test_it_is_valid_against_the_official_schema(portfolio: Portfolio) -> None:
    validator = Draft4Validator(SCHEMA, format_checker=FormatChecker())

    assert [error.message for error in validator.iter_errors(read(portfolio))] == []


def test_the_basics_are_those_of_the_profile() -> None:
    basics = read(invented())["basics"]

    assert {name: basics[name] for name in ("name", "label", "email", "url", "image")} == {
        "name": "Ludwig van der Berg",
        "label": HOSTILE,
        "email": "berg@example.org",
        "url": ADDRESS,
        "image": f"{ADDRESS}pictures/my%20face.png",
    }
    assert [each["network"] for each in basics["profiles"]] == ["GitHub", "Google Scholar", "LinkedIn", "ORCID"]
    assert [each.get("username") for each in basics["profiles"]] == ["berg", "AbC", "berg", "0000-0002-1825-0097"]


def test_the_basics_say_how_to_reach_the_person() -> None:
    profile = Profile(name="Ann Doe", phone="+1 212 555 0100", office="Room 5", pronouns="she", location="Lyon, France")
    basics = read(Portfolio(title="T", records={"profile": (profile,)}))["basics"]

    assert {name: basics[name] for name in ("phone", "office", "pronouns", "location")} == {
        "phone": "+1 212 555 0100",
        "office": "Room 5",
        "pronouns": "she",
        "location": {"city": "Lyon", "countryCode": "FR"},
    }


@pytest.mark.parametrize(
    ("source", "venue"),
    [
        ("@article{a, journal = {Journal of Wheels}", "Journal of Wheels"),
        ("@article{a, journal = {Journal of Wheels}, abbr = {JoW}", "Journal of Wheels"),
        ("@inproceedings{a, booktitle = {Conference on Wheels}, abbr = {CoW}", "CoW 2020"),
        ("@inproceedings{a, booktitle = {Conference on Wheels}", "Conference on Wheels"),
        ("@book{a, publisher = {The Press}, abbr = {TP}", "The Press"),
        ("@phdthesis{a, school = {Example University}", "Example University"),
    ],
)
def test_a_venue_is_named_as_on_a_cv(source: str, venue: str) -> None:
    reading = read_bibliography(source + ", title = {A}, author = {Ann Doe}, year = {2020}}", file="x.bib")
    portfolio = Portfolio(title="T", records={"publication": reading.publications}, publications=reading.publications)

    assert [each["publisher"] for each in read(portfolio)["publications"]] == [venue]


@pytest.mark.parametrize("now", ["Now", "Present"])
def test_what_goes_on_is_said_by_its_start_alone(now: str) -> None:
    position = Position(title="Postdoc", organization="Lab", dates=parse_dates(f"2020 – {now}"))
    (work,) = read(Portfolio(title="T", records={"position": (position,)}))["work"]

    assert {name: value for name, value in work.items() if "ate" in name or name == "period"} == {"startDate": "2020"}


def test_a_picture_of_the_project_is_left_out_where_the_address_is_unknown() -> None:
    assert "image" not in read(invented(address=""))["basics"]


def test_work_says_from_when_to_when() -> None:
    work = [(each["name"], each.get("startDate"), each.get("endDate")) for each in read(invented())["work"]]

    # One year alone has an end too: without it a reader would take the stay as going on.
    assert work == [("北京大学", "2025-05", None), ("Lab", "2019", "2019"), ("Café", None, None)]


def test_a_degree_is_cut_into_the_kind_of_study_and_its_area() -> None:
    education = read(invented())["education"]

    assert [(each["studyType"], each.get("area")) for each in education] == [
        ("Ph.D.", "Arts & <Crafts>"),
        ("Bachelor", None),
    ]
    assert education[1]["startDate"] == "2015"  # the standard knows no seasons


def test_a_paper_has_authors_doi_venue_and_status() -> None:
    papers = {each["name"]: each for each in read(invented())["publications"]}
    out, submitted = papers['Everything < Nothing & "More" > ]]> </script> _x_ *y* [z](w)'], papers["Not out yet"]

    assert out["authors"][:3] == ["Ludwig van der Berg", "Plato", "Martin Luther King, Jr."]
    assert (out["doi"], out["venue"], out["status"]) == (
        "10.1000/(sici)1&2<3>4",
        'Annals of "Quotes" & <Brackets>',
        "published",
    )
    assert (submitted["status"], submitted["year"], submitted.get("releaseDate")) == ("submitted", "2024", None)


def test_what_has_not_appeared_says_so_in_the_words_that_themes_print_and_stands_last() -> None:
    papers = read(invented())["publications"]

    assert papers[-1]["name"] == "Not out yet"
    assert (papers[-1]["summary"], papers[-1].get("publisher")) == ("Under review", None)
    assert (papers[0]["name"], papers[0]["summary"]) == ("No date at all", "To appear")
    assert (papers[-2]["publisher"], papers[-2]["summary"]) == ("arXiv", "Preprint")


def test_the_publisher_of_a_paper_is_what_a_cv_prints_behind_it() -> None:
    own_papers = {each["name"][:8]: each.get("publisher") for each in read(own())["publications"]}
    others = {each["name"]: each.get("publisher") for each in read(invented())["publications"]}

    assert own_papers["Whales K"] == "OSS 2021"
    assert (others["A thesis"], others["A report"], others["The book"], others["A chapter"]) == (
        "University of 北京", "Institute", "Academy", "A Book",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("title", "study", "area"),
    [
        ("Ph.D. in Machine Learning Systems", "Ph.D.", "Machine Learning Systems"),
        ("Bachelor of Computer Science", "Bachelor", "Computer Science"),
        ("Bachelor of Science in Physics", "Bachelor of Science", "Physics"),
        ("Doctor of Philosophy", "Doctor of Philosophy", None),
        ("M.Sc. Applied Mathematics", "M.Sc.", "Applied Mathematics"),
        ("MA, History", "MA", "History"),
        ("Diplom-Physiker", "Diplom-Physiker", None),
    ],
)
def test_a_degree_has_its_kind_and_its_area(title: str, study: str, area: str | None) -> None:
    degree = Degree(key="d", title=title, institution="U")
    (told,) = read(Portfolio(title="S", records={"degree": (degree,)}))["education"]

    assert (told["studyType"], told.get("area")) == (study, area)


def test_the_place_is_cut_as_themes_read_it() -> None:
    profile = Profile(key="p", name="Ada", location="Pittsburgh, PA")
    basics = read(Portfolio(title="S", records={"profile": (profile,)}))["basics"]

    assert basics["location"] == {"city": "Pittsburgh", "region": "PA", "countryCode": "US"}


def test_themes_are_interests_and_a_referee_without_words_has_a_way_to_be_asked() -> None:
    referee = Referee(key="r", name="Prof. Y", affiliation="There", email="y@example.org")
    resume = read(replace(invented(), records={"referee": (referee,)}))

    assert resume["interests"] == [{"name": "Themes (all) [of] them"}]
    assert resume["references"][0]["reference"] == "There, y@example.org"


def test_service_talks_teaching_and_referees_are_in_it() -> None:
    resume = read(invented())

    assert [(each["organization"], each["position"]) for each in resume["volunteer"]] == [("Journal", "Reviewer")]
    assert [(each["name"], each["type"]) for each in resume["projects"]] == [("Talk", "talk"), ("Course", "teaching")]
    assert resume["references"] == [
        {"name": "Prof. X", "reference": "Kind words.", "email": "x@example.org", "affiliation": "Here"}
    ]


def test_an_empty_portfolio_has_no_empty_sections() -> None:
    assert sorted(read(empty())) == ["$schema", "meta"]
