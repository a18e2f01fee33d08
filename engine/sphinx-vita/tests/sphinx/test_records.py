"""Each kind of record, as an author writes it: its entry, anchor and key, its place in inventory and search."""

import json
from typing import Any

import pytest
from harness.sites import PAPER, Object, Site

# kind -> what is written, the anchor, its name in the search, and what a visitor reads
RECORDS = {
    "degree": (
        ":::{degree} Doctor of Philosophy\n:institution: New University\n:dates: 2023 – Now\n"
        ":advisors: Ann Lee, Bo Chen\n"
        ":honors: summa cum laude\n:location: New York\n:url: https://uni.example\n:::",
        "degree-new-university-2023",
        "Doctor of Philosophy, New University",
        "New University (summa cum laude)# 2023 – Now Doctor of Philosophy, advised by Ann Lee and Bo Chen New York",
    ),
    "position": (
        ":::{position} Research Intern\n:organization: Example Lab\n:dates: May 2025 – Aug 2025\n:advisors: Ann Lee\n"
        ":mentors: Bo Chen, Cy Doe\n:location: Paris\n:url: https://lab.example\n\n- Built the thing.\n:::",
        "position-example-lab-2025",
        "Research Intern, Example Lab",
        "Research Intern, Example Lab# May–Aug 2025 Paris Advisor: Ann Lee Mentors: Bo Chen, Cy Doe Built the thing.",
    ),
    "award": (
        ":::{award} Gold Medal\n:dates: 2017\n:issuer: The Society\n:url: https://medal.example\n:::",
        "award-gold-medal-2017",
        "Gold Medal, The Society",
        "Gold Medal, The Society# 2017",
    ),
    "service": (
        ":::{service} Reviewer\n:venue: Big Conference\n:dates: 2024\n:url: https://conf.example\n:::",
        "service-big-conference-2024",
        "Reviewer, Big Conference",
        "Reviewer: Big Conference# 2024",
    ),
    "referee": (
        ":::{referee} Prof. Ann Lee\n:email: ann@uni.example\n:affiliation: New University\n:url: https://ann.example\n:::",
        "referee-prof-ann-lee",
        "Prof. Ann Lee, New University",
        "Prof. Ann Lee# New University ann@uni.example",
    ),
    "person": (
        ":::{person} Ann Lee\n:url: https://ann.example\n:affiliation: New University\n:::",
        "person-ann-lee",
        "Ann Lee, New University",
        "Ann Lee, New University#",
    ),
    "talk": (
        ":::{talk} On Things\n:dates: 2 May 2024\n:event: Seminar\n:institution: New University\n:location: Rome\n"
        ":slides: https://slides.example\n:video: https://video.example\n:::",
        "talk-on-things-2024",
        "On Things, New University",
        "On Things# 2 May 2024 Seminar, New University, Rome Slides Video",
    ),
    "teaching": (
        ":::{teaching} Compilers\n:dates: Fall 2024\n:institution: New University\n:::",
        "teaching-compilers-2024",
        "Compilers, New University",
        "Compilers# Fall 2024 New University",
    ),
    "news": (
        ":::{news} A paper is out\n:dates: Jan 2025\n:url: https://news.example\n:::",
        "news-a-paper-is-out-2025",
        "A paper is out",
        "A paper is out# Jan 2025",
    ),
}
KINDS = pytest.mark.parametrize("kind", list(RECORDS))


def search_hits(script: str) -> list[tuple[str, str, str, str]]:
    """Give the typed hits of Sphinx's search as (type, page, anchor, name), as its script puts them together."""
    index: dict[str, Any] = json.loads(script.removeprefix("Search.setIndex(").removesuffix(")"))
    hits = []
    for prefix, objects in index["objects"].items():
        for page, type_number, _, anchor, name in objects:
            kind = index["objnames"][str(type_number)][1]
            whole = f"{prefix}.{name}" if prefix else name
            full_anchor = {"": whole, "-": f"{kind}-{whole}"}.get(anchor, anchor)
            hits.append((index["objtypes"][str(type_number)], index["docnames"][page], full_anchor, whole))
    return hits


