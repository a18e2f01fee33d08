"""The site's monogram out of more and more Gaussians, as pixels of the model and as soft ellipses."""

from functools import cache

import drawsvg
import numpy as np
from sphinx_computed_figures.figure import Figure, Panel

from research.figures.chart import Canvas, number
from research.models.splatting import Array, fit, monogram, opacity, psnr, render

SIZE = 48  # pixels
COUNTS = {10: 300, 100: 200, 1000: 60}  # steps of descent for each number of Gaussians
REACH = 3.0  # radii at which a Gaussian ends
LEVELS = 12  # of ink


@cache
def fitted(count: int) -> tuple[Array, float]:
    """Give the picture that so many Gaussians make when they are fitted, and its PSNR in dB."""
    target = monogram(SIZE).astype(np.float32)
    picture = render(fit(target, count, COUNTS[count]), SIZE).picture
    return picture, psnr(picture, target)


def growth() -> Figure:
    """Show the monogram made of 10, 100 and 1,000 Gaussians."""
    quality = {count: fitted(count)[1] for count in COUNTS}
    return Figure(
        panels=tuple(
            Panel(
                title=f"{count:,} Gaussians: {quality[count]:.1f} dB",
                description=f"The letters H and Z in a ring, made of {count:,} soft ellipses: {quality[count]:.1f} dB.",
                svg=pixels(fitted(count)[0], "c1"),
            )
            for count in COUNTS
        ),
        header=("Gaussians", "Numbers in all", "PSNR"),
        rows=tuple((f"{count:,}", f"{6 * count:,}", f"{quality[count]:.1f} dB") for count in COUNTS),
    )


def pixels(picture: Array, look: str) -> str:
    """Draw a picture of values from 0 to 1: for each level of ink one path, with a run of pixels after the other."""
    canvas = Canvas(len(picture), len(picture))
    levels = np.rint(np.clip(picture, 0, 1) * LEVELS).astype(int)
    for level in range(1, LEVELS + 1):
        runs = []
        for y, row in enumerate(levels == level):
            edges = np.flatnonzero(np.diff(np.concatenate([[False], row, [False]]).astype(int)))
            runs += [f"M{start} {y}h{end - start}v1H{start}z" for start, end in edges.reshape(-1, 2)]
        if runs:
            canvas.path("".join(runs), f"{look} fill", fill_opacity=number(level / LEVELS, 3))
    return canvas.svg()


def soft_ellipses(canvas: Canvas, gaussians: Array) -> None:
    """Lay Gaussians over each other on a canvas of pixels."""
    bell = _bell()
    with canvas.group("gaussians"):
        for gaussian, strength in zip(gaussians, opacity(gaussians), strict=True):
            canvas.add(_soft_ellipse(gaussian, float(strength), bell))


def _soft_ellipse(gaussian: Array, strength: float, bell: drawsvg.RadialGradient) -> drawsvg.DrawingBasicElement:
    x, y, across, along, angle = (float(value) for value in gaussian[:5])
    cos, sin = np.cos(angle) * REACH, np.sin(angle) * REACH
    a, b, c, d = np.exp(across) * cos, np.exp(across) * sin, -np.exp(along) * sin, np.exp(along) * cos
    matrix = " ".join(number(value, 2) for value in (a, b, c, d, x, y))
    return drawsvg.Circle(0, 0, 1, fill=bell, transform=f"matrix({matrix})", fill_opacity=number(strength, 2))


def _bell() -> drawsvg.RadialGradient:
    bell = drawsvg.RadialGradient("0", "0", "1", id="bell")
    for step in range(11):
        height = np.exp(-0.5 * (REACH * step / 10) ** 2) if step < 10 else 0.0
        bell.add_stop(number(step / 10), "currentColor", opacity=number(height, 3), class_="c1 ink")
    return bell
