"""What a reader sets on an explanation; the build writes it, so that nothing moves when the script comes."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from html import escape
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
class Player:
    """Play, pause and step; to a reader who wants no motion it is steps alone."""

    play: str = "Play"
    pause: str = "Pause"
    step: str = "Step"


def _check(key: str, values: Sequence[object], *chosen: object) -> None:
    """Raise ValueError where something is chosen that is none of the values."""
    for each in chosen:
        if each not in values:
            raise ValueError(f"{each} is none of the values of {key}")


Control = Slider | Choice | Switch | Button | Player
KINDS: dict[str, Callable[..., Control]] = {kind.__name__: kind for kind in (Slider, Choice, Switch, Button, Player)}


def plain(control: Control) -> dict[str, Any]:
    """Return a control as values that JSON knows."""
    return {"kind": type(control).__name__, **asdict(control)}


def control_of(written: dict[str, Any]) -> Control:
    """Read what `plain` has written."""
    return KINDS[written["kind"]](**{name: _tuples(value) for name, value in written.items() if name != "kind"})


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


def markup(control: Control, identifier: str) -> str:
    """Return a control as HTML; `identifier` begins its ids."""
    match control:
        case Slider():
            return _slider(control, f"{identifier}-{control.key}")
        case Choice():
            return _choice(control, f"{identifier}-{control.key}")
        case Switch(key=key, label=label, start=start):
            box = f'<input type="checkbox" data-state="{escape(key)}" autocomplete="off"{" checked" * start}>'
            return f'<label class="figure-switch">{box}{escape(label)}</label>'
        case Button(key=key, label=label):
            return _button(key, label)
        case Player():
            words = f"{escape(control.play)}|{escape(control.pause)}"
            play = _button("play", control.play, f' class="figure-play" data-words="{words}"')
            return f'<span class="figure-player">{play}{_button("step", control.step)}</span>'


def _button(key: str, label: str, more: str = "") -> str:
    return f'<button type="button" data-press="{escape(key)}"{more}>{escape(label)}</button>'


def _slider(slider: Slider, identifier: str) -> str:
    names = slider.names or tuple(f"{value:,g}" for value in slider.values)
    place = slider.values.index(slider.start)
    values = " ".join(f"{value:.17g}" for value in slider.values)
    told = escape("|".join(names))
    marks = "".join(
        f'<button type="button" data-sets="{escape(slider.key)}" data-value="{value:.17g}">{escape(name)}</button>'
        for value, name in slider.marks
    )
    group = f'<span class="figure-marks" role="group" aria-label="{escape(slider.label)}">{marks}</span>'
    return (
        f'<span class="figure-slider"><label for="{identifier}">{escape(slider.label)}</label>'
        f'<input type="range" id="{identifier}" data-state="{escape(slider.key)}" min="0" max="{len(names) - 1}"'
        f' value="{place}" data-values="{values}" data-names="{told}" aria-valuetext="{escape(names[place])}"'
        f' autocomplete="off">'
        f'<output for="{identifier}" aria-hidden="true">{escape(names[place])}</output>'
        f"</span>{group if marks else ''}"
    )


def _choice(choice: Choice, identifier: str) -> str:
    options = "".join(
        f'<label><input type="radio" name="{identifier}" data-state="{escape(choice.key)}" value="{escape(value)}"'
        f' autocomplete="off"{" checked" * (value == choice.start)}><span>{escape(name)}</span></label>'
        for value, name in choice.options
    )
    return f'<fieldset class="figure-choice"><legend>{escape(choice.label)}</legend>{options}</fieldset>'
