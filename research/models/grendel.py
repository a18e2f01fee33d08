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


def picture(count: int = 4_000, seed: int = 2) -> Splats:
    """Give the projected Gaussians of a street scene: dense in a few places and at the bottom, sparse in the sky."""
    random = np.random.default_rng(seed)
    width, height = COLUMNS * BLOCK, ROWS * BLOCK
    spots = np.array([[0.22, 0.55, 0.07], [0.62, 0.42, 0.05], [0.82, 0.68, 0.09], [0.45, 0.78, 0.16]])
    which = random.choice(len(spots) + 1, count, p=[0.24, 0.2, 0.22, 0.2, 0.14])
    centers = np.column_stack([random.random(count), random.beta(3, 1.6, count)])
    near = which < len(spots)
    centers[near] = spots[which[near], :2] + spots[which[near], 2:] * random.standard_normal((int(near.sum()), 2))
    centers = np.clip(centers, 0, 0.999) * [width, height]
    return Splats(centers, np.exp(random.normal(1.0, 0.7, count)))


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
