"""Tables on a phone: a number stands on one line, and a table of results is seen whole."""

import pytest
from playwright.sync_api import Browser

# Cells of nothing but numbers and units that take more than one line; what is folded is unfolded first.
BROKEN = """() => {
  document.querySelectorAll("article details").forEach((one) => { one.open = true; });
  return [...document.querySelectorAll("article td")].filter((cell) => {
    const text = cell.textContent.trim(), range = document.createRange();
    range.selectNodeContents(cell.querySelector("p") ?? cell);
    const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.bottom)));
    const isNumeric = /^(?:[+−-]?[\\d.,–]+ ?(?:GB|kB|s|min|dB|%|°)?,? ?)+$/.test(text);
    return isNumeric && cell.checkVisibility() && lines.size > 1;
  }).map((cell) => cell.textContent.trim());
}"""
# Tables that do not fit into the window; what is folded need not.
TOO_WIDE = """() => [...document.querySelectorAll("article table")]
  .filter((one) => one.checkVisibility() && !one.closest("details"))
  .filter((one) => one.getBoundingClientRect().right > innerWidth)
  .map((one) => one.textContent.trim().slice(0, 40))"""

PAGES = ["papers/atlas", "papers/noise", "research/song-sharing"]


@pytest.mark.parametrize("name", PAGES)
def test_a_number_in_a_table_does_not_break_on_a_phone(browser: Browser, address: str, name: str) -> None:
    with browser.new_context(base_url=address, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto(f"{name}.html")

        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate(BROKEN) == []
