"""The controls of an explanation as HTML; the build writes them, so that nothing moves when the script comes."""

from html import escape

from sphinx_computed_figures.controls import Button, Choice, Control, Kept, Player, Slider, Switch
from sphinx_computed_figures.language import N_, _, number

PLAYER = (N_("Play"), N_("Pause"), N_("Step"))  # the words of a player that has none of its own


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
        case Kept(key=key, start=start):
            return f'<input type="hidden" data-state="{escape(key)}" value="{escape(start)}" autocomplete="off">'
        case Player():
            words = f"{escape(_(control.play))}|{escape(_(control.pause))}"
            play = _button("play", _(control.play), f' class="figure-play" data-words="{words}"')
            return f'<span class="figure-player">{play}{_button("step", _(control.step))}</span>'


def _button(key: str, label: str, more: str = "") -> str:
    return f'<button type="button" data-press="{escape(key)}"{more}>{escape(label)}</button>'


def _slider(slider: Slider, identifier: str) -> str:
    names = slider.names or tuple(map(number, slider.values))
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
