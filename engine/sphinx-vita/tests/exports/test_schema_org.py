"""schema.org's data in a page's head, read back as a browser reads it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from harness.portfolios import ADDRESS, HOSTILE, empty, invented, own
from sphinx_vita.exports import schema_org
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.records import (
    Award,
    Certificate,
    Degree,
    Language,
    Membership,
    Position,
    Profile,
    Publication,
    Record,
    Skill,
)
from sphinx_vita.records.portfolio import Portfolio


def read(data: dict[str, Any]) -> dict[str, Any]:
    """Put data into a page and take it out again as a search engine does."""
    page = (
        f'<html><head><script type="application/ld+json">{schema_org.script(data)}</script></head><p>After</p></html>'
    )
    (script,) = BeautifulSoup(page, "html.parser").select('script[type="application/ld+json"]')
    result: dict[str, Any] = json.loads(script.get_text())
    return result


def paper(portfolio: Portfolio, key: str) -> Publication:
    return next(each for each in portfolio.publications if each.key == key)


def article(key: str, portfolio: Portfolio | None = None) -> dict[str, Any]:
    portfolio = portfolio or invented()
    return read(schema_org.scholarly_article(paper(portfolio, key), portfolio))


@pytest.mark.parametrize("hostile", ["</script>", "<!--", "]]>", "\u2028", "&lt;", '"', "\\"])
def test_no_text_ends_the_script_or_is_changed_by_it(hostile: str) -> None:
    data = {"@type": "Thing", "name": f"a {hostile} b"}
    script = schema_org.script(data)

    assert read(data) == data
    assert not set("<>&\u2028\u2029") & set(script)


def home(portfolio: Portfolio, *kinds: type[Record], has_contact: bool = False) -> dict[str, Any]:
    shown = [record for kind in kinds for record in portfolio.of(kind)]
    return read(schema_org.profile_page(portfolio, shown=shown, has_contact=has_contact))


NAMES = ("name", "givenName", "familyName")


def test_the_home_page_says_what_the_person_knows_has_and_belongs_to_as_far_as_it_shows_it() -> None:
    records: dict[str, tuple[Record, ...]] = {
        "profile": (Profile(key="p", name="Ann Lee"),),
        "language": (Language(key="l", language="Portuguese", fluency="fluent"), Language(key="e")),
        "skill": (Skill(key="s", name="Bioacoustics", level="expert"),),
        "membership": (Membership(key="m", organization="Society of Song", role="fellow"),),
        "certificate": (Certificate(key="c", title="Diver", issuer="Sea School"),),
        "award": (Award(key="a", title="Medal", issuer="The Society"),),
    }
    portfolio = Portfolio(title="S", records=records)
    person = home(portfolio, Profile, Language, Skill, Membership, Certificate, Award)["mainEntity"]

    assert {name: person[name] for name in person if name not in ("@type", *NAMES)} == {
        "award": ["Medal, The Society"],
        "hasCredential": [{"@type": "EducationalOccupationalCredential", "name": "Diver"}],
        "memberOf": [{"@type": "Organization", "name": "Society of Song"}],
        "knowsLanguage": [{"@type": "Language", "name": "Portuguese"}],
        "knowsAbout": ["Bioacoustics"],
    }
    assert home(portfolio, Profile)["mainEntity"].keys() == {"@type", *NAMES}


def test_the_home_page_is_about_the_person() -> None:
    page = home(invented(), Profile, Position, Degree, Award, has_contact=True)
    person = page["mainEntity"]

    assert (page["@context"], page["@type"], page["url"]) == ("https://schema.org", "ProfilePage", ADDRESS)
    assert {name: person[name] for name in ("@type", "@id", "name", "email", "telephone", "image")} == {
        "@type": "Person",
        "@id": f"{ADDRESS}#person",
        "name": "Ludwig van der Berg",
        "email": "berg@example.org",
        "telephone": "+31 20 555 0100",
        "image": f"{ADDRESS}pictures/my%20face.png",
    }
    assert person["sameAs"][0] == "https://github.com/berg"  # the homepage is the site itself
    assert person["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "ORCID", "value": "0000-0002-1825-0097"},
    ]
    assert person["affiliation"] == {"@type": "Organization", "name": 'Sea & "others"'}
    assert [each["name"] for each in person["alumniOf"]] == ["清华"]
    assert person["award"] == [f"{HOSTILE}, جائزة", "Undated award"]


def test_what_the_page_does_not_show_is_not_told() -> None:
    person = home(invented(), Profile)["mainEntity"]

    assert not {"email", "telephone", "address", "award", "alumniOf"} & person.keys()
    assert {"description", "sameAs", "image", "affiliation"} <= person.keys()
    assert home(invented())["mainEntity"].keys() == {"@type", "@id", "name", "url"}


def test_a_position_is_no_affiliation() -> None:
    (profile,) = invented().of(Profile)
    portfolio = replace(invented(), records={**invented().records, "profile": (replace(profile, organization=""),)})

    assert "affiliation" not in home(portfolio, Profile, Position, Degree, has_contact=True)["mainEntity"]


def test_only_an_abstract_is_one_and_only_a_pdf_is_one() -> None:
    source = """@inproceedings{a, title = {A}, author = {A B}, year = 2020, tldr = {The result}, award = {Best Paper},
        booktitle = {The Thirteenth Conference on Wheels}, pdf = {https://x.example/abs/1}, addendum = {Top 0.5\\%}}"""
    data = schema_org.scholarly_article(read_bibliography(source, file="x").publications[0], invented())

    assert (data.get("abstract"), data["description"], data["award"]) == (None, "The result", ["Best Paper"])
    assert "encoding" not in data
    assert data["isPartOf"]["@type"] == "Collection"


def test_a_homepage_elsewhere_is_the_same_person() -> None:
    person = home(invented(address="https://new.example/"), Profile)["mainEntity"]

    assert person["url"] == "https://new.example/"
    assert person["sameAs"][0] == "https://people.example.org/berg"


def test_a_paper_page_is_the_paper() -> None:
    data = article("names")
    expected = {
        "@type": "ScholarlyArticle",
        "name": 'Everything < Nothing & "More" > ]]> </script> _x_ *y* [z](w)',
        "url": f"{ADDRESS}publications/names.html",
        "datePublished": "2021-02-28",
        "pagination": "377–393",
        "pageStart": "377",
        "pageEnd": "393",
        "identifier": [{"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1000/(sici)1&2<3>4"}],
        "encoding": [
            {
                "@type": "MediaObject",
                "contentUrl": f"{ADDRESS}papers/a%20b.pdf",
                "encodingFormat": "application/pdf",
            }
        ],
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "2",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "7",
                "isPartOf": {"@type": "Periodical", "name": 'Annals of "Quotes" & <Brackets>'},
            },
        },
    }

    assert {name: data.get(name) for name in expected} == expected


