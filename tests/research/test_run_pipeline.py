"""Run the pipeline: the browser computes what Python computes, and a reader can set it, run it and come back."""

import itertools
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from research.figures.pipeline import BATCHES, STAGES, TRANSFER, WAYS, pipelines
from research.models import pipeline

MODEL = "research/models/pipeline.js"
PAGE = "publications/resharding.html"
COMPUTE = """
return JSON.stringify(given.map(([stages, batches, transfer, eager, overlap]) => {
    const passes = run({ stages, batches, transfer, eager, overlap });
    const all = Array.from({ length: stages }, (_, stage) => stage);
    return {
        passes: passes.map(({ kind, batch, stage, start, end }) => [kind, batch, stage, start, end]),
        end: lengthOf(passes),
        kept: all.map((stage) => kept(passes, stage)),
        keptAt: [0.5, 1, 2.75, 6, 9.25].map((time) => keptAt(passes, 0, time)),
        sent: transfers(passes, stages, transfer).map(({ from, to, start, end }) => [from, to, start, end]),
        idle: all.map((stage) => idle(passes, stage, lengthOf(passes))),
    };
}));
"""
GRID = list(itertools.product((2, 3, 4, 6), (1, 2, 5, 12), (0, 0.25, 0.5, 1, 1.5), (False, True), (False, True)))


def kept_at(passes: list[pipeline.Pass], time: float) -> int:
    """Count the microbatches whose forward pass on the first stage has begun and whose backward pass has not ended."""
    begun = {each.batch for each in passes if (each.kind, each.stage) == ("F", 0) and each.start <= time}
    ended = {each.batch for each in passes if (each.kind, each.stage) == ("B", 0) and each.end <= time}
    return len(begun - ended)


def test_every_pass_transfer_and_activation_in_the_browser_is_that_of_python(model: Callable[..., Any]) -> None:
    for (stages, batches, transfer, eager, overlap), found in zip(
        GRID, json.loads(model(COMPUTE, GRID, MODEL)), strict=True
    ):
        passes = pipeline.run(stages, batches, eager, transfer, overlap)
        assert found == {
            "passes": [list(each) for each in passes],
            "end": pipeline.length(passes),
            "kept": [pipeline.kept(passes, stage) for stage in range(stages)],
            "keptAt": [kept_at(passes, time) for time in (0.5, 1, 2.75, 6, 9.25)],
            "sent": [list(each) for each in pipeline.transfers(passes, stages, transfer)],
            "idle": [[list(gap) for gap in pipeline.idle(passes, stage)] for stage in range(stages)],
        }


def test_idle_time_and_passes_fill_each_stage() -> None:
    for stages, batches, transfer, eager, overlap in GRID:
        passes = pipeline.run(stages, batches, eager, transfer, overlap)
        for stage in range(stages):
            spans = [(each.start, each.end) for each in passes if each.stage == stage] + pipeline.idle(passes, stage)
            spans.sort()
            assert (spans[0][0], spans[-1][1]) == (0, pipeline.length(passes))
            assert all(one[1] == other[0] for one, other in itertools.pairwise(spans))


def test_every_transfer_brings_what_its_receiver_then_uses() -> None:
    """By brute force: each pass but the first of a microbatch and the turn at the last stage waits for one transfer."""
    for stages, batches, transfer, eager, overlap in GRID:
        passes = pipeline.run(stages, batches, eager, transfer, overlap)
        sent = pipeline.transfers(passes, stages, transfer)
        assert len(sent) == 2 * batches * (stages - 1)
        for stage in range(stages):
            arrived = sorted(each.end for each in sent if each.target == stage)
            used = sorted(
                each.start
                for each in passes
                if each.stage == stage and (each.kind, stage) not in {("F", 0), ("B", stages - 1)}
            )
            assert all(arrival <= start for arrival, start in zip(arrived, used, strict=True))


