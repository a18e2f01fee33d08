"""Fit it yourself: the model of splatting in two dimensions, which a reader sets, runs and disturbs."""

from functools import cache
from typing import Any, NamedTuple

import numpy as np
from sphinx_computed_figures.controls import Button, Player, Slider, Switch
from sphinx_computed_figures.figure import Figure, Panel, Script

from research.figures.chart import Canvas, Scale, axis_below, axis_left, number
from research.figures.splatting import SIZE, pixels, soft_ellipses
from research.models import splatting
from research.models.splatting import Array

COUNTS = (10, 15, 20, 30, 40, 50, 60, 80, 100, 120, 150, 180, 200, 250, 300)
FIRST = 100  # Gaussians of the first frame
STEPS = 150
WORDS = {
    "now": "{count} Gaussians, step {step}: {psnr} dB",
    "held": "A Gaussian is held; let it go, and the descent repairs the picture",
    "moved": "A Gaussian is moved: {psnr} dB. Play or step, and the descent repairs the picture",
    "handle": "One Gaussian: arrow keys move it",
}
LAST = 300  # steps that the curve has room for
CURVE = 320.0  # width of the curve's picture
ACROSS, UP = Scale(0, LAST, 30, CURVE - 14), Scale(0, 40, 112, 8)


class Fitted(NamedTuple):
    """The target, where Gaussians are laid at first, and a descent with its PSNR in dB by step."""

    target: Array
    places: Array
    gaussians: Array
    curve: list[float]


def laid(target: Array, places: Array, count: int) -> Array:
    """Give the first of the scattered Gaussians, as large as if they were all; shape (count, 6)."""
    chosen = places[:count].copy()
    chosen[:, 2:4] = splatting.first_radius(target, count)
    return chosen


@cache
def fitted() -> Fitted:
    """Fit the Gaussians of the first frame, from the numbers that the browser gets."""
    target = np.round(splatting.monogram(SIZE), 3)
    places = np.round(splatting.scatter(target, max(COUNTS), seed=0), 3)
    start = laid(target, places, FIRST).astype(np.float32)  # a third of the time, and the same to a tenth of a dB
    taken = list(splatting.descent(target.astype(np.float32), start, STEPS))
    curve = [float(-10 * np.log10(2 * loss / target.size)) for loss, _ in taken]
    return Fitted(target, places, np.round(taken[-1][1], 4), curve)


def explained() -> Figure:
    """Show a fit, with what it is to reach, what it misses and how it came there."""
    target, _, gaussians, curve = fitted()
    error = np.abs(splatting.render(gaussians, SIZE).picture - target)
    return Figure(
        panels=(
            Panel(
                title="Rendering",
                description=f"{FIRST} soft ellipses with their outlines, which lie over each other as the letters H "
                "and Z in a ring.",
                svg=_rendering(gaussians),
            ),
            Panel(title="Target", description="The letters H and Z in a ring, sharp.", svg=pixels(target, "c1")),
            Panel(
                title="Error, doubled",
                description="The edges of the letters and of the ring, where the rendering is off; elsewhere nothing.",
                svg=pixels(2 * error, "c3"),
            ),
            Panel(
                title="PSNR in dB, by step",
                description=f"A line that rises from {curve[0]:.0f} to {curve[-1]:.0f} dB in {STEPS} steps, fast at "
                "first.",
                svg=_curve(curve),
            ),
        ),
        header=("Step", "PSNR"),
        rows=tuple((str(step), f"{curve[step]:.1f} dB") for step in (0, 10, 25, 50, 100, STEPS)),
        script=_script(curve[-1]),
    )


def _script(psnr: float) -> Script:
    return Script(
        files=("research/models/splatting.js", "research/figures/fit.js"),
        controls=(
            Player(),
            Button(key="again", label="Start again"),
            Slider(key="gaussians", label="Gaussians", values=COUNTS, start=FIRST),
            Switch(key="outlines", label="Outlines", start=True),
        ),
        said=WORDS["now"].format(count=FIRST, step=STEPS, psnr=f"{psnr:.1f}"),
        data=_data(),
    )


def _data() -> dict[str, Any]:
    target, places, *_ = fitted()
    return {
        "target": target.ravel().tolist(),
        "places": places[:, [0, 1, 4]].ravel().tolist(),
        "steps": STEPS,
        "last": LAST,
        "across": [ACROSS(0), ACROSS(LAST)],
        "up": [UP(0), UP(40)],
        "words": WORDS,
    }


def _rendering(gaussians: Array) -> str:
    canvas = Canvas(SIZE, SIZE)
    soft_ellipses(canvas, gaussians)
    canvas.path("".join(map(_ellipse, gaussians)), "c2 outline", "outlines")
    return canvas.svg()


def _ellipse(gaussian: Array) -> str:
    """Write the `d` of an ellipse at one radius, as fit.js does."""
    x, y, across, along, angle, _ = gaussian
    wide, high = np.exp(across), np.exp(along)
    dx, dy = wide * np.cos(angle), wide * np.sin(angle)
    arc = f"a{number(wide, 2)} {number(high, 2)} {number(np.degrees(angle))} 0 0 "
    there, back = (f"{number(sign * dx, 2)} {number(sign * dy, 2)}" for sign in (-2, 2))
    return f"M{number(x + dx, 2)} {number(y + dy, 2)}{arc}{there}{arc}{back}"


def _curve(curve: list[float]) -> str:
    canvas = Canvas(146, CURVE)
    axis_left(canvas, UP, ACROSS.start, (0, 10, 20, 30, 40), ACROSS.end)
    axis_below(canvas, ACROSS, UP.start, range(0, LAST + 1, 100), "steps", UP.end, key="tick")
    canvas.line(((ACROSS(step), UP(value)) for step, value in enumerate(curve)), "c1 stroke", "curve")
    return canvas.svg()
