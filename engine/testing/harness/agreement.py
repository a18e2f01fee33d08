"""What each export says of a paper, read back by a library of its format."""

import json
import re

import pytest
import rispy
from pybtex.database import parse_string
from sphinx_vita.exports import bibtex, csl_json, highwire, json_resume, ris, schema_org
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.bibtex.citation_keys import citation_keys
from sphinx_vita.reading.latex.text import plain
from sphinx_vita.reading.names import parse_names
from sphinx_vita.records import Name, Publication
from sphinx_vita.records.portfolio import Portfolio
from sphinx_vita.records.tex.signs import shifted

from harness.portfolios import invented, own

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