def test_what_eager_costs_stands_beside_what_it_saves() -> None:
    (waits, _, kept), _, (eager, length, more) = pipelines().rows
    assert (waits, eager) == ("Sender waits", "Eager")
    assert float(length) < float(pipelines().rows[1][1])
    assert int(more.partition(",")[0]) > int(kept.partition(",")[0])


def words(page: Page, key: str) -> str:
    return page.locator(f'[data-key="{key}"]').text_content() or ""


def told(schedule: str, stages: int, batches: int, transfer: float) -> str:
    _, eager, overlap = WAYS[schedule]
    passes = pipeline.run(stages, batches, eager, transfer, overlap)
    return f"{pipeline.length(passes):g} units, keeps {pipeline.kept(passes, 0)}"


def test_a_reader_sets_runs_and_steps_a_pipeline_and_sends_a_link(open_page: Callable[..., Page]) -> None:
    page = open_page(PAGE)
    figure = page.locator("figure", has=page.locator('[data-key="idle"]'))
    still = {key: page.locator(f'[data-key="{key}"]').get_attribute("d") for key in ("idle", "transfers", "F", "B")}
    top = "node => node.getBoundingClientRect().top + scrollY"
    before = figure.locator("figcaption").evaluate(top)
    figure.evaluate("node => node.scrollIntoView({ block: 'center', behavior: 'instant' })")
    eager = figure.get_by_role("radio", name="Eager")
    expect(eager).to_be_enabled()
    assert {key: page.locator(f'[data-key="{key}"]').get_attribute("d") for key in still} == still
    assert figure.locator("figcaption").evaluate(top) == pytest.approx(before, abs=1)
    assert [words(page, f"words-{way}") for way in WAYS] == [told(way, STAGES, BATCHES, TRANSFER) for way in WAYS]

    eager.check()
    figure.get_by_role("slider", name="Stages").focus()
    page.keyboard.press("ArrowRight")
    figure.get_by_role("slider", name="Transfer").focus()
    page.keyboard.press("ArrowRight")
    assert [words(page, f"words-{way}") for way in WAYS] == [told(way, 4, BATCHES, 0.75) for way in WAYS]
    figure.get_by_role("button", name="Step").click()
    figure.get_by_role("button", name="Step").click()
    playhead = figure.get_by_role("slider", name="Playhead")
    expect(playhead).to_have_attribute("aria-valuenow", "1")
    assert words(page, "count0") == "2 of 6"
    playhead.focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(playhead).to_have_attribute("aria-valuenow", "3.5")
    page.wait_for_function("location.hash.includes('time=3.5')")
    page.reload()
    expect(figure.get_by_role("radio", name="Eager")).to_be_checked()
    expect(page.locator('[data-key="count0"]')).to_have_text("4 of 6")
    figure.get_by_role("button", name="Play").click()
    expect(figure.get_by_role("button", name="Pause")).to_be_visible()
    page.wait_for_function("+document.querySelector('[aria-label=Playhead]').getAttribute('aria-valuenow') > 3.6")


def test_who_wants_no_motion_steps_and_who_has_no_scripts_reads(open_page: Callable[..., Page]) -> None:
    page = open_page(f"{PAGE}#stages=6&batches=12&transfer=9&schedule=none&time=-1", reduced_motion="reduce")
    figure = page.locator("figure", has=page.locator('[data-key="idle"]'))
    figure.evaluate("node => node.scrollIntoView({ behavior: 'instant' })")
    step = figure.get_by_role("button", name="Step")
    expect(step).to_be_enabled()
    expect(figure.get_by_role("button", name="Play")).to_have_count(0)
    assert words(page, "words-waits") == told("waits", 6, 12, 1.5)

    without = open_page(PAGE, java_script_enabled=False)
    expect(without.locator('[data-key="words-waits"]')).to_have_text(told("waits", STAGES, BATCHES, TRANSFER))
    expect(without.get_by_role("button", name="Step")).to_have_count(0)
