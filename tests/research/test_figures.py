"""Every figure in the prose of research/ and publications/ has its source in figures.yaml and on its page.

That the source holds it is seen in test_excerpts.py.
"""

import copy
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from tests.content import HERE, source_text, sources
from tests.reading import Page, fold, read

# Written by the engine from the records, drawn by models, or formulas and not measurements.
# What a figure computes stands in its panels and its table; its caption is prose.
NOT_PROSE = (
    ".vita-publication-header, .vita-publications, .vita-cite, .vita-related, .vita-breadcrumb, math, "
    ".figure-panels, .figure-controls, .figure-numbers, .figure-source"
)
BIBLIOGRAPHY = "publications/publications.bib"

UNITS = """% x × dB GB GiB MB KB B M million billion byte bytes number numbers parameter parameters float floats GPU
GPUs A100-40GB s second seconds min minute minutes hour hours time times image images scene scenes pixels patients
stars dataset datasets method methods task tasks views points blocks chunks microbatches activations tiles units
hosts""".split()
WORDS = "two three four five six seven eight nine ten hundred".split()
NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?(?:-\d+(?:\.\d+)?)?\+?|(?i:{'|'.join(WORDS)}))"
WITH_UNIT = rf"{NUMBER} ?(?:Mip-NeRF 360 |NLP )?(?:{'|'.join(map(re.escape, UNITS))})(?![\w-]|(?<=×) ?\d)"
# A number with a fraction or with groups of three digits counts anything; so do a share and a whole cell of a table.
BARE = r"\d{1,3}(?:,\d{3})+(?!\w)|\d+\.\d+(?:-\d+\.\d+)?(?![\w/]|\.\d)|\d+ of (?:the )?\d+"
NAMES = r"(?<!NeRF )(?<!Apache )(?<!arXiv )(?<!arXiv:)"  # a number behind one of these is part of a name
FIGURE = re.compile(rf"(?<![\w.,-]){NAMES}(?:{WITH_UNIT}|{BARE})")
CELL = re.compile(r"(?<=\| )\d[\d,. -]*(?= \||$)")


def test_the_search_for_figures_knows_the_ways_to_write_one() -> None:
    """The net itself: what it must catch and what it must let through."""
    caught = "55-97% / 102,231,360 / 24 GB / 25 million / 27.28 dB / four methods / 6.7 times / 1.50-3.71× / 10 of 59"
    free = "3D / 16 × 16 / in 2025 / Rubble 4K / GPT-3 / RTX 4090 / issue 416 / FB15k-237 / equation 7"
    free += " / arXiv 2512.20017"

    assert [figure for figure in caught.split(" / ") if not FIGURE.fullmatch(figure)] == []
    assert [other for other in free.split(" / ") if FIGURE.search(other)] == []


@cache
def table() -> dict[str, list[dict[str, Any]]]:
    """The figures by source file: the words on the page and where they come from."""
    written: dict[str, list[dict[str, Any]]] = yaml.safe_load((HERE / "research/figures.yaml").read_text("utf-8"))
    return written


def prose_files() -> list[str]:
    """Name the files whose prose is read, and the bibliography with its one-line results."""
    pages = [name for name in sources() if re.fullmatch(r"(?:research|publications)/[^_/][^/]*\.md", name)]
    return [*pages, BIBLIOGRAPHY]


def prose(pages: dict[str, Page], name: str) -> str:
    """Give the prose of a file as a visitor reads it, each row of a table as Markdown writes it."""
    if name == BIBLIOGRAPHY:
        results = re.findall(r"^ *(?:tldr|award|addendum) *= *\{(.*)\},$", source_text(name), re.MULTILINE)
        plain = re.sub(r"\\href\{.*?\}", "", " / ".join(results))
        return fold(re.sub(r"[{}\\]", "", plain).replace("--", "–"))
    article = copy.copy(pages[name.replace(".md", ".html")].article)
    for cell in article.select("td, th"):
        cell.insert(0, "| ")
    for row in article.select("tr"):
        row.append(" |")
    return read(article, without=NOT_PROSE)


def figures(text: str) -> Iterator[tuple[int, int]]:
    """Give where each figure of a text begins and ends."""
    for match in (*FIGURE.finditer(text), *CELL.finditer(text)):
        yield match.span()


def covered(text: str, rows: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Give where the words of the table's rows stand in a text."""
    return [match.span() for row in rows for match in re.finditer(re.escape(fold(row["text"])), text)]


@pytest.mark.parametrize("name", prose_files())
def test_every_figure_is_in_the_table(pages: dict[str, Page], name: str) -> None:
    text = prose(pages, name)
    spans = covered(text, table().get(name, []))
    unknown = [
        f"{text[begin:end]!r} in {text[max(0, begin - 60) : end + 40]!r}"
        for begin, end in figures(text)
        if not any(start <= begin and end <= stop for start, stop in spans)
    ]

    assert unknown == []


@pytest.mark.parametrize("name", prose_files())
def test_every_row_of_the_table_is_on_its_page(pages: dict[str, Page], name: str) -> None:
    text = prose(pages, name)

    assert [row["text"] for row in table().get(name, []) if fold(row["text"]) not in text] == []


@pytest.mark.parametrize("name", table())
def test_every_row_of_the_table_has_a_figure_and_a_source(name: str) -> None:
    for row in table()[name]:
        is_quoted = row["source"].startswith("https://")
        assert row.keys() - {"computed", "unit"} == {"text", "source"} | ({"excerpt"} if is_quoted else set()), row
        assert list(figures(fold(row["text"]))), f"{row['text']!r} has no figure; take it out"
        assert row["source"].startswith(("https://", "the CV", "computed: ", "definition: ", "model: ")), row["source"]


@pytest.mark.parametrize("name", prose_files()[:-1])
def test_a_cell_of_a_table_holds_one_value(pages: dict[str, Page], name: str) -> None:
    """Two of them, each with its unit, break into four lines on a phone; a unit stands in the head or the caption."""
    cells = [fold(cell.get_text()) for cell in pages[name.replace(".md", ".html")].article.select("td")]

    assert [cell for cell in cells if re.search(r"\d ?[A-Za-z]+, ?\d|\d / \d", cell)] == []


@pytest.mark.parametrize("name", table())
def test_a_source_is_linked_on_the_page_of_its_figure(pages: dict[str, Page], name: str) -> None:
    """A reader can check a figure; one from the CV or one that the page itself computes needs no link."""
    linked = addresses(pages, name)
    sources = [row["source"] for row in table()[name] if row["source"].startswith("https://")]

    assert [source for source in sources if source not in linked] == []


def addresses(pages: dict[str, Page], name: str) -> set[str]:
    """Give what a page links, or for the bibliography what its entries hold."""
    if name == BIBLIOGRAPHY:
        return set(re.findall(r"https://[^\s{}]+", source_text(name)))
    return {address for _, address in pages[name.replace(".md", ".html")].addresses()}
