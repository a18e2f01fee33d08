"""Small sites of light pages in a browser: under a strict Content-Security-Policy, with hasty visitors."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest
from harness.browser.pages import listen
from harness.light_sites import Site
from playwright.sync_api import Browser, Page, Route, expect
from sphinx_light_pages.policy import header
from sphinx_vita.command.check.server import Server, StaticHost

CONF = """
extensions = ["sphinx_instant_search", "sphinx_copybutton", "sphinx_light_pages"]
html_theme = "furo"
light_pages_policy = {policy!r}
"""
INDEX = """
Home
====

A *whale* sings, and `another <other.html>`_ answers.

.. code-block:: python

   sing = True

.. raw:: html

   <style>em { background: url(_static/dot.svg); color: rgb(1, 2, 3) }</style>
   <svg><style><![CDATA[circle > a, circle { fill: rgb(4, 5, 6) }]]></style><circle r="9"/></svg>
   <script>document.querySelector("em").dataset.ran = "yes"</script>
   <script type="application/ld+json">{"name": "data"}</script>
"""
# What is said of everything else, as strict as it can be.
REST = (
    "default-src 'none'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
)
POLICIES = {"files": f"{REST}; {header()}", "hashes": REST.replace("default-src 'none'; ", "object-src 'none'; ")}


@pytest.fixture(scope="module", params=POLICIES)
def strict(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose host sends a strict policy; ends with a slash."""
    site = Site(tmp_path_factory.mktemp("strict"))
    site.conf(CONF.format(policy=request.param))
    files = {
        "index.rst": INDEX,
        "other.rst": ":orphan:\n\nOther\n=====\n\nAnother whale.\n",
        "_static/dot.svg": "<svg/>",
    }
    site.write(**files)
    yield from hosted(site.build(), POLICIES[request.param])


def hosted(folder: Path, policy: str) -> Iterator[str]:
    class Host(StaticHost):
        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    with Server(("127.0.0.1", 0), partial(Host, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def visit(browser: Browser, strict: str) -> Iterator[Page]:
    """A page of that site, of which nothing is refused."""
    troubles: list[str] = []
    with browser.new_context(base_url=strict) as context:
        page = context.new_page()
        listen(page, troubles)
        yield page
    assert troubles == []


def test_under_a_strict_policy_a_page_looks_and_works_as_without(visit: Page) -> None:
    visit.goto("index.html", wait_until="networkidle")
    style = (
        "node => [getComputedStyle(node).color, getComputedStyle(node).backgroundImage.replace(/.*(?=_static)/, '')]"
    )

    assert visit.locator("em").evaluate(style) == ["rgb(1, 2, 3)", '_static/dot.svg")']
    assert visit.locator("#home circle").evaluate("node => getComputedStyle(node).fill") == "rgb(4, 5, 6)"
    assert visit.locator("em").get_attribute("data-ran") == "yes"
    assert visit.evaluate("getComputedStyle(document.body).margin") == "0px"
    expect(visit.locator("button.copybtn")).to_have_count(1)


def test_under_a_strict_policy_a_scheme_can_be_chosen(visit: Page) -> None:
    visit.emulate_media(color_scheme="light")
    visit.goto("index.html", wait_until="networkidle")
    visit.locator(".theme-toggle:visible").first.click()

    assert visit.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"


def test_under_a_strict_policy_both_searches_find(visit: Page) -> None:
    visit.goto("search.html?q=whale")
    expect(visit.locator("#search-results .search li").first).to_be_visible()
    visit.wait_for_load_state("networkidle")  # Sphinx reads the pages that it has found
    visit.goto("index.html", wait_until="networkidle")
    visit.keyboard.press("Control+k")
    visit.keyboard.type("whale")

    expect(visit.locator(".palette-result").first).to_be_visible()


def test_under_a_strict_policy_pages_come_before_the_click(visit: Page) -> None:
    visit.goto("index.html", wait_until="networkidle")
    visit.locator("article a[href='other.html']").hover()
    visit.wait_for_timeout(800)
    visit.locator("article a[href='other.html']").click()
    visit.wait_for_url("**/other.html")

    assert visit.evaluate("performance.getEntriesByType('navigation')[0].deliveryType") == "navigational-prefetch"


ALABASTER = 'html_theme = "alabaster"\nhtml_theme_options = {"description": "Songs"}\n'


def test_a_page_of_another_theme_looks_the_same(browser: Browser, tmp_path: Path) -> None:
    pictures: list[list[bytes]] = []
    for name, more in (("light", ""), ("plain", "light_pages = False\n")):
        site = Site(tmp_path / name)
        site.conf(ALABASTER + more)
        site.write(**{"index.rst": INDEX})
        output = site.build()
        assert ('<link rel="stylesheet"' in site.page()) is (name == "plain")
        pictures.append([])
        for address in hosted(output, ""):
            with browser.new_context(base_url=address) as context:
                page = context.new_page()
                page.goto("index.html", wait_until="networkidle")
                for width in (390, 1280):
                    page.set_viewport_size({"width": width, "height": 800})
                    pictures[-1].append(page.screenshot(full_page=True, animations="disabled"))
    assert pictures[0] == pictures[1]


def press_command(page: Page) -> None:
    page.keyboard.press("Control+k")


def press_slash(page: Page) -> None:
    page.keyboard.press("/")


@pytest.mark.parametrize("press", [press_command, press_slash])
def test_keys_that_come_before_the_scripts_are_not_lost(
    browser: Browser, address: str, press: Callable[[Page], None]
) -> None:
    waiting: list[Route] = []
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.route("**/_static/light-pages/*.js", lambda route: waiting.append(route))
        page.goto("cv.html", wait_until="commit")
        page.wait_for_selector("h1")
        press(page)
        page.keyboard.type("songs of")
        page.wait_for_function("document.querySelector('script[src*=light-pages]')")
        assert page.locator("dialog.palette").count() == 0
        for route in waiting:
            route.continue_()
        page.unroute("**/_static/light-pages/*.js")
        expect(page.locator("dialog.palette[open] input")).to_have_value("songs of")
        page.keyboard.type(" whales")

        expect(page.locator("dialog.palette[open] input")).to_have_value("songs of whales")


def test_keys_in_a_field_and_keys_of_the_browser_are_left_alone(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.route("**/_static/light-pages/*.js", lambda route: None)
        page.goto("search.html", wait_until="commit")
        page.locator("input[name=q]:visible").first.click()
        page.keyboard.type("and/or")

        assert page.locator("input[name=q]:visible").first.input_value() == "and/or"
