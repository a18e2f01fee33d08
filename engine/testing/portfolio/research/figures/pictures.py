"""What the drawings share: words, lines and bars on a ground of 356 units; colors are classes of the style sheet."""

from collections.abc import Iterable

WIDTH = 356


def picture(height: int, *parts: str, width: int = WIDTH) -> str:
    """Return an SVG of its parts."""
    return f'<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">{"".join(parts)}</svg>'


def line(d: str, look: str = "stroke c1", key: str = "") -> str:
    """Draw a path; `key` names it for the states of a figure."""
    return f'<path class="{look}" d="{d}"{_named(key)}/>'


def way(points: Iterable[tuple[float, float]]) -> str:
    """Return the `d` of a line through points."""
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def dot(x: float, y: float, look: str = "fill c2", key: str = "") -> str:
    """Draw a dot."""
    return f'<circle class="{look}" cx="{x:.1f}" cy="{y:.1f}" r="6"{_named(key)}/>'


def words(x: float, y: float, text: str, anchor: str = "start") -> str:
    """Write words."""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def _named(key: str) -> str:
    return f' data-key="{key}"' if key else ""
