"""Pictures of Gaian's question: the same scene placed at random and by locality, coloured by owner."""

from figures.figure import Figure, Panel
from research.figures.chart import WIDTH, Canvas
from research.models import gaian

SIDE = 300.0
LEFT = (WIDTH - SIDE) / 2
COLOURS = ("c1", "c2", "c3", "c4")


def placement() -> Figure:
    """Show points and views by owner, with the reads that reach another GPU."""
    scene = gaian.scene()
    ways = {"At random": gaian.at_random(scene, len(COLOURS)), "By locality": gaian.by_locality(scene, len(COLOURS))}
    counts = {name: gaian.count(scene, way) for name, way in ways.items()}
    return Figure(
        panels=tuple(
            Panel(
                title=f"{name}: {counts[name].remote / counts[name].all:.0%} of the reads are remote",
                description=f"Points in clusters and circles for the views, in the colours of four GPUs, {words}. "
                f"{counts[name].remote:,} of {counts[name].all:,} reads reach another GPU.",
                svg=_drawn(scene, ways[name]),
            )
            for name, words in (("At random", "mixed everywhere"), ("By locality", "each in a region of its own"))
        ),
        header=("Placement", "GPUs", "Reads", "Remote reads", "Share"),
        rows=tuple(
            (name, str(gpus), f"{count.all:,}", f"{count.remote:,}", f"{count.remote / count.all:.0%}")
            for gpus in (2, 4, 8)
            for name, count in (
                ("at random", gaian.count(scene, gaian.at_random(scene, gpus))),
                ("by locality", gaian.count(scene, gaian.by_locality(scene, gpus))),
            )
        ),
    )


def _drawn(scene: gaian.Scene, way: gaian.Placement) -> str:
    canvas = Canvas(SIDE + 24)
    for gpu, colour in enumerate(COLOURS):
        canvas.dots((_place(point) for point in scene.points[way.points == gpu]), colour, 4)
        for view in scene.views[way.views == gpu]:
            canvas.circle(*_place(view), scene.radius * SIDE, f"{colour} ring")
        x = LEFT + gpu * SIDE / len(COLOURS)
        canvas.circle(x + 5, SIDE + 14, 5, f"{colour} fill")
        canvas.text(x + 14, SIDE + 18, f"GPU {gpu + 1}", "small")
    return canvas.svg()


def _place(point: gaian.Array) -> tuple[float, float]:
    return LEFT + float(point[0]) * SIDE, SIDE - float(point[1]) * SIDE
