"""Pictures of Grendel's model: an image cut among GPUs, and what they send each other."""

import base64
from functools import cache

import numpy as np
from sphinx_computed_figures.controls import Choice, Kept, Slider
from sphinx_computed_figures.figure import Figure, Panel, Script

from research.figures.chart import WIDTH, Canvas, Scale, axis_below, axis_left, hatching, number
from research.models import grendel

MOST = 8  # GPUs of the exchange
GPUS = 4  # that a reader cuts the image for
CELL = WIDTH / grendel.COLUMNS
IMAGE = CELL * grendel.ROWS  # height on paper
LEVELS = 6  # shades of cost
START = 4  # the camera of the first frame, counted from 1
BAR = Scale(0, 1, 50, 306)
ROW = 34.0  # of a bar
WORDS = {
    "gpu": "GPU {gpu}",
    "share": "{share}%",
    "speed": "{speed}× one GPU",
    "cut": "Cut between GPU {before} and GPU {after}",
    "place": "after block {block}",
    "now": "GPU {gpu} is the slowest, with {share}% of the work: together {speed}× as fast as one.",
}


@cache
def image() -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.bool_]], grendel.Array]:
    """Give which Gaussian touches which block, and the time of each block."""
    touches = grendel.touched(grendel.picture())
    return touches, grendel.cost(touches)


@cache
def visits() -> list[tuple[grendel.Array, grendel.Array]]:
    """Give the times of the blocks for each camera, at its previous visit and at this one."""
    scenes = grendel.before(grendel.street()), grendel.street()
    before, now = (
        [grendel.cost(grendel.touched(grendel.project(scene, at))) for at in grendel.CAMERAS] for scene in scenes
    )
    return list(zip(before, now, strict=True))


def both_cuts(gpus: int) -> tuple[grendel.Cuts, grendel.Cuts]:
    """Give the even cuts and those by cost."""
    times = image()[1]
    return grendel.even_cuts(len(times), gpus), grendel.division_points(times, gpus)


def balance() -> Figure:
    """Let the reader cut the image among four GPUs and see how long each of them takes."""
    times = visits()[START - 1][1]
    even = grendel.even_cuts(len(times), GPUS)
    speed = grendel.speed_up(times, even)
    return Figure(
        panels=(
            Panel(
                title="An image cut among four GPUs",
                description="Blocks of an image, in more color where drawing takes longer, cut into four equal strips.",
                svg=_cut(times, even),
            ),
            Panel(
                title="The time of each GPU",
                description=f"Four bars of very different length: four GPUs are {speed:.2f} times as fast as one.",
                svg=_loads(times, even),
            ),
        ),
        header=("Camera", "Equal areas", "By the times of the previous visit", "By the times themselves"),
        rows=tuple(
            (str(camera), *(f"{grendel.speed_up(now, cuts):.2f}× one GPU" for cuts in _ways(before, now)))
            for camera, (before, now) in enumerate(visits(), 1)
        ),
        script=Script(
            files=("research/models/grendel.js", "research/figures/grendel.js"),
            controls=(
                Choice(
                    key="by",
                    label="Cut",
                    options=(("areas", "Equal areas"), ("times", "Grendel’s cut"), ("hand", "By hand")),
                    start="areas",
                ),
                Slider(
                    key="camera",
                    label="Camera",
                    values=tuple(range(1, len(visits()) + 1)),
                    start=START,
                    names=tuple(f"{at:+.1f} m" if at else "0 m" for at in grendel.CAMERAS),
                ),
                Kept(key="cuts"),
            ),
            said=WORDS["now"].format(**_slowest(times, even)),
            data={"words": WORDS, "times": base64.b64encode(np.array(visits()).astype(np.uint8).tobytes()).decode()},
        ),
    )


def _slowest(times: grendel.Array, cuts: grendel.Cuts) -> dict[str, object]:
    shares = grendel.loads(times, cuts) / times.sum()
    return {"gpu": shares.argmax() + 1, "share": f"{shares.max():.1%}"[:-1], "speed": f"{1 / shares.max():.2f}"}


def _ways(before: grendel.Array, now: grendel.Array) -> tuple[grendel.Cuts, ...]:
    by_times = (grendel.division_points(times, GPUS) for times in (before, now))
    return grendel.even_cuts(len(now), GPUS), *by_times


