"""Two figures, drawn without a library."""

from research.models.song import level
from research.models.song import spread as spread_of
from sphinx_computed_figures.figure import Figure, Panel, States

SHARES = (0.2, 0.5, 0.9)


def _svg(points: list[tuple[float, float]]) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return (
        '<svg viewBox="0 0 300 160" xmlns="http://www.w3.org/2000/svg">'
        '<line class="figure-axis" x1="20" y1="140" x2="290" y2="140"/>'
        f'<polyline class="figure-line" data-key="line" fill="none" points="{path}"/></svg>'
    )


def _points(values: list[float]) -> list[tuple[float, float]]:
    return [(20 + 270 * place / (len(values) - 1), 140 - 120 * value) for place, value in enumerate(values)]


def _written(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def spread() -> Figure:
    """Draw the share of singers with the new song for three shares of copying."""
    drawn = [_points(spread_of(share)) for share in SHARES]
    return Figure(
        panels=(Panel(title="Singers with the new song", description="A rising curve.", svg=_svg(drawn[1])),),
        header=("Season", *(f"copying {share}" for share in SHARES)),
        rows=tuple(
            (str(season), *(f"{spread_of(share)[season]:.2f}" for share in SHARES)) for season in range(0, 13, 3)
        ),
        states=States(
            label="Share who copy",
            names=tuple(map(str, SHARES)),
            start=1,
            keys=("line points",),
            values=tuple((_written(points),) for points in drawn),
        ),
    )


def falloff() -> Figure:
    """Draw the level of a ship by distance."""
    meters = (10, 100, 1000, 10000)
    values = [level(180, each, spherical=True) / 180 for each in meters]
    return Figure(
        panels=(Panel(title="Level by distance", description="A curve that falls.", svg=_svg(_points(values))),),
        header=("Distance, m", "Spherical, dB", "Cylindrical, dB"),
        rows=tuple(
            (f"{each:,}", *(f"{level(180, each, spherical=law):.0f}" for law in (True, False))) for each in meters
        ),
    )
