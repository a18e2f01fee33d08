"""LaTeX, HTML and plain values of fields become formatted text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.reading.latex.text import to_text
from sphinx_vita.records.text import Span, Style

ADDRESS = "https://example.org/~a_b--c%20d"


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"{\"o}", "ö"),
        (r"G\"odel and M{\"u}ller", "Gödel and Müller"),
        (r"\'ı", "í"),
        (r"na\"{\i}ve", "naïve"),
        (r"Tem\"{u}r, Bu\u{g}rahan", "Temür, Buğrahan"),
        (r"Stra{\ss}e, stra\ss e", "Straße, straße"),
        (r"S\o ren, \O rsted, \L{}ukasz, \v{S}koda, \c{c}a", "Søren, Ørsted, Łukasz, Škoda, ça"),
        (r"pages 1--2 --- or so", "pages 1–2 — or so"),
        (r"A \& B, 50\% of \$3, a\_b, \#1", "A & B, 50% of $3, a_b, #1"),
        (r"\textbf{30\% less} and {40\% more}, {50% of it}", "30% less and 40% more, 50% of it"),
        ("no~break", "no break"),
        ("``quoted''", "“quoted”"),
        ("a `single' and `it's' and `code`", "a ‘single’ and ‘it's’ and `code`"),
        (r"$x \ifmmode a\else b\fi$ \ifmmode a\else b\fi", "x a b"),
        (r"K\ifmmode \acute{a}\else \'{a}\fi{}n, $2\ifmmode\times\else\texttimes\fi{}2$", "Kán, 2×2"),
        (r"\t{oo}, \h{o}, \cb{s}, \ohorn", "o\u0361o, ỏ, ș, ơ"),
        (r"\enquote{quoted}", "“quoted”"),
        ("{COD}: {{Removing}} the {GPU} Barrier", "COD: Removing the GPU Barrier"),
        ("a\n   broken\tline", "a broken line"),
        ("50% of it # 1 & a_b ^", "50% of it # 1 & a_b ^"),
        (r"\unknown{kept} and \macro{}", "kept and macro"),
        (r"\mbox{a} \textsc{b} \textcolor{red}{c} {\sc d}", "a b c d"),
        (r"\frac{1}{2}", "1/2"),
        (r"\noopsort{1973b}1973", "1973"),
        ("costs $5 and $10", "costs $5 and $10"),
        ("unbalanced } brace {", "unbalanced brace"),
        ("a < b > c", "a < b > c"),
        ("R&D at AT&T &amp; Co.", "R&D at AT&T & Co."),
        (r"30{\&}{\#}x223C;, \&amp;, p\&gt;1", "30∼, &, p>1"),
        ("<p>One</p><p>two<br/>three</p>", "One two three"),
        ("<jats:p>From <jats:italic>a publisher</jats:italic></jats:p>", "From a publisher"),
        ("e\u0301 and é", "e\u0301 and é"),
        ("bell\x07 and \x00 null", "bell and null"),
        ("", ""),
        ("  { } ", ""),
    ],
)
def test_a_value_reads_as_it_is_meant(tex: str, shown: str) -> None:
    assert str(to_text(tex)) == shown


@pytest.mark.parametrize(
    ("tex", "span"),
    [
        (r"\textit{x}", Span("x", Style.EMPHASIS)),
        (r"\emph{x}", Span("x", Style.EMPHASIS)),
        (r"{\em x}", Span("x", Style.EMPHASIS)),
        (r"{\bf x}", Span("x", Style.STRONG)),
        (r"\textbf{x}", Span("x", Style.STRONG)),
        (r"\texttt{a_b}", Span("a_b", Style.CODE)),
        (r"\textsuperscript{2}", Span("2", Style.SUPERSCRIPT)),
        (r"$_2$", Span("2", Style.SUBSCRIPT)),
        (r"$^{nd}$", Span("nd", Style.SUPERSCRIPT)),
        (r"$O(n \log n)$", Span(r"O(n \log n)", Style.MATH)),
        (r"\(x^2_i\)", Span("x^2_i", Style.MATH)),
        ("$a<b$", Span("a<b", Style.MATH)),
        (rf"\url{{{ADDRESS}}}", Span(ADDRESS, link=ADDRESS)),
        (r"\href{https://example.org/a\_b}{here}", Span("here", link="https://example.org/a_b")),
        ("<i>x</i>", Span("x", Style.EMPHASIS)),
        ("<STRONG>x</STRONG>", Span("x", Style.STRONG)),
        ("<sup>x</sup>", Span("x", Style.SUPERSCRIPT)),
        ("<sub>x</sub>", Span("x", Style.SUBSCRIPT)),
        ('<a href="https://example.org/~x--y?a=1&amp;b=2">x</a>', Span("x", link="https://example.org/~x--y?a=1&b=2")),
        ("<a href='https://example.org' target=\"_blank\">x</a>", Span("x", link="https://example.org")),
    ],
)
def test_markup_becomes_a_style(tex: str, span: Span) -> None:
    assert to_text(f"before {tex} after").spans == (Span("before "), span, Span(" after"))


@pytest.mark.parametrize("tex", [r"\href{javascript:alert(1)}{x}", '<a href="javascript:alert(1)">x</a>', "<a>x</a>"])
def test_a_link_that_may_not_be_followed_is_only_its_text(tex: str) -> None:
    assert to_text(tex).spans == (Span("x"),)


def test_a_style_holds_across_others() -> None:
    assert to_text(r"<i>a \textbf{b} c</i> d").spans == (
        Span("a ", Style.EMPHASIS),
        Span("b", Style.STRONG),
        Span(" c", Style.EMPHASIS),
        Span(" d"),
    )


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "</style> ]]> <!DOCTYPE x>", "<img src=x onerror=alert(1)>", "List<b and c>", "<T>"],
)
def test_unknown_tags_stay_characters(text: str) -> None:
    assert to_text(text).spans == (Span(text),)


def test_a_tag_that_is_never_closed_loses_nothing() -> None:
    assert str(to_text("a <b>bold and </i> the rest")) == "a bold and the rest"


def test_an_environment_of_math_is_math() -> None:
    assert to_text(r"so \begin{equation}a=b\end{equation}").spans[1].style is Style.MATH


@pytest.mark.parametrize(
    "unit",
    ["{", "}", "x", "\\", "$", r"\(", r"\begin{a}", r"\textit{", r"\sqrt[", "{\\bf ", "<i>", '<a href="', "{a}", "&"],
)
def test_a_giant_value_is_read_in_linear_time(unit: str) -> None:
    started = time.process_time()
    to_text(unit * (100_000 // len(unit)))

    assert time.process_time() - started < 5


@pytest.mark.parametrize("macro", [r"\textit{", "{", r"\frac{", "{\\item["])
def test_deep_nesting_keeps_the_text(macro: str) -> None:
    assert "x" in str(to_text(macro * 500 + "x" + "}" * 500))


def test_an_accent_is_read_however_deep_it_stands() -> None:
    assert str(to_text("{" * 500 + r"\'e" + "}" * 500)) == "é"


@given(st.text(alphabet=st.sampled_from("ab {}\\$%&<>/'\"`~-_^()[]=;#\n\u00e9\u8d75"), max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_value_is_an_error(tex: str) -> None:
    for span in to_text(tex).spans:
        assert span.characters
