"""What one export says of a paper, every other says: title, authors in their order, year and DOI."""

import json
import re
from collections.abc import Callable

import feedparser
import pytest
import rispy
from pybtex.database import parse_string

from tests.vita.exporters.portfolios import invented, own
from vita.bibliography import read_bibliography
from vita.bibliography.citation_keys import citation_keys
from vita.exporters import atom, bibtex, csl_json, highwire, json_resume, llms_txt, ris, schema_org
from vita.latex import plain
from vita.lines import one_line
from vita.model import Name, Publication
from vita.names import parse_names
from vita.portfolio import Portfolio
from vita.signs import shifted

Facts = tuple[str, list[str], str, str]  # title, authors, year, DOI
OWN, INVENTED = own(), invented()
TEX = r"""@article{x, year = 2020, journal = {J},
  title = {Growth of $\gamma$-LiAlO$_2$ at 100 $\mu$m, $k\cdot p$
    and ${\mathrm{MoS}}_{2}$: \ce{SO4^2-} $\leq \frac{1}{2}$},
  author = {C\^{o}t\'{e}, Marc and Mu{\~n}oz, Ana and \v{C}apek, Karel and \textbf{Example, Ada}
    and \ifmmode \check{Z}\else \v{Z}\fi{}umer, S. and Nguy{\~{\^e}}n}}"""
IN_TEX = Portfolio(title="Ada", address=OWN.address, publications=read_bibliography(TEX, file="x.bib").publications)
BOTH = pytest.mark.parametrize("portfolio", [OWN, INVENTED], ids=["own", "invented"])


def straight(name: str) -> str:
    """Turn RIS's or Highwire's order of a name into that of reading."""
    family, *rest = name.split(", ")
    if family.endswith(" Jr."):
        family, rest = family.removesuffix(" Jr."), [*rest, "Jr."]
    if rest and Name(family=family, given=rest[0]).is_east_asian:
        return family + rest[0]
    return ", ".join([" ".join([*rest[:1], family]), *rest[1:]])


def facts(publication: Publication) -> Facts:
    authors = [str(author.name) for author in publication.authors]
    year = str(publication.date.year) if publication.date else ""
    return str(publication.title), authors, year, publication.doi


def of_ris(portfolio: Portfolio) -> dict[str, Facts]:
    return {
        each["id"]: (
            each["title"],
            [straight(name) for name in each.get("authors", ())],
            each.get("year", ""),
            each.get("doi", ""),
        )
        for each in rispy.loads(ris.dump(portfolio.publications))
    }


def of_csl_json(portfolio: Portfolio) -> dict[str, Facts]:
    def name(parts: dict[str, str]) -> str:
        if Name(family=parts.get("family", "-"), given=parts.get("given", "")).is_east_asian:
            return parts["family"] + parts["given"]
        order = ("given", "non-dropping-particle", "family", "literal")
        straight = " ".join(parts[part] for part in order if part in parts)
        return f"{straight}, {parts['suffix']}" if "suffix" in parts else straight

    def untagged(title: str) -> str:
        shifts = {"sup": "^", "sub": "_"}
        plain_title = re.sub(r"</?[ib]>", "", title)
        return re.sub(r"<(su[pb])>(.*?)</\1>", lambda tag: shifted(tag[2], shifts[tag[1]], in_words=True), plain_title)

    return {
        each["id"]: (
            untagged(each["title"]),
            [name(parts) for parts in each.get("author", ())],
            str(each.get("issued", {}).get("date-parts", [[""]])[0][0]),
            each.get("DOI", ""),
        )
        for each in json.loads(csl_json.dump(portfolio.publications))
    }


def of_json_resume(portfolio: Portfolio) -> dict[str, Facts]:
    keys = {str(each.title): each.key for each in portfolio.publications}
    return {
        keys[each["name"]]: (
            each["name"],
            each.get("authors", []),
            each["year"] if each["year"].isdecimal() else "",
            each.get("doi", ""),
        )
        for each in json.loads(json_resume.dump(portfolio))["publications"]
    }


def of_schema_org(portfolio: Portfolio) -> dict[str, Facts]:
    found = {}
    for publication in portfolio.publications:
        data = json.loads(schema_org.script(schema_org.scholarly_article(publication, portfolio)))
        doi = [each["value"] for each in data.get("identifier", ()) if each["propertyID"] == "DOI"]
        date = data.get("datePublished") or data.get("dateCreated") or ""
        authors = [author["name"] for author in data.get("author", ())]
        found[publication.key] = (data["headline"], authors, date[:4], "".join(doi))
    return found


def of_highwire(portfolio: Portfolio) -> dict[str, Facts]:
    found = {}
    for publication in portfolio.publications:
        tags = highwire.tags(publication, portfolio)
        one = dict(tags)
        authors = [straight(text) for name, text in tags if name == "citation_author"]
        year = one.get("citation_publication_date", "")[:4]
        if not publication.is_dated:  # written, but not out
            assert year == ""
            year = facts(publication)[2]
        found[publication.key] = (one["citation_title"], authors, year, one.get("citation_doi", ""))
    return found


def of_bibtex(portfolio: Portfolio) -> dict[str, Facts]:
    found = {}
    own = {key: own for own, key in citation_keys(portfolio.publications).items()}
    for key, entry in parse_string(bibtex.dump(portfolio.publications), "bibtex").entries.items():
        source = next(each for each in portfolio.publications if each.key == own[key])
        written = dict(source.fields).get("author", "")
        authors = [str(author.name) for author in parse_names(written)[0]]
        year = str(entry.fields.get("year", ""))
        assert len(entry.persons.get("author", ())) == len(authors) + source.has_more_authors
        found[own[key]] = (
            plain(entry.fields["title"]),
            authors,
            year if year.isdecimal() else "",
            plain(entry.fields.get("doi", "")),
        )
    return found


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
