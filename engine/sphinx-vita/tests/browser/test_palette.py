"""The palette in the hands of a visitor: keys, mouse, screen reader, and what the browser asks the server for."""

import re
from pathlib import Path

import pytest
from harness.browser.pages import listen, wait_for_scripts
from playwright.sync_api import Browser, Locator, Page, expect
from sphinx_vita.command.check.server import serve

FIELD = "form[role=search] input[name=q]"  # the theme's
SEARCH_PAGE = re.compile(r"/search\.html\?q=")


@pytest.fixture
def requested(page: Page) -> list[str]:
    """The names of the palette's files that the page has asked the server for."""
    names: list[str] = []
    page.on("request", lambda request: names.extend(re.findall(r"/_static/instant-search/([\w.]+)", request.url)))
    return names


@pytest.fixture
def opened(page: Page) -> Page:
    """The page on people with the palette open."""
    page.goto("research/people.html")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()
    return page


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def test_nothing_is_requested_before_the_first_sign_of_use(page: Page, requested: list[str]) -> None:
    page.goto("index.html", wait_until="networkidle")
    page.mouse.wheel(0, 500)
    page.keyboard.press("Tab")

    assert requested == []


def test_the_focus_of_the_field_loads_and_opens_nothing(page: Page, requested: list[str]) -> None:
    page.goto("index.html")
    page.focus(FIELD)
    page.wait_for_load_state("networkidle")

    assert sorted(requested) == ["index.js", "palette.css", "palette.js"]
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_the_pointer_over_the_field_loads(page: Page, requested: list[str]) -> None:
    page.goto("index.html")
    page.hover(FIELD)
    page.wait_for_load_state("networkidle")

    assert len(requested) == 3


@pytest.mark.parametrize("keys", ["/", "Control+k", "Meta+k"])
def test_a_shortcut_opens_it_and_escape_gives_the_focus_back(page: Page, keys: str) -> None:
    page.goto("research/people.html")
    link = page.locator("a[href*='pappa']").first
    link.focus()
    page.keyboard.press(keys)
    expect(box(page)).to_be_focused()

    page.keyboard.press("Escape")

    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(link).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(page: Page) -> None:
    page.goto("index.html")
    page.evaluate("document.body.prepend(document.createElement('textarea'))")
    page.focus("textarea")
    page.keyboard.type("a/b")

    assert page.input_value("textarea") == "a/b"
    expect(page.locator("dialog")).to_have_count(0)


def test_a_click_on_the_field_opens_it_and_escape_gives_the_focus_back(page: Page) -> None:
    page.goto("index.html")
    page.click(FIELD)
    expect(box(page)).to_be_focused()
    page.keyboard.press("Escape")

    expect(page.locator("dialog[open]")).to_have_count(0)
    expect(page.locator(FIELD)).to_be_focused()


def test_words_typed_into_the_field_go_on_in_the_palette(page: Page) -> None:
    page.goto("index.html")
    page.focus(FIELD)
    page.keyboard.type("hump")
    expect(box(page)).to_be_focused()
    page.keyboard.type("back")

    expect(box(page)).to_have_value("humpback")
    expect(options(page).first).to_contain_text("An Atlas")


def test_what_is_typed_while_it_loads_is_not_lost(page: Page) -> None:
    page.goto("index.html")
    with page.expect_request("**/palette.js*"):
        page.keyboard.press("/")
    page.keyboard.type("humpback", delay=1)

    expect(box(page)).to_have_value("humpback")


