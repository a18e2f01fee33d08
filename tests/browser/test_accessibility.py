"""Nobody is kept out: axe-core finds nothing on any page, in light and dark, on a phone and on a laptop."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SCREENS: dict[str, ViewportSize] = {"phone": {"width": 390, "height": 844}, "laptop": {"width": 1280, "height": 800}}


def violations(page: Page) -> list[str]:
    """Give what axe-core finds wrong, a line for each element."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{rule['id']}: {node['html'][:120]}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_no_page_keeps_anybody_out(browser: Browser, address: str, built_site: Path, screen: str, scheme: str) -> None:
    paths = sorted(path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html"))
    assert "search.html" in paths
    assert "404.html" in paths
    found: dict[str, list[str]] = {}
    with browser.new_context(
        base_url=address, viewport=SCREENS[screen], color_scheme="dark" if scheme == "dark" else "light"
    ) as context:
        page = context.new_page()
        for path in paths:
            page.goto(path)
            if troubles := violations(page):
                found[path] = troubles
    assert found == {}


def test_a_picture_without_words_is_found(page: Page) -> None:
    """The test above can fail."""
    page.goto("index.html")
    page.evaluate("document.querySelector('article').append(Object.assign(new Image(), {src: 'icon.svg'}))")

    assert [line.partition(":")[0] for line in violations(page)] == ["image-alt"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_open_search_keeps_nobody_out(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto("index.html")
    page.keyboard.press("Control+k")
    page.get_by_role("dialog").wait_for()
    page.keyboard.type("gaussian")
    page.get_by_role("option").first.wait_for()

    assert violations(page) == []
