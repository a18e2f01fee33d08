"""The pictures of the research themes on the home page, drawn like those of the papers: `make pictures` writes them."""

import sys
from collections.abc import Callable
from pathlib import Path

import drawsvg
import numpy as np

from research.figures.cards import ACCENT, COOL, GREY, HEIGHT, WARM, WIDTH
from research.figures.chart import Canvas, dotted, number
from research.models import clm, fused_gemm, splatting

SPLATS, STEPS, SIZE = 60, 200, 48  # Gaussians, steps of descent, pixels
RING = 17  # pixels from the middle
REACH = 2.2  # radii at which an ellipse is drawn
TILES, RATIO = 8, 0.8  # of the product, and transfer to computation
POINTS = 90  # of each thing in the scene


def splats() -> str:
    """Show the monogram as outlines of the Gaussians that it is made of."""
    canvas = _canvas()
    scale, left = number(HEIGHT / SIZE, 3), number((WIDTH - HEIGHT) / 2)
    with canvas.group("", transform=f"matrix({scale} 0 0 {scale} {left} 0)"):
        for x, y, across, along, angle, *_ in splatting.fit(splatting.monogram(SIZE), SPLATS, STEPS):
            radii = [number(REACH * float(np.exp(each)), 1) for each in (across, along)]
            turn = f"translate({number(x, 1)} {number(y, 1)}) rotate({number(np.degrees(angle), 0)})"
            color = ACCENT if np.hypot(x - SIZE / 2, y - SIZE / 2) < RING else GREY
            canvas.add(drawsvg.Ellipse(0, 0, *radii, fill=color, fill_opacity=".45", transform=turn))
    return canvas.svg() + "\n"


def views() -> str:
    """Show a large scene from above, and what two cameras see of it."""
    chance = np.random.default_rng(3)
    points = chance.random((600, 2)) * (WIDTH, HEIGHT)
    canvas = _canvas()
    seen = np.zeros(len(points), dtype=bool)
    for (x, y), angle, color in (((60.0, 226.0), -0.75, ACCENT), ((420.0, 60.0), 2.55, WARM)):
        corners = [(x, y), *((x + 190 * np.cos(a), y + 190 * np.sin(a)) for a in (angle - 0.32, angle + 0.32))]
        away = points - (x, y)
        turn = np.abs((np.arctan2(away[:, 1], away[:, 0]) - angle + np.pi) % (2 * np.pi) - np.pi)
        inside = (turn < 0.32) & (away @ (np.cos(angle), np.sin(angle)) < 190 * np.cos(0.32))
        canvas.path(_closed(corners), "", fill=color, fill_opacity=".15")
        _dots(canvas, points[inside], color)
        seen |= inside
    _dots(canvas, points[~seen], GREY)
    return canvas.svg() + "\n"


def overlap() -> str:
    """Show tiles that are computed and then sent, and below them tiles sent as soon as each is done."""
    lines = (fused_gemm.separate(TILES, RATIO), fused_gemm.fused(TILES, RATIO))
    across = (WIDTH - 40) / lines[0].end
    canvas = _canvas()
    for top, line in zip((40.0, 150.0), lines, strict=True):
        for spans, y, color in ((line.compute, top, ACCENT), (line.send, top + 42, WARM)):
            d = "".join(
                f"M{number(20 + span.start * across + 1)} {number(y)}H{number(20 + span.end * across - 1)}"
                for span in spans
            )
            canvas.path(d, "", stroke=color, stroke_width="34")
    return canvas.svg() + "\n"


def things() -> str:
    """Show points of a room: a floor, a table and a lamp, each in its color."""
    chance = np.random.default_rng(7)
    canvas = _canvas()
    floor = np.stack([chance.uniform(-1, 1, 2 * POINTS), np.zeros(2 * POINTS), chance.uniform(-1, 1, 2 * POINTS)])
    table = np.stack([chance.uniform(-0.75, 0.1, POINTS), np.full(POINTS, 0.45), chance.uniform(-0.4, 0.4, POINTS)])
    round_ = chance.uniform(0, 2 * np.pi, POINTS)
    height = chance.uniform(0, 1, POINTS)
    lamp = np.stack([0.6 + 0.22 * height * np.cos(round_), 1.15 - 0.4 * height, 0.22 * height * np.sin(round_)])
    legs = np.stack([np.repeat((-0.72, 0.07, 0.6), 14), np.tile(np.linspace(0.02, 0.75, 14), 3), np.zeros(42)])
    legs[1, :28] *= 0.58
    for (x, y, z), color in ((floor, GREY), (table, ACCENT), (legs, COOL), (lamp, WARM)):
        _dots(canvas, np.stack([232 + 185 * x + 45 * z, 212 - 165 * y - 48 * z], axis=1), color, size=5)
    return canvas.svg() + "\n"


def _dots(canvas: Canvas, points: clm.Array, color: str, size: float = 4.5) -> None:
    canvas.path(dotted(points, 0), "", stroke=color, stroke_width=number(size), stroke_linecap="round")


def _closed(corners: list[tuple[float, float]]) -> str:
    return "M" + " ".join(f"{number(x)} {number(y)}" for x, y in corners) + "z"


def _canvas() -> Canvas:
    return Canvas(HEIGHT, WIDTH)


PICTURES: dict[str, Callable[[], str]] = {
    "theme-splats.svg": splats,
    "theme-views.svg": views,
    "theme-overlap.svg": overlap,
    "theme-things.svg": things,
}


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    for name, draw in PICTURES.items():
        (folder / name).write_text(draw(), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
