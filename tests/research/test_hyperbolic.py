"""Hyperbolic space: what stays on the sheet, what keeps distances."""

import numpy as np
import pytest

from research.models import hyperbolic as model

SEEDS = pytest.mark.parametrize("seed", range(5))


def points(seed: int, count: int = 20, dimensions: int = 2) -> model.Array:
    return model.on_sheet(np.random.default_rng(seed).normal(0, 2, (count, dimensions)))


@SEEDS
@pytest.mark.parametrize("dimensions", [1, 2, 7])
def test_a_layer_with_any_weights_stays_on_the_sheet(seed: int, dimensions: int) -> None:
    random = np.random.default_rng(seed)
    weight, bias = random.normal(0, 3, (4, dimensions + 1)), random.normal(0, 3, 4)
    after = model.linear(points(seed, dimensions=dimensions), weight, bias, scale=random.normal())

    assert np.allclose(model.product(after, after), -1)
    assert np.all(after[:, 0] >= 1.1)  # more than that but for rounding


@SEEDS
def test_the_centroid_is_on_the_sheet(seed: int) -> None:
    weights = np.random.default_rng(seed).random(20)

    center = model.centroid(points(seed), weights)
    assert float(model.product(center, center)) == pytest.approx(-1)
    assert center[0] >= 1


def test_the_centroid_of_two_points_is_as_far_from_one_as_from_the_other() -> None:
    two = points(1, 2)
    center = model.centroid(two, np.array([0.5, 0.5]))
    to_each = model.distance(two, center)

    assert to_each[0] == pytest.approx(to_each[1])
    assert to_each.sum() == pytest.approx(float(model.distance(two[0], two[1])))  # on the shortest way


@pytest.mark.parametrize("motion", [model.boost(0.8), model.boost(-2), model.rotation(1.2)])
def test_motions_keep_every_distance(motion: model.Array) -> None:
    before = points(3)
    after = before @ motion.T

    assert np.allclose(model.product(after, after), -1)
    assert np.allclose(
        model.distance(before[:, None], before[None]), model.distance(after[:, None], after[None]), atol=1e-5
    )


def test_a_rotation_keeps_the_center_and_a_boost_moves_it() -> None:
    center = np.array([1.0, 0, 0])

    assert np.array_equal(model.rotation(1.2) @ center, center)
    assert model.disk(model.boost(0.8) @ center) == pytest.approx([np.tanh(0.4), 0])


def test_the_disk_has_radius_one() -> None:
    assert np.all(np.hypot(*model.disk(points(4, 200)).T) < 1)


def test_the_distance_from_the_center_is_the_rapidity() -> None:
    assert float(model.distance(np.array([1.0, 0, 0]), model.boost(1.5)[:, 0])) == pytest.approx(1.5)


@SEEDS
def test_the_squared_lorentzian_distance_of_the_page_is_that_of_the_difference(seed: int) -> None:
    """And none is below zero: the nearer, the smaller, so that a similarity has the other sign."""
    x, y = points(seed), points(seed + 100)
    squared = -2 - 2 * model.product(x, y)

    assert np.allclose(squared, model.product(x - y, x - y))
    assert np.all(squared >= 0)
    assert np.all(np.diff(squared[np.argsort(model.distance(x, y))]) >= 0)


def test_the_page_gives_attention_a_similarity_and_no_distance(root_text: dict[str, str]) -> None:
    page = root_text["publications/hyperbolic.md"]

    assert r"$d^2 = -2 - 2\langle x, y\rangle$" in page
    assert r"the similarity is $-d^2 = 2 + 2\langle x, y\rangle$" in page
