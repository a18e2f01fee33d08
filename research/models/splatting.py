"""Gaussian splatting in two dimensions: soft ellipses of one ink, fitted to a picture by gradient descent.

A Gaussian has six numbers: center x and y (pixels), log of its two radii (log pixels), angle (radians) and the logit of
its opacity. N of them are an array of shape (N, 6). A picture is an array of shape (size, size) of ink from 0 to 1.

Source of the formulas: Kerbl et al., 3D Gaussian Splatting for Real-Time Radiance Field Rendering (2023): a Gaussian is
exp(-½ (x-μ)ᵀ Σ⁻¹ (x-μ)) with Σ = R S Sᵀ Rᵀ, and ink that lies over ink multiplies what still shines through. With one
color the order does not count. The gradients are derived here and compared with finite differences in the tests.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]

# The strokes of H and Z from end to end, in a square from 0 to 1 whose y grows downwards, and half their width.
STROKES = (
    ((0.25, 0.30), (0.25, 0.70)),
    ((0.25, 0.50), (0.45, 0.50)),
    ((0.45, 0.30), (0.45, 0.70)),
    ((0.57, 0.30), (0.77, 0.30)),
    ((0.77, 0.30), (0.57, 0.70)),
    ((0.57, 0.70), (0.77, 0.70)),
)
HALF_STROKE = 0.032
RING = 0.45  # radius of the circle around the letters
OPAQUE = 0.995  # ink never covers all, so that what lies below keeps a gradient


def monogram(size: int) -> Array:
    """Give the picture to be fitted: two letters in a ring; `size` in pixels, edges one pixel soft."""
    axis = (np.arange(size) + 0.5) / size
    x, y = np.meshgrid(axis, axis)
    distances = [np.abs(np.hypot(x - 0.5, y - 0.5) - RING) + HALF_STROKE / 3]
    for (ax, ay), (bx, by) in STROKES:
        along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
        along = np.clip(along, 0, 1)
        distances.append(np.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)))
    return np.asarray(np.clip((HALF_STROKE - np.min(distances, axis=0)) * size + 0.5, 0, 1))


class Rendered(NamedTuple):
    """A picture and what its gradient needs again: shapes (size, size), (N, pixels), (N, pixels), (pixels,)."""

    picture: Array
    bell: Array
    cover: Array
    light: Array


def conic(gaussians: Array) -> tuple[Array, Array, Array]:
    """Give the entries a, b, c of Σ⁻¹ = [[a, b], [b, c]], each of shape (N,)."""
    inverse_x, inverse_y = np.exp(-2 * gaussians[:, 2]), np.exp(-2 * gaussians[:, 3])
    cos, sin = np.cos(gaussians[:, 4]), np.sin(gaussians[:, 4])
    return (
        inverse_x * cos**2 + inverse_y * sin**2,
        (inverse_x - inverse_y) * sin * cos,
        inverse_x * sin**2 + inverse_y * cos**2,
    )


def render(gaussians: Array, size: int) -> Rendered:
    """Draw Gaussians: each lets 1 - cover through, and the ink is what does not get through them all."""
    a, b, c = (entry[:, None] for entry in conic(gaussians))
    dx, dy = offsets(gaussians, size)
    bell = np.exp(-0.5 * ((a * dx + 2 * b * dy) * dx + c * dy * dy))
    cover = OPAQUE * opacity(gaussians)[:, None] * bell
    light = np.prod(1 - cover, axis=0)
    return Rendered((1 - light).reshape(size, size), bell, cover, light)


def opacity(gaussians: Array) -> Array:
    """Give the opacities from 0 to 1, shape (N,)."""
    return np.asarray(1 / (1 + np.exp(-gaussians[:, 5])))


def offsets(gaussians: Array, size: int) -> tuple[Array, Array]:
    """Give how far each pixel lies right of and below each center, shape (N, pixels)."""
    y, x = np.divmod(np.arange(size * size, dtype=gaussians.dtype), size)
    return x + 0.5 - gaussians[:, :1], y + 0.5 - gaussians[:, 1:2]


def loss_and_gradient(gaussians: Array, target: Array) -> tuple[float, Array]:
    """Give half the squared error summed over the pixels, and its gradient, shape (N, 6)."""
    size = len(target)
    picture, bell, cover, light = render(gaussians, size)
    error = (picture - target).ravel()
    by_cover = error * light / (1 - cover)  # d(loss)/d(cover): ink = 1 - Π (1 - cover)
    by_exponent = by_cover * cover  # d(loss)/d(log bell)
    dx, dy = offsets(gaussians, size)
    by_x, by_y = by_exponent * dx, by_exponent * dy
    by_a, by_b, by_c = -0.5 * _dot(by_x, dx), -_dot(by_x, dy), -0.5 * _dot(by_y, dy)
    a, b, c = conic(gaussians)
    inverse_x, inverse_y = np.exp(-2 * gaussians[:, 2]), np.exp(-2 * gaussians[:, 3])
    cos, sin = np.cos(gaussians[:, 4]), np.sin(gaussians[:, 4])
    gradient = np.empty_like(gaussians)
    gradient[:, 0] = a * by_x.sum(axis=1) + b * by_y.sum(axis=1)
    gradient[:, 1] = b * by_x.sum(axis=1) + c * by_y.sum(axis=1)
    gradient[:, 2] = -2 * inverse_x * (by_a * cos**2 + by_b * sin * cos + by_c * sin**2)
    gradient[:, 3] = -2 * inverse_y * (by_a * sin**2 - by_b * sin * cos + by_c * cos**2)
    gradient[:, 4] = (inverse_x - inverse_y) * ((by_c - by_a) * 2 * sin * cos + by_b * (cos**2 - sin**2))
    gradient[:, 5] = _dot(by_cover, bell) * OPAQUE * opacity(gaussians) * (1 - opacity(gaussians))
    return 0.5 * float(error @ error), gradient


def _dot(left: Array, right: Array) -> Array:
    """Give the sum over the pixels of each row's product: shapes (N, pixels) twice, (N,)."""
    return np.asarray(np.einsum("np,np->n", left, right))


