"""The place that is named for a figure holds it: number and unit stand in the excerpt that is kept of it."""

import ast
import operator
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.content import load_facts
from tests.reading import Page, fold
from tests.research.test_figures import CELL, FIGURE, UNITS, figures, prose, table

Row = dict[str, Any]

COUNTS = {word: count for count, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
COUNTS |= {"hundred": 100}
# Turns one unit into another, or a share into per cent; no figure of a source.
FACTORS = {1, 2, 4, 30, 100, 1000, 3600, 10, 6, 9}
# What sources write for a unit, where it is not the unit's own word.
WRITTEN = {
    "db": r"\bPSNR\b",
    "×": r"\d ?x|\btimes\b|multiplier|Time\(min\)",
    "times": r"\d ?x|\btimes\b|multiplier|Time\(min\)",
    "%": r"%|threshold",
    "million": r"\bmillion|\d{8,9}\b",
    "hours": r"\(s\)",
    "seconds": r"\(s\)|\d ?s\b|\bseconds\b",
    "minutes": r"\(min\)",
    "images": r"\bimages\b",
    "numbers": r"floating-point numbers|torch",
    "parameters": r"floating-point numbers",
    "pixels": r"BLOCK_X",
    "methods": r"\balgorithms\b",
    "tasks": r"\btasks\b",
    "stars": r"\bstars\b",
    "a100-40gb": r"40GB NVIDIA A100",
    "m": r"\bmillion\b|\dM\b",
    "bytes": r"\bbytes\b",
}


def numbers(text: str) -> list[float]:
    """Give every number in a text: with or without groups of digits, in words, in thousands as 7k."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    digits = re.findall(r"(?<![A-Za-z])(\d+(?:\.\d+)?)(k?)", plain)
    words = re.findall(rf"(?i)\b({'|'.join(COUNTS)})\b", plain)
    return [float(count) * (1000 if k else 1) for count, k in digits] + [float(COUNTS[word.lower()]) for word in words]


def rounds_to(value: float, written: str) -> bool:
    """Tell whether a value, rounded to the digits that are written, is what is written."""
    return f"{value:.{len(written.partition('.')[2])}f}" == written


OPERATORS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def value(node: ast.expr) -> float:
    """Give what a sum comes to; it knows numbers and + - * / ** alone."""
    if isinstance(node, ast.Constant):
        return float(node.value)  # type: ignore[arg-type]
    assert isinstance(node, ast.BinOp), ast.dump(node)
    return OPERATORS[type(node.op)](value(node.left), value(node.right))


def sums(row: Row) -> Iterator[tuple[ast.expr, str]]:
    """Give the sums of a row, each with the result that is written behind it."""
    written = row.get("computed", [])
    if row["source"].startswith("computed: "):
        written = row["source"].removeprefix("computed: ")
    for each in [written] if isinstance(written, str) else written:
        term, _, result = each.partition(" = ")
        yield ast.parse(term, mode="eval").body, result


def operands(row: Row) -> set[float]:
    """Give the figures that a row's sums start from."""
    return {
        float(node.value)  # type: ignore[arg-type]
        for term, _ in sums(row)
        for node in ast.walk(term)
        if isinstance(node, ast.Constant)
    } - FACTORS


def of_row(row: Row) -> Iterator[str]:
    """Give the words of each figure in a row's text."""
    text = fold(row["text"])
    yield from (text[begin:end] for begin, end in figures(text))


def is_held(figure: str, held: list[float], results: list[float]) -> bool:
    """Tell whether each number of a figure is among those that are held, or what a sum comes to."""
    for written in re.findall(rf"(?i)\d[\d,]*(?:\.\d+)?|{'|'.join(COUNTS)}", re.sub("Mip-NeRF 360|A100", "", figure)):
        plain = str(COUNTS.get(written.lower(), written)).replace(",", "")
        if not (float(plain) in held or any(rounds_to(result, plain) for result in results)):
            return False
    return True


def unit_of(figure: str) -> str:
    """Give the unit of a figure, "" where it has none."""
    found = re.search(rf"(?<![A-Za-z])({'|'.join(map(re.escape, UNITS))})$", figure)
    return found[1] if found else ""


def has_unit(unit: str, excerpt: str) -> bool:
    """Tell whether an excerpt speaks of a unit."""
    word = WRITTEN.get(unit.lower(), rf"(?<![A-Za-z]){re.escape(unit.rstrip('s'))}")
    return bool(re.search(word, excerpt, re.IGNORECASE))


def rows_of(kind: str) -> list[tuple[str, Row]]:
    """Give the rows of one kind of source, each with the file of its text."""
    return [(name, row) for name, rows in table().items() for row in rows if row["source"].startswith(kind)]


def named(rows: list[tuple[str, Row]]) -> list[Any]:
    return [pytest.param(name, row, id=f"{name}: {row['text'][:50]}") for name, row in rows]


@pytest.mark.parametrize(("name", "row"), named(rows_of("https://")))
def test_the_excerpt_holds_the_number_and_the_unit(pages: dict[str, Page], name: str, row: Row) -> None:
    excerpt = fold(row["excerpt"])
    held, results = numbers(excerpt), [value(term) for term, _ in sums(row)]
    text = prose(pages, name)
    for figure in of_row(row):
        assert is_held(figure, held, results), f"{figure!r} is not in {excerpt!r}"
        unit = unit_of(figure) or row.get("unit", "")
        is_ratio = unit == "×" and any(isinstance(getattr(term, "op", None), ast.Div) for term, _ in sums(row))
        assert not unit or is_ratio or has_unit(unit, excerpt), f"{unit!r} is not in {excerpt!r}"
    assert row.get("unit", "") in text
    assert ("unit" in row) is bool(CELL.search(fold(row["text"]))), "a cell of a table says what it counts"
    assert operands(row) <= {*held}, f"{operands(row) - set(held)} is not in {excerpt!r}"


@pytest.mark.parametrize(("name", "row"), named([each for each in rows_of("") if list(sums(each[1]))]))
def test_a_sum_comes_to_what_is_written(name: str, row: Row) -> None:
    for term, result in sums(row):
        assert rounds_to(value(term), result), f"{ast.unparse(term)} = {value(term)}, not {result}"


@pytest.mark.parametrize(("name", "row"), named(rows_of("computed: ")))
def test_a_computed_figure_comes_from_figures_that_have_a_source(name: str, row: Row) -> None:
    others = [number for other in table()[name] for number in numbers(fold(other["text"]))]
    results = [value(term) for term, _ in sums(row)]

    assert operands(row) <= set(others)
    assert [figure for figure in of_row(row) if not is_held(figure, others, results)] == []


@pytest.mark.parametrize(("name", "row"), named(rows_of("the CV")))
def test_a_figure_of_the_cv_is_on_the_cv(name: str, row: Row) -> None:
    facts = fold(" / ".join(fact for facts in load_facts().values() for fact in facts))

    assert [figure for figure in of_row(row) if figure not in facts] == []


# What the checks must not let through.


@pytest.mark.parametrize(
    ("figure", "excerpt"),
    [
        ("6.8 times", "6.7x larger than the baseline"),
        ("10 of the 59", "totaling 11 numbers per Gaussian, 48 on the host"),
        ("16 pixels", "pixels are distributed across GPUs"),
        ("27.28 dB", "a test PSNR of 27.29"),
        ("1.50-3.72 times", "improves training throughput by 1.50x-3.71x"),
    ],
)
def test_a_number_that_the_excerpt_does_not_hold_is_found(figure: str, excerpt: str) -> None:
    assert FIGURE.fullmatch(figure)
    assert not is_held(figure, numbers(excerpt), [])


@pytest.mark.parametrize(
    ("unit", "excerpt"),
    [("GB", "8 files per 10 million"), ("dB", "27.28 by distributing"), ("%", "by up to 91"), ("hours", "11783.36")],
)
def test_a_unit_that_the_excerpt_does_not_hold_is_found(unit: str, excerpt: str) -> None:
    assert not has_unit(unit, excerpt)


@pytest.mark.parametrize(("result", "written"), [(27.31, "27.4"), (943, "944"), (3.273, "3.2")])
def test_a_sum_that_comes_to_something_else_is_found(result: float, written: str) -> None:
    assert not rounds_to(result, written)
