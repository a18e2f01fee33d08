"""A paper's own page: its header, how to cite it, the way to the list and to what is related."""

from harness.sites import Built, Site

BIB = r"""
@inproceedings{gold,
  title = {The {GOLD} Rush: $x^2$}, author = {Quispe, Ines and Li, Mingyu}, booktitle = {Proceedings of Metals},
  series = {METALS}, year = {2024}, author+an = {1=equal; 2=equal}, pages = {1--9}, award = {Best Paper},
  abstract = {We found gold.}, doi = {10.1000/182}, pdf = {https://gold.example/paper.pdf},
  code = {https://github.com/gold/gold}, website = {https://gold.example}, slides = {https://gold.example/s.pdf},
  poster = {https://gold.example/p.pdf}, video = {https://video.example/1}, data = {https://data.example/1},
  eprint = {2401.00001}, archiveprefix = {arXiv},
}
@article{silver, title = {Silver & Co}, author = {Li, Mingyu}, journal = {Metals}, year = {2023}}
@article{iron, title = {Iron}, author = {Li, Mingyu}, journal = {Metals}, year = {2022}}
"""
PROFILE = "# Ines Quispe\n\n:::{profile} Ines Quispe\n:::\n"
GOLD = "# Gold\n\n:::{publication} gold\n:::\n\n## Problem\n\nIt was hard.\n"
LIST = "# Papers\n\n:::{publications}\n:::\n"


def test_the_header_says_who_where_and_what_there_is_to_open(site: Site) -> None:
    header = site(gold=GOLD, me=PROFILE, bib=BIB).page("gold").select_one(".vita-publication-header")

    assert header is not None
    assert [name.get_text() for name in header.select("strong.vita-owner")] == ["Ines Quispe"]
    assert [words.get_text() for words in header.select("p.vita-explanation")] == ["* Equal contribution"]
    assert [badge.get_text() for badge in header.select(".vita-badge")] == ["METALS 2024", "Best Paper"]
    assert "Proceedings of Metals, pages 1–9" in header.get_text()
    assert [words.get_text() for words in header.select(".vita-venue .vita-whole")] == ["1–9"]
    labels = [
        button.find(string=True, recursive=False) or button.get_text() for button in header.select(".vita-buttons a")
    ]
    assert [str(label).split(" of ")[0] for label in labels] == [
        "PDF", "arXiv", "DOI", "Code", "Project page", "Data", "Slides", "Poster", "Video", "Cite",
    ]  # fmt: skip


def test_a_button_tells_a_screen_reader_what_it_belongs_to(site: Site) -> None:
    button = site(gold=GOLD, bib=BIB).page("gold").select_one(".vita-button-pdf")

    assert button is not None
    assert [words.get_text() for words in button.select(".vita-spoken")] == [" of The GOLD Rush: x²"]


def test_a_page_without_a_heading_gets_the_title_of_its_paper(site: Site) -> None:
    page = site(gold=":::{publication} gold\n:::\n\nWords.\n", bib=BIB).page("gold")

    (heading,) = page.select("h1")
    assert ["".join(heading.get_text().split(None)), heading.math is not None] == ["TheGOLDRush:x2¶", True]
    assert "Words." in page.get_text()


def test_the_title_can_be_put_into_the_heading(site: Site) -> None:
    built = site(gold="# {pub-title}`gold`\n\n:::{publication} gold\n:::\n", bib=BIB)

    (heading,) = built.page("gold").select("h1")
    assert "".join(heading.get_text().split()) == "TheGOLDRush:x2¶"


def test_how_to_cite_it_comes_last_and_can_be_copied(site: Site) -> None:
    page = site(gold=GOLD + "\n## Result\n\nGood.\n", bib=BIB).page("gold")

    assert [heading.get_text().rstrip("¶") for heading in page.select("h2")] == ["Problem", "Result", "Cite"]
    (code,) = page.select(".vita-cite .vita-bibtex pre")
    assert code.get_text().startswith("@inproceedings{quispe2024gold,")
    assert "code" not in code.get_text()


