"""One line of text for every format."""

import pytest

from vita.lines import one_line


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
