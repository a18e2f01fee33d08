"""CLM: what one view of a city needs, what the order of views moves over the bus, what fits into a GPU.

The city and the cameras are invented and drawn with a fixed seed; lengths are meters. A set of Gaussians is a boolean
mask of shape (N,), the sets of n views one of shape (n, N). Traffic counts Gaussians: a loaded one brings its offloaded
parameters, a stored one their gradients, so both have the same bytes.

Sources: the split in 11 and 48 floats: strategies/clm_offload/README.md of CLM-GS; four copies, Adam's two moments
among them: its README. Sets, loads, stores and the distance |Sᵢ △ Sⱼ|: strategies/clm_offload/engine.py. That loads +
stores = |S₁| + |Sₙ| + Σ |Sᵢ △ Sᵢ₊₁| is derived here.
"""

from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating[Any]]
Sets = NDArray[np.bool_]

FLOATS = 59
COPIES = 4  # parameter, gradient, two moments of Adam
BYTES = 4  # of a float
KEPT = 11  # floats that stay on the GPU: position, scale, rotation and opacity

SIDE = 1000.0  # meters
BLOCKS = 10  # houses along a side


class Bytes(NamedTuple):
    """Bytes of model state per Gaussian; a number that lies on both sides for a moment counts where it lives."""

    gpu: int
    host: int


def state(strategy: str) -> Bytes:
    """Say where the state of one Gaussian lives: `gpu-only`, `naive` or `clm`.

    Naive offloading brings parameters and gradients to the GPU and leaves the moments in CPU memory.
    """
    everything = FLOATS * COPIES * BYTES
    gpu = {"gpu-only": everything, "naive": FLOATS * 2 * BYTES, "clm": KEPT * COPIES * BYTES}[strategy]
    return Bytes(gpu, everything - gpu)


def largest_model(memory: float, strategy: str) -> float:
    """Give how many Gaussians' state fits into `memory` GiB of GPU; images and activations not counted."""
    return memory * 2**30 / state(strategy).gpu


WORKING = round(1.8 * 2**30)  # bytes for images and activations: less than any published run takes beside its state


class Need(NamedTuple):
    """Bytes that training a number of Gaussians takes at least."""

    state: int  # on the GPU
    working: int  # on the GPU too
    host: int


def need(gaussians: int, strategy: str) -> Need:
    """Give the least memory for training: the state, and on the GPU some room to work in."""
    each = state(strategy)
    return Need(gaussians * each.gpu, WORKING, gaussians * each.host)


def missing(gaussians: int, strategy: str, gpu: float, host: float) -> tuple[float, float]:
    """Give how many bytes the memories of `gpu` and `host` GiB are too small; below 0 so many are free."""
    needed = need(gaussians, strategy)
    return needed.state + needed.working - gpu * 2**30, needed.host - host * 2**30


def city(count: int = 20_000, seed: int = 5) -> Array:
    """Give the centers of Gaussians on the ground, the walls and the roofs of a city, shape (count, 3)."""
    random = np.random.default_rng(seed)
    heights = random.uniform(8, 40, (BLOCKS, BLOCKS)) + 60 * random.random((BLOCKS, BLOCKS)) ** 4
    points = random.uniform(0, SIDE, (count, 3))
    cell = (points[:, :2] / SIDE * BLOCKS).astype(int)
    within = points[:, :2] / SIDE * BLOCKS - cell
    height = heights[cell[:, 0], cell[:, 1]]
    is_house = np.all(np.abs(within - 0.5) < 0.34, axis=1)
    is_roof = random.random(count) < 0.4
    points[:, 2] = np.where(is_house, np.where(is_roof, height, height * random.random(count)), 0)
    walls = is_house & ~is_roof
    axis = random.integers(0, 2, count)  # a wall is a house's inside pushed to one of its sides
    rows = np.flatnonzero(walls)
    side = np.where(within[rows, axis[rows]] < 0.5, 0.16, 0.84)
    points[rows, axis[rows]] = (cell[rows, axis[rows]] + side) * SIDE / BLOCKS
    return points


class Camera(NamedTuple):
    """A camera at (x, y, z) that looks `yaw` radians from east and `pitch` radians below the horizon."""

    x: float
    y: float
    z: float
    yaw: float
    pitch: float = 0.9
    half_angle: float = 0.42  # of the field of view, across and up
    far: float = 320.0


