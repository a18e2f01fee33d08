"""The city of Gaussians: its parts, its projection by hand, what a view needs, and the same again in the page."""

import base64
import io
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PIL import Image

from research.figures import city as figure
from research.models import clm, gaian, gaussians, projection, views
from research.models.city import city

SCRIPTS = ("research/models/city.js", "research/figures/splats.js")
LOW = clm.Camera(180.0, 60.0, 60.0, 0.7, 0.5, far=1600.0)  # near the ground, half of the city before it
Run = Callable[..., Any]


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return figure.data()


def as_script(camera: clm.Camera) -> dict[str, float]:
    return {name: getattr(camera, name) for name in ("x", "y", "z", "yaw", "pitch", "far")}


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


def test_the_still_of_the_page_is_the_first_view(data: dict[str, Any]) -> None:
    panel = figure.fly_over().panels[0]
    inside = panel.svg.partition("base64,")[2].partition('"')[0]
    shown = np.asarray(Image.open(io.BytesIO(base64.b64decode(inside)))).astype(float)
    one, other = (figure.picture(views.batch().cameras[view], figure.SIZE) * 255 for view in data["orders"]["clm"][:2])

    assert np.abs(shown - one).mean() < 4  # of 255: what a small file costs
    assert np.abs(shown - other).mean() > 20


def test_the_city_in_the_page_is_that_of_python(model: Run, data: dict[str, Any]) -> None:
    """Each number of each view: what is in view, loaded in both orders, and on other GPUs in both placements."""
    found = model(NUMBERS, data, *SCRIPTS)
    batch = views.batch()

    assert found["sums"] == [int(each.astype(np.int64).sum()) for each in (*city_columns(),)]
    assert found["many"] == batch.sets.sum(axis=1).tolist()
    for name, order in batch.orders.items():
        assert found["loads"][name] == [step.loads for step in clm.traffic(batch.sets, order)]
    for gpus in figure.GPUS:
        for name, owners in figure.placements(gpus).items():
            assert found["remote"][f"{gpus} {name}"] == views.remote(batch.sets, owners, gpus)
    assert np.allclose(found["prints"], [clm.footprint(camera) for camera in batch.cameras])


NUMBERS = """
return (async () => {
  const city = await unpackCity(given);
  const [found, depths] = [new Uint32Array(city.count), new Float64Array(city.count)];
  const lists = [];
  const sets = given.flight.map((camera) => {
    const set = new Uint8Array(city.count);
    lists.push(found.slice(0, findInView(city, camera, set, found, depths)));
    return set;
  });
  const nothing = new Uint8Array(city.count);
  const loadsOf = (order) => order.map((view, i) => countNew(sets[view], i ? sets[order[i - 1]] : nothing));
  const loads = Object.fromEntries(Object.entries(given.orders).map(([name, order]) => [name, loadsOf(order)]));
  const remote = {};
  for (const gpus of [4, 16]) {
    for (const [name, owners] of [["place", cutByPlace(city, gpus)], ["random", shuffle(city, gpus)]]) {
      remote[`${gpus} ${name}`] = lists.map((list) => countRemote(list, owners, gpus).remote);
    }
  }
  const weigh = (column, unit) =>
    column.reduce((sum, value, i) => sum + Math.round(value / unit) * (1 + (i % 7)), 0);
  const columns = [[city.x, city.unit], [city.y, city.unit], [city.z, city.unit], [city.shape, 1], [city.color, 1]];
  const prints = given.flight.map((camera) => footprintOf(city, camera));
  return { many: lists.map((list) => list.length), loads, remote, sums: columns.map((each) => weigh(...each)), prints };
})();
"""


def city_columns() -> list[np.ndarray[Any, Any]]:
    """Each column of the city times 1 to 7 in turn, so that a swapped place shows in the sum."""
    built = city()
    weights = 1 + np.arange(len(built.centers)) % 7
    return [column.astype(np.int64) * weights for column in (*built.centers.T, built.shapes, built.colors)]


PICTURES = """
return (async () => {
  const city = await unpackCity(given.data);
  const { size, camera } = given;
  const [set, found, depths] = [new Uint8Array(city.count), new Uint32Array(city.count), new Float64Array(city.count)];
  const many = findInView(city, camera, set, found, depths);
  const sorted = sortBackToFront(found.subarray(0, many), depths.subarray(0, many));
  const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const gl = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false });
  if (!gl) return { live: null };
  painterOf(gl, city, given.data.haze)(sorted, camera, size);
  const live = new Uint8Array(size * size * 4);
  gl.readPixels(0, 0, size, size, gl.RGBA, gl.UNSIGNED_BYTE, live);
  const write = (bytes) => bytes.reduce((text, byte) => text + String.fromCharCode(byte), "");
  return { live: btoa(write(live)), still: btoa(write(paintStill(city, sorted, camera, size, given.data.haze))) };
})();
"""


