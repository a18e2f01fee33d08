"""Every page, search and 404 included: quiet, readable on small screens and enlarged, without scripts, on paper."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from harness.browser.accessibility import new_violations
from harness.browser.chromium import find_browser, launch_arguments
from harness.browser.pages import listen, note_other_hosts, pages_of
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

SCREENS = {"phone": (390, 844), "laptop": (1280, 800), "desk": (1600, 900)}
OF_ALL_KINDS = ["index.html", "cv.html", "papers/atlas.html"]  # on the desk, where only the contents are new

# What is wider than the window, but for what scrolls on its own.
TOO_WIDE = """() => {
  const root = document.documentElement;
  return root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} > ${root.clientWidth}`] : [];
}"""
# Words that their own box cuts off.
CUT = """() => [...document.querySelectorAll("article *, .sidebar-tree *")].filter((one) => {
  const style = getComputedStyle(one), box = one.getBoundingClientRect();
  const hides = style.overflowX === "hidden" || style.overflowY === "hidden";
  const isHidden = box.width < 2 || box.height < 2 || one.closest("svg") || !one.innerText?.trim();
  return hides && !isHidden && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map((one) => `${one.tagName}.${one.className} ${one.innerText.slice(0, 40)}`)"""
# A line of words for each text of the article that cannot be seen; what is folded or only spoken is meant not to be.
UNSEEN = """() => [...document.querySelectorAll("article h1, article h2, article p, article li, article td, article a")]
  .filter((one) => !one.closest("details:not([open]), .figure-small, .spoken, .visually-hidden, .headerlink"))
  .filter((one) => !one.closest(".vita-accounts") || innerWidth < 1010)  // on a wide screen the column has them
  .filter((one) => one.innerText?.trim() || one.textContent.trim())
  .filter((one) => !one.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .map((one) => `${one.tagName} ${one.textContent.trim().slice(0, 60)}`)"""


@pytest.fixture(scope="module")
def paths(built_site: Path) -> list[str]:
    """Every page of the site."""
    return pages_of(built_site)


def visit(context: BrowserContext, paths: list[str], judge: Callable[[Page], list[str]]) -> dict[str, list[str]]:
    """Open every page and give what is wrong, by page: what is judged, complaints, and requests to other hosts."""
    troubles: list[str] = []
    note_other_hosts(context, "http://127.0.0.1:", troubles)
    page = context.new_page()
    listen(page, troubles)
    found = {}
    for path in paths:
        page.goto(path)
        if wrong := [*judge(page), *troubles]:
            found[path] = wrong
        troubles.clear()
    return found


def test_the_list_of_pages_is_whole(paths: list[str]) -> None:
    assert {"index.html", "404.html", "search.html", "papers/atlas.html"} <= set(paths)
    assert len(paths) > 20


@pytest.fixture(scope="module")
def seen(browser: Browser, address: str, paths: list[str]) -> dict[str, dict[str, list[str]]]:
    """What is wrong with each page that is opened once: for everybody, and on small screens."""
    small: dict[str, list[str]] = {}

    def judge(page: Page) -> list[str]:
        found = keeps_out(page, on_the_desk=page.url.removeprefix(address) in OF_ALL_KINDS)
        if wrong := sizes_that_do_not_fit(page, [(320, 640), (390, 844)]):
            small[page.url.removeprefix(address)] = wrong
        return found

    with browser.new_context(base_url=address, viewport={"width": 390, "height": 844}) as context:
        return {"everybody": visit(context, paths, judge), "small screens": small}


def keeps_out(page: Page, *, on_the_desk: bool) -> list[str]:
    """Judge a page on each screen, the narrowest first; light, and dark where the page is new to the eye."""
    found = []
    for screen, (width, height) in SCREENS.items():
        if screen != "desk" or on_the_desk:
            page.set_viewport_size({"width": width, "height": height})
            page.evaluate("scrollTo(0, document.body.scrollHeight)")  # what waits until it is in view comes now
            found += [f"{screen}: {line}" for line in new_violations(page)]
            if screen == "phone" or on_the_desk:
                page.emulate_media(color_scheme="dark")
                found += [f"{screen}, in the dark: {line}" for line in new_violations(page, of_colors=True)]
                page.emulate_media(color_scheme="light")
    return found


def sizes_that_do_not_fit(page: Page, sizes: list[tuple[int, int]]) -> list[str]:
    """Name the windows in which a page scrolls sideways or cuts words off."""
    found = []
    for width, height in sizes:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}: {line}" for line in page.evaluate(TOO_WIDE) + page.evaluate(CUT)]
    return found


def test_no_page_keeps_anybody_out_complains_fails_or_asks_another_host(
    seen: dict[str, dict[str, list[str]]],
) -> None:
    assert seen["everybody"] == {}


def test_no_page_scrolls_sideways_or_cuts_words_off_on_a_phone(seen: dict[str, dict[str, list[str]]]) -> None:
    assert seen["small screens"] == {}


def test_no_page_scrolls_sideways_or_cuts_words_off_when_enlarged(
    browser: Browser, address: str, paths: list[str]
) -> None:
    """A window of 1280 pixels at 200 % is one of 640 with two device pixels each."""
    with browser.new_context(base_url=address, device_scale_factor=2) as context:
        assert visit(context, paths, lambda page: sizes_that_do_not_fit(page, [(640, 400)])) == {}


def test_no_page_cuts_words_off_for_those_who_set_their_text_twice_as_large(
    browser: Browser, address: str, paths: list[str]
) -> None:
    program, arguments = find_browser(), [*launch_arguments(), "--blink-settings=defaultFontSize=32"]
    large = browser.browser_type.launch(executable_path=program, args=arguments)
    with large, large.new_context(base_url=address, viewport={"width": 1280, "height": 800}) as context:
        size = context.new_page()
        size.goto("index.html")
        assert size.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert visit(context, paths, lambda page: page.evaluate(TOO_WIDE) + page.evaluate(CUT)) == {}


def test_without_scripts_every_page_can_be_read_and_is_dark_for_those_who_like_it(
    browser: Browser, address: str, paths: list[str]
) -> None:
    def judge(page: Page) -> list[str]:
        found = []
        for screen, (width, height) in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            color = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
            red, green, blue = page.evaluate(color)
            unseen = [*page.evaluate(UNSEEN), *(["it is light"] if red + green + blue > 150 else [])]
            found += [f"{screen}: {line}" for line in unseen]
        return found

    with browser.new_context(base_url=address, java_script_enabled=False, color_scheme="dark") as context:
        assert visit(context, paths, judge) == {}


def test_without_scripts_links_lead_to_every_page_and_download(built_site: Path, paths: list[str]) -> None:
    """Followed from the home page in the markup alone."""
    seen: set[Path] = set()
    ahead = [built_site / "index.html"]
    while ahead:
        here = ahead.pop()
        seen.add(here)
        for link in BeautifulSoup(here.read_text("utf-8"), "html.parser").select("a[href]"):
            target = str(link["href"]).partition("#")[0]
            file = (here.parent / target).resolve()
            if target and "//" not in target and file not in seen and file.is_file():
                ahead += [file] if file.suffix == ".html" else []
                seen.add(file)
    not_linked = {"404.html", "search.html"}  # shown by the server, and by the field

    assert {path for path in paths if built_site / path not in seen} == not_linked
    assert {built_site / name for name in ("cv.pdf", "resume.pdf", "publications.bib", "feed.atom")} <= seen


@pytest.mark.parametrize("path", ["index.html", "cv.html", "papers/index.html", "papers/atlas.html"])
def test_on_paper_stands_the_page_and_nothing_to_click(page: Page, path: str) -> None:
    page.goto(path)
    navigation = page.locator(".sidebar-tree a").all_inner_texts()
    headline = page.locator("h1").first.inner_text().partition("\n")[0]
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    lines = [line.strip() for sheet in printed.pages for line in sheet.extract_text().splitlines()]
    targets = {
        str(note.get_object()["/A"].get("/URI", ""))
        for sheet in printed.pages
        for note in sheet.get("/Annots", [])
        if "/A" in note.get_object()
    }

    assert any(headline[:20] in line for line in lines)
    assert not {"Search", "Skip to content", "Back to top", "Menu", "Copy"} & set(lines)
    assert not set(navigation) <= set(lines), "the navigation is printed"
    assert any(target.startswith("https://") for target in targets), "links lead nowhere"


@pytest.mark.parametrize("path", ["index.html", "cv.html", "papers/index.html", "career/index.html"])
def test_on_paper_no_card_is_cut(page: Page, path: str) -> None:
    page.emulate_media(media="print")
    page.goto(path)

    cut = page.evaluate(
        """() => [...document.querySelectorAll(".sd-card, .vita-publication, .vita-entry, figure")]
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 900)
          .filter((one) => getComputedStyle(one).breakInside !== "avoid" && !one.closest(".vita-publication, .sd-card"))
          .map((one) => one.className)"""
    )

    assert cut == []


@pytest.mark.parametrize("path", ["index.html", "papers/index.html", "papers/atlas.html"])
def test_on_paper_links_can_be_told_from_text(page: Page, path: str) -> None:
    page.emulate_media(media="print", color_scheme="light")
    page.goto(path)

    plain = page.evaluate(
        """() => [...document.querySelectorAll("article p a[href]:not(.headerlink)")]
          .filter((one) => one.checkVisibility() && one.innerText.trim())
          .filter((one) => getComputedStyle(one).color === getComputedStyle(one.parentElement).color
                        && !getComputedStyle(one).textDecorationLine.includes("underline"))
          .map((one) => one.innerText)"""
    )

    assert plain == []
