"""Each fact of the owner's list is read where it must stand, in its order."""

from pathlib import Path
from textwrap import dedent

import pytest
import typst
from harness.checked_sites import MakeSite
from sphinx_vita.command.check.checks import facts
from sphinx_vita.command.check.promises import read_promises
from sphinx_vita.command.check.site import Site

CV = """<section><h1>CV</h1><p>Ada Lovelace</p>
<section><h2>Education<a class="headerlink" href="#e">#</a></h2><p>Ph.D., 2019 – 2023</p><p>B.Sc., 2015</p></section>
<section><h2>Work</h2><p>Engineer at <em>the</em> Mill, 2023</p></section></section>"""
LIST = """\
    places: {pages: [cv]}
    headings: {person: "", education: Education, work: Work}
    person:
      - Ada Lovelace
    education:
      - Ph.D., 2019 - 2023
      - B.Sc., 2015
    work:
      - Engineer at the Mill
    """


def told(make_site: MakeSite, listed: str, page: str = CV, **files: str | bytes) -> list[tuple[str, int]]:
    site = site_of(make_site, listed, page, **files)
    return [(each.code.name, each.line) for each in facts.check(site)]


def site_of(make_site: MakeSite, listed: str, page: str = CV, **files: str | bytes) -> Site:
    output = {"cv.html": page} | {name.replace("_", "."): text for name, text in files.items()}
    return make_site(output, {"facts.yaml": dedent(listed)}, facts="facts.yaml")


def test_facts_that_stand_where_they_must_are_silent(make_site: MakeSite) -> None:
    assert told(make_site, LIST) == []


def test_without_a_list_nothing_is_promised(make_site: MakeSite) -> None:
    assert list(facts.check(make_site({}, facts="facts.yaml"))) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("B.Sc., 2015", "B.Sc., 2016", [("facts.missing", 7)]),
        ("Ph.D., 2019 – 2023</p><p>B.Sc., 2015", "B.Sc., 2015</p><p>Ph.D., 2019 – 2023", [("facts.order", 7)]),
        ("Engineer at", "Engineer, at", [("facts.missing", 9)]),
        ("<h2>Work</h2>", "<h2>Jobs</h2>", [("facts.section", 9)]),
    ],
)
def test_a_fact_that_is_lost_or_out_of_order_is_told_at_its_line(
    make_site: MakeSite, old: str, new: str, expected: list[tuple[str, int]]
) -> None:
    assert old in CV
    assert told(make_site, LIST, CV.replace(old, new)) == expected


def test_headings_in_another_order_are_told(make_site: MakeSite) -> None:
    first, *rest = CV.split("<section><h2>")
    swapped = "<section><h2>".join([first, rest[1].replace("</section></section>", "</section>"), rest[0]])

    assert told(make_site, LIST, swapped + "</section>") == [("facts.section", 9)]


def test_the_message_says_what_the_owner_can_do(make_site: MakeSite) -> None:
    (found,) = facts.check(site_of(make_site, LIST, CV.replace("B.Sc., 2015", "")))

    assert found.where == "facts.yaml:7"
    assert found.message == (
        "'B.Sc., 2015' is not in cv.html; write it there, or take this line out if it is true no more"
    )


def test_a_fact_without_a_place_stands_on_any_page(make_site: MakeSite) -> None:
    assert told(make_site, "any:\n  - Engineer at the Mill\n  - Nowhere said\n") == [("facts.missing", 3)]


def test_a_fact_that_must_stand_elsewhere_too_is_looked_for_on_another_page(make_site: MakeSite) -> None:
    listed = "places: {pages: [cv], elsewhere: true}\nany:\n  - Ada Lovelace\n  - {fact: B.Sc., elsewhere: false}\n"

    assert told(make_site, listed) == [("facts.missing", 3)]
    assert told(make_site, listed, about_html="Ada Lovelace") == []


def test_a_fact_may_have_a_place_of_its_own(make_site: MakeSite) -> None:
    listed = "any:\n  - {fact: Said here, pages: [a]}\n"

    assert told(make_site, listed, a_html="", b_html="Said here") == [("facts.missing", 2)]
    assert told(make_site, listed, a_html="Said here") == []


def test_a_page_of_each_own_folder_is_found(make_site: MakeSite) -> None:
    site = make_site({"cv/index.html": CV}, {"facts.yaml": dedent(LIST)}, facts="facts.yaml")

    assert list(facts.check(site)) == []


@pytest.mark.parametrize("word", ["asplos", "ASPLoS"])
def test_a_word_that_is_spelled_otherwise_is_told(make_site: MakeSite, word: str) -> None:
    site = make_site(
        {"a.html": f"At {word} and ASPLOS"},
        {"facts.yaml": "spelled: [ASPLOS]\n", "a.md": f"# A\n\nAt {word} and ASPLOS\n"},
        facts="facts.yaml",
    )

    assert [(each.code.name, each.where) for each in facts.check(site)] == [("facts.spelling", "a.md:3")]


PDF = typst.compile(b"#set page(height: 4cm)\nAda Lovelace at ASPLoS\n\n = Work\nEngineer at the Mill#pagebreak()Two")


