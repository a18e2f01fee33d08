"""Cross-mesh resharding: which slices go from whom to whom, in which order, and how pipelines hide what is left.

A mesh is a shape such as (2, 3): its last axis counts the GPUs of a host, the axes before it the hosts. A layout is a
mesh and one entry per tensor dimension: the mesh axis that it is cut along, or None. Times are units of one element
over one network card; hosts have one card each, and links inside a host are free.

Sources: slices, hosts as the units of a schedule and the rule for its length: evaluate_one_solution() in Alpa's
cross_mesh_resharding.py; the two solvers follow its depth-first search and its randomised greedy method in the idea,
not in the code. The costs of one slice are derived here, see `duration`.
"""

from collections.abc import Iterator
from itertools import pairwise, product
from typing import NamedTuple

import numpy as np

Device = tuple[int, int]  # host, GPU in it


class Layout(NamedTuple):
    """Where a tensor lies: mesh shape, the axis that cuts each dimension, and the number of the first host."""

    mesh: tuple[int, ...]
    axes: tuple[int | None, ...]
    first_host: int = 0


class Slice(NamedTuple):
    """A part of the tensor with one set of senders and one of receivers; size in elements."""

    size: int
    senders: frozenset[Device]
    receivers: frozenset[Device]

    @property
    def sender_hosts(self) -> list[int]:
        """The hosts that can send it."""
        return sorted({host for host, _ in self.senders})

    @property
    def receiver_hosts(self) -> list[int]:
        """The hosts that need it."""
        return sorted({host for host, _ in self.receivers})


def boxes(shape: tuple[int, ...], layout: Layout) -> Iterator[tuple[Device, list[tuple[int, int]]]]:
    """Give for each device the range of each tensor dimension that it holds."""
    for place in np.ndindex(layout.mesh):
        host = layout.first_host + int(np.ravel_multi_index(place[:-1], layout.mesh[:-1]))
        box = [
            (0, length)
            if axis is None
            else (length * place[axis] // layout.mesh[axis], length * (place[axis] + 1) // layout.mesh[axis])
            for length, axis in zip(shape, layout.axes, strict=True)
        ]
        yield (host, place[-1]), box


def slices(shape: tuple[int, ...], source: Layout, target: Layout) -> list[Slice]:
    """Cut the tensor wherever a side cuts it, and put together what has the same senders and receivers."""
    held, wanted = list(boxes(shape, source)), list(boxes(shape, target))
    edges = [sorted({edge for _, box in held + wanted for edge in box[axis]}) for axis in range(len(shape))]
    sizes: dict[tuple[frozenset[Device], frozenset[Device]], int] = {}
    for cell in product(*(pairwise(cuts) for cuts in edges)):
        key = (_holders(held, cell), _holders(wanted, cell))
        sizes[key] = sizes.get(key, 0) + int(np.prod([end - start for start, end in cell]))
    return [Slice(size, *key) for key, size in sizes.items()]


def _holders(
    devices: list[tuple[Device, list[tuple[int, int]]]], cell: tuple[tuple[int, int], ...]
) -> frozenset[Device]:
    return frozenset(
        device
        for device, box in devices
        if all(low <= start and end <= high for (start, end), (low, high) in zip(cell, box, strict=True))
    )


def duration(part: Slice, strategy: str, chunks: int = 16) -> float:
    """Give the time to deliver one slice from one sender to A hosts with B receiving GPUs each.

    Derived here from an alpha-beta view without latency: `send/recv` A·B·t, `all-gather` (inside each host) A·t,
    `broadcast` (in chunks along a ring of hosts) t·(1 + (A - 1) / chunks), where t is the slice's own time. None can be
    shorter than t. The paper has formulas of its own.
    """
    hosts = len(part.receiver_hosts)
    factor = {
        "send/recv": float(len(part.receivers)),
        "all-gather": float(hosts),
        "broadcast": 1 + (hosts - 1) / chunks,
    }[strategy]
    return part.size * factor


class Transfer(NamedTuple):
    """A slice on its way: its number, the sending host, the receiving hosts, start and end."""

    slice: int
    sender: int
    receivers: list[int]
    start: float
    end: float


Plan = list[tuple[int, int]]  # the number of a slice and the host that sends it, in order


def run(parts: list[Slice], plan: Plan, strategy: str) -> list[Transfer]:
    """Start each slice when its sender and all its receivers are free; all are busy until it has arrived."""
    free: dict[int, float] = {}
    transfers = []
    for number, sender in plan:
        hosts = [sender, *parts[number].receiver_hosts]
        start = max(free.get(host, 0.0) for host in hosts)
        end = start + duration(parts[number], strategy)
        free.update(dict.fromkeys(hosts, end))
        transfers.append(Transfer(number, sender, hosts[1:], start, end))
    return transfers


def makespan(parts: list[Slice], plan: Plan, strategy: str = "broadcast") -> float:
    """Give when the last slice of a plan has arrived."""
    return max((transfer.end for transfer in run(parts, plan, strategy)), default=0.0)


def as_listed(parts: list[Slice]) -> Plan:
    """Send the slices in their order, each from the first host that has it."""
    return [(number, part.sender_hosts[0]) for number, part in enumerate(parts)]


def greedy(parts: list[Slice], draws: int = 100, seed: int = 0) -> Plan:
    """Take round after round slices with disjoint hosts, in random order; the best of some draws."""
    random = np.random.default_rng(seed)
    return min((_draw(parts, random) for _ in range(draws)), key=lambda plan: makespan(parts, plan))


def _draw(parts: list[Slice], random: np.random.Generator) -> Plan:
    waiting, plan = [int(number) for number in random.permutation(len(parts))], Plan()
    while waiting:
        busy: set[int] = set()
        for number in list(waiting):
            senders = [host for host in parts[number].sender_hosts if host not in busy]
            if senders and not busy & set(parts[number].receiver_hosts):
                plan.append((number, senders[int(random.integers(len(senders)))]))
                busy |= {plan[-1][1], *parts[number].receiver_hosts}
                waiting.remove(number)
    return plan


def exact(parts: list[Slice], strategy: str = "broadcast") -> Plan:
    """Search all orders and senders depth first, and turn back where a receiver's rest alone is too long."""
    best = as_listed(parts)
    least = makespan(parts, best, strategy)

    def search(plan: Plan, waiting: frozenset[int]) -> None:
        nonlocal best, least
        if not waiting:
            length = makespan(parts, plan, strategy)
            if length < least:
                best, least = plan, length
        elif bound(parts, plan, waiting, strategy) < least:
            for number in sorted(waiting):
                for sender in parts[number].sender_hosts:
                    search([*plan, (number, sender)], waiting - {number})

    search([], frozenset(range(len(parts))))
    return best


def bound(parts: list[Slice], plan: Plan, waiting: frozenset[int], strategy: str) -> float:
    """Give the least time that a begun plan can take: each host has still to receive what waits for it."""
    ends: dict[int, float] = {}
    for transfer in run(parts, plan, strategy):
        ends.update(dict.fromkeys([transfer.sender, *transfer.receivers], transfer.end))
    for number in waiting:
        for host in parts[number].receiver_hosts:
            ends[host] = ends.get(host, 0.0) + duration(parts[number], strategy)
    return max(ends.values(), default=0.0)
