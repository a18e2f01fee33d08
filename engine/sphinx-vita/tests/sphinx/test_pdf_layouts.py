"""The layouts of a PDF: each holds all words in their order, is tagged, and breaks its pages where a reader would."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from harness.sites import PAPER, Built, Site
from pypdf import PdfReader
from sphinx_vita.look import LAYOUTS
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.slips.front_matter import check_front_matter

CONFIG: dict[str, Any] = {"vita_exports": True, "html_baseurl": "https://site.example/", "vita_cards": 0}
JOBS_IN_ALL = 16
WORDS = "whale song of the sea and its many listeners below the ships, " * 3
JOBS = "# Jobs\n\n" + "\n".join(
    f":::{{position}} Job {number}\n:organization: Lab\n:dates: May {1980 + number}\n:location: Port {number}\n\n"
    f"{f'- {WORDS}{chr(10)}' * (number % 9)}\n:::\n"
    for number in range(JOBS_IN_ALL)
)
PARTS = "\n".join(f"## Part {number}\n\n{WORDS * (number % 3 + 1)}\n" for number in range(40))
CV = """\
---
pdf: {name}.pdf
{layout}
---

# Curriculum vitae

:::{{contact}}
:::

## Nothing here

### Nor here

## Papers

:::{{publications}}
:::

| Year | Course | Students |
|------|:------:|---------:|
| 2019 | Song of the sea | 12 |
| 2020 | `{long}` | 8 |

| a | b | c | d | e | f | g | h |
|---|---|---|---|---|---|---|---|
| {word} | {word} | {word} | {word} | {word} | {word} | {word} | {word} |

{parts}

## Work

:::{{timeline}}
:kind: position
:::
"""
LONG_NAME = "Maximiliana Wilhelmine Theodora von Hohenstaufen-Wittelsbach"
ME = f"# Me\n\n:::{{profile}} {LONG_NAME}\n:email: me@uni.example\n:location: London, UK\n:::\n"


def cv(name: str, layout: str) -> str:
    return CV.format(name=name, layout=layout, long="0123456789" * 14, word="0123456789" * 3, parts=PARTS)


@pytest.fixture(scope="module")
def built(new_site: Callable[[str], Site]) -> Built:
    pages = {f"in-{name}.md": cv(name, f"layout: {name}") for name in LAYOUTS}
    pages["in-letter.md"] = cv("letter", "")
    return new_site("layouts")({**pages}, bib=PAPER, config=CONFIG | {"vita_layout": "compact"}, jobs=JOBS, me=ME)


def pdf(built: Built, name: str) -> PdfReader:
    return PdfReader(BytesIO((built.output / f"{name}.pdf").read_bytes()))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_holds_all_words_in_their_order_and_is_tagged(built: Built, name: str) -> None:
    reader = pdf(built, name)
    text = words(reader)

    heads = [f"Job {number}, Lab" for number in reversed(range(JOBS_IN_ALL))]
    first = ("me@uni.example", "Papers", "COD: Removing the DNA", "Ines Quispe", "Course", "Song of the sea", "Work")
    places = [text.index(part) for part in (*first, *heads)]
    assert places == sorted(places)
    assert all(f"Port {number}" in text and f"May {1980 + number}" in text for number in range(JOBS_IN_ALL))
    assert text.startswith(LONG_NAME)
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()


@pytest.mark.parametrize("name", LAYOUTS)
def test_no_page_ends_with_a_heading_or_begins_in_the_middle_of_a_short_entry(built: Built, name: str) -> None:
    pages = [page.extract_text().splitlines() for page in pdf(built, name).pages]
    assert len(pages) > 2
    for number, (page, following) in enumerate(pairwise(pages), 1):
        assert page[-1].strip().endswith(f"{number} / {len(pages)}")
        assert not page[-2].startswith("Part")
        assert "Lab" not in page[-2] or following[0].startswith(("Job", "May"))


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_is_empty_is_left_out_and_nothing_leaves_its_page(built: Built, name: str) -> None:
    reader = pdf(built, name)

    assert not any(title in words(reader) for title in ("Nothing here", "Nor here"))
    ends: list[float] = []

    def note(text: str, place: list[float], _: Any, __: Any, size: float) -> None:
        ends.append(place[4] + 0.3 * size * len(text.strip()))

    reader.pages[0].extract_text(visitor_text=note)  # whose tables have words that no column can hold
    assert max(ends) < float(reader.pages[0].mediabox.width) - 40


def test_a_place_stands_beside_what_it_belongs_to_where_it_fits(built: Built) -> None:
    lines = [line.strip() for page in pdf(built, "classic").pages for line in page.extract_text().splitlines()]

    assert "Job 1, Lab · May 1981 · Port 1" in lines


def test_the_layouts_differ_and_a_page_without_one_has_that_of_the_site(built: Built) -> None:
    files = {name: len(pdf(built, name).pages) for name in (*LAYOUTS, "letter")}

    assert files["letter"] == files["compact"] < files["classic"]
    assert "May 1981 Job 1, Lab · Port 1" in words(pdf(built, "columns"))


@pytest.mark.parametrize(
    ("head", "mistake", "advice"),
    [
        ("pdf: a.pdf\nlayout: clasic", Mistake.UNKNOWN_VALUE, "did you mean 'classic'"),
        ("pdf: a.pdf\nlayout: 'two' # or", Mistake.UNKNOWN_VALUE, "'two'; write 'classic' or 'compact' or 'columns'"),
        ("pdf: a.pdf\nlayout:", Mistake.UNKNOWN_VALUE, "write 'classic'"),
        ("layout: post", Mistake.UNKNOWN_KEY, "of a page without 'pdf'"),
    ],
)
def test_a_layout_that_there_is_not_is_told(head: str, mistake: Mistake, advice: str) -> None:
    text = f"---\n{head}\n---\n# A\n"

    (found,) = check_front_matter(text)
    assert (found.mistake, found.line) == (mistake, head.count("\n") + 2)
    assert advice in found.message
    assert list(check_front_matter(text, ["layout"])) == []  # where another extension has a key of that name
    assert list(check_front_matter('---\npdf: a.pdf\nlayout: "columns"\n---\n')) == []