@KINDS
def test_an_entry_says_all_that_is_written_and_can_be_linked_to(site: Site, kind: str) -> None:
    source, anchor, _, words = RECORDS[kind]

    entry = site(page=f"# P\n\n{source}\n").page("page").select_one(f"div.vita-{kind}")

    assert entry is not None
    assert entry["id"] == anchor
    assert [link["href"] for link in entry.select("a.headerlink")] == [f"#{anchor}"]
    assert "".join(entry.get_text().split()) == "".join(words.split())


@KINDS
def test_a_record_is_in_the_inventory_for_other_sites(site: Site, kind: str) -> None:
    source, anchor, name, _ = RECORDS[kind]

    built = site(page=f"# P\n\n{source}\n")

    assert Object(anchor.removeprefix(f"{kind}-"), kind, f"page.html#{anchor}", name) in built.objects()


@KINDS
def test_the_search_finds_a_record_by_its_name_and_leads_to_its_anchor(site: Site, kind: str) -> None:
    source, anchor, name, _ = RECORDS[kind]

    built = site(page=f"# P\n\n{source}\n")

    assert (f"vita:{kind}", "page", anchor, name) in search_hits(built.text("searchindex.js"))


@KINDS
def test_the_role_of_a_kind_refers_to_its_records(site: Site, kind: str) -> None:
    source, anchor, name, _ = RECORDS[kind]
    key = anchor.removeprefix(f"{kind}-")

    built = site(page=f"# P\n\n{source}\n", other=f"# O\n\nsee {{{kind}}}`{key}` and {{{kind}}}`that one <{key}>`.\n")

    links = [(link.get_text(), link["href"]) for link in built.page("other").select("p a")]
    if kind == "person":  # a name links to the person's own page
        assert links == [(key, "https://ann.example"), ("that one", "https://ann.example")]
    else:
        assert links == [(name, f"page.html#{anchor}"), ("that one", f"page.html#{anchor}")]


@KINDS
def test_two_records_of_one_key_are_told_with_both_places_and_both_shown(site: Site, kind: str) -> None:
    source, anchor, _, _ = RECORDS[kind]

    built = site(a=f"# A\n\n{source}\n", b=f"# B\n\ntext\n\n{source}\n", silent=False)

    assert [told.place for told in built.told] == [("vita.duplicate_key", "b.md", 5)]
    assert "at a.md:3; give one of them another ':key:'" in built.told[0].message
    assert all(built.page(page).select_one(f"#{anchor}") for page in ("a", "b"))


def test_two_records_of_one_key_on_one_page_share_no_id_and_both_are_in_a_view(site: Site) -> None:
    award = ":::{award} Medal\n:dates: 2020\n\nfor %s\n:::\n\n"
    page = "# A\n\n" + award % "physics" + award % "poetry"

    built = site(a=page, view="# V\n\n:::{timeline}\n:kind: award\n:::\n", silent=False)

    assert [told.place for told in built.told] == [("vita.duplicate_key", "a.md", 9)]
    assert len(built.page("a").select("#award-medal-2020")) == 1
    assert [text.get_text(strip=True) for text in built.page("view").select(".vita-text")] == [
        "for physics",
        "for poetry",
    ]


def test_removing_one_duplicate_keeps_the_other(site: Site) -> None:
    award = ":::{award} Medal\n:dates: 2020\n:::\n"
    site(a=f"# A\n\n{award}", b=f"# B\n\n{award}", c="# C\n\n{award}`medal-2020`\n", silent=False)

    built = site(b="# B\n", c="# C\n\nsee {award}`medal-2020`\n")

    assert [link["href"] for link in built.page("c").select("p a")] == ["a.html#award-medal-2020"]


def test_a_key_of_ones_own_names_a_record(site: Site) -> None:
    built = site(a="# A\n\n:::{award} Medal\n:dates: 2020\n:key: The Medal!\n:::\n\n{award}`The Medal!`\n")

    assert Object("The Medal!", "award", "a.html#award-The-Medal", "Medal") in built.objects()
    assert [link["href"] for link in built.page("a").select("p > a.internal")] == ["#award-The-Medal"]


