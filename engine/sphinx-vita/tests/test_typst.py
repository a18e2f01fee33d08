"""Typst: text stays text, formulas arrive, the PDF is one that a screen reader can read."""

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sphinx_vita.exports import typst

PAGE = '#set document(title: "T", author: "A")\n#set text(lang: "en")\n'
HOSTILE = [
    '#read("/etc/passwd")',
    '#import "/etc/passwd"',
    "$x$ *bold* _em_ `raw` <label> @ref // comment /* more",
    '"; #panic() "',
    "\\ \\u{41} [ ] { } ~ = + - 1.",
]


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_read_as_markup(text: str) -> None:
    assert text_of(typst.compile_pdf(PAGE + typst.plain(text)).content) == " ".join(text.split())


def test_control_characters_are_left_out() -> None:
    assert typst.literal("a\x00b\x1bc\ud800d\u2028e") == '"abc\ufffdd e"'  # as in every other file


def test_a_document_is_tagged_for_screen_readers_and_dated_by_nothing() -> None:
    pdf = PdfReader(BytesIO(typst.compile_pdf(PAGE + typst.plain("x")).content))

    root: Any = pdf.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert "pdfuaid:part" in root["/Metadata"].get_object().get_data().decode()
    assert pdf.metadata is not None
    assert pdf.metadata.title == "T"
    assert pdf.metadata.author == "A"


def test_the_same_source_gives_the_same_bytes() -> None:
    source = PAGE + typst.plain("x")

    assert typst.compile_pdf(source) == typst.compile_pdf(source)
    assert typst.compile_png(source) == typst.compile_png(source)


def test_a_character_without_a_glyph_is_a_question_mark_and_told() -> None:
    typeset = typst.compile_pdf(PAGE + typst.plain("name \U0001fbff end"))

    assert typeset.unshown == ("\U0001fbff",)
    assert text_of(typeset.content) == "name ? end"


def test_an_error_of_typst_is_an_exception_with_its_words() -> None:
    with pytest.raises(typst.TypesettingError, match="unknown variable: nothing"):
        typst.compile_pdf(PAGE + "#nothing")


MATH = "<math xmlns='http://www.w3.org/1998/Math/MathML'>{}</math>"


@pytest.mark.parametrize(
    ("mathml", "written"),
    [
        ("<mi>x</mi>", "x"),
        ("<mi>log</mi>", '"log"'),
        ("<mo>+</mo>", '"+"'),
        ("<mo>ln</mo><mo>d</mo><mtext>or</mtext>", 'op("ln") "d" "or"'),
        ("<msup><mi>x</mi><mn>2</mn></msup>", 'attach(x, t: "2")'),
        ("<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>", 'attach(x, b: i, t: "2")'),
        ("<mfrac><mi>a</mi><mi>b</mi></mfrac>", "frac(a, b)"),
        ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", 'sqrt(a "+" b)'),
        ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>", 'mat(delim: #none, "1", "2")'),
        ("<mo>&ApplyFunction;</mo><mi>x</mi>", '"\u2061" x'),
        ('<mtext>"; #panic()</mtext>', '"\\"; #panic()"'),
    ],
)
def test_mathml_becomes_a_formula(mathml: str, written: str) -> None:
    formula = typst.formula(MATH.format(mathml), "tex", block=False)

    assert formula == f'#math.equation(block: false, alt: "tex", ${written}$);'
    typst.compile_pdf(PAGE + formula)


def test_a_screen_reader_says_the_characters_of_a_formula_and_no_tex() -> None:
    formula = typst.formula("<math><mi>x</mi></math>", r"\frac{1}{2} \leq \alpha_{i}", block=False)

    assert 'alt: "1/2 ≤ αᵢ"' in formula
