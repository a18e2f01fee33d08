"""Every figure that a caption takes from a model is what the model gives today."""

from collections.abc import Callable

import pytest

from research.figures import clm as clm_figures
from research.figures import gaian as gaian_figures
from research.figures import memory as memory_figures
from research.figures import pipeline as pipeline_figures
from research.figures import resharding as resharding_figures
from research.figures import splatting as splatting_figures
from research.figures.fused_gemm import overlap
from research.figures.grendel import both_cuts, cuts, image
from research.models import clm, gaian, grendel, pipeline, resharding, splatting
from tests.reading import fold
from tests.research.test_figures import figures, table

WORDS = "zero one two three four five six seven eight nine ten".split()


def what_views_need() -> list[str]:
    sets = clm_figures.batch()[2]
    return [f"{sets.mean():.0%}", f"{sets.shape[1]:,}", f"{len(sets)} views", f"{sets.any(axis=0).mean():.0%}"]


def what_the_tour_saves() -> list[str]:
    sets = clm_figures.batch()[2]
    orders = clm.tours(sets)
    return [f"{1 - clm.moved(sets, orders[-1]) / clm.moved(sets, orders[0]):.0%}"]


def beside_the_state() -> list[str]:
    least, most = (kind(memory_figures.beside_the_state()) / 2**30 for kind in (min, max))
    return [f"{least:.1f}", f"{most:.1f} GiB"]


def speed_up(way: int) -> str:
    states = cuts().states
    assert states
    return f"{grendel.speed_up(image()[1], both_cuts(states.start + 1)[way]):.2f} times"


def the_meshes() -> list[str]:
    parts = resharding_figures.PARTS
    receivers = parts[0].receiver_hosts
    assert {len(part.sender_hosts) for part in parts} == {2}
    assert {len(part.receiver_hosts) for part in parts} == {len(receivers)}
    return [
        f"{WORDS[sum(part.size for part in parts)]} units",
        f"{WORDS[len(parts[0].sender_hosts)]} hosts",
        f"{WORDS[len(receivers)]} hosts",
        f"{WORDS[len(parts[0].receivers) // len(receivers)]} GPUs",
    ]


def copies() -> list[str]:
    each_gpu, each_host, *_ = resharding_figures.plans().values()
    return [f"{resharding_figures.length(each_gpu):g} units", f"{resharding_figures.length(each_host):g} units"]


def broadcasts() -> list[str]:
    *_, listed, ordered = (resharding_figures.length(plan) for plan in resharding_figures.plans().values())
    assert listed > resharding_figures.length(list(resharding_figures.plans().values())[1])  # "is no faster"
    return [f"{listed:.2f}", f"{ordered:.2f} units"]


def the_chunks() -> list[str]:
    part = resharding.Slice(1, frozenset({(0, 0)}), frozenset({(1, 0), (2, 0)}))
    return [f"{1 / (resharding.duration(part) - 1):.0f} chunks"]


def what_the_first_stage_keeps() -> list[str]:
    stages, batches = pipeline_figures.STAGES, pipeline_figures.BATCHES
    kept = [pipeline.kept(pipeline.run(stages, batches, eager), 0) for eager in (True, False)]
    assert kept[1] == 3  # the second figure of the sentence has no unit of its own
    return [f"{WORDS[kept[0]]} activations"]


def the_toy() -> list[str]:
    scene = gaian.scene()
    return [f"{len(scene.points)} points", f"{len(scene.views)} views", f"{WORDS[len(gaian_figures.COLORS)]} GPUs"]


def the_busiest_gpu() -> list[str]:
    scene, gpus = gaian.scene(), len(gaian_figures.COLORS)
    views = gaian.views_each(gaian.by_locality(scene, gpus), gpus)
    assert views.mean() == 6  # the second figure of the sentence has no unit of its own
    return [f"{WORDS[views.max()]} views"]


CLAIMS: dict[str, Callable[[], list[str]]] = {
    "the views and the city": lambda: [f"{len(clm.flight())} views", f"{len(clm.city()):,}"],
    "what views need": what_views_need,
    "what the tour saves": what_the_tour_saves,
    "the state of a Gaussian": lambda: [f"{sum(clm.state('clm'))} bytes"],
    "the blocks of the picture": lambda: [f"{grendel.COLUMNS * grendel.ROWS} blocks"],
    "equal areas": lambda: ["eight GPUs", speed_up(0)],
    "equal cost": lambda: [speed_up(1)],
    "what is sent for a Gaussian": lambda: [f"{grendel.FLOATS_SENT * grendel.BYTES} bytes"],
    "the meshes": the_meshes,
    "the chunks of a broadcast": the_chunks,
    "copies from the least loaded senders": copies,
    "broadcasts": broadcasts,
    "the busiest GPU": the_busiest_gpu,
    "the pipeline": lambda: [f"{WORDS[pipeline_figures.BATCHES]} microbatches"],
    "what the first stage keeps": what_the_first_stage_keeps,
    "the toy": the_toy,
    "the tiles": lambda: [overlap().panels[0].title.split()[3].replace("8", "eight") + " tiles"],
    "the room to work in": lambda: [f"{clm.WORKING / 2**30:.1f} GiB"],
    "what the runs take beside their state": beside_the_state,
    "the picture to be fitted": lambda: [f"{splatting_figures.SIZE} pixels"],
    "the Gaussians of the pictures": lambda: [f"{max(splatting_figures.COUNTS):,}"],
    "the numbers of a flat Gaussian": lambda: [
        f"{WORDS[splatting.scatter(splatting.monogram(8), 1, 0).shape[1]]} numbers"
    ],
}


def of_models() -> dict[str, str]:
    """Give the words of each figure that comes from a model, by the name of its claim."""
    rows = (row for rows in table().values() for row in rows if row["source"].startswith("model: "))
    return {row["source"].removeprefix("model: "): fold(row["text"]) for row in rows}


def test_every_claim_is_made_and_every_figure_of_a_model_is_a_claim() -> None:
    assert of_models().keys() == CLAIMS.keys()


@pytest.mark.parametrize("name", CLAIMS)
def test_the_model_gives_the_figures_of_the_caption(name: str) -> None:
    text = of_models()[name]
    spans = sorted(set(figures(text)))
    longest = [span for span in spans if not any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in spans)]

    assert [text[begin:end] for begin, end in longest] == CLAIMS[name]()
