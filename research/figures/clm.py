"""Pictures of CLM's model: what a view needs, what an order of views moves, what fits."""

from functools import cache

import numpy as np
from sphinx_computed_figures.figure import Figure, Panel, States

from research.figures.chart import WIDTH, Canvas, Scale, axis_below, axis_left, number, polyline
from research.models import clm

EVERY = 8  # of so many Gaussians one is drawn, and of so many more where the city is only the ground
MORE = 3
PLAN = 260.0  # side of the city on paper
LEFT = (WIDTH - PLAN) / 2

STRATEGIES = (("gpu-only", "GPU only", "c0"), ("naive", "Naive offloading", "c3"), ("clm", "CLM", "c1"))
# The largest model of MatrixCity BigCity on a card of 24 GiB, in millions of Gaussians: CLM's is the run in the
# repository, the two others are computed from it by the ratios of the project page, 6.7 and 2.2.
REPORTED = {"gpu-only": 102.2 / 6.7, "naive": 102.2 / 2.2, "clm": 102.2}


@cache
def batch() -> tuple[clm.Array, list[clm.Camera], clm.Sets]:
    """Give the city, the cameras of a batch and what they need."""
    points, cameras = clm.city(), clm.flight()
    return points, cameras, clm.needed(points, cameras)


def megabytes(gaussians: float) -> float:
    """Give the MB that so many Gaussians bring over the bus, one way."""
    return gaussians * (clm.FLOATS - clm.KEPT) * clm.BYTES / 1e6


def place(point: clm.Array) -> tuple[float, float]:
    """Give where a point of the city lies on paper."""
    return LEFT + float(point[0]) / clm.SIDE * PLAN, PLAN - float(point[1]) / clm.SIDE * PLAN


def houses(canvas: Canvas) -> None:
    """Draw the houses of the city from above."""
    side = 0.68 * PLAN / clm.BLOCKS
    corners = [(i + 0.16) * PLAN / clm.BLOCKS for i in range(clm.BLOCKS)]
    squares = (
        f"M{number(LEFT + x)} {number(y)}h{number(side)}v{number(side)}h-{number(side)}z"
        for x in corners
        for y in corners
    )
    canvas.path("".join(squares), "c0 pale")


def plan(canvas: Canvas, seen: clm.Sets | None = None) -> None:
    """Draw the city from above, houses as squares; what is seen stands out."""
    houses(canvas)
    points = batch()[0][:: EVERY * MORE if seen is None else EVERY]
    chosen = np.zeros(len(points), dtype=bool) if seen is None else seen[::EVERY]
    canvas.dots((place(point) for point in points[~chosen]), "c0", 1.8)
    canvas.dots((place(point) for point in points[chosen]), "c1", 3)


def one_view(view: int = 0) -> Figure:
    """Show how little of the city one view needs, and that it is so for all views of a batch."""
    points, cameras, sets = batch()
    shares = sets.mean(axis=1) * 100
    canvas = Canvas(PLAN)
    plan(canvas, sets[view])
    outline = [place(corner) for corner in clm.footprint(cameras[view])]
    canvas.path(polyline(outline) + "Z", "c1 stroke")
    x, y = place(np.array(cameras[view][:2]))
    canvas.circle(x, y, 5, "c1 fill")
    return Figure(
        panels=(
            Panel(
                title=f"One view of {len(points):,} Gaussians",
                description=f"A city from above. The view of one camera holds {shares[view]:.1f}% of its Gaussians.",
                svg=canvas.svg(),
            ),
            Panel(
                title=f"The {len(sets)} views of a batch",
                description=f"A bar for each view: it needs {shares.min():.1f} to {shares.max():.1f}% of the city.",
                svg=_shares(shares, float(sets.any(axis=0).mean() * 100)),
            ),
        ),
        header=("View", "Gaussians needed", "Share of the city"),
        rows=tuple((str(i + 1), f"{int(row.sum()):,}", f"{row.mean():.1%}") for i, row in enumerate(sets)),
    )


def _shares(shares: clm.Array, together: float) -> str:
    canvas = Canvas(PLAN)
    across = Scale(0, 100, 34, WIDTH - 10)
    axis_below(canvas, across, PLAN - 36, (0, 25, 50, 75, 100), "% of the city’s Gaussians", 4)
    step = (PLAN - 62) / len(shares)
    for number_of, share in enumerate(shares):
        canvas.rect(across(0), 6 + step * number_of, across(share) - across(0), step - 3, "c1 fill")
    y = 6 + step * len(shares) + 2
    canvas.rect(across(0), y, across(together) - across(0), step - 1, "c1 tint")
    canvas.text(across(float(shares.max())) + 8, 6 + step * 8, f"each: {shares.min():.1f}–{shares.max():.1f}%")
    canvas.text(across(together) + 6, y + step - 3, f"all together: {together:.0f}%")
    return canvas.svg()


def order_of_views() -> Figure:
    """Show a batch in the order drawn and in better ones, with what passes the bus for each view."""
    sets = batch()[2]
    orders = clm.tours(sets)
    totals = [megabytes(clm.moved(sets, order)) for order in orders]
    names = [f"{total:.2f} MB" for total in totals]
    keys, values = zip(*(_targets(order, total) for order, total in zip(orders, names, strict=True)), strict=True)
    saved = 1 - totals[-1] / totals[0]
    return Figure(
        panels=(
            Panel(
                title="As the views were drawn",
                description=f"The path from view to view crosses the city at random; {names[0]} pass the bus.",
                svg=_route(orders[0], names[0]),
            ),
            Panel(
                title="As a short tour",
                description=f"The path goes round the city; {names[-1]} pass the bus, {saved:.0%} less.",
                svg=_route(orders[-1], names[-1], "route"),
            ),
        ),
        header=("Turns of the tour", "MB loaded and stored", "Against the order drawn"),
        rows=tuple((str(turn), f"{total:.2f}", f"{total / totals[0] - 1:+.0%}") for turn, total in enumerate(totals)),
        states=States(
            label="Improve the right-hand order",
            names=tuple(f"{turn} turn{'s' * (turn != 1)}: {name}" for turn, name in enumerate(names)),
            start=len(orders) - 1,
            keys=keys[0],
            values=values,
        ),
    )


