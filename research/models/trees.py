"""Binary trees: laid out in hyperbolic space, and in the plane with as little distortion as a long descent finds.

A node's number is its place in the tree read ring by ring; distances in the tree count edges. Distortion is the largest
over the smallest ratio of embedded distance to tree distance; 1 is a perfect picture, and scale does not count.

How the trees are laid out is chosen here. The flat layouts are what `descend` makes of the rings in 7,500 steps; they
are kept because that takes longer than a page should. There may be better ones: the descent ends in the nearest valley.
"""

import sys
from functools import cache

import numpy as np
from numpy.typing import NDArray

from research.models.hyperbolic import Array, boost, distance, rotation

# By depth, the left half of each ring in thousandths of an edge, x and y; the right half is the same, turned by 180°.
FLAT = {
    1: "0 1000",
    2: "0 1250 1006 2000 -1006 2000",
    3: "0 1807 1358 3002 -1358 3002 3147 3000 2010 4679 -2010 4680 -3147 3000",
    4: """
        -637 2377 986 4216 -2864 3414 3200 4138 2386 6220 -3746 5639 -5214 4085 2801 3081 4844 3508 4430 7530 2707
        8633 -2764 6003 -3384 8018 -6864 5882 -7633 3990
    """,
    5: """
        596 3250 3761 4181 -1658 5679 6932 4869 5366 7036 -2916 8706 -4743 6683 10122 4369 9468 6846 6154 10204 4092
        8250 -3274 11952 -5495 10581 -7984 6505 -4291 4437 13359 4622 11564 3614 10424 7518 12139 8663 5519 12779
        7595 13017 3281 7200 3263 9245 -4425 14970 -2368 15051 -6306 11367 -7931 12665 -9370 6142 -11102 7285 -3956
        3283 -5449 4713
    """,
    6: """
        1051 4402 5361 5762 -1954 7777 9622 7007 8215 9219 -4187 11671 -5764 10017 13613 5130 12974 9913 10376 13131
        7561 10290 -2991 15944 -8137 13795 -10192 10189 -4953 6722 15043 5305 18096 5660 17231 11079 16119 12853
        11709 17191 9669 17533 6997 12668 4562 10767 -5205 15246 -2371 20332 -9821 17928 -11391 16524 -14386 11058
        -14341 8937 -6098 7411 -5494 3934 15443 4211 15155 6458 19978 4325 22109 4449 21571 11772 20016 10418 18145
        14042 19557 15550 13287 21180 12169 19413 7051 21003 8928 21859 5097 15227 6378 13647 5171 9788 3411 10835
        -5008 16341 -4695 18359 -3112 22297 -3142 24429 -9317 22297 -11358 22048 -12884 18296 -14664 19372 -18616
        11961 -16660 11243 -14290 7870 -18505 7638 -8517 5690 -7252 7322 -5610 2723 -4395 4391
    """,
}


