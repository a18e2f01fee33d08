"""Soft ellipsoids as in 3D Gaussian Splatting, with a few shapes and colors that all of a scene share.

A Gaussian is a center, in quarters of a meter, and two numbers: its place in a table of shapes (three standard
deviations, a rotation, an opacity) and its place in a table of colors. A trained scene has a shape of its own for each
Gaussian, and a color for each direction.

Source: Kerbl et al., 3D Gaussian Splatting for Real-Time Radiance Field Rendering (2023), equation 6: Σ = R S Sᵀ Rᵀ.
"""

import zlib
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Bytes = NDArray[np.uint8]

UNIT = 0.25  # meters: centers are whole numbers of it

# By name: three standard deviations in meters, turns about z, x and y in degrees, opacity.
SHAPES: dict[str, tuple[float, float, float, float, float, float, float]] = {
    "ground": (4.6, 4.6, 0.1, 0, 0, 0, 0.98),
    "roof": (2.9, 2.9, 0.15, 0, 0, 0, 0.98),
    "wall x": (0.15, 3.6, 2.6, 0, 0, 0, 0.98),  # its normal is x
    "wall y": (3.6, 0.15, 2.6, 0, 0, 0, 0.98),
    "windows x": (0.12, 2.6, 0.62, 0, 0, 0, 0.85),
    "windows y": (2.6, 0.12, 0.62, 0, 0, 0, 0.85),
    "ledge x": (0.35, 3.0, 0.3, 0, 0, 0, 0.9),
    "ledge y": (3.0, 0.35, 0.3, 0, 0, 0, 0.9),
    "gable south": (3.0, 3.3, 0.15, 0, 22, 0, 0.98),
    "gable north": (3.0, 3.3, 0.15, 0, -22, 0, 0.98),
    "mark x": (1.1, 0.16, 0.05, 0, 0, 0, 0.8),
    "mark y": (0.16, 1.1, 0.05, 0, 0, 0, 0.8),
    "car x": (1.35, 0.62, 0.5, 0, 0, 0, 0.95),
    "car y": (0.62, 1.35, 0.5, 0, 0, 0, 0.95),
    "crown 1": (1.9, 1.3, 1.2, 20, 15, 0, 0.85),
    "crown 2": (1.7, 1.2, 1.5, 75, -20, 10, 0.85),
    "crown 3": (1.5, 1.0, 1.0, 130, 30, -25, 0.85),
    "unit": (0.9, 0.9, 0.6, 30, 0, 0, 0.95),
}

MATERIALS = {
    "asphalt": "#77787d",
    "pavement": "#b9b3a8",
    "grass": "#7fa35a",
    "paint": "#f1efe6",
    "leaves": "#5f8a47",
    "sandstone": "#e2c9a0",
    "brick": "#b4836c",
    "plaster": "#efe6d8",
    "concrete": "#c4c7c9",
    "steel": "#a8c0d0",
    "glass": "#4d6478",
    "deep glass": "#38546e",
    "tar": "#8f8d8c",
    "gravel": "#c9c3b6",
    "tiles": "#b9735a",
    "metal": "#dfe3e6",
    "red": "#c8443a",
    "blue": "#3f6db0",
    "yellow": "#e3b23c",
    "white": "#f5f5f5",
}
LIGHTS = 12  # levels of light


class Gaussians(NamedTuple):
    """A scene: centers in units (N, 3), places in the tables of shapes and of colors (N,)."""

    centers: NDArray[np.int16]
    shapes: Bytes
    colors: Bytes


def covariances() -> Array:
    """Give Σ = R S Sᵀ Rᵀ of each shape, shape (shapes, 3, 3)."""
    return np.array([_turned(*shape[3:6]) * np.square(shape[:3]) @ _turned(*shape[3:6]).T for shape in SHAPES.values()])


def _turned(z: float, x: float, y: float) -> Array:
    """Give the rotation about y, then x, then z, by degrees."""
    (cz, cx, cy), (sz, sx, sy) = np.cos(np.radians([z, x, y])), np.sin(np.radians([z, x, y]))
    about_z = np.array([[cz, -sz, 0], [sz, cz, 0], [0, 0, 1]])
    about_x = np.array([[1, 0, 0], [0, cx, -sx], [0, sx, cx]])
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    turned: Array = about_z @ about_x @ about_y
    return turned


def opacities() -> Array:
    """Give the opacity of each shape, shape (shapes,)."""
    return np.array([shape[6] for shape in SHAPES.values()])


def reaches() -> Array:
    """Give how far each shape reaches from its center in meters: three of its largest standard deviations."""
    return np.array([3 * max(shape[:3]) for shape in SHAPES.values()])


def colors() -> Bytes:
    """Give the table of colors, each material in LIGHTS levels from shade to sun, shape (materials * LIGHTS, 3)."""
    base = np.array([[int(color[i : i + 2], 16) for i in (1, 3, 5)] for color in MATERIALS.values()])
    level = np.linspace(0, 1, LIGHTS)[:, None]
    light = (1 - level) * np.array([0.42, 0.46, 0.56]) + level * np.array([1.1, 1.06, 0.98])  # the sky is blue
    return np.asarray(np.clip(np.rint(base[:, None] * light), 0, 255).reshape(-1, 3), dtype=np.uint8)


def packed(scene: Gaussians) -> bytes:
    """Return a scene, deflated, in columns: low and high bytes of the steps between centers, shapes, colors."""
    steps = np.diff(scene.centers.astype(np.int32), axis=0, prepend=0)
    twice = 2 * np.abs(steps) - (steps < 0)  # the sign is the last bit, so that small steps are small numbers
    columns = [*(twice & 255).T, *(twice >> 8).T, scene.shapes, scene.colors]
    return zlib.compress(b"".join(column.astype(np.uint8).tobytes() for column in columns), 9)


def shape_table() -> list[list[float]]:
    """Return for each shape the six entries of its covariance, its opacity and how far it reaches."""
    above = np.triu_indices(3)
    table = [
        [*(float(entry) for entry in covariance[above]), float(opacity), float(reach)]
        for covariance, opacity, reach in zip(covariances(), opacities(), reaches(), strict=True)
    ]
    return [[round(value, 6) for value in row] for row in table]
