"""Lists of a CV on pages and in the PDF: tags, groups with anchors, numbers, sections over nothing."""

import json
import re
from collections.abc import Callable
from io import BytesIO

import pytest
from bs4 import BeautifulSoup, Tag
from harness.sites import Built, Site
from pypdf import PdfReader

BIB = r"""
@article{atlas, title={Atlas}, author={Valderrama Quispe, In{\'e}s and Li, M}, journal={J}, year={2024}, tags={whales}}
@article{song, title={Song}, author={Li, M and Valderrama Quispe, In{\'e}s}, journal={J}, year={2022}}
@book{sea, title={Sea}, author={Li, M}, publisher={CUP}, year={2021}, keywords={Ocean}}
"""
PAGES: dict[str, str | bytes | None] = {
    "index.md": "# Home\n\n:::{profile} Inés Valderrama Quispe\n:::\n\n```{toctree}\ntalks\ncv\nnone\n```\n",
    "talks.md": """# Talks

:::{talk} Plenary
:dates: 2024
:event: E
:tags: Invited, <b>loud</b>

A body.
:::

:::{talk} Seminar
:dates: 2023
:::
""",
    "cv.md": """---
pdf: cv.pdf
---

# CV

## Papers

:::{publications}
:group: type
:titles: book = Books & "more"
:numbered: book = B
:::

### All of them

:::{publications}
:group: type
:numbered: through
:role: author
:::

## Talks

:::{timeline}
:kind: talk
:group: tags
:titles: invited = Invited talks
:numbered: T
:::

## Cards

:::{publications}
:style: cards
:group: year
:numbered:
:::
""",
    "none.md": """# None

## Awards

### Prizes

:::{timeline}
:kind: award
:::

### Medals

:::{timeline}
:kind: award
:::

## Kept

Prose.

:::{timeline}
:kind: award
:::

## Misspelt

:::{timeline}
:kind: talk
:tags: invitd
:::
""",
}


@pytest.fixture(scope="module")
def built(new_site: Callable[[str], Site]) -> Built:
    return new_site("lists")(PAGES, bib=BIB, silent=False, config={"vita_exports": True})


def headings(page: Tag) -> list[tuple[str, str, str]]:
    """Give the name, the level and the address of each heading below the page's own."""
    found = page.select(":is(h2, h3, h4):not(.vita-head *)")  # those of the entries stand in no contents
    return [(each.get_text().removesuffix("¶"), each.name, each.a["href"] if each.a else "") for each in found]  # type: ignore[misc]


def contents(built: Built, name: str) -> list[str]:
    """Give the addresses of the contents of a page, as a theme prints them."""
    aside = BeautifulSoup(built.text(f"{name}.html"), "html.parser").select_one(".sphinxsidebar")
    assert aside is not None
    return [str(link["href"]) for link in aside.select("a.reference.internal") if str(link["href"]).startswith("#")]


