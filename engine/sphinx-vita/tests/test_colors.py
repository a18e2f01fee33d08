"""Colors as WCAG measures them, and an accent that is made readable on dark pages."""

import pytest
from sphinx_vita.look.colors import DARK, LEAST, contrast, least_contrast, lightened


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#ffffff", 21), ("#fff", "#fff", 1), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_what_the_guidelines_publish(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("color", ["#57068c", "#7a1f5c", "#333333", "#000", "#005f73", "#ff0000"])
def test_a_dark_color_is_lightened_until_it_can_be_read_and_no_further(color: str) -> None:
    assert LEAST <= least_contrast(lightened(color, DARK), DARK) < LEAST + 0.7


def test_a_color_that_can_be_read_stays_as_it_is() -> None:
    assert lightened("#c9a2f2", DARK) == "#c9a2f2"