def test_a_role_may_leave_the_year_out_where_that_names_one_record(site: Site) -> None:
    award = ":::{award} Medal\n:dates: %d\n:::\n\n"

    built = site(a="# A\n\n" + award % 2020 + "{award}`medal`\n")

    assert [link["href"] for link in built.page("a").select("p > a.internal")] == ["#award-medal-2020"]


def test_a_role_without_a_year_is_told_where_two_records_could_be_meant(site: Site) -> None:
    award = ":::{award} Medal\n:dates: %d\n:::\n\n"

    built = site(a="# A\n\n" + award % 2020 + award % 2021 + "{award}`medal`\n", silent=False)

    assert [told.place for told in built.told] == [("vita.unknown_reference", "a.md", 11)]
    assert "did you mean 'medal-202" in built.told[0].message


def test_the_title_may_be_an_option_and_the_argument_may_have_several_words(site: Site) -> None:
    built = site(a="# A\n\n```{award}\n:title: Best of All\n:dates: 2020\n```\n")

    assert "Best of All" in built.words("a")


def test_a_record_can_be_written_with_the_name_of_the_domain(site: Site) -> None:
    built = site(a="# A\n\n:::{vita:award} Medal\n:dates: 2020\n:::\n\n{vita:award}`medal`\n")

    assert built.page("a").select_one("#award-medal-2020") is not None


def test_the_same_records_can_be_written_in_restructuredtext(site: Site) -> None:
    page = """\
A
=

.. timeline::

   .. position:: Intern
      :organization: Lab
      :dates: 2020

      - Built it.

.. timeline::
   :kind: position

:position:`lab`
"""
    built = site({"a.rst": page})

    assert [entry.get("id") for entry in built.page("a").select(".vita-entry")] == ["position-lab-2020", None]
    assert [item.get_text(strip=True) for item in built.page("a").select(".vita-text li")] == ["Built it."] * 2
    assert [link["href"] for link in built.page("a").select("p > a.internal")] == ["#position-lab-2020"]


def test_a_problem_in_restructuredtext_is_told_at_its_line(site: Site) -> None:
    built = site({"a.rst": "A\n=\n\ntext\n\n.. award:: Medal\n   :dates: soon\n"}, silent=False)

    assert [told.place for told in built.told] == [("vita.unreadable_date", "a.rst", 6)]


def test_markup_in_an_option_stays_text(site: Site) -> None:
    built = site(a='# A\n\n:::{award} <script>alert("x")</script> & ]]> </style>\n:dates: 2020\n:::\n', silent=False)

    assert {told.type for told in built.told} == {"vita.foreign_markup"}
    assert '<script>alert("x")</script> & ]]> </style>' in built.words("a")
    assert built.page("a").select("script, style") == []


def test_exports_have_the_words_of_a_body_with_titles_of_papers_and_each_item_once(site: Site) -> None:
    body = "Wrote {pub}`cod` and {pub}`more <cod>`.\n\n- Built {pub}`cod`.\n  - faster\n  - smaller\n- Sold it.\n"
    position = f":::{{position}} Intern\n:organization: Lab\n:dates: 2020\n\n{body}:::\n"

    built = site(page=f"# P\n\n{position}", bib=PAPER, config={"vita_exports": True})

    (job,) = json.loads(built.text("resume.json"))["work"]
    title = "COD: Removing the DNA Sampling Barrier"
    assert job["summary"] == f"Wrote {title} and more."
    assert job["highlights"] == [f"Built {title}.", "faster", "smaller", "Sold it."]


def test_exports_follow_the_title_of_a_paper_that_a_body_names(site: Site) -> None:
    page = "# P\n\n:::{position} Intern\n:organization: Lab\n:dates: 2020\n\nWrote {pub}`cod`.\n:::\n"
    site(page=page, bib=PAPER, config={"vita_exports": True})

    built = site(bib=PAPER.replace("COD: Removing", "Without"), config={"vita_exports": True})

    (job,) = json.loads(built.text("resume.json"))["work"]
    assert job["summary"] == "Wrote Without the DNA Sampling Barrier."
