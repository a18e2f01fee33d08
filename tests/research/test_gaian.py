"""The toy for Gaian's question: locality needs fewer remote reads, and loads one GPU more; how much is no claim."""

import numpy as np
import pytest
from bs4 import BeautifulSoup

from research.figures.gaian import placement
from research.models import gaian
from tests.reading import the


@pytest.mark.parametrize("seed", [0, 1, 2, 11])
@pytest.mark.parametrize("gpus", [2, 4, 8])
def test_locality_needs_fewer_remote_reads_than_chance(gpus: int, seed: int) -> None:
    scene = gaian.scene(seed=seed)
    chance, near = (gaian.count(scene, place(scene, gpus)) for place in (gaian.at_random, gaian.by_locality))

    assert near.all == chance.all
    assert near.remote < chance.remote


@pytest.mark.parametrize("gpus", [1, 2, 4, 8])
def test_every_gpu_holds_its_share_of_the_points(gpus: int) -> None:
    scene = gaian.scene()
    for way in (gaian.at_random(scene, gpus), gaian.by_locality(scene, gpus)):
        assert np.bincount(way.points, minlength=gpus).tolist() == [len(scene.points) // gpus] * gpus


def test_remote_reads_are_those_of_a_count_one_by_one() -> None:
    scene = gaian.scene(points=60, views=10)
    way = gaian.at_random(scene, 4)
    pairs = [
        (view, point)
        for view in range(10)
        for point in range(60)
        if np.hypot(*(scene.views[view] - scene.points[point])) <= scene.radius
    ]
    remote = [pair for pair in pairs if way.views[pair[0]] != way.points[pair[1]]]

    assert remote
    assert gaian.count(scene, way) == (len(pairs), len(remote))


def test_the_views_of_each_gpu_are_those_of_a_count_one_by_one() -> None:
    scene = gaian.scene()
    for way in (gaian.at_random(scene, 4), gaian.by_locality(scene, 4)):
        assert gaian.views_each(way, 4).tolist() == [sum(int(owner) == gpu for owner in way.views) for gpu in range(4)]


def test_the_figure_shows_what_locality_costs() -> None:
    """Remote reads fall, and the busiest GPU has more than its share: the one is not shown without the other."""
    figure = placement()
    most, mean = (figure.header.index(name) for name in ("Views of the busiest GPU", "Mean"))
    for row in figure.rows[2:]:  # two halves of the plane have equally many views
        assert (int(row[most]) > float(row[mean])) is (row[0] == "by locality")
    chance, near = (panel.description for panel in figure.panels)
    assert chance.endswith("the busiest GPU renders 6 views, the mean is 6.")
    assert near.endswith("the busiest GPU renders 9 views, the mean is 6.")
    assert [figure.panels[1].svg.count(f">{views} views<") for views in (4, 7, 9)] == [2, 1, 1]


def test_no_view_reaches_into_the_legend_or_out_of_the_picture() -> None:
    for panel in placement().panels:
        picture = BeautifulSoup(panel.svg, "html.parser")
        _, top, _, height = (float(number) for number in str(the(picture, "svg")["viewbox"]).split())
        legend = min(float(str(text["y"])) for text in picture.select("text.quiet")) - 28  # an ascender's height
        for ring in picture.select("circle.ring"):
            middle, radius = float(str(ring["cy"])), float(str(ring["r"]))
            assert top <= middle - radius
            assert middle + radius <= legend <= top + height


def test_a_number_of_gpus_that_halving_does_not_reach_is_refused() -> None:
    with pytest.raises(ValueError, match="3 GPUs cannot be reached by halving: take 1, 2, 4, 8"):
        gaian.by_locality(gaian.scene(), 3)