def test_people_and_groups_are_told_apart_and_the_owner_is_the_person_of_the_home_page() -> None:
    authors = article("names")["author"]

    assert [(each["@type"], each["name"]) for each in authors[:4]] == [
        ("Person", "Ludwig van der Berg"),
        ("Person", "Plato"),
        ("Person", "Martin Luther King, Jr."),
        ("Organization", "ATLAS Collaboration"),
    ]
    assert [each.get("@id") for each in authors[:2]] == [f"{ADDRESS}#person", None]
    assert authors[2]["honorificSuffix"] == "Jr."
    assert authors[0]["familyName"] == "van der Berg"


def test_a_manuscript_is_not_published() -> None:
    data = article("submitted")

    assert (data["creativeWorkStatus"], data["dateCreated"], data.get("datePublished")) == (
        "Submitted",
        "2024-05",
        None,
    )


@pytest.mark.parametrize(
    ("key", "kind"), [("thesis", "Thesis"), ("report", "Report"), ("chapter", "Chapter"), ("book", "Book")]
)
def test_other_works_have_types_of_their_own(key: str, kind: str) -> None:
    assert article(key)["@type"] == kind


def test_the_list_names_every_paper_in_its_order() -> None:
    portfolio = own()
    page = read(schema_org.collection_page("Papers", f"{ADDRESS}p.html", portfolio.publications, portfolio))
    elements = page["mainEntity"]["itemListElement"]

    assert (page["@type"], page["url"]) == ("CollectionPage", f"{ADDRESS}p.html")
    assert [each["name"] for each in elements] == [str(each.title) for each in portfolio.publications]
    assert [each.get("url") for each in elements[:2]] == [f"{ADDRESS}publications/atlas.html", None]
    assert [each["position"] for each in elements] == list(range(1, len(elements) + 1))


def test_breadcrumbs_lead_from_the_home_page() -> None:
    data = read(schema_org.breadcrumb_list([("Home", ADDRESS), ("Papers <all>", f"{ADDRESS}p.html")]))

    assert [(each["position"], each["name"], each["item"]) for each in data["itemListElement"]] == [
        (1, "Home", ADDRESS),
        (2, "Papers <all>", f"{ADDRESS}p.html"),
    ]


def test_without_a_canonical_address_nothing_relative_is_told() -> None:
    nowhere = invented(address="")
    told = str([article("names", nowhere), home(nowhere, Profile, Degree, Award)])

    assert "papers/a" not in told
    assert ".html" not in told
    assert "pictures/" not in told


def test_a_file_is_told_where_its_address_is_known() -> None:
    source = "@article{a, title = {A}, author = {A B}, year = 2020, pdf = {papers/a.pdf}, preprint = {/b.pdf}}"
    (publication,) = read_bibliography(source, file="x").publications
    here, nowhere = (schema_org.scholarly_article(publication, invented(address=each)) for each in (ADDRESS, ""))

    assert [each["contentUrl"] for each in here["encoding"]] == [f"{ADDRESS}papers/a.pdf", f"{ADDRESS}b.pdf"]
    assert "encoding" not in nowhere


def test_an_empty_portfolio_gives_a_page_without_a_person() -> None:
    assert home(empty()) == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "name": "Empty",
        "inLanguage": "en",
    }
