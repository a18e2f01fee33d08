"""The fused product: its gain and its bound."""

import pytest

from research.models import fused_gemm

RATIOS = [0.01, 0.1, 0.5, 0.9, 1.0, 1.1, 2.0, 10.0]


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("tiles", [1, 2, 8, 64])
def test_the_gain_is_at_least_one_and_never_above_the_bound(tiles: int, ratio: float) -> None:
    assert 1 <= fused_gemm.gain(tiles, ratio) <= fused_gemm.bound(ratio)


@pytest.mark.parametrize("ratio", RATIOS)
def test_the_timelines_have_the_lengths_of_the_formulas(ratio: float) -> None:
    assert fused_gemm.separate(8, ratio).end == pytest.approx(8 + 8 * ratio)
    assert fused_gemm.fused(8, ratio).end == pytest.approx(8 + ratio if ratio <= 1 else 1 + 8 * ratio)


@pytest.mark.parametrize("make", [fused_gemm.separate, fused_gemm.fused])
def test_no_tile_is_sent_before_it_is_done_and_no_two_at_a_time(make: object) -> None:
    assert callable(make)
    line = make(8, 0.7)

    assert all(send.start >= compute.end for compute, send in zip(line.compute, line.send, strict=True))
    assert all(later.start >= earlier.end for earlier, later in zip(line.send, line.send[1:], strict=False))


def test_many_tiles_come_near_the_bound() -> None:
    assert fused_gemm.gain(10_000, 0.5) == pytest.approx(fused_gemm.bound(0.5), rel=1e-3)


def test_the_gain_is_highest_where_both_take_equally_long() -> None:
    assert max(RATIOS, key=lambda ratio: fused_gemm.gain(8, ratio)) == 1
    assert fused_gemm.bound(0) == 1
