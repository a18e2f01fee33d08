"""Pictures of hyperbolic space: the disk under rotation and boost, the sheet, and how well a tree fits."""

import numpy as np
from sphinx_computed_figures.figure import Figure, Panel, States

from research.figures.chart import WIDTH, Canvas, Scale, axis_below, axis_left, dotted, number
from research.models import hyperbolic as model
from research.models import trees

RADIUS = 150.0
CENTER = WIDTH / 2
DEPTH = 4
TREE = trees.in_space(DEPTH, 1.05)
PARENTS = trees.parents(DEPTH)
STEPS = 8  # to either side
START = STEPS + 3


def motions() -> Figure:
    """Show a tree in the disk, rotated and boosted."""
    settings = [step / STEPS for step in range(-STEPS, STEPS + 1)]
    states = [{"turn transform": _turn(each)} | _boosted("boost", 2 * each) for each in settings]
    return Figure(
        panels=(
            Panel(
                title="Rotation: the root stays",
                description="A tree in the disk, turned about its root, which stays in the center.",
                svg=_disk("turn", _boosted("turn", 0), _turn(settings[START])),
            ),
            Panel(
                title="Boost: the root moves",
                description="The same tree, moved along an axis; its root has left the center.",
                svg=_disk("boost", states[START]),
            ),
        ),
        header=("Rotation", "Boost (rapidity)", "Root after the boost, from the center"),
        rows=tuple((f"{90 * each:+g}°", f"{2 * each:+.2f}", f"{np.tanh(each):+.2f}") for each in settings[::2]),
        states=States(
            label="Move the tree",
            names=tuple(f"rotation {90 * each:+g}°, rapidity {2 * each:+g}" for each in settings),
            start=START,
            keys=tuple(states[0]),
            values=tuple(tuple(each.values()) for each in states),
        ),
    )


def _turn(amount: float) -> str:
    return f"rotate({number(90 * amount, 2)} {number(CENTER)} {number(CENTER)})"


def _boosted(key: str, rapidity: float) -> dict[str, str]:
    points = TREE @ model.boost(rapidity).T
    on_paper = model.disk(points) * RADIUS + CENTER
    edges = "".join(_edge(points[above], points[node]) for node, above in enumerate(PARENTS) if node)
    return {f"{key}-edges d": edges, f"{key}-nodes d": dotted(on_paper[1:]), f"{key}-root d": dotted(on_paper[:1])}


def _edge(start: model.Array, end: model.Array) -> str:
    """Draw the shortest way: an arc of a circle, here a parabola through the ends and the middle."""
    middle = model.centroid(np.array([start, end]), np.array([0.5, 0.5]))
    a, b, through = (model.disk(point) * RADIUS + CENTER for point in (start, end, middle))
    bend = 2 * through - (a + b) / 2
    return "M{} {}Q{} {} {} {}".format(*(number(value) for value in (*a, *bend, *b)))


def _disk(key: str, state: dict[str, str], turn: str = "") -> str:
    canvas = Canvas(2 * RADIUS + 12)
    canvas.shift(0, RADIUS + 6 - CENTER)
    canvas.circle(CENTER, CENTER, RADIUS, "c1 pale")
    canvas.circle(CENTER, CENTER, RADIUS, "grid")
    with canvas.group(key, **({"transform": turn} if turn else {})):
        canvas.path(state[f"{key}-edges d"], "line", f"{key}-edges")
        canvas.path(state[f"{key}-nodes d"], "dots c1", f"{key}-nodes", stroke_width="7")
        canvas.path(state[f"{key}-root d"], "dots c3", f"{key}-root", stroke_width="11")
    canvas.line([(CENTER - 9, CENTER), (CENTER + 9, CENTER)], "line")
    canvas.line([(CENTER, CENTER - 9), (CENTER, CENTER + 9)], "line")
    return canvas.svg()


