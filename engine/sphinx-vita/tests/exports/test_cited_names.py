"""Names in files for citing, and the person in files about the person."""

import json
from typing import Any

import pytest
from harness.portfolios import ADDRESS
from sphinx_vita.exports import bibtex, csl_json, json_resume, llms_txt, ris, schema_org, vcard
from sphinx_vita.exports.highwire import tags
from sphinx_vita.reading.names import parse_names
from sphinx_vita.reading.undivided_names import with_parts
from sphinx_vita.records import Name, Profile, Publication
from sphinx_vita.records.portfolio import Portfolio
from sphinx_vita.records.text import Text

PROFILE = Profile(
    key="p",
    name="山田 花子 (Hanako Yamada)",
    aliases=("Hanako Suzuki",),
    pronouns="she/her",
    affiliations=(
        ("Department of History, Example University, Tokyo, Japan", "https://uni.example"),
        ("Institute", ""),
    ),
    office="Room 4",
    address="1 Quay, 1000-001 Lisbon, Portugal",
    links=(("Blog", "https://blog.example"),),
    mastodon="https://hci.social/@hanako",
    isni="https://isni.org/isni/0000000121032683",
)
PORTFOLIO = Portfolio(title="T", address=ADDRESS, records={"profile": (PROFILE,)})


def publication(author: str) -> Publication:
    return Publication(
        key="x",
        file="x.bib",
        entry_type="article",
        title=Text.plain("T"),
        authors=parse_names(author)[0],
        fields=(("author", author), ("title", "T")),
    )


@pytest.mark.parametrize(
    ("author", "csl", "ordered"),
    [
        ("山田, 花子", {"family": "山田", "given": "花子"}, "山田, 花子"),
        ("山田 花子", {"family": "山田", "given": "花子"}, "山田, 花子"),
        ("山田花子", {"literal": "山田花子"}, "山田花子"),
        ("김 민준", {"family": "김", "given": "민준"}, "김, 민준"),
        ("Nguyễn Văn An", {"family": "Nguyễn", "given": "Văn An"}, "Nguyễn, Văn An"),
        ("Doe JA", {"family": "Doe", "given": "JA"}, "Doe, JA"),
        ("Smith, John, PhD", {"family": "Smith", "given": "John"}, "Smith, John"),
        ("Chen, Mei-Ling (陳美玲)", {"family": "Chen", "given": "Mei-Ling"}, "Chen, Mei-Ling"),
        ("Ursula K. Le Guin", {"family": "Le Guin", "given": "Ursula K."}, "Le Guin, Ursula K."),
        ("Plato", {"literal": "Plato"}, "Plato"),
        ("World Health Organization", {"literal": "World Health Organization"}, "World Health Organization"),
    ],
)
def test_a_name_is_cited_by_its_parts(author: str, csl: dict[str, str], ordered: str) -> None:
    paper = publication(author)

    assert json.loads(csl_json.dump([paper]))[0]["author"] == [csl]
    assert f"AU  - {ordered}\n" in ris.dump([paper]).replace("\r", "")
    assert dict(tags(paper, PORTFOLIO))["citation_author"] == ordered
    (again,) = parse_names(dict(read_fields(bibtex.dump([paper])))["author"])[0]
    assert (again.name.family, again.name.given) == (paper.authors[0].name.family, paper.authors[0].name.given)


def test_a_name_in_one_piece_has_the_parts_that_the_site_writes_elsewhere() -> None:
    papers = [publication("山田花子 and 김민준 and 王小明 and Doe, Jo"), publication("김, 민준")]

    first, _ = with_parts(papers, [Name(family="山田", given="花子"), Name(family="Doe", given="Jo")])

    assert [(each.name.family, each.name.given) for each in first.authors] == [
        *(("山田", "花子"), ("김", "민준"), ("王小明", ""), ("Doe", "Jo")),
    ]


def read_fields(entry: str) -> list[tuple[str, str]]:
    """Read the fields of an entry that has each on a line."""
    lines = (line.strip().rstrip(",").split(" = ") for line in entry.splitlines() if " = " in line)
    return [(name, value[1:-1]) for name, value in lines]


@pytest.mark.parametrize(
    ("author", "written"),
    [
        ("Doe JA", "Doe, JA"),
        ("Smith, John, PhD", "Smith, John"),
        ("Smith, John, Jr., PhD", "Smith, Jr., John"),
        ("World Health Organization", "{World Health Organization}"),
        ("Nguyễn Văn An", "Nguyễn, Văn An"),
    ],
)
def test_bibtex_gets_the_order_that_it_reads(author: str, written: str) -> None:
    assert dict(read_fields(bibtex.dump([publication(author)])))["author"] == written


def test_the_card_has_what_the_profile_says_and_no_alias() -> None:
    lines = vcard.dump(PORTFOLIO).replace("\r\n ", "").splitlines()

    assert {
        "N:山田;花子;;;",
        "NICKNAME:Hanako Yamada",
        "ORG:Example University;Department of History",
        "ORG:Institute",
        "ADR:;Room 4;1 Quay;Lisbon;;1000-001;Portugal",
        "X-PRONOUNS:she/her",
        "X-SOCIALPROFILE;TYPE=mastodon:https://hci.social/@hanako",
        "X-SOCIALPROFILE;TYPE=blog:https://blog.example",
    } <= set(lines)
    everything = vcard.dump(PORTFOLIO) + json_resume.dump(PORTFOLIO) + llms_txt.dump(PORTFOLIO)
    assert "Suzuki" not in everything + json.dumps(
        schema_org.profile_page(PORTFOLIO, shown=[PROFILE], has_contact=True)
    )


def test_the_resume_and_the_home_page_tell_where_the_person_belongs() -> None:
    basics: dict[str, Any] = json.loads(json_resume.dump(PORTFOLIO))["basics"]
    person = schema_org.profile_page(PORTFOLIO, shown=[PROFILE], has_contact=True)["mainEntity"]

    assert basics["profiles"] == [
        {"network": "ISNI", "username": "0000000121032683", "url": "https://isni.org/isni/0000000121032683"},
        {"network": "Mastodon", "username": "@hanako@hci.social", "url": "https://hci.social/@hanako"},
        {"network": "Blog", "url": "https://blog.example"},
    ]
    assert [each["organization"] for each in basics["affiliations"]] == ["Example University", "Institute"]
    assert (person["name"], person["alternateName"]) == ("山田 花子", "Hanako Yamada")
    assert (person["familyName"], person["givenName"]) == ("山田", "花子")
    assert [each["name"] for each in person["affiliation"]] == ["Example University", "Institute"]
    assert person["affiliation"][0]["department"] == {"@type": "Organization", "name": "Department of History"}
    assert person["sameAs"][-1] == "https://blog.example"
    assert [each["value"] for each in person["identifier"]] == ["0000000121032683"]
