"""The version that one cites: lists keep the manuscript and name its version, all for citing describes that."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from harness.sites import Built, Site
from pypdf import PdfReader

MANUSCRIPT = r"""
@unpublished{wheels,
  title = {On Wheels}, author = {Lovelace, Ada and Babbage, Charles}, pubstate = {submitted},
  related = {wheels-article}, relatedtype = {publishedas}, tldr = {They turn 3 times faster than before},
  selected = {true},
}
"""
ARTICLE = r"""
@article{wheels-article,
  title = {Why {Wheels} Turn}, author = {Lovelace, Ada and Somerville, Mary and Babbage, Charles},
  author+an = {2=equal; 3=equal}, journal = {Annals of Engines}, year = {1843}, month = oct,
  doi = {10.1000/wheels}, abstract = {We turned them.}, pdf = {wheels.pdf}, options = {dataonly},
}
"""
HOSTILE = r'</title><script>alert(1)</script>" onload="x" ]]> \& $a<b$'
SHOWN = '</title><script>alert(1)</script>" onload="x" ]]> & a<b'
CONFIG: dict[str, Any] = {
    "vita_exports": True,
    "vita_cards": 0,
    "html_baseurl": "https://site.example/",
    "vita_bibliography": ["papers.bib", "versions.bib"],
}
PAGES: dict[str, Any] = {
    "index": "# Home\n\n:::{profile} Ada Lovelace\n:::\n\n:::{publications}\n:selected:\n:style: cards\n:::\n",
    "list": "---\norphan: true\n---\n# Papers\n\n:::{publications}\n:::\n",
    "cv": "---\norphan: true\npdf: cv.pdf\n---\n# CV\n\n:::{publications}\n:status: submitted\n:::\n",
    "wheels": "# {pub-title}`wheels`\n\n:::{publication} wheels\n:::\n",
}
FOR_CITING = {"publications.bib", "publications.ris", "publications.json", "resume.json", "feed.atom", "llms.txt"}
FOR_CITING |= {f"citations/wheels.{ending}" for ending in ("bib", "ris", "json")}


def build(site: Site, *, article: str = ARTICLE, **more: Any) -> Built:
    site.write({"versions.bib": article, "wheels.pdf": b"%PDF-1.4"})
    bib, config = more.pop("bib", MANUSCRIPT), CONFIG | more.pop("config", {})
    return site(bib=bib, config=config, **(PAGES | more))


def test_lists_keep_title_and_status_and_name_the_version(site: Site) -> None:
    built = build(site)

    for name in ("list", "cv"):
        (paper,) = built.page(name).select(".vita-publication")
        assert paper.select_one(".vita-head strong").get_text() == "On Wheels"  # type: ignore[union-attr]
        assert [badge.get_text() for badge in paper.select(".vita-badge")] == ["Under review"]
        (line,) = paper.select(".vita-remark")
        assert line.get_text() == "Published as Why Wheels Turn, Annals of Engines, 1843"
        assert [link["href"] for link in line.select("a")] == ["https://doi.org/10.1000/wheels"]
    assert "Published as Why Wheels Turn" in built.words("index")


def test_the_pdf_of_the_cv_says_the_same(site: Site) -> None:
    pages = PdfReader(BytesIO(build(site).files()["cv.pdf"])).pages
    words = " ".join(" ".join(page.extract_text() for page in pages).split())

    version = "Published as Why Wheels Turn, Annals of Engines, 1843 · doi:10.1000/wheels"
    assert f"On Wheels Ada Lovelace, Charles Babbage Under review {version}" in words


def test_the_papers_own_page_names_the_authors_of_the_version_and_shows_its_abstract(site: Site) -> None:
    page = build(site).page("wheels")

    (authors,) = page.select(".vita-authors")
    assert authors.get_text() == "Ada Lovelace, Charles Babbage"
    (others,) = page.select(".vita-people")
    assert others.get_text().startswith("Authors of that version: Ada Lovelace, Mary Somerville* (equal")
    assert len(page.select(".vita-explanation")) == 2  # a line, and its words
    assert [line.get_text() for line in page.select("details:not([open]) .vita-abstract")] == ["We turned them."]
    links = ["wheels.pdf", "https://doi.org/10.1000/wheels", "#how-to-cite"]
    assert [link["href"] for link in page.select(".vita-buttons a")] == links
    assert page.select_one(".vita-cite pre").get_text().startswith("@article{lovelace1843wheels,")  # type: ignore[union-attr]


def test_everything_for_citing_describes_the_version_at_the_entrys_address(site: Site) -> None:
    files = build(site).files()

    assert files.keys() >= FOR_CITING
    for name in FOR_CITING:
        text = files[name].decode()
        assert "Wheels" in text, name
        assert "On Wheels" not in text, name
        assert "ubmitted" not in text, name
        assert "Somerville" in text, name
    assert not [name for name in files if "wheels-article" in name or b"wheels-article" in files[name]]
    assert json.loads(files["resume.json"])["publications"][0]["url"] == "https://site.example/wheels.html"
    assert "wheels.pdf" in files


@pytest.mark.parametrize("kind", ["publishedas", "preprint"])
def test_a_hostile_title_of_a_version_stays_text(site: Site, kind: str) -> None:
    site.write({"wheels.pdf": b"%PDF-1.4"})
    built = build(
        site,
        bib=MANUSCRIPT.replace("publishedas", kind).replace("tldr", "relatedstring = {<i onclick=x>Out}, xtldr"),
        article=ARTICLE.replace("Why {Wheels} Turn", HOSTILE).replace("Annals of Engines", "</a><b>Annals"),
    )

    for name in ("list", "cv", "wheels", "index"):
        page = built.page(name)
        assert SHOWN in " ".join(page.get_text().replace("\n", "").split()), name
        assert not page.select("script, b, i, [onclick], [onload]"), name
    for name, content in built.files().items():
        if name.endswith(".html"):
            scripts = BeautifulSoup(content, "html.parser").select("script:not([src]):not([type])")
            assert "alert(1)" not in "".join(script.get_text() for script in scripts)
    assert built.files()["cv.pdf"].startswith(b"%PDF")


def test_a_private_version_is_nowhere(site: Site) -> None:
    built = build(site, article=ARTICLE.replace("options", "visibility = {private}, options"))

    told = {name for name, content in built.files().items() if b"Somerville" in content or b"wheels-article" in content}
    assert told == set()
    assert "On Wheels" in built.text("citations/wheels.bib")
    assert "note = {Under review}" in built.text("citations/wheels.bib")


def test_a_missing_version_is_told_at_the_entry_and_the_rest_is_built(site: Site) -> None:
    site.write({"versions.bib": "", "wheels.pdf": b""})
    built = site(bib=MANUSCRIPT, config=CONFIG, silent=False, **PAGES)

    assert [told.place for told in built.told] == [("vita.unknown_reference", "papers.bib", 2)]
    assert "Under review" in built.words("list")


def test_versions_in_a_circle_are_told_each_at_its_own_place(site: Site) -> None:
    circle = ARTICLE.replace("options", "related = {wheels}, relatedtype = {publishedas}, options")
    site.write({"versions.bib": circle, "wheels.pdf": b""})
    built = site(bib=MANUSCRIPT, config=CONFIG, silent=False, **PAGES)

    assert {told.place for told in built.told} == {
        ("vita.unknown_value", "papers.bib", 2),
        ("vita.unknown_value", "versions.bib", 2),
    }


WITHOUT_PDF = ARTICLE.replace("pdf = {wheels.pdf}, ", "")
CHANGES: dict[str, dict[str, str | bytes | None]] = {
    "the version is renamed": {"versions.bib": WITHOUT_PDF.replace("Why", "How")},
    "the version becomes private": {"versions.bib": WITHOUT_PDF.replace("options", "visibility = {private}, options")},
    "the version is listed": {"versions.bib": WITHOUT_PDF.replace("{dataonly}", "{}")},
    "the relation goes": {"papers.bib": MANUSCRIPT.replace("related = {wheels-article}, ", "")},
    "the relation is another": {"papers.bib": MANUSCRIPT.replace("publishedas", "preprint")},
    "somebody of the version gets a home page": {
        "people.md": "---\norphan: true\n---\n# P\n\n:::{person} Mary Somerville\n:url: https://mary.example\n:::\n"
    },
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_build_after_a_change_equals_a_clean_one(site: Site, new_site: Callable[[str], Site], change: str) -> None:
    config = CONFIG | {"suppress_warnings": ["vita.unknown_value"]}
    build(site, article=WITHOUT_PDF, config=config)
    after = site(CHANGES[change], config=config).files()
    other = new_site("clean")
    other.write({"versions.bib": WITHOUT_PDF, "wheels.pdf": b"%PDF-1.4", "papers.bib": MANUSCRIPT})
    clean = other(CHANGES[change], config=config, **PAGES).files()

    left_out = (".buildinfo", "environment.pickle", ".doctree")
    assert {name: after[name] for name in after if not name.endswith(left_out)} == {
        name: clean[name] for name in clean if not name.endswith(left_out)
    }


def test_a_parallel_build_equals_a_serial_one(site: Site, new_site: Callable[[str], Site]) -> None:
    built: list[dict[str, bytes]] = []
    for each, processes in ((site, "1"), (new_site("parallel"), "2")):
        conf = each.source / "conf.py"
        settings = {**CONFIG, "vita_bibliography": ["papers.bib", "versions.bib"]}
        text = conf.read_text() + "".join(f"{name} = {value!r}\n" for name, value in settings.items())
        files: dict[str, str | bytes | None] = {f"{name}.md": page for name, page in PAGES.items()}
        files |= {
            f"more{number}.md": f"---\norphan: true\n---\n# M{number}\n\n{{pub}}`wheels`\n" for number in range(8)
        }
        each.write(files | {"conf.py": text, "papers.bib": MANUSCRIPT, "versions.bib": ARTICLE, "wheels.pdf": b"%PDF"})
        built.append(each.build_with("-j", processes).files())

    assert built[0] == built[1]


def test_citations_can_be_taken_from_the_list_and_from_the_page_by_links_that_one_sees(site: Site) -> None:
    built = build(site, bib=MANUSCRIPT + "@misc{old, title = {Old}, author = {A B}, year = 1800}")

    names = [f"citations/wheels.{ending}" for ending in ("bib", "ris", "json")]
    others = [name.replace("wheels", "old") for name in names]
    links = {
        name: [str(link["href"]) for link in built.page(name).select(".vita-citations a")]
        for name in ("list", "wheels", "cv", "index")
    }
    assert links == {
        "wheels": names,
        "list": [*names, *others, "publications.bib", "publications.ris", "publications.json"],
        "cv": [],
        "index": [],
    }
    assert all(name in built.files() for name in links["list"])
    spoken = built.page("wheels").select_one(".vita-citations a").get_text()  # type: ignore[union-attr]
    assert spoken == "BibTeX of Why Wheels Turn"


def test_the_links_lead_to_the_files_from_any_depth(site: Site) -> None:
    page = build(site, config={"vita_exports": True}, builder="dirhtml").text("wheels/index.html")

    assert 'href="../citations/wheels.ris"' in page


@pytest.mark.parametrize(("builder", "exports"), [("html", False), ("text", True)])
def test_where_there_are_no_files_there_are_no_links(site: Site, builder: str, exports: bool) -> None:
    built = build(site, config={"vita_exports": exports}, builder=builder)

    assert not [name for name, content in built.files().items() if b"citations/" in content]


def test_what_an_addendum_says_is_for_the_owners_list_alone(site: Site) -> None:
    bib = "@article{a, title = {A}, author = {A B}, journal = {J}, year = 2020, note = {Extended abstract},"
    built = build(site, bib=MANUSCRIPT + bib + r" addendum = {Top 0.5\%, 600+ stars}, award = {Oral}}")

    assert "Top 0.5%, 600+ stars" in built.words("list")
    told = {
        name for name, content in built.files().items() if b"600+" in content and not name.endswith((".html", ".js"))
    }
    assert told <= {"cv.pdf", "objects.inv"} | {name for name in built.files() if name.startswith((".doctrees", "_"))}
    assert "Extended abstract" in built.text("citations/a.ris")
    assert [each["awards"] for each in json.loads(built.text("resume.json"))["publications"] if "awards" in each] == [
        ["Oral"]
    ]
