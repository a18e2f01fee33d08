"""Drawing Gaussians as 3D Gaussian Splatting does: projected, sorted by depth, blended.

A camera is one of `research.models.clm`; a picture is square, `size` pixels wide, its field of view the camera's.

Source: Kerbl et al. (2023). The covariance of a projected Gaussian is J W Σ Wᵀ Jᵀ (equation 5), J the derivative of the
projection at the center; 0.3 on its diagonal keeps it as large as a pixel. What it covers is opacity times
exp(-½ dᵀ Σ⁻¹ d), at most 0.99 and nothing below 1/255 (the authors' rasterizer, forward.cu). Depths have 16 bits here.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from research.models.clm import Camera, axes

Array = NDArray[np.floating[Any]]

LOW_PASS = 0.3  # square pixels
LEAST = 1 / 255  # what covers less is not drawn
MOST = 0.99
KEYS = 65535  # depths are whole numbers from 0 to this


class Splats(NamedTuple):
    """Projected Gaussians: centers (N, 2) in pixels, entries a, b, c of Σ [[a, b], [b, c]] (N, 3), depths (N,)."""

    centers: Array
    covariances: Array
    depths: Array


def project(centers: Array, covariances: Array, camera: Camera, size: int) -> Splats:
    """Project centers (N, 3) in meters with covariances (N, 3, 3); x grows to the right and y downwards."""
    turn = axes(camera) * np.array([[1], [-1], [1]])
    x, y, depth = turn @ (centers - np.array(camera[:3])).T
    slope = np.tan(camera.half_angle)
    focal = size / 2 / slope
    at_x, at_y = (np.clip(side / depth, -1.3 * slope, 1.3 * slope) for side in (x, y))  # J is wild outside the picture
    zero, scale = np.zeros(len(x)), focal / depth
    jacobian = np.moveaxis(np.array([[scale, zero, -scale * at_x], [zero, scale, -scale * at_y]]), 2, 0)
    flat = jacobian @ turn @ covariances @ turn.T @ jacobian.transpose(0, 2, 1) + LOW_PASS * np.eye(2)
    middle = np.column_stack([x, y]) * scale[:, None] + size / 2
    return Splats(middle, np.column_stack([flat[:, 0, 0], flat[:, 0, 1], flat[:, 1, 1]]), depth)


def back_to_front(depths: Array) -> NDArray[np.int64]:
    """Give the order in which to draw: by depth in 16 bits, the farthest first, equals as they come."""
    low, high = depths.min(), depths.max()
    keys = np.floor((high - depths) / max(high - low, 1e-9) * KEYS)
    return np.argsort(keys, kind="stable")


def render(splats: Splats, opacities: Array, colors: Array, size: int) -> Array:
    """Blend splats of colors from 0 to 1 (N, 3); gives red, green, blue and cover (size, size, 4), not yet divided."""
    picture = np.zeros((size, size, 4))
    a, b, c = splats.covariances.T
    conics = np.column_stack([c, -b, a]) / (a * c - b * b)[:, None]
    bells = 2 * np.log(np.maximum(opacities / LEAST, 1))  # dᵀ Σ⁻¹ d where it is no longer drawn
    widths = np.sqrt(bells[:, None] * np.column_stack([a, c]))
    first = np.clip(np.ceil(splats.centers - widths - 0.5), 0, size).astype(int)
    last = np.clip(np.floor(splats.centers + widths - 0.5) + 1, 0, size).astype(int)
    paints = np.column_stack([colors, np.ones(len(colors))])
    axis = np.arange(size) + 0.5
    for i in back_to_front(splats.depths):
        (x0, y0), (x1, y1) = first[i], last[i]
        if x0 >= x1 or y0 >= y1:
            continue
        dx, dy = axis[None, x0:x1] - splats.centers[i, 0], axis[y0:y1, None] - splats.centers[i, 1]
        power = conics[i, 0] * dx * dx + 2 * conics[i, 1] * dx * dy + conics[i, 2] * dy * dy
        cover = np.where(power <= bells[i], np.minimum(MOST, opacities[i] * np.exp(-0.5 * power)), 0)[:, :, None]
        part = picture[y0:y1, x0:x1]
        part += cover * (paints[i] - part)
    return picture