def parents(depth: int) -> NDArray[np.int64]:
    """Give the parent of each node of a full binary tree, the root's being itself; shape (2^(depth + 1) - 1,)."""
    return np.asarray(np.maximum(0, (np.arange(2 ** (depth + 1) - 1) - 1) // 2))


@cache
def tree_distances(depth: int) -> Array:
    """Give the number of edges between any two nodes, shape (n, n)."""
    above = parents(depth)
    steps = np.zeros((len(above), len(above)))
    for node in range(1, len(above)):
        steps[node, :node] = steps[:node, node] = steps[above[node], :node] + 1
    return steps


def in_space(depth: int, edge: float) -> Array:
    """Lay a binary tree on the sheet, every edge of one length and the three ways at a node 120° apart; shape (n, 3).

    A node carries a frame that moves along the edge and turns: Lorentz maps of the sheet onto itself.
    """
    frames = [np.eye(3)]
    for node in range(1, 2 ** (depth + 1) - 1):
        turn = np.pi / 3 if node % 2 else -np.pi / 3
        start = (np.pi / 2 if node % 2 else -np.pi / 2) if node <= 2 else turn  # the root has two ways only
        frames.append(frames[(node - 1) // 2] @ rotation(start) @ boost(edge))
    return np.array([frame[:, 0] for frame in frames])


def in_rings(depth: int) -> Array:
    """Lay the tree in rings, each node in the middle of an equal wedge of its parent's: a poor start; shape (n, 2)."""
    nodes = np.arange(2 ** (depth + 1) - 1)
    ring = np.floor(np.log2(nodes + 1))
    angle = (nodes + 1 - 2**ring + 0.5) / 2**ring * 2 * np.pi
    return np.column_stack([ring * np.cos(angle), ring * np.sin(angle)])


def in_plane(depth: int) -> Array:
    """Give the best flat layout that was found, shape (n, 2)."""
    left = np.array(FLAT[depth].split(), dtype=float).reshape(-1, 2) / 1000
    rings = [left[2**ring - 1 : 2 ** (ring + 1) - 1] for ring in range(depth)]
    return np.concatenate([np.zeros((1, 2)), *(np.concatenate([half, -half]) for half in rings)])


def apart(places: Array) -> Array:
    """Give the distances in the plane between any two of n places, shape (n, n)."""
    return np.asarray(np.sqrt(np.sum((places[:, None] - places[None]) ** 2, axis=-1)))


def distortion(embedded: Array, steps: Array) -> float:
    """Give the largest over the smallest ratio of embedded distance to tree distance, for any two nodes."""
    above = np.triu_indices(len(steps), 1)
    ratio = embedded[above] / steps[above]
    return float(ratio.max() / ratio.min())


def distortions(depth: int, edge: float = 2.0) -> tuple[float, float]:
    """Give the distortion of the tree on the sheet and of the best flat layout that was found."""
    sheet, steps = in_space(depth, edge), tree_distances(depth)
    return distortion(distance(sheet[:, None], sheet[None]), steps), distortion(apart(in_plane(depth)), steps)


def soft_distortion(places: Array, steps: Array, sharpness: float) -> tuple[float, Array]:
    """Give the log of a distortion whose largest and smallest ratios are softened, and its gradient, shape (n, 2).

    The largest of the ratios r is (Σ rᵖ)^(1/p) with p the sharpness, the smallest the same with -p.
    """
    one, other = np.triu_indices(len(places), 1)
    way = places[one] - places[other]
    square = np.sum(way**2, axis=1)
    ratio = 0.5 * np.log(square) - np.log(steps[one, other])
    value, pull = 0.0, np.zeros(len(ratio))
    for sign in (1, -1):
        weight = np.exp(sharpness * (sign * ratio - (sign * ratio).max()))
        value += float((sign * ratio).max() + np.log(weight.sum()) / sharpness)
        pull += sign * weight / weight.sum()
    pulls = (pull / square)[:, None] * way
    gradient = [np.bincount(one, p, len(places)) - np.bincount(other, p, len(places)) for p in pulls.T]
    return value, np.column_stack(gradient)


def opposite(depth: int) -> NDArray[np.int64]:
    """Give for each node the one that half a turn brings it to, shape (n,)."""
    nodes = np.arange(2 ** (depth + 1) - 1)
    first = 2 ** np.floor(np.log2(nodes + 1)).astype(int) - 1
    return np.asarray(first + (nodes - first + (first + 1) // 2) % (first + 1))


def descend(depth: int, steps: int = 7_500, rate: float = 0.02) -> Array:
    """Improve the rings with Adam, sharper and slower as it goes; gives the best layout of all steps, shape (n, 2).

    The layout keeps the symmetry of the rings under half a turn.
    """
    goal, places, turned = tree_distances(depth), in_rings(depth), opposite(depth)
    best, least = places, distortion(apart(places), goal)
    mean, square = np.zeros_like(places), np.zeros_like(places)
    for step in range(1, steps + 1):
        _, gradient = soft_distortion(places, goal, 4 * 16 ** (step / steps))
        gradient = (gradient - gradient[turned]) / 2
        mean, square = 0.9 * mean + 0.1 * gradient, 0.999 * square + 0.001 * gradient**2
        stride = (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-12)
        places = places - rate * (1 - 0.95 * step / steps) * stride
        if (found := distortion(apart(places), goal)) < least:
            best, least = places, found
    return best


def written(places: Array, depth: int) -> str:
    """Write a layout as it is kept: the smallest ratio one, the left half of each ring, in thousandths."""
    above = np.triu_indices(len(places), 1)
    scale = 1000 / (apart(places)[above] / tree_distances(depth)[above]).min()
    halves = [places[2**ring - 1 : 2**ring - 1 + 2 ** (ring - 1)] for ring in range(1, depth + 1)]
    return " ".join(str(round(value)) for value in np.concatenate(halves).ravel() * scale)


if __name__ == "__main__":
    for each in range(1, 7):
        sys.stdout.write(f"{each}: {written(descend(each), each)}\n")
