"""Balance the picture: the browser computes what Python computes, and a reader can cut, compare and come back."""

import base64
import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from research.figures.grendel import GPUS, START, balance, visits
from research.models import grendel
from tests.fingers import drag_down

MODEL = "research/models/grendel.js"
PAGE = "publications/grendel.html"
COMPUTE = """
return given.map(([times, cuts, gpus]) => ({
    loads: loads(times, cuts), speed: speedUp(times, cuts),
    even: evenCuts(times.length, gpus), own: divisionPoints(times, gpus),
}));
"""


INTO_VIEW = "node => node.ownerSVGElement.scrollIntoView({ block: 'center', behavior: 'instant' })"


def cases() -> list[tuple[grendel.Array, grendel.Cuts, int]]:
    """Give times with cuts at random places, few blocks and one block for each GPU among them."""
    random = np.random.default_rng(3)
    shown = [times for both in visits() for times in both]
    small = [np.array([4.0, 1, 1, 2, 2, 2, 1, 3]), np.ones(4), np.array([1.0, 0, 0, 0, 9, 0, 0, 0, 1])]
    found = []
    for times in (*shown, *small):
        for gpus in (1, 2, 3, 4):
            inner = np.sort(random.choice(np.arange(1, len(times)), gpus - 1, replace=False))
            found.append((times, np.concatenate([[0], inner, [len(times)]]), gpus))
    return found


def test_loads_speed_ups_and_cuts_in_the_browser_are_those_of_python(model: Callable[..., Any]) -> None:
    table = cases()
    given = [[times.tolist(), cuts.tolist(), gpus] for times, cuts, gpus in table]
    for (times, cuts, gpus), found in zip(table, model(COMPUTE, given, MODEL), strict=True):
        assert found["loads"] == grendel.loads(times, cuts).tolist()
        assert found["speed"] == pytest.approx(grendel.speed_up(times, cuts), rel=1e-12)
        assert found["even"] == grendel.even_cuts(len(times), gpus).tolist()
        assert found["own"] == grendel.division_points(times, gpus).tolist()


def test_the_data_of_the_page_are_the_times_of_the_model() -> None:
    script = balance().script
    assert script
    assert isinstance(script.data, dict)
    packed = base64.b64decode(script.data["times"])
    assert len(json.dumps(script.data)) <= 30_000

    assert np.frombuffer(packed, np.uint8).reshape(len(visits()), 2, -1).tolist() == [
        [before.tolist(), now.tolist()] for before, now in visits()
    ]


def test_times_measured_at_the_previous_visit_forecast_well_and_those_of_another_camera_less_so() -> None:
    """What a reader learns: for each camera equal areas are worst, and its own times are better than another's."""
    for at, (before, now) in enumerate(visits()):
        other = visits()[len(visits()) - 1 - at][1] if at != len(visits()) // 2 else visits()[0][1]
        even, measured, foreign = (
            grendel.speed_up(now, cuts)
            for cuts in (
                grendel.even_cuts(len(now), GPUS),
                grendel.division_points(before, GPUS),
                grendel.division_points(other, GPUS),
            )
        )
        assert even < foreign < 3.85 < measured <= GPUS


def shown(page: Page, key: str) -> str:
    return page.locator(f'[data-key="{key}"]').text_content() or ""


def speed(page: Page) -> float:
    return float(shown(page, "speed").partition("×")[0])


def cut_by(page: Page, words: str) -> None:
    page.get_by_role("radio", name=words).check()


def of(camera: int, cuts: list[int]) -> float:
    return grendel.speed_up(visits()[camera - 1][1], np.array([0, *cuts, 600]))


def test_a_reader_cuts_with_keys_moves_the_camera_and_sends_a_link(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGE)
    figure = page.locator("figure", has=page.locator('[data-key="knob1"]'))
    still = shown(page, "speed")
    top = "node => node.getBoundingClientRect().top + scrollY"
    caption = figure.locator("figcaption")
    before = caption.evaluate(top)
    figure.scroll_into_view_if_needed()
    expect(page.get_by_role("radio", name="Equal areas")).to_be_enabled()
    assert shown(page, "speed") == still == f"{of(START, [150, 300, 450]):.2f}× one GPU"
    assert caption.evaluate(top) == pytest.approx(before, abs=1)

    cut_by(page, "Grendel’s cut")
    own = grendel.division_points(visits()[START - 1][0], GPUS).tolist()[1:-1]
    assert speed(page) == pytest.approx(of(START, own), abs=0.005)
    handle = page.get_by_role("slider", name="Cut between GPU 1 and GPU 2")
    handle.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    own[0] += 29
    assert speed(page) == pytest.approx(of(START, own), abs=0.005)
    expect(handle).to_have_attribute("aria-valuenow", str(own[0]))
    expect(page.get_by_role("radio", name="By hand")).to_be_checked()
    expect(page.locator(".figure-said").first).to_contain_text("is the slowest", ignore_case=True)

    camera = page.get_by_role("slider", name="Camera")
    camera.focus()
    page.keyboard.press("Home")
    assert speed(page) == pytest.approx(of(1, own), abs=0.005)
    page.wait_for_function("location.hash.includes('camera=1')")
    page.reload()
    expect(page.get_by_role("radio", name="By hand")).to_be_checked()
    expect(page.locator('[data-key="speed"]')).to_have_text(f"{of(1, own):.2f}× one GPU")


def test_a_finger_drags_a_cut_over_a_phone_and_never_past_the_next(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGE, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    handle = page.get_by_role("slider", name="Cut between GPU 2 and GPU 3")
    page.locator('[data-key="knob1"]').evaluate(INTO_VIEW)
    expect(page.get_by_role("radio", name="By hand")).to_be_enabled()
    box = handle.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    drag_down(handle, 60)

    assert handle.get_attribute("aria-valuenow") == "449"
    expect(page.get_by_role("radio", name="By hand")).to_be_checked()
    assert speed(page) == pytest.approx(of(START, [150, 449, 450]), abs=0.005)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_address_that_makes_no_sense_is_no_cut(model: Callable[..., Any]) -> None:
    """Every part has a block, whatever the address says."""
    wrong = ["", "a-b-c", "300-200-100", "1-2", "1-2-3-4", "0-1-2", "1-1-2", "1-2-600", "1-2-3.5", "-1-2-3", "1-2-∞"]
    body = "return given.map((text) => readCuts(text, 600, 4));"

    assert model(body, [*wrong, "1-2-599"], MODEL) == [*([None] * len(wrong)), [0, 1, 2, 599, 600]]
