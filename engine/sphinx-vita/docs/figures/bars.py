"""A figure without a library: three bars."""

from sphinx_computed_figures.figure import Figure, Panel

SONGS = {"Lisbon": 3, "Porto": 5, "Faro": 8}


def songs() -> Figure:
    """Draw how many songs were heard at each place."""
    bars = "".join(
        f'<rect class="c1 fill" x="20" y="{20 + 30 * place}" width="{30 * count}" height="20"/>'
        f'<text x="{28 + 30 * count}" y="{35 + 30 * place}">{name}</text>'
        for place, (name, count) in enumerate(SONGS.items())
    )
    svg = f'<svg viewBox="0 0 340 120" xmlns="http://www.w3.org/2000/svg">{bars}</svg>'
    return Figure(
        panels=(Panel(title="Songs heard", description="Three bars; Faro has the longest.", svg=svg),),
        header=("Place", "Songs"),
        rows=tuple((name, str(count)) for name, count in SONGS.items()),
    )
