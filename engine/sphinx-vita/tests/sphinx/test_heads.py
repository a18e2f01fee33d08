"""The heads of pages: what search engines, reference managers and social networks read there."""

import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from harness.sites import PAPER, Built, Site

CONFIG: dict[str, Any] = {
    "vita_exports": True,
    "vita_cards": 50,
    "html_baseurl": "https://site.example/",
}
PAGES: dict[str, Any] = {
    "index": "# Ada\n\n:::{profile} Ada Lovelace\n:label: Mathematician in London\n\nShe wrote of engines.\n:::\n",
    "list": "---\norphan: true\n---\n# Papers\n\n:::{publications}\n:::\n",
    "cod": "# {pub-title}`cod`\n\n:::{publication} cod\n:::\n",
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
    assert things(built, "cod").keys() == {"ScholarlyArticle", "BreadcrumbList"}
    assert things(built, "list").keys() == {"CollectionPage", "BreadcrumbList"}
    assert things(built, "prose").keys() == {"BreadcrumbList"}
    assert things(built, "index")["ProfilePage"]["mainEntity"]["name"] == "Ada Lovelace"
    assert things(built, "cod")["ScholarlyArticle"]["url"] == "https://site.example/cod.html"


def test_the_trail_leads_from_the_home_page_over_the_list_to_the_paper(site: Site) -> None:
    trail = things(build(site), "cod")["BreadcrumbList"]["itemListElement"]

    assert [each["item"] for each in trail] == [
        "https://site.example/",
        "https://site.example/list.html",
        "https://site.example/cod.html",
    ]


def test_a_papers_page_has_the_tags_of_google_scholar_and_no_other_page_has(site: Site) -> None:
    built = build(site)

    tags = metas(built, "cod")
    assert ("citation_title", "COD: Removing the DNA Sampling Barrier") in tags
    assert [content for name, content in tags if name == "citation_author"] == ["Quispe, Ines", "Li, Mingyu"]
    for name in ("index", "list", "prose"):
        assert not [tag for tag, _ in metas(built, name) if tag.startswith("citation_")]


@pytest.mark.parametrize("name", ["index", "list", "cod", "prose"])
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
    tags = dict(metas(build(site), "cod"))

    assert tags["og:title"] == "COD: Removing the DNA Sampling Barrier"
    assert tags["og:image"] == "https://site.example/cards/cod.png"
    assert (tags["og:image:width"], tags["og:image:height"]) == ("1200", "630")
    assert tags["og:url"] == "https://site.example/cod.html"


def test_a_papers_page_names_its_citations_and_the_home_page_all_downloads(site: Site) -> None:
    built = build(site)

    links = {str(link["href"]) for link in head(built, "cod").select('link[rel="alternate"]')}
    assert links == {"feed.atom", "citations/cod.bib", "citations/cod.ris", "citations/cod.json"}
    home = {str(link["href"]) for link in head(built, "index").select('link[rel="alternate"]')}
    assert {"feed.atom", "publications.bib", "resume.json", "contact.vcf", "llms.txt"} <= home


HOSTILE = '</title></script><script>alert(1)</script>" onload="x" & ]]>'


def test_hostile_text_stays_text_in_the_head(site: Site) -> None:
    bib = PAPER.replace("COD: Removing the {DNA} Sampling Barrier", HOSTILE.replace("&", "\\&"))
    built = build(site, bib=bib)

    assert things(built, "cod")["ScholarlyArticle"]["name"] == HOSTILE
    assert ("citation_title", HOSTILE) in metas(built, "cod")
    assert ("og:title", HOSTILE) in metas(built, "cod")
    assert "alert(1)" not in "".join(script.get_text() for script in head(built, "cod").select("script:not([type])"))


def test_the_head_follows_a_change_on_another_page(site: Site) -> None:
    index = PAGES["index"] + "\n:::{timeline}\n:kind: award\n:::\n"
    build(site, index=index)
    built = build(site, index=index, award="---\norphan: true\n---\n:::{award} Prize\n:dates: 1840\n:::\n")

    assert things(built, "index")["ProfilePage"]["mainEntity"]["award"] == ["Prize"]


PRIVATE_HOME = """# Ada

:::{profile} Ada Lovelace
:label: Mathematician
:organization: Analytical Society
:email: ada@engine.example
:phone: +44 20 7946 0000
:location: London
:::

:::{award} Prize of Another Page
:dates: 1840
:::
"""


def test_the_home_page_tells_no_contact_and_no_award_that_it_does_not_show(site: Site) -> None:
    profile, award = PRIVATE_HOME.split("\n:::{award}")
    others = {"award": f"---\norphan: true\n---\n# Awards\n\n:::{{award}}{award}", "cv": "# CV\n\n:::{contact}\n:::\n"}
    built = build(site, index=profile + "\n```{toctree}\ncv\n```\n", **others)

    person = things(built, "index")["ProfilePage"]["mainEntity"]
    names = {"name", "givenName", "familyName"}
    assert person.keys() == {"@type", "@id", "description", "url", "affiliation", *names}
    assert "+44" not in str(head(built, "index"))
    assert "ada@engine.example" not in str(head(built, "index"))


def test_the_home_page_tells_what_it_shows(site: Site) -> None:
    person = things(build(site, index=PRIVATE_HOME + "\n:::{contact}\n:::\n"), "index")["ProfilePage"]["mainEntity"]

    assert (person["email"], person["telephone"], person["address"], person["award"]) == (
        "ada@engine.example",
        "+44 20 7946 0000",
        "London",
        ["Prize of Another Page"],
    )


def test_a_job_that_goes_on_is_no_affiliation(site: Site) -> None:
    job = "\n:::{position} Research Scientist Intern\n:organization: Engines Ltd\n:dates: May 2025 – Now\n:::\n"
    built = build(site, index=PAGES["index"] + job)

    assert "affiliation" not in things(built, "index")["ProfilePage"]["mainEntity"]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
def test_each_page_has_one_address_whoever_names_it(site: Site, builder: str) -> None:
    pages = PAGES | {"index": PAGES["index"] + "\n:::{news} New\n:dates: 1843\n:::\n"}
    built = site(bib=PAPER, config=CONFIG | {"html_theme": "furo"}, builder=builder, **pages)

    sitemap = re.findall(r"<loc>(.*?)</loc>", built.text("sitemap.xml"))
    ending = ".html" if builder == "html" else "/"
    for name in ("index", "list", "cod", "prose"):
        address = "https://site.example/" + (f"{name}{ending}" if name != "index" else "")
        page = name if builder == "html" or name == "index" else f"{name}/index"
        found = {str(head(built, page).select_one('link[rel="canonical"]')["href"])}  # type: ignore[index]
        found |= {dict(metas(built, page))["og:url"]}
        data = things(built, page)
        found |= {
            str(data[kind]["url"]) for kind in ("ProfilePage", "ScholarlyArticle", "CollectionPage") if kind in data
        }
        if "BreadcrumbList" in data:
            trail = [each["item"] for each in data["BreadcrumbList"]["itemListElement"]]
            found |= {trail[-1]}
            assert trail[0] == "https://site.example/"
        assert (found, sitemap.count(address)) == ({address}, 1)
    assert "https://site.example/index.html" not in "".join(
        content.decode() for path, content in built.files().items() if path.endswith((".xml", ".html", ".atom", ".txt"))
    )
    assert 'href="https://site.example/#news-new-1843"' in built.text("feed.atom")


@pytest.mark.parametrize("theme", ["furo", "basic", "alabaster"])
def test_a_page_has_one_viewport(site: Site, theme: str) -> None:
    built = site(bib=PAPER, config=CONFIG | {"html_theme": theme}, **PAGES)

    for name in ("index", "cod", "search"):
        assert len(head(built, name).select('meta[name="viewport"]')) == 1, name


@pytest.mark.parametrize(
    ("name", "kind"), [("index", "profile"), ("cod", "article"), ("list", "website"), ("prose", "website")]
)
def test_social_networks_get_a_large_card_and_the_kind_of_page(site: Site, name: str, kind: str) -> None:
    tags = metas(build(site), name)
    once = dict(tags)

    assert once["og:type"] == kind
    assert once["twitter:card"] == "summary_large_image"
    assert once["twitter:image"] == f"https://site.example/cards/{name}.png"
    assert (once["twitter:title"], once["twitter:description"]) == (once["og:title"], once["og:description"])
    assert len(tags) == len({tag for tag, _ in tags if not tag.startswith("citation_")}) + len(
        [tag for tag, _ in tags if tag.startswith("citation_")]
    )


def test_a_profile_and_an_article_say_who_and_when(site: Site) -> None:
    index = PAGES["index"].replace("Ada Lovelace", "Ines Quispe")
    built = build(site, index=index, bib=PAPER.replace("year", "keywords = {gpus, memory}, month = mar, year"))

    home, paper = metas(built, "index"), metas(built, "cod")
    assert {("profile:first_name", "Ines"), ("profile:last_name", "Quispe")} <= set(home)
    assert {
        ("article:published_time", "2026-03"),
        ("article:author", "https://site.example/"),
        ("article:tag", "gpus"),
        ("article:tag", "memory"),
    } <= set(paper)


VERSIONS = """
@unpublished{cod,
  title = {A Manuscript}, author = {Quispe, Ines}, pubstate = {submitted},
  related = {real}, relatedtype = {publishedas},
}
@article{real,
  title = {TITLE}, author = {Quispe, Ines and Lovelace, Ada}, journal = {Engines}, year = {2026},
  doi = {10.1000/real}, options = {dataonly},
}
"""


def test_the_head_of_a_manuscripts_page_describes_the_version_that_exists(site: Site) -> None:
    built = build(site, bib=VERSIONS.replace("TITLE", HOSTILE.replace("&", "\\&")))

    tags = metas(built, "cod")
    assert ("citation_title", HOSTILE) in tags
    assert [text for name, text in tags if name == "citation_author"] == ["Quispe, Ines", "Lovelace, Ada"]
    assert ("citation_doi", "10.1000/real") in tags
    article = things(built, "cod")["ScholarlyArticle"]
    assert (article["name"], article["datePublished"], article["url"]) == (
        HOSTILE,
        "2026",
        "https://site.example/cod.html",
    )
    assert "creativeWorkStatus" not in article


def test_without_an_address_nothing_absolute_is_said(site: Site) -> None:
    built = site(bib=PAPER, config={**CONFIG, "html_baseurl": ""}, **PAGES)

    assert things(built, "cod").keys() == {"ScholarlyArticle"}
    assert "url" not in things(built, "cod")["ScholarlyArticle"]
    assert "og:image" not in dict(metas(built, "cod"))


def test_the_page_for_missing_ones_finds_its_icons_at_any_depth(site: Site) -> None:
    config = {"vita_extensions": ["notfound.extension"], "notfound_urls_prefix": "/deep/"}
    built = site(bib=PAPER, config=CONFIG | config, **PAGES)

    assert str(head(built, "404").select_one('link[rel="icon"]')["href"]) == "/deep/icon.svg"  # type: ignore[index]


def test_a_page_of_records_is_described_by_them_in_words(site: Site) -> None:
    jobs = (
        "---\norphan: true\n---\n# Experience\n\n:::{position} Analyst\n:organization: Engines Ltd\n:dates: 1842\n:::\n"
    )
    built = build(site, jobs=jobs)

    assert ("description", "Experience of Ada Lovelace: Analyst, Engines Ltd") in [
        (name, words.partition(", a page")[0]) for name, words in metas(built, "jobs")
    ]