def test_a_citation_is_ready_in_each_format_that_is_asked_for(site: Site) -> None:
    page = site(gold=GOLD, bib=BIB).page("gold")

    (cite,) = page.select("section.vita-cite")
    assert [link["href"] for link in page.select(".vita-button-cite")] == [f"#{cite['id']}"] == ["#how-to-cite"]
    formats = [each.get_text() for each in cite.select(".vita-format")]
    apa, mla = ("".join(each.get_text().split()) for each in cite.select("p.vita-reference"))
    assert formats == ["APA", "MLA", "BibTeX"]
    assert apa.startswith("Quispe,I.,&Li,M.(2024).TheGOLDRush:")
    assert mla.startswith("Quispe,Ines,andMingyuLi.“TheGOLDRush:")
    folded = {str(each.summary.get_text()): each.pre.get_text() for each in cite.select("details")}  # type: ignore[union-attr]
    assert folded["RIS"].startswith("TY  - CONF")
    assert '"DOI": "10.1000/182"' in folded["CSL-JSON"]


def test_the_result_is_the_first_sentence_and_the_picture_stands_below_it(site: Site) -> None:
    bib = BIB.replace(
        "eprint =", "tldr = {Gold is $10$ times as shiny}, preview = {a.svg}, preview_alt = {A}, eprint ="
    )
    site.write({"a.svg": "<svg xmlns='http://www.w3.org/2000/svg' width='48' height='27'/>"})

    header = site(gold=GOLD, bib=bib).page("gold").select_one(".vita-publication-header")

    assert header is not None
    (image,) = header.select("img")
    parts = [" ".join(part.get("class") or [part.name]) for part in header.find_all(recursive=False)]
    assert parts[-4:] == ["vita-buttons", "vita-lead", "vita-preview vita-lead", "vita-folded"]
    assert header.select("p.vita-lead")[0].get_text().endswith("times as shiny.")
    assert (image.get("loading"), image["alt"]) == (None, "A")


def test_an_abstract_is_open_where_the_paper_itself_is_not_at_hand(site: Site) -> None:
    built = site(gold=GOLD, shut=GOLD.replace("gold", "shut"), bib=BIB + BIB.split("@article")[0].replace(
        "{gold,", "{shut,").replace("pdf = {https://gold.example/paper.pdf},", ""))  # fmt: skip

    states = {
        name: [part.has_attr("open") for part in built.page(name).select("details:has(.vita-abstract)")]
        for name in ("gold", "shut")
    }
    assert states == {"gold": [False], "shut": [True]}


def test_what_is_related_stands_at_the_end_and_follows_a_change_of_tags(site: Site) -> None:
    tags = {"gold": "metal, rush", "silver": "Metal", "iron": "rust"}
    bib = BIB
    for key, words in tags.items():
        bib = bib.replace(f"{{{key},", f"{{{key}, keywords = {{{words}}},")
    pages = {f"{key}.md": f"# {key}\n\n:::{{publication}} {key}\n:::\n" for key in ("gold", "silver")}

    first = site({**pages}, papers=LIST, bib=bib)
    before = related(first, "gold"), related(first, "silver")
    after = related(site(bib=bib.replace("rust", "rush")), "gold")

    assert before == ([("Silver & Co", "silver.html")], [("The GOLD Rush: x²", "gold.html")])
    assert after == [("Silver & Co", "silver.html"), ("Iron", "papers.html#publication-iron")]


def related(built: Built, name: str) -> list[tuple[str, str]]:
    return [(link.get_text(), str(link["href"])) for link in built.page(name).select(".vita-related a")]


def test_the_words_inside_the_directive_are_shown(site: Site) -> None:
    assert "A version is public." in site(
        gold="# Gold\n\n:::{publication} gold\n\nA version is public.\n:::\n", bib=BIB
    ).words("gold")


def test_an_option_is_told(site: Site) -> None:
    built = site(gold="# Gold\n\n:::{publication} gold\n:year: 2020\n:::\n", bib=BIB, silent=False)

    assert [told.place for told in built.told] == [("vita.unknown_option", "gold.md", 3)]
    assert "its facts stand in the bibliography" in built.told[0].message


