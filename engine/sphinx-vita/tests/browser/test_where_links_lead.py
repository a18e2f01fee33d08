"""Where a click leads: each internal link of the site shows what it names, below the bar of a phone, and marks it."""

from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from harness.browser.pages import pages_of
from playwright.sync_api import Browser, Page

SCREENS = {"phone": (390, 844), "laptop": (1280, 800)}
# What is wrong with the place that a link has led to. An anchor without a size stands for the heading behind it.
WRONG = """() => {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id ? document.getElementById(id) : document.querySelector("h1");
  if (!target) return id ? "it is nowhere" : "";
  let shown = target;
  while (!shown.offsetHeight && shown.nextElementSibling) shown = shown.nextElementSibling;
  const text = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT, (node) =>
    node.data.trim() && node.parentElement.checkVisibility() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP);
  const range = document.createRange();
  range.selectNode(text.nextNode() ?? shown);
  const [line] = range.getClientRects();
  const bar = document.querySelector(".mobile-header").getBoundingClientRect();
  if (line.top < bar.bottom) return `its first line is at ${line.top}, below a bar that ends at ${bar.bottom}`;
  if (line.bottom > innerHeight) return `its first line ends at ${line.bottom} of ${innerHeight}`;
  const above = document.elementFromPoint(line.left + 3, line.top + line.height / 2);
  return shown.contains(above) || above.contains(shown) ? "" : `it is covered by ${above.outerHTML.slice(0, 80)}`;
}"""

OF_THE_HEADING = f"() => {{ history.replaceState(null, '', location.pathname); return ({WRONG})(); }}"


def internal_links(site: Path) -> dict[str, str]:
    """Give where the links of all articles lead to within the site, with the first page that has each."""
    found: dict[str, str] = {}
    for path in pages_of(site):
        page = BeautifulSoup((site / path).read_text("utf-8"), "html.parser")
        for link in page.select("article a[href], footer a[href]"):
            address = urljoin(path, str(link["href"]))
            file, _ = urldefrag(address)
            if "://" not in address and file.endswith(".html") and (site / file.lstrip("/")).is_file():
                found.setdefault(address, path)
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_a_click_shows_what_the_link_names(browser: Browser, address: str, built_site: Path, screen: str) -> None:
    links = internal_links(built_site)
    width, height = SCREENS[screen]
    wrong = {}
    with browser.new_context(
        base_url=address, viewport={"width": width, "height": height}, reduced_motion="reduce"
    ) as context:
        page = context.new_page()
        left = dict(links)
        while left:
            here = urldefrag(page.url).url.removeprefix(address)
            # On from where the last one has led, where there are more.
            target = next((link for link, path in left.items() if path == here), next(iter(left)))
            path = left.pop(target)
            if path != here:
                page.goto(path)
            page.evaluate(
                """(target) => [...document.links].find((link) => link.href === target).click()""",
                urljoin(address, target),
            )
            page.wait_for_url(urljoin(address, target), wait_until="domcontentloaded")
            if trouble := page.evaluate(WRONG):
                wrong[f"{path} -> {target}"] = trouble
    assert len(links) > 60
    assert wrong == {}


def test_a_link_to_a_paper_with_a_page_names_the_page(built_site: Path) -> None:
    """Its title is what one sees there first."""
    papers = {path for path in pages_of(built_site) if path.startswith("papers/") and path != "papers/index.html"}
    links = [urldefrag(link) for link in internal_links(built_site)]

    assert len(papers) > 4
    assert {link for link in links if link.url in papers and link.fragment.startswith("publication-")} == set()
    assert papers <= {link.url for link in links}


@pytest.mark.parametrize("width", [390, 1280])
def test_a_paper_that_was_searched_for_shows_its_title(page: Page, width: int) -> None:
    """From the search page and from the palette, which know it by its anchor or by its page."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": width, "height": 800})
    for link in ("a[href*='atlas.html#publication-atlas']", "a[href$='atlas.html']"):
        page.goto("search.html?q=humpback")
        page.locator(f"#search-results {link}").first.click()
        page.wait_for_url("**/papers/atlas.html*")
        assert page.evaluate(WRONG) == "", link
        assert page.evaluate(OF_THE_HEADING) == "", link
    page.goto("index.html")
    page.keyboard.press("Control+k")
    page.get_by_role("combobox").fill("humpback atlas")
    page.get_by_role("option").filter(has_text="Atlas").first.click()
    page.wait_for_url("**/papers/atlas.html*")

    assert page.evaluate(OF_THE_HEADING) == ""
