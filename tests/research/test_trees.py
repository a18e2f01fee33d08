"""Trees: their distances, and how well they fit into hyperbolic and into flat space."""

import itertools
from functools import cache

import numpy as np
import pytest

from research.figures.hyperbolic import DEPTHS, distortion
from research.models import trees
from research.models.hyperbolic import distance

# A straightforward descent on the same measure reaches these, by depth.
REACHED = {1: 1.0, 2: 1.26, 3: 1.81, 4: 2.47, 5: 3.32, 6: 4.60}


def ancestors(node: int) -> list[int]:
    return [node] if node == 0 else [node, *ancestors((node - 1) // 2)]


def test_tree_distances_are_those_of_a_walk() -> None:
    steps = trees.tree_distances(4)
    for a in range(31):
        for b in range(31):
            assert steps[a, b] == len(set(ancestors(a)) ^ set(ancestors(b)))


@pytest.mark.parametrize("depth", [1, 3, 5])
def test_every_edge_of_the_tree_in_space_has_its_length(depth: int) -> None:
    tree = trees.in_space(depth, 2.0)
    above = trees.parents(depth)

    assert np.allclose(distance(tree[1:], tree[above[1:]]), 2.0, atol=1e-4)


@cache
def measured(depth: int) -> float:
    """Measure the distortion of the kept layout pair by pair, with a walk for each distance in the tree."""
    places = [complex(*place) for place in trees.in_plane(depth)]
    ratios = [
        abs(places[a] - places[b]) / len(set(ancestors(a)) ^ set(ancestors(b)))
        for a, b in itertools.combinations(range(len(places)), 2)
    ]
    return max(ratios) / min(ratios)


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_kept_layout_has_a_place_for_each_node_and_the_distortion_that_the_figure_says(depth: int) -> None:
    rows = {row[0]: row for row in distortion().rows}

    assert trees.in_plane(depth).shape == (2 ** (depth + 1) - 1, 2)
    assert rows[str(depth)][3] == f"{measured(depth):.2f}"


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_tree_is_compared_with_a_flat_layout_that_is_as_good_as_descent_finds(depth: int) -> None:
    rings = trees.distortion(trees.apart(trees.in_rings(depth)), trees.tree_distances(depth))

    assert measured(depth) <= REACHED[depth]
    assert measured(depth) <= rings + 1e-9


@pytest.mark.parametrize("depth", [2, 3])
def test_the_kept_layouts_are_found_again(depth: int) -> None:
    """With fewer steps, for the small ones."""
    places = trees.descend(depth, steps=2_000)

    assert trees.distortion(trees.apart(places), trees.tree_distances(depth)) == pytest.approx(
        measured(depth), rel=0.01
    )


def test_what_is_written_is_read_again_up_to_scale(monkeypatch: pytest.MonkeyPatch) -> None:
    places = trees.in_rings(3)
    monkeypatch.setitem(trees.FLAT, 3, trees.written(places, 3))
    read = trees.in_plane(3)

    assert np.allclose(read / np.abs(read).max(), places / np.abs(places).max(), atol=1e-3)


def test_half_a_turn_brings_each_node_to_its_opposite() -> None:
    places = trees.in_rings(4)

    assert np.allclose(places[trees.opposite(4)], -places)


def test_the_gradient_of_the_descent_is_that_of_finite_differences() -> None:
    steps = trees.tree_distances(2)
    places = trees.in_rings(2) + 0.1 * np.random.default_rng(1).standard_normal((7, 2))
    _, gradient = trees.soft_distortion(places, steps, 8)
    for place in np.ndindex(gradient.shape):
        near = np.zeros_like(places)
        near[place] = 1e-6
        above, below = (trees.soft_distortion(places + sign * near, steps, 8)[0] for sign in (1, -1))
        assert gradient[place] == pytest.approx((above - below) / 2e-6, abs=1e-6)


def test_the_best_flat_layouts_distort_more_with_each_level_and_the_sheet_hardly() -> None:
    found = [trees.distortions(depth) for depth in DEPTHS]

    assert all(later[1] > 1.2 * earlier[1] for earlier, later in itertools.pairwise(found))
    assert max(sheet for sheet, _ in found) < 1.25


def test_no_word_of_the_figure_claims_more_than_the_best_layout_that_was_found() -> None:
    figure = distortion()
    spoken = figure.panels[0].description

    assert "best flat layout found" in spoken
    assert all(row[column] in spoken for row in figure.rows[-1:] for column in (2, 3))
    assert figure.header == ("Depth", "Nodes", "Hyperbolic", "Flat, best layout found")
