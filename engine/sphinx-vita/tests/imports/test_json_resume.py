"""JSON Resume read backwards: what was written out comes back, and what other programs write finds its kind."""

import json
import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from harness.worked_examples import EXAMPLES
from jsonschema import Draft4Validator, FormatChecker
from sphinx_vita.exports import json_resume
from sphinx_vita.imports.data.json_resume import draft_of, is_json_resume, read_json_resume
from sphinx_vita.imports.drafts import Draft
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.reading.own_kinds import read_kinds
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import (
    KINDS,
    Award,
    Certificate,
    Degree,
    Grant,
    Position,
    Project,
    Record,
    Referee,
    Service,
    Software,
    Talk,
    Teaching,
)
from sphinx_vita.records.declared import set_declared
from sphinx_vita.records.exported import RESUME_SECTIONS
from sphinx_vita.records.portfolio import Portfolio

SCHEMA = Draft4Validator(
    json.loads((Path(__file__).parents[1] / "exports/schemas/json-resume.schema.json").read_text("utf-8")),
    format_checker=FormatChecker(),
)
FROM_TABLE = [
    replace(KINDS[kind](**read_options(KINDS[kind], each.argument, each.options, 1).values), summary="In words.")
    for kind, each in EXAMPLES.items()
    if each.resume
]
OTHERS: list[Record] = [
    *(Degree(title=title, institution="Uni") for title in ("Bachelor of Physics", "MA, History", "Diplom-Physiker")),
    Degree(title="Doctor of Philosophy in Law", institution="Uni", dates=parse_dates("2019 – 2023")),
    *(
        Position(title="Guest", organization="Lab", dates=parse_dates(dates))
        for dates in ("2019", "May 2019 – Now", "Fall 2019 – Spring 2020", "3 May 2019 – 4 May 2019", "2019 – 2020")
    ),
    Position(title="Editor", dates=parse_dates("2020 – Now"), highlights=("One.", "Two.")),
    Award(title="Fellow", dates=parse_dates("2019 – 2021")),
    Certificate(title="Diver", dates=parse_dates("2019")),
    Certificate(title="Diver", dates=parse_dates("3 May 2019 – 3 May 2024")),
    Talk(title="On X", event="Y", dates=parse_dates("2020"), url="https://x.example", video="https://v.example"),
    Teaching(title="X", institution="Uni", location="Rome"),
    Teaching(title="X", event="School", institution="Uni", video="https://v.example"),
    Project(title="Map", repository="https://code.example"),
    Software(title="Song", doi="https://doi.org/10.5281/zenodo.1"),
    Software(title="Song", url="https://song.example", doi="https://doi.org/10.5281/zenodo.1"),
    Service(role="Reviewer"),
    Grant(title="G", amount="$750,000"),
    Referee(name="Prof. Ann Lee", summary="Works well."),
    Referee(name="Prof. Ann Lee"),
]


def test_all_of_them_together_are_valid_against_the_official_schema() -> None:
    records = {kind: tuple(each for each in [*FROM_TABLE, *OTHERS] if each.kind == kind) for kind in KINDS}
    document = json.loads(json_resume.dump(Portfolio(title="S", records=records)))

    assert [error.message for error in SCHEMA.iter_errors(document)] == []
    assert {*RESUME_SECTIONS} <= document.keys()


def there_and_back(record: Record) -> Record:
    text = json_resume.dump(Portfolio(title="S", records={record.kind: (record,)}))
    (section,) = json.loads(text).keys() & {*RESUME_SECTIONS}
    (item,) = json.loads(text)[section]
    draft = draft_of(section, item)
    kind = KINDS[draft.kind]
    options = read_options(kind, draft.title, draft.options, 1)
    assert {finding.mistake for finding in options.findings} <= {"missing_option"}
    paragraphs = [each for each in draft.body.split("\n\n") if each and not each.startswith("- ")]
    highlights = re.findall(r"^- (.*)$", draft.body, re.MULTILINE)
    return kind(**options.values, summary="\n\n".join(paragraphs), highlights=tuple(highlights))


