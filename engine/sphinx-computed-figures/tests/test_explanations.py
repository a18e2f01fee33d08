"""Figures that run: what the build writes for them, in whatever order it builds."""

import re

import pytest
from harness.figure_sites import Site, figure, home
from sphinx_computed_figures.control_markup import markup
from sphinx_computed_figures.controls import Button, Choice, Control, Kept, Player, Slider, Switch
from sphinx_computed_figures.figure import Figure, Panel, Script, dump, load

SLIDER = Slider(
    key="n", label="N", values=(1, 2.5, 6e6), start=2.5, names=("one", "<two>", "6M"), marks=((6e6, "A & B"),)
)
CONTROLS: tuple[Control, ...] = (
    Player(),
    SLIDER,
    Choice(key="way", label="Way", options=(("a", "<A>"), ("b", "B")), start="b"),
    Switch(key="rim", label="Rim", start=True),
    Switch(key="off", label="Off"),
    Button(key="again", label='Again "now"'),
    Kept(key="places", start="1-2"),
)


def files(site: Site) -> list[str]:
    return sorted(path.name for path in (site.output / "_static/computed-figures").glob("*"))


@pytest.mark.parametrize("data", [None, {"a": [1, 2.5, "ü"]}, [], b"", bytes(range(256)), 0, ""])
def test_an_explanation_is_kept_as_it_was_drawn(data: object) -> None:
    script = Script(files=("a.js", "b.js"), controls=CONTROLS, said="Now", data=data)  # type: ignore[arg-type]
    drawn = Figure(panels=(Panel(title="A", description="B", svg="<svg/>"),), header=(), rows=(), script=script)

    assert load(dump(drawn)) == drawn


@pytest.mark.parametrize(
    ("control", "held"),
    [
        (
            SLIDER,
            ['data-values="1 2.5 6000000"', 'data-names="one|&lt;two&gt;|6M"', 'value="1"', ">A &amp; B</button>"],
        ),
        (Slider(key="n", label="N", values=(1, 1000), start=1000), ['aria-valuetext="1,000"', 'max="1" value="1"']),
        (CONTROLS[2], ['value="a" autocomplete="off"><span>&lt;A&gt;', 'value="b" autocomplete="off" checked>']),
        (CONTROLS[3], [" checked>Rim</label>"]),
        (CONTROLS[4], ['data-state="off" autocomplete="off">Off']),
        (CONTROLS[5], ['data-press="again">Again &quot;now&quot;<']),
        (CONTROLS[6], ['type="hidden" data-state="places" value="1-2"']),
        (Player(play="Los", pause="Halt", step="1"), ['data-words="Los|Halt">Los<', 'data-press="step">1<']),
    ],
)
def test_a_control_is_native_and_its_words_are_text(control: Control, held: list[str]) -> None:
    assert [part for part in held if part not in markup(control, "figure-1")] == []


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        (Slider, {"values": (1, 3), "start": 2}, "2 is none of the values of n"),
        (Slider, {"values": (1, 3), "start": 1, "marks": ((4, "Four"),)}, "4 is none of the values of n"),
        (Slider, {"values": (1, 3), "start": 1, "names": ("one",)}, "n needs a name"),
        (Slider, {"values": (1, 3), "start": 1, "names": ("one", "a|b")}, "n needs a name without |"),
        (Choice, {"options": (("a", "A"),), "start": "A"}, "A is none of the values of n"),
    ],
)
def test_what_a_control_cannot_be_is_a_fault_of_the_code(kind: type, given: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        kind(key="n", label="N", **given)


def test_the_controls_stand_on_the_page_asleep_with_the_files_that_wake_them(site: Site) -> None:
    site.write(index=home(figure("running")), still=home(figure()))
    site.build()
    controls = site.page().select_one("fieldset.figure-controls")

    assert controls
    assert controls.has_attr("disabled")
    assert controls.select_one(".figure-now").text == "Side 2"  # type: ignore[union-attr]
    assert [controls["data-script"]] == files(site)
    code = (site.output / "_static/computed-figures" / str(controls["data-script"])).read_text("utf-8")
    assert code.startswith('(()=>{"use strict";\nconst grown')
    assert "A model" not in code
    assert code.index("grown=") < code.index("explain")
    assert "explanations.js" in str(site.page())
    assert "explanations.js" not in str(site.page("still"))


MUCH = f"data={'ab' * 15_000!r}"


def test_data_come_with_the_script_unless_they_are_much(site: Site) -> None:
    site.write(index=home(figure("running", parameters="data=[1, '</script>']")))
    site.write(much=home(figure("running", parameters=MUCH)))
    site.build()
    controls = site.page().select_one("fieldset.figure-controls")

    assert controls
    assert not controls.has_attr("data-data")
    code = (site.output / "_static/computed-figures" / str(controls["data-script"])).read_text("utf-8")
    assert code.endswith('computedFigures.give([1,"</script>"]);\n')
    large = site.page("much").select_one("fieldset.figure-controls")
    assert large
    assert sorted([controls["data-script"], large["data-script"], large["data-data"]]) == files(site)


def test_the_sources_of_a_script_can_be_read_like_those_of_a_figure(site: Site) -> None:
    site.write(index=home(figure("running")))
    site.build()
    links = [str(link["href"]) for link in site.page().select(".figure-source a")]

    assert links == [f"_source/{name}.html" for name in ("models/shapes", "models/shapes.js", "drawings/squares")]
    assert '<span class="kd">const</span>' in (site.output / links[1]).read_text("utf-8")


def test_a_card_and_other_formats_have_no_controls(site: Site) -> None:
    card = ".. computed-figure:: drawings.squares:running\n   :small:\n\n   `On <https://example.org>`_\n"
    site.write(index=home(card))
    site.build()

    assert not site.page().select(".figure-controls")
    assert files(site) == []
    assert "Start again" not in (site.build("text") / "index.txt").read_text("utf-8")


@pytest.mark.parametrize("path", ["drawings/none.js", "../conf.py", "drawings"])
def test_a_script_that_is_not_there_is_told_with_its_place_and_spares_the_page(site: Site, path: str) -> None:
    site.write(index=home(figure("running", parameters=f"script='{path}'"), "The rest.", "", figure()))
    site.build(warnings=f"index.rst:4: WARNING: {path!r} is no script of the site")

    assert "The rest." in site.page().text
    assert len(site.page().select("figure")) == 1


def test_a_changed_script_or_other_data_come_under_another_name_and_nothing_is_left_over(site: Site) -> None:
    site.write(index=home(figure("running")), other=home(figure("running", parameters=MUCH)))
    site.build()
    before = files(site)
    site.put("models/shapes.js", "const grown = (side) => side + 1;\n")
    site.build()
    changed = files(site)
    clean = site.build(output=site.folder / "clean")

    assert len(before) == len(changed) == 3
    assert {name for name in before if "data" in name} == {name for name in changed if "data" in name}
    assert sorted(path.name for path in (clean / "_static/computed-figures").glob("*")) == changed
    assert len(set(before) & set(changed)) == 1
