"""Grendel's model: division points, loads, traffic, the rule for batches."""

import re

import numpy as np
import pytest

from research.models import grendel


def test_the_published_example_is_cut_as_published() -> None:
    times = np.array([4.0, 1, 1, 2, 2, 2, 1, 3])
    cuts = grendel.division_points(times, 4)

    assert cuts.tolist() == [0, 1, 4, 6, 8]
    assert grendel.loads(times, cuts).tolist() == [4, 4, 4, 4]


@pytest.mark.parametrize("gpus", [1, 2, 3, 5, 8])
def test_every_block_is_drawn_once(gpus: int) -> None:
    times = grendel.cost(grendel.touched(grendel.picture()))
    for cuts in (grendel.division_points(times, gpus), grendel.even_cuts(len(times), gpus)):
        assert (cuts[0], cuts[-1], len(cuts)) == (0, len(times), gpus + 1)
        assert np.all(np.diff(cuts) > 0)
        assert grendel.loads(times, cuts).sum() == times.sum()


@pytest.mark.parametrize("gpus", [2, 4, 8])
def test_no_gpu_is_further_from_its_share_than_the_largest_block(gpus: int) -> None:
    times = grendel.cost(grendel.touched(grendel.picture()))
    loads = grendel.loads(times, grendel.division_points(times, gpus))

    assert np.abs(loads - times.sum() / gpus).max() <= times.max()
    assert loads.max() < grendel.loads(times, grendel.even_cuts(len(times), gpus)).max()


def test_a_gaussian_touches_the_blocks_under_the_square_around_it() -> None:
    splats = grendel.Splats(np.array([[40.0, 24.0], [16.0, 16.0]]), np.array([3.0, 1.0]))
    touched = grendel.touched(splats)
    by_hand = [
        {
            int(y // grendel.BLOCK) * grendel.COLUMNS + int(x // grendel.BLOCK)
            for x in np.linspace(cx - r, cx + r, 61)
            for y in np.linspace(cy - r, cy + r, 61)
        }
        for (cx, cy), r in zip(splats.centers, splats.radii, strict=True)
    ]

    assert [set(np.flatnonzero(row)) for row in touched] == by_hand
    assert [len(blocks) for blocks in by_hand] == [1, 4]


def test_the_sparse_exchange_is_that_of_a_count_one_by_one() -> None:
    touched = grendel.touched(grendel.picture(200))
    cuts = grendel.even_cuts(touched.shape[1], 4)
    owner = np.random.default_rng(7).integers(0, 4, len(touched))
    sent = sum(
        touched[i, cuts[gpu] : cuts[gpu + 1]].any() and gpu != owner[i] for i in range(len(touched)) for gpu in range(4)
    )

    assert len(touched) > 100
    assert grendel.traffic(touched, cuts) == (sent * 44, len(touched) * 3 * 44)


def test_one_gpu_sends_nothing() -> None:
    touched = grendel.touched(grendel.picture(200))

    assert grendel.traffic(touched, grendel.even_cuts(touched.shape[1], 1)) == (0, 0)


def test_four_views_have_the_published_settings() -> None:
    assert grendel.scaled(4) == pytest.approx((2, 0.6561, 0.996), abs=1e-5)
    assert grendel.scaled(1) == (1, 0.9, 0.999)


SCENES = ("Stump", "Bicycle", "Kitchen", "Room", "Counter", "Garden", "Bonsai")  # of Mip-NeRF 360, as the page has them


def plain(markdown: str) -> str:
    """Give the words of Markdown without its bold type and the targets of its links."""
    return re.sub(r"\]\([^)]*\)|[*\[]", "", markdown)


def cells(page: str, scene: str) -> list[list[str]]:
    """Give the cells of a scene in each table of the page, as Markdown writes them."""
    return [line.strip("| ").split(" | ")[1:] for line in page.splitlines() if line.startswith(f"| {scene} |")]


def test_the_best_of_each_row_is_bold(root_text: dict[str, str]) -> None:
    page = root_text["publications/grendel.md"]
    for scene in SCENES:
        for row, best in zip(cells(page, scene), (min, max), strict=True):
            values = [float(plain(cell)) for cell in row]
            assert [cell for cell in row if cell.startswith("**")] == [
                cell for cell, value in zip(row, values, strict=True) if value == best(values)
            ]


def test_the_speed_ups_in_the_prose_are_those_of_the_table(root_text: dict[str, str]) -> None:
    page = plain(root_text["publications/grendel.md"])
    minutes = [[float(cell) for cell in cells(page, scene)[0]] for scene in SCENES]
    with_one, with_four = (
        [f"{way(row[0] / row[column] for row in minutes):.1f}" for way in (min, max)] for column in (1, 2)
    )

    assert "–".join(with_four) + "× as fast as one GPU with batch size 1" in page
    assert "with batch size 1 they are " + "–".join(with_one) + "× as fast" in page
