"""The flight over the city as a reader has it: asked for, flown, looked about, linked, printed, and without WebGL."""

import base64
import gzip
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Page, expect

from research.figures import city as figure
from research.figures.city_words import WORDS
from research.models import clm, views
from research.models.city import city

PAGE = "research/index.html"
# Small, since here the machine's processors draw what a graphics card draws elsewhere.
SMALL = {"viewport": {"width": 320, "height": 640}}
PHONE = {**SMALL, "has_touch": True, "is_mobile": True}
NO_WEBGL = """
  const get = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, ...more) {
    return kind.startsWith("webgl") ? null : get.call(this, kind, ...more);
  };
"""
# Longer than the rest at a view.
STANDS = """() => new Promise((resolve) => {
  const read = () => document.querySelector('[data-key="value-2"]').textContent;
  const before = read();
  setTimeout(() => resolve(read() === before), 1500);
})"""
Open = Callable[..., Page]


def shown(page: Page, *keys: str) -> list[str]:
    """Read parts of the instruments."""
    return [page.locator(f'[data-key="{key}"]').text_content() or "" for key in keys]


def expect_address(page: Page, pattern: str) -> None:
    """Wait for the address that is kept when a reader has come to rest."""
    expect(page).to_have_url(re.compile(f"#{pattern}$"))


def wait_for_flight(page: Page) -> None:
    page.wait_for_function("document.querySelector('.figure-play')?.textContent === 'Play'")


def loaded(order: str, place: int) -> str:
    """What a view, counted from 1, loads."""
    batch = views.batch()
    steps = clm.traffic(batch.sets, batch.orders[order])
    return f"{figure.megabytes(steps[place - 1].loads * views.OFFLOADED)} MB"


def test_the_city_comes_when_it_is_asked_for_and_is_light(open_page: Open, built_site: Path) -> None:
    folder = built_site / "_static"
    script, data = sorted((folder / "computed-figures").glob("city*.js"), key=lambda path: path.stat().st_size)
    code = gzip.compress(script.read_bytes() + (folder / "explanations.js").read_bytes())
    page = open_page(PAGE, **SMALL)
    asked = "performance.getEntriesByType('resource').filter((each) => each.name.includes('city-data')).length"
    step = page.get_by_role("button", name="Next view")
    expect(step).to_be_enabled()
    # From here on: before, a busy machine paints the page while it still comes.
    page.evaluate("window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => "
                  "window.shift += entry.value)).observe({ type: 'layout-shift' })")  # fmt: skip

    assert len(code) <= 15_000
    assert data.stat().st_size <= 300_000
    assert page.evaluate(asked) == 0
    assert f"{round(data.stat().st_size / 1000)} KB" in (page.locator(".figure-play").text_content() or "")
    step.click()
    wait_for_flight(page)
    expect(page.locator('[data-key="value-2"]')).to_have_text(loaded("clm", 2))
    assert page.evaluate(asked) == 1
    assert page.evaluate("window.shift") < 0.01
    expect_address(page, "view=2")
    expect(page.locator(".figure-said")).to_have_text(page.locator(".figure-now").text_content() or "nothing")


def test_a_link_shows_what_one_saw(open_page: Open) -> None:
    page = open_page(f"{PAGE}#view=5&order=drawn&gpus=4&placement=random&look=9_x", **SMALL)
    wait_for_flight(page)
    batch = views.batch()
    seen = batch.orders["drawn"][4]
    count, many = len(city().centers), int(batch.sets[seen].sum())
    far = views.remote(batch.sets, figure.placements(4)["random"], 4)[seen]

    expect(page.locator('[data-key="value-0"]')).to_have_text(f"{many / count:.1%} of the city")
    assert shown(page, "value-1") == [f"{figure.megabytes(count * 236)} of {figure.megabytes(count * 944)} MB"]
    assert shown(page, "value-2") == [f"{figure.megabytes(far * 236)} MB, {far / many:.1%} of view"]
    page.locator('[data-state="gpus"][value="1"]').check(force=True)  # its label lies over it
    expect(page.locator('[data-key="value-2"]')).to_have_text(loaded("drawn", 5))
    expect_address(page, "view=5&order=drawn&placement=random")
    page.reload()
    wait_for_flight(page)
    expect(page.locator('[data-key="value-2"]')).to_have_text(loaded("drawn", 5))
    page.evaluate("location.hash = '#view=1&look=0_-40_150'")
    expect(page.locator('[data-key="value-0"]')).not_to_have_text(f"{many / count:.1%} of the city")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    first = int(batch.sets[batch.tour[0]].sum())
    assert shown(page, "value-0", "value-2") == [f"{first / count:.1%} of the city", loaded("clm", 1)]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator('[data-key="value-0"]')).not_to_have_text(f"{first / count:.1%} of the city")


def test_it_flies_until_it_is_out_of_view_or_stopped(open_page: Open) -> None:
    page = open_page(PAGE, **SMALL)
    play = page.locator(".figure-play")
    play.click()
    expect(page.locator('[data-state="view"]')).to_have_value("1", timeout=60_000)  # the second
    expect(play).to_have_text("Pause")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_function(STANDS)
    before = shown(page, "value-2")
    page.evaluate("scrollTo(0, 0)")
    expect(page.locator('[data-key="value-2"]')).not_to_have_text(before[0], timeout=60_000)
    play.click()
    expect(play).to_have_text("Play")