@pytest.mark.parametrize("record", [*FROM_TABLE, *OTHERS], ids=lambda record: record.kind)
def test_a_record_comes_back_as_it_was(record: Record) -> None:
    assert there_and_back(record) == record


def test_every_section_of_the_standard_has_a_kind_and_every_kind_in_it_was_tried() -> None:
    tried = {record.kind for record in [*FROM_TABLE, *OTHERS]}

    assert {kind.exported.resume for kind in KINDS.values()} - {""} == {*RESUME_SECTIONS}
    assert {name for name, kind in KINDS.items() if kind.exported.resume} == tried


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.exported.resume], ids=lambda kind: kind.kind)
def test_every_option_of_a_kind_is_in_its_properties(kind: type[Record]) -> None:
    said = {field for each in kind.exported.resume_properties.values() for field in each}

    ours = {"key", "docname", "line", "body", "tags", "texts", "in_language", "untranslated"}
    assert {each.name for each in fields(kind)} - said == ours


def test_a_kind_of_ones_own_comes_back_too() -> None:
    declared = {
        "exhibition": {
            "options": {
                "title": "text",
                "venue": "text",
                "dates": "dates",
                "curators": "names",
                "url": "link",
                "keywords": "text",
                "type": "text",
            }
        }
    }
    set_declared(read_kinds(declared))
    try:
        kind: Any = KINDS["exhibition"]
        record = kind(
            title="Blue",
            venue="Hall",
            dates=parse_dates("2020"),
            curators=("Ann Lee",),
            url="https://x.example",
            keywords="one text",
            type="solo",
        )
        assert there_and_back(record) == record
        text = json_resume.dump(Portfolio(title="S", records={"exhibition": (record,)}))
        assert [error.message for error in SCHEMA.iter_errors(json.loads(text))] == []
    finally:
        set_declared([])


@pytest.mark.parametrize(
    ("section", "item", "expected"),
    [
        (
            "work",
            {"name": "Lab", "position": "Intern"},
            Draft(kind="position", title="Intern", options={"organization": "Lab"}),
        ),
        ("work", {"startDate": "2020-01-15"}, Draft(kind="position", title="", options={"dates": "2020-01-15 – Now"})),
        ("projects", {"name": "X", "type": "presentation"}, Draft(kind="talk", title="X")),
        ("projects", {"name": "X", "type": "application"}, Draft(kind="software", title="X")),
        ("projects", {"name": "X", "type": "whatever"}, Draft(kind="project", title="X")),
        ("projects", {"name": "X", "type": "award"}, Draft(kind="project", title="X")),
        ("projects", {"roles": ["lead", "writer"]}, Draft(kind="project", title="", options={"role": "lead, writer"})),
        ("education", {"studyType": "B.A."}, Draft(kind="degree", title="B.A.")),
        ("volunteer", {"position": "Guide"}, Draft(kind="volunteer", title="Guide")),
        ("work", {"highlights": ["a", "b"], "summary": "s"}, Draft(kind="position", title="", body="s\n\n- a\n- b")),
        ("projects", {"name": "Atlas", "summary": "s"}, Draft(kind="project", title="Atlas", body="s")),
        ("work", {"name": ["x"], "url": None}, Draft(kind="position", title="", options={"organization": "x"})),
        ("work", {"position": "A *b* $5"}, Draft(kind="position", title=r"A \*b\* \$5")),
        ("work", {"position": "A", "salary": 7}, Draft(kind="position", title="A", body="Salary: 7")),
        ("work", {"position": "A", "keywords": ["b"]}, Draft(kind="position", title="A", options={"tags": "b"})),
        (
            "work",
            {
                "company": "Lab",
                "position": "A",
                "website": "https://l.example",
                "startDate": "2024-09-31",
                "endDate": "2025",
            },
            Draft(
                kind="position",
                title="A",
                options={"organization": "Lab", "dates": "2024-09 – 2025", "url": "https://l.example"},
            ),
        ),
        (
            "education",
            {"studyType": "B.A.", "gpa": "4.0"},
            Draft(kind="degree", title="B.A.", options={"honors": "4.0"}),
        ),
        (
            "education",
            {"studyType": "B.A.", "courses": ["x", "y"]},
            Draft(kind="degree", title="B.A.", body="Courses: x, y"),
        ),
    ],
)
def test_what_other_programs_write_finds_its_kind(section: str, item: dict[str, Any], expected: Draft) -> None:
    assert draft_of(section, item) == expected


