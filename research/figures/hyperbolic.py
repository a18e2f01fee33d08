"""Pictures of hyperbolic space: the disk under rotation and boost, the sheet, and how well a tree fits."""

import numpy as np
from sphinx_computed_figures.figure import Figure, Panel, States

from research.figures.chart import WIDTH, Canvas, Scale, axis_below, axis_left, dotted, number, polyline
from research.models import hyperbolic as model
from research.models import trees

RADIUS = 172.0
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


def sheet(seed: int = 54) -> Figure:
    """Show points of the sheet before and after a layer, and the centroid beside the ordinary mean."""
    random = np.random.default_rng(seed)
    before = model.on_sheet(np.linspace(-2.1, 2.1, 3)[:, None])
    after = model.linear(before, random.normal(0, 1, (2, 2)), random.normal(0, 0.5, 2), scale=0.9)
    few = model.on_sheet(np.array([[-1.9], [0.4], [2.4]]))
    weights = np.array([0.4, 0.25, 0.35])
    mean, center = weights @ few, model.centroid(few, weights)
    named = [(f"{number_of}, {when}", x) for when, points in (("before", before), ("after", after))
             for number_of, x in enumerate(points, 1)]  # fmt: skip
    named += [("mean", mean), ("centroid", center)]
    return Figure(
        panels=(
            Panel(
                title="A layer with any weights stays on the sheet",
                description="A hyperbola; arrows lead from three points on it to three others on it.",
                svg=_layer(before, after),
            ),
            Panel(
                title="The mean leaves the sheet, the centroid does not",
                description="Three points on a hyperbola; their mean lies above it, their centroid on it.",
                svg=_means(few, mean, center),
            ),
        ),
        header=("Point", "Time", "Space", "−t² + s²"),
        rows=tuple((name, f"{x[0]:.3f}", f"{x[1]:+.3f}", f"{float(model.product(x, x)):+.3f}") for name, x in named),
    )


ACROSS, UP = Scale(-2.8, 2.8, 4, WIDTH - 4), Scale(0, 3.1, 216, 6)


def _hyperbola() -> Canvas:
    canvas = Canvas(240)
    canvas.line([(ACROSS(-2.8), UP(0)), (ACROSS(2.8), UP(0))], "grid")
    canvas.line([(ACROSS(0), UP(0)), (ACROSS(0), UP(3.1))], "grid")
    canvas.text(ACROSS(2.8), UP(0) + 18, "space", "quiet", "end")
    canvas.text(ACROSS(0) + 6, 18, "time", "quiet")
    canvas.line([(ACROSS(s), UP(float(np.sqrt(1 + s * s)))) for s in np.linspace(-2.8, 2.8, 57)], "line")
    return canvas


def _layer(before: model.Array, after: model.Array) -> str:
    """Draw an arrow below the sheet from each point to where the layer takes it."""
    canvas = _hyperbola()
    for number_of, (start, end) in enumerate(zip(_places(before), _places(after), strict=True), 1):
        bend = ((start[0] + end[0]) / 2, max(start[1], end[1]) + 24 + 10 * number_of)
        way = np.array(end) - bend
        way = way / np.hypot(*way)
        tip = np.array(end) - 6 * way
        left, right = (tip - 8 * way + side * 4 * np.array([-way[1], way[0]]) for side in (-1, 1))
        canvas.path("M{} {}Q{} {} {} {}".format(*map(number, (*start, *bend, *tip))), "c1 ring")
        canvas.path(polyline([left, tip, right]) + "z", "c1 fill")
    for number_of, (x, y) in enumerate(_places(before), 1):
        canvas.circle(x, y, 5, "c0 open")
        canvas.text(x, y - 11, str(number_of), "quiet halo", "middle")
    for number_of, (x, y) in enumerate(_places(after), 1):
        canvas.circle(x, y, 5, "c1 fill")
        canvas.text(x, y - 11, f"{number_of}′", "c1 fill halo strong", "middle")
    _key(canvas, [("c0 open", "before"), ("c1 fill", "after, marked ′")])
    return canvas.svg()


def _means(few: model.Array, mean: model.Array, center: model.Array) -> str:
    canvas = _hyperbola()
    canvas.line([*_places(few), _places(few)[0]], "grid")
    for x, y in _places(few):
        canvas.circle(x, y, 5, "c0 open")
    (mean_at,), (center_at,) = _places(mean[None]), _places(center[None])
    canvas.rect(mean_at[0] - 5, mean_at[1] - 5, 10, 10, "c3 fill")
    canvas.circle(*center_at, 5.5, "c1 fill")
    canvas.text(mean_at[0] + 12, mean_at[1] + 4, "mean", "c3 fill halo strong")
    canvas.text(center_at[0] + 12, center_at[1] + 14, "centroid", "c1 fill halo strong")
    _key(canvas, [("c0 open", "three points")])
    return canvas.svg()


def _places(points: model.Array) -> list[tuple[float, float]]:
    return [(ACROSS(float(space)), UP(float(time))) for time, space in points]


def _key(canvas: Canvas, marks: list[tuple[str, str]]) -> None:
    x = 6.0
    for look, words in marks:
        canvas.circle(x, UP(0) + 14, 5, look)
        canvas.text(x + 11, UP(0) + 18, words)
        x += 80


DEPTHS = range(1, 7)


def distortion() -> Figure:
    """Show how far a tree's distances are from true, by depth: on the sheet, and in the best flat layout found."""
    found = {depth: trees.distortions(depth) for depth in DEPTHS}
    canvas = Canvas(260)
    across, up = Scale(1, 6, 24, WIDTH - 88), Scale(1, 5, 220, 28)
    axis_left(canvas, up, 24, (1, 2, 3, 4, 5), WIDTH - 88, "1: every distance is true")
    axis_below(canvas, across, 220, list(DEPTHS), "depth of the tree, in levels", 220)
    for index, (name, color, style) in enumerate((("hyperbolic", "c1", ""), ("flat", "c3", " dashed"))):
        points = [(across(depth), up(pair[index])) for depth, pair in found.items()]
        canvas.line(points, f"{color} stroke{style}")
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
