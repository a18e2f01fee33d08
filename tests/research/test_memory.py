"""Will it fit? Every published run comes out as it did, and the page says what the model says."""

import re
from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from research.figures import memory
from research.models import clm

GIB = 2**30
PLACES = {key: place for place, (key, _) in enumerate(memory.METHODS)}


def cells(text: str, unit: str) -> list[list[str]]:
    """Give the rows of a table of a page, by words of its caption; the best value of a row is bold."""
    table = text.replace("\xa0", " ").replace("**", "").partition(unit)[2].partition(":::")[0]
    rows = [re.split(r" *\| *", line.strip("| ")) for line in table.splitlines() if line.startswith("|")]
    return rows[2:]


def numbers(svg: str) -> list[float]:
    return [float(found) for found in re.findall(r"-?[\d.]*\d", svg)]


def test_the_runs_are_those_of_the_tables(root_text: dict[str, str]) -> None:
    def as_written(run: memory.Run, values: tuple[float | None, ...]) -> list[str]:
        told = ["OOM" if value is None else f"{value:,}" for value in values]
        return [f"{run.scene} ({run.millions}M)", *told]

    page = root_text["publications/clm.md"]
    peaks = [[cell.replace("4.80", "4.8") for cell in row] for row in cells(page, "Peak GPU memory")]
    assert peaks == [as_written(run, run.peaks) for run in memory.RUNS]
    assert cells(page, "Training time of") == [as_written(run, run.seconds) for run in memory.RUNS]


@pytest.mark.parametrize("method", PLACES)
@pytest.mark.parametrize("run", memory.RUNS, ids=lambda run: f"{run.scene} {run.millions}M")
def test_every_published_run_fits_or_does_not_as_it_did(run: memory.Run, method: str) -> None:
    lacks = clm.missing(run.millions * 10**6, method, memory.CARD, 128)[0]

    assert (lacks > 0) is (run.peaks[PLACES[method]] is None)


def test_the_run_without_offloading_that_is_out_of_memory_is_so(root_text: dict[str, str]) -> None:
    """25.6 million, of which the page tells: their state alone would fit."""
    assert "out of memory at 25.6 million" in root_text["publications/clm.md"]
    assert clm.largest_model(memory.CARD, "gpu-only") > 25_557_840
    assert clm.missing(25_557_840, "gpu-only", memory.CARD, 128)[0] > 0


def test_what_is_counted_for_images_is_what_the_published_runs_take_at_least() -> None:
    least = min(memory.beside_the_state())

    assert clm.WORKING < least < clm.WORKING + 0.1 * GIB


def test_the_host_needs_what_the_readme_says() -> None:
    """About 8 GB for every 10 million Gaussians."""
    assert clm.need(10_000_000, "clm").host == pytest.approx(8e9, rel=0.05)


def test_the_page_says_and_draws_what_the_model_says(open_page: Callable[..., Page]) -> None:
    page = open_page("publications/clm.html", viewport={"width": 390, "height": 844})
    figure = page.locator("figure:has(.figure-controls)")
    still = figure.locator("svg").first.inner_html()
    page.locator(".figure-controls").scroll_into_view_if_needed()
    page.wait_for_selector(".figure-controls:enabled")
    assert numbers(figure.locator("svg").first.inner_html()) == pytest.approx(numbers(still), abs=0.06)

    for millions, method, (gpu, host) in product((1, 6, 10, 28, 102, 150), PLACES, ((24, 128), (8, 16), (80, 512))):
        address = f"#gaussians={millions}e6&method={method}&gpu={gpu}&host={host}"
        told = page.evaluate(
            """address => new Promise(done => {
                addEventListener("hashchange", () => requestAnimationFrame(() => {
                    const part = name => document.querySelector(`[data-key="${name}"]`);
                    const box = name => ["y", "height"].map(each => +part(name).getAttribute(each));
                    done(["gpu", "host"].map(side => [part(`${side}-told`).textContent, ...box(`${side}-over`)]));
                }), { once: true });
                location.hash = address;
            })""",
            address,
        )
        lacks = clm.missing(millions * 10**6, method, gpu, host)
        for (words, top, high), lack, size in zip(told, lacks, (gpu, host), strict=True):
            left = f"{abs(lack) / GIB:.1f}"
            assert words == (f"OOM by {left} GiB" if lack > 0 else f"fits, {left} GiB free"), address
            full = memory.BOTTOM - memory.RIM
            over = min(memory.MOST - 1, max(0, lack / (size * GIB))) * full
            assert high == pytest.approx(over, abs=0.01), address
            assert high == 0 or top == pytest.approx(memory.RIM - over, abs=0.01)


def test_a_reader_finds_the_published_runs_and_what_they_cost(open_page: Callable[..., Page]) -> None:
    page = open_page("publications/clm.html", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.locator(".figure-controls").scroll_into_view_if_needed()
    page.wait_for_selector(".figure-controls:enabled")
    page.get_by_role("button", name="Rubble 4K 28M").tap()
    page.locator("label", has_text="None").tap()
    now = page.locator(".figure-now")
    expect(now).to_have_text("28M Gaussians, offloading: None. GPU: OOM by 2.4 GiB; host: fits, 128.0 GiB free")
    part = {key: page.locator(f'[data-key="told-{key}"]') for key in PLACES}
    expect(part["gpu-only"]).to_have_text("OOM")
    expect(part["naive"]).to_have_text("40,820 s")
    page.locator("label", has_text="CLM").tap()
    expect(page.locator('[data-key="measured-name"]')).to_have_text("measured: 13 GB")
    page.get_by_role("slider", name="GPU").focus()
    page.keyboard.press("ArrowLeft")
    expect(now).to_contain_text("GPU: fits")
    expect(page.locator('[data-key="measured-name"]')).to_have_text("")  # the runs had another card
    page.wait_for_url(re.compile(r"#gaussians=28000000&gpu=16$"))
