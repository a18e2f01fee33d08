"""A figure without a library: how long a line gets."""

from sphinx_computed_figures.figure import Figure, Panel, States

LOADS = (50, 60, 70, 80, 90, 95)  # percent of the time that the one at the counter is busy


def length(load: float) -> float:
    """Give how many are in the shop, in the mean: those who come and those who are served differ at random."""
    return load / (100 - load)


def place(load: float) -> tuple[float, float]:
    """Give where a load and its length are in the picture."""
    return 36 + 3 * load, 150 - 6.5 * length(load)


def line(load: int = 80) -> Figure:
    """Draw the curve, and a dot on it that the slider moves, at first to a load."""
    curve = " ".join("{:.1f},{:.1f}".format(*place(each / 2)) for each in range(191))
    axes = '<path class="grid" d="M36 20V150H336"/><text x="36" y="168">idle</text>'
    axes += '<text x="336" y="168" text-anchor="end">always busy</text><text x="42" y="28">people in the shop</text>'
    x, y = place(load)
    dot = f'<circle data-key="dot" class="c2 fill" cx="{x:.1f}" cy="{y:.1f}" r="6"/>'
    svg = f'<svg viewBox="0 0 356 176" xmlns="http://www.w3.org/2000/svg">{axes}'
    svg += f'<polyline class="c1 stroke" points="{curve}"/>{dot}</svg>'
    shown = "A curve that is flat up to half of the load, and steep above nine tenths."
    places = ("{:.1f} {:.1f}".format(*place(each)).split() for each in LOADS)
    return Figure(
        panels=(Panel(title="A line at a counter", description=shown, svg=svg),),
        header=("Busy, %", "People in the shop"),
        rows=tuple((str(each), f"{length(each):.1f}") for each in LOADS),
        states=States(
            label="How busy",
            names=tuple(f"{each} %: {length(each):.1f} people" for each in LOADS),
            start=LOADS.index(load),
            keys=("dot cx", "dot cy"),
            values=tuple(map(tuple, places)),
        ),
    )
