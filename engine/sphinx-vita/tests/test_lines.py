"""Text for every format: one line, or pieces of it."""

import time

import pytest
from sphinx_vita.reading.printable import one_line, pieces


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a\n\n b\tc ", "a b c"),
        ("a\u2028b\u0085c", "a b c"),
        ("nul\x00 bell\x07 escape\x1b[1m", "nul bell escape[1m"),
        ("half \ud800, none \ufffe", "half \ufffd, none"),
        ("李 明 <&> ]]>", "李 明 <&> ]]>"),
    ],
)
def test_a_line_holds_nothing_that_a_format_refuses(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize("sign", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_what_turns_round_the_text_behind_it_is_left_out(sign: str) -> None:
    assert one_line(f"a{sign}b") == "ab"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a, b, c", ["a", "b", "c"]),
        ("Ada (London, England), Bob", ["Ada (London, England)", "Bob"]),
        ("a), b", ["a)", "b"]),
        ("a (b, c", ["a (b", "c"]),
        ("", [""]),
    ],
)
def test_pieces_are_cut_outside_of_parentheses(text: str, parts: list[str]) -> None:
    assert pieces(text, ", ") == parts


@pytest.mark.parametrize("unit", [", ", "(", "), ", "(, ", "a,(b"])
def test_pieces_are_cut_in_linear_time(unit: str) -> None:
    started = time.process_time()
    pieces(unit * 100_000, ", ")

    assert time.process_time() - started < 5
