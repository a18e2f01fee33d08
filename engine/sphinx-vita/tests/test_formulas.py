"""Formulas of TeX as characters."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx_vita.reading.latex.text import to_text
from sphinx_vita.records.tex.chemistry import chemical_pieces
from sphinx_vita.records.tex.formulas import characters_of
from sphinx_vita.records.text import Span, Style, csl


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"\gamma", "γ"),
        (r"{\mathrm{MoS}}_{2}", "MoS₂"),
        (r"k\cdot p", "k·p"),
        (r"k \cdot p", "k · p"),
        (r"\leq1", "≤1"),
        (r"x \geqslant 2", "x ⩾ 2"),
        (r"\langle r \rangle", "⟨r⟩"),
        (r"000\bar{1}", "0001\u0305"),
        (r"p\bar p", "pp\u0304"),
        (r"\Bbb C^2", "ℂ²"),
        (r"\mathbb{R}^n", "ℝⁿ"),
        (r"\mathcal{O}(n\log n)", "O(n log n)"),
        (r"\log_2 n", "log₂ n"),
        (r"\sin\theta", "sin θ"),
        (r"\frac{1}{2}", "1/2"),
        (r"\frac{a+b}{c}", "(a+b)/c"),
        (r"\sqrt{s}=13\,\mathrm{TeV}", "√s=13 TeV"),
        (r"\sqrt[3]{a+b}", "∛(a+b)"),
        (r"H\rightarrow\gamma\gamma", "H→γγ"),
        (r"^{12}C", "¹²C"),
        (r"10^{-3}", "10⁻³"),
        (r"e^{-x/2}", "e^(-x/2)"),
        (r"x_{cd}y", "x_cd y"),
        (r"\ell_1", "ℓ₁"),
        (r"\mathbf{x}", "x"),
        (r"\operatorname{Sym}^2 V", "Sym² V"),
        (r"a \text{ if } b", "a if b"),
        (r"100^\circ C", "100°C"),
        (r"f'(x)", "f′(x)"),
        (r"a \not= b", "a ≠ b"),
        (r"\left(\frac{x}{y}\right.", "(x/y"),
        (r"\ce{SO4^2-}", "SO₄²⁻"),
        (r"\ce{Fe^{3+}} + y", "Fe³⁺ + y"),
        (r"\unknown{x} \macro", "x macro"),
        (r"\sqrt[2]{x} + \sqrt[4]{x} + \sqrt[n]{x}", "√x + ∜x + ⁿ√x"),
        (r"\overset{2}{x} + \underset{0}{y}", "x² + y₀"),
        (r"\hat{\imath} + \bar{\jmath}", "î + j̄"),
        (r"a\!b\/c\(d\)", "abcd"),
        (r"\operatorname{tr1}x", "tr1x"),
        (r"\operatorname{1r}x", "1r x"),
        (r"\Re z \in \{0, 1\}", "ℜz ∈ {0, 1}"),
        ("", ""),
    ],
)
def test_a_formula_reads_as_characters(tex: str, shown: str) -> None:
    assert characters_of(tex) == shown


@pytest.mark.parametrize("unit", [r"\sqrt", r"\frac", "{", "^", "_{", r"\bar{", "[", r"\sqrt[", "x", r"\ce{", "}"])
def test_a_giant_formula_is_read_in_linear_time(unit: str) -> None:
    started = time.process_time()
    characters_of(unit * (60_000 // len(unit)))

    assert time.process_time() - started < 5


@given(st.text(alphabet=st.sampled_from("ab1 {}\\$^_&~'[].()+-=é") | st.sampled_from("αℝ"), max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_formula_is_an_error_or_keeps_a_backslash(tex: str) -> None:
    assert "\\" not in characters_of(tex.replace("a", r"\frac").replace("b", r"\not "))


@pytest.mark.parametrize(
    ("tex", "shown"),
    [
        (r"\ce{H2SO4}", "H₂SO₄"),
        (r"\ce{SO4^2-}", "SO₄²⁻"),
        (r"\ce{^{227}_{90}Th+}", "²²⁷₉₀Th⁺"),
        (r"\ch{Ti3C2T_{x}}", "Ti₃C₂Tₓ"),
        (r"$\ce{Ti3C2T_x}$", "Ti₃C₂Tₓ"),
        (r"\ce{2H2 + O2 -> 2H2O}", "2H₂ + O₂ → 2H₂O"),
        (r"\ce{CuSO4.5H2O}", "CuSO₄·5H₂O"),
        (r"\ce{Na+ + Cl- <=> NaCl}", "Na⁺ + Cl⁻ ⇌ NaCl"),
        (r"\ce{$\alpha$-Fe2O3}", "α-Fe₂O₃"),
        (r"\ce{(NH4)2S}", "(NH₄)₂S"),
        (r"\ch{C_nH_{2n+2}}", "CₙH₂ₙ₊₂"),
        (r"\ce{1/2 O2 ^}", "1/2 O₂ ↑"),
    ],
)
def test_a_chemical_formula_has_its_subscripts(tex: str, shown: str) -> None:
    assert str(to_text(tex)) == shown


def test_a_chemical_formula_is_cut_into_what_stands_on_its_line_above_and_below() -> None:
    assert list(chemical_pieces(r"SO4^2-", str)) == [("S", ""), ("O", ""), ("4", "_"), ("2−", "^")]
    assert list(chemical_pieces(r"T_{-}", str)) == [("T", ""), ("-", "_")]
    assert list(chemical_pieces(r"$x$\alpha", str)) == [("x", ""), (r"\alpha", "")]


def test_arguments_are_read_to_a_depth_and_any_number_beside_each_other() -> None:
    assert characters_of(r"\sqrt{" * 10 + "x" + "}" * 10) == "√(" * 9 + "√x" + ")" * 9
    assert characters_of(r"\sqrt{ab}" * 40) == "√ab" * 40
    assert characters_of("{" * 20 + r"\sqrt{ab}" + "}" * 20) == "√ab"
    assert characters_of("{" * 60 + "x" + "}" * 60) == "x"


def test_a_chemical_formula_is_drawn_with_subscripts_and_inside_of_math_as_tex() -> None:
    assert to_text(r"\ce{H2O}").spans == (Span("H"), Span("2", Style.SUBSCRIPT), Span("O"))
    assert to_text(r"$k(\ce{H2O})$").spans == (Span(r"k({\mathrm{H}}_{\mathrm{2}}{\mathrm{O}})", Style.MATH),)
    assert csl(to_text(r"\ce{H2O}")) == "H<sub>2</sub>O"
