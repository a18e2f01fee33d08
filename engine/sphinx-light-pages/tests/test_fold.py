"""Which custom properties are written out where they are used; that this changes no style is seen in a browser."""

import pytest
from harness.light_sites import Site
from harness.sheets import KEPT, WRITTEN_OUT
from sphinx_light_pages.fold import Scope, folded
from sphinx_light_pages.sheet import read_sheet
from sphinx_light_pages.subset import write

ROOT = frozenset({"html", ".top"})


def written(sheet: str, *, others: str = "", set_elsewhere: frozenset[str] = frozenset()) -> str:
    scope = Scope(set_elsewhere, ROOT, frozenset())
    nodes = folded(read_sheet("", lambda _: sheet), read_sheet("", lambda _: others), scope)
    return write(nodes, (), "k")


@pytest.mark.parametrize("sheet", WRITTEN_OUT.values(), ids=WRITTEN_OUT)
def test_a_property_with_one_value_is_written_out(sheet: str) -> None:
    assert "--a" not in written(sheet)


@pytest.mark.parametrize("sheet", KEPT.values(), ids=KEPT)
def test_a_property_that_may_have_another_value_is_kept(sheet: str) -> None:
    assert "var(--a" in written(sheet)
    assert "--a:" in written(sheet)


SHEET = "body{--a:red}p{color:var(--a)}"


def test_what_a_script_or_an_element_may_set_is_kept() -> None:
    assert written(SHEET, set_elsewhere=frozenset({"--a"})) == SHEET


@pytest.mark.parametrize("others", ["body{--a:blue}", "@media print{:root{--a:blue}}"])
def test_what_a_style_of_the_page_defines_is_kept(others: str) -> None:
    assert written(SHEET, others=others) == SHEET


def test_a_long_value_is_written_out_once_at_most() -> None:
    long = f'body{{--a:url("data:{"x" * 80}")}}p{{mask:var(--a)}}'

    assert "--a" not in written(long)
    assert "--a:" in written(f"{long}a{{mask:var(--a)}}")


PAGE = """
Home
====

.. raw:: html

   <p class="odd" style="--b: blue">Odd</p>
"""


def test_a_page_has_the_values_and_keeps_what_its_elements_set(site: Site) -> None:
    site.write(**{"index.rst": PAGE, "_static/own.css": "body{--a:1px;--b:red}p{margin:var(--a);color:var(--b)}"})
    site.build()

    assert "margin:1px" in site.page()
    assert "--b:red" in site.page()
    assert "color:var(--b)" in site.page()


def test_with_a_style_of_another_host_all_are_kept(site: Site) -> None:
    site.conf('html_css_files = ["own.css", "https://example.org/own.css"]')
    site.write(**{"_static/own.css": "body{--a:1px}p{margin:var(--a)}", "index.rst": "Home\n====\n\nText.\n"})
    site.build()

    assert "margin:var(--a)" in site.page()


def test_a_style_between_others_sees_their_properties(site: Site) -> None:
    """The sheets before and after it are parted, and each knows what the others ask for."""
    site.conf('html_css_files = ["own.css", "https://example.org/own.css", "last.css"]')
    site.write(**{"_static/own.css": "body{--a:1px}", "_static/last.css": "p{margin:var(--a)}"})
    site.write(**{"index.rst": "Home\n====\n\nText.\n"})
    site.build()

    assert "--a:1px" in site.page()