def sheet(seed: int = 5) -> Figure:
    """Show points of the sheet before and after a layer, and the centroid beside the ordinary mean."""
    random = np.random.default_rng(seed)
    before = model.on_sheet(np.linspace(-2.2, 2.2, 7)[:, None])
    after = model.linear(before, random.normal(0, 1, (2, 2)), random.normal(0, 0.5, 2), scale=0.9)
    few = model.on_sheet(np.array([[-1.9], [0.4], [2.4]]))
    weights = np.array([0.4, 0.25, 0.35])
    mean, center = weights @ few, model.centroid(few, weights)
    named = [("before", x) for x in before] + [("after", x) for x in after] + [("mean", mean), ("centroid", center)]
    return Figure(
        panels=(
            Panel(
                title="A layer with any weights stays on the sheet",
                description="A hyperbola; seven points on it before the layer, and seven on it after.",
                svg=_sheet([(before, "c0", "before"), (after, "c1", "after")]),
            ),
            Panel(
                title="The mean leaves the sheet, the centroid does not",
                description="Three points on a hyperbola; their mean lies above it, their centroid on it.",
                svg=_sheet([(few, "c0", "points"), (mean[None], "c3", "mean"), (center[None], "c1", "centroid")]),
            ),
        ),
        header=("Point", "Time", "Space", "−t² + s²"),
        rows=tuple((name, f"{x[0]:.3f}", f"{x[1]:+.3f}", f"{float(model.product(x, x)):+.3f}") for name, x in named),
    )


def _sheet(groups: list[tuple[model.Array, str, str]]) -> str:
    canvas = Canvas(220)
    across, up = Scale(-2.8, 2.8, 4, WIDTH - 4), Scale(0, 3.1, 196, 6)
    canvas.line([(across(-2.8), up(0)), (across(2.8), up(0))], "grid")
    canvas.line([(across(0), up(0)), (across(0), up(3.1))], "grid")
    canvas.text(across(2.8), 213, "space", "quiet", "end")
    canvas.text(across(0) + 6, 16, "time", "quiet")
    canvas.line([(across(s), up(float(np.sqrt(1 + s * s)))) for s in np.linspace(-2.8, 2.8, 57)], "line")
    for row, (points, color, name) in enumerate(groups):
        canvas.dots(((across(float(x[1])), up(float(x[0]))) for x in points), color, 9)
        canvas.circle(12, 196 - 18 * (len(groups) - row), 5, f"{color} fill")
        canvas.text(22, 200 - 18 * (len(groups) - row), name, "")
    return canvas.svg()


DEPTHS = range(1, 7)


def distortion() -> Figure:
    """Show how far a tree's distances are from true, by depth: on the sheet, and in the best flat layout found."""
    found = {depth: trees.distortions(depth) for depth in DEPTHS}
    canvas = Canvas(240)
    across, up = Scale(1, 6, 34, WIDTH - 88), Scale(1, 5, 204, 10)
    axis_left(canvas, up, 34, (1, 2, 3, 4, 5), WIDTH - 88)
    axis_below(canvas, across, 204, list(DEPTHS), "depth of the tree", 204)
    for index, (name, color) in enumerate((("hyperbolic", "c1"), ("flat", "c3"))):
        points = [(across(depth), up(pair[index])) for depth, pair in found.items()]
        canvas.line(points, f"{color} stroke")
        canvas.dots(points, color, 7)
        canvas.text(points[-1][0] + 8, points[-1][1] + 4, name, f"{color} fill")
    (sheet, flat), last = found[DEPTHS[-1]], DEPTHS[-1]
    return Figure(
        panels=(
            Panel(
                title="Distortion of a binary tree’s distances",
                description="In the best flat layout found the distortion grows with each level, "
                f"to {flat:.2f} at depth {last}; in hyperbolic space it is {sheet:.2f} there and hardly grows.",
                svg=canvas.svg(),
            ),
        ),
        header=("Depth", "Nodes", "Hyperbolic", "Flat, best layout found"),
        rows=tuple(
            (str(depth), str(2 ** (depth + 1) - 1), f"{pair[0]:.2f}", f"{pair[1]:.2f}") for depth, pair in found.items()
        ),
    )
