"""A figure that runs: a pendulum."""

from sphinx_computed_figures.controls import Player, Slider
from sphinx_computed_figures.figure import Figure, Panel, Script

START = 30  # degrees


def swing() -> Figure:
    """Draw the pendulum where it is let go."""
    bob = '<circle class="c1 fill" cx="0" cy="90" r="10"/>'
    arm = f'<g data-key="arm" transform="rotate({START})"><path class="grid" d="M0 0V90"/>{bob}</g>'
    svg = f'<svg viewBox="-178 -10 356 120" xmlns="http://www.w3.org/2000/svg">{arm}</svg>'
    shown = "A bob on an arm, to the left of where it would hang."
    return Figure(
        panels=(Panel(title="A pendulum", description=shown, svg=svg),),
        header=("Length, m", "Period, s"),
        rows=(("0.25", "1.0"), ("1.00", "2.0")),
        script=Script(
            files=("figures/pendulum.js",),
            controls=(Player(), Slider(key="angle", label="Let go at", values=tuple(range(5, 65, 5)), start=START)),
            said=f"{START}°",
        ),
    )
