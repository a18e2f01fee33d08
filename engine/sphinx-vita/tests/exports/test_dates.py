"""Dates in the exports: exact in ISO 8601, with their ends; each span of a list alone; printed in the site's form."""

import json
from dataclasses import replace
from typing import Any

import feedparser
import pytest
from harness.portfolios import ADDRESS
from sphinx_vita.exports import atom, csl_json, highwire, json_resume, llms_txt, schema_org
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records import Award, Degree, Profile, Publication, Service, Teaching
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.portfolio import Portfolio

PERSON = Profile(key="p", name="Ann Doe")


def portfolio(*records: Award | Degree | Service | Teaching) -> Portfolio:
    by_kind = {record.kind: tuple(each for each in records if each.kind == record.kind) for record in records}
    return Portfolio(title="T", address=ADDRESS, records={"profile": (PERSON,), **by_kind})


def paper(date: str) -> Publication:
    source = f"@article{{a, title = {{A}}, author = {{Doe, Ann}}, journal = {{J}}, date = {{{date}}}}}"
    return read_bibliography(source, file="x.bib").publications[0]


def spans(text: str) -> list[tuple[str | None, str | None]]:
    service = Service(key="s", role="Reviewer", venue="J", dates=parse_dates(text))
    resume = json.loads(json_resume.dump(portfolio(service)))
    return [(each.get("startDate"), each.get("endDate")) for each in resume["volunteer"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("May–Aug 2023", [("2023-05", "2023-08")]),
        ("7–10 April 2011", [("2011-04-07", "2011-04-10")]),
        ("since 2020", [("2020", None)]),
        ("until 2019", [(None, "2019")]),
        ("expected May 2026", [(None, "2026-05")]),
        ("2021 – May 2026 (expected)", [("2021", "2026-05")]),
        ("2019/20", [("2019", "2020")]),
        ("Winter 2020/21", [("2020", "2021")]),
        ("1990s", [("1990", "1999")]),
        ("forthcoming", [(None, None)]),
        ("2019, 2021–2023, 2025–", [("2025", None), ("2021", "2023"), ("2019", "2019")]),
    ],
)
def test_json_resume_has_the_first_and_the_last_date_of_each_span(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert spans(text) == expected


def test_an_award_of_several_years_is_one_award_of_each() -> None:
    award = Award(key="a", title="Best Reviewer", dates=parse_dates("2019, 2021"))
    resume = json.loads(json_resume.dump(portfolio(award)))

    assert [each["date"] for each in resume["awards"]] == ["2021", "2019"]


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("2024-05/2024-06", {"date-parts": [[2024, 5], [2024, 6]]}),
        ("2019/..", {"date-parts": [[2019], [0]]}),
        ("2019/", {"date-parts": [[2019], [0]]}),
        ("/2019", {"date-parts": [[2019]]}),
        ("2001-21", {"date-parts": [[2001]], "season": 1}),
        ("2024?", {"date-parts": [[2024]], "circa": True}),
        ("2024-05~", {"date-parts": [[2024, 5]], "circa": True}),
        ("199X", {"date-parts": [[1990], [1999]]}),
    ],
)
def test_csl_has_ranges_open_ends_seasons_and_what_is_not_certain(date: str, issued: dict[str, Any]) -> None:
    assert json.loads(csl_json.dump([paper(date)]))[0]["issued"] == issued


@pytest.mark.parametrize(
    ("date", "published", "year"),
    [
        ("2024-05/2024-06", "2024-05", "2024/05"),
        ("2001-21", "2001", "2001"),
        ("2024?", "2024", "2024"),
        ("199u", None, None),
    ],
)
def test_heads_of_pages_have_the_first_date_and_invent_no_year(
    date: str, published: str | None, year: str | None
) -> None:
    whole = Portfolio(title="T", address=ADDRESS, publications=(paper(date),))

    assert schema_org.scholarly_article(paper(date), whole).get("datePublished") == published
    assert dict(highwire.tags(paper(date), whole)).get("citation_publication_date") == year
    assert json.loads(json_resume.dump(whole))["publications"][0].get("releaseDate") == published


@pytest.mark.parametrize(
    ("date", "year"), [("199X", "1990s"), ("2024?", "2024?"), ("2024~", "c. 2024"), ("2024%", "c. 2024?")]
)
def test_a_year_that_is_not_certain_is_printed_so(date: str, year: str) -> None:
    assert paper(date).year == year


def test_what_is_expected_is_no_past_degree_and_no_news_yet() -> None:
    degree = Degree(key="d", title="Ph.D.", institution="U", dates=parse_dates("2021 – May 2026 (expected)"))
    prize = Award(key="a", title="Prize", dates=parse_dates("expected 2030"))
    whole = portfolio(degree, prize)

    person = schema_org.person(PERSON, whole, [PERSON, degree, prize], has_contact=False)
    assert "alumniOf" not in person
    assert feedparser.parse(atom.dump(whole)).entries == []


def test_the_feed_has_a_list_of_years_once_under_the_newest() -> None:
    award = Award(key="a", title="Best Reviewer", dates=parse_dates("2019, 2021"))
    entries = feedparser.parse(atom.dump(portfolio(award))).entries

    assert [entry.updated[:10] for entry in entries] == ["2021-01-01"]


def test_feed_and_llms_txt_print_dates_as_the_pages_do() -> None:
    award = Award(key="a", title="Prize", dates=parse_dates("May 2025 – Sep 2025"))
    whole = replace(portfolio(award), date_style=DateStyle("long", "de"))

    assert "Mai–September 2025" in llms_txt.dump(whole)
    assert feedparser.parse(atom.dump(whole)).entries[0].summary == "Mai–September 2025"
