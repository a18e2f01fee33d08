"""Dollars: before an amount they are money, around a formula they are mathematics, and what may be both is told."""

import pytest
from sphinx_vita.reading.slips.dollars import Dollar, judge

MONEY = [
    "NSF $750,000 (PI) and NIH $300,000 (co-PI)",
    "$3.1M … $4.9M",
    "US$ 5 – $ 7",
    "$5k-$10k",
    "A$20 and B$30",
    "$5 and $6",
    "$20/$30",
    "$5 million and $x$",
    "($5,000), ($6,000)",
    "$100K (2021), $x^2$ more",
    "a prize of $25,000, 2nd place $10,000",
    "$1.2M\nand $3M",
    "$HOME and $PATH",
    "$12.5 + $3",
]
MATH = [
    "$E=mc^2$",
    "$x$",
    "$10^{-3}$",
    "$2n$",
    r"$\alpha$",
    "$n=5$",
    "$ x $",
    "$3x+1$",
    r"$2 \times 3$",
    "$0 < x < 1$",
    "$1/n$",
    r"$\times$4",
    "$n$th",
    r"$\min(B, 2(P - i) - 1)$ of",
    r"$1, \ldots, n$",
    "$O(n log n)$",
    "$p < 0.05$ and $n > 100$",
]


@pytest.mark.parametrize("text", MONEY)
def test_an_amount_is_money(text: str) -> None:
    assert judge(text, text.index("$")) is Dollar.MONEY


@pytest.mark.parametrize("text", MATH)
def test_a_formula_is_mathematics(text: str) -> None:
    assert judge(text, text.index("$")) is Dollar.MATH


@pytest.mark.parametrize("text", ["$20$", "$1,000$", "$4K$ images", "$0.5$"])
def test_a_number_between_dollars_is_shown_as_a_formula_and_told(text: str) -> None:
    assert judge(text, 0) is Dollar.UNCLEAR_MATH


@pytest.mark.parametrize("text", ["$20 (US$) now", "$20 and 30$ or", "$HOME/$USER", "$1M/yr and 2$"])
def test_words_between_dollars_are_shown_as_text_and_told(text: str) -> None:
    assert judge(text, 0) is Dollar.UNCLEAR_TEXT