def test_a_mouse_and_keys_look_about_and_a_wheel_scrolls(open_page: Open) -> None:
    page = open_page(f"{PAGE}#view=2", **SMALL)
    wait_for_flight(page)
    camera = page.get_by_role("button", name=WORDS["en"]["camera"])
    camera.focus()
    for key in ("ArrowLeft", "ArrowUp", "-"):
        page.keyboard.press(key)
    expect_address(page, "view=2&look=-8_-4_111")
    box = camera.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + box["width"] / 2.2, y, steps=2)
    page.mouse.up()
    expect_address(page, r"view=2&look=-10[789]_-4_111")
    page.mouse.wheel(0, 30)
    page.wait_for_function("scrollY > 0")
    expect_address(page, r".*_-4_111")
    page.keyboard.down("Control")
    page.mouse.wheel(0, 40)
    page.keyboard.up("Control")
    expect_address(page, r".*_-4_12\d")
    for _ in range(2):
        page.keyboard.press("Shift+ArrowUp")  # no flatter than this
    expect_address(page, r".*_-55_12\d")
    page.set_viewport_size({"width": 300, "height": 640})
    page.wait_for_function(
        "((canvas) => canvas.width === Math.round(canvas.clientWidth))(document.querySelector('.figure-canvas'))"
    )
    page.get_by_role("button", name="Next view").click()
    expect_address(page, "view=3")


def fingers(page: Page) -> Callable[..., None]:
    """Return what drags fingers from places by a way, in steps as small as a hand's."""
    session: Any = page.context.new_cdp_session(page)

    def touch(kind: str, *points: tuple[float, float]) -> None:
        given = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": given})

    def drag(*ways: tuple[float, float, float, float]) -> None:
        touch("touchStart", *((x, y) for x, y, _, _ in ways))
        for part in range(1, 5):
            touch("touchMove", *((x + dx * part / 4, y + dy * part / 4) for x, y, dx, dy in ways))
        touch("touchEnd")

    return drag


def test_a_finger_turns_it_sideways_and_scrolls_the_page_upwards_and_two_come_nearer(open_page: Open) -> None:
    page = open_page(f"{PAGE}#view=2", **PHONE)
    wait_for_flight(page)
    page.evaluate("scrollTo(0, 0)")
    box = page.locator(".figure-handle-all").bounding_box()
    assert box
    x, y, drag = box["x"] + 140, box["y"] + 180, fingers(page)
    drag((x, y, 64, 0))
    expect_address(page, r"view=2&look=-[45]\d_0_100")
    assert page.evaluate("scrollY") == 0
    drag((x - 20, y, -16, -20), (x + 20, y, 16, -20))
    expect_address(page, r"view=2&look=-\d\d_-\d\d_60")
    assert page.evaluate("scrollY") == 0
    drag((x, y, 0, -160))
    page.wait_for_function("scrollY > 100")
    expect_address(page, r"view=2&look=-\d\d_-\d\d_60")


def difference(page: Page, view: int) -> float:
    """Say how far the canvas of the page is from a view in Python, of 255."""
    address = page.evaluate("document.querySelector('.figure-canvas').toDataURL()")
    seen = Image.open(io.BytesIO(base64.b64decode(address.partition(",")[2]))).convert("RGB").resize((64, 64))
    drawn = Image.fromarray((figure.picture(views.batch().cameras[view], 128) * 255).astype(np.uint8)).resize((64, 64))
    return float(np.abs(np.asarray(seen).astype(float) - np.asarray(drawn)).mean())


def test_without_webgl_it_is_a_flight_of_stills(open_page: Open) -> None:
    tour = views.batch().tour
    page = open_page("research/people.html", **SMALL)
    page.add_init_script(NO_WEBGL)
    page.goto(f"{PAGE}#view=3")
    wait_for_flight(page)
    page.wait_for_timeout(200)
    assert difference(page, tour[2]) < 4
    page.get_by_role("button", name="Next view").click()
    expect(page.locator('[data-key="value-2"]')).to_have_text(loaded("clm", 4))
    page.wait_for_timeout(200)
    assert difference(page, tour[3]) < 4 < difference(page, tour[2])


def test_when_webgl_is_taken_away_stills_follow(open_page: Open) -> None:
    page = open_page(f"{PAGE}#view=3", **SMALL)
    wait_for_flight(page)
    assert page.evaluate("Boolean(document.querySelector('.figure-canvas').getContext('webgl2'))"), "no WebGL 2 here"
    page.evaluate(
        "document.querySelector('.figure-canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()"
    )
    page.wait_for_function("document.querySelector('.figure-canvas')?.getContext('2d')")
    page.wait_for_timeout(300)
    assert difference(page, views.batch().tour[2]) < 4


def test_a_reader_who_wants_no_motion_steps_and_is_told_the_size(open_page: Open) -> None:
    page = open_page(PAGE, **SMALL, reduced_motion="reduce")
    step = page.get_by_role("button", name=re.compile(r"Next view · \d+ KB"))
    expect(page.locator(".figure-play")).to_be_hidden()
    step.click()
    expect(page.locator('[data-key="value-2"]')).to_have_text(loaded("clm", 2))
    assert page.get_by_role("button", name="Next view", exact=True).is_visible()


def test_without_scripts_the_still_the_plan_and_the_numbers_are_there(open_page: Open) -> None:
    page = open_page(PAGE, **SMALL, java_script_enabled=False)

    assert page.locator(".figure-controls").is_hidden()
    assert page.locator(".figure-panel noscript img").first.bounding_box()["width"] > 250  # type: ignore[index]
    assert shown(page, "value-2", "total-0") == [loaded("clm", 1), f"{figure.megabytes(figure.loaded('clm'))} MB"]
    page.get_by_text(re.compile("numbers of this figure|^Data")).first.click()
    assert page.locator(".figure-numbers tbody tr").count() == len(views.batch().cameras)
