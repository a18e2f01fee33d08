"""Pictures of Grendel's model: an image cut among GPUs, and what they send each other."""

from functools import cache

import numpy as np
from sphinx_computed_figures.figure import Figure, Panel, States

from research.figures.chart import WIDTH, Canvas, Scale, axis_below, axis_left, number
from research.models import grendel

MOST = 8  # GPUs
CELL = WIDTH / grendel.COLUMNS
IMAGE = CELL * grendel.ROWS  # height on paper
ROW = 13.0  # of a bar
LEVELS = 6  # shades of cost


@cache
def image() -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.bool_]], grendel.Array]:
    """Give which Gaussian touches which block, and the time of each block."""
    touches = grendel.touched(grendel.picture())
    return touches, grendel.cost(touches)


def both_cuts(gpus: int) -> tuple[grendel.Cuts, grendel.Cuts]:
    """Give the even cuts and those by cost."""
    times = image()[1]
    return grendel.even_cuts(len(times), gpus), grendel.division_points(times, gpus)


def cuts(gpus: int = 8) -> Figure:
    """Show the image cut evenly and cut by cost, with the load of each GPU."""
    times = image()[1]
    speed = {each: [grendel.speed_up(times, way) for way in both_cuts(each)] for each in range(1, MOST + 1)}
    values = [_targets("even", both_cuts(each)[0]) | _targets("cost", both_cuts(each)[1]) for each in speed]
    return Figure(
        panels=tuple(
            Panel(
                title=title,
                description=f"{words} {gpus} GPUs are {speed[gpus][way]:.2f} times as fast as one.",
                svg=_drawn(key, both_cuts(gpus)[way]),
            )
            for way, (key, title, words) in enumerate(
                (
                    ("even", "Cut into equal areas", "Parts of equal area have bars of very different length."),
                    (
                        "cost",
                        "Cut into equal cost",
                        "Parts of different area have bars of nearly equal length, since the times are known.",
                    ),
                )
            )
        ),
        header=("GPUs", "Speed-up, equal areas", "Speed-up, equal cost"),
        rows=tuple((str(each), f"{even:.2f}", f"{fair:.2f}") for each, (even, fair) in speed.items()),
        states=States(
            label="GPUs",
            names=tuple(f"{each} GPU{'s' * (each > 1)}" for each in speed),
            start=gpus - 1,
            keys=tuple(values[0]),
            values=tuple(tuple(each.values()) for each in values),
        ),
    )


def _drawn(key: str, ways: grendel.Cuts) -> str:
    canvas = Canvas(IMAGE + 30 + MOST * ROW)
    _shades(canvas)
    found = _targets(key, ways)
    canvas.path(found[f"{key}-cuts d"], "line", f"{key}-cuts")
    canvas.text(0, IMAGE + 19, "time of each GPU", "quiet")
    canvas.text(WIDTH, IMAGE + 19, found[f"{key}-speed text"], "strong", "end", f"{key}-speed")
    for gpu in range(MOST):
        y = IMAGE + 28 + gpu * ROW
        canvas.text(0, y + 9, found[f"{key}-name{gpu} text"], key=f"{key}-name{gpu}")
        canvas.rect(38, y, float(found[f"{key}-bar{gpu} width"]), ROW - 4, "c1 fill", f"{key}-bar{gpu}")
    return canvas.svg()


def _shades(canvas: Canvas) -> None:
    """Draw the blocks, the stronger the more they cost; the cheapest level is the ground."""
    times = image()[1]
    shade = np.ceil(times / times.max() * LEVELS).astype(int)
    canvas.rect(0, 0, WIDTH, IMAGE, "c1 pale")
    for level in range(2, LEVELS + 1):
        blocks = np.flatnonzero(shade == level)
        d = "".join(_square(*divmod(int(block), grendel.COLUMNS)) for block in blocks)
        canvas.path(d, "c1 fill", fill_opacity=number(0.04 + 0.7 * (level - 1) / (LEVELS - 1), 2))


def _square(row: int, column: int) -> str:
    side = number(CELL)
    return f"M{number(column * CELL)} {number(row * CELL)}h{side}v{side}h-{side}z"


def _targets(key: str, ways: grendel.Cuts) -> dict[str, str]:
    """Give what the number of GPUs changes: the borders, the bars and the words."""
    times = image()[1]
    loads = grendel.loads(times, ways)
    across = Scale(0, float(times.sum()), 0, WIDTH - 38)
    found = {f"{key}-cuts d": _borders(ways), f"{key}-speed text": f"{grendel.speed_up(times, ways):.2f}× one GPU"}
    # Bars are scaled so that an equal share has the same length for any number of GPUs.
    for gpu in range(MOST):
        is_there = gpu < len(loads)
        share = float(loads[gpu]) * len(loads) / 2.5 if is_there else 0.0
        found[f"{key}-bar{gpu} width"] = number(across(share))
        found[f"{key}-name{gpu} text"] = f"GPU {gpu + 1}" if is_there else ""
    return found


def _borders(ways: grendel.Cuts) -> str:
    parts = [f"M0 0H{number(WIDTH)}V{number(IMAGE)}H0z"]
    for cut in (int(cut) for cut in ways[1:-1]):
        row, column = divmod(cut, grendel.COLUMNS)
        y, below, x = number(row * CELL), number((row + 1) * CELL), number(column * CELL)
        parts.append(f"M0 {below}H{x}V{y}H{number(WIDTH)}" if column else f"M0 {y}H{number(WIDTH)}")
    return "".join(parts)


def traffic() -> Figure:
    """Show what is sent for one image by number of GPUs."""
    touches, times = image()
    sent = {gpus: grendel.traffic(touches, grendel.division_points(times, gpus)) for gpus in range(1, MOST + 1)}
    rows = tuple(
        (str(gpus), f"{each.sparse / 1e3:,.0f}", f"{each.everything / 1e3:,.0f}") for gpus, each in sent.items()
    )
    return Figure(
        panels=(
            Panel(
                title="Sent between GPUs for one image",
                description="Two lines over 1 to 8 GPUs: sending everything grows with each GPU, the sparse exchange "
                "flattens out.",
                svg=_traffic_lines(sent),
            ),
        ),
        header=("GPUs", "Sparse exchange, kB", "Everything to all, kB"),
        rows=rows,
    )


def _traffic_lines(sent: dict[int, grendel.Traffic]) -> str:
    canvas = Canvas(250)
    across, up = Scale(1, MOST, 30, WIDTH - 92), Scale(0, 1.25, 210, 14)
    axis_left(canvas, up, 30, (0, 0.5, 1), WIDTH - 92, "MB")
    axis_below(canvas, across, 210, range(1, MOST + 1), "GPUs", 210)
    for name, color, style in (("everything", "c0", " dashed"), ("sparse", "c1", "")):
        points = [(across(gpus), up(getattr(each, name) / 1e6)) for gpus, each in sent.items()]
        canvas.line(points, f"{color} stroke{style}")
        canvas.dots(points, color, 6)
        canvas.text(points[-1][0] + 8, points[-1][1] + 4, name, f"{color} fill")
    return canvas.svg()
