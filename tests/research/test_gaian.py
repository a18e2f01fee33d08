"""The toy for Gaian's question: locality needs fewer remote reads; how many fewer is no claim."""

import numpy as np
import pytest

from research.models import gaian


@pytest.mark.parametrize("seed", [0, 1, 2, 11])
@pytest.mark.parametrize("gpus", [2, 4, 8])
def test_locality_needs_fewer_remote_reads_than_chance(gpus: int, seed: int) -> None:
    scene = gaian.scene(seed=seed)
    chance, near = (gaian.count(scene, place(scene, gpus)) for place in (gaian.at_random, gaian.by_locality))

    assert near.all == chance.all
    assert near.remote < chance.remote


@pytest.mark.parametrize("gpus", [1, 2, 4, 8])
def test_every_gpu_holds_its_share_of_the_points(gpus: int) -> None:
    scene = gaian.scene()
    for placement in (gaian.at_random(scene, gpus), gaian.by_locality(scene, gpus)):
        assert np.bincount(placement.points, minlength=gpus).tolist() == [len(scene.points) // gpus] * gpus


def test_remote_reads_are_those_of_a_count_one_by_one() -> None:
    scene = gaian.scene(points=60, views=10)
    placement = gaian.at_random(scene, 4)
    pairs = [
        (view, point)
        for view in range(10)
        for point in range(60)
        if np.hypot(*(scene.views[view] - scene.points[point])) <= scene.radius
    ]
    remote = [pair for pair in pairs if placement.views[pair[0]] != placement.points[pair[1]]]

    assert remote
    assert gaian.count(scene, placement) == (len(pairs), len(remote))


def test_a_number_of_gpus_that_halving_does_not_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="3 GPUs cannot be reached by halving: take 1, 2, 4, 8"):
        gaian.by_locality(gaian.scene(), 3)
