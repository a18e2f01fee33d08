"""Formulas as MathML, without a script; a formula that cannot be converted stays on the page."""

import pytest
from harness.sites import Site
from sphinx_vita.sphinx.mathml import mathml_of

BROKEN = ("_", "\\big^", "\\foo", "\\frac", "\\color")


def test_a_formula_in_a_line_and_one_of_its_own_are_mathml(site: Site) -> None:
    built = site(page="# P\n\nso $O(n^2)$ is\n\n$$\\frac{a}{b}$$\n")

    inline, display = built.page("page").select("math")
    assert inline.get("display") is None
    assert display["display"] == "block"
    assert "mathjax" not in built.text("page.html").lower().replace("mathjax_ignore", "")


@pytest.mark.parametrize("tex", BROKEN)
def test_a_formula_that_cannot_be_read_is_told_and_stays(site: Site, tex: str) -> None:
    built = site(page=f"# P\n\nBefore.\n\nso ${tex}$ is\n", silent=False)

    assert [told.place for told in built.told] == [("vita.unreadable_math", "page.md", 5)]
    assert "correct it, or write it with simpler commands" in built.told[0].message
    assert [code.get_text() for code in built.page("page").select("p code")] == [tex]


def test_a_broken_formula_in_a_title_spares_the_list(site: Site) -> None:
    bib = "@misc{x, title={Less than $_$}, author={A, B}, year=2020}\n@misc{y, title={Fine}, author={A, B}, year=2020}"

    built = site(page="# P\n\n:::{publications}\n:::\n", bib=bib, silent=False)

    assert {told.type for told in built.told} == {"vita.unreadable_math"}
    assert "Fine" in built.words("page")


def test_the_characters_of_a_formula_stay_characters(site: Site) -> None:
    page = site(page="# P\n\nso $a < b \\text{<script>}$ is\n").page("page")

    assert page.select("script") == []


@pytest.mark.parametrize("tex", [r"x_1,\dots,x_n", r"a \mathbin{\triangle} b", r"\bm{x}", r"\big(x\big)", r"90\degree"])
def test_what_people_write_is_set_though_docutils_does_not_know_it(site: Site, tex: str) -> None:
    assert site(math=f"# Math\n\n${tex}$\n").page("math").select("math")


def test_a_difference_of_sets_has_the_sign_that_fonts_hold() -> None:
    assert "<mo>∖</mo>" in mathml_of(r"A \setminus B", as_block=False)


EQUATIONS = """\
# P

See {eq}`energy` and {eq}`far`.

```{math}
:label: energy
E = mc^2
```

$$
a < b
$$ (less)

$$ x $$
"""


def test_an_equation_with_a_label_has_a_number_to_which_references_lead(site: Site) -> None:
    built = site(page=EQUATIONS, other="# O\n\n$$ y $$ (far)\n\nSee {eq}`energy`.\n")
    page, other = built.page("page"), built.page("other")

    numbers = {each["id"]: each.select_one(".eqno") for each in page.select("div.math[id]")}
    assert {name: str(each.next) for name, each in numbers.items() if each} == {
        "equation-energy": "(1)",
        "equation-less": "(2)",
    }
    assert len(page.select("div.math")) == 3  # the last has none
    assert [(link["href"], link.get_text()) for link in page.select("p a[href*=equation]")] == [
        ("#equation-energy", "(1)"),
        ("other.html#equation-far", "(1)"),
    ]
    assert [link["href"] for link in other.select("p a[href*=equation]")] == ["page.html#equation-energy"]
