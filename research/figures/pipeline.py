"""A pipeline that runs: its passes, transfers and idle time, and what each stage keeps in memory meanwhile."""

import drawsvg
from sphinx_computed_figures.controls import Choice, Kept, Player, Slider
from sphinx_computed_figures.figure import Figure, Panel, Script

from research.figures.chart import WIDTH, Canvas, Scale, hatching, number, polyline
from research.models import pipeline

STAGES, BATCHES, TRANSFER = 3, 6, 0.5
MOST_STAGES = 6
WAYS = {  # what a reader chooses: its name, whether it is eager, whether a stage computes while it sends
    "waits": ("Sender waits", False, False),
    "beside": ("Sends beside", False, True),
    "eager": ("Eager", True, True),
}
WORDS = {
    "playhead": "Playhead",
    "stage": "stage {stage}",
    "most": "at most {most}",
    "now-and-most": "{now} of {most}",
    "cost": "{units} units, keeps {most}",
    "at": "{time} of {units} units",
    "whole": "{units} units, stages idle {idle}%; stage 1 keeps up to {most}.",
    "now": "After {time} of {units} units stage 1 keeps {now}.",
}
LEFT, TOP, ROWS = 58.0, 16.0, 192.0  # of the timeline; ROWS is the height of all stages
SQUARE, KEPT_TOP, KEPT_ROWS = 12.0, 26.0, 132.0  # of an activation; top and height of the rows of all stages
BARS, BAR = 182.0, Scale(0, 1, 100, 220)  # top of the three lengths, and the longest of them


def pipelines() -> Figure:
    """Let the reader run a pipeline with transfers that block, transfers that do not, and the eager schedule."""
    runs = {key: _run(key, STAGES, BATCHES, TRANSFER) for key in WAYS}
    lengths = {key: number(pipeline.length(passes)) for key, passes in runs.items()}
    start = next(iter(WAYS))
    return Figure(
        panels=(
            Panel(
                title="Passes, transfers and idle time",
                description=f"Three rows of forward and backward passes with lines between them; idle time is hatched. "
                f"The last pass ends after {lengths[start]} units.",
                svg=_timeline(runs[start], STAGES, TRANSFER),
            ),
            Panel(
                title="What it takes: memory and time",
                description="Squares for the activations that each stage keeps, and a bar for each schedule: "
                + ", ".join(f"{WAYS[key][0].lower()} {units} units" for key, units in lengths.items())
                + ".",
                svg=_costs(runs, start),
            ),
        ),
        header=("Schedule", "Length", "Activations kept by stages 1, 2, 3"),
        rows=tuple(
            (WAYS[key][0], lengths[key], ", ".join(str(pipeline.kept(passes, stage)) for stage in range(STAGES)))
            for key, passes in runs.items()
        ),
        script=Script(
            files=("research/models/pipeline.js", "research/figures/pipeline.js"),
            controls=_controls(start),
            said=WORDS["whole"].format(**_cost(runs[start]), idle=_idle_share(runs[start])),
            data={"words": WORDS},
        ),
    )


def _cost(passes: list[pipeline.Pass]) -> dict[str, object]:
    return {"units": number(pipeline.length(passes), 2), "most": pipeline.kept(passes, 0)}


def _idle_share(passes: list[pipeline.Pass]) -> str:
    return f"{100 * (1 - len(passes) / STAGES / pipeline.length(passes)):.0f}"


def _controls(start: str) -> tuple[Choice | Kept | Player | Slider, ...]:
    options = tuple((key, name) for key, (name, *_) in WAYS.items())
    return (
        Choice(key="schedule", label="1F1B", options=options, start=start),
        Player(),
        Slider(key="stages", label="Stages", values=tuple(range(2, MOST_STAGES + 1)), start=STAGES),
        Slider(key="batches", label="Microbatches", values=tuple(range(1, 13)), start=BATCHES),
        Slider(key="transfer", label="Transfer ÷ compute", values=(0, 0.25, 0.5, 0.75, 1, 1.25, 1.5), start=TRANSFER),
        Kept(key="time"),
    )


def _run(way: str, stages: int, batches: int, transfer: float) -> list[pipeline.Pass]:
    _, eager, overlap = WAYS[way]
    return pipeline.run(stages, batches, eager, transfer, overlap)


