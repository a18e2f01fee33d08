"""Grendel: an image cut among GPUs by measured cost, and what the GPUs must send each other to draw it.

The image and its Gaussians are invented and drawn with a fixed seed; lengths are pixels, times are arbitrary units.
Blocks are numbered along rows, and each GPU draws a contiguous range of them.

Sources: blocks of 16 × 16 pixels, division points and the rule for batches: the project page and the code of Grendel-GS
(gaussian_renderer/workload_division.py, scene/gaussian_model.py); 11 floats per Gaussian sent: its
gaussian_renderer/__init__.py.
"""

import itertools
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Cuts = NDArray[np.int64]

BLOCK = 16  # pixels
COLUMNS, ROWS = 30, 20  # blocks of the image
FLOATS_SENT, BYTES = 11, 4  # per Gaussian and destination; of a float


class Splats(NamedTuple):
    """Projected Gaussians: centers (N, 2) and radii (N,), in pixels."""

    centers: Array
    radii: Array


class Scene(NamedTuple):
    """Gaussians as balls: centers (N, 3) to the right of a camera, below and ahead, and radii (N,), in meters."""

    centers: Array
    radii: Array


FOCAL, HORIZON, EYE = 400.0, 130.0, 1.6  # pixels, pixels from the top, meters above the ground
CAMERAS = tuple(0.8 * step for step in range(-3, 4))  # places of the camera, meters to the right of the middle
TREES = ((-2.4, 5.0, 0.4), (-0.7, 9.0, 0.7), (1.5, 6.0, 0.45), (4.2, 7.5, 0.8))  # right, ahead, size, in meters


def street(count: int = 6_000, seed: int = 2) -> Scene:
    """Give a street scene: dense trees, a ground, a far front of houses and a sparse sky."""
    random = np.random.default_rng(seed)
    kind = random.choice(len(TREES) + 3, count, p=[0.15, 0.14, 0.16, 0.15, 0.22, 0.13, 0.05])
    low = np.array([[-14, EYE, 3], [-24, -6, 30], [-50, -25, 60]])
    high = np.array([[14, EYE, 30], [24, 1, 34], [50, 0, 70]])
    centers = np.empty((count, 3))
    for number, (right, ahead, size) in enumerate(TREES):
        spread = size * random.standard_normal((int((kind == number).sum()), 3))
        centers[kind == number] = [right, 0.3, ahead] + spread * [1, 1.2, 1]
    for number in range(3):
        here = kind == len(TREES) + number
        centers[here] = random.uniform(low[number], high[number], (int(here.sum()), 3))
    return Scene(centers, np.exp(random.normal(-3.0, 0.6, count)) * np.where(kind > len(TREES), 4, 1))


def before(scene: Scene, seed: int = 4) -> Scene:
    """Give the scene of the previous visit: a tenth of the Gaussians was not there yet, and all have moved since."""
    random = np.random.default_rng(seed)
    there = random.random(len(scene.radii)) < 0.9
    moved = scene.centers + 0.03 * random.standard_normal(scene.centers.shape)
    return Scene(moved[there], scene.radii[there])


def project(scene: Scene, camera: float = 0.0) -> Splats:
    """Give what a camera sees that stands at the side of the first one and looks straight ahead."""
    scale = FOCAL / scene.centers[:, 2]
    across = (scene.centers[:, 0] - camera) * scale + COLUMNS * BLOCK / 2
    centers, radii = np.column_stack([across, scene.centers[:, 1] * scale + HORIZON]), scene.radii * scale
    end = radii[:, None] + [COLUMNS * BLOCK, ROWS * BLOCK]
    inside = np.all((centers > -radii[:, None]) & (centers < end), axis=1)
    return Splats(centers[inside], radii[inside])


def picture(count: int = 6_000) -> Splats:
    """Give the projected Gaussians of the street as the first camera sees them."""
    return project(street(count))


def touched(splats: Splats) -> NDArray[np.bool_]:
    """Say which blocks the square around each Gaussian's footprint touches, shape (N, blocks)."""
    low = np.floor((splats.centers - splats.radii[:, None]) / BLOCK)
    high = np.floor((splats.centers + splats.radii[:, None]) / BLOCK)
    columns, rows = np.arange(COLUMNS), np.arange(ROWS)
    in_columns = (columns >= low[:, :1]) & (columns <= high[:, :1])
    in_rows = (rows >= low[:, 1:]) & (rows <= high[:, 1:])
    return (in_rows[:, :, None] & in_columns[:, None, :]).reshape(len(low), -1)


def cost(touches: NDArray[np.bool_], fixed: float = 2.0) -> Array:
    """Give the time of each block, shape (blocks,): one unit per Gaussian that touches it, and a fixed part."""
    return np.asarray(fixed + touches.sum(axis=0))


def division_points(times: Array, gpus: int) -> Cuts:
    """Cut the running sum of the times at equal shares; GPU k draws cuts[k] to cuts[k + 1], shape (gpus + 1,)."""
    running = np.cumsum(times)
    shares = running[-1] / gpus * np.arange(1, gpus)
    inner = np.searchsorted(running, shares, side="right")
    return np.concatenate([[0], inner, [len(times)]])


def even_cuts(blocks: int, gpus: int) -> Cuts:
    """Cut the blocks into ranges of equal length."""
    return np.arange(gpus + 1) * blocks // gpus


def loads(times: Array, cuts: Cuts) -> Array:
    """Give the time of each GPU, shape (gpus,)."""
    running = np.concatenate([[0.0], np.cumsum(times)])
    return np.asarray(np.diff(running[cuts]))


def speed_up(times: Array, cuts: Cuts) -> float:
    """Give how many times as fast as one GPU the slowest of them lets all be; communication not counted."""
    return float(times.sum() / loads(times, cuts).max())


class Traffic(NamedTuple):
    """Bytes between GPUs for one image."""

    sparse: int
    everything: int


def traffic(touches: NDArray[np.bool_], cuts: Cuts, seed: int = 7) -> Traffic:
    """Count what is sent when each Gaussian lies on a random GPU: to those that draw it, or to all others."""
    gpus = len(cuts) - 1
    owner = np.random.default_rng(seed).integers(0, gpus, len(touches))
    wanted = np.column_stack([touches[:, a:b].any(axis=1) for a, b in itertools.pairwise(cuts)])
    wanted[np.arange(len(owner)), owner] = False  # it is there already
    each = FLOATS_SENT * BYTES
    return Traffic(int(wanted.sum()) * each, len(owner) * (gpus - 1) * each)


class Rates(NamedTuple):
    """The settings of Adam: learning rate (as a multiple), β₁ and β₂."""

    learning: float
    beta1: float
    beta2: float


SINGLE = Rates(1.0, 0.9, 0.999)  # for one view


def scaled(batch: int) -> Rates:
    """Give the settings for a batch of views that match as many single steps: η√b, β₁ᵇ, β₂ᵇ."""
    return Rates(SINGLE.learning * batch**0.5, SINGLE.beta1**batch, SINGLE.beta2**batch)
