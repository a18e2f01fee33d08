"""Timelines: records of chosen kinds newest first, or the entries written inside."""

import pytest
from harness.sites import Built, Site

JOBS = """\
# Jobs

:::{position} Old
:organization: A
:dates: 2010 – 2015
:::

:::{position} Current
:organization: B
:dates: 2014 – Now

- Uses $x^2$ and {award}`medal`.

![a picture](dot.png)
:::

:::{position} Recent
:organization: C
:dates: May 2018
:::

:::{award} Medal
:dates: 2016
:::
"""
NEWEST = ["Current, B", "Recent, C", "Medal", "Old, A"]
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d4944415478da63fccfc0f01f0005000201f9d7a2d60000000049454e44ae426082"
)


def heads(built: Built, name: str = "view") -> list[str]:
    entries = built.page(name).select(".vita-timeline .vita-entry .vita-head")
    return [head.get_text().strip().removesuffix("#") for head in entries]


def view(options: str) -> str:
    return f"# V\n\n:::{{timeline}}\n{options}\n:::\n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (":kind: position, award", NEWEST),
        (":kind: award;position", NEWEST),
        (":kind: award", ["Medal"]),
        (":kind: talk", []),
        (":kind: position, award\n:limit: 2", NEWEST[:2]),
        (":kind: position\n:year: 2018", ["Current, B", "Recent, C"]),
        (":kind: position\n:year: 2012", ["Old, A"]),
        (":kind: position, award\n:year: 2016-2017", ["Current, B", "Medal"]),
        (":kind: position\n:year: 2030", ["Current, B"]),
        (":kind: position\n:keys: a-2010, c-2018", ["Old, A", "Recent, C"]),
    ],
)
def test_a_timeline_shows_the_records_that_its_options_choose(site: Site, options: str, expected: list[str]) -> None:
    assert heads(site({"dot.png": PIXEL}, jobs=JOBS, view=view(options))) == expected


def test_an_entry_of_another_page_comes_with_its_body_but_without_its_anchor(site: Site) -> None:
    site.write({"dot.png": PIXEL, "sub/view.md": view(":kind: position\n:limit: 1"), "jobs.md": JOBS})
    site.write({"index.md": "# Home\n\n```{toctree}\njobs\nsub/view\n```\n"})

    page = site().page("sub/view")

    (entry,) = page.select(".vita-entry")
    assert entry.get("id") is None
    assert entry.select("a.headerlink") == []
    assert entry.select_one("li math") is not None
    assert [link["href"] for link in entry.select("li a")] == ["../jobs.html#award-medal-2016"]
    assert [image["src"] for image in entry.select("img")] == ["../_images/dot.png"]


def test_entries_written_inside_keep_their_order_and_are_a_list(site: Site) -> None:
    inside = "".join(
        f":::{{award}} {name}\n:dates: {year}\n:::\n\n" for name, year in (("A", 2001), ("B", 2003), ("C", 2002))
    )

    built = site(view=f"# V\n\n::::{{timeline}}\n\n{inside}::::\n")

    assert heads(built) == ["A", "B", "C"]
    assert len(built.page("view").select("ul.vita-entries > li > .vita-entry")) == 3


def test_prose_between_entries_stays_between_them(site: Site) -> None:
    award = ":::{award} %s\n:dates: 2001\n:::\n\n"

    built = site(view="# V\n\n::::{timeline}\n\n" + award % "A" + "And then:\n\n" + award % "B" + "::::\n")

    assert built.words("view") == "V¶ A# 2001 And then: B# 2001"


def test_the_short_form_names_each_record_and_leads_to_it(site: Site) -> None:
    page = site({"dot.png": PIXEL}, jobs=JOBS, view=view(":kind: position, award\n:style: list")).page("view")

    entries = [(entry.a.get_text(), entry.a["href"]) for entry in page.select(".vita-entry") if entry.a]
    assert entries[:2] == [("Current, B", "jobs.html#position-b-2014"), ("Recent, C", "jobs.html#position-c-2018")]
    assert page.select(".vita-text") == []


def test_a_record_without_dates_comes_last(site: Site) -> None:
    page = "# R\n\n:::{award} Undated\n:::\n\n:::{award} Dated\n:dates: 1990\n:::\n"

    built = site(page=page, view=view(":kind: award"), silent=False)

    assert heads(built) == ["Dated", "Undated"]


def test_publications_may_stand_on_a_timeline(site: Site) -> None:
    bib = "@misc{x, title={Paper}, author={A, B}, year=2017, author+an={1=equal}}"

    built = site({"dot.png": PIXEL}, jobs=JOBS, view=view(":kind: publication, award"), bib=bib)

    assert heads(built) == ["Paper", "Medal"]
    assert [words.get_text() for words in built.page("view").select("p.vita-explanation")] == ["* Equal contribution"]
