"""A city of Gaussians: ground, streets, houses, trees and cars, drawn with a fixed seed; lengths are meters.

Blocks are those of `clm.py`, with its 1,000 meters and 10 blocks along a side. The light is in the colors, as a trained
scene has it: the sun, the shadows of the houses, and what the sky leaves in the shade.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from research.models import daylight
from research.models.clm import BLOCKS, SIDE
from research.models.gaussians import LIGHTS, MATERIALS, SHAPES, UNIT, Gaussians

Array = NDArray[np.floating[Any]]
Vector = tuple[float, float, float]

BLOCK = SIDE / BLOCKS
STREET = 16.0  # from the edge of a block to its houses
DOWNTOWN = np.array([540.0, 190.0])  # where houses are tallest
SLOPE = float(np.tan(np.radians(22)))  # of a gable
LEAN = (float(np.sin(np.radians(22))), float(np.cos(np.radians(22))))
CARS = 75  # of one color in one direction
TREES = 90  # in a park

UP = (0.0, 0.0, 1.0)
FLOOR = np.zeros(1)


class House(NamedTuple):
    """A box that stands on the ground, and what it is made of."""

    west: float
    south: float
    east: float
    north: float
    height: float
    walls: str
    roof: str
    is_gabled: bool


class Part(NamedTuple):
    """Gaussians of one shape and material: centers (n, 3); `normal` is where their surface looks."""

    centers: Array
    shape: str
    material: str
    normal: Vector = UP


@cache
def city(seed: int = 8) -> Gaussians:
    """Build the city; its Gaussians follow each other house by house, so that neighbors are near."""
    random = np.random.default_rng(seed)
    houses, parks = _plots(random)
    parts = [*_streets(random), *_cars(random), *(part for park in parks for part in _park(random, park))]
    parts += [part for house in houses for part in (*_roof(random, house), *_walls(random, house))]
    centers = np.rint(np.concatenate([part.centers for part in parts]) / UNIT).astype(np.int16)
    counts = [len(part.centers) for part in parts]
    normals = np.repeat([part.normal for part in parts], counts, axis=0)
    light = daylight.light(centers * UNIT, normals, daylight.relief(house[:5] for house in houses))
    levels = np.clip(np.rint((light + random.normal(0, 0.035, len(light))) * (LIGHTS - 1)), 0, LIGHTS - 1)
    materials = np.repeat([list(MATERIALS).index(part.material) for part in parts], counts)
    shapes = np.repeat([list(SHAPES).index(part.shape) for part in parts], counts)
    return Gaussians(centers, shapes.astype(np.uint8), (materials * LIGHTS + levels).astype(np.uint8))


def _plots(random: np.random.Generator) -> tuple[list[House], list[Array]]:
    """Divide each block into one, two or four plots with a house each, or leave it a park; gives its sides."""
    houses, parks = [], []
    for i, j in np.ndindex(BLOCKS, BLOCKS):
        corner, size, chance = np.array([i, j]) * BLOCK + STREET, BLOCK - 2 * STREET, random.random()
        if chance < 0.09:
            parks.append(np.concatenate([corner, corner + size]))
            continue
        cuts = {0: (1, 1), 1: (2, 1), 2: (1, 2)}.get(int((chance - 0.09) / 0.09), (2, 2))
        plot = size / np.array(cuts)
        for place in np.ndindex(*cuts):
            start = corner + place * plot
            gaps = random.uniform(1, 4, 4) * [1, 1, -1, -1]
            houses.append(_built(random, np.concatenate([start, start + plot]) + gaps))
    return houses, parks


def _built(random: np.random.Generator, plot: Array) -> House:
    """Choose a house for a plot: the nearer to downtown, the taller, and of steel or concrete where it is tall."""
    near = float(np.exp(-np.sum(((plot[:2] + plot[2:]) / 2 - DOWNTOWN) ** 2) / 210**2))
    height = 10 + 14 * random.random() + near * (14 + 62 * random.random() ** 2)
    walls = ("steel", "concrete", "plaster") if height > 45 else ("sandstone", "brick", "plaster", "plaster")
    is_gabled = bool(height < 17 and plot[2] - plot[0] < 40)
    roofs = ("tiles", "brick") if is_gabled else ("tar", "gravel", "gravel", "metal")
    west, south, east, north = (float(side) for side in plot)
    chosen = str(random.choice(walls)), str(random.choice(roofs))
    return House(west, south, east, north, round(height / 3) * 3.0, *chosen, is_gabled)


def _spread(start: float, end: float, step: float) -> Array:
    """Lay the middles of equal pieces, each about `step` long."""
    count = max(1, round((end - start) / step))
    return start + (np.arange(count) + 0.5) * (end - start) / count


def _jitter(random: np.random.Generator, centers: Array, *sizes: float) -> Array:
    """Move each center a little, as those of a trained scene do not stand in rows."""
    return np.asarray(centers + random.uniform(-1, 1, centers.shape) * sizes)


def _grid(x: Array, y: Array, z: Array = FLOOR) -> Array:
    """Give all points with coordinates out of three lists, shape (n, 3); neighbors in x follow each other."""
    return np.column_stack([np.tile(x, len(y) * len(z)), np.tile(y.repeat(len(x)), len(z)), z.repeat(len(x) * len(y))])


def _turned(part: Part) -> Part:
    """Swap x and y, in the name of the shape too."""
    x, y, z = part.normal
    return Part(part.centers[:, [1, 0, 2]], part.shape.replace(" x", " y"), part.material, (y, x, z))


def _lines() -> Array:
    """Give the dashes in the middle of the streets from west to east, shape (n, 3)."""
    lines = _grid(_spread(0, SIDE, 8), np.arange(1, BLOCKS) * BLOCK, np.array([0.25]))
    return np.asarray(lines[np.abs((lines[:, 0] + BLOCK / 2) % BLOCK - BLOCK / 2) > 9])


def _streets(random: np.random.Generator) -> Iterator[Part]:
    """Lay asphalt at the edges of blocks and pavement round the houses, with trees; paint lines and crossings."""
    places = _grid(_spread(0, SIDE, 7.1), _spread(0, SIDE, 7.1))
    edge = np.min(BLOCK / 2 - np.abs(places[:, :2] % BLOCK - BLOCK / 2), axis=1)
    for material, chosen in (("asphalt", edge < 9.5), ("pavement", (edge >= 9.5) & (edge < 22))):
        yield Part(_jitter(random, places[chosen], 0.5, 0.5, 0), "ground", material)
    corners = _grid(np.arange(BLOCKS) * BLOCK, np.arange(BLOCKS) * BLOCK)[:, None]
    bars = _grid(np.array([-8.0, 8.0]), np.arange(-5, 5.1, 2), np.array([0.25]))
    lines = Part(_lines(), "mark x", "paint")
    inner = corners[corners[:, 0, :2].min(axis=1) > 0]  # corners of four blocks
    crossings = Part((inner + bars).reshape(-1, 3), "mark x", "paint")
    yield from (lines, _turned(lines), crossings, _turned(crossings))
    row = _grid(_spread(STREET, BLOCK - STREET, 13.6), np.array([12.5, BLOCK - 12.5]))
    yield from _trees(random, (corners + np.concatenate([row, row[:, [1, 0, 2]]])).reshape(-1, 3))


def _cars(random: np.random.Generator) -> Iterator[Part]:
    lines = _lines()
    for color in ("red", "blue", "yellow", "white", "white", "glass"):
        for turn in (False, True):
            places = lines[random.permutation(len(lines))[:CARS]] + [0, 0, 0.5]
            places[:, 1] += random.choice([-5.5, -2.75, 2.75, 5.5], CARS)
            cars = Part(_jitter(random, places, 3, 0.2, 0), "car x", color)
            yield _turned(cars) if turn else cars


def _trees(random: np.random.Generator, places: Array) -> Iterator[Part]:
    """Grow a tree at each place (n, 3): three ellipsoids above each other."""
    for shape, height in (("crown 1", 3.5), ("crown 2", 5.0), ("crown 3", 6.25)):
        yield Part(_jitter(random, places + np.array([0, 0, height]), 1.0, 1.0, 0.5), shape, "leaves")


def _park(random: np.random.Generator, park: Array) -> Iterator[Part]:
    west, south, east, north = park
    lawn = _grid(_spread(west, east, 7.1), _spread(south, north, 7.1))
    yield Part(_jitter(random, lawn, 0.5, 0.5, 0), "ground", "grass")
    yield from _trees(random, random.uniform([west, south, 0], [east, north, 0], (TREES, 3)))


def _walls(random: np.random.Generator, house: House) -> Iterator[Part]:
    """Build four walls with a band of windows on each floor and a ledge on top."""
    west, south, east, north, height, walls, *_ = house
    glass = "deep glass" if walls == "steel" else "glass"
    for turn, start, end, place, out in (
        (False, south, north, west, -1.0),
        (False, south, north, east, 1.0),
        (True, west, east, south, -1.0),
        (True, west, east, north, 1.0),
    ):
        along = _spread(start + 1.2, end - 1.2, 6.4)
        wall = _grid(np.array([place]), along, _spread(0, height, 5.2))
        bands = _grid(np.array([place + out / 4]), along, np.arange(2.0, height - 1, 3.5))
        ledge = _grid(np.array([place]), _spread(start, end, 6), np.array([height]))
        for part in (
            Part(_jitter(random, wall, 0, 0.5, 0.25), "wall x", walls, (out, 0, 0)),
            Part(_jitter(random, bands, 0, 0.5, 0.25), "windows x", glass, (out, 0, 0)),
            Part(ledge, "ledge x", walls),
        ):
            yield _turned(part) if turn else part


def _roof(random: np.random.Generator, house: House) -> Iterator[Part]:
    """Lay a flat roof and on it machines, or two slopes."""
    west, south, east, north, height, _, roof, is_gabled = house
    places = _grid(_spread(west, east, 5.6), _spread(south, north, 5.6), np.array([height]))
    flat = _jitter(random, places, 0.5, 0.5, 0)
    yield Part(flat, "roof", roof)
    if is_gabled:
        to_ridge = (south + north) / 2 - flat[:, 1]
        slopes = flat + ((north - south) / 2 - np.abs(to_ridge))[:, None] * [0, 0, SLOPE]
        yield Part(slopes[to_ridge > 0], "gable south", roof, (0, -LEAN[0], LEAN[1]))
        yield Part(slopes[to_ridge <= 0], "gable north", roof, (0, *LEAN))
    else:
        machines = random.uniform([west + 5, south + 5, height + 0.75], [east - 5, north - 5, height + 0.75], (5, 3))
        yield Part(machines, "unit", "metal")
