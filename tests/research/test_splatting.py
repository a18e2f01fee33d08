"""The Gaussians of the monogram: their gradient, their growth."""

import numpy as np
import pytest

from research.models import splatting


def test_the_gradient_is_that_of_finite_differences() -> None:
    target = splatting.monogram(12)
    gaussians = splatting.scatter(target, 5, seed=1) + 0.1 * np.random.default_rng(2).standard_normal((5, 6))
    _, gradient = splatting.loss_and_gradient(gaussians, target)
    step = 1e-6
    measured = np.empty_like(gradient)
    for place in np.ndindex(gradient.shape):
        near = np.zeros_like(gaussians)
        near[place] = step
        above, below = (splatting.loss_and_gradient(gaussians + sign * near, target)[0] for sign in (1, -1))
        measured[place] = (above - below) / (2 * step)

    assert np.abs(gradient - measured).max() < 1e-6
    assert np.abs(gradient).max(axis=0).min() > 1e-3  # every kind of parameter counts


def test_one_gaussian_is_brightest_in_its_center_and_falls_off_as_its_formula_says() -> None:
    gaussian = np.array([[8.5, 8.5, np.log(2.0), np.log(1.0), 0.0, 20.0]])
    picture = splatting.render(gaussian, 17).picture

    assert picture[8, 8] == pytest.approx(splatting.OPAQUE)
    assert picture[8, 10] == pytest.approx(splatting.OPAQUE * np.exp(-0.5))  # one radius to the right
    assert picture[9, 8] == pytest.approx(splatting.OPAQUE * np.exp(-0.5))  # one radius below


def test_ink_over_ink_multiplies_the_light_that_is_left() -> None:
    one = splatting.scatter(splatting.monogram(12), 1, seed=0)
    light = 1 - splatting.render(one, 12).picture

    assert np.allclose(1 - splatting.render(np.repeat(one, 3, axis=0), 12).picture, light**3)


def test_the_quality_grows_with_the_number_of_gaussians() -> None:
    target = splatting.monogram(24)
    quality = [
        splatting.psnr(splatting.render(splatting.fit(target, count, steps=60), 24).picture, target)
        for count in (5, 25, 125)
    ]

    assert quality == sorted(quality)
    assert quality[2] > quality[0] + 6


def test_a_fit_never_ends_worse_than_it_began() -> None:
    target = splatting.monogram(24)
    before = splatting.scatter(target, 20, seed=0)
    after = splatting.fit(target, 20, steps=30)

    assert splatting.loss_and_gradient(after, target)[0] < splatting.loss_and_gradient(before, target)[0]


def test_a_picture_that_is_wrong_by_a_tenth_everywhere_has_twenty_decibels() -> None:
    assert splatting.psnr(np.full((4, 4), 0.6), np.full((4, 4), 0.5)) == pytest.approx(20)
