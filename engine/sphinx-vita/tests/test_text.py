"""Short formatted text as plain values."""

import pytest
from sphinx_vita.records.text import Span, Style, Text, csl, joined

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
    assert str(Text((Span("in "), Span("n^2", Style.MATH), Span("!", BOLD)))) == "in n²!"


def test_superscripts_and_subscripts_are_unicode_in_its_string_and_ordinals_are_letters() -> None:
    spans = (Span("CO"), Span("2", Style.SUBSCRIPT), Span(" at the 2"), Span("nd", Style.SUPERSCRIPT), Span(" T"))

    assert str(Text((*spans, Span("c", Style.SUBSCRIPT)))) == "CO₂ at the 2nd T_c"


def test_a_text_in_csl_has_the_tags_that_csl_knows() -> None:
    text = Text((Span("E. coli", Style.EMPHASIS), Span(" and CO"), Span("2", Style.SUBSCRIPT), Span(" in "))).spans

    written = csl(Text((*text, Span(r"\mathbb{R}^{n}", Style.MATH), Span(" bold", Style.STRONG))))

    assert written == "<i>E. coli</i> and CO<sub>2</sub> in ℝ<sup>n</sup><b> bold</b>"


@pytest.mark.parametrize(
    ("languages", "expected"), [(("de", "de"), "de"), (("de", "fr"), ""), (("de", ""), ""), (("", ""), ""), ((), "")]
)
def test_joined_texts_have_a_language_where_all_have_it(languages: tuple[str, ...], expected: str) -> None:
    texts = [Text((Span(str(number)),), language) for number, language in enumerate(languages)]

    assert joined(texts, ", ") == Text(Text.plain(", ".join(str(text) for text in texts)).spans, expected)
