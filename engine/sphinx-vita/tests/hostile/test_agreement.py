"""Invented papers: what one export says of them, every other says, and a date stays the date that it was."""

import string
from collections.abc import Callable
from datetime import date

import feedparser
import pytest
from harness.agreement import (
    Facts,
    facts,
    of_bibtex,
    of_csl_json,
    of_highwire,
    of_json_resume,
    of_ris,
    of_schema_org,
)
from harness.hostile.invented import budget
from harness.hostile.payloads import PAYLOADS
from harness.portfolios import ADDRESS
from hypothesis import given
from hypothesis import strategies as st
from sphinx_vita.exports import atom
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.dates import parse_dates
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.dates import MONTHS, SEASONS, Date, DateRange
from sphinx_vita.records.portfolio import Portfolio

LETTERS = string.ascii_letters + "éüñøßçşžŁøÅ李明王Жбابن'"
MEANT = ("and", "others", "al", "jr", "sr")  # a name of one of these words is none
WORDS = st.text(LETTERS, min_size=2, max_size=9).filter(lambda word: word.lower() not in MEANT)
SIGNS = [
    " ", " & ", " < ", '"', "'", ": ", " – ", "?", "; ", " = ", "]]>", " $x^2$ ", r" \& ", r" {\"o} ", " {DNA} ", "--",
]  # fmt: skip
SAID = [each.written for each in PAYLOADS.values() if each.bib == "same" and len(each.written) < 200]
NAMES = WORDS.map(str.capitalize)
FAMILIES = st.tuples(st.sampled_from(["", "van ", "von der ", "de "]), NAMES).map("".join)
PERSONS = st.tuples(FAMILIES, st.lists(NAMES, min_size=1, max_size=3).map(" ".join)).map(", ".join)
people = PERSONS | NAMES.map(lambda word: f"{{The {word} Collaboration}}")
titles = st.lists(WORDS | st.sampled_from(SIGNS) | st.sampled_from(SAID), min_size=1, max_size=8).map(" ".join)
whens = st.tuples(st.integers(1900, 2030), st.integers(1, 12), st.integers(1, 28))


@st.composite
def papers(draw: st.DrawFn, number: int) -> str:
    """Draw an entry whose title begins and ends with words of its own."""
    authors = " and ".join(draw(st.lists(people, min_size=1, max_size=5)) + draw(st.sampled_from([[], ["others"]])))
    year, month, day = draw(whens)
    exact = [f"year = {{{year}}}", f"year = {year}, month = {MONTHS[month - 1].lower()}"]
    when = draw(st.sampled_from([*exact, f"year = {year}, date = {{{year}-{month:02}-{day:02}}}"]))
    doi = draw(st.sampled_from(["", ", doi = {10.1000/a.%d(x)<y>;z}", ", doi = {https://doi.org/10.1234/B_%d}"]))
    entry_type = draw(st.sampled_from(["article", "inproceedings", "book", "misc", "phdthesis", "techreport"]))
    title = f"No {number} {draw(titles)} end"
    rest = doi % number if doi else ""
    return f"@{entry_type}{{k{number}, title = {{{title}}}, author = {{{authors}}}, {when}{rest}}}"


portfolios = st.integers(1, 4).flatmap(lambda count: st.tuples(*map(papers, range(count)))).map("\n".join)


def read(text: str) -> Portfolio:
    reading = read_bibliography(text, file="papers.bib")
    assert reading.findings == ()
    return Portfolio(title="Ada", address=ADDRESS, publications=reading.publications)


@pytest.mark.parametrize(
    "exported",
    [of_ris, of_csl_json, of_json_resume, of_schema_org, of_highwire, of_bibtex],
    ids=lambda each: each.__name__,
)
@given(text=portfolios)
@budget(60)
def test_every_export_says_the_same(exported: Callable[[Portfolio], dict[str, Facts]], text: str) -> None:
    portfolio = read(text)

    assert exported(portfolio) == {each.key: facts(each) for each in portfolio.publications}


@given(portfolios)
@budget(60)
def test_the_feed_says_the_same(text: str) -> None:
    portfolio = read(text)
    entries = feedparser.parse(atom.dump(portfolio).encode(), sanitize_html=False).entries
    names = [[author.name for author in each.authors if "name" in author] for each in entries]
    told = sorted((each.title, people, each.updated[:4]) for each, people in zip(entries, names, strict=True))

    assert told == sorted(facts(each)[:3] for each in portfolio.publications)


seasons = st.builds(Date, year=st.integers(1000, 9999), season=st.sampled_from(sorted(SEASONS)))


@given(seasons, st.sampled_from(["", "Now", "Present"]))
@budget(100)
def test_a_season_and_what_goes_on_are_read_as_they_are_printed(start: Date, ongoing: str) -> None:
    whole = DateRange(start=start, ongoing=ongoing)

    assert parse_dates(DateStyle().print(whole)) == whole


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)))
@budget(100)
def test_a_date_of_a_bibliography_is_the_date_of_the_paper(day: date) -> None:
    (paper,) = read(f"@misc{{k, title = {{T}}, author = {{A B}}, date = {{{day}}}}}").publications

    assert paper.date is not None
    assert paper.date.iso == str(day)
