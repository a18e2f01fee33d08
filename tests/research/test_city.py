"""The city of Gaussians: its parts, its projection by hand, what a view needs, and its first frame."""

import base64
import io

import numpy as np
import pytest
from PIL import Image

from research.figures import city as figure
from research.models import clm, gaussians, projection, views
from research.models.city import city


def test_a_covariance_has_the_squares_of_the_sizes_along_turned_axes() -> None:
    shapes = dict(zip(gaussians.SHAPES, gaussians.covariances(), strict=True))
    for name, (*sizes, _, _, _, _) in gaussians.SHAPES.items():
        assert np.allclose(np.linalg.eigvalsh(shapes[name]), np.sort(np.square(sizes)))
    lean = np.radians(22)
    for name, axis in (
        ("gable south", (0, -np.sin(lean), np.cos(lean))),
        ("gable north", (0, np.sin(lean), np.cos(lean))),
    ):
        assert np.allclose(shapes[name] @ axis, np.square(0.15) * np.array(axis))  # thin along the normal of the roof
    assert np.allclose(shapes["wall y"], np.diag(np.square([3.6, 0.15, 2.6])))


def test_the_city_is_large_and_the_same_each_time() -> None:
    built = city()
    again: gaussians.Gaussians = city.__wrapped__()

    assert len(built.centers) >= 50_000
    assert all(np.array_equal(getattr(built, name), getattr(again, name)) for name in built._fields)
    assert set(built.shapes.tolist()) == set(range(len(gaussians.SHAPES)))
    assert built.colors.max() < len(gaussians.colors())
    assert built.centers[:, :2].min() * gaussians.UNIT > -2
    assert built.centers[:, :2].max() * gaussians.UNIT < clm.SIDE + 2


def test_a_wall_in_the_sun_is_lighter_than_one_in_the_shade() -> None:
    built = city()
    walls = np.isin(built.shapes, [list(gaussians.SHAPES).index("wall y")])
    white = (built.colors // gaussians.LIGHTS == list(gaussians.MATERIALS).index("plaster")) & walls
    levels, y = built.colors[white] % gaussians.LIGHTS, built.centers[white, 1] * gaussians.UNIT
    is_south = (y % 100) < 50  # of a block, mostly

    assert levels[is_south].mean() > levels[~is_south].mean() + 1


def test_a_small_ellipsoid_is_projected_as_the_derivative_says() -> None:
    """The covariance in pixels, compared with the spread of many projected points."""
    camera = clm.Camera(10.0, 20.0, 60.0, 0.4, 0.8)
    random = np.random.default_rng(2)
    center = np.array([60.0, 40.0, 5.0])
    root = random.normal(0, 0.1, (3, 3))
    points = center + random.standard_normal((400_000, 3)) @ root.T
    right, up, forward = clm.axes(camera) @ (points - np.array(camera[:3])).T
    pixels = np.stack([right / forward, -up / forward]) * 128 / np.tan(camera.half_angle) + 128
    splat = projection.project(center[None], (root @ root.T)[None], camera, 256)
    a, b, c = splat.covariances[0]

    assert np.allclose(splat.centers[0], pixels.mean(axis=1), atol=0.05)
    assert np.allclose(np.array([[a, b], [b, c]]), np.cov(pixels) + 0.3 * np.eye(2), rtol=0.01, atol=0.01)


def test_the_nearer_covers_the_farther_whatever_comes_first() -> None:
    splats = projection.Splats(np.full((2, 2), 8.0), np.tile([9.0, 0, 9.0], (2, 1)), np.array([5.0, 3.0]))
    picture = projection.render(splats, np.array([0.9, 0.8]), np.array([[1.0, 0, 0], [0, 1.0, 0]]), 16)
    bell = float(np.exp(-0.5 * (0.5**2 + 0.5**2) / 9))

    assert picture[8, 8, 1] == pytest.approx(0.8 * bell)
    assert picture[8, 8, 0] == pytest.approx(0.9 * bell * (1 - 0.8 * bell))
    assert picture[0, 0, 3] < 0.06


def test_equal_depths_are_drawn_as_they_come() -> None:
    assert projection.back_to_front(np.array([3.0, 9.0, 3.0, 9.0, 5.0])).tolist() == [1, 3, 4, 0, 2]


def test_a_ball_is_in_view_when_one_of_its_points_is() -> None:
    """Compared with points on the balls; near a corner of the frustum a ball may count that only nearly touches."""
    random = np.random.default_rng(4)
    camera = clm.Camera(0.0, 0.0, 50.0, 0.3, 0.6)
    centers, radii = random.uniform([0, -80, 0], [120, 120, 40], (300, 3)), random.uniform(1, 8, 300)
    around = random.standard_normal((2000, 3))
    around /= np.linalg.norm(around, axis=1)[:, None]
    touched = np.array([clm.in_view(c + r * around, camera).any() for c, r in zip(centers, radii, strict=True)])
    found = clm.in_view(centers, camera, radii)

    assert 20 < touched.sum() < 280
    assert not (touched & ~found).any()
    assert (found & ~touched).sum() < 0.05 * found.sum()
    assert np.array_equal(clm.in_view(centers, camera), clm.in_view(centers, camera, np.zeros(300)))


def test_a_view_touches_a_small_part_and_the_order_saves_much() -> None:
    batch = views.batch()
    loads = {name: [step.loads for step in clm.traffic(batch.sets, order)] for name, order in batch.orders.items()}

    assert 0.03 < batch.sets.mean(axis=1).min() < batch.sets.mean(axis=1).max() < 0.08
    assert sum(loads["clm"]) < 0.6 * sum(loads["drawn"])


@pytest.mark.parametrize("gpus", [1, 4, 16])
def test_what_lies_on_other_gpus_is_that_of_a_count_one_by_one(gpus: int) -> None:
    count, sets = len(city().centers), views.batch().sets
    for owners in (views.by_place(gpus), views.shuffled(count, gpus)):
        assert set(np.bincount(owners, minlength=gpus) // (count // gpus // 50)) <= {49, 50, 51}
        by_hand = [
            len(row) - max(int((row == gpu).sum()) for gpu in range(gpus)) for row in (owners[each] for each in sets)
        ]
        assert views.remote(sets, owners, gpus) == by_hand
    near, chance = (
        sum(views.remote(sets, owners, gpus)) for owners in (views.by_place(gpus), views.shuffled(count, gpus))
    )
    assert near < 0.6 * chance or gpus == 1


def test_the_gpu_holds_what_stays_and_what_is_in_view_with_its_gradients() -> None:
    assert views.on_gpu(1000, 0) == 1000 * 11 * 4 * 4
    assert views.on_gpu(1000, 50) - views.on_gpu(1000, 0) == 50 * 48 * 2 * 4
    assert views.STATE == 944


def test_the_still_of_the_page_is_the_first_view() -> None:
    panel = figure.fly_over().panels[0]
    inside = panel.svg.partition("base64,")[2].partition('"')[0]
    shown = np.asarray(Image.open(io.BytesIO(base64.b64decode(inside)))).astype(float)
    one, other = (figure.picture(views.batch().cameras[view], figure.SIZE) * 255 for view in views.batch().tour[:2])

    assert np.abs(shown - one).mean() < 4  # of 255: what a small file costs
    assert np.abs(shown - other).mean() > 20