def words_of_pdf(built: Built) -> str:
    pages = PdfReader(BytesIO((built.output / "cv.pdf").read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_group_is_a_heading_below_its_section_with_an_address_of_its_own(built: Built) -> None:
    assert headings(built.page("cv")) == [
        ("Papers", "h2", "#papers"),
        ('Books & "more"', "h3", "#group-book"),
        ("Journal articles", "h3", "#group-article"),
        ("All of them", "h3", "#all-of-them"),
        ("Journal articles", "h4", "#group-article-2"),
        ("Talks", "h2", "#talks"),
        ("Invited talks", "h3", "#group-invited"),
        ("Other", "h3", "#group-other"),
        ("Cards", "h2", "#cards"),
        ("2024", "h3", "#group-2024"),
        ("2022", "h3", "#group-2022"),
        ("2021", "h3", "#group-2021"),
    ]


def test_the_contents_of_a_page_have_its_groups_in_their_places(built: Built) -> None:
    assert contents(built, "cv") == ["#", *(address for _, _, address in headings(built.page("cv")))]


def test_numbers_stand_before_the_titles_and_in_the_list_itself(built: Built) -> None:
    lists = built.page("cv").select("ol.vita-numbered")

    assert [(each["start"], each.has_attr("reversed")) for each in lists] == [
        ("1", False),
        ("2", True),
        ("2", True),
        ("2", False),
        ("1", False),
        ("3", False),
        ("2", False),
        ("1", False),
    ]
    heads = [head.get_text().strip().rstrip("#") for head in built.page("cv").select(".vita-numbered .vita-head")]
    assert heads == [
        *("B1. Sea", "2. Atlas", "1. Song"),
        *("2. Atlas", "1. Song"),
        *("T2. Plenary", "T1. Seminar"),
        *("3. Atlas", "2. Song", "1. Sea"),
    ]


def test_the_pdf_has_the_same_groups_and_numbers(built: Built) -> None:
    words = words_of_pdf(built)

    assert 'Papers Books & "more" B1. Sea' in words
    assert "Journal articles 2. Atlas" in words
    assert "Talks Invited talks T2. Plenary" in words
    assert "Other T1. Seminar" in words


def test_tags_stand_on_the_entry_as_words_and_not_in_the_pdf(built: Built) -> None:
    for name in ("talks", "cv"):
        lines = built.page(name).select(".vita-talk .vita-tags")
        assert [line.get_text() for line in lines] == ["Tags: Invited, <b>loud</b>"]
    assert "loud" not in words_of_pdf(built)


def test_tags_are_keywords_and_categories_of_the_exports(built: Built) -> None:
    resume = json.loads(built.text("resume.json"))
    talk = next(each for each in resume["projects"] if each["name"] == "Plenary")
    papers = {each["name"]: each.get("keywords") for each in resume["publications"]}

    assert talk["keywords"] == ["Invited", "<b>loud</b>"]
    assert papers == {"Atlas": ["whales"], "Song": None, "Sea": ["Ocean"]}
    assert "Tags: Invited, \\<b\\>loud\\</b\\>" in built.text("llms.txt")
    assert '<category term="Ocean"/>' in built.text("feed.atom").replace('"></category>', '"/>')


def test_headings_over_nothing_are_left_out_and_told_once(built: Built) -> None:
    page = built.page("none")

    assert [name for name, _, _ in headings(page)] == ["Kept"]
    assert contents(built, "none") == ["#", "#kept"]
    told = [(each.type, each.line, each.message.partition(";")[0]) for each in built.told if each.file == "none.md"]
    assert told == [("vita.unknown_value", 27, "no talk has 'invitd' as tags")]
    left_out = re.findall(r"none\.md:(\d+): the section '(\w+)' is left out, since its view chooses", built.said)
    assert left_out == [("7", "Prizes"), ("13", "Awards")]


def test_a_section_comes_back_with_its_records(site: Site) -> None:
    page = "# A\n\n## Awards\n\n:::{timeline}\n:kind: award\n:group: year\n:::\n"
    award = "# B\n\n:::{award} Medal\n:dates: 2020\n:::\n"
    site(a=page, b=award)
    assert headings(site(b="# B\n", silent=False).page("a")) == []

    built = site(b=award)

    assert [name for name, _, _ in headings(built.page("a"))] == ["Awards", "2020"]
    assert contents(built, "a") == ["#", "#awards", "#group-2020"]


def test_groups_follow_a_record_of_another_page_wherever_their_page_is_listed(site: Site) -> None:
    page = "# A\n\n:::{timeline}\n:kind: award\n:group: year\n:::\n"
    award = "---\norphan: true\n---\n\n# B\n\n:::{award} Medal\n:dates: %s\n:::\n"
    site(index="# Home\n\n```{toctree}\n:maxdepth: 2\na\n```\n", a=page, b=award % 2020)

    built = site(b=award % 2021)

    assert "a.html#group-2021" in built.text("index.html")
    assert "a.html#group-2020" not in built.text("index.html")
