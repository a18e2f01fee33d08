"""Pictures of CLM's model: what a view needs, what an order of views moves, what fits."""

from functools import cache

import numpy as np
from sphinx_computed_figures.figure import Figure, Panel, States

from research.figures.chart import WIDTH, Canvas, Scale, axis_below, number, polyline
from research.models import clm

EVERY = 8  # of so many Gaussians one is drawn, and of so many more where the city is only the ground
MORE = 3
PLAN = 300.0  # side of the city on paper
AXIS = 38.0  # room for the numbers of an axis on the left

STRATEGIES = (("gpu-only", "GPU only", "c0"), ("naive", "Naive offloading", "c3"), ("clm", "CLM", "c1"))
# The largest model of MatrixCity BigCity on such a card, in millions of Gaussians: CLM's is the run in the
# repository, the two others are computed from it by the ratios of the project page, 6.7 and 2.2.
CARD = 24  # GiB, which makers call GB
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
    return float(point[0]) / clm.SIDE * PLAN, PLAN - float(point[1]) / clm.SIDE * PLAN


def houses(canvas: Canvas) -> None:
    """Draw the houses of the city from above."""
    side = 0.68 * PLAN / clm.BLOCKS
    corners = [(i + 0.16) * PLAN / clm.BLOCKS for i in range(clm.BLOCKS)]
    squares = (
        f"M{number(x)} {number(y)}h{number(side)}v{number(side)}h-{number(side)}z" for x in corners for y in corners
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
                description=f"A bar for each view: it needs {shares.min():.1f} to {shares.max():.1f}% of the city. "
                "The view of the other picture is marked.",
                svg=_shares(shares, float(sets.any(axis=0).mean() * 100), view),
            ),
        ),
        header=("View", "Gaussians needed", "Share of the city"),
        rows=tuple((str(i + 1), f"{int(row.sum()):,}", f"{row.mean():.1%}") for i, row in enumerate(sets)),
    )


def _shares(shares: clm.Array, together: float, chosen: int) -> str:
    canvas = Canvas(PLAN)
    across = Scale(0, 100, 0, WIDTH - 14)
    axis_below(canvas, across, PLAN - 40, (0, 25, 50, 75, 100), "% of the city’s Gaussians", 4)
    step = (PLAN - 68) / len(shares)
    for view, share in enumerate(shares):
        look = "c1 fill" if view == chosen else "c1 tint"
        canvas.rect(across(0), 6 + step * view, across(share) - across(0), step - 3, look)
    y = 6 + step * len(shares) + 4
    canvas.rect(across(0), y, across(together) - across(0), step + 2, "c0 fill")
    x = across(float(shares.max())) + 8
    canvas.text(x, 6 + step * chosen + step - 3, f"the view on the map: {shares[chosen]:.1f}%", "halo")
    canvas.text(x, 6 + step * 9, f"each: {shares.min():.1f}–{shares.max():.1f}%", "halo")
    canvas.text(across(together) + 8, y + step - 2, f"all together: {together:.0f}%", "halo")
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


BARS_TOP = PLAN + 84.0  # the line between loads and stores
BAR = Scale(0, 900, 0, 40)
TICK = 0.15  # MB, on the axis of loads and stores


def _route(order: list[int], total: str, key: str = "") -> str:
    canvas = Canvas(BARS_TOP + 66)
    cameras = batch()[1]
    plan(canvas)
    canvas.line(_stops(order), "c1 stroke", key)
    canvas.dots((place(np.array(camera[:2])) for camera in cameras), "c1", 8)
    canvas.text(0, PLAN + 22, "MB moved for each view, in order", "quiet")
    canvas.text(WIDTH, PLAN + 22, total, "strong", "end", key and f"{key}-total")
    for side, words in ((-1, "loaded"), (1, "stored")):
        y = BARS_TOP + side * BAR(TICK / megabytes(1))
        canvas.line([(AXIS, y), (PLAN, y)], "grid")
        canvas.text(AXIS - 6, y + 4, f"{TICK}", "quiet", "end")
        canvas.text(PLAN + 8, BARS_TOP + side * 20 + 4, words, "quiet")
    canvas.text(AXIS - 6, BARS_TOP + 4, "0", "quiet", "end")
    canvas.path(_bars(order)[0], "c1 fill", key and f"{key}-loads")
    canvas.path(_bars(order)[1], "c3 fill", key and f"{key}-stores")
    canvas.line([(AXIS, BARS_TOP), (PLAN, BARS_TOP)], "line")
    return canvas.svg()


