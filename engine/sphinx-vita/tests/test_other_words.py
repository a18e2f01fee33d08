"""A word that another program has for an option leads to the one that is meant."""

import pytest
from sphinx_vita.reading.other_words import hint_for
from sphinx_vita.reading.record_options import COMMON_OPTIONS
from sphinx_vita.reading.slips.front_matter import check_front_matter
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
