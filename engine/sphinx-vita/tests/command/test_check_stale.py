"""What was true once is found, on any day; what is still true is not, and what is history neither."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from harness.checked_sites import MakeSite, entries, written
from sphinx_vita.command.check.checks import stale
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.records import Award, Degree, Grant, News, Position, Record, Software, Talk, Teaching

TODAY = date(2026, 11, 26)
FRESH = written(Award, dates="Nov 2026", title="Medal")  # so that the site is not silent


def told(make_site: MakeSite, *records: tuple[str, Record], today: date = TODAY, **site: Any) -> list[tuple[str, str]]:
    made = replace(make_site(site.pop("pages", {}), site.pop("sources", {}), **site), records=records, today=today)
    return [(each.code.name.removeprefix("stale."), each.where) for each in stale.check(made)]


@pytest.mark.parametrize(
    ("kind", "dates", "fields", "codes"),
    [
        (Degree, "2021 – expected 2025", {"title": "Ph.D."}, ["expected"]),
        (Degree, "2021 – expected May 2026", {"title": "Ph.D."}, ["expected"]),
        (Degree, "2021 – expected 2026", {"title": "Ph.D."}, []),
        (Degree, "2021 – expected Dec 2026", {"title": "Ph.D."}, []),
        (Position, "expected Fall 2025", {"title": "Postdoc"}, ["expected"]),
        (Talk, "expected 3 Nov 2026", {"title": "On whales"}, ["expected"]),
        (Talk, "3 Nov 2026", {"title": "On whales"}, []),
        (Talk, "3 Nov 2026", {"title": "On whales", "type": "Upcoming keynote"}, ["upcoming"]),
        (Talk, "3 Dec 2026", {"title": "On whales", "type": "upcoming keynote"}, []),
        (Talk, "2025", {"title": "On whales", "tags": ("scheduled",)}, ["upcoming"]),
        (Talk, "2025", {"title": "Forthcoming: on whales"}, ["upcoming"]),
        (Grant, "2024", {"title": "Whales", "status": "pending"}, ["undecided"]),
        (Grant, "2024", {"title": "Whales", "status": "awarded"}, []),
        (Grant, "Jun 2026", {"title": "Whales", "status": "under review"}, []),
        (Position, "May 2025 – Now", {"title": "Research Scientist Intern"}, ["now"]),
        (Position, "May 2026 – Now", {"title": "Research Scientist Intern"}, []),
        (Position, "2025 – Present", {"title": "Visiting Scholar"}, []),  # perhaps since December
        (Position, "2012 – Present", {"title": "Professor of International Law"}, []),
        (Software, "2009 – Now", {"title": "A summer school's program"}, []),
        (Teaching, "2012 – Now", {"title": "Exchange"}, []),
        (Degree, "2019 – Now", {"title": "M.Sc. in Biology"}, ["now"]),
        (Degree, "2019 – Now", {"title": "Ph.D. in Biology"}, []),
        (Degree, "2012 – Now", {"title": "Ph.D. in Biology"}, ["now"]),
    ],
)
def test_a_record_is_held_to_the_day_of_today(
    make_site: MakeSite, kind: type[Record], dates: str, fields: dict[str, Any], codes: list[str]
) -> None:
    found = told(make_site, FRESH, written(kind, line=7, dates=dates, **fields))

    assert found == [(code, "a.md:7") for code in codes]


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("year = {2024}, pubstate = {inpress}", ["in_press"]),
        ("year = {2025}, month = nov, pubstate = {forthcoming}", []),
        ("year = {2025}, month = oct, pubstate = {forthcoming}", ["in_press"]),
        ("year = {2023}, pubstate = {submitted}", ["undecided"]),
        ("year = {2025}, pubstate = {submitted}", []),
        ("year = {2019}, journal = {Whales}", []),
        ("year = {2019}, eprint = {1901.00001}, archiveprefix = {arXiv}", []),
        ("year = {2024}, pubstate = {inpress}, options = {dataonly}", []),
    ],
)
def test_a_paper_that_should_be_out_is_found(make_site: MakeSite, fields: str, codes: list[str]) -> None:
    out = "@article{b, title = {B}, year = {2026}, month = nov, journal = {J}}"
    asked = entries(f"{out}\n\n@article{{a, title = {{A}}, {fields}}}\n")

    assert told(make_site, *asked) == [(code, "a.bib:3") for code in codes]


def test_a_manuscript_whose_version_is_out_is_not_asked_about(make_site: MakeSite) -> None:
    bibtex = (
        "@unpublished{a, title = {A}, year = {2020}, pubstate = {submitted}}\n"
        "@article{b, title = {B}, year = {2026}, month = nov, journal = {J}}\n"
    )
    manuscript, version = read_bibliography(bibtex, file="a.bib").publications
    assert told(make_site, ("a.bib", manuscript), ("a.bib", version)) == [("undecided", "a.bib:1")]

    assert told(make_site, ("a.bib", replace(manuscript, version=version)), ("a.bib", version)) == []


def test_whatever_goes_on_is_asked_about_once_the_whole_site_is_silent(make_site: MakeSite) -> None:
    professor = written(Position, line=3, dates="2012 – Present", title="Professor")
    ahead = written(Talk, dates="2030", title="Far ahead")
    prize = written(Award, dates="Aug 2025", title="Medal")

    assert told(make_site, professor, prize, ahead, today=date(2026, 10, 1)) == []
    assert told(make_site, professor, prize, ahead, today=date(2026, 11, 1)) == [("now", "a.md:3")]


def test_news_that_ends_a_year_ago_is_found_at_its_newest(make_site: MakeSite) -> None:
    news = [written(News, line=line, dates=dates, title="x") for line, dates in ((1, "Mar 2024"), (5, "Aug 2025"))]

    assert told(make_site, *news, FRESH, today=date(2026, 8, 31)) == []
    assert told(make_site, *news, FRESH, today=date(2026, 9, 1)) == [("news", "a.md:5")]


def test_what_stands_below_a_heading_about_the_future_is_held_to_it(make_site: MakeSite) -> None:
    talks = "<section><h2>{}</h2><div id='talk-x'>x</div></section><section><h2>Past</h2></section>"
    talk = written(Talk, line=4, dates="Jun 2026", title="x")

    assert told(make_site, talk, pages={"a.html": talks.format("Upcoming talks")}) == [("upcoming", "a.md:4")]
    assert told(make_site, talk, pages={"a.html": talks.format("Talks")}) == []
    assert told(make_site, talk, pages={"a.html": talks.format("Upcoming talks")}, today=date(2026, 6, 1)) == []


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("I am a Ph.D. student (expected graduation: May 2025).", ["words"]),
        ("I will join Example Lab in September 2025.", ["words"]),
        ("On the job market 2024/25!", ["words"]),
        ("Our book is forthcoming with Whale Press, 2025.", ["words"]),
        ("I am looking for a postdoc starting Fall 2026.", []),
        ("I will join Example Lab in January 2027.", []),
        ("I joined Example Lab in 2020.", []),
        ("I am currently visiting Example Lab until June 2024.", ["words"]),
        ("I currently lead a group, since 2019.", []),
        ("Last updated: March 2023", ["words"]),
        ("Updated 2025-12-01.", []),
        ("The theory of 2019 will be useful.", []),
        ("I was expected in 2020.", []),
        ("Since 2019 I will not review.", []),
        (":::{news} I will join Example Lab\n:dates: 2024\n\nI will start in May 2024.\n:::", []),
        (":::{profile} Ada\n:label: Ph.D. candidate, expected 2025\n:::", ["words"]),
        ("Write `expected 2025`.", []),
        ("```\nwill start 2020\n```", []),
        ("<!-- will start in 2020 -->", []),
    ],
)
def test_a_sentence_that_promises_what_is_past_is_found(make_site: MakeSite, line: str, codes: list[str]) -> None:
    found = told(make_site, sources={"b.md": f"# A\n\n{line}\n"})

    assert [code for code, _ in found] == codes
    assert all(where.startswith("b.md:") for _, where in found)


def test_a_post_is_history(make_site: MakeSite) -> None:
    assert told(make_site, sources={"b.md": "---\ndate: 2024-05-01\n---\n# A\n\nI will start in June 2024.\n"}) == []


@pytest.mark.parametrize(
    ("said", "codes"), [("2023, Ada", ["copyright"]), ("2019–2026 Ada", []), ("Ada", []), ("2024–2025", ["copyright"])]
)
def test_a_copyright_of_a_past_year_is_found(make_site: MakeSite, said: str, codes: list[str]) -> None:
    found = told(make_site, sources={"conf.py": f"x = 1\ncopyright = {said!r}\n"}, copyright=said)

    assert found == [(code, "conf.py:2") for code in codes]


def test_every_finding_says_what_to_write(make_site: MakeSite) -> None:
    records = (
        written(Position, dates="May 2020 – Now", title="Intern"),
        written(Talk, dates="expected 2020", title="x"),
    )
    site = replace(make_site({}, {}, copyright="2020"), records=records, today=TODAY)

    found = list(stale.check(site))
    assert len(found) == 4
    assert all("; " in each.message for each in found)
