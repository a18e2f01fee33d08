"""Anchors that are safe, stable and never empty."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vita.slugs import slug, slugs


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("zhao2026clm", "zhao2026clm"),
        ("doi:10.1080/0950", "doi-10-1080-0950"),
        ("DBLP:conf/icml/Zhao_24", "DBLP-conf-icml-Zhao_24"),
        ("Köglmeier2026", "Koglmeier2026"),
        ("Ørsted & Łoś", "Orsted-Los"),
        ("2024", "2024"),
    ],
)
def test_a_key_stays_readable(text: str, anchor: str) -> None:
    assert slug(text) == anchor


@pytest.mark.parametrize("text", ["", "...", "赵鹤旭", "Привет", "a" * 500, "\ud800"])
def test_any_text_has_a_short_anchor(text: str) -> None:
    assert 0 < len(slug(text)) <= 100
    assert slug(text) == slug(text)


def test_letters_that_have_to_go_still_tell_keys_apart() -> None:
    assert slug("赵2024") != slug("李2024")


@given(st.text(max_size=40))
def test_an_anchor_is_plain_ascii(text: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]+", slug(text))


def test_keys_that_look_alike_get_anchors_of_their_own_in_any_order() -> None:
    keys = ["a/b", "a:b", "a-b", "c"]
    given_anchors = slugs(keys)

    assert given_anchors["a-b"] == "a-b"
    assert given_anchors["c"] == "c"
    assert len(set(given_anchors.values())) == 4
    assert slugs(reversed(keys)) == given_anchors