def _stops(order: list[int]) -> list[tuple[float, float]]:
    return [place(np.array(batch()[1][view][:2])) for view in order]


def _bars(order: list[int]) -> tuple[str, str]:
    step = (PLAN - AXIS) / len(order)
    loads, stores = [], []
    for view, moves in enumerate(clm.traffic(batch()[2], order)):
        x, width = number(AXIS + view * step + 2), number(step - 4)
        loads.append(f"M{x} {number(BARS_TOP)}v-{number(BAR(moves.loads))}h{width}V{number(BARS_TOP)}z")
        stores.append(f"M{x} {number(BARS_TOP)}v{number(BAR(moves.stores))}h{width}V{number(BARS_TOP)}z")
    return "".join(loads), "".join(stores)


def _targets(order: list[int], total: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    loads, stores = _bars(order)
    found = {"route d": polyline(_stops(order)), "route-loads d": loads, "route-stores d": stores}
    found["route-total text"] = total
    return tuple(found), tuple(found.values())


def largest_model() -> Figure:
    """Show how many Gaussians a GPU of 24 GiB trains, how many its memory would hold, and where their bytes lie."""
    memories = (8, CARD, 40, 80)
    return Figure(
        panels=(
            Panel(
                title=f"Largest model on a GPU of {CARD} GiB",
                description="A bar for each way of offloading, inside an outline for what its state alone would allow: "
                + ", ".join(
                    f"{name} {REPORTED[key]:.1f} of {clm.largest_model(CARD, key) / 1e6:.1f}"
                    for key, name, _ in STRATEGIES
                )
                + " million.",
                svg=_largest(),
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


def _largest() -> str:
    canvas = Canvas(262)
    across = Scale(0, 150, 0, WIDTH - 14)
    axis_below(canvas, across, 222, (0, 50, 100, 150), "million Gaussians", 0)
    for row, (strategy, name, color) in enumerate(STRATEGIES):
        fits, y = clm.largest_model(CARD, strategy) / 1e6, 18 + row * 70
        canvas.text(0, y, name, "halo strong")
        canvas.rect(0, y + 8, across(REPORTED[strategy]), 20, f"{color} fill")
        canvas.rect(0.5, y + 8.5, across(fits), 19, f"{color} ring dashed")
        words = f"{REPORTED[strategy]:.1f} " + ("measured" if strategy == "clm" else "by the published ratio")
        canvas.text(0, y + 45, f"{words}; state alone: {fits:.1f}", "halo")
    return canvas.svg()


def _bytes() -> str:
    canvas = Canvas(262)
    across = Scale(0, 944, 0, WIDTH)
    for row, (strategy, name, _) in enumerate(STRATEGIES):
        split, y = clm.state(strategy), 18 + row * 70
        canvas.text(0, y, name, "strong")
        canvas.rect(0, y + 8, across(split.gpu), 24, "c1 fill")
        canvas.rect(across(split.gpu), y + 8, across(split.host), 24, "c0 tint")
        canvas.text(6, y + 25, f"{split.gpu} B" + (" on the GPU" if split.gpu > 300 else ""), "on-colour strong")
        if split.host:
            canvas.text(WIDTH - 6, y + 25, f"{split.host} B in CPU memory", "", "end")
    return canvas.svg()
