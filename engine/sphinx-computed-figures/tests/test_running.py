"""Explanations in a browser, on a page that is read from a folder: no server, and modules would not load there."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from harness.browser.pages import listen
from harness.figure_sites import Site, figure, home
from playwright.sync_api import Browser, Locator, Page, expect

Open = Callable[..., Page]
LONG = "\n".join(f"| {number}" for number in range(90))  # pushes the second figure out of view


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an explanation, and another one far below."""
    site = Site(tmp_path_factory.mktemp("running"))
    more = home(figure("running"), "A section\n---------\n", LONG, "")
    site.write(index=more, below=home(LONG, "", figure("running", parameters="data='A'")))
    return site.build()


@pytest.fixture
def open_page(browser: Browser, folder: Path) -> Iterator[Open]:
    """Open a page by its path and what follows it, with options of a context; whatever goes wrong on it fails."""
    troubles: list[str] = []
    contexts = []

    def open_page(path: str = "index.html", script: str = "", **options: Any) -> Page:
        context = browser.new_context(viewport={"width": 390, "height": 700}, **options)
        contexts.append(context)
        page = context.new_page()
        listen(page, troubles)
        page.add_init_script(script)
        page.goto(f"{folder.as_uri()}/{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def now(page: Page) -> Locator:
    return page.locator(".figure-now")


def side(page: Page) -> Locator:
    return page.get_by_label("Side <m>").first


def awake(page: Page) -> Page:
    """Wait until the script has come."""
    page.wait_for_selector(".figure-controls:enabled")
    return page


def test_a_reader_sets_it_and_the_address_says_what_is_seen(open_page: Open) -> None:
    page = awake(open_page())
    expect(now(page)).to_have_text("Side 2, up, 0 turns, 3 more")
    side(page).focus()
    page.keyboard.press("ArrowRight")
    page.get_by_role("radio", name="Down").check()
    page.get_by_label("Rim").click()
    expect(now(page)).to_have_text("Side 5, down, 0 turns, 3 more")
    page.wait_for_url(re.compile("#side=5&way=down&rim=0$"))
    assert page.locator('[data-key="box"]').first.get_attribute("width") == "5"
    expect(page.locator(".figure-said")).to_have_text("Side 5, down, 0 turns, 3 more")

    page.reload()
    expect(now(awake(page))).to_have_text("Side 5, down, 0 turns, 3 more")
    expect(page.get_by_label("Rim")).not_to_be_checked()
    page.get_by_role("button", name="Ten & more").click()
    expect(side(page)).to_have_attribute("aria-valuetext", "10")
    page.evaluate("location.hash = 'a-section'")  # an anchor leaves it alone
    expect(now(page)).to_have_text("Side 10, down, 0 turns, 3 more")
    page.evaluate("location.hash = 'side=1'")
    expect(now(page)).to_have_text("Side 1, up, 0 turns, 3 more")
    side(page).press("ArrowRight")
    page.wait_for_url(re.compile(r"index\.html$"))


ADDRESSES = {
    "side=4.2": "Side 5, up",
    "side=1e99": "Side 10, up",
    "side=-3&way=down": "Side 1, down",
    "way=down&way=up&x=y": "Side 2, down",
    "__proto__=1&constructor=2&side=5": "Side 5, up",
    "%E0%A4%A&side=5": "Side 5, up",
    "'\"]=1&side=5": "Side 5, up",
    # What says nothing leaves it as it is.
    "side=": "Side 2, down",
    "side=NaN&way=sideways": "Side 2, down",
    "side": "Side 2, down",
    ":~:text=a=b": "Side 2, down",
}


def test_whatever_the_address_says_is_the_nearest_that_there_is(open_page: Open) -> None:
    page = awake(open_page('index.html#"]=1&side=9e9'))
    expect(now(page)).to_have_text("Side 10, up, 0 turns, 3 more")
    found = {}
    for written in ADDRESSES:
        page.evaluate("hash => { location.hash = 'side=2&way=down'; setTimeout(() => location.hash = hash) }", written)
        page.wait_for_timeout(150)
        found[written] = (now(page).text_content() or "").partition(", 0")[0]

    assert found == ADDRESSES


def test_it_plays_while_it_is_in_view_and_no_longer(open_page: Open) -> None:
    page = awake(open_page())
    play = page.locator(".figure-play")
    play.click()
    expect(play).to_have_text("Pause")
    expect(now(page)).not_to_have_text("Side 2, up, 0 turns, 3 more")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_timeout(150)
    rest = now(page).text_content()
    page.wait_for_timeout(200)
    assert now(page).text_content() == rest
    page.evaluate("scrollTo(0, 0)")
    expect(now(page)).not_to_have_text(rest or "")
    page.get_by_role("button", name="Step").click()
    expect(play).to_have_text("Play")
    page.get_by_role("button", name="Start again").click()
    expect(now(page)).to_have_text("Side 2, up, 0 turns, 3 more")


def test_who_wants_no_motion_gets_steps(open_page: Open) -> None:
    page = awake(open_page(reduced_motion="reduce"))

    expect(page.locator(".figure-play")).to_be_hidden()
    page.get_by_role("button", name="Step").click()
    expect(now(page)).to_have_text("Side 2, up, 10 turns, 3 more")
    page.locator(".figure-play").evaluate("button => button.click()")  # as a script may
    expect(now(page)).to_have_text("Side 2, up, 20 turns, 3 more")


def test_a_handle_is_moved_by_mouse_finger_and_keys(open_page: Open) -> None:
    page = awake(open_page(has_touch=True))
    handle = page.get_by_role("button", name="Corner")
    box = page.locator(".figure-frame").first.bounding_box()
    spot = handle.bounding_box()
    assert box
    assert spot
    assert min(spot["width"], spot["height"]) >= 44
    middle = (spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)

    page.mouse.move(*middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"], middle[1], steps=3)
    page.mouse.up()
    expect(now(page)).to_have_text("Side 10, up, 0 turns, 3 more")
    page.mouse.move(*middle)  # let go is let go
    expect(handle).to_have_attribute("aria-description", "10 wide")

    handle.focus()
    page.keyboard.press("ArrowLeft")
    expect(now(page)).to_have_text("Side 5, up, 0 turns, 3 more")
    finger = page.context.new_cdp_session(page)
    left, top = box["x"] + box["width"] / 2, middle[1]
    for kind, x in (
        ("touchStart", left),
        ("touchMove", box["x"] + 30),
        ("touchMove", box["x"] + 5),
        ("touchEnd", None),
    ):
        points = [] if x is None else [{"x": x, "y": top}]
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    expect(now(page)).to_have_text("Side 1, up, 0 turns, 3 more")
    assert page.evaluate("scrollY") == 0


def test_controls_are_wide_enough_for_a_finger(open_page: Open) -> None:
    page = awake(open_page(has_touch=True, is_mobile=True))
    sizes = page.locator(".figure-controls :is(button, label:has(input), input[type=range])").evaluate_all(
        "all => all.map(one => [one.textContent, one.getBoundingClientRect().height])"
    )

    assert [(name, height) for name, height in sizes if height < 44] == []


def test_the_canvas_is_sharp_follows_the_theme_and_is_not_printed(open_page: Open) -> None:
    page = awake(open_page(device_scale_factor=2))
    canvas = page.locator(".figure-canvas")
    wide = "node => node.width - 2 * Math.round(node.clientWidth)"
    color = "node => node.toDataURL()"
    expect(canvas).to_have_js_property("width", canvas.evaluate("node => 2 * node.clientWidth"))
    page.set_viewport_size({"width": 320, "height": 700})
    page.wait_for_function(f"({wide})(document.querySelector('canvas')) === 0")
    before = canvas.evaluate(color)
    page.add_style_tag(content="[data-theme=dark] { --color-brand-primary: teal }")
    page.evaluate("document.body.dataset.theme = 'dark'")
    page.wait_for_function(f"({color})(document.querySelector('canvas')) !== '{before}'")

    page.emulate_media(media="print")
    expect(canvas).to_be_hidden()
    expect(page.locator(".figure-controls")).to_be_hidden()
    assert page.locator("svg").nth(1).evaluate("node => getComputedStyle(node).opacity") == "1"


def test_nothing_comes_before_it_is_near_and_nothing_moves_when_it_comes(open_page: Open) -> None:
    page = open_page("below.html")
    page.wait_for_timeout(100)
    assert not page.evaluate("'computedFigures' in window")
    before = page.evaluate("document.documentElement.scrollHeight")
    page.locator("figure").scroll_into_view_if_needed()
    expect(now(awake(page))).to_have_text("Side 2, up, 0 turns, 65 more")

    assert page.evaluate("document.documentElement.scrollHeight") == before


def test_a_link_to_what_one_saw_leads_to_the_figure(open_page: Open) -> None:
    page = awake(open_page("below.html#side=5"))

    expect(page.locator("figure")).to_be_in_viewport()
    expect(now(page)).to_have_text("Side 5, up, 0 turns, 65 more")


def test_who_saves_data_or_runs_no_scripts_has_the_still_picture_alone(open_page: Open) -> None:
    saving = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    for page in (open_page(script=saving), open_page(java_script_enabled=False)):
        expect(page.locator(".figure-controls")).to_be_hidden()
        expect(page.locator("svg").first).to_be_visible()
        assert page.locator("script[src*=explanations]").count() == 0