def flight(views: int = 16, seed: int = 3) -> list[Camera]:
    """Give the cameras of a batch: pictures of one round flight, in the random order in which training draws them."""
    random = np.random.default_rng(seed)
    turns = random.permutation(views) / views * 2 * np.pi
    radii = SIDE * (0.3 + 0.04 * np.cos(3 * turns) + 0.015 * random.standard_normal(views))
    return [
        Camera(SIDE / 2 + float(radius * np.cos(turn)), SIDE / 2 + float(radius * np.sin(turn)), 150.0, float(turn + 2))
        for turn, radius in zip(turns, radii, strict=True)
    ]


def axes(camera: Camera) -> Array:
    """Give the unit vectors to the right, up and forward of a camera as rows, shape (3, 3)."""
    flat = np.array([np.cos(camera.yaw), np.sin(camera.yaw), 0])
    forward = np.cos(camera.pitch) * flat - np.sin(camera.pitch) * np.array([0, 0, 1])
    right = np.array([flat[1], -flat[0], 0])
    return np.array([right, np.cross(right, forward), forward])


def in_view(points: Array, camera: Camera, radii: Array | float = 0.0) -> Sets:
    """Say which centers, or balls of radii in meters round them, lie in the frustum of a camera, shape (N,)."""
    right, up, forward = axes(camera) @ (points - np.array(camera[:3])).T
    reach = forward * np.tan(camera.half_angle) + radii / np.cos(camera.half_angle)
    return np.asarray((forward > 1) & (forward < camera.far) & (np.abs(right) < reach) & (np.abs(up) < reach))


def needed(points: Array, cameras: list[Camera]) -> Sets:
    """Give the set of each view, shape (views, N)."""
    return np.array([in_view(points, camera) for camera in cameras])


def footprint(camera: Camera) -> Array:
    """Give where the four edges of a frustum meet the ground or end, shape (4, 2)."""
    right, up, forward = axes(camera)
    slope = np.tan(camera.half_angle)
    rays = [forward + slope * (h * right + v * up) for h, v in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    lengths = [min(camera.far, camera.z / -ray[2] if ray[2] < 0 else camera.far) for ray in rays]
    return np.array([np.array(camera[:2]) + length * ray[:2] for ray, length in zip(rays, lengths, strict=True)])


class Step(NamedTuple):
    """What passes the bus for one view, in Gaussians."""

    loads: int
    stores: int


def traffic(sets: Sets, order: list[int]) -> list[Step]:
    """Load for each view what the one before it did not have, and store what the next one does not need."""
    nothing = np.zeros((1, sets.shape[1]), dtype=bool)
    chain = np.concatenate([nothing, sets[order], nothing])
    moves = [(int(np.sum(after & ~before)), int(np.sum(before & ~after))) for before, after in pairwise(chain)]
    return [Step(loads, stores) for (loads, _), (_, stores) in pairwise(moves)]


def moved(sets: Sets, order: list[int]) -> int:
    """Give loads + stores of a batch, in Gaussians."""
    return sum(step.loads + step.stores for step in traffic(sets, order))


def distances(sets: Sets) -> NDArray[np.int64]:
    """Give |Sᵢ △ Sⱼ| for the views and, in the last place, the empty set; shape (n + 1, n + 1)."""
    with_empty = np.concatenate([sets, np.zeros((1, sets.shape[1]), dtype=bool)]).astype(np.int64)
    sizes, shared = with_empty.sum(axis=1), with_empty @ with_empty.T
    return np.asarray(sizes[:, None] + sizes[None, :] - 2 * shared)


def tours(sets: Sets) -> list[list[int]]:
    """Give the given order and each better one that 2-opt finds on the way to the last, which it cannot improve.

    The batch starts and ends with nothing on the GPU, so its traffic is the length of a round trip through the views
    and the empty set. A step turns round the part of the tour that saves most. CLM-GS leaves this to fast_tsp.
    """
    distance, empty = distances(sets), len(sets)
    tour = [empty, *range(len(sets)), empty]
    found = [tour[1:-1]]
    while True:
        gains = {
            (i, j): int(
                distance[tour[i - 1], tour[i]]
                + distance[tour[j], tour[j + 1]]
                - distance[tour[i - 1], tour[j]]
                - distance[tour[i], tour[j + 1]]
            )
            for i in range(1, len(tour) - 2)
            for j in range(i + 1, len(tour) - 1)
        }
        (i, j), gain = max(gains.items(), key=lambda item: (item[1], item[0]), default=((0, 0), 0))
        if gain <= 0:
            return found
        tour = tour[:i] + tour[i : j + 1][::-1] + tour[j + 1 :]
        found.append(tour[1:-1])