def _cut(times: grendel.Array, cuts: grendel.Cuts) -> str:
    canvas = Canvas(IMAGE + 30)
    _shades(canvas, times)
    canvas.path("".join(_border(int(cut)) for cut in cuts[1:-1]), "line", "cuts")
    for cut in range(1, GPUS):
        canvas.circle(0, 0, 0, "c0 open", f"knob{cut}")
    for gpu in range(GPUS):
        middle = float(cuts[gpu] + cuts[gpu + 1]) / 2 / grendel.COLUMNS * CELL
        canvas.text(6, middle + 5, WORDS["gpu"].format(gpu=gpu + 1), "halo strong", key=f"name{gpu}")
    canvas.text(0, IMAGE + 22, "little work", "quiet")
    for level in range(LEVELS):
        canvas.rect(80 + 22 * level, IMAGE + 10, 22, 14, "c1 fill", fill_opacity=_opacity(level))
    canvas.text(220, IMAGE + 22, "much work", "quiet")
    return canvas.svg()


def _opacity(level: int) -> str:
    return number(0.08 + 0.7 * level / (LEVELS - 1), 2)


def _shades(canvas: Canvas, times: grendel.Array) -> None:
    """Draw the blocks, the stronger the more they cost; the cheapest level is the ground."""
    shade = np.ceil(times / times.max() * LEVELS).astype(int) - 1
    canvas.rect(0, 0, WIDTH, IMAGE, "c1 fill", fill_opacity=_opacity(0))
    for level in range(1, LEVELS):
        blocks = np.flatnonzero(shade == level)
        d = "".join(_square(*divmod(int(block), grendel.COLUMNS)) for block in blocks)
        canvas.path(d, "c1 fill", f"shade{level}", fill_opacity=_opacity(level))


def _square(row: int, column: int) -> str:
    side = number(CELL)
    return f"M{number(column * CELL)} {number(row * CELL)}h{side}v{side}h-{side}z"


def _border(cut: int) -> str:
    row, column = divmod(cut, grendel.COLUMNS)
    y, below, x = number(row * CELL), number((row + 1) * CELL), number(column * CELL)
    return f"M0 {below}H{x}V{y}H{number(WIDTH)}" if column else f"M0 {y}H{number(WIDTH)}"


def _loads(times: grendel.Array, cuts: grendel.Cuts) -> str:
    canvas = Canvas(GPUS * ROW + 78)
    shares = grendel.loads(times, cuts) / times.sum()
    waiting = hatching()
    for gpu, share in enumerate(shares):
        y, is_slowest = 14 + gpu * ROW, share == shares.max()
        canvas.text(0, y + 17, WORDS["gpu"].format(gpu=gpu + 1))
        canvas.rect(50, y, BAR(share) - 50, 24, f"{'c3' if is_slowest else 'c1'} fill", f"bar{gpu}")
        canvas.rect(BAR(share), y, BAR(shares.max()) - BAR(share), 24, "c0 ink", f"wait{gpu}", fill=waiting)
        canvas.text(
            BAR(shares.max()) + 6,
            y + 17,
            WORDS["share"].format(share=f"{share:.1%}"[:-1]),
            "strong halo",
            key=f"share{gpu}",
        )
    canvas.line([(BAR(1 / GPUS), 4), (BAR(1 / GPUS), GPUS * ROW + 10)], "line dashed")
    y = GPUS * ROW + 28
    canvas.text(BAR(1 / GPUS), y, "a quarter of the work", "quiet", "middle")
    canvas.rect(0, y + 17, 24, 14, "c0 ink", fill=waiting)
    canvas.text(30, y + 29, "waits for the slowest", "quiet")
    canvas.text(WIDTH, y + 29, WORDS["speed"].format(**_slowest(times, cuts)), "strong", "end", "speed")
    return canvas.svg()


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
    across, up = Scale(1, MOST, 30, WIDTH - 92), Scale(0, 1.6, 210, 18)
    axis_left(canvas, up, 30, (0, 0.5, 1, 1.5), WIDTH - 92, "MB")
    axis_below(canvas, across, 210, range(1, MOST + 1), "GPUs", 210)
    for name, color, style in (("everything", "c0", " dashed"), ("sparse", "c1", "")):
        points = [(across(gpus), up(getattr(each, name) / 1e6)) for gpus, each in sent.items()]
        canvas.line(points, f"{color} stroke{style}")
        canvas.dots(points, color, 6)
        canvas.text(points[-1][0] + 8, points[-1][1] + 4, name, f"{color} fill")
    return canvas.svg()
