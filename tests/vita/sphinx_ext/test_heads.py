"""The heads of pages: what search engines, reference managers and social networks read there."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from tests.vita.conftest import PAPER, Built, Site

CONFIG: dict[str, Any] = {
    "vita_exports": True,
    "vita_cards": 50,
    "html_baseurl": "https://site.example/",
}
PAGES: dict[str, Any] = {
    "index": "# Ada\n\n:::{profile} Ada Lovelace\n:label: Mathematician in London\n\nShe wrote of engines.\n:::\n",
    "list": "---\norphan: true\n---\n# Papers\n\n:::{publications}\n:::\n",
    "clm": "# {pub-title}`clm`\n\n:::{publication} clm\n:::\n",
    "prose": "---\norphan: true\n---\n# Prose\n\n" + "Words of this page that go on and on. " * 8 + "\n",
}


def build(site: Site, **more: Any) -> Built:
    return site(bib=more.pop("bib", PAPER), config=CONFIG, **(PAGES | more))


def head(built: Built, name: str) -> Tag:
    found = BeautifulSoup(built.text(f"{name}.html"), "html.parser").head
    assert found is not None
    return found


def metas(built: Built, name: str) -> list[tuple[str, str]]:
    tags = head(built, name).select("meta[content]")
    return [(str(tag.get("name") or tag.get("property")), str(tag["content"])) for tag in tags]


def things(built: Built, name: str) -> dict[str, dict[str, Any]]:
    scripts = head(built, name).select('script[type="application/ld+json"]')
    return {data["@type"]: data for data in (json.loads(script.get_text()) for script in scripts)}


def test_each_page_says_in_schema_org_what_it_is_about(site: Site) -> None:
    built = build(site)

    assert things(built, "index").keys() == {"ProfilePage"}
    assert things(built, "clm").keys() == {"ScholarlyArticle", "BreadcrumbList"}
    assert things(built, "list").keys() == {"CollectionPage", "BreadcrumbList"}
    assert things(built, "prose").keys() == {"BreadcrumbList"}
    assert things(built, "index")["ProfilePage"]["mainEntity"]["name"] == "Ada Lovelace"
    assert things(built, "clm")["ScholarlyArticle"]["url"] == "https://site.example/clm.html"


def test_the_trail_leads_from_the_home_page_over_the_list_to_the_paper(site: Site) -> None:
    trail = things(build(site), "clm")["BreadcrumbList"]["itemListElement"]

    assert [each["item"] for each in trail] == [
        "https://site.example/",
        "https://site.example/list.html",
        "https://site.example/clm.html",
    ]


def test_a_papers_page_has_the_tags_of_google_scholar_and_no_other_page_has(site: Site) -> None:
    built = build(site)

    tags = metas(built, "clm")
    assert ("citation_title", "CLM: Removing the GPU Memory Barrier") in tags
    assert [content for name, content in tags if name == "citation_author"] == ["Zhao, Hexu", "Li, Jinyang"]
    for name in ("index", "list", "prose"):
        assert not [tag for tag, _ in metas(built, name) if tag.startswith("citation_")]


@pytest.mark.parametrize("name", ["index", "list", "clm", "prose"])
def test_every_page_describes_itself_once_in_50_to_160_characters(site: Site, name: str) -> None:
    tags = metas(build(site), name)

    (description,) = [content for tag, content in tags if tag == "description"]
    assert 50 <= len(description) <= 160
    assert ("og:description", description) in tags


def test_front_matter_describes_a_page_before_anything_else(site: Site) -> None:
    words = "What the author says of this page, in a sentence that is long enough."
    built = build(site, prose=PAGES["prose"].replace("orphan: true", f"orphan: true\ndescription: {words}"))

    assert ("description", words) in metas(built, "prose")


def test_social_networks_get_title_picture_and_address(site: Site) -> None:
    tags = dict(metas(build(site), "clm"))

    assert tags["og:title"] == "CLM: Removing the GPU Memory Barrier"
    assert tags["og:image"] == "https://site.example/cards/clm.png"
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:url"] == "https://site.example/clm.html"


def test_a_papers_page_names_its_citations_and_the_home_page_all_downloads(site: Site) -> None:
    built = build(site)

    links = {str(link["href"]) for link in head(built, "clm").select('link[rel="alternate"]')}
    assert links == {"feed.atom", "citations/clm.bib", "citations/clm.ris", "citations/clm.json"}
    home = {str(link["href"]) for link in head(built, "index").select('link[rel="alternate"]')}
    assert {"feed.atom", "publications.bib", "resume.json", "contact.vcf", "llms.txt"} <= home


HOSTILE = '</title></script><script>alert(1)</script>" onload="x" & ]]>'


def test_hostile_text_stays_text_in_the_head(site: Site) -> None:
    bib = PAPER.replace("CLM: Removing the {GPU} Memory Barrier", HOSTILE.replace("&", "\\&"))
    built = build(site, bib=bib)

    assert things(built, "clm")["ScholarlyArticle"]["name"] == HOSTILE
    assert ("citation_title", HOSTILE) in metas(built, "clm")
    assert ("og:title", HOSTILE) in metas(built, "clm")
    assert "alert(1)" not in "".join(script.get_text() for script in head(built, "clm").select("script:not([type])"))


def test_the_head_follows_a_change_on_another_page(site: Site) -> None:
    build(site)
    built = build(site, award="---\norphan: true\n---\n:::{award} Prize\n:dates: 1840\n:::\n")

    assert things(built, "index")["ProfilePage"]["mainEntity"]["award"] == ["Prize"]


def test_without_an_address_nothing_absolute_is_said(site: Site) -> None:
    built = site(bib=PAPER, config={**CONFIG, "html_baseurl": ""}, **PAGES)

    assert things(built, "clm").keys() == {"ScholarlyArticle"}
    assert "url" not in things(built, "clm")["ScholarlyArticle"]
    assert "og:image" not in dict(metas(built, "clm"))


def test_the_page_for_missing_ones_finds_its_icons_at_any_depth(site: Site) -> None:
    config = {"extensions": ["myst_parser", "notfound.extension", "vita"], "notfound_urls_prefix": "/deep/"}
    built = site(bib=PAPER, config=CONFIG | config, **PAGES)

    assert str(head(built, "404").select_one('link[rel="icon"]')["href"]) == "/deep/icon.svg"  # type: ignore[index]
