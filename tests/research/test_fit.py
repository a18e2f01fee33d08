"""Fit it yourself: the model in the browser is the model in Python, and a reader can set it and disturb it."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from research.models import splatting

Open = Callable[..., Page]
MODEL = "research/models/splatting.js"
PAGE = "research/gaussian-splatting.html"
STEPS = """
const descent = new Descent(given.target, given.size, Float64Array.from(given.gaussians), 150);
const taken = [];
for (let step = 0; step <= 100; step++) {
  taken.push({ loss: descent.loss, gaussians: [...descent.gaussians] });
  descent.step();
}
return taken;
"""


@pytest.mark.parametrize(("count", "seed", "size"), [(10, 1, 24), (60, 0, 24), (150, 2, 16)])
def test_a_hundred_steps_in_the_browser_are_those_of_python(
    model: Callable[..., Any], count: int, seed: int, size: int
) -> None:
    target = splatting.monogram(size)
    start = splatting.scatter(target, count, seed)
    given = {"target": target.ravel().tolist(), "size": size, "gaussians": start.ravel().tolist()}
    taken = model(STEPS, given, MODEL)

    for theirs, (loss, gaussians) in zip(taken, splatting.descent(target, start, 150), strict=False):
        assert theirs["loss"] == pytest.approx(loss, abs=1e-4)
        assert np.abs(np.reshape(theirs["gaussians"], (-1, 6)) - gaussians).max() < 1e-4
    assert len(taken) == 101


def psnr(page: Page) -> float:
    found = re.search(r"step (\d+): ([\d.]+) dB", page.locator(".figure-now").text_content() or "")
    return float(found[2]) if found else np.nan


def awake(page: Page) -> Page:
    page.wait_for_selector(".figure-controls:enabled")
    expect(page.locator("g.figure-first")).to_have_count(1)  # drawn by the script now
    return page


def until_done(page: Page) -> float:
    """Wait until it has played to its end, and give the PSNR."""
    expect(page.locator(".figure-play")).to_have_text("Pause")
    expect(page.locator(".figure-play")).to_have_text("Play", timeout=30_000)
    page.wait_for_timeout(150)
    return psnr(page)


def test_the_error_of_the_first_frame_is_seen_until_the_descent_has_come_as_far(open_page: Open) -> None:
    page = open_page("downloads.html")
    page.add_init_script(
        "const ask = requestAnimationFrame;"
        "window.requestAnimationFrame = (then) => (document.querySelector('.figure-awake') ? 0 : ask(then));"
    )
    page.goto(PAGE)
    page.wait_for_selector(".figure-awake")
    error = page.locator(".figure-panel", has_text="Error, doubled")

    expect(error.locator(".figure-canvas")).to_have_count(1)
    expect(error.locator("svg:not(.figure-first)")).to_have_count(1)


def test_a_reader_sees_what_more_gaussians_buy_and_what_the_descent_repairs(open_page: Open, built_site: Path) -> None:
    still = (built_site / PAGE).read_text("utf-8").partition('class="figure-now" aria-hidden="true">')[2]
    page = awake(open_page(PAGE, viewport={"width": 1280, "height": 900}))
    first = psnr(page)
    assert still.startswith(f"100 Gaussians, step 150: {first} dB<")  # the first frame is what the browser comes to
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".figure-now")).to_contain_text("step 0")
    assert psnr(page) < 12
    page.get_by_role("slider", name="Gaussians").fill("1")
    few = until_done(page)
    page.wait_for_url(re.compile("#gaussians=15$"))
    page.get_by_role("slider", name="Gaussians").fill("8")
    assert few + 10 < until_done(page) == pytest.approx(first, abs=0.2)

    frame = page.locator(".figure-frame").first.bounding_box()
    assert frame
    spot = (frame["x"] + frame["width"] * 0.25, frame["y"] + frame["height"] * 0.5)  # on the left stroke of the H
    page.mouse.move(*spot)
    page.mouse.down()
    page.mouse.move(spot[0] + 60, spot[1] - 60, steps=4)
    expect(page.locator(".figure-now")).to_contain_text("is held")
    curve = page.locator('[data-key="curve"]')
    before = curve.get_attribute("d")
    page.mouse.up()
    assert until_done(page) > first - 1
    assert curve.get_attribute("d") != before


def test_keys_move_a_gaussian_and_steps_repair_the_picture_without_motion(open_page: Open) -> None:
    page = awake(open_page(f"{PAGE}#gaussians=50&outlines=0", reduced_motion="reduce"))
    expect(page.locator(".figure-now")).to_have_text(re.compile("^50 Gaussians, step 150"))
    fitted = psnr(page)
    assert page.locator('[data-key="outlines"]').get_attribute("d") == ""
    page.get_by_role("button", name="One Gaussian").focus()
    page.keyboard.press("Shift+ArrowRight")
    now = page.locator(".figure-now")
    expect(now).to_contain_text("is moved")
    moved = float(re.findall(r"[\d.]+(?= dB)", now.text_content() or "")[0])
    for _ in range(8):
        page.get_by_role("button", name="Step").click()
    expect(now).to_contain_text("step 231")

    assert moved < fitted - 0.3
    assert psnr(page) > moved


def test_a_finger_takes_hold_of_a_gaussian_and_scrolls_beside_them(open_page: Open) -> None:
    page = awake(open_page(PAGE, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True))
    frame = page.locator(".figure-frame").first
    frame.evaluate("node => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    finger = page.context.new_cdp_session(page)
    before = page.evaluate("scrollY")

    def swipe(across: float, down: float) -> None:
        box = frame.bounding_box()
        assert box
        x, y = box["x"] + box["width"] * across, box["y"] + box["height"] * down
        for kind, up in (("touchStart", 0), ("touchMove", 40), ("touchMove", 90), ("touchEnd", None)):
            points = [] if up is None else [{"x": x, "y": y - up}]
            finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    swipe(0.25, 0.5)
    expect(page.locator(".figure-play")).to_have_text("Pause")
    assert page.evaluate("scrollY") == pytest.approx(before, abs=2)
    swipe(0.03, 0.97)
    page.wait_for_function(f"scrollY > {before + 20}")


def test_it_is_light(built_site: Path) -> None:
    """Script and runtime together at most 15 KB, data at most 30 KB; compressed, as a server sends them.

    The city's data are asked for by a button that says their size, at most 300 KB.
    """
    static = built_site / "_static"
    sizes = {
        path.name.partition(".")[0]: len(gzip.compress(path.read_bytes()))
        for path in (*static.glob("computed-figures/*.js"), static / "explanations.js")
    }
    first = {"late", "explanations"}  # the first frame, and what all have
    scripts = {name: size for name, size in sizes.items() if not name.endswith("-data") and name not in first}

    assert "fit" in scripts
    assert {name: size for name, size in scripts.items() if size + sizes["explanations"] > 15_000} == {}
    data = {name: size for name, size in sizes.items() if name.endswith("-data")}
    assert data.pop("city-data") < 300_000
    assert {name: size for name, size in data.items() if size > 30_000} == {}
