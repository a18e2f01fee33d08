"""Pictures of the fused product: where the overlap comes from, and how the gain depends on the ratio."""

import numpy as np
from sphinx_computed_figures.figure import Figure, Panel, States

from research.figures.chart import WIDTH, Canvas, Scale, axis_left, number
from research.models import fused_gemm as model

RATIOS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)
LEFT = 66.0
ROWS = {"separate": 26.0, "fused": 114.0}  # top of each timeline
HEIGHT = 24.0

ACROSS = Scale(np.log2(0.1), np.log2(4), 40, WIDTH - 10)
UP = Scale(1, 2, 184, 28)


def overlap(tiles: int = 8, ratio: float = 0.5) -> Figure:
    """Show both timelines for a ratio of transfer to computation, and the gain for all ratios."""
    states = [_targets(tiles, each) for each in RATIOS]
    gains = {each: model.gain(tiles, each) for each in RATIOS}
    return Figure(
        panels=(
            Panel(
                title=f"A product of {tiles} tiles, computed and sent",
                description=f"Two timelines. Sending after the last tile takes the whole width; sending each tile as "
                f"soon as it is done ends earlier: {gains[ratio]:.2f} times as fast at a ratio of {ratio:g}.",
                svg=_timelines(tiles, ratio),
            ),
            Panel(
                title="Times as fast, by transfer ÷ computation",
                description="The gain rises to its highest where both take equally long, and falls again; "
                "it stays below the bound for any number of tiles.",
                svg=_gains(tiles, ratio),
            ),
        ),
        header=("Transfer ÷ computation", "Gain", "Bound"),
        rows=tuple((f"{each:g}", f"{gain:.2f}", f"{model.bound(each):.2f}") for each, gain in gains.items()),
        states=States(
            label="Transfer ÷ computation",
            names=tuple(f"{each:g}: {gain:.2f} times as fast" for each, gain in gains.items()),
            start=RATIOS.index(ratio),
            keys=tuple(states[0]),
            values=tuple(tuple(each.values()) for each in states),
        ),
    )


def _targets(tiles: int, ratio: float) -> dict[str, str]:
    """Give what the ratio changes."""
    lines = {"separate": model.separate(tiles, ratio), "fused": model.fused(tiles, ratio)}
    across = Scale(0, lines["separate"].end, LEFT, WIDTH)
    found = {}
    for name, line in lines.items():
        found[f"{name}-compute d"] = _blocks(line.compute, across, ROWS[name])
        found[f"{name}-send d"] = _blocks(line.send, across, ROWS[name] + HEIGHT + 3)
    end = across(lines["fused"].end)
    found["end x"] = number(end)
    found["saved text"] = f"{model.gain(tiles, ratio):.2f}× as fast"
    found["saved x"] = number(max(end - 4, LEFT + 100))
    found["dot cx"], found["dot cy"] = number(ACROSS(np.log2(ratio))), number(UP(model.gain(tiles, ratio)))
    return found


def _blocks(spans: list[model.Span], across: Scale, y: float) -> str:
    return "".join(
        f"M{number(across(span.start) + 0.5)} {number(y)}H{number(across(span.end) - 0.5)}v{number(HEIGHT)}"
        f"H{number(across(span.start) + 0.5)}z"
        for span in spans
    )


def _timelines(tiles: int, ratio: float) -> str:
    canvas = Canvas(224)
    found = _targets(tiles, ratio)
    for name, words in (("separate", "Send after the last tile"), ("fused", "Send each tile when it is done")):
        y = ROWS[name]
        canvas.text(LEFT, y - 8, words)
        canvas.text(LEFT - 8, y + 16, "compute", "c1 fill", "end")
        canvas.text(LEFT - 8, y + HEIGHT + 19, "send", "c3 fill", "end")
        canvas.path(found[f"{name}-compute d"], "c1 fill", f"{name}-compute")
        canvas.path(found[f"{name}-send d"], "c3 fill", f"{name}-send")
    canvas.rect(float(found["end x"]), ROWS["fused"] - 2, 1.5, 2 * HEIGHT + 10, "c0 fill", "end")
    canvas.text(float(found["saved x"]), ROWS["fused"] + 2 * HEIGHT + 24, found["saved text"], "strong", "end", "saved")
    canvas.text(LEFT, 216, "time → one square: one tile computed", "quiet")
    return canvas.svg()


def _gains(tiles: int, ratio: float) -> str:
    canvas = Canvas(224)
    axis_left(canvas, UP, 40, (1, 1.25, 1.5, 1.75, 2), WIDTH - 10, "times as fast")
    for tick in (0.1, 0.25, 0.5, 1, 2, 4):
        canvas.text(ACROSS(np.log2(tick)), UP(1) + 18, f"{tick:g}", "quiet", "middle")
    canvas.text((ACROSS.start + ACROSS.end) / 2, UP(1) + 36, "transfer ÷ computation", "quiet", "middle")
    samples = [float(each) for each in np.geomspace(0.1, 4, 81)]
    samples = sorted({*samples, 1.0})
    canvas.line([(ACROSS(np.log2(each)), UP(model.bound(each))) for each in samples], "c0 stroke dashed")
    canvas.line([(ACROSS(np.log2(each)), UP(model.gain(tiles, each))) for each in samples], "c1 stroke")
    canvas.text(ACROSS(0.35), UP(1.9), "bound", "quiet halo")
    canvas.text(ACROSS(np.log2(0.62)), UP(1.35), f"{tiles} tiles", "c1 fill")
    found = _targets(tiles, ratio)
    canvas.circle(float(found["dot cx"]), float(found["dot cy"]), 5.5, "c1 fill", "dot")
    return canvas.svg()
