"""A drawing without a library."""

from sphinx_computed_figures.figure import Figure, Panel, States


def square(side: int) -> Figure:
    """Draw a square that can be made wider."""
    rectangle = f'<rect data-key="it" width="2" height="{side}"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{rectangle}</svg>'
    return Figure(
        panels=(Panel(title="A square", description="One square.", svg=svg),),
        header=("Side",),
        rows=((str(side),),),
        states=States(label="Width", names=("2", "3"), start=0, keys=("it width",), values=(("2",), ("3",))),
    )
