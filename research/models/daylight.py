"""The light in a city of boxes: the sun, unless a house stands before it, and what the sky leaves in the shade.

Light is a number, 0 for none and about 1 in the sun. The sun is three rays, so that shadows have soft edges.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from research.models.clm import SIDE

Array = NDArray[np.floating[Any]]

SUN = np.array([-0.52, -0.46, 0.72]) / np.linalg.norm([-0.52, -0.46, 0.72])  # in the south-west
RAYS = SUN + np.array([[0, 0, 0], [0.05, -0.05, 0], [-0.05, 0.05, 0]])
RASTER = 2.0  # meters, the side of a square of a relief
STEP = 3.0  # meters from one look along a ray to the next
LONGEST = 130.0  # meters: no shadow is longer
ASIDE = 2.2  # meters before its surface where the light of a Gaussian is taken


def relief(boxes: Iterable[tuple[float, float, float, float, float]]) -> Array:
    """Give the heights of a city from above, in squares; a box is west, south, east, north and height in meters."""
    heights = np.zeros((int(SIDE / RASTER), int(SIDE / RASTER)))
    for *sides, height in boxes:
        west, south, east, north = (round(side / RASTER) for side in sides)
        heights[west:east, south:north] = height
    return heights


def light(places: Array, normals: Array, heights: Array) -> Array:
    """Give the light at places (N, 3) of surfaces with normals (N, 3)."""
    start = places + normals * ASIDE + np.array([0, 0, 0.3])
    lit = np.mean([_is_free(start, ray, heights) for ray in RAYS], axis=0)
    sky = 0.16 + 0.1 * normals[:, 2] + 0.06 * np.clip(places[:, 2] / 20, 0, 1)
    return np.asarray(sky + 0.72 * lit * np.clip(normals @ SUN, 0, 1))


def _is_free(start: Array, ray: Array, heights: Array) -> NDArray[np.bool_]:
    free = np.ones(len(start), dtype=bool)
    for way in np.arange(2.0, LONGEST, STEP):
        x, y, z = (start + way * ray).T
        i, j = (np.clip(side / RASTER, 0, len(heights) - 1).astype(int) for side in (x, y))
        free &= heights[i, j] <= z
    return free