def test_a_touch_opens_it_and_a_result(browser: Browser, address: str) -> None:
    with browser.new_context(base_url=address, has_touch=True, viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto("index.html")
        page.locator("label[for=__navigation]:visible").first.tap()
        page.locator(FIELD).tap()
        box(page).fill("mbeki")
        options(page).first.tap()

        expect(page).to_have_url(f"{address}research/people.html#person-thaddeus-w-mbeki")


def test_the_arrows_choose_and_go_round(opened: Page) -> None:
    box(opened).fill("mbeki")
    count = options(opened).count()
    assert count > 2
    expect(chosen(opened)).to_have_attribute("id", "palette-result-0")

    opened.keyboard.press("ArrowDown")
    expect(chosen(opened)).to_have_attribute("id", "palette-result-1")
    opened.keyboard.press("ArrowUp")
    opened.keyboard.press("ArrowUp")
    expect(chosen(opened)).to_have_attribute("id", f"palette-result-{count - 1}")
    opened.keyboard.press("ArrowDown")
    expect(chosen(opened)).to_have_attribute("id", "palette-result-0")


def chosen(page: Page) -> Locator:
    return page.locator("[role=option][aria-selected=true]")


def test_before_a_word_stand_the_main_pages_and_the_selected_papers(opened: Page, address: str) -> None:
    expect(options(opened).first).to_have_attribute("href", f"{address}research/index.html")
    shown = [option.get_attribute("href") or "" for option in options(opened).all()]
    assert f"{address}papers/index.html" in shown
    assert any(link.startswith(f"{address}papers/atlas.html") for link in shown)
    assert not any("chapter" in link for link in shown)  # it is not selected

    opened.keyboard.press("Enter")
    expect(box(opened)).to_be_focused()  # nobody has chosen anything yet
    opened.keyboard.press("ArrowUp")
    expect(options(opened).last).to_have_attribute("aria-selected", "true")
    opened.keyboard.press("ArrowDown")
    expect(options(opened).first).to_have_attribute("aria-selected", "true")
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(f"{address}research/index.html")


def test_enter_lands_on_the_section(opened: Page, address: str) -> None:
    box(opened).fill("traveling merchant")
    expect(chosen(opened)).to_contain_text("The idea")
    opened.keyboard.press("Enter")

    expect(opened).to_have_url(f"{address}papers/atlas.html#the-idea")
    expect(opened.locator("#the-idea h2")).to_be_in_viewport()


def test_a_result_on_the_same_page_closes_the_palette(opened: Page, address: str) -> None:
    box(opened).fill("minina")
    options(opened).first.click()

    expect(opened).to_have_url(f"{address}research/people.html#person-minina")
    expect(opened.locator("dialog[open]")).to_have_count(0)
    expect(opened.locator("#person-minina")).to_be_in_viewport()
    expect(opened.locator(FIELD)).not_to_be_focused()


@pytest.mark.parametrize("way", ["Control+Enter", "click", "middle"])
def test_a_result_opens_in_a_new_tab(opened: Page, address: str, way: str) -> None:
    box(opened).fill("sia")
    first = options(opened).first
    expect(first).to_contain_text("Young Researcher")
    with opened.context.expect_page() as tab:
        if way == "Control+Enter":
            opened.keyboard.press(way)
        elif way == "click":
            first.click(modifiers=["Control"])
        else:
            first.click(button="middle")

    expect(tab.value).to_have_url(f"{address}career/education.html#award-young-researcher-prize-2022")
    expect(opened.locator("dialog[open]")).to_have_count(1)


def test_the_last_result_is_the_search_page(opened: Page, address: str) -> None:
    box(opened).fill("sia & co")
    opened.keyboard.press("ArrowUp")
    expect(chosen(opened)).to_contain_text("sia & co")
    opened.keyboard.press("Enter")

    expect(opened).to_have_url(f"{address}search.html?q=sia+%26+co")
    expect(opened.locator("#search-results")).to_be_visible()


def test_a_click_outside_closes_it(opened: Page) -> None:
    opened.mouse.click(5, 5)

    expect(opened.locator("dialog[open]")).to_have_count(0)


def test_a_screen_reader_is_told_what_it_is_and_what_is_chosen(opened: Page) -> None:
    expect(opened.get_by_role("dialog", name="Search")).to_be_visible()
    expect(box(opened)).to_have_attribute("aria-expanded", "true")  # the main pages
    box(opened).fill("mbeki")

    expect(box(opened)).to_have_attribute("aria-expanded", "true")
    expect(box(opened)).to_have_attribute("aria-autocomplete", "list")
    listed = box(opened).get_attribute("aria-controls")
    expect(opened.get_by_role("listbox", name="Results")).to_have_attribute("id", str(listed))
    for key in ("ArrowDown", "ArrowDown", "ArrowUp"):
        opened.keyboard.press(key)
        active = box(opened).get_attribute("aria-activedescendant")
        expect(chosen(opened)).to_have_count(1)
        expect(chosen(opened)).to_have_attribute("id", str(active))
    box(opened).fill("")
    expect(chosen(opened)).to_have_count(0)
    assert box(opened).get_attribute("aria-activedescendant") is None


def test_the_number_of_results_is_announced(opened: Page) -> None:
    status = opened.get_by_role("status").and_(opened.locator("dialog *"))
    for query, told in (("narwhal", "1 result"), ("xyzzy", "No results"), ("mbeki", "2 results"), ("", "")):
        box(opened).fill(query)
        expect(status).to_have_text(told)


def test_a_result_shows_its_kind_its_path_and_the_match_in_its_words(opened: Page) -> None:
    box(opened).fill("sonobu")
    first = options(opened).first

    expect(first.locator(".palette-title")).to_have_text("Winterer, Polar Station K")
    expect(first.locator(".palette-kind")).to_have_text("Position")
    expect(first.locator(".palette-path")).to_have_text("Work")
    expect(first.locator(".palette-context mark")).to_have_text("SONOBU")  # the rest of the word was not asked for


def test_markup_in_a_query_is_text(opened: Page) -> None:
    query = "<img src=x onerror=\"document.title = 'broken into'\"> mbeki"
    box(opened).fill(query)

    expect(options(opened).last).to_contain_text(query)
    expect(opened.locator("dialog img")).to_have_count(0)
    assert "broken" not in opened.title()


def test_the_page_behind_does_not_scroll(opened: Page) -> None:
    opened.mouse.move(640, 600)
    opened.mouse.wheel(0, 800)
    opened.wait_for_timeout(100)

    assert opened.evaluate("scrollY") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_phone_it_fills_the_screen_and_nothing_scrolls_sideways(page: Page, scheme: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto("index.html")
    page.keyboard.press("Control+k")
    box(page).fill("whales keep silent")
    dialog = page.locator("dialog.palette")

    assert dialog.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert dialog.evaluate("node => [node, ...node.children].every(each => each.scrollWidth <= each.clientWidth)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_it_has_contrast(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    box(opened).fill("mbeki")
    expect(options(opened).first).to_be_visible()

    faint = opened.evaluate(FAINT)
    assert faint == []


# The texts of the dialog whose contrast with what is behind them is below 4.5 to 1.
FAINT = """
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgb = colour => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = colour => rgb(colour).slice(0, 3)
    .map(part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = node => {
    const style = getComputedStyle(node);
    const inGradient = style.backgroundImage.match(/rgba?\\([^)]*\\)|#\\w+|color\\([^)]*\\)/g);
    if (inGradient) return inGradient.at(-1);
    return rgb(style.backgroundColor)[3] ? style.backgroundColor : behind(node.parentElement);
  };
  const walker = document.createTreeWalker(document.querySelector("dialog"), NodeFilter.SHOW_TEXT);
  const faint = [];
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const [one, other] = [light(getComputedStyle(node).color), light(behind(node))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    const isFaint = node.checkVisibility() && contrast < 4.5;
    if (isFaint) faint.push(`${node.className || node.tagName}: ${contrast.toFixed(2)}`);
  }
  return faint;
}
"""


def test_nothing_moves_for_those_who_asked_for_that(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto("index.html")
    page.keyboard.press("/")
    expect(box(page)).to_be_focused()

    assert page.locator("dialog.palette").evaluate("node => getComputedStyle(node).animationName") == "none"


def test_the_search_page_keeps_its_own_field(page: Page, requested: list[str]) -> None:
    page.goto("search.html?q=songs")
    expect(page.locator("#search-results a").first).to_be_visible()
    page.locator("input[name=q]").first.fill("whales")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"q=whales"))
    assert requested == []


def test_without_its_files_the_field_asks_the_search_page(page: Page, troubles: list[str]) -> None:
    page.route("**/_static/instant-search/*", lambda route: route.abort())
    page.goto("index.html")
    page.click(FIELD)
    page.keyboard.type("atlas")
    page.keyboard.press("Enter")

    expect(page).to_have_url(SEARCH_PAGE)
    assert all("_static/instant-search" in trouble or "ERR_FAILED" in trouble for trouble in troubles)
    troubles.clear()


def test_it_works_from_a_folder_without_a_server(browser: Browser, built_site: Path) -> None:
    troubles: list[str] = []
    with browser.new_context() as context:
        page = context.new_page()
        listen(page, troubles)
        wait_for_scripts(page)
        page.goto((built_site / "papers/atlas.html").as_uri())
        page.keyboard.press("/")
        box(page).fill("sia")
        options(page).first.click()

        expect(page).to_have_url(f"{(built_site / 'career/education.html').as_uri()}#award-young-researcher-prize-2022")
    assert troubles == []


def test_it_works_under_any_path(browser: Browser, built_site: Path) -> None:
    with serve(built_site.parent) as address, browser.new_context(base_url=f"{address}{built_site.name}/") as context:
        page = context.new_page()
        wait_for_scripts(page)
        page.goto("papers/atlas.html")
        page.keyboard.press("/")
        box(page).fill("sia")

        expect(options(page).first).to_have_attribute(
            "href", f"{address}{built_site.name}/career/education.html#award-young-researcher-prize-2022"
        )


def test_it_works_once_it_is_loaded_although_the_network_is_gone(opened: Page) -> None:
    opened.context.set_offline(True)
    box(opened).fill("sia")

    expect(options(opened).first).to_contain_text("Young Researcher")


def test_the_first_result_comes_within_50_milliseconds_of_a_key(opened: Page) -> None:
    times = opened.evaluate(
        """
        queries => queries.map(query => {
          const field = document.querySelector("[role=combobox]");
          const start = performance.now();
          field.value = query;
          field.dispatchEvent(new Event("input"));
          document.querySelector("[role=option]").getBoundingClientRect();
          return performance.now() - start;
        })
        """,
        ["a", "at", "atlas", "humback", "zoe obrien", "cross-correlation", "pasive", "p", "s", "t", "si", "sia"] * 3,
    )

    assert sorted(times)[len(times) // 2] < 50
