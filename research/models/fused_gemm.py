"""A matrix product whose tiles are sent as soon as they are done, beside one that sends after its last tile.

Each of n tiles takes one unit to compute and `ratio` units to send; one unit of the chip computes, one link sends, both
in order. Derived here from these assumptions; it is a model of the overlap, and of no particular GPU or kernel.
"""

from typing import NamedTuple


class Span(NamedTuple):
    """When something begins and ends, in units of one tile's computation."""

    start: float
    end: float


class Timeline(NamedTuple):
    """The spans of all tiles, in order."""

    compute: list[Span]
    send: list[Span]

    @property
    def end(self) -> float:
        """When the last tile has arrived."""
        return self.send[-1].end


def separate(tiles: int, ratio: float) -> Timeline:
    """Send when everything has been computed."""
    return _timeline(tiles, ratio, [float(tiles)] * tiles)


def fused(tiles: int, ratio: float) -> Timeline:
    """Send each tile as soon as it has been computed and the link is free."""
    return _timeline(tiles, ratio, [tile + 1.0 for tile in range(tiles)])


def _timeline(tiles: int, ratio: float, ready: list[float]) -> Timeline:
    sends: list[Span] = []
    for moment in ready:
        start = max(moment, sends[-1].end if sends else 0.0)
        sends.append(Span(start, start + ratio))
    return Timeline([Span(float(tile), tile + 1.0) for tile in range(tiles)], sends)


def gain(tiles: int, ratio: float) -> float:
    """Give how many times as fast the fused kernel is."""
    return separate(tiles, ratio).end / fused(tiles, ratio).end


def bound(ratio: float) -> float:
    """Give what no number of tiles can exceed: the shorter of the two halves is hidden altogether."""
    return 1.0 if ratio == 0 else min(1 + ratio, 1 + 1 / ratio)