BARS_TOP = PLAN + 66.0  # the line between loads and stores
BAR = Scale(0, 900, 0, 34)


def _route(order: list[int], total: str, key: str = "") -> str:
    canvas = Canvas(BARS_TOP + 56)
    cameras = batch()[1]
    plan(canvas)
    canvas.line(_stops(order), "c1 stroke", key)
    canvas.dots((place(np.array(camera[:2])) for camera in cameras), "c1", 8)
    canvas.text(LEFT, PLAN + 18, "loaded for each view", "quiet small")
    canvas.text(LEFT, BARS_TOP + 50, "stored after each view", "quiet small")
    canvas.text(WIDTH - LEFT, PLAN + 18, total, "strong", "end", key and f"{key}-total")
    canvas.path(_bars(order)[0], "c1 fill", key and f"{key}-loads")
    canvas.path(_bars(order)[1], "c3 fill", key and f"{key}-stores")
    canvas.line([(LEFT, BARS_TOP), (WIDTH - LEFT, BARS_TOP)], "line")
    return canvas.svg()


def _stops(order: list[int]) -> list[tuple[float, float]]:
    return [place(np.array(batch()[1][view][:2])) for view in order]


def _bars(order: list[int]) -> tuple[str, str]:
    step = PLAN / len(order)
    loads, stores = [], []
    for view, moves in enumerate(clm.traffic(batch()[2], order)):
        x, width = number(LEFT + view * step + 2), number(step - 4)
        loads.append(f"M{x} {number(BARS_TOP)}v-{number(BAR(moves.loads))}h{width}V{number(BARS_TOP)}z")
        stores.append(f"M{x} {number(BARS_TOP)}v{number(BAR(moves.stores))}h{width}V{number(BARS_TOP)}z")
    return "".join(loads), "".join(stores)


def _targets(order: list[int], total: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    loads, stores = _bars(order)
    found = {"route d": polyline(_stops(order)), "route-loads d": loads, "route-stores d": stores}
    found["route-total text"] = total
    return tuple(found), tuple(found.values())


def largest_model() -> Figure:
    """Show how many Gaussians' state fits into a GPU, and where a Gaussian's bytes lie."""
    memories = (8, 24, 40, 80)
    return Figure(
        panels=(
            Panel(
                title="Model state that fits, in millions of Gaussians",
                description="Lines from 8 to 80 GiB, the steepest for CLM, then naive offloading, then the GPU alone; "
                "the largest models on 24 GiB lie below them: "
                + ", ".join(f"{name} {REPORTED[key]:.1f}" for key, name, _ in STRATEGIES)
                + " million.",
                svg=_lines(),
            ),
            Panel(
                title="Bytes of model state per Gaussian",
                description="Bars of 944 bytes, divided into a part on the GPU and a part in CPU memory.",
                svg=_bytes(),
            ),
        ),
        header=(
            "Strategy",
            "Bytes on the GPU",
            "Bytes in CPU memory",
            *(f"Millions in {size} GiB" for size in memories),
        ),
        rows=tuple(
            (
                name,
                str(clm.state(strategy).gpu),
                str(clm.state(strategy).host),
                *(f"{clm.largest_model(size, strategy) / 1e6:.1f}" for size in memories),
            )
            for strategy, name, _ in STRATEGIES
        ),
    )


def _lines() -> str:
    canvas = Canvas(250)
    across, up = Scale(0, 80, 40, WIDTH - 52), Scale(0, 500, 214, 10)
    axis_left(canvas, up, 40, (0, 100, 200, 300, 400, 500), WIDTH - 52)
    axis_below(canvas, across, 214, (8, 24, 40, 80), "GiB of GPU memory", 10)
    for strategy, name, color in STRATEGIES:
        ends = [(size, clm.largest_model(size, strategy) / 1e6) for size in (8, 80)]
        canvas.line([(across(size), up(fits)) for size, fits in ends], f"{color} stroke")
        label = {"naive": "Naive"}.get(strategy, name)
        canvas.text(across(80) + 5, up(ends[1][1]) + 4, label, f"{color} fill small")
        canvas.circle(across(24), up(REPORTED[strategy]), 4, f"{color} fill")
    canvas.circle(across(11), up(470), 4, "c0 fill")
    canvas.text(across(11) + 9, up(470) + 4, "largest on 24 GiB", "small")
    return canvas.svg()


def _bytes() -> str:
    canvas = Canvas(190)
    across = Scale(0, 944, 0, WIDTH)
    for row, (strategy, name, _) in enumerate(STRATEGIES):
        split, y = clm.state(strategy), 14 + row * 56
        canvas.text(0, y, name)
        canvas.rect(0, y + 7, across(split.gpu), 22, "c1 fill")
        canvas.rect(across(split.gpu), y + 7, across(split.host), 22, "c0 tint")
        canvas.text(6, y + 22, f"{split.gpu}" + (" on the GPU" if split.gpu > 300 else ""), "on-colour strong")
        if split.host:
            canvas.text(WIDTH - 6, y + 22, f"{split.host} in CPU memory", "", "end")
    return canvas.svg()
