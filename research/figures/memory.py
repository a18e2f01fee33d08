"""Will it fit? Two memories that the model of CLM fills, and what the published runs of that size took."""

from typing import Any, NamedTuple

from sphinx_computed_figures.controls import Choice, Slider
from sphinx_computed_figures.figure import Figure, Panel, Script

from research.figures.chart import WIDTH, Canvas, number
from research.models import clm

METHODS = (("gpu-only", "None"), ("naive", "Naive"), ("clm", "CLM"))
MILLIONS = (1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 20, 22, 25, 28, 32, 36, 40, 50, 60, 70, 80, 90, 102, 120, 150)
GPUS = (8, 12, 16, 24, 32, 40, 48, 80, 96, 141)  # GiB
HOSTS = (16, 32, 48, 64, 96, 128, 192, 256, 512)
START: dict[str, Any] = {"gaussians": 102e6, "method": "clm", "gpu": 24, "host": 128}
CARD = 24  # GiB of the card of the published runs
GIB = 2**30


class Run(NamedTuple):
    """A published scene on a card of 24 GB: peak of GPU memory in GB and seconds by method; None is out of memory."""

    scene: str
    millions: int
    peaks: tuple[float | None, ...]
    seconds: tuple[int | None, ...]


RUNS = (
    Run("Bicycle", 6, (8.21, 4.80, 3.01), (734, 2481, 1348)),
    Run("Rubble 4K", 10, (16.81, 9.32, 7.05), (11702, 22254, 12381)),
    Run("Rubble 4K", 28, (None, 19.03, 13.0), (None, 40820, 24757)),
    Run("BigCity", 102, (None, None, 20.79), (None, None, 11783)),
)
WORDS = {
    "gpu": "GPU, {size} GiB",
    "host": "Host, {size} GiB",
    "gpu-used": "state {state} + work {working} GiB",
    "host-used": "state {state} GiB",
    "fits": "fits, {left} GiB free",
    "missing": "OOM by {left} GiB",
    "measured": "measured: {peak} GB",
    "seconds": "{seconds} s",
    "oom": "OOM",
    "run": "{scene}, {millions}M Gaussians",
    "now": "{gaussians} Gaussians, offloading: {method}. GPU: {gpu}; host: {host}",
}

TANK = 160.0  # width of a memory on paper
LEFTS = {"gpu": 1.0, "host": WIDTH - TANK - 1}
RIM, BOTTOM, MOST = 66.0, 206.0, 1.32  # the height of a full memory, and how much of an overflow is drawn
BAR = 216.0  # the longest bar of time
ROW = 44.0


def explained() -> Figure:
    """Show what the memories of GPU and host hold, and the time of the published run that is nearest."""
    return Figure(
        panels=(
            Panel(
                title="Memory needed, at least",
                description=f"Two tanks. With 102 million Gaussians and CLM, the GPU of {CARD} GiB {_told()['gpu']}; "
                f"the host of {START['host']} GiB {_told()['host']}.",
                svg=_tanks(),
            ),
            Panel(
                title="Training time of the published run next in size",
                description="A bar for each way of offloading: BigCity takes 11,783 seconds with CLM, and is out of "
                "memory without offloading and with naive offloading.",
                svg=_times(),
            ),
        ),
        header=("Scene", "Gaussians", "Offloading", "Model, GPU GiB", "Measured, GPU GB", "Model, host GiB"),
        rows=tuple(_row(run, place) for run in RUNS for place in range(len(METHODS))),
        script=_script(),
    )


def _script() -> Script:
    names = {name: tuple(f"{size} GiB" for size in sizes) for name, sizes in (("gpu", GPUS), ("host", HOSTS))}
    return Script(
        files=("research/figures/memory.js",),
        controls=(
            Slider(
                key="gaussians",
                label="Gaussians",
                values=tuple(millions * 1e6 for millions in MILLIONS),
                start=START["gaussians"],
                names=tuple(f"{millions}M" for millions in MILLIONS),
                marks=tuple((run.millions * 1e6, f"{run.scene} {run.millions}M") for run in RUNS),
            ),
            Choice(key="method", label="Offloading", options=METHODS, start=START["method"]),
            Slider(key="gpu", label="GPU", values=GPUS, start=START["gpu"], names=names["gpu"]),
            Slider(key="host", label="Host", values=HOSTS, start=START["host"], names=names["host"]),
        ),
        said=WORDS["now"].format(gaussians=f"{RUNS[-1].millions}M", method=dict(METHODS)[START["method"]], **_told()),
        data=_data(),
    )