def _timeline(passes: list[pipeline.Pass], stages: int, transfer: float) -> str:
    canvas = Canvas(TOP + ROWS + 76)
    end, pitch = pipeline.length(passes), ROWS / stages
    across, height = Scale(0, end, LEFT, WIDTH - 6), min(26.0, pitch - 10)
    hatched = hatching()
    canvas.path(_idle(passes, stages, across, height), "c0 ink", "idle", fill=hatched)
    sent = pipeline.transfers(passes, stages, transfer)
    canvas.path("".join(_arrow(each, across, pitch, height) for each in sent), "c2 stroke", "transfers")
    for kind, look in (("F", "c1 fill"), ("B", "c3 tint edge")):
        boxes = (_box(across, each.start, each.end, each.stage * pitch, height) for each in passes if each.kind == kind)
        canvas.path("".join(boxes), look, kind)
    with canvas.group("numbers"):
        for each in passes:
            middle, y = across(each.start + 0.5), TOP + each.stage * pitch + height / 2 + 5
            canvas.text(middle, y, str(each.batch + 1), "on-colour" if each.kind == "F" else "", "middle")
    for stage in range(MOST_STAGES):
        words = WORDS["stage"].format(stage=stage + 1) if stage < stages else ""
        canvas.text(0, TOP + stage * pitch + height / 2 + 5, words, "quiet", key=f"stage{stage}")
    with canvas.group("ticks"):
        for tick in range(0, int(end) + 1, 5):
            canvas.text(across(tick), TOP + ROWS + 16, str(tick), "quiet", "middle")
    canvas.path("M0 0", "on-colour", "future", fill_opacity="0.7")
    canvas.path("M0 0", "line", "now")
    canvas.circle(0, 0, 0, "c0 open", "knob")
    canvas.text((LEFT + WIDTH) / 2, TOP + ROWS + 34, "units of time; a pass takes one", "quiet", "middle")
    _key(canvas, TOP + ROWS + 58, hatched)
    return canvas.svg()


def _key(canvas: Canvas, y: float, hatched: drawsvg.Pattern) -> None:
    canvas.rect(0, y, 18, 14, "c1 fill")
    canvas.rect(90, y, 18, 14, "c3 tint edge")
    canvas.line([(190, y + 2), (208, y + 12)], "c2 stroke")
    canvas.rect(284, y, 18, 14, "c0 ink", fill=hatched)
    for x, words in ((0, "forward"), (90, "backward"), (190, "transfer"), (284, "idle")):
        canvas.text(x + 23, y + 12, words)


def _box(across: Scale, start: float, end: float, y: float, height: float) -> str:
    x, width = number(across(start) + 0.5), number(across(end) - across(start) - 1)
    return f"M{x} {number(TOP + y)}h{width}v{number(height)}h-{width}z"


def _idle(passes: list[pipeline.Pass], stages: int, across: Scale, height: float) -> str:
    return "".join(
        _box(across, *gap, stage * ROWS / stages, height)
        for stage in range(stages)
        for gap in pipeline.idle(passes, stage)
    )


def _arrow(sent: pipeline.Transfer, across: Scale, pitch: float, height: float) -> str:
    """Draw a transfer from the edge of one stage to that of its neighbor."""
    down = sent.target > sent.source
    y = TOP + sent.source * pitch + (height if down else 0)
    to = TOP + sent.target * pitch + (0 if down else height)
    return polyline([(across(sent.start), y), (across(sent.end), to)])


def _costs(runs: dict[str, list[pipeline.Pass]], chosen: str) -> str:
    canvas = Canvas(TOP + ROWS + 76)
    canvas.text(0, 12, "activations kept: filled now, outlined at most", "quiet")
    for stage in range(MOST_STAGES):
        y = KEPT_TOP + stage * min(30, KEPT_ROWS / STAGES)
        most = pipeline.kept(runs[chosen], stage) if stage < STAGES else 0
        words = WORDS["stage"].format(stage=stage + 1) if stage < STAGES else ""
        canvas.text(0, y + 11, words, "quiet", key=f"row{stage}")
        canvas.path(_squares(most, y), "c1 ring", f"most{stage}")
        canvas.path("M0 0", "c1 fill", f"kept{stage}")
        canvas.text(WIDTH, y + 11, WORDS["most"].format(most=most) if most else "", "strong", "end", f"count{stage}")
    longest = max(map(pipeline.length, runs.values()))
    for row, (key, passes) in enumerate(runs.items()):
        y, end = BARS + row * 26, BAR(pipeline.length(passes) / longest)
        canvas.text(0, y + 15, WAYS[key][0])
        canvas.rect(100, y, end - 100, 20, "c1 fill" if key == chosen else "c1 tint", f"length-{key}")
        canvas.text(end + 6, y + 15, WORDS["cost"].format(**_cost(passes)), "halo", key=f"words-{key}")
    canvas.text(0, BARS + 98, "keeps: the activations of stage 1, at most", "quiet")
    return canvas.svg()


def _squares(count: int, y: float) -> str:
    side = number(SQUARE)
    places = (number(LEFT + place * (SQUARE + 4)) for place in range(count))
    return "".join(f"M{x} {number(y)}h{side}v{side}h-{side}z" for x in places)
