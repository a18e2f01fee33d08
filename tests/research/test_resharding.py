"""Resharding: slices, the rule for a schedule's length, strategies and solvers."""

from itertools import permutations, product

import numpy as np
import pytest

from research.figures.resharding import length, plans, schedules
from research.models import resharding
from research.models.resharding import Layout, Slice, duration, makespan, slices

SOURCE, TARGET = Layout((2, 3), (1,)), Layout((2, 2, 2), (0,), first_host=2)


def part(size: int, senders: list[int], receivers: list[int], gpus: int = 2) -> Slice:
    return Slice(size, frozenset((h, 0) for h in senders), frozenset((h, g) for h in receivers for g in range(gpus)))


@pytest.mark.parametrize(
    ("shape", "source", "target"),
    [
        ((6,), SOURCE, TARGET),
        ((4, 6), Layout((2, 2), (0, 1)), Layout((3, 2), (None, 0), 2)),
        ((4, 4), Layout((2, 2), (None, None)), Layout((1, 4), (1, None), 2)),
    ],
)
def test_every_element_is_in_the_one_slice_of_its_holders(
    shape: tuple[int, ...], source: Layout, target: Layout
) -> None:
    """By brute force over the elements."""

    def holders(layout: Layout, element: tuple[int, ...]) -> frozenset[tuple[int, int]]:
        return frozenset(
            device
            for device, box in resharding.boxes(shape, layout)
            if all(low <= at < high for at, (low, high) in zip(element, box, strict=True))
        )

    counted: dict[tuple[frozenset[tuple[int, int]], ...], int] = {}
    for element in np.ndindex(shape):
        key = (holders(source, element), holders(target, element))
        counted[key] = counted.get(key, 0) + 1

    assert {(each.senders, each.receivers): each.size for each in slices(shape, source, target)} == counted


def test_a_slice_starts_when_its_sender_and_all_its_receivers_are_free() -> None:
    parts = [part(3, [0], [2]), part(1, [1], [3]), part(2, [1], [2, 3])]
    run = resharding.run(parts, [(0, 0), (1, 1), (2, 1)])

    assert [(each.start, each.end) for each in run] == [(0, 3), (0, 1), (3, 3 + 2 * (1 + 1 / 16))]


def sent(parts: list[Slice], gather: bool) -> float:
    """Give how long copies from the least loaded senders take."""
    out = [each for _, each in resharding.copies(parts, gather)]
    return makespan(out, resharding.least_loaded(out))


@pytest.mark.parametrize(("hosts", "gpus"), list(product((1, 2, 3, 4, 8), (1, 2, 4, 8))))
def test_from_one_sender_a_broadcast_is_no_slower_than_gathering_and_that_no_slower_than_sending(
    hosts: int, gpus: int
) -> None:
    one = part(1, [0], list(range(1, hosts + 1)), gpus)
    broadcast, gather, send = duration(one), sent([one], gather=True), sent([one], gather=False)

    assert 1 <= broadcast <= gather <= send
    assert (broadcast == gather) is (hosts == 1)
    assert (gather, send) == (hosts, hosts * gpus)
    assert broadcast == pytest.approx(1 + (hosts - 1) / 16)


def test_more_chunks_bring_a_broadcast_near_the_lower_bound() -> None:
    assert duration(part(1, [0], [1, 2, 3]), chunks=10_000) == pytest.approx(1, abs=1e-3)


def test_each_gpu_or_with_gathering_each_host_gets_one_copy_of_each_slice_that_it_needs() -> None:
    parts = slices((6,), SOURCE, TARGET)
    for gather in (False, True):
        out = resharding.copies(parts, gather)
        for number, each in enumerate(parts):
            receivers = [copy.receivers for n, copy in out if n == number]
            wanted = {(host, 0) for host, _ in each.receivers} if gather else each.receivers
            assert sorted(receivers, key=sorted) == sorted((frozenset({one}) for one in wanted), key=sorted)
        assert all((copy.size, copy.senders) == (parts[n].size, parts[n].senders) for n, copy in out)


def by_the_rule_of_alpa(gather: bool) -> int:
    """Count the page's case by hand: tile by tile, receiver by receiver, from the GPU that has sent least."""
    tiles = [([2, 3], [(2, 0), (1, 1)]), ([4, 5], [(1, 1), (2, 2)])]  # hosts of a half; its slices: size and GPU
    load = {(host, gpu): 0 for host in (0, 1) for gpu in range(3)}
    free = dict.fromkeys(range(6), 0)
    for hosts, thirds in tiles:
        for receiver in hosts if gather else [host for host in hosts for _ in range(2)]:
            for size, gpu in thirds:
                sender = min([(0, gpu), (1, gpu)], key=lambda device: load[device])
                load[sender] += size
                free[sender[0]] = free[receiver] = max(free[sender[0]], free[receiver]) + size
    return max(free.values())


@pytest.mark.parametrize(("gather", "length"), [(False, 15), (True, 6)])
def test_copies_come_from_the_least_loaded_sender_as_in_alpa(gather: bool, length: int) -> None:
    assert by_the_rule_of_alpa(gather) == length == sent(slices((6,), SOURCE, TARGET), gather)


def test_the_least_loaded_sender_is_never_worse_than_the_first_one_for_equal_copies() -> None:
    out = [part(1, [0, 1, 2], [host]) for host in range(3, 9)]

    assert makespan(out, resharding.as_listed(out)) == 6
    assert makespan(out, resharding.least_loaded(out)) == 2


def test_the_figure_compares_a_broadcast_with_the_senders_of_alpa() -> None:
    lengths = {title: length(transfers) for title, transfers in plans().items()}

    assert list(lengths.values()) == [15, 6, 6.375, 3.1875]
    assert [panel.title.rpartition(": ")[2] for panel in schedules().panels] == ["15", "6", "6.38", "3.19"]
    assert all(panel.title.rpartition(": ")[2] in panel.description for panel in schedules().panels)
    rows = [row for row in schedules().rows if row[0] == "Send to each GPU"]
    assert {row[2] for row in rows} == {"1", "2"}  # both hosts that hold the tensor send
    assert max(float(row[5]) for row in rows) == 15


def test_the_exact_order_is_the_best_of_all() -> None:
    parts = [part(2, [0, 1], [2]), part(1, [0], [2, 3]), part(3, [1], [3]), part(1, [0, 1], [3])]
    everything = (
        list(zip(order, senders, strict=True))
        for order in permutations(range(4))
        for senders in product(*(parts[number].sender_hosts for number in order))
    )

    assert makespan(parts, resharding.exact(parts)) == min(makespan(parts, plan) for plan in everything)


def test_greedy_is_between_the_exact_order_and_the_one_listed() -> None:
    parts = slices((6,), SOURCE, TARGET)
    exact, greedy, listed = (plan(parts) for plan in (resharding.exact, resharding.greedy, resharding.as_listed))

    assert sorted(number for number, _ in greedy) == [0, 1, 2, 3]
    assert makespan(parts, exact) <= makespan(parts, greedy) < makespan(parts, listed)
