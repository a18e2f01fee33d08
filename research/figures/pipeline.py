"""Pictures of a pipeline: transfers that block, transfers beside the computation, and the eager schedule."""

from sphinx_computed_figures.figure import Figure, Panel

from research.figures.chart import WIDTH, Canvas, Scale, number
from research.models import pipeline

STAGES, BATCHES, TRANSFER = 3, 6, 0.5


def pipelines() -> Figure:
    """Show three stages with transfers that block, transfers that do not, and the eager schedule."""
    ways = {
        "1F1B, the sender waits": (False, False),
        "1F1B, sending beside computing": (False, True),
        "Eager 1F1B, sending beside computing": (True, True),
    }
    runs = {name: pipeline.run(STAGES, BATCHES, eager, TRANSFER, overlap) for name, (eager, overlap) in ways.items()}
    lengths = {name: pipeline.length(passes) for name, passes in runs.items()}
    longest = max(lengths.values())
    return Figure(
        panels=tuple(
            Panel(
                title=f"{name}: {number(lengths[name])}",
                description=f"Three rows of forward and backward passes that end after {number(lengths[name])} units.",
                svg=_passes(passes, longest),
            )
            for name, passes in runs.items()
        ),
        header=("Schedule", "Length", "Activations kept by stages 1, 2, 3"),
        rows=tuple(
            (name, number(lengths[name]), ", ".join(str(pipeline.kept(passes, stage)) for stage in range(STAGES)))
            for name, passes in runs.items()
        ),
    )


def _passes(passes: list[pipeline.Pass], longest: float) -> str:
    canvas = Canvas(STAGES * 24 + 22)
    across = Scale(0, longest, 46, WIDTH - 2)
    for stage in range(STAGES):
        canvas.text(38, stage * 24 + 15, f"stage {stage + 1}", "quiet", "end")
        canvas.line([(46, stage * 24 + 11), (WIDTH - 2, stage * 24 + 11)], "grid")
    for each in passes:
        x, width = across(each.start), across(each.end) - across(each.start)
        color = "c1" if each.kind == "F" else "c3"
        canvas.rect(x + 0.4, each.stage * 24 + 1, width - 0.8, 20, f"{color} fill")
        canvas.text(x + width / 2, each.stage * 24 + 15, str(each.batch + 1), "on-colour", "middle")
    y = STAGES * 24 + 14
    for x, color, words in ((46, "c1", "forward"), (116, "c3", "backward")):
        canvas.rect(x, y - 9, 10, 10, f"{color} fill")
        canvas.text(x + 15, y, words)
    return canvas.svg()
