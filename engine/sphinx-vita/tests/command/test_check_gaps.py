"""What a committee looks for: each thing that is missing is told once, at its place, and nothing that is there."""

from dataclasses import replace
from typing import Any

import pytest
from harness.checked_sites import MakeSite, entries, written
from sphinx_vita.command.check.checks import gaps
from sphinx_vita.records import Profile

PERSON = {
    "email": "ada@example.org", "orcid": "0000-0002-1825-0097", "image": "ada.jpg", "cv": "https://ada.example/cv.pdf",
}  # fmt: skip


def told(make_site: MakeSite, pages: dict[str, str], bibtex: str = "", **fields: Any) -> list[tuple[str, str]]:
    sources = fields.pop("sources", {})
    records = (written(Profile, line=3, name="Ada", **fields), *entries(bibtex))
    found = gaps.check(replace(make_site(pages, sources), records=records))
    return [(each.code.name.removeprefix("gaps."), each.where) for each in found]


@pytest.mark.parametrize("field", ["email", "orcid", "image"])
def test_what_a_profile_lacks_is_told(make_site: MakeSite, field: str) -> None:
    code = "no_portrait" if field == "image" else f"no_{field}"

    assert told(make_site, {}, **PERSON) == []
    assert told(make_site, {}, **(PERSON | {field: ""})) == [(code, "a.md:3")]


def test_what_a_profile_withholds_is_no_gap(make_site: MakeSite) -> None:
    page = ":::{profile} Ada\n:email: ada@example.org\n:visibility: private email\n:::\n"

    assert told(make_site, {}, sources={"a.md": page}, **(PERSON | {"email": ""})) == []


def test_only_the_first_of_two_profiles_is_the_person(make_site: MakeSite) -> None:
    records = tuple(written(Profile, line=line, name="Ada", **PERSON | {"email": ""}) for line in (3, 9))

    assert [each.line for each in gaps.check(replace(make_site({}), records=records))] == [3]


def test_a_site_of_nobody_has_no_gaps(make_site: MakeSite) -> None:
    assert list(gaps.check(make_site({"a.html": ""}, {"a.md": "# A\n"}))) == []


@pytest.mark.parametrize(
    ("link", "is_cv"),
    [
        ('<a href="cv.pdf">Download</a>', True),
        ('<a href="files/ada_cv_2026.pdf">here</a>', True),
        ('<a href="https://elsewhere.example/ada.pdf">Curriculum vitae</a>', True),
        ('<a href="ada.pdf">Résumé</a>', True),
        ('<a href="paper.pdf">PDF</a>', False),
        ('<a href="cv.html">CV</a>', False),
    ],
)
def test_a_cv_to_print_is_looked_for_on_every_page(make_site: MakeSite, link: str, is_cv: bool) -> None:
    found = told(make_site, {"b.html": link}, **(PERSON | {"cv": "cv.md"}))

    assert found == ([] if is_cv else [("no_pdf", "a.md:3")])


@pytest.mark.parametrize(
    ("text", "is_dated"),
    [
        ("Ada Lovelace\nUpdated May 2025\n", True),
        ("Ada Lovelace\nAs of 2025-05-01", True),
        ("Ada\n" * 9 + "May 2025\n", True),
        ("Ada\nAda · May 2025 · 2 / 2\n", True),
        ("Ada Lovelace\nIntern, Example Lab · May 2025 – Now\n" + "x\n" * 9, False),
        ("Ada Lovelace\n2019 – 2023\n", False),
        ("", False),
    ],
)
def test_a_cv_says_of_when_it_is(text: str, is_dated: bool) -> None:
    assert gaps.is_dated(text) is is_dated


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("selected = {true}, abstract = {X.}, tldr = {Y.}, doi = {10.5555/x}", []),
        ("selected = {true}, doi = {10.5555/x}", ["no_abstract", "no_result"]),
        ("doi = {10.5555/x}", []),
        ("", ["no_link"]),
        ("isbn = {978-0-306-40615-7}", []),
        ("pubstate = {submitted}", []),
        ("pubstate = {inpress}", []),
        ("options = {dataonly}", []),
    ],
)
def test_what_a_paper_lacks_is_told_at_its_entry(make_site: MakeSite, fields: str, codes: list[str]) -> None:
    bibtex = f"\n@article{{a, title = {{A}}, journal = {{J}}, year = {{2024}}, {fields}}}\n"

    assert told(make_site, {}, bibtex, **PERSON) == [(code, "a.bib:2") for code in codes]


@pytest.mark.parametrize(
    ("description", "is_missing"),
    [
        ("Talks of Ada, a professor of whales", True),
        ("Talks of Ada", True),
        ("", True),
        ("Talks of Ada: On whales, Oslo; On cod, Bergen", False),
        ("I speak of whales.", False),
    ],
)
def test_a_page_that_says_nothing_of_itself_is_told(make_site: MakeSite, description: str, is_missing: bool) -> None:
    head = f'<html><head><meta name="description" content="{description}"></head>'
    pages = {"talks.html": f"{head}<main><h1>Talks</h1></main></html>", "genindex.html": "<html></html>"}

    found = told(make_site, pages, sources={"talks.md": "# Talks\n"}, **PERSON)
    assert found == ([("no_description", "talks.md")] if is_missing else [])
