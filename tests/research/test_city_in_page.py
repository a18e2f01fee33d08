"""The city of Gaussians in the page is that of Python: its numbers, its pictures, its cameras."""

import base64
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

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


@pytest.mark.parametrize("is_low", [False, True], ids=["a view", "near the ground"])
def test_the_picture_in_the_page_is_that_of_python(model: Run, data: dict[str, Any], is_low: bool) -> None:
    """With WebGL at most 6 of 255 in any pixel, since it rounds after each of many layers; without it less than 1."""
    size, camera = 160, LOW if is_low else views.batch().cameras[0]
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
    data = {"packed": base64.b64encode(gaussians.packed(scene)).decode(), "count": count, "unit": gaussians.UNIT}
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