def pictures(found: dict[str, str], size: int) -> list[np.ndarray[Any, Any]]:
    """Return what was drawn with WebGL, whose rows begin at the bottom, and without it."""
    live, still = (
        np.frombuffer(base64.b64decode(found[way]), np.uint8).reshape(size, size, 4) for way in ("live", "still")
    )
    return [each[:, :, :3].astype(float) for each in (live[::-1], still)]


@pytest.mark.parametrize("camera", [views.batch().cameras[0], LOW], ids=["a view", "near the ground"])
def test_the_picture_in_the_page_is_that_of_python(model: Run, data: dict[str, Any], camera: clm.Camera) -> None:
    """With WebGL at most 6 of 255 in any pixel, since it rounds after each of many layers; without it less than 1."""
    size = 160
    found = model(PICTURES, {"data": data, "camera": as_script(camera), "size": size}, *SCRIPTS)
    assert found["live"], "this browser has no WebGL 2, so that its picture cannot be compared"
    live, still = pictures(found, size)
    drawn = figure.picture(camera, size) * 255

    assert drawn.std() > 20
    assert np.abs(still - drawn).max() < 1
    assert np.abs(live - drawn).max() < 6
    assert np.abs(live - drawn).mean() < 1


def test_any_ellipsoids_are_drawn_as_python_draws_them(model: Run) -> None:
    """Turned in all ways and thin, so that each entry of a covariance counts."""
    random = np.random.default_rng(9)
    count, size, camera = 400, 96, clm.Camera(-60.0, -50.0, 50.0, 0.7, 0.6)
    roots = random.normal(0, 1, (18, 3, 3)) * random.uniform(0.3, 4, (18, 3, 1))
    covariances, opacities = roots @ roots.transpose(0, 2, 1), random.uniform(0.2, 1, 18)
    centers = random.integers(-120, 120, (count, 3)).astype(np.int16)
    kinds = [random.integers(0, top, count).astype(np.uint8) for top in (18, 200)]
    scene = gaussians.Gaussians(centers, *kinds)
    table = [
        [*covariance[np.triu_indices(3)].tolist(), opacity, 50.0]
        for covariance, opacity in zip(covariances, opacities.tolist(), strict=True)
    ]
    data = {"packed": base64.b64encode(figure.packed(scene)).decode(), "count": count, "unit": gaussians.UNIT}
    data |= {"shapes": table, "colors": gaussians.colors().tolist(), "half": camera.half_angle, "haze": figure.HAZE}
    found = model(PICTURES, {"data": data, "camera": as_script(camera), "size": size}, *SCRIPTS)
    splats = projection.project(centers * gaussians.UNIT, covariances[scene.shapes], camera, size)
    drawn = projection.render(splats, opacities[scene.shapes], gaussians.colors()[scene.colors] / 255, size)
    expected = 255 * drawn[:, :, :3] + (1 - drawn[:, :, 3:]) * figure.HAZE

    assert found["live"], "this browser has no WebGL 2, so that its picture cannot be compared"
    live, still = pictures(found, size)
    assert np.abs(still - expected).max() < 1
    assert np.abs(live - expected).max() < 6


def test_a_camera_between_two_turns_the_shorter_way(model: Run) -> None:
    one, other = ({**as_script(LOW), "yaw": yaw} for yaw in (6.2, 0.3))
    way = [
        model("return between(given[0], given[1], given[2]).yaw", [one, other, part / 4], *SCRIPTS) for part in range(5)
    ]

    assert all(0 < after - before < 0.2 for before, after in pairwise(way))
    assert (way[0], way[-1] % (2 * np.pi)) == pytest.approx((6.2, 0.3))


def test_a_look_from_elsewhere_keeps_the_place_that_is_looked_at(model: Run) -> None:
    camera = clm.Camera(180.0, 60.0, 150.0, 0.7, 0.9)
    for turn, tilt, zoom in ((0, 0, 1), (2, 0, 1), (0, -0.4, 1), (-1, 0.3, 2.5)):
        given = [as_script(camera), {"turn": turn, "tilt": tilt, "zoom": zoom}]
        moved = model("return lookFrom(...given)", given, *SCRIPTS)
        seen = clm.Camera(moved["x"], moved["y"], moved["z"], moved["yaw"], moved["pitch"])
        places = [np.array(each[:3]) + clm.axes(each)[2] * each.z / np.sin(each.pitch) for each in (camera, seen)]
        assert np.allclose(*places)
        assert np.linalg.norm(places[1] - seen[:3]) == pytest.approx(zoom * 150 / np.sin(0.9))


def test_a_cut_is_that_of_gaian(model: Run, data: dict[str, Any]) -> None:
    random = np.random.default_rng(6)
    points = random.integers(-3, 4000, (501, 2))
    given = {"count": 501, "unit": 1, "x": points[:, 0].tolist(), "y": points[:, 1].tolist()}

    assert model("return [...cutByPlace(given, 8)]", given, *SCRIPTS) == gaian.cut(points.astype(float), 8).tolist()
