"""A toy for Gaian's question: the reads that reach another GPU, and the work of each, by where points and views are.

Points lie in clusters on a plane from 0 to 1, and a view reads the points inside a disk. Locality here means cutting
the plane at medians and giving each view to the GPU that holds most of what it reads. This is the simplest placement
that shows the direction; how Gaian itself places points and views is not described here, and its figures are its own.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Owners = NDArray[np.int64]


class Scene(NamedTuple):
    """Points (N, 2), centers of views (V, 2) and the radius of what a view reads."""

    points: Array
    views: Array
    radius: float


class Placement(NamedTuple):
    """The GPU of each point (N,) and of each view (V,)."""

    points: Owners
    views: Owners


def scene(points: int = 800, views: int = 24, clusters: int = 12, seed: int = 11) -> Scene:
    """Scatter points around clusters and look at some of them."""
    random = np.random.default_rng(seed)
    centers = random.uniform(0.1, 0.9, (clusters, 2))
    where = centers[random.integers(0, clusters, points)] + 0.055 * random.standard_normal((points, 2))
    where = np.clip(where, 0.02, 0.98)
    return Scene(where, where[random.choice(points, views, replace=False)], 0.08)


def reads(scene: Scene) -> NDArray[np.bool_]:
    """Say which points each view reads, shape (V, N)."""
    apart = scene.views[:, None, :] - scene.points[None, :, :]
    return np.asarray(np.sum(apart**2, axis=2) <= scene.radius**2)


def at_random(scene: Scene, gpus: int, seed: int = 1) -> Placement:
    """Deal out points and views like cards from a shuffled pack."""
    random = np.random.default_rng(seed)
    return Placement(*(random.permutation(np.arange(len(things)) % gpus) for things in (scene.points, scene.views)))


def by_locality(scene: Scene, gpus: int) -> Placement:
    """Cut the plane, and give each view to the GPU that holds most of what it reads."""
    owners = cut(scene.points, gpus)
    return Placement(owners, nearest(reads(scene), owners, gpus))


def cut(points: Array, gpus: int) -> Owners:
    """Cut points (N, 2) at medians along the longer side until there are as many parts as GPUs (a power of two)."""
    if gpus < 1 or gpus & (gpus - 1):
        raise ValueError(f"{gpus} GPUs cannot be reached by halving: take 1, 2, 4, 8, ...")
    parts = [np.arange(len(points))]
    while len(parts) < gpus:
        parts = [half for part in parts for half in _halves(points, part)]
    owners = np.zeros(len(points), dtype=np.int64)
    for gpu, part in enumerate(parts):
        owners[part] = gpu
    return owners


def nearest(sets: NDArray[np.bool_], owners: Owners, gpus: int) -> Owners:
    """Give for each view the GPU that owns most of what it reads; sets (V, N), owners (N,)."""
    return np.asarray(np.argmax(np.stack([sets[:, owners == gpu].sum(axis=1) for gpu in range(gpus)], axis=1), axis=1))


def _halves(points: Array, part: Owners) -> list[Owners]:
    axis = int(np.argmax(np.ptp(points[part], axis=0)))
    ordered = part[np.argsort(points[part, axis], kind="stable")]
    return [ordered[: len(ordered) // 2], ordered[len(ordered) // 2 :]]


class Reads(NamedTuple):
    """How many points all views read together, and how many of those lie on another GPU."""

    all: int
    remote: int


def count(scene: Scene, placement: Placement) -> Reads:
    """Count the reads of all views under a placement."""
    matrix = reads(scene)
    elsewhere = placement.views[:, None] != placement.points[None, :]
    return Reads(int(matrix.sum()), int((matrix & elsewhere).sum()))


def views_each(placement: Placement, gpus: int) -> Owners:
    """Give how many views each GPU renders, shape (gpus,): all wait for the one that has most."""
    return np.bincount(placement.views, minlength=gpus)
