"""What others cite from a portfolio exists, in every format, and says no more than a bibliography needs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from harness.building import PORTFOLIO
from harness.reading import Page, the
from pybtex import format_from_string
from pybtex.database import BibliographyData, parse_string

PAPERS = sorted(path.stem for path in PORTFOLIO.glob("papers/*.md") if path.stem != "index")
LISTED = [
    "dialects2022", "nygard2023krill", "obrien2021noise", "recordings2024", "valderramaquispe2019thesis",
    "valderramaquispe2020chapter", "valderramaquispe2024atlas", "valderramaquispe2025drift",
    "valderramaquispe2025silence",
]  # fmt: skip
BOOKKEEPING = re.compile(r"\+an|keywords|pubstate|addendum|related|options|\baward", re.IGNORECASE)


@pytest.fixture(scope="module")
def bibliography(built_site: Path) -> BibliographyData:
    return parse_string((built_site / "publications.bib").read_text("utf-8"), "bibtex")


def things(page: Page) -> dict[str, dict[str, Any]]:
    scripts = page.soup.select('script[type="application/ld+json"]')
    return {data["@type"]: data for data in (json.loads(script.get_text()) for script in scripts)}


def test_bibtex_holds_what_a_bibliography_needs_and_no_more(
    built_site: Path, pages: dict[str, Page], bibliography: BibliographyData
) -> None:
    text = (built_site / "publications.bib").read_text("utf-8")

    assert sorted(bibliography.entries) == LISTED
    assert BOOKKEEPING.findall(text) == []
    public = {key for key, entry in bibliography.entries.items() if {"doi", "eprint"} & {*entry.fields}}
    assert [key for key in public if "url" not in bibliography.entries[key].fields] == []
    for key in PAPERS:
        shown = the(pages[f"papers/{key}.html"].article, ".vita-cite .vita-bibtex pre").get_text().strip()
        assert shown == (built_site / f"citations/{key}.bib").read_text("utf-8").strip()
        assert shown in text


def test_a_classic_style_prints_every_entry_with_its_place(built_site: Path) -> None:
    printed = " ".join(format_from_string((built_site / "publications.bib").read_text("utf-8"), "plain").split())

    for words in ("Journal of Invented Acoustics", "arXiv:2502.09876", "Wien, 2021", "A Companion to the Sea"):
        assert words in printed.replace("\\url {", ""), words


def test_the_home_page_tells_machines_no_more_than_it_shows(built_site: Path, pages: dict[str, Page]) -> None:
    person = things(pages["index.html"])["ProfilePage"]["mainEntity"]
    head = str(pages["index.html"].soup.head)

    assert person["affiliation"]["name"] == "Institute of Sea and Coast"
    assert "Institute of Sea and Coast" in pages["index.html"].text
    assert not {"email", "telephone", "address", "award", "worksFor"} & person.keys()
    assert "ines@valderrama" not in head
    assert "555 0100" not in head


def test_each_page_has_one_address(built_site: Path, pages: dict[str, Page]) -> None:
    sitemap = (built_site / "sitemap.xml").read_text("utf-8")
    for path, page in pages.items():
        canonical = "".join(str(link["href"]) for link in page.soup.select("link[rel=canonical]"))
        shared = [str(tag["content"]) for tag in page.soup.select('meta[property="og:url"]')]
        if shared:  # a page with sources
            assert (shared, sitemap.count(f"<loc>{canonical}</loc>")) == ([canonical], 1), path
    assert "https://valderrama.example/index.html" not in sitemap


def test_what_the_site_says_of_its_citations_is_so(pages: dict[str, Page]) -> None:
    for key in PAPERS:
        page = pages[f"papers/{key}.html"]
        links = [page.resolve(str(link["href"]))[0] for link in page.article.select(".vita-citations a")]
        assert links == [f"citations/{key}.{ending}" for ending in ("bib", "ris", "json")]
    listed = pages["papers/index.html"].article.select(".vita-citations a")
    assert len(listed) == 3 * (len(LISTED) + 1)
