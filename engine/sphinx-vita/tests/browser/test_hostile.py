"""A site full of hostile content in a browser: nothing of it runs, nothing leaves, and a visitor reads it as text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from harness.browser.pages import listen, note_other_hosts, wait_for_scripts
from harness.hostile.payloads import PAYLOADS
from harness.hostile.sources import LONG, TITLES, WITH_PAGES, begin, key
from harness.hostile.twins import Twins, find_twins
from playwright.sync_api import Browser, Dialog, Page, expect
from sphinx_vita.command.check.server import serve

QUERIES = ("<script>", '"><img src=x onerror=window.pwned=99>', "javascript:window.pwned=98", "\\input{x}", "{{7*7}}")
SHOWN = [name for name in PAYLOADS if key(name) in TITLES and name != LONG]
# What waits for a visitor's pointer or focus gets both.
TOUCH = """
for (const each of document.querySelectorAll("*")) each.dispatchEvent(new MouseEvent("mouseover"));
for (const each of document.querySelectorAll("a, button, input, [autofocus]")) each.focus({ preventScroll: true });
"""


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Twins:
    """The hostile site and its harmless twin."""
    return find_twins(tmp_path_factory, worker_id)


@pytest.fixture(scope="module")
def address(twins: Twins) -> Iterator[str]:
    """The address of the hostile site."""
    with serve(twins.hostile) as address:
        yield address


@pytest.fixture
def page(browser: Browser, address: str, troubles: list[str]) -> Iterator[Page]:
    """A page that notes whatever a payload may do: a dialog, a variable, a request, an error on the console."""

    def dismiss(dialog: Dialog) -> None:
        troubles.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    with browser.new_context(base_url=address) as context:
        note_other_hosts(context, address, troubles)
        context.set_default_timeout(20_000)  # milliseconds: some pages hold megabytes of one letter
        page = context.new_page()
        page.on("dialog", dismiss)
        page.on("popup", lambda popup: troubles.append(f"a window: {popup.url}"))
        listen(page, troubles)
        wait_for_scripts(page)
        yield page
        assert page.evaluate("window.pwned") is None
    assert troubles == []


def test_no_page_runs_anything(page: Page, twins: Twins, address: str, troubles: list[str]) -> None:
    for name in twins.pages():
        page.goto(name)
        page.evaluate(TOUCH)
        assert (name, page.evaluate("window.pwned"), troubles) == (name, None, [])
        assert page.url == address + name


def test_folded_parts_open_and_run_nothing(page: Page) -> None:
    page.goto("publications/index.html")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")

    expect(page.locator(f"#publication-{key('vector')} details").first).to_contain_text(PAYLOADS["vector"].written)


@pytest.mark.parametrize("name", WITH_PAGES)
def test_the_title_of_a_tab_is_the_text(page: Page, name: str) -> None:
    page.goto(f"publications/{key(name)}.html")

    assert page.title().startswith(TITLES[key(name)])
    assert page.locator("h1").inner_text().startswith(TITLES[key(name)])


def test_the_palette_shows_titles_and_queries_as_text(page: Page) -> None:
    page.goto("404.html")
    page.keyboard.press("Control+k")
    for name in SHOWN:
        page.fill("input[role=combobox]", begin(name))
        expect(page.locator("[role=option] .palette-title").filter(has_text=TITLES[key(name)]).first).to_be_visible()
    for query in QUERIES:
        page.fill("input[role=combobox]", query)
        expect(page.locator("[role=option]").first).to_be_visible()


@pytest.mark.parametrize("query", QUERIES[:3])
def test_the_search_page_shows_a_query_and_what_it_finds_as_text(page: Page, query: str) -> None:
    page.goto("search.html?q=" + query.replace("<", "%3C").replace(">", "%3E").replace('"', "%22"))
    page.wait_for_load_state("networkidle")

    assert page.locator("#search-results img, #search-results script, #search-results svg").count() == 0


def test_the_site_has_what_is_looked_at(twins: Twins) -> None:
    assert Path(twins.hostile / "_static/instant-search/palette.js").is_file()
    assert len(twins.pages()) > len(WITH_PAGES) + 10
