"""The pictures on the cards of the home page are what the models draw, and are seen on any ground."""

import re

import pytest

from research.figures import cards, themes
from tests.content import ROOT

PICTURES = {**cards.PICTURES, **themes.PICTURES}
FOLDER = ROOT / "_static/pictures"


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_what_its_model_draws(name: str) -> None:
    assert (FOLDER / name).read_text("utf-8") == PICTURES[name](), "the model has changed: run `make pictures`"


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour written as #rrggbb, as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_seen_on_white_and_on_black(name: str) -> None:
    colours = set(re.findall(r"#[0-9a-f]{6}", PICTURES[name]()))

    assert len(colours) > 1
    for colour in colours:
        on_white, on_black = 1.05 / (luminance(colour) + 0.05), (luminance(colour) + 0.05) / 0.056  # furo's #131416
        assert min(on_white, on_black) >= 3, colour
