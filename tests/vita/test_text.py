"""Short formatted text as plain values."""

import pytest

from vita.text import Span, Style, Text

BOLD = Style.STRONG


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([Span("a "), Span("b")], [Span("a b")]),
        ([Span(" a\n\t b ")], [Span("a b")]),
        ([Span("a "), Span(" b", BOLD)], [Span("a "), Span("b", BOLD)]),
        ([Span("a"), Span(" b ", BOLD), Span(" c")], [Span("a"), Span(" b ", BOLD), Span("c")]),
        ([Span("a", BOLD), Span(" "), Span("b")], [Span("a", BOLD), Span(" b")]),
        ([Span("a", link="https://x.example"), Span("b")], [Span("a", link="https://x.example"), Span("b")]),
        ([Span("x", Style.MATH), Span("y", Style.MATH)], [Span("x", Style.MATH), Span("y", Style.MATH)]),
        ([Span(""), Span("  ")], []),
        ([], []),
    ],
)
def test_spans_are_joined_and_their_white_space_folded(spans: list[Span], expected: list[Span]) -> None:
    assert list(Text.join(spans).spans) == expected


def test_text_without_characters_is_false_and_other_is_true() -> None:
    assert not Text()
    assert not Text.plain("")
    assert not Text((Span(""),))
    assert Text.plain("a")


def test_the_characters_alone_are_its_string() -> None:
    assert str(Text((Span("in "), Span("n^2", Style.MATH), Span("!", BOLD)))) == "in n^2!"
