"""A word that another program has for an option leads to the one that is meant."""

import pytest
from sphinx_vita.reading.deprecations import Deprecation, Place
from sphinx_vita.reading.other_words import hint_for
from sphinx_vita.reading.record_options import COMMON_OPTIONS
from sphinx_vita.reading.slips.front_matter import check_front_matter, is_front_matter
from sphinx_vita.records import KINDS, options_of


@pytest.mark.parametrize(
    ("kind", "written", "hint"),
    [
        ("teaching", "organization", "did you mean 'institution'?"),
        ("teaching", "university", "did you mean 'institution'?"),
        ("position", "company", "did you mean 'organization'?"),
        ("position", "institution", "did you mean 'organization'?"),
        ("degree", "school", "did you mean 'institution'?"),
        ("degree", "supervisor", "did you mean 'advisors'?"),
        ("award", "organization", "did you mean 'issuer'?"),
        ("grant", "agency", "did you mean 'funder'?"),
        ("referee", "university", "did you mean 'affiliation'?"),
        ("talk", "conference", "did you mean 'event'?"),
        ("service", "Journal", "did you mean 'venue'?"),
        ("talk", "date", "did you mean 'dates'?"),
        ("talk", "link", "did you mean 'url'?"),
        ("profile", "portrait", "did you mean 'image'?"),
        ("profile", "photo", "did you mean 'image'?"),
        ("profile", "alt", "take it out: the portrait is named after the person"),
        ("profile", "twitter", "did you mean 'x'?"),
        ("profile", "e-mail", "did you mean 'email'?"),
        ("profile", "bio", "write it below the options, after an empty line"),
        ("position", "locatoin", "did you mean 'location'?"),
        ("position", "summary", "write it below the options, after an empty line"),
        ("position", "zzz", "otherwise"),
    ],
)
def test_a_word_of_others_leads_to_the_option(kind: str, written: str, hint: str) -> None:
    assert hint_for(written, [*options_of(KINDS[kind]), *COMMON_OPTIONS], "otherwise") == hint


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("portrait", "write ':image: ...' in the profile"),
        ("email", "write ':email: ...' in the profile"),
        ("orcid", "write ':orcid: ...' in the profile"),
        ("pfd", "did you mean 'pdf'?"),
    ],
)
def test_what_is_the_persons_leads_from_the_front_matter_to_the_profile(key: str, words: str) -> None:
    (found,) = check_front_matter(f"---\n{key}: x\n---\n")

    assert words in found.message


@pytest.mark.parametrize(
    ("place", "more", "expected"),
    [
        (Place.OPTION, {"directive": "talk", "instead": "event"}, "talk, option 'old' is |write ':event: ...'"),
        (Place.OPTION, {"directive": "talk"}, "talk, option 'old' is |take it out"),
        (Place.SETTING, {"instead": "vita_x"}, "the setting 'old' is |write 'vita_x = ...'"),
        (Place.KEY, {"instead": "pdf"}, "the key 'old' is |write 'pdf: ...'"),
        (Place.KEY, {"advice": "leave it to Sphinx"}, "the key 'old' is |leave it to Sphinx"),
    ],
)
def test_an_old_name_is_told_with_what_to_write(place: Place, more: dict[str, str], expected: str) -> None:
    what, advice = expected.split("|")
    message = Deprecation(place=place, name="old", since="0.2", until="0.4", **more).message

    assert message == f"{what}deprecated since 0.2 and will not be known in 0.4; {advice}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("layout: post\ntags:\n  - a\n  - b", True),
        ("\nlayout: post\n\nx-y:\tz\n", True),
        ("title:", True),
        ("- a\n- b", False),
        ("", False),
        ("\n \n", False),
        ("layout:post", False),
        ("layout: post\nWords of a text", False),
        ("1st: post", False),
    ],
)
def test_lines_of_keys_look_like_front_matter(text: str, expected: bool) -> None:
    assert is_front_matter(text) is expected
