"""RenderCV's YAML: every type of entry of its documentation, and what its texts may hold."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.imports.data.rendercv import is_rendercv, read_rendercv
from sphinx_vita.imports.drafts import Draft, Imported
from sphinx_vita.reading.bibtex import read_bibliography

SAMPLE = (Path(__file__).parent / "samples/rendercv.yaml").read_text("utf-8")
WHOLE = read_rendercv(SAMPLE)


def read(**cv: Any) -> Imported:
    return read_rendercv(yaml.safe_dump({"cv": cv}, allow_unicode=True))


def draft(section: str, item: Any) -> Draft:
    (found,) = read(sections={section: [item]}).drafts
    return found


def test_no_entry_of_the_sample_vanishes() -> None:
    sections = {
        name: len(items) for name, items in yaml.safe_load(SAMPLE)["cv"]["sections"].items() if name != "summary"
    }
    made = {section.title: len(section.contents) for section in WHOLE.sections if not section.prose}

    assert list(made.values()) == list(sections.values())
    assert sum(sections.values()) == 18


def test_the_person_has_what_the_profile_has_options_for_and_the_rest_waits() -> None:
    assert WHOLE.profile
    assert WHOLE.profile.title == "Inés Valderrama Quispe"
    assert dict(WHOLE.profile.options) == {
        "label": "Listens to whales",
        "email": "ines@uni.example",
        "phone": "+351-212-345-678",
        "location": "Porto, Portugal",
        "homepage": "https://valderrama.example/",
        "github": "valderrama",
        "orcid": "0000-0002-1825-0097",
        "mastodon": "@ines@sea.example",
        "links": "Book a call <https://calls.example/ines>",
    }
    assert [each.text for each in WHOLE.loose] == ["email: ines@home.example", "photo: photo.jpg", "Leetcode: ines"]


def test_each_kind_is_found_by_its_heading() -> None:
    assert Counter(each.kind for each in WHOLE.drafts) == {
        "degree": 2,
        "position": 2,
        "award": 2,
        "project": 1,
        "talk": 2,
        "patent": 1,
        "skill": 1,
        "language": 2,
        "press": 1,
        "service": 2,
    }


@pytest.mark.parametrize(
    ("number", "title", "options", "body"),
    [
        (
            0,
            "PhD in Acoustics",
            {
                "institution": "Example University",
                "dates": "2015-09 – 2019-05",
                "advisors": "Jane Doe",
                "thesis": "The Sea as a Concert Hall",
                "location": "Porto, Portugal",
            },
            "- Summer school in Tromsø",
        ),
        (1, "Physics", {"institution": "Coast College", "dates": "Fall 2014"}, ""),
        (
            2,
            "Postdoc",
            {"organization": "Sea Lab", "dates": "2019-09-01 – present", "location": "Porto, Portugal"},
            "Leads the *listening* group.\n\n- Counted \\$14\\$ sites.\n- Works & days, 100% on time",
        ),
        (
            3,
            "Intern",
            {"organization": "Harbor Office", "dates": "Summer 2013"},
            "Supervisor mail: boss@harbor.example",
        ),
        (4, "Best Paper Award", {"dates": "2021", "issuer": "Ocean Sound Symposium"}, ""),
        (
            6,
            "Atlas",
            {"dates": "2024-04", "url": "https://atlas.example"},
            "A map of song.\n\nNested: one, two\n\n- Open data",
        ),
        (
            7,
            "On Whales",
            {"dates": "May 2022", "event": "Ocean Sound Symposium", "location": "Porto, Portugal", "type": "invited"},
            "",
        ),
        (10, "Programming", {"keywords": "Python, Julia"}, ""),
        (11, "Spanish", {"fluency": "native"}, ""),
        (13, "a heading nobody knows", {}, "Custom: kept"),
        (14, "Reviewer", {"venue": "Journal of Invented Acoustics"}, ""),
        (15, "Organizer", {"venue": "Ocean Sound Symposium", "dates": "2021"}, ""),
    ],
)
def test_an_entry_says_what_it_said(number: int, title: str, options: dict[str, str], body: str) -> None:
    found = WHOLE.drafts[number]

    assert (found.title, dict(found.options), found.body) == (title, options, body)


def test_a_publication_is_an_entry_of_the_bibliography_and_one_without_a_year_waits() -> None:
    (entry,) = WHOLE.entries
    (publication,) = read_bibliography(entry.bibtex, file="").publications

    assert str(publication.title) == "An Atlas of DNA & Humpback Song"
    assert [str(each.name) for each in publication.authors] == [
        "I. Valderrama Quispe",
        "Jane Doe",
        "ATLAS Collaboration",
    ]
    assert (str(publication.venue), publication.doi) == ("Journal of Invented Acoustics", "10.5555/atlas.2024")
    assert publication.date
    assert publication.date.iso == "2024-04"
    assert [(each.place, "no year" in each.reason) for each in WHOLE.leftovers[3:]] == [("Publications, 2", True)]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        (r"\textbf{Big} and \textit{small}", "**Big** and *small*"),
        (r"\href{https://x.example}{here}", "[here](https://x.example)"),
        ("the [CV](files/cv.pdf) of mine", "the CV of mine"),
        ("A <b>big</b> cat", "A **big** cat"),
        ("1 < 2 > 0", "1 < 2 > 0"),
        ("for $500 or $600 a day", "for $500 or $600 a day"),
        ("$E = mc^2$", "$E = mc^2$"),
        ("**bold** & *thin*", "**bold** & *thin*"),
    ],
)
def test_a_text_is_markdown(text: str, markdown: str) -> None:
    found = draft("experience", {"company": "Lab", "position": "Boss", "date": "2020", "highlights": [text]})

    assert found.body == f"- {markdown}"


@pytest.mark.parametrize(
    ("item", "dates"),
    [
        ({"start_date": "2020-01", "end_date": "present"}, "2020-01 – present"),
        ({"start_date": "2020-01"}, "2020-01 – Now"),
        ({"start_date": 2019, "end_date": 2020}, "2019 – 2020"),
        ({"date": "2020-05-03"}, "2020-05-03"),
        ({"date": "Fall 2023"}, "Fall 2023"),
        ({"start_date": "2020-00-00", "end_date": "2021-05-00"}, "2020 – 2021-05"),
        ({"start_date": "2020-01-05T10:00:00", "end_date": "2021"}, "2020-01-05 – 2021"),
    ],
)
def test_dates_are_as_exact_as_they_were(item: dict[str, Any], dates: str) -> None:
    assert draft("experience", {"company": "Lab", "position": "Boss", **item}).options["dates"] == dates


@pytest.mark.parametrize("text", ["", "a: [", "cv:", "cv: 3", "- 1", "&a [*a]", "name: x"])
def test_other_yaml_is_not_taken_for_it(text: str) -> None:
    assert not is_rendercv(text)


SHAPES = st.recursive(
    st.none() | st.integers(0, 3000) | st.text("ab$<*:{[ 2", max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("title name date label details authors bullet highlights company".split()),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from("experience publications skills teaching summary education".split()), SHAPES, max_size=3
    ),
    SHAPES,
)
def test_no_shape_raises(sections: dict[str, Any], person: Any) -> None:
    read(name="Ann Lee", email=person, social_networks=person, sections=sections)
