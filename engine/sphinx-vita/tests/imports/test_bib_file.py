"""A .bib file taken over: as it was written, but for what a build would warn of, which is told."""

import pytest
from sphinx_vita.imports.bib_file import read_bib_file, with_fields
from sphinx_vita.imports.drafts import Entry
from sphinx_vita.reading.bibtex import read_bibliography

GOOD = "@article{a, title={A}, author={B, C}, year={2020}, journal={J}}"
OPEN = "a brace is not closed; count the '{' and '}' of each field, and close the entry with '}'"


@pytest.mark.parametrize(
    ("written", "left", "keys"),
    [
        (GOOD, {}, ["a"]),
        (f"---\n---\n@string{{j = {{J}}}}\n{GOOD}", {}, ["a"]),
        (f"@comment{{words}}\n{GOOD}", {"@comment{words}": "it is a comment of the bibliography"}, ["a"]),
        (
            GOOD.replace("year", "title={Other}, year"),
            {"title={Other}": "the entry 'a' has the field 'title' twice, the first is kept; remove one of them"},
            ["a"],
        ),
        (
            GOOD.replace("year", "preview={gone.png}, year"),
            {"preview={gone.png}": "the source has no such file"},
            ["a"],
        ),
        (
            GOOD.replace("author={B, C}, ", ""),
            {GOOD.replace("author={B, C}, ", ""): "the entry 'a': it has no author; write 'author = {...},' into it"},
            [],
        ),
        (f"{GOOD}\n{GOOD}", {}, ["a", "a"]),
        (f"{GOOD}\n{GOOD.replace('{A}', '{Other}')}", {}, ["a", "ab"]),
        (f"{GOOD[:-1]}\n\n{GOOD.replace('{a,', '{b,')}", {GOOD[:-1]: f"cannot read the entry 'a': {OPEN}"}, ["b"]),
        ("@book{title={A}}", {"@book{title={A}}": "the entry has no key"}, []),
        ("", {}, []),
        ("only words", {}, []),
    ],
)
def test_what_cannot_be_shown_is_left_over_and_the_rest_is_read_in_silence(
    written: str, left: dict[str, str], keys: list[str]
) -> None:
    found = read_bib_file(written, "papers.bib", lambda _, value: "" if "gone" in value else value)

    assert {each.text: each.reason for each in found.leftovers} == left
    assert [each.key for each in found.entries] == keys
    assert not read_bibliography("\n".join([found.head, *(each.bibtex for each in found.entries)]), file="").findings


def test_words_between_entries_are_comments_of_the_next() -> None:
    found = read_bib_file(f"Some words\n% and a comment\n{GOOD}\n", "papers.bib")

    assert found.entries[0].bibtex == f"% Some words\n% and a comment\n{GOOD}\n"


def test_fields_are_added_behind_a_last_one_without_a_comma() -> None:
    entry = Entry(key="a", bibtex="@article{a,\n  title = {A},\n  year = 2020\n}\n")

    assert with_fields(entry, {"year": "2021", "abbr": "J", "pdf": ""}).bibtex == (
        "@article{a,\n  title = {A},\n  year = 2020,\n  abbr = {J},\n}\n"
    )
