"""Fit it yourself: the model in the browser is the model in Python, and a reader can move it."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from research.models import splatting

MODEL = "research/models/splatting.js"
STEPS = """
const descent = new Descent(given.target, given.size, Float64Array.from(given.gaussians), 150);
const taken = [];
for (let step = 0; step < 100; step++) {
  taken.push({ loss: descent.loss, gaussians: [...descent.gaussians] });
  descent.step();
}
return taken;
"""


@pytest.mark.parametrize(("count", "seed"), [(10, 1), (100, 0), (300, 2)])
def test_a_hundred_steps_in_the_browser_are_those_of_python(model: Callable[..., Any], count: int, seed: int) -> None:
    target = splatting.monogram(24)
    start = splatting.scatter(target, count, seed)
    given = {"target": target.ravel().tolist(), "size": 24, "gaussians": start.ravel().tolist()}
    taken = model(STEPS, given, MODEL)

    for theirs, (loss, gaussians) in zip(taken, splatting.descent(target, start, 150), strict=False):
        assert theirs["loss"] == pytest.approx(loss, abs=1e-4)
        assert np.abs(np.reshape(theirs["gaussians"], (-1, 6)) - gaussians).max() < 1e-4
    assert len(taken) == 100
