"""ORCID's public record: each list finds its kind, and what is not public stays out."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.imports.data.orcid import is_orcid, read_orcid
from sphinx_vita.imports.drafts import Draft, Imported
from sphinx_vita.imports.site import inbox, site_of
from sphinx_vita.reading.bibtex import read_bibliography

TEXT = (Path(__file__).parent / "samples/orcid.json").read_text("utf-8")
RECORD = json.loads(TEXT)
WHOLE = read_orcid(TEXT)


def summaries(value: Any) -> Iterator[dict[str, Any]]:
    """Give all that has a visibility, wherever it stands."""
    if isinstance(value, dict):
        if "visibility" in value:
            yield value
        for each in value.values():
            yield from summaries(each)
    elif isinstance(value, list):
        for each in value:
            yield from summaries(each)


def employment(**summary: Any) -> dict[str, Any]:
    whole = {
        "role-title": "Postdoc",
        "organization": {"name": "Lab"},
        "start-date": {"year": {"value": "2020"}},
        **summary,
    }
    return {
        "activities-summary": {"employments": {"affiliation-group": [{"summaries": [{"employment-summary": whole}]}]}}
    }


def read(record: Any) -> Imported:
    return read_orcid(json.dumps(record))


def test_no_activity_vanishes() -> None:
    activities = RECORD["activities-summary"]
    groups = sum(len(each.get("affiliation-group") or each.get("group")) for each in activities.values())
    keywords = len(RECORD["person"]["keywords"]["keyword"])

    assert sum(len(section.contents) for section in WHOLE.sections) == groups + keywords == 22


def test_what_is_not_public_stays_out_with_a_word_that_says_so() -> None:
    written = "\n".join([*site_of(WHOLE).values(), inbox(WHOLE.leftovers)])
    hidden = [each for each in summaries(RECORD) if each["visibility"] != "public"]
    secrets = ("Secret", "secret", "Hidden")

    assert len(hidden) == 6
    assert [word for word in secrets if word in written] == []
    told = [each.place for each in WHOLE.leftovers if "not public" in each.reason]
    assert told == ["other-names", "emails", "educations, 2", "fundings, 2", "works, 4", "peer-reviews, 2"]


@pytest.mark.parametrize("visibility", ["limited", "private", "LIMITED", "registered-only"])
def test_only_what_is_public_is_taken(visibility: str) -> None:
    imported = read(employment(visibility=visibility))

    assert (imported.drafts, [each.text for each in imported.leftovers]) == ((), ["employments, 1"])


def test_the_person_is_a_profile() -> None:
    assert WHOLE.profile
    assert WHOLE.profile.title == "Inés Valderrama Quispe"
    assert dict(WHOLE.profile.options) == {
        "family": "Valderrama Quispe",
        "aliases": "I. Valderrama",
        "email": "ines@uni.example",
        "location": "Portugal",
        "homepage": "https://valderrama.example/",
        "github": "https://github.com/valderrama",
        "scopus": "57190000000",
        "orcid": "0000-0002-1825-0097",
        "links": "Sea Lab staff <https://sea.example/ines>; Ciência ID <https://www.cienciavitae.example/AAAA-1111>",
    }
    assert WHOLE.profile.body == "Listens to \\*whales\\*, and earns \\$5 for it.\n\n1\\. Not a list `<b>`."


@pytest.mark.parametrize(
    ("kind", "title", "options"),
    [
        ("position", "Postdoc", {"dates": "2019-09 – Now", "organization": "Sea Lab", "location": "Boston, MA"}),
        (
            "position",
            "Harbor Office",
            {"dates": "2013 – 2014", "organization": "City of Porto", "location": "Porto, Portugal"},
        ),
        (
            "position",
            "Visiting Scholar",
            {"dates": "2022", "organization": "Polar Institute", "location": "Tromsø, Norway"},
        ),
        (
            "degree",
            "PhD in Acoustics",
            {
                "dates": "2015-09-01 – 2019-05",
                "institution": "Example University, Physics",
                "location": "Porto, Portugal",
                "url": "https://uni.example/",
            },
        ),
        ("certificate", "Diver, first class", {"dates": "2017", "issuer": "Diving School"}),
        ("award", "Gold Medal", {"dates": "2018", "issuer": "Ocean Society"}),
        ("membership", "Society of Sound", {"dates": "2020 – Now", "role": "Fellow"}),
        ("service", "Program chair", {"dates": "2021", "venue": "Ocean Sound Symposium, Ocean Society"}),
        (
            "grant",
            "Listening to the North",
            {
                "funder": "Sea Foundation",
                "number": "SEA-2020/17",
                "amount": "EUR 120,000",
                "dates": "2020-01 – 2023",
                "url": "https://grants.example/17",
            },
        ),
        (
            "project",
            "Ten days of hydrophone time",
            {"organization": "Polar Array", "dates": "2021", "url": "https://array.example/10"},
        ),
        ("service", "Reviewer", {"venue": "Example Press", "dates": "2019 – 2021", "type": "peer review"}),
        ("interest", "whale song", {}),
        ("interest", "acoustics", {}),
    ],
)
def test_an_activity_is_a_record_of_its_kind(kind: str, title: str, options: dict[str, str]) -> None:
    found = [dict(each.options) for each in WHOLE.drafts if (each.kind, each.title) == (kind, title)]

    assert found == [options]
    assert len(WHOLE.drafts) == 13


def test_works_are_entries_of_the_bibliography_by_their_preferred_source() -> None:
    atlas, silent, drift = read_bibliography("\n".join(each.bibtex for each in WHOLE.entries), file="").publications

    assert (str(atlas.title), atlas.doi, str(atlas.venue)) == (
        "An Atlas of Humpback Song: Nine Years & 14 Sites",
        "10.5555/atlas.2024",
        "Journal of Invented Acoustics",
    )
    assert (atlas.authors[0].name.family, atlas.has_more_authors, atlas.date and atlas.date.iso) == (
        "Valderrama Quispe",
        True,
        "2024-04",
    )
    assert [str(each.name) for each in silent.authors] == ["Zoë O'Brien", "Inés Valderrama Quispe"]
    assert [each.name.family for each in drift.authors] == ["Nygård", "Valderrama Quispe"]
    assert drift.arxiv == "2501.01234"
    assert [each.text for each in WHOLE.leftovers if "does not name who" in each.reason] == [atlas.key]


@pytest.mark.parametrize(
    ("start", "end", "dates"),
    [
        ({"year": {"value": "2020"}, "month": {"value": "03"}, "day": {"value": "09"}}, None, "2020-03-09 – Now"),
        ({"year": {"value": "2020"}, "month": None, "day": {"value": "09"}}, None, "2020 – Now"),
        ({"year": {"value": 2020}}, {"year": {"value": "2020"}}, "2020"),
        ({"year": {"value": "2020"}}, {"year": {"value": "9" * 5000}}, "2020 – Now"),
        (None, {"year": {"value": "2020"}, "month": {"value": "12"}}, "2020-12"),
        ({"year": {"value": "2020"}, "month": {"value": "00"}}, {"year": {"value": "2021"}}, "2020 – 2021"),
    ],
)
def test_dates_are_as_exact_as_they_are_known(start: Any, end: Any, dates: str) -> None:
    (draft,) = read(employment(**{"start-date": start, "end-date": end})).drafts

    assert draft.options["dates"] == dates


def test_what_lacks_a_date_that_it_needs_waits() -> None:
    imported = read(employment(**{"start-date": None}))

    assert [(each.place, "dates" in each.reason) for each in imported.leftovers] == [("employments, 1", True)]


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"basics": {}}', '{"activities-summary": 3}'])
def test_other_json_is_not_taken_for_it(text: str) -> None:
    assert not is_orcid(text)


PLACES = [
    "visibility", "title", "name", "organization", "start-date", "year", "value", "summaries", "group", "work-summary",
    "employment-summary", "address", "type", "external-ids", "external-id", "display-index",
]  # fmt: skip
SHAPES = st.recursive(
    st.none() | st.integers() | st.text("²0a$<", max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(PLACES), inner, max_size=4),
    max_leaves=8,
)
LISTS = ["works", "employments", "fundings", "peer-reviews", "research-resources"]


@settings(max_examples=60, deadline=None)
@given(
    SHAPES,
    st.dictionaries(
        st.sampled_from(LISTS), st.builds(lambda inner: {"group": inner, "affiliation-group": inner}, SHAPES)
    ),
)
def test_no_shape_raises(person: Any, activities: Any) -> None:
    imported = read(
        {"person": {"name": person, "emails": person, "biography": person}, "activities-summary": activities}
    )

    assert all(isinstance(each, Draft) for each in imported.drafts)
