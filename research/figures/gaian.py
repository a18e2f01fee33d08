"""Pictures of Gaian's question: the same scene placed at random and by locality, colored by owner."""

from sphinx_computed_figures.figure import Figure, Panel

from research.figures.chart import WIDTH, Canvas
from research.models import gaian

SIDE = 300.0
LEFT = (WIDTH - SIDE) / 2
COLORS = ("c1", "c2", "c3", "c4")


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
    canvas = Canvas(SIDE + 2 * margin + 36)
    canvas.shift(0, margin)
    for gpu, color in enumerate(COLORS):
        canvas.dots((_place(point) for point in scene.points[way.points == gpu]), color, 4)
        for view in scene.views[way.views == gpu]:
            canvas.circle(*_place(view), scene.radius * SIDE, f"{color} ring")
    for gpu, (color, views) in enumerate(zip(COLORS, gaian.views_each(way, len(COLORS)), strict=True)):
        x, y = gpu * WIDTH / len(COLORS), SIDE + margin + 10
        canvas.circle(x + 6, y, 5, f"{color} fill")
        canvas.text(x + 16, y + 4, f"GPU {gpu + 1}", "small")
        canvas.text(x + 16, y + 19, f"{views} views", "quiet small")
    return canvas.svg()


def _place(point: gaian.Array) -> tuple[float, float]:
    return LEFT + float(point[0]) * SIDE, SIDE - float(point[1]) * SIDE