def test_a_pdf_is_held_to_facts_length_and_spelling(make_site: MakeSite) -> None:
    listed = """\
        places: {pdfs: [cv.pdf]}
        lengths: {cv.pdf: 1, gone.pdf: 1}
        spelled: [ASPLOS]
        headings: {work: Work, person: ""}
        person:
          - Ada Lovelace
        work:
          - Engineer at the Mill
          - Charles
        """
    site = make_site({"cv.pdf": PDF}, {"facts.yaml": dedent(listed)}, facts="facts.yaml")

    assert sorted((each.line, each.code.name) for each in facts.check(site)) == [
        (2, "facts.length"),
        (2, "facts.missing"),
        (3, "facts.spelling"),
        (9, "facts.missing"),
    ]


@pytest.mark.parametrize(
    ("listed", "line"),
    [
        ("- a fact\n", 1),
        ("education: a fact\n", 1),
        ("education:\n  - a: fact\n", 2),
        ("education:\n  -\n", 2),
        ("education:\n  - [a]\n", 2),
        ("education: [\n", 2),
        ("lengths: {cv.pdf: short}\n", 1),
    ],
)
def test_a_list_that_cannot_be_read_says_at_which_line(listed: str, line: int) -> None:
    assert [place for _, place in read_promises(listed).problems] == [line]


def test_a_fact_is_taken_as_it_is_written(make_site: MakeSite) -> None:
    (group,) = read_promises("a:\n  - 2024\n  - 2024-05-01\n  - 1.10\n  - yes\n").groups

    assert [fact.text for fact in group.facts] == ["2024", "2024-05-01", "1.10", "yes"]


BIB = """@misc{wheels, title = {On {Wheels}}, author = {Ada Lovelace and Charles Babbage}, year = {1843}}
@misc{cogs, title = {On Cogs}, author = {Ada Lovelace}, year = {1844}}
"""
MARK = '<span class="vita-mark" aria-hidden="true">*</span><span class="vita-spoken"> (equal contribution)</span>'


def papers(first: str = MARK, second: str = MARK, third: str = "") -> str:
    return (
        '<p><strong>On Wheels</strong></p><p class="vita-authors">'
        f'<strong class="vita-owner">Ada Lovelace</strong>{first}'
        f", <span>Charles Babbage</span>{second}</p>"
        f'<p><strong>On Cogs</strong></p><p class="vita-authors"><span>Ada Lovelace</span>{third}</p>'
    )


FOLDED = (
    f'<p><strong>On Wheels</strong></p><div class="vita-authors"><p><span>Charles Babbage</span>{MARK}, …, '
    f'<strong class="vita-owner">Ada Lovelace</strong>{MARK}</p><details><summary>… and 20 more</summary>'
    f"<p>Li, Ada Lovelace{MARK}</p></details></div>"
)


@pytest.mark.parametrize(
    ("page", "count"),
    [
        (papers(), 0),
        (FOLDED, 0),
        (papers(second=""), 1),
        (papers(third=MARK), 1),
        (papers(first=MARK.replace(' aria-hidden="true"', "")), 1),
        (papers(first='<span class="vita-mark" aria-hidden="true">*</span>'), 1),
    ],
)
def test_marks_stand_behind_the_right_names_and_are_said_in_words(make_site: MakeSite, page: str, count: int) -> None:
    site = make_site(
        {"a.html": page},
        {"facts.yaml": "marks:\n  wheels: [Ada Lovelace, Charles Babbage]\n", "papers.bib": BIB},
        facts="facts.yaml",
        bibliographies=("papers.bib",),
    )

    assert [each.code.name for each in facts.check(site)] == ["facts.marks"] * count


def test_marks_of_a_paper_that_is_not_there_are_told(make_site: MakeSite) -> None:
    site = make_site({}, {"facts.yaml": "marks: {gone: [Ada]}\n", "papers.bib": BIB}, facts="facts.yaml",
                     bibliographies=("papers.bib",))  # fmt: skip

    assert ["'gone'" in each.message for each in facts.check(site)] == [True]


def test_a_fact_that_is_withheld_now_says_where(make_site: MakeSite) -> None:
    profile = "# Ada\n\n:::{profile} Ada\n:phone: +44 20 7946 0123\n:visibility: private phone\n:::\n"
    listed = 'person:\n  - {fact: "+44 20 7946 0123", pages: [cv]}\n'
    site = make_site({"cv.html": CV}, {"index.md": profile, "facts.yaml": listed}, facts="facts.yaml")

    assert ["since index.md:4 withholds the phone" in each.message for each in facts.check(site)] == [True]


def test_the_list_in_the_documentation_is_read_whole() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "check.md"
    read = read_promises(page.read_text("utf-8").partition(":caption: facts.yaml\n")[2].partition("```")[0])

    assert read.problems == []
    assert read.lengths.keys() == {"resume.pdf"}
    assert [word for word, _ in read.spelled] == ["ASPLOS"]
    assert read.marks == {"wheels": ["Ada Lovelace", "Charles Babbage"]}
    (group,) = read.groups
    assert group.heading == "Education"
    assert [(fact.text, fact.pages) for fact in group.facts] == [
        ("2014 – 2019", ("cv",)),
        ("Ph.D. in Marine Biology", ("index",)),
    ]
