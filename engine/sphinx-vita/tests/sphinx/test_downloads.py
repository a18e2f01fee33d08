"""What a visitor can take home: listed in words on a page, and at the foot of every page."""

from typing import Any

from harness.sites import PAPER, Site

CONFIG: dict[str, Any] = {"vita_exports": True, "vita_cards": 0}
PAGES = {
    "me": "# Ada\n\n:::{profile} Ada Lovelace\n:::\n",
    "deep/cv": "---\npdf: cv.pdf\n---\n# Curriculum vitae\n\n:::{contact}\n:::\n",
    "take": "# Take home\n\n:::{downloads}\n:::\n",
}


def build(site: Site, **config: Any) -> Any:
    files: dict[str, str | bytes | None] = {f"{name}.md": text for name, text in PAGES.items()}
    return site(
        {**files, "index.md": "# Home\n\n```{toctree}\nme\ndeep/cv\ntake\n```\n"}, bib=PAPER, config=CONFIG | config
    )


def test_the_list_names_every_download_and_each_is_there(site: Site) -> None:
    built = build(site)

    links = {link["href"]: link.get_text() for link in built.page("take").select(".vita-download-list a")}
    assert links["cv.pdf"] == "Curriculum vitae as PDF"
    assert links["publications.bib"] == "Publications as BibTeX"
    assert len(links) == 8
    assert links.keys() <= built.files().keys()


def test_the_foot_of_every_page_leads_to_the_pdf_and_to_the_list(site: Site) -> None:
    built = build(site)

    for page, up in (("index", ""), ("deep/cv", "../")):
        links = [link["href"] for link in built.page(page).select("nav.vita-footer a")]
        assert links == [f"{up}cv.pdf", f"{up}publications.bib", f"{up}feed.atom", f"{up}take.html"]


def test_the_list_itself_is_named_at_its_foot_and_not_linked(site: Site) -> None:
    foot = build(site).page("take").select_one("nav.vita-footer")

    assert foot is not None
    assert [each.get_text() for each in foot.select("[aria-current=page]")] == ["All downloads"]
    assert all(link["href"] for link in foot.select("a"))


def test_a_key_of_the_front_matter_makes_no_page_of_downloads(site: Site) -> None:
    built = site(a="---\ndownloads: 7\n---\n# A\n", config=CONFIG, silent=False)

    assert "All downloads" not in built.words("a")


def test_without_exports_nothing_is_offered(site: Site) -> None:
    built = build(site, vita_exports=False)

    assert not built.page("take").select("a[href$='.pdf'], a[href$='.bib'], .vita-download-list")
    assert not built.page("index").select("nav.vita-footer")


def test_a_new_pdf_reaches_the_foot_of_pages_that_did_not_change(site: Site) -> None:
    build(site)
    built = site({"me.md": "---\npdf: me.pdf\n---\n" + PAGES["me"]}, config=CONFIG)

    assert "me.pdf" in [link["href"] for link in built.page("index").select("nav.vita-footer a")]
