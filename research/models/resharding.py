"""Cross-mesh resharding: which slices go from whom to whom, in which order, and how pipelines hide what is left.

A mesh is a shape such as (2, 3): its last axis counts the GPUs of a host, the axes before it the hosts. A layout is a
mesh and one entry per tensor dimension: the mesh axis that it is cut along, or None. Times are units of one element
over one network card; hosts have one card each, and links inside a host are free.

Sources: slices, hosts as the units of a schedule and the rule for its length: evaluate_one_solution() in Alpa's
cross_mesh_resharding.py; the two solvers follow its depth-first search and its randomized greedy method in the idea,
not in the code. Copies from the least loaded sender: _generate_send_recv_resharding_strategy_by_loads() there, the rule
"normal" of global_env.py, which the paper's benchmark (benchmark/alpa/resharding/suite.py) gives to both ways of
sending; a broadcast of the slices as listed is its "no_loadbalance". The cost of a broadcast is derived here, see
`duration`.
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


def copies(parts: list[Slice], gather: bool = False) -> list[tuple[int, Slice]]:
    """Give what goes out, and its number in `parts`, where nothing is broadcast: a copy for each GPU that needs one.

    With `gather` a host gets one copy and its GPUs share it. Copies go out tile by tile and receiver by receiver.
    """
    found = []
    for tile in dict.fromkeys(part.receivers for part in parts):
        for receiver in sorted({(host, 0) for host, _ in tile} if gather else tile):
            copy = frozenset({receiver})
            found += [
                (n, Slice(part.size, part.senders, copy)) for n, part in enumerate(parts) if part.receivers == tile
            ]
    return found


def duration(part: Slice, chunks: int = 16) -> float:
    """Give the time to deliver one slice from one sender to A hosts, in chunks along a ring: t·(1 + (A - 1) / chunks).

    Derived here from an alpha-beta view without latency, where t is the slice's own time, the least possible. A slice
    for one host takes t. The paper has formulas of its own.
    """
    return part.size * (1 + (len(part.receiver_hosts) - 1) / chunks)


class Transfer(NamedTuple):
    """A slice on its way: its number, the sending host, the receiving hosts, start and end."""

    slice: int
    sender: int
    receivers: list[int]
    start: float
    end: float


Plan = list[tuple[int, int]]  # the number of a slice and the host that sends it, in order


def run(parts: list[Slice], plan: Plan) -> list[Transfer]:
    """Start each slice when its sender and all its receivers are free; all are busy until it has arrived."""
    free: dict[int, float] = {}
    transfers = []
    for number, sender in plan:
        hosts = [sender, *parts[number].receiver_hosts]
        start = max(free.get(host, 0.0) for host in hosts)
        end = start + duration(parts[number])
        free.update(dict.fromkeys(hosts, end))
        transfers.append(Transfer(number, sender, hosts[1:], start, end))
    return transfers


def makespan(parts: list[Slice], plan: Plan) -> float:
    """Give when the last slice of a plan has arrived."""
    return max((transfer.end for transfer in run(parts, plan)), default=0.0)


def as_listed(parts: list[Slice]) -> Plan:
    """Send the slices in their order, each from the first host that has it."""
    return [(number, part.sender_hosts[0]) for number, part in enumerate(parts)]


def least_loaded(parts: list[Slice]) -> Plan:
    """Send the slices in their order, each from the GPU that has sent least so far among those that have it."""
    sent: dict[Device, int] = {}
    plan = Plan()
    for number, part in enumerate(parts):
        sender = min(sorted(part.senders), key=lambda device: sent.get(device, 0))
        sent[sender] = sent.get(sender, 0) + part.size
        plan.append((number, sender[0]))
    return plan


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


def exact(parts: list[Slice]) -> Plan:
    """Search all orders and senders depth first, and turn back where a receiver's rest alone is too long."""
    best = as_listed(parts)
    least = makespan(parts, best)

    def search(plan: Plan, waiting: frozenset[int]) -> None:
        nonlocal best, least
        if not waiting:
            length = makespan(parts, plan)
            if length < least:
                best, least = plan, length
        elif bound(parts, plan, waiting) < least:
            for number in sorted(waiting):
                for sender in parts[number].sender_hosts:
                    search([*plan, (number, sender)], waiting - {number})

    search([], frozenset(range(len(parts))))
    return best


def bound(parts: list[Slice], plan: Plan, waiting: frozenset[int]) -> float:
    """Give the least time that a begun plan can take: each host has still to receive what waits for it."""
    ends: dict[int, float] = {}
    for transfer in run(parts, plan):
        ends.update(dict.fromkeys([transfer.sender, *transfer.receivers], transfer.end))
    for number in waiting:
        for host in parts[number].receiver_hosts:
            ends[host] = ends.get(host, 0.0) + duration(parts[number])
    return max(ends.values(), default=0.0)
