"""A drawing that runs."""

from sphinx_computed_figures.controls import Button, Choice, Player, Slider, Switch
from sphinx_computed_figures.figure import Figure, Panel, Script


def water() -> Figure:
    """Draw a surface that can be set."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect data-key="it" width="9" height="2"/></svg>'
    controls = (
        Player(play="Play", pause="Pause", step="Step"),
        Slider(
            key="height",
            label="Height",
            values=(1, 2, 3),
            start=2,
            names=("low", "mean", "high"),
            marks=((3, "Flood"),),
        ),
        Choice(key="moon", label="Moon", options=(("new", "New"), ("full", "Full")), start="new"),
        Switch(key="waves", label="Waves", start=True),
        Button(key="calm", label="Calm"),
    )
    return Figure(
        panels=(Panel(title="The water", description="One surface.", svg=svg),),
        header=("Height",),
        rows=(("2",),),
        script=Script(files=("research/running.js",), controls=controls, said="Height 2", data=b"abc"),
    )
