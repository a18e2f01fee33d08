"""What one export says of a paper, every other says: title, authors in their order, year and DOI."""

from collections.abc import Callable

import feedparser
import pytest
from harness.agreement import (
    BOTH,
    IN_TEX,
    Facts,
    facts,
    of_bibtex,
    of_csl_json,
    of_highwire,
    of_json_resume,
    of_ris,
    of_schema_org,
)
from sphinx_vita.exports import atom, llms_txt
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records import Publication
from sphinx_vita.records.portfolio import Portfolio


@BOTH
@pytest.mark.parametrize(
    "exported",
    [of_ris, of_csl_json, of_json_resume, of_schema_org, of_highwire, of_bibtex],
    ids=lambda each: each.__name__,
)
def test_every_export_says_the_same_of_each_paper(
    exported: Callable[[Portfolio], dict[str, Facts]], portfolio: Portfolio
) -> None:
    assert exported(portfolio) == {each.key: facts(each) for each in portfolio.publications}


@pytest.mark.parametrize(
    "exported",
    [of_ris, of_csl_json, of_json_resume, of_schema_org, of_highwire, of_bibtex],
    ids=lambda each: each.__name__,
)
def test_names_and_formulas_arrive_as_characters(exported: Callable[[Portfolio], dict[str, Facts]]) -> None:
    (title, authors, *_) = exported(IN_TEX)["x"]

    assert title == "Growth of γ-LiAlO₂ at 100 μm, k·p and MoS₂: SO₄²⁻ ≤1/2"
    assert authors == ["Marc Côté", "Ana Muñoz", "Karel Čapek", "Ada Example", "S. Žumer", "Nguyễn"]


@BOTH
def test_the_feed_says_the_same_of_each_dated_paper(portfolio: Portfolio) -> None:
    entries = feedparser.parse(atom.dump(portfolio).encode(), sanitize_html=False).entries
    told = sorted(
        (each.title, [author.name for author in each.get("authors", ()) if "name" in author], each.updated[:4])
        for each in entries
        if each.tags[0].term == "Publication"
    )
    expected = [facts(each)[:3] for each in portfolio.publications if each.date]

    assert told == sorted(expected)


@BOTH
def test_llms_txt_says_the_same_of_each_paper(portfolio: Portfolio) -> None:
    text = llms_txt.dump(portfolio)

    for publication in portfolio.publications:
        authors = llms_txt.escaped(", ".join(str(author.name) for author in publication.authors))
        line = next(line for line in text.splitlines() if line.startswith(f"- [{_first_word(publication)}") or
                    line.startswith(f"- {_first_word(publication)}"))  # fmt: skip
        assert authors in line
        assert publication.year in line


def _first_word(publication: Publication) -> str:
    return one_line(publication.title).split(" of ")[0].split(" <")[0]
