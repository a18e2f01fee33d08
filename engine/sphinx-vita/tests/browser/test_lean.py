"""Pages with and without `lean`: the same to the pixel, and every part of them still does what it did."""

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Literal

import pytest
from harness.browser.pages import listen, pages_of, wait_for_scripts
from harness.building import PORTFOLIO, rebuild
from playwright.sync_api import Browser, Page, Request, expect
from sphinx_vita.command.check.server import serve

PAPER = "papers/atlas.html"
OF_ALL_KINDS = ["index.html", "cv.html", PAPER]


@pytest.fixture(scope="session")
def heavy_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the portfolio built without `sphinx_light_pages`."""
    output = tmp_path_factory.mktemp("heavy") / "site"
    rebuild(PORTFOLIO, output, "html", 2, "-D", "light_pages=0")
    return output


@pytest.fixture(scope="session")
def heavy_address(heavy_site: Path) -> Iterator[str]:
    """The address of the portfolio built without `sphinx_light_pages`."""
    with serve(heavy_site) as address:
        yield address


WIDTHS = (390, 1280)
# Of Chromium itself: packing takes a third of the time of a picture otherwise.
HURRIED = {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": True}
AT_REST = "document.getAnimations().forEach((each) => { try { each.finish() } catch { each.cancel() } })"
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def test_every_page_looks_the_same(browser: Browser, address: str, heavy_address: str, built_site: Path) -> None:
    """Narrow and light, wide and dark, one page of each kind from all sides; what differs is named with its way."""
    pages = pages_of(built_site)
    assert len(pages) > 10
    with browser.new_context(viewport={"width": WIDTHS[0], "height": 800}) as context:
        page = context.new_page()
        wait_for_scripts(page)
        page.emulate_media(reduced_motion="reduce")
        different = [
            (name, each)
            for name in pages
            for each in unlike(
                page, address + name, heavy_address + name, from_all_sides if name in OF_ALL_KINDS else from_two_sides
            )
        ]
        assert different == []


@pytest.mark.parametrize("name", OF_ALL_KINDS)
def test_it_prints_the_same(browser: Browser, address: str, heavy_address: str, name: str) -> None:
    with browser.new_context(viewport={"width": 800, "height": 800}) as context:
        page = context.new_page()
        wait_for_scripts(page)
        page.emulate_media(media="print")
        assert look_alike(page, address + name, heavy_address + name)


@pytest.mark.parametrize("name", ["index.html", PAPER])
def test_without_scripts_it_looks_the_same(browser: Browser, address: str, heavy_address: str, name: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800}) as context:
        assert look_alike(context.new_page(), address + name, heavy_address + name)


def open_palette(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.wait_for_selector("dialog.palette[open]")
    page.keyboard.type("songs")
    page.wait_for_selector(".palette-result")
    page.wait_for_function("document.querySelector('.palette [role=status]').textContent")


def move_figure(page: Page) -> None:
    page.locator(".figure-control").first.scroll_into_view_if_needed()
    page.locator(".figure-control input").first.press("ArrowRight")


def search(page: Page) -> None:
    page.wait_for_selector("#search-results .search li")
    page.wait_for_function("!/Searching|Preparing/.test(document.querySelector('#search-results').textContent)")


@pytest.mark.parametrize(
    ("name", "act"), [("index.html", open_palette), (PAPER, move_figure), ("search.html?q=songs", search)]
)
def test_what_scripts_add_looks_the_same_in_each_scheme(
    browser: Browser, address: str, heavy_address: str, name: str, act: Callable[[Page], None]
) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        wait_for_scripts(page)
        page.emulate_media(reduced_motion="reduce")
        assert unlike(page, address + name, heavy_address + name, in_each_scheme, act) == []


def in_each_scheme(page: Page) -> dict[str, bytes]:
    """Take a picture in each scheme, last in the one in which the page comes again."""
    found: dict[str, bytes] = {}
    for scheme in reversed(SCHEMES):
        page.emulate_media(color_scheme=scheme)
        found[scheme] = picture(page)
    return found


def look_alike(page: Page, one: str, other: str, act: Callable[[Page], None] | None = None) -> bool:
    """Tell whether two pages look the same as the browser is set."""
    return not unlike(page, one, other, lambda page: {"as it is": picture(page)}, act)


def unlike(
    page: Page,
    one: str,
    other: str,
    look: Callable[[Page], dict[str, bytes]] | None = None,
    act: Callable[[Page], None] | None = None,
) -> list[str]:
    """Name the ways in which two pages differ; a browser rounds half a shade up or down, so each has two pictures."""
    look = look or from_all_sides
    ones: dict[str, set[bytes]] = {}
    others: dict[str, set[bytes]] = {}
    different: list[str] = []
    for _ in range(6):
        for url, seen in ((one, ones), (other, others)):
            show(page, url, act)
            for way, image in look(page).items():
                seen.setdefault(way, set()).add(image)
        different = [way for way in ones if not ones[way] & others[way]]
        if not different:
            break
    return different


def from_all_sides(page: Page) -> dict[str, bytes]:
    """Take a picture in each width and scheme."""
    return pictures(page, product(WIDTHS, SCHEMES))


def from_two_sides(page: Page) -> dict[str, bytes]:
    """Take a picture narrow and light, and one wide and dark."""
    return pictures(page, zip(WIDTHS, SCHEMES, strict=True))


def pictures(page: Page, ways: Iterable[tuple[int, Literal["light", "dark"]]]) -> dict[str, bytes]:
    """Take a picture in each way, without going to the page again, packed in a hurry."""
    found: dict[str, bytes] = {}
    chromium = page.context.new_cdp_session(page)
    for width, scheme in ways:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AT_REST)
        height = page.evaluate("document.documentElement.scrollHeight")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        taken = chromium.send("Page.captureScreenshot", {**HURRIED, "clip": clip})
        found[f"{width} {scheme}"] = str(taken["data"]).encode()
    chromium.detach()
    return found


def show(page: Page, url: str, act: Callable[[Page], None] | None = None) -> None:
    """Show a page until nothing moves any more, with what an act on it brings about."""
    page.goto(url)
    if page.locator(".figure-control, #search-results").count():
        page.wait_for_load_state("networkidle")  # more comes when they are in view
    page.wait_for_function("[...document.images].every(i => i.complete)")
    page.mouse.move(0, 0)
    if act:
        act(page)


def picture(page: Page) -> bytes:
    return page.screenshot(full_page=True, animations="disabled")


@pytest.mark.parametrize("name", ["index.html", PAPER, "404.html"])
def test_every_element_has_the_same_style_on_screen_and_on_paper(
    browser: Browser, address: str, heavy_address: str, name: str
) -> None:
    found = []
    for base in (address, heavy_address):
        with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
            page = context.new_page()
            page.goto(base + name, wait_until="networkidle")
            page.wait_for_function("!document.querySelector('script[data-lean-src]')")
            on_screen = page.evaluate(STYLES)
            page.emulate_media(media="print")
            found.append({"screen": on_screen, "print": at_rest(page)})
    assert found[0] == found[1]


def at_rest(page: Page) -> object:
    """Return the styles of a page once nothing moves any more: on paper its drawers go to other places."""
    before, now = None, page.evaluate(STYLES)
    while before != now:
        page.wait_for_timeout(100)
        before, now = now, page.evaluate(STYLES)
    return now


# What is computed for each element of the body and for what is drawn before and after its text: each style once, and
# which of them each has. Addresses are left out, and what lean drops since nothing uses it: custom properties, and
# drawings for later use.
STYLES = """
() => {
  const names = [...getComputedStyle(document.body)].filter(name => !name.startsWith("--"));
  const elements = document.body.querySelectorAll("*:not(script, style, symbol, symbol *)");
  const styles = new Map();
  const places = [...elements].flatMap(node => [null, "::before", "::after"].map(part => {
    const style = getComputedStyle(node, part);
    const text = part && style.content === "none" ? ""
      : names.map(name => style.getPropertyValue(name)).join(";").replace(/url\\("http[^)]*/g, "");
    return styles.get(text) ?? styles.set(text, styles.size).size - 1;
  }));
  return [[...styles.keys()], places];
}
"""


def test_nothing_moves_while_a_page_loads(page: Page) -> None:
    page.add_init_script(
        "new PerformanceObserver(list => window.shifts = [...(window.shifts ?? []), ...list.getEntries()])"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for name in ("index.html", PAPER):
        page.goto(name, wait_until="networkidle")
        assert page.evaluate("window.shifts?.length ?? 0") == 0


def test_the_first_paint_needs_the_page_alone(page: Page, troubles: list[str]) -> None:
    page.route("**/*.js", lambda route: route.abort())
    page.route("**/*.css", lambda route: route.abort())
    page.goto("research/people.html")

    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    assert page.evaluate("performance.getEntriesByType('resource').filter(e => /css/.test(e.name)).length") == 0
    troubles.clear()  # the scripts were refused


def test_a_chosen_theme_is_there_from_the_first_paint(page: Page) -> None:
    page.goto("index.html", wait_until="networkidle")
    page.locator(".theme-toggle:visible").first.click()
    chosen = page.evaluate("document.body.dataset.theme")
    assert chosen in {"light", "dark"}
    page.add_init_script("addEventListener('DOMContentLoaded', () => window.early = document.body.dataset.theme)")
    page.reload()

    assert page.evaluate("window.early") == chosen


def test_the_contents_follow_the_reader_and_the_way_back_appears(page: Page) -> None:
    page.set_viewport_size({"width": 1600, "height": 800})  # where the contents stand beside the text
    page.goto("cv.html", wait_until="networkidle")
    page.mouse.wheel(0, 3000)
    expect(page.locator(".toc-tree .scroll-current").first).to_be_visible()
    page.mouse.wheel(0, -300)

    expect(page.locator(".back-to-top")).to_be_visible()


def test_a_citation_is_copied_by_its_button(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(PAPER, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    block = page.locator("div.highlight:visible").first
    block.hover()
    block.locator("button.copybtn").click()

    expect(block.locator("button.copybtn")).to_have_class("copybtn o-tooltip--left success")


def test_the_search_page_finds(page: Page) -> None:
    page.goto("search.html?q=songs")

    expect(page.locator("#search-results .search li").first).to_be_visible()


def test_words_that_were_searched_for_are_marked(page: Page) -> None:
    page.goto("cv.html?highlight=copying", wait_until="networkidle")

    expect(page.locator(".highlighted").first).to_be_visible()
    assert (
        page.locator(".highlighted").first.evaluate("node => getComputedStyle(node).backgroundColor")
        != "rgba(0, 0, 0, 0)"
    )


def test_a_page_comes_before_the_click(page: Page) -> None:
    page.goto("index.html", wait_until="networkidle")
    link = page.locator("article a[href*='atlas.html']:visible").first
    link.scroll_into_view_if_needed()
    link.hover()
    page.wait_for_timeout(800)
    link.click()
    page.wait_for_url("**/atlas.html*")

    assert page.evaluate("performance.getEntriesByType('navigation')[0].deliveryType") == "navigational-prefetch"


@pytest.mark.parametrize(("saved", "count"), [(False, 1), (True, 0)])
def test_other_browsers_prefetch_too_unless_data_are_saved(page: Page, saved: bool, count: int) -> None:
    page.add_init_script(
        f"HTMLScriptElement.supports = () => false;"
        f"Object.defineProperty(navigator, 'connection', {{value: {{saveData: {str(saved).lower()}}}}})"
    )
    page.goto("index.html", wait_until="networkidle")
    page.locator("article a[href*='atlas.html']:visible").first.hover()
    page.locator("a[href$='.pdf']:visible").first.hover()

    expect(page.locator("link[rel=prefetch]")).to_have_count(count)


def test_a_page_from_a_folder_is_silent_and_works(browser: Browser, built_site: Path) -> None:
    troubles: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        listen(page, troubles)
        page.goto((built_site / "index.html").as_uri(), wait_until="networkidle")
        page.locator("article a[href*='atlas.html']:visible").first.hover()
        page.locator(".theme-toggle:visible").first.click()
        assert page.evaluate("document.body.dataset.theme") in {"light", "dark"}
    assert troubles == []


def test_a_missing_page_is_dressed_at_any_depth(page: Page, troubles: list[str]) -> None:
    page.goto("no/such/page.html", wait_until="networkidle")

    assert page.evaluate("getComputedStyle(document.body).margin") == "0px"
    page.wait_for_function("!document.documentElement.classList.contains('no-js')")
    expect(page.locator(".theme-toggle:visible").first).to_be_visible()
    troubles.clear()


def test_the_home_page_asks_for_little(page: Page) -> None:
    requests: list[Request] = []
    page.on("request", lambda request: requests.append(request))
    page.goto("index.html", wait_until="networkidle")
    own = [request.url for request in requests if not request.url.startswith("data:")]

    assert len(own) <= 4


@pytest.mark.parametrize("sign", ["?highlight=whales", ""])
def test_a_visitor_from_a_search_finds_its_words_marked(page: Page, sign: str) -> None:
    """By the address, as links from elsewhere have it, or by what Sphinx's own search has left in the store."""
    page.goto("research/index.html", wait_until="networkidle")
    assert page.locator("span.highlighted").count() == 0
    if not sign:
        page.evaluate("localStorage.setItem('sphinx_highlight_terms', 'whales')")
    page.goto(f"research/index.html{sign}", wait_until="networkidle")

    expect(page.locator("span.highlighted").first).to_be_visible()
    page.locator("#searchbox .highlight-link a").click()
    expect(page.locator("span.highlighted")).to_have_count(0)


def test_the_manifest_is_asked_for_after_the_page_or_without_scripts(
    browser: Browser, page: Page, address: str
) -> None:
    page.goto("cv.html", wait_until="networkidle")
    assert page.evaluate("document.head.querySelector('link[rel=manifest]').href") == f"{address}site.webmanifest"
    assert page.locator("noscript.lean").count() == 0

    with browser.new_context(base_url=address, java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto("cv.html")
        assert plain.locator("head noscript link[rel=manifest]").count() == 1
