"""What the drawings share: a canvas that rounds, scales, bars, axes. Colors are classes, which the style sheet fills.

A canvas is 356 units wide, about as many pixels as it gets on a phone or in a column, so text has its true size.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import drawsvg

WIDTH = 356.0


def number(value: float, digits: int = 1) -> str:
    """Write a coordinate: rounded, so that equal pictures are equal bytes, and without needless zeros."""
    text = f"{float(value):.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


class Scale:
    """A straight map from values to coordinates."""

    def __init__(self, low: float, high: float, start: float, end: float) -> None:
        self.low, self.high, self.start, self.end = low, high, start, end

    def __call__(self, value: float) -> float:
        """Give the coordinate of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


class Canvas:
    """An SVG that is drawn element by element; `key` names an element for the states of a figure."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.drawing = drawsvg.Drawing(number(width), number(height))
        self.drawing.view_box = (0, 0, number(width), number(height))
        self.into: Any = self.drawing

    def add(self, element: Any) -> None:
        """Add an element of the library."""
        self.into.append(element)

    def rect(self, x: float, y: float, width: float, height: float, look: str, key: str = "") -> None:
        """Draw a rectangle."""
        place = (number(x), number(y), number(max(0, width)), number(max(0, height)))
        self.add(drawsvg.Rectangle(*place, **_attributes(look, key)))

    def path(self, d: str, look: str, key: str = "", **attributes: object) -> None:
        """Draw a path from its `d`."""
        self.add(drawsvg.Path(d, **_attributes(look, key), **attributes))

    def line(self, points: Iterable[Sequence[float]], look: str, key: str = "") -> None:
        """Draw a line through points."""
        self.path(polyline(points), look, key)

    def dots(self, points: Iterable[Sequence[float]], look: str, size: float, key: str = "") -> None:
        """Draw round dots of one size as a single path."""
        self.path(dotted(points), f"dots {look}", key, stroke_width=number(size))

    def circle(self, x: float, y: float, radius: float, look: str, key: str = "") -> None:
        """Draw a circle."""
        self.add(drawsvg.Circle(number(x), number(y), number(radius), **_attributes(look, key)))

    def text(self, x: float, y: float, words: str, look: str = "", anchor: str = "start", key: str = "") -> None:
        """Write words with their base line at y."""
        attributes = _attributes(look, key) | ({} if anchor == "start" else {"text_anchor": anchor})
        self.add(drawsvg.Text(words, None, number(x), number(y), **attributes))

    @contextmanager
    def group(self, key: str, **attributes: str) -> Iterator[None]:
        """Put what is drawn inside into a group, which a state may move."""
        outer, self.into = self.into, drawsvg.Group(**_attributes("", key), **attributes)
        yield
        outer.append(self.into)
        self.into = outer

    def shift(self, x: float, y: float) -> None:
        """Move the picture within its frame."""
        left, top, width, height = self.drawing.view_box
        self.drawing.view_box = (number(float(left) - x), number(float(top) - y), width, height)

    def svg(self) -> str:
        """Give the SVG as text."""
        text: str = self.drawing.as_svg(header="", skip_js=True, skip_css=True)
        text = " ".join(text.replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "").split())
        return text.replace("<defs> </defs> ", "")


def _attributes(look: str, key: str) -> dict[str, str]:
    return ({"class_": look} if look else {}) | ({"data_key": key} if key else {})


def polyline(points: Iterable[Sequence[float]]) -> str:
    """Write the `d` of a line through points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points)


def dotted(points: Iterable[Sequence[float]], digits: int = 1) -> str:
    """Write the `d` of dots: lines without length, to be drawn with round ends."""
    return "".join(f"M{number(x, digits)} {number(y, digits)}h0" for x, y in points)


def axis_below(
    canvas: Canvas, scale: Scale, y: float, ticks: Sequence[float], words: str, top: float, key: str = ""
) -> None:
    """Draw an axis: a grid line up to `top` and a number for each tick, and what they count.

    With a `key` such as `tick` the number 100 is called `tick-100`.
    """
    for tick in ticks:
        canvas.line([(scale(tick), top), (scale(tick), y)], "grid")
        canvas.text(scale(tick), y + 15, number(tick, 2), "quiet small", "middle", key and f"{key}-{number(tick)}")
    canvas.text((scale.start + scale.end) / 2, y + 31, words, "quiet", "middle")


def axis_left(canvas: Canvas, scale: Scale, x: float, ticks: Sequence[float], right: float, suffix: str = "") -> None:
    """Draw an axis: a grid line to `right` and a number for each tick."""
    for tick in ticks:
        canvas.line([(x, scale(tick)), (right, scale(tick))], "grid")
        canvas.text(x - 6, scale(tick) + 4, number(tick, 2) + suffix, "quiet small", "end")
