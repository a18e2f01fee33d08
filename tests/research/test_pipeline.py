"""Pipelines: the published clocks, and transfers that are hidden or not."""

import itertools

import pytest

from research.models import pipeline


def clocks(eager: bool) -> dict[int, str]:
    passes = pipeline.run(3, 6, eager)
    return {
        clock: " ".join(f"{each.kind}({each.batch},{each.stage})" for each in passes if each.start == clock)
        for clock in range(7)
    }


def test_the_eager_schedule_is_that_of_the_published_docstring() -> None:
    assert clocks(eager=True) == {
        0: "F(0,0)",
        1: "F(1,0) F(0,1)",
        2: "F(2,0) F(1,1) F(0,2)",
        3: "F(3,0) F(2,1) B(0,2)",
        4: "F(4,0) B(0,1) F(1,2)",
        5: "B(0,0) F(3,1) B(1,2)",
        6: "F(5,0) B(1,1) F(2,2)",
    }


def test_1f1b_is_that_of_the_published_docstring() -> None:
    assert clocks(eager=False) == {
        0: "F(0,0)",
        1: "F(1,0) F(0,1)",
        2: "F(2,0) F(1,1) F(0,2)",
        3: "B(0,2)",
        4: "B(0,1) F(1,2)",
        5: "B(0,0) F(2,1) B(1,2)",
        6: "F(3,0) B(1,1) F(2,2)",
    }


@pytest.mark.parametrize("eager", [False, True])
@pytest.mark.parametrize(("stages", "batches"), [(1, 1), (2, 3), (3, 6), (4, 9), (4, 2)])
def test_without_transfers_both_take_the_published_clocks(stages: int, batches: int, eager: bool) -> None:
    passes = pipeline.run(stages, batches, eager)

    assert pipeline.length(passes) == 2 * (stages + batches - 1)
    assert len(passes) == 2 * stages * batches


@pytest.mark.parametrize("overlap", [False, True])
@pytest.mark.parametrize("eager", [False, True])
def test_a_pass_waits_for_its_input_and_its_stage(eager: bool, overlap: bool) -> None:
    passes = pipeline.run(3, 6, eager, transfer=0.5, overlap=overlap)
    ends = {(each.kind, each.batch, each.stage): each.end for each in passes}
    for each in passes:
        before = each.stage - 1 if each.kind == "F" else each.stage + 1
        if 0 <= before < 3:
            assert each.start >= ends[each.kind, each.batch, before] + 0.5
    for stage in range(3):
        own = [each for each in passes if each.stage == stage]
        assert all(later.start >= earlier.end for earlier, later in itertools.pairwise(own))


@pytest.mark.parametrize("transfer", [0.1, 0.5, 1.0])
def test_overlap_helps_and_the_eager_schedule_helps_more(transfer: float) -> None:
    waiting, beside, eager = (
        pipeline.length(pipeline.run(3, 6, eager, transfer, overlap))
        for eager, overlap in ((False, False), (False, True), (True, True))
    )

    assert eager < beside < waiting


def test_the_eager_schedule_keeps_as_many_activations_as_it_warms_up_with() -> None:
    for eager in (False, True):
        passes = pipeline.run(3, 6, eager)
        kept = [pipeline.kept(passes, stage) for stage in range(3)]
        assert kept == [pipeline.warm_up(stage, 3, 6, eager) for stage in range(3)]