def test_the_person_is_a_profile_with_accounts_by_address_or_network() -> None:
    basics = {
        "name": "Ann Lee",
        "email": "ann@uni.example",
        "url": "https://ann.example",
        "summary": "Listens.",
        "location": {"city": "Lisbon", "countryCode": "PT"},
        "image": "https://ann.example/ann.jpg",
        "hobby": "song",
        "profiles": [
            {"network": "GitHub", "username": "ann"},
            {"network": "x", "url": "https://www.linkedin.com/in/ann"},
            {"network": "Elsewhere", "url": "https://[broken"},
            {"network": "Sounds", "url": "https://sounds.example/ann"},
            {"network": "Mastodon", "url": ""},
        ],
    }
    options = {
        "email": "ann@uni.example", "location": "Lisbon, PT", "homepage": "https://ann.example", "github": "ann",
        "linkedin": "https://www.linkedin.com/in/ann", "links": "Sounds <https://sounds.example/ann>",
    }  # fmt: skip
    imported = read_json_resume(json.dumps({"basics": basics}))

    assert imported.profile == Draft(kind="profile", title="Ann Lee", options=options, body="Listens.", place="basics")
    assert [each.text for each in imported.leftovers] == [
        "hobby: song",
        "network: Elsewhere, url: https://[broken",
        "network: Mastodon, url: ",
        "https://ann.example/ann.jpg",
    ]


def test_a_paper_becomes_an_entry_and_a_missing_author_is_told() -> None:
    papers = [
        {"name": "On DNA", "publisher": "J", "venue": "J", "releaseDate": "2020-05", "authors": ["A B", "C van D"]},
        {"name": "50% of X", "publisher": "J", "releaseDate": "2021-02-03", "url": "https://x.example/a_b"},
        {"name": "Undated"},
    ]
    imported = read_json_resume(json.dumps({"basics": {"name": "Ann Lee"}, "publications": papers}))
    first, second = read_bibliography("\n".join(each.bibtex for each in imported.entries), file="").publications

    assert [str(each.name) for each in first.authors] == ["A B", "C van D"]
    assert (str(first.title), str(first.venue), first.publisher) == ("On DNA", "J", "")
    assert ([str(each.name) for each in second.authors], second.has_more_authors) == (["Ann Lee"], True)
    assert (str(second.title), second.links[0].url) == ("50% of X", "https://x.example/a_b")
    assert [each.date and each.date.iso for each in (first, second)] == ["2020-05", "2021-02-03"]
    note, undated = imported.leftovers
    assert "Ann Lee and others" in note.reason
    assert note.text.split() == [second.key, "leeundated"]
    assert "no year" in undated.reason


def test_each_kind_of_a_section_stands_in_a_section_of_its_own() -> None:
    projects = [{"name": "X", "type": "talk", "startDate": "2020"}, {"name": "Y"}, {"name": "Z"}]
    imported = read_json_resume(
        json.dumps({"projects": projects, "exhibitions": ["Blue"], "patents": [{"title": "P"}]})
    )

    titles = [(section.title, len(section.contents)) for section in imported.sections]
    assert titles == [("Talks", 1), ("Projects", 2), ("Exhibitions", 1), ("Patents", 1)]
    assert [each.place for each in imported.leftovers] == ["exhibitions, 1"]


@pytest.mark.parametrize(
    "document", [{}, {"work": None}, {"work": "x"}, {"work": ["x", 3]}, {"basics": []}, [], None, 3]
)
def test_what_has_another_shape_is_left_over(document: Any) -> None:
    imported = read_json_resume(json.dumps(document))

    assert (imported.profile, imported.drafts, imported.entries) == (None, (), ())
    assert len(imported.leftovers) == (
        len(document["work"]) if isinstance(document, dict) and document.get("work") else 0
    )
    assert is_json_resume(json.dumps(document)) is (document == {"work": ["x", 3]})
