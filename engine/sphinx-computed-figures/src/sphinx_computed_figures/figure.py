"""What a function that draws a figure gives back: plain values, which are kept as JSON between builds."""

import base64
import json
from dataclasses import asdict, dataclass
from typing import Any

from sphinx_computed_figures.controls import Control, control_of, plain

Data = bytes | str | int | float | list[Any] | dict[str, Any] | None


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

    @property
    def json(self) -> str:
        """What the slider needs; a `<` would end the script that holds it."""
        written = asdict(self) | {"keys": [key.split(" ", 1) for key in self.keys]}
        return json.dumps(written, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """What lets a figure run in the page; its panels are the first frame, and all there is without scripts.

    `files` are scripts by their paths in the site, joined in this order: models first, last what calls
    `computedFigures.explain`. `said` are the words of the first frame that the script will say anew after a change.
    `data` are what JSON knows, or bytes; the script asks for them when it needs them, and much comes only then.
    """

    files: tuple[str, ...]
    controls: tuple[Control, ...] = ()
    said: str = ""
    data: Data = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure: its panels, side by side where there is room, its numbers as a table, and what moves it if anything."""

    panels: tuple[Panel, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    states: States | None = None
    script: Script | None = None


def dump(figure: Figure) -> str:
    """Write a figure as JSON."""
    written = asdict(figure)
    if figure.script:
        data = figure.script.data
        written["script"] = {
            "files": figure.script.files,
            "controls": [plain(control) for control in figure.script.controls],
            "said": figure.script.said,
            "data": None if isinstance(data, bytes) else data,
            "bytes": base64.b64encode(data).decode() if isinstance(data, bytes) else None,
        }
    return json.dumps(written, ensure_ascii=False)


def load(text: str) -> Figure:
    """Read what `dump` has written."""
    written = json.loads(text)
    states, script = written["states"], written["script"]
    return Figure(
        panels=tuple(Panel(**panel) for panel in written["panels"]),
        header=tuple(written["header"]),
        rows=tuple(map(tuple, written["rows"])),
        states=_states(states) if states else None,
        script=_script(script) if script else None,
    )


def _states(written: dict[str, Any]) -> States:
    return States(
        label=written["label"],
        names=tuple(written["names"]),
        start=written["start"],
        keys=tuple(written["keys"]),
        values=tuple(map(tuple, written["values"])),
    )


def _script(written: dict[str, Any]) -> Script:
    return Script(
        files=tuple(written["files"]),
        controls=tuple(map(control_of, written["controls"])),
        said=written["said"],
        data=written["data"] if written["bytes"] is None else base64.b64decode(written["bytes"]),
    )
