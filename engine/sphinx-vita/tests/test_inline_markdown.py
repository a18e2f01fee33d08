"""Inline Markdown in titles and options: styles on a page, characters elsewhere, and what stays as it is typed."""

import pytest
from sphinx_vita.reading.inline_markdown import TYPOGRAPHY, read_inline, shown_as_typed
from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.reading.record_options import read_options
from sphinx_vita.records import Talk
from sphinx_vita.records.text import Span, Style

PLACE = "https://x.example/a_b"


def spans(written: str) -> list[tuple[str, ...]]:
    """Give what has a style or a link: its characters, the styles from the outermost on, its address."""
    found = [each for each in read_inline(written)[0].spans if each.style is not Style.PLAIN or each.link]
    return [(each.characters, *each.around, *[each.style][: each.style != "plain"], each.link) for each in found]


@pytest.mark.parametrize(
    ("written", "styled", "characters"),
    [
        ("Reading *Hamlet*", [("Hamlet", "emphasis", "")], "Reading Hamlet"),
        ("Reading _Hamlet_", [("Hamlet", "emphasis", "")], "Reading Hamlet"),
        ("a **b** c", [("b", "strong", "")], "a b c"),
        ("***b***", [("b", "emphasis", "strong", "")], "b"),
        ("**a *b* c**", [("a ", "strong", ""), ("b", "strong", "emphasis", ""), (" c", "strong", "")], "a b c"),
        ("`a*b*`", [("a*b*", "code", "")], "a*b*"),
        ("H~2~O", [("2", "subscript", "")], "H₂O"),
        ("x^2^", [("2", "superscript", "")], "x²"),
        (
            "^14^C, SO~4~^2-^",
            [("14", "superscript", ""), ("4", "subscript", ""), ("2-", "superscript", "")],
            "¹⁴C, SO₄²⁻",
        ),
        ("the 2^nd^", [("nd", "superscript", "")], "the 2nd"),
        ("x~i,j~", [("i,j", "subscript", "")], "x_(i,j)"),
        ("$E=mc^2$!", [("E=mc^2", "math", "")], "E=mc²!"),
        ("{math}`x^2` {sub}`2`", [("x^2", "math", ""), ("2", "subscript", "")], "x² ₂"),
        ("~~Assistant~~ Associate", [("Assistant", "struck", "")], "Associate"),
        ("~~all~~", [("all", "struck", "")], "all"),
        (f"[a *b*]({PLACE})", [("a ", PLACE), ("b", "emphasis", PLACE)], "a b"),
        (f"see {PLACE}.", [(PLACE, PLACE)], f"see {PLACE}."),
        (f"<{PLACE}>", [(PLACE, PLACE)], PLACE),
        ("[a](mailto:a@x.example)", [("a", "mailto:a@x.example")], "a"),
        ("[a](<../a b.md>)", [("a", "../a b.md")], "a"),
        ("![alt](a.png)", [], "alt"),
        (r"\*Hamlet\* \$5 \~~a~~", [], "*Hamlet* $5 ~~a~~"),
        ("AT&amp;T &#8238;", [], "AT&T"),
    ],
)
def test_markup_is_a_style_on_a_page_and_characters_elsewhere(
    written: str, styled: list[tuple[str, ...]], characters: str
) -> None:
    text, problems = read_inline(written)

    assert spans(written) == styled
    assert str(text) == characters
    assert problems == ()


@pytest.mark.parametrize(
    "written",
    [
        "an *unclosed star",
        "2 * 3 * 4 and ** too",
        "`unclosed",
        "[words] (not a link)",
        "snake_case_name",
        "10~20, 5~10 kg, ~50 and ~60",
        "约~5~10年",
        "x^2+y^2=1, 2^10 and 2^20",
        "^_^",
        "<b>bold</b> & <script>alert(1)</script>",
        "$750,000 (PI) and NIH $300,000 (co-PI)",
        "$3.1M … $4.9M",
        "[x](javascript:alert(1))",
        "C:\\folder",
        'Don\'t -- "quote" ...',
        "# no heading",
        "- no list",
        "::: no fence",
        "李 明",
    ],
)
def test_what_is_no_markup_stays_as_it_is_typed(written: str) -> None:
    text, problems = read_inline(written)

    assert (str(text), text.is_plain, problems) == (written, True, ())


@pytest.mark.parametrize(
    ("written", "mistake", "hint"),
    [
        ("[a](x.example.org/a)", Mistake.INVALID_LINK, "write the whole address"),
        ("[a](//x.example)", Mistake.INVALID_LINK, "write the whole address"),
        ("[a]()", Mistake.EMPTY_LINK, "write the whole address"),
        ("[a](ftp://x.example)", Mistake.INVALID_LINK, "only http"),
        ("{pub}`atlas`", Mistake.UNKNOWN_ROLE, "write the words"),
        ("it costs $5$ there", Mistake.UNCLEAR_DOLLAR, "for money"),
    ],
)
def test_what_a_title_cannot_hold_is_told(written: str, mistake: Mistake, hint: str) -> None:
    ((found, message),) = read_inline(written)[1]

    assert found is mistake
    assert hint in message


def test_characters_are_those_of_myst_where_the_site_says_so() -> None:
    assert str(read_inline('"a" -- it\'s...', TYPOGRAPHY)[0]) == "“a” – it’s…"


def test_code_formulas_and_links_are_not_told_as_markup_of_other_programs() -> None:
    assert shown_as_typed(f"`<b>` $\\textbf{{x}}$ [{PLACE}]({PLACE}) <i>") == "\ufffc \ufffc \ufffc <i>"


def test_a_record_has_the_characters_as_its_values_and_the_markup_beside_them() -> None:
    options = read_options(
        Talk, "On *Hamlet*", {"event": "Plain", "dates": "2020", "location": "[R](https://r.example)"}, 1
    )

    assert (options.values["title"], options.values["event"], options.values["location"]) == ("On Hamlet", "Plain", "R")
    assert [name for name, _ in options.texts] == ["title", "location"]
    assert options.texts[1][1].spans == (Span("R", link="https://r.example"),)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Reading *Hamlet*", "reading-hamlet-2020"),
        ("H~2~O in $x^2$", "h-2-o-in-x-2-2020"),  # as it was before Markdown was read
        ("At [Uni](https://uni.example/very/long)", "at-uni-2020"),
    ],
)
def test_a_key_is_made_of_what_is_written_but_for_addresses(written: str, key: str) -> None:
    assert read_options(Talk, written, {"dates": "2020"}, 1).key == key


def test_what_is_withheld_is_in_no_text() -> None:
    options = read_options(Talk, "T", {"dates": "2020", "event": "*secret*", "visibility": "private event"}, 1)

    assert options.texts == ()