def scatter(target: Array, count: int, seed: int) -> Array:
    """Lay Gaussians at random where there is ink, the smaller the more there are; shape (count, 6)."""
    random = np.random.default_rng(seed)
    size = len(target)
    where = random.choice(target.size, count, p=target.ravel() / target.sum())
    gaussians = np.zeros((count, 6))
    gaussians[:, 0] = where % size + random.random(count)
    gaussians[:, 1] = where // size + random.random(count)
    gaussians[:, 2:4] = first_radius(target, count)
    gaussians[:, 4] = random.uniform(0, np.pi, count)
    return gaussians


def first_radius(target: Array, count: int) -> float:
    """Give the log of the radius at which `count` disks have the area of the ink."""
    return float(np.log(np.clip(np.sqrt(target.sum() / count / np.pi), 0.5, len(target) / 8)))


RATES = (0.3, 0.3, 0.06, 0.06, 0.1, 0.15)  # of descent, per parameter, in its own unit


def descent(target: Array, gaussians: Array, steps: int) -> Iterator[tuple[float, Array]]:
    """Take steps of Adam, each shorter than the last; yields the loss and the Gaussians at first and after each."""
    rates = np.array(RATES, dtype=target.dtype)
    mean, square = np.zeros_like(gaussians), np.zeros_like(gaussians)
    loss, gradient = loss_and_gradient(gaussians, target)
    yield loss, gaussians
    for step in range(1, steps + 1):
        mean, square = 0.9 * mean + 0.1 * gradient, 0.99 * square + 0.01 * gradient**2
        stride = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-12)
        gaussians = gaussians - rates * (1 - 0.9 * step / steps) * stride
        gaussians[:, 2:4] = np.clip(gaussians[:, 2:4], np.log(0.35), np.log(len(target) / 3))
        loss, gradient = loss_and_gradient(gaussians, target)
        yield loss, gaussians


def fit(target: Array, count: int, steps: int = 150, seed: int = 0) -> Array:
    """Fit `count` Gaussians to a picture; gives the best of all steps, shape (count, 6).

    All numbers have the precision of `target`; single takes a third of the time of double.
    """
    gaussians = scatter(target, count, seed).astype(target.dtype)
    return min(descent(target, gaussians, steps), key=lambda taken: taken[0])[1]


def psnr(picture: Array, target: Array) -> float:
    """Give the peak signal-to-noise ratio in dB of a picture whose values go from 0 to 1."""
    return float(-10 * np.log10(np.mean((picture - target) ** 2)))
