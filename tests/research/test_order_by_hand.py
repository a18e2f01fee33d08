"""Order the slices by hand: the browser's makespans are the model's, and a reader can move slices in every way."""

import json
from collections.abc import Callable
from itertools import permutations, product
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from research.figures.resharding import NAMES, PARTS, by_hand
from research.models import resharding
from research.models.resharding import Plan, Slice
from tests.fingers import drag_down

MODEL = "research/models/resharding.js"
PAGE = "publications/resharding.html"
COMPUTE = """
return JSON.stringify(given.map(([parts, plan]) => ({
    makespan: makespan(parts, plan),
    run: run(parts, plan).map(({ slice, hosts, start, end }) => [slice, hosts[0], hosts.slice(1), start, end]),
})));
"""
INTO_VIEW = "node => node.scrollIntoView({ block: 'center', behavior: 'instant' })"


def plain(parts: list[Slice]) -> list[dict[str, Any]]:
    return [{"size": part.size, "senders": part.sender_hosts, "receivers": part.receiver_hosts} for part in parts]


def all_plans() -> list[Plan]:
    """Give every order of the slices with every choice of senders."""
    return [
        list(zip(order, senders, strict=True))
        for order in permutations(range(len(PARTS)))
        for senders in product(*(PARTS[number].sender_hosts for number in order))
    ]


def fair_baselines() -> list[tuple[list[Slice], Plan, float]]:
    """Give the copies of Alpa, to each GPU and to each host, from the sender that has sent least."""
    found = []
    for gather, length in ((False, 15.0), (True, 6.0)):
        _, parts = zip(*resharding.copies(PARTS, gather), strict=True)
        found.append((list(parts), resharding.least_loaded(list(parts)), length))
    return found


def test_the_browser_runs_every_plan_and_the_fair_baselines_as_python_does(model: Callable[..., Any]) -> None:
    table = [(PARTS, plan) for plan in all_plans()] + [(parts, plan) for parts, plan, _ in fair_baselines()]
    found = json.loads(model(COMPUTE, [[plain(parts), plan] for parts, plan in table], MODEL))
    for (parts, plan), each in zip(table, found, strict=True):
        assert each["makespan"] == resharding.makespan(parts, plan)
        assert each["run"] == [list(transfer) for transfer in resharding.run(parts, plan)]

    assert [each["makespan"] for each in found[-2:]] == [length for *_, length in fair_baselines()]
    best = min(each["makespan"] for each in found[:-2])
    assert best == resharding.makespan(PARTS, resharding.exact(PARTS)) == pytest.approx(3.1875)


def test_an_address_that_makes_no_sense_is_no_plan(model: Callable[..., Any]) -> None:
    wrong = [
        "",
        "A1",
        "A1-B1-C1",
        "A1-B1-C1-C1",
        "A1-B1-C1-E1",
        "A3-B1-C1-D1",
        "A-B-C-D",
        "A1-B1-C1-D1-A1",
        "-",
        "1A-B1",
    ]
    body = "return given[1].map((text) => readPlan(text, given[0]));"

    assert model(body, [plain(PARTS), [*wrong, "D2-A1-C1-B2"]], MODEL) == [
        *([None] * len(wrong)),
        [[3, 1], [0, 0], [2, 0], [1, 1]],
    ]


def test_the_figure_begins_with_the_slices_as_listed_and_knows_the_best_order() -> None:
    figure = by_hand()
    assert [row[2] for row in figure.rows] == ["6.38", "3.19"]
    assert figure.script
    assert isinstance(figure.script.data, dict)
    assert resharding.makespan(PARTS, figure.script.data["best"]) == pytest.approx(3.1875)


def told(*plan: str) -> str:
    """Give how long a plan takes, as the page writes it."""
    return (
        f"{round(resharding.makespan(PARTS, [(NAMES.index(each[0]), int(each[1]) - 1) for each in plan]), 2):g} units"
    )


def test_a_reader_moves_slices_with_keys_buttons_and_a_finger_and_sends_a_link(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGE, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    figure = page.locator("figure", has=page.locator('[data-key="slice0"]'))
    figure.evaluate(INTO_VIEW)
    expect(figure.get_by_role("radio", name="Best")).to_be_enabled()
    length = figure.locator('[data-key="length"]')
    expect(length).to_have_text(told("A1", "B1", "C1", "D1"))

    handle = figure.get_by_role("button", name="Slice C")
    handle.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowUp")
    expect(length).to_have_text(told("A1", "C2", "B1", "D1"))
    expect(handle).to_have_attribute("aria-description", "place 2 of 4, from host 2")
    figure.get_by_role("radio", name="D", exact=True).check()
    for name in ("Other sender", "Earlier"):
        figure.get_by_role("button", name=name).click()
    expect(length).to_have_text(told("A1", "C2", "D2", "B1"))
    expect(figure.get_by_role("radio", name="By hand")).to_be_checked()

    handle = figure.get_by_role("button", name="Slice A")
    handle.evaluate(INTO_VIEW)
    drag_down(handle, 46 * 2)
    expect(length).to_have_text(told("C2", "D2", "A1", "B1"))
    handle.tap()
    expect(length).to_have_text(told("C2", "D2", "A2", "B1"))
    handle.press("Enter")
    handle.press("Enter")
    page.wait_for_function("location.hash.includes('order=C2-D2-A2-B1')")
    page.reload()
    expect(length).to_have_text(told("C2", "D2", "A2", "B1"))
