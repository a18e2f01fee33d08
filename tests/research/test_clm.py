"""CLM's model: bytes, what fits, what a view needs, what an order moves."""

from itertools import pairwise, permutations

import numpy as np
import pytest

from research.figures.clm import REPORTED, order_of_views
from research.models import clm

CARD = 24  # GiB, which makers call GB


def batch(views: int = 8) -> clm.Sets:
    return clm.needed(clm.city(3_000), clm.flight(views))


@pytest.mark.parametrize(
    ("strategy", "gpu", "host"),
    [
        ("gpu-only", 944, 0),
        ("naive", 472, 472),
        ("clm", 176, 768),  # 48 floats x 4 copies x 4 bytes: the rule of the README for the host
    ],
)
def test_a_gaussian_has_the_published_bytes(strategy: str, gpu: int, host: int) -> None:
    assert clm.state(strategy) == (gpu, host)


@pytest.mark.parametrize(
    ("gaussians", "strategy", "fits"),
    [
        (6_000_000, "gpu-only", True),
        (10_058_114, "gpu-only", True),
        (28_000_000, "gpu-only", False),
        (27_385_268, "naive", True),
        (102_231_360, "naive", False),
        (25_557_840, "clm", True),
        (102_231_360, "clm", True),
    ],
)
def test_the_published_sizes_fit_into_24_gib_or_do_not(gaussians: int, strategy: str, fits: bool) -> None:
    assert (gaussians <= clm.largest_model(CARD, strategy)) is fits


def test_what_the_state_alone_leaves_is_too_little_for_the_published_run_that_is_out_of_memory() -> None:
    """25,557,840 Gaussians without offloading: the state fits, with less than two GiB for images and activations."""
    rest = CARD - 25_557_840 * clm.state("gpu-only").gpu / 2**30

    assert 0 < rest < 2


def test_the_largest_models_lie_below_what_their_state_alone_would_allow() -> None:
    assert all(millions * 1e6 < clm.largest_model(CARD, strategy) for strategy, millions in REPORTED.items())
    assert [f"{millions:.1f}" for millions in REPORTED.values()] == ["15.3", "46.5", "102.2"]


def test_one_turn_is_one_turn() -> None:
    states = order_of_views().states
    assert states

    assert [name.split(":")[0] for name in states.names[:3]] == ["0 turns", "1 turn", "2 turns"]


def test_the_traffic_is_that_of_a_brute_force_count() -> None:
    sets = batch()
    order = [3, 1, 4, 0, 5, 7, 2, 6]
    members = [set(np.flatnonzero(sets[view])) for view in order]
    between = sum(len(one ^ other) for one, other in pairwise(members))

    assert clm.moved(sets, order) == len(members[0]) + len(members[-1]) + between
    assert [step.loads for step in clm.traffic(sets, order)] == [
        len(now - before) for before, now in pairwise([set(), *members])
    ]
    assert [step.stores for step in clm.traffic(sets, order)] == [
        len(now - after) for now, after in pairwise([*members, set()])
    ]


def test_what_is_loaded_is_stored_again() -> None:
    steps = clm.traffic(batch(), list(range(8)))

    assert sum(step.loads for step in steps) == sum(step.stores for step in steps)


def test_a_tour_is_never_worse_than_the_given_order_and_each_turn_helps() -> None:
    for views in (1, 2, 3, 8, 16):
        sets = batch(views)
        tours = clm.tours(sets)
        moved = [clm.moved(sets, tour) for tour in tours]

        assert tours[0] == list(range(views))
        assert all(sorted(tour) == list(range(views)) for tour in tours)
        assert all(after < before for before, after in pairwise(moved))


def test_the_tour_of_a_few_views_is_near_the_best_of_all_orders() -> None:
    sets = batch(6)
    best = min(clm.moved(sets, list(order)) for order in permutations(range(6)))

    assert clm.moved(sets, clm.tours(sets)[-1]) <= 1.05 * best


def test_a_view_needs_what_projects_into_its_picture() -> None:
    """The frustum by its planes, compared with a projection by hand for one camera that looks east."""
    points = clm.city(3_000)
    camera = clm.Camera(200.0, 500.0, 150.0, yaw=0.0, pitch=0.5)
    dx, dy, dz = (points - np.array([200.0, 500.0, 150.0])).T
    forward = np.cos(0.5) * dx - np.sin(0.5) * dz
    up = np.sin(0.5) * dx + np.cos(0.5) * dz
    slope = np.tan(camera.half_angle)
    inside = (forward > 1) & (forward < camera.far) & (abs(dy / forward) < slope) & (abs(up / forward) < slope)

    assert inside.sum() > 20
    assert np.array_equal(clm.in_view(points, camera), inside)


def test_one_view_needs_a_small_part_of_the_city() -> None:
    assert clm.needed(clm.city(), clm.flight()).mean(axis=1).max() < 0.05
