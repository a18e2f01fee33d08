"""What others cite from this site exists: the versions that are public, with their own titles and authors."""

import json
from pathlib import Path
from typing import Any

import pytest
import rispy
from pybtex import format_from_string
from pybtex.database import BibliographyData, parse_string

from tests.reading import Page, read

# Names of authors as they are printed; the manuscripts of the CV have other titles, one of them other authors.
VERSIONS = {
    "insulin": (
        "Explainable deep learning framework incorporating medical knowledge for insulin titration in diabetes",
        "Haowei He, Zhen Ying, Biao Li, Yujuan Fan, Ping Wang, Jiaping Lu, Liming Wu, Hexu Zhao, Yanying Guo,"
        " Guangyu Wang, Yang Yuan, Ying Chen, Xiaoying Li",
        "2026",
    ),
    "gaian": (
        "Scaling Point-based Differentiable Rendering for Large-scale Reconstruction",
        "Hexu Zhao, Xiaoteng Liu, Xiwen Min, Jianhao Huang, Youming Deng, Yanfei Li, Ang Li, Jinyang Li, Aurojit Panda",
        "2025",
    ),
}


@pytest.fixture(scope="module")
def bibliography(built_site: Path) -> BibliographyData:
    return parse_string((built_site / "publications.bib").read_text("utf-8"), "bibtex")


def straight(name: str) -> str:
    family, _, given = name.partition(", ")
    return f"{given} {family}"


def things(page: Page) -> dict[str, dict[str, Any]]:
    scripts = page.soup.select('script[type="application/ld+json"]')
    return {data["@type"]: data for data in (json.loads(script.get_text()) for script in scripts)}


@pytest.mark.parametrize("key", VERSIONS)
def test_each_format_describes_the_version_that_is_public(
    built_site: Path, pages: dict[str, Page], bibliography: BibliographyData, key: str
) -> None:
    (entry,) = [each for name, each in bibliography.entries.items() if name.endswith(key)]
    (reference,) = rispy.loads((built_site / f"citations/{key}.ris").read_text("utf-8"))
    (item,) = json.loads((built_site / f"citations/{key}.json").read_text("utf-8"))
    page = pages[f"publications/{key}.html"]
    tags = [(str(tag["name"]), str(tag["content"])) for tag in page.soup.select("meta[name^=citation_]")]
    article = things(page)["ScholarlyArticle"]
    authors = {
        "bib": ", ".join(straight(str(person)) for person in entry.persons["author"]),
        "ris": ", ".join(map(straight, reference["authors"])),
        "csl": ", ".join(f"{name['given']} {name['family']}" for name in item["author"]),
        "highwire": ", ".join(straight(text) for name, text in tags if name == "citation_author"),
        "schema.org": ", ".join(author["name"] for author in article["author"]),
    }
    titles = {entry.fields["title"], reference["title"], item["title"], dict(tags)["citation_title"], article["name"]}
    years = {entry.fields["year"], reference["year"], str(item["issued"]["date-parts"][0][0])}
    years |= {dict(tags)["citation_publication_date"][:4], article["datePublished"][:4]}

    assert authors == dict.fromkeys(authors, VERSIONS[key][1])
    assert (titles, years) == ({VERSIONS[key][0]}, {VERSIONS[key][2]})


def test_the_articles_doi_and_the_preprints_number_are_in_each_format(built_site: Path) -> None:
    for key, identifier in (("insulin", "10.1038/s43856-026-01449-1"), ("gaian", "2512.20017")):
        for ending in ("bib", "ris", "json"):
            assert identifier in (built_site / f"citations/{key}.{ending}").read_text("utf-8"), (key, ending)


def test_a_classic_style_prints_every_entry_with_its_place(built_site: Path) -> None:
    printed = " ".join(format_from_string((built_site / "publications.bib").read_text("utf-8"), "plain").split())

    for words in ("Communications Medicine", "arXiv:2512.20017", "Pittsburgh, PA, USA, March 2026", "Dublin, Ireland"):
        assert words in printed.replace("\\url {", ""), words


def test_a_remark_of_the_cv_is_no_award(built_site: Path, pages: dict[str, Page], cv: Page) -> None:
    assert things(pages["publications/grendel.html"])["ScholarlyArticle"]["award"] == ["Oral"]
    assert [badge for badge in map(read, cv.article.select(".vita-badge")) if "0.5" in badge] == []
    assert "Top 0.5%" in cv.text
    told = [path.name for path in built_site.glob("*.*") if path.suffix in (".json", ".bib", ".ris", ".atom", ".txt")
            if path.name != "search-index.json" and "0.5%" in path.read_text("utf-8")]  # fmt: skip
    assert told == []
