"""What a reader sets on an explanation."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider:
    """One of many values, such as a number of Gaussians; `names` say them, and `marks` are buttons for some of them."""

    key: str
    label: str
    values: tuple[float, ...]
    start: float
    names: tuple[str, ...] = ()
    marks: tuple[tuple[float, str], ...] = ()

    def __post_init__(self) -> None:
        _check(self.key, self.values, self.start, *(value for value, _ in self.marks))
        if self.names and (len(self.names) != len(self.values) or any("|" in name for name in self.names)):
            raise ValueError(f"{self.key} needs a name without | for each of its values")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of a few values side by side, each with its name."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    start: str

    def __post_init__(self) -> None:
        _check(self.key, [value for value, _ in self.options], self.start)


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """What is on or off."""

    key: str
    label: str
    start: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """What is done when it is pressed."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Text that the script sets, such as where a reader has dragged things; the address keeps it."""

    key: str
    start: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Play, pause and step; to a reader who wants no motion it is steps alone. The usual words are translated."""

    play: str = "Play"
    pause: str = "Pause"
    step: str = "Step"


def _check(key: str, values: Sequence[object], *chosen: object) -> None:
    """Raise ValueError where something is chosen that is none of the values."""
    for each in chosen:
        if each not in values:
            raise ValueError(f"{each} is none of the values of {key}")


Control = Slider | Choice | Switch | Button | Kept | Player
KINDS: dict[str, Callable[..., Control]] = {
    kind.__name__: kind for kind in (Slider, Choice, Switch, Button, Kept, Player)
}


def plain(control: Control) -> dict[str, Any]:
    """Return a control as values that JSON knows."""
    return {"kind": type(control).__name__, **asdict(control)}


def control_of(written: dict[str, Any]) -> Control:
    """Read what `plain` has written."""
    return KINDS[written["kind"]](**{name: _tuples(value) for name, value in written.items() if name != "kind"})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
