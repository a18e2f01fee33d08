"""Anchors that are safe, stable and never empty."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx_vita.records.slugs import slug, slugs


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("quispe2026cod", "quispe2026cod"),
        ("doi:10.1080/0950", "doi-10-1080-0950"),
        ("DBLP:conf/icml/Quispe_24", "DBLP-conf-icml-Quispe_24"),
        ("Köglmeier2026", "Koglmeier2026"),
        ("Ørsted & Łoś", "Orsted-Los"),
        ("2024", "2024"),
    ],
)
def test_a_key_stays_readable(text: str, anchor: str) -> None:
    assert slug(text) == anchor


@pytest.mark.parametrize("text", ["", "...", "伊内斯", "Привет", "a" * 500, "\ud800"])
def test_any_text_has_a_short_anchor(text: str) -> None:
    assert 0 < len(slug(text)) <= 100
    assert slug(text) == slug(text)


@pytest.mark.parametrize(("text", "anchor"), [("赵2024", "2024-a0f7a9b1"), ("赵", "c9a85fff")])
def test_an_address_that_was_published_stays(text: str, anchor: str) -> None:
    assert slug(text) == anchor


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


@pytest.mark.parametrize("keys", [["Cod", "cod"], ["COD", "Cod"], ["Köl", "kol", "KOL"], ["a-B", "a/b", "A:b"]])
def test_keys_that_differ_by_case_alone_get_files_of_their_own_on_every_disk(keys: list[str]) -> None:
    given_anchors = slugs(keys)

    assert len({name.casefold() for name in given_anchors.values()}) == len(keys)
    assert slugs(reversed(keys)) == given_anchors
    assert all(given_anchors[key] == key for key in ("cod", "kol") if key in keys)  # an address that was there stays


@pytest.mark.parametrize("key", ["con", "Aux", "COM1", "lpt9", "nul", "prn"])
def test_a_name_that_windows_keeps_for_itself_is_no_file(key: str) -> None:
    assert slugs([key, "other"])[key] not in (key, "")
    assert slugs([key])[key].startswith(f"{key}-")
    assert slugs([f"{key}x"]) == {f"{key}x": f"{key}x"}
