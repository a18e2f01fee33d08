"""Pictures of Gaian's question: the same scene placed at random and by locality, colored by owner."""

import numpy as np
from sphinx_computed_figures.figure import Figure, Panel

from research.figures.chart import WIDTH, Canvas, number
from research.models import gaian

SIDE = 316.0
COLORS = ("c1", "c2", "c3", "c4")
# How a point of each GPU is drawn, the second mark beside the color: a dot, a square, an upright and a slanting cross.
SHAPES = (
    ("h0", 4, "round"),
    ("h0", 3.6, "square"),
    ("h4m-2-2v4", 1.4, "butt"),
    ("l3.2 3.2m0-3.2l-3.2 3.2", 1.4, "butt"),
)
STARTS = (0.0, 0.0), (0.0, 0.0), (-2.0, 0.0), (-1.6, -1.6)


def placement() -> Figure:
    """Show points and views by owner, with the reads that reach another GPU and the views that each GPU renders."""
    scene = gaian.scene()
    ways = {"At random": gaian.at_random(scene, len(COLORS)), "By locality": gaian.by_locality(scene, len(COLORS))}
    counts = {name: gaian.count(scene, way) for name, way in ways.items()}
    views = {name: gaian.views_each(way, len(COLORS)) for name, way in ways.items()}
    return Figure(
        panels=tuple(
            Panel(
                title=f"{name}: {counts[name].remote / counts[name].all:.0%} of the reads are remote",
                description=f"Points in clusters and circles for the views, in the colors of four GPUs, {words}. "
                f"{counts[name].remote:,} of {counts[name].all:,} reads reach another GPU; "
                f"the busiest GPU renders {views[name].max()} views, the mean is {views[name].mean():g}.",
                svg=_drawn(scene, ways[name]),
            )
            for name, words in (("At random", "mixed everywhere"), ("By locality", "each in a region of its own"))
        ),
        header=("Placement", "GPUs", "Reads", "Remote reads", "Share", "Views of the busiest GPU", "Mean"),
        rows=tuple(
            row
            for gpus in (2, 4, 8)
            for row in (
                _row(scene, "at random", gaian.at_random(scene, gpus), gpus),
                _row(scene, "by locality", gaian.by_locality(scene, gpus), gpus),
            )
        ),
    )


def _row(scene: gaian.Scene, name: str, way: gaian.Placement, gpus: int) -> tuple[str, ...]:
    count, views = gaian.count(scene, way), gaian.views_each(way, gpus)
    reads = (f"{count.all:,}", f"{count.remote:,}", f"{count.remote / count.all:.0%}")
    return name, str(gpus), *reads, str(views.max()), f"{views.mean():g}"


def _drawn(scene: gaian.Scene, way: gaian.Placement) -> str:
    margin = scene.radius * SIDE  # so far a view may reach over the edge
    canvas = Canvas(SIDE + 2 * margin + 64)
    canvas.shift(0, margin)
    for gpu, color in enumerate(COLORS):
        _points(canvas, [_place(point) for point in scene.points[way.points == gpu]], gpu)
        for view in scene.views[way.views == gpu]:
            canvas.circle(*_place(view), margin, f"{color} ring")
    names: list[tuple[float, float]] = []
    for view, gpu in zip(scene.views, way.views, strict=True):
        names.append(_free(_place(view), margin, names))
        canvas.text(names[-1][0], names[-1][1] + 5, str(gpu + 1), f"{COLORS[gpu]} fill halo strong", "middle")
    for gpu, views in enumerate(gaian.views_each(way, len(COLORS))):
        x, y = gpu * WIDTH / len(COLORS), SIDE + margin + 22
        with canvas.group("", transform=f"matrix(2 0 0 2 {number(x + 7)} {number(y)})"):
            _points(canvas, [(0, 0)], gpu)
        canvas.text(x + 18, y + 5, f"GPU {gpu + 1}")
        canvas.text(x + 18, y + 22, f"{views} views", "quiet")
    return canvas.svg()


def _free(center: tuple[float, float], radius: float, taken: list[tuple[float, float]]) -> tuple[float, float]:
    """Give the place on a ring that is furthest from the names of others."""
    turns = np.arange(12) / 6 * np.pi
    places = np.column_stack([center[0] + radius * np.sin(turns), center[1] - radius * np.cos(turns)])
    if not taken:
        return float(places[0][0]), float(places[0][1])
    apart = np.hypot(*(places[:, None] - np.array(taken)[None]).transpose(2, 0, 1)).min(axis=1)
    x, y = places[int(np.argmax(np.minimum(apart, 20)))]  # the first that is far enough
    return float(x), float(y)


def _points(canvas: Canvas, points: list[tuple[float, float]], gpu: int) -> None:
    (shape, width, ends), (dx, dy) = SHAPES[gpu], STARTS[gpu]
    d = "".join(f"M{number(x + dx)} {number(y + dy)}{shape}" for x, y in points)
    look = {"fill": "none", "stroke": "currentColor", "stroke_width": number(width), "stroke_linecap": ends}
    canvas.path(d, f"{COLORS[gpu]} ink", **look)


def _place(point: gaian.Array) -> tuple[float, float]:
    return (WIDTH - SIDE) / 2 + float(point[0]) * SIDE, SIDE - float(point[1]) * SIDE
