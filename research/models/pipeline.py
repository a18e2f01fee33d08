"""Pipelines of stages: 1F1B, its eager variant, and the time that transfers between stages add to them.

B microbatches run forward through P stages and back. A forward or backward pass of a stage takes one unit.
Source: the numbers of warm-up passes and the clocks are those of schedules.py of Alpa; the run with transfers is a
model made here.
"""

from typing import NamedTuple


class Pass(NamedTuple):
    """One pass of a microbatch through a stage, and when; `kind` is F or B."""

    kind: str
    batch: int
    stage: int
    start: float
    end: float


def warm_up(stage: int, stages: int, batches: int, eager: bool) -> int:
    """Give how many forward passes a stage makes before its first backward pass."""
    return min(batches, 2 * (stages - stage) - 1 if eager else stages - stage)


def order(stage: int, stages: int, batches: int, eager: bool) -> list[tuple[str, int]]:
    """Give the passes of a stage in order: the warm-up, then one backward and one forward in turn."""
    ahead = warm_up(stage, stages, batches, eager)
    passes = [("F", batch) for batch in range(ahead)]
    for batch in range(batches):
        passes.append(("B", batch))
        if ahead + batch < batches:
            passes.append(("F", ahead + batch))
    return passes


def run(stages: int, batches: int, eager: bool, transfer: float = 0.0, overlap: bool = True) -> list[Pass]:
    """Start each pass when its stage is free and its input is there.

    A transfer between neighbors takes `transfer` units. Without overlap the sender waits until it has arrived.
    """
    queues = [order(stage, stages, batches, eager) for stage in range(stages)]
    free, done, passes = [0.0] * stages, dict[tuple[str, int, int], float](), list[Pass]()
    while any(queues):
        for stage, queue in enumerate(queues):
            while queue:
                kind, batch = queue[0]
                ready = _input(kind, batch, stage, stages, transfer, done)
                if ready is None:
                    break
                start = max(free[stage], ready)
                done[kind, batch, stage] = start + 1
                passes.append(Pass(kind, batch, stage, start, start + 1))
                sends = stage < stages - 1 if kind == "F" else stage > 0
                free[stage] = start + 1 + (transfer if sends and not overlap else 0)
                queue.pop(0)
    return sorted(passes, key=lambda each: (each.start, each.stage))


def _input(
    kind: str, batch: int, stage: int, stages: int, transfer: float, done: dict[tuple[str, int, int], float]
) -> float | None:
    """Give when the input of a pass is there; None where that is not known yet."""
    if kind == "F" and stage == 0:
        return 0.0
    if kind == "B" and stage == stages - 1:
        return done.get(("F", batch, stage))
    made = done.get((kind, batch, stage - 1 if kind == "F" else stage + 1))
    return None if made is None else made + transfer


class Transfer(NamedTuple):
    """What goes from a stage to its neighbor after a pass, and when."""

    source: int
    target: int
    start: float
    end: float


def transfers(passes: list[Pass], stages: int, transfer: float) -> list[Transfer]:
    """Give what goes to a neighbor after each pass."""
    sent = [
        Transfer(each.stage, each.stage + (1 if each.kind == "F" else -1), each.end, each.end + transfer)
        for each in passes
    ]
    return [each for each in sent if 0 <= each.target < stages]


def idle(passes: list[Pass], stage: int) -> list[tuple[float, float]]:
    """Give when a stage computes nothing, from 0 to the end of the last pass."""
    own = [each for each in passes if each.stage == stage]
    gaps = zip([0.0, *(each.end for each in own)], [*(each.start for each in own), length(passes)], strict=True)
    return [(start, end) for start, end in gaps if end > start]


def length(passes: list[Pass]) -> float:
    """Give when the last pass ends."""
    return max(each.end for each in passes)


def kept(passes: list[Pass], stage: int) -> int:
    """Give the most microbatches whose activations a stage keeps at a time."""
    most = now = 0
    for each in passes:
        if each.stage == stage:
            now += 1 if each.kind == "F" else -1
            most = max(most, now)
    return most
