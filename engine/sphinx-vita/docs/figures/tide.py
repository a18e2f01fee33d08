"""A figure that runs: the water under the moon."""

from sphinx_computed_figures.controls import Player, Slider
from sphinx_computed_figures.figure import Figure, Panel, Script

HIGH, LOW = 20, 100
START = 6


def height(hour: float) -> float:
    """Give how far below the top of the picture the water stands; high tide is at noon and at midnight."""
    return HIGH + (LOW - HIGH) * abs((hour % 12) - 6) / 6


def moon() -> Figure:
    """Draw the water at six."""
    water = f'<rect data-key="water" class="c1 tint" y="{height(START):g}" width="340" height="120"/>'
    return Figure(
        panels=(
            Panel(
                title="The water at Faro",
                description="A surface that rises and falls twice a day.",
                svg=f'<svg viewBox="0 0 340 120" xmlns="http://www.w3.org/2000/svg">{water}</svg>',
            ),
        ),
        header=("Hour", "Height"),
        rows=tuple((str(hour), f"{LOW - height(hour):g}") for hour in (0, 6, 12)),
        script=Script(
            files=("figures/tide.js",),
            controls=(Player(), Slider(key="hour", label="Hour", values=tuple(range(24)), start=START)),
            said="Hour 6",
            data={"high": HIGH, "low": LOW},
        ),
    )
