"""Hyperbolic space: the Lorentz sheet, a layer and a centroid that stay on it, and its picture in the Poincaré disk.

A point is (t, s₁ … sₘ) with -t² + ‖s‖² = -1 and t > 0; points are arrays of shape (..., m + 1). The disk is Poincaré's
picture of the sheet for m = 2.

Sources: the layer and the centroid are those of the released code (mt/onmt/modules/hyper_nets.py and
gcn/layers/hyp_layers.py of fully-hyperbolic-nn) with k = 1. Boost, rotation, distance arcosh(-⟨x, y⟩) and the map to
the disk s / (1 + t) are textbook.
"""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def product(x: Array, y: Array) -> Array:
    """Give the Lorentz product -x₀y₀ + Σ xᵢyᵢ along the last axis."""
    return np.asarray(np.sum(x * y, axis=-1) - 2 * x[..., 0] * y[..., 0])


def on_sheet(space: Array) -> Array:
    """Give the point of the sheet above space coordinates of shape (..., m)."""
    time = np.sqrt(1 + np.sum(space**2, axis=-1, keepdims=True))
    return np.concatenate([time, space], axis=-1)


def linear(x: Array, weight: Array, bias: Array, scale: float = 0.0) -> Array:
    """Apply the Lorentz linear layer: weight (m' + 1, m + 1), bias (m' + 1,), `scale` the learned s of the time."""
    h = x @ weight.T + bias
    time = np.exp(scale) / (1 + np.exp(-h[..., :1])) + 1.1
    norm = np.sum(h[..., 1:] ** 2, axis=-1, keepdims=True)
    space = h[..., 1:] * np.sqrt((time**2 - 1) / norm)
    return np.concatenate([time, space], axis=-1)


def centroid(x: Array, weights: Array) -> Array:
    """Give the Lorentz centroid of points (n, m + 1) with weights (n,): the weighted sum, scaled onto the sheet."""
    total = weights @ x
    return np.asarray(total / np.sqrt(np.abs(product(total, total))))


def boost(rapidity: float) -> Array:
    """Give the boost along the first space axis, shape (3, 3)."""
    cosh, sinh = np.cosh(rapidity), np.sinh(rapidity)
    return np.array([[cosh, sinh, 0], [sinh, cosh, 0], [0, 0, 1]])


def rotation(angle: float) -> Array:
    """Give the rotation of space by an angle in radians, shape (3, 3)."""
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array([[1, 0, 0], [0, cos, -sin], [0, sin, cos]])


def distance(x: Array, y: Array) -> Array:
    """Give the distance on the sheet; rounding below the least possible product is cut off."""
    return np.arccosh(np.maximum(1, -product(x, y)))


def disk(x: Array) -> Array:
    """Give the place of points in the Poincaré disk, shape (..., m)."""
    return np.asarray(x[..., 1:] / (1 + x[..., :1]))