def _row(run: Run, place: int) -> tuple[str, ...]:
    key, method = METHODS[place]
    needed = clm.need(run.millions * 10**6, key)
    peak = run.peaks[place]
    gpu, host = (needed.state + needed.working) / GIB, needed.host / GIB
    return (run.scene, f"{run.millions}M", method, f"{gpu:.1f}", f"{peak:.2f}" if peak else "OOM", f"{host:.1f}")


def beside_the_state() -> list[float]:
    """Give the bytes that the published runs took on the GPU beside their state, with GB of 10^9 bytes and as GiB."""
    return [
        peak * unit - clm.need(run.millions * 10**6, method).state
        for run in RUNS
        for (method, _), peak in zip(METHODS, run.peaks, strict=True)
        for unit in (1e9, GIB)
        if peak
    ]


def _data() -> dict[str, Any]:
    return {
        "bytes": {key: list(clm.state(key)) for key, _ in METHODS},
        "working": clm.WORKING,
        "methods": dict(METHODS),
        "card": CARD,
        "runs": [run._asdict() for run in RUNS],
        "rim": RIM,
        "bottom": BOTTOM,
        "most": MOST,
        "bar": BAR,
        "words": WORDS,
    }


def _told() -> dict[str, str]:
    """Give the verdicts on the two memories at the start."""
    lacks = clm.missing(int(START["gaussians"]), START["method"], START["gpu"], START["host"])
    return {
        side: WORDS["missing" if lack > 0 else "fits"].format(left=f"{abs(lack) / GIB:.1f}")
        for side, lack in zip(("gpu", "host"), lacks, strict=True)
    }


def _tanks() -> str:
    canvas = Canvas(BOTTOM + 46)
    needed = clm.need(int(START["gaussians"]), START["method"])
    for side, working, state in (("gpu", needed.working, needed.state), ("host", 0, needed.host)):
        left, full = LEFTS[side], START[side] * GIB
        low, high = _height(working / full), _height((working + state) / full)
        canvas.text(left, 16, WORDS[side].format(size=START[side]), "strong", key=f"{side}-name")
        canvas.rect(left, high, TANK, low - high, "c1 fill", f"{side}-state")
        canvas.rect(left, low, TANK, BOTTOM - low, "c0 fill", f"{side}-working")
        canvas.rect(left, high, TANK, RIM - high, "c3 fill", f"{side}-over")
        canvas.path(f"M{left} {RIM - 8}V{BOTTOM}h{TANK}V{RIM - 8}M{left} {RIM}h{TANK}", "line")
        used = WORDS[f"{side}-used"].format(state=f"{state / GIB:.1f}", working=f"{working / GIB:.1f}")
        canvas.text(left, BOTTOM + 20, used, key=f"{side}-used")
        canvas.text(left, BOTTOM + 38, _told()[side], "strong", key=f"{side}-told")
    _measured(canvas)
    return canvas.svg()


def _measured(canvas: Canvas) -> None:
    """Draw what the published run has taken."""
    peak = RUNS[-1].peaks[-1]
    assert peak
    y = _height(peak * 1e9 / (START["gpu"] * GIB))
    canvas.path(f"M1 {number(y, 2)}h160", "line dashed", "measured")
    canvas.text(LEFTS["gpu"] + 6, y - 5, WORDS["measured"].format(peak=peak), key="measured-name")


def _height(part: float) -> float:
    """Give where the surface of a memory stands that is filled to a part."""
    return BOTTOM - (BOTTOM - RIM) * min(MOST, part)


def _times() -> str:
    canvas = Canvas(3 * ROW + 40)
    run = min(RUNS, key=lambda each: abs(each.millions * 1e6 - START["gaussians"]))
    slowest = max(filter(None, run.seconds))
    canvas.text(0, 16, WORDS["run"].format(scene=run.scene, millions=run.millions), "strong", key="run")
    for row, ((key, method), seconds) in enumerate(zip(METHODS, run.seconds, strict=True)):
        y = 34 + row * ROW
        look = "c1 fill" if key == START["method"] else "c0 fill"
        canvas.text(0, y + 19, method)
        canvas.rect(54, y, BAR * (seconds or 0) / slowest, 28, look, f"time-{key}")
        told = WORDS["seconds"].format(seconds=f"{seconds:,}") if seconds else WORDS["oom"]
        canvas.text(60 + BAR * (seconds or 0) / slowest, y + 19, told, "strong", key=f"told-{key}")
    return canvas.svg()