def test_a_misspelt_key_is_told_and_the_page_is_built(site: Site) -> None:
    built = site(gold="# Gold\n\n:::{publication} glod\n:::\n\nWords.\n", bib=BIB, silent=False)

    assert [told.place for told in built.told] == [("vita.unknown_entry", "gold.md", 3)]
    assert "did you mean 'gold'?" in built.told[0].message
    assert "Words." in built.words("gold")


def test_a_paper_leads_to_the_list_and_to_no_other_by_its_place(site: Site) -> None:
    pages = {f"{key}.md": f"# {key}\n\n:::{{publication}} {key}\n:::\n" for key in ("gold", "silver", "iron")}

    built = site({**pages}, papers=LIST.replace("Papers", r"Papers \& \<b>"), bib=BIB)

    (back,) = built.page("silver").select("nav.vita-breadcrumb a")
    assert (back.get_text(), back["href"]) == ("Papers & <b>", "papers.html")
    assert [rel for rel in ("prev", "next") if f'<link rel="{rel}"' in built.text("silver.html")] == []


def test_pages_of_papers_need_no_place_in_the_tree(site: Site) -> None:
    pages = {"index.md": "# Home\n", "papers/gold.md": "# Gold\n\n:::{publication} gold\n:::\n"}

    built = site({**pages}, bib=BIB)  # Sphinx would warn of a page outside of the tree

    assert "papers/gold.html" in built.files()


def anchored(built: Built, page: str) -> dict[str, str]:
    """Give what stands first behind each anchor of a publication."""
    anchors = built.page(page).select("[id^=publication-]")
    return {str(each["id"]): " ".join(each.find_next(["h1", "h2", "p"]).get_text().split()) for each in anchors}  # type: ignore[union-attr]


def test_the_anchor_of_a_paper_shows_its_title(site: Site) -> None:
    lead = "# {pub-title}`gold`\n\nOne word before.\n\n:::{publication} gold\n:::\n"

    built = site(lead=lead, silver="# Another name\n\n% a remark\n\n:::{publication} silver\n:::\n", bib=BIB)

    assert anchored(built, "lead") == {"publication-gold": "The GOLD Rush: x 2 ¶"}
    assert anchored(built, "silver") == {"publication-silver": "Another name¶"}
    assert {each.address for each in built.objects() if each.name in ("gold", "silver")} == {
        "lead.html#publication-gold",
        "silver.html#publication-silver",
    }


def test_two_papers_of_one_page_are_linked_at_their_own_headings(site: Site) -> None:
    of_each = "".join(f"## {{pub-title}}`{key}`\n\n:::{{publication}} {key}\n:::\n\n" for key in ("silver", "iron"))

    built = site(both=f"# Early work\n\n{of_each}", list=LIST, bib=BIB)

    assert anchored(built, "both") == {"publication-silver": "Silver & Co¶", "publication-iron": "Iron¶"}
    links = [link["href"] for link in built.page("list").select(".vita-head strong > a[href^=both]")]
    assert links == ["both.html#publication-silver", "both.html#publication-iron"]


def test_a_paper_below_the_text_of_another_heading_keeps_its_place(site: Site) -> None:
    built = site(old="# Old work\n\nMuch prose.\n\n:::{publication} iron\n:::\n", list=LIST, bib=BIB)

    assert anchored(built, "old") == {"publication-iron": "Mingyu Li"}
    assert [link["href"] for link in built.page("list").select(".vita-head a[href^=old]")] == [
        "old.html#publication-iron"
    ]


def test_a_paper_named_on_its_own_page_is_linked_at_its_heading(site: Site) -> None:
    built = site(gold=GOLD + "\nAs {pub}`gold` says.\n", bib=BIB)

    assert [link["href"] for link in built.page("gold").select("p:not(.vita-buttons) > a.reference.internal")] == [
        "#publication-gold"
    ]


def test_the_title_of_the_window_has_the_formulas_of_a_heading_in_unicode(site: Site) -> None:
    bib = r"@misc{x, title={On $\gamma$-LiAlO$_2$ and ${\mathrm{MoS}}_{2}$}, author={A B}, year=2020}"

    built = site(paper="# {pub-title}`x`\n\n:::{publication} x\n:::\n", bib=bib)

    assert "<title>On γ-LiAlO₂ and MoS₂" in built.text("paper.html")
    assert built.page("paper").select("h1 math")
