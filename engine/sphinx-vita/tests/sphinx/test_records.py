"""Records as authors write them: their keys, their options, their bodies, on their page and in others."""

import json

from harness.sites import PAPER, Object, Site
from harness.worked_examples import EXAMPLES


def test_two_records_of_one_written_key_are_told_with_both_places_and_both_shown(site: Site) -> None:
    records = {kind: each.source(kind).replace("\n", "\n:key: Twice\n", 1) for kind, each in EXAMPLES.items()}
    text = "\n".join(records.values())

    built = site(a=f"# A\n\n{text}", b=f"# B\n\ntext\n\n{text}", silent=False)

    lines = {kind: 3 + f"{text}".partition(record)[0].count("\n") for kind, record in records.items()}
    told = {("vita.duplicate_key", "b.md", line + 2, f"at a.md:{line}; give") for line in lines.values()}
    assert [(*each.place, each.message) for each in built.told] == [
        (*place, f"there is a {kind} 'Twice' already, {at} one of them another ':key:'")
        for kind, (*place, at) in zip(records, sorted(told, key=lambda each: each[2]), strict=True)
    ]
    assert all(built.page(page).select_one(f"#{kind}-Twice") for kind in EXAMPLES for page in "ab")


def test_two_records_of_one_key_on_one_page_share_no_id_and_both_are_in_a_view(site: Site) -> None:
    award = ":::{award} Medal\n:dates: 2020\n:key: medal-2020\n\nfor %s\n:::\n\n"
    page = "# A\n\n" + award % "physics" + award % "poetry"

    built = site(a=page, view="# V\n\n:::{timeline}\n:kind: award\n:::\n", silent=False)

    assert [told.place for told in built.told] == [("vita.duplicate_key", "a.md", 10)]
    assert len(built.page("a").select("#award-medal-2020")) == 1
    assert [text.get_text(strip=True) for text in built.page("view").select(".vita-text")] == [
        "for physics",
        "for poetry",
    ]


def test_removing_one_duplicate_keeps_the_other(site: Site) -> None:
    award = ":::{award} Medal\n:dates: 2020\n:key: medal-2020\n:::\n"
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
