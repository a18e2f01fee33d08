"""Custom properties that are written out leave every style as it was."""

import pytest
from harness.sheets import KEPT, WRITTEN_OUT
from playwright.sync_api import Page
from sphinx_light_pages.fold import Scope, folded
from sphinx_light_pages.sheet import read_sheet
from sphinx_light_pages.subset import write

SHEETS = WRITTEN_OUT | KEPT
PAGE = '<!doctype html><html class="top"><style>{}</style><body><p>Text <a href="#">link</a></p></body></html>'
STYLES = """() => [...document.querySelectorAll("html, body, p, a")].map(node => {
  const style = getComputedStyle(node);
  return [...style].filter(name => !name.startsWith("--")).map(name => name + ":" + style.getPropertyValue(name));
})"""


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SHEETS)
def test_every_element_has_the_style_that_it_had(page: Page, sheet: str) -> None:
    nodes = read_sheet("", lambda _: sheet)
    scope = Scope(frozenset(), frozenset({"html", ".top"}), frozenset())
    found = []
    for style in (sheet, write(folded(nodes, (), scope), (), "k")):
        page.set_content(PAGE.format(style))
        found.append(page.evaluate(STYLES))

    assert found[0] == found[1]
