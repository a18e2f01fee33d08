"""What a function that draws a figure gives back: plain values, which are kept as JSON between builds."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One picture: an `<svg>` element as text, what it is called, and what it shows in a sentence or two."""

    title: str
    description: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """What a reader can set, and how the picture looks then.

    `label` says what is set, `names` how each state is called, `start` which of them the still picture shows.
    `keys` are targets such as `dot cx`: the element whose `data-key` is `dot`, and its attribute (`text` for its text).
    `values` has for each state one value per key; an empty one takes the attribute away.
    """

    label: str
    names: tuple[str, ...]
    start: int
    keys: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure: its panels, side by side where there is room, its numbers as a table, and its states if it has any."""

    panels: tuple[Panel, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    states: States | None = None


def dump(figure: Figure) -> str:
    """Write a figure as JSON."""
    return json.dumps(asdict(figure), ensure_ascii=False)


def load(text: str) -> Figure:
    """Read what `dump` has written."""
    written = json.loads(text)
    states = written["states"]
    return Figure(
        panels=tuple(Panel(**panel) for panel in written["panels"]),
        header=tuple(written["header"]),
        rows=tuple(map(tuple, written["rows"])),
        states=states
        and States(
            label=states["label"],
            names=tuple(states["names"]),
            start=states["start"],
            keys=tuple(states["keys"]),
            values=tuple(map(tuple, states["values"])),
        ),
    )
