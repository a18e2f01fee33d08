"""What a view of the city of Gaussians needs: how much of it, what is loaded for it, what lies on other GPUs.

CLM's question is put to the city of `city.py` with the cameras, the frustum, the traffic and the bytes of `clm.py`,
Gaian's with the cuts of `gaian.py`: the simplest that keep together what is near, and not its own.
"""

from functools import cache
from typing import NamedTuple

import numpy as np

from research.models import clm, gaian
from research.models.city import city
from research.models.gaussians import UNIT, reaches

ALL = clm.FLOATS * clm.BYTES  # bytes of a Gaussian's parameters
STATE = sum(clm.state("gpu-only"))  # of all that training keeps of it
OFFLOADED = ALL - clm.KEPT * clm.BYTES  # of those that wait in the memory of the host


class Batch(NamedTuple):
    """The cameras of a batch, what each needs (views, N), and orders: CLM's (`clm`) and the one of chance (`drawn`)."""

    cameras: list[clm.Camera]
    sets: clm.Sets
    orders: dict[str, list[int]]

    @property
    def tour(self) -> list[int]:
        """CLM's order."""
        return self.orders["clm"]


@cache
def batch() -> Batch:
    """Give the views of one flight over the city."""
    cameras = clm.flight()
    sets = np.array([needed(camera) for camera in cameras])
    found = clm.tours(sets)
    return Batch(cameras, sets, {"clm": found[-1], "drawn": found[0]})


def needed(camera: clm.Camera) -> clm.Sets:
    """Say which Gaussians reach into the frustum of a camera, shape (N,)."""
    gaussians = city()
    return clm.in_view(gaussians.centers * UNIT, camera, reaches()[gaussians.shapes])


def on_gpu(count: int, in_view: int) -> int:
    """Give the bytes that CLM holds on the GPU for one view: all that stays, and what is loaded with its gradients."""
    return count * clm.state("clm").gpu + in_view * 2 * OFFLOADED


def shuffled(count: int, gpus: int) -> gaian.Owners:
    """Deal out points as if at random: the GPU of each is the rest of a hash, the finalizer of MurmurHash3."""
    mixed = np.arange(count, dtype=np.uint32)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35), (16, 1)):
        mixed = (mixed ^ (mixed >> np.uint32(shift))) * np.uint32(factor)
    return np.asarray(mixed % gpus, dtype=np.int64)


def by_place(gpus: int) -> gaian.Owners:
    """Cut the city, seen from above, into as many parts as GPUs."""
    return gaian.cut(city().centers[:, :2].astype(float), gpus)


def remote(sets: clm.Sets, owners: gaian.Owners, gpus: int) -> list[int]:
    """Give for each view how many of its Gaussians lie on other GPUs than the one that holds most of them."""
    homes = gaian.nearest(sets, owners, gpus)
    return [int(np.sum(owners[row] != home)) for row, home in zip(sets, homes, strict=True)]
