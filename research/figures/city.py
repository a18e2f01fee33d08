"""The city that one flies over: its first frame, its plan, what a view of it needs, and the data for the page."""

import base64
import io
import json
from typing import Any

import drawsvg
import numpy as np
from PIL import Image
from sphinx_computed_figures.controls import Choice, Player, Slider
from sphinx_computed_figures.figure import Figure, Panel, Script

from research.figures.chart import Canvas, number, polyline
from research.figures.city_words import OF_THE_SCRIPT, WORDS, Words, scripts
from research.models import clm, gaian, gaussians, projection, views
from research.models.city import city

Array = gaussians.Array

SIZE = 400  # pixels of the first frame
HAZE = (201, 214, 224)  # what stands behind all Gaussians
QUALITY = 40  # of the first frame, a WebP
WIDTH = 296.0  # of the plan and the numbers, which stand in a column
MAP = 136.0  # side of the plan
EVERY = 20  # of so many Gaussians in view one is on the plan
LEFT = 150.0  # where the numbers begin
BAR = WIDTH - LEFT
GPUS = (4, 16)


def fly_over(language: str = "en") -> Figure:
    """Show one view of the city, what it touches, and what that costs; the page lets one fly on."""
    words = WORDS[language]
    given = data(words)
    size = round(len(json.dumps(given, ensure_ascii=False, separators=(",", ":"))) / 1000)
    views_said = tuple(str(view + 1) for view in range(len(views.batch().cameras)))
    in_view = views.batch().sets[views.batch().tour[0]]
    seen, share, first = int(in_view.sum()), float(in_view.mean()), megabytes(views.OFFLOADED * in_view.sum())
    return Figure(
        panels=(
            Panel(
                title=words["photo"].format(f"{len(city().centers):,}"),
                description=words["photoShows"],
                svg=_photo(),
            ),
            Panel(
                title=words["plan"],
                description=words["planShows"].format(f"{share:.1%}"),
                svg=_instruments(words),
            ),
        ),
        header=tuple(words[f"column{column}"] for column in range(1, 6)),
        rows=_rows(),
        script=Script(
            files=("research/models/city.js", *(f"research/figures/{name}.js" for name in scripts(language))),
            controls=(
                Player(play=f"{words['fly']} · {size} KB", pause=words["pause"], step=words["next"]),
                Slider(key="view", label=words["stop"], values=tuple(map(int, views_said)), start=1, names=views_said),
                _choice(words, "order", "clm", "drawn"),
                Choice(key="gpus", label=words["gpus"], options=(("1", "1"), ("4", "4"), ("16", "16")), start="1"),
                _choice(words, "placement", "place", "random"),
            ),
            said=words["view"].format(1, f"{seen:,}", f"{share:.1%}") + words["saidLoaded"].format(first),
            data=given,
        ),
    )


def _choice(words: Words, key: str, *options: str) -> Choice:
    return Choice(key=key, label=words[key], options=tuple((each, words[each]) for each in options), start=options[0])


def data(words: Words = WORDS["en"]) -> dict[str, Any]:
    batch = views.batch()
    names = ("x", "y", "z", "yaw", "pitch")
    return {
        "packed": base64.b64encode(gaussians.packed(city())).decode(),
        "count": len(city().centers),
        "unit": gaussians.UNIT,
        "shapes": gaussians.shape_table(),
        "colors": gaussians.colors().tolist(),
        "haze": HAZE,
        "half": batch.cameras[0].half_angle,
        "flight": [dict(zip((*names, "far"), (*camera[:5], camera.far), strict=True)) for camera in batch.cameras],
        "orders": batch.orders,
        "bytes": {"offloaded": views.OFFLOADED, "kept": clm.state("clm").gpu, "all": views.ALL, "state": views.STATE},
        "totals": {"1": [loaded(order) for order in batch.orders]}
        | {str(gpus): [_remote(owners, gpus) for owners in placements(gpus).values()] for gpus in GPUS},
        "plan": {"side": MAP, "meters": clm.SIDE, "every": EVERY, "bar": BAR},
        "words": {key: words[key] for key in OF_THE_SCRIPT},
    }


def loaded(order: str) -> int:
    """Return the bytes that a flight loads in an order, `clm` or `drawn`."""
    batch = views.batch()
    return views.OFFLOADED * sum(step.loads for step in clm.traffic(batch.sets, batch.orders[order]))


def placements(gpus: int) -> dict[str, gaian.Owners]:
    """Return the GPU of each Gaussian in both placements."""
    return {"place": views.by_place(gpus), "random": views.shuffled(len(city().centers), gpus)}


def _remote(owners: gaian.Owners, gpus: int) -> int:
    """Return the bytes that the views of a flight fetch from other GPUs."""
    return views.ALL * sum(views.remote(views.batch().sets, owners, gpus))


def _rows() -> tuple[tuple[str, ...], ...]:
    batch = views.batch()
    loads = [
        {view: step.loads for view, step in zip(order, clm.traffic(batch.sets, order), strict=True)}
        for order in batch.orders.values()
    ]
    return tuple(
        (
            str(place + 1),
            f"{int(batch.sets[view].sum()):,}",
            f"{batch.sets[view].mean():.1%}",
            *(megabytes(views.OFFLOADED * each[view]) for each in loads),
        )
        for place, view in enumerate(batch.tour)
    )


def megabytes(count: float) -> str:
    """Write bytes in MB with three digits or more."""
    return f"{count / 1e6:.{2 if count < 1e7 else 1}f}"


def picture(camera: clm.Camera, size: int) -> Array:
    """Render what a camera sees of the city before the haze, from 0 to 1, shape (size, size, 3)."""
    every, seen = city(), views.needed(camera)
    places, shapes = every.centers[seen] * gaussians.UNIT, every.shapes[seen]
    splats = projection.project(places, gaussians.covariances()[shapes], camera, size)
    paints = gaussians.colors()[every.colors[seen]] / 255
    drawn = projection.render(splats, gaussians.opacities()[shapes], paints, size)
    return np.asarray(drawn[:, :, :3] + (1 - drawn[:, :, 3:]) * np.array(HAZE) / 255)


def first_frame() -> bytes:
    """Return the first view of the flight as a WebP."""
    batch, file = views.batch(), io.BytesIO()
    pixels = np.rint(np.clip(picture(batch.cameras[batch.tour[0]], SIZE), 0, 1) * 255).astype(np.uint8)
    Image.fromarray(pixels).save(file, "WEBP", quality=QUALITY, method=6)
    return file.getvalue()


def _photo() -> str:
    address = f"data:image/webp;base64,{base64.b64encode(first_frame()).decode()}"
    size = f'width="{SIZE}" height="{SIZE}"'
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}"'
    return f'<svg {box} {size}><image {size} href="{address}"/></svg>'


def place(point: Array) -> tuple[float, float]:
    """Return where a point of the city lies on the plan."""
    return float(point[0]) / clm.SIDE * MAP, MAP - float(point[1]) / clm.SIDE * MAP


def _instruments(words: Words) -> str:
    canvas = Canvas(212, WIDTH)
    _plan(canvas, words)
    batch = views.batch()
    count, seen = len(city().centers), int(batch.sets[batch.tour[0]].sum())
    tour, drawn = loaded("clm"), loaded("drawn")
    told = (
        (words["inView"], words["share"].format(f"{seen / count:.1%}")),
        (words["onGpu"], words["ofAll"].format(megabytes(views.on_gpu(count, seen)), megabytes(count * views.STATE))),
        (words["loaded"], f"{megabytes(views.OFFLOADED * seen)} MB"),
    )
    for row, (label, value) in enumerate(told):
        canvas.text(LEFT, 11 + row * 42, label, "quiet", key=f"label-{row}")
        canvas.text(LEFT, 29 + row * 42, value, "strong", key=f"value-{row}")
    canvas.text(LEFT, 142, words["flight"], "quiet", key="flight")
    for row, (label, total, look) in enumerate(((words["clm"], tour, "fill"), (words["drawn"], drawn, "tint"))):
        canvas.text(LEFT, 162 + row * 30, label, key=f"name-{row}")
        canvas.text(WIDTH, 162 + row * 30, f"{megabytes(total)} MB", "strong", "end", key=f"total-{row}")
        canvas.rect(LEFT, 168 + row * 30, BAR * total / max(tour, drawn), 7, f"c1 {look}", key=f"bar-{row}")
    return canvas.svg()


def _plan(canvas: Canvas, words: Words) -> None:
    """Draw the city from above and what the first view touches: all of it is new."""
    batch = views.batch()
    block, side = MAP / clm.BLOCKS, number(MAP / clm.BLOCKS * 0.68)
    corners = [(number((i + 0.16) * block), number((j + 0.16) * block)) for i, j in np.ndindex(clm.BLOCKS, clm.BLOCKS)]
    canvas.path("".join(f"M{x} {y}h{side}v{side}h-{side}z" for x, y in corners), "c0 pale")
    stops = [place(np.array(batch.cameras[view][:2])) for view in batch.tour]
    canvas.line(stops, "c0 ring", "route")
    canvas.path("", "c1 dots", "kept", stroke_width="2.5")
    seen = city().centers[np.flatnonzero(batch.sets[batch.tour[0]])[::EVERY]] * gaussians.UNIT
    canvas.path("".join(_cross(*place(point), 1.5) for point in seen), "c3 ring", "new")
    camera = batch.cameras[batch.tour[0]]
    inside = drawsvg.ClipPath(id="plan")
    inside.append(drawsvg.Rectangle(*map(number, (-4, -4, MAP + 8, MAP + 8))))
    canvas.path(polyline(map(place, clm.footprint(camera))) + "Z", "line", "view", clip_path=inside)
    canvas.circle(*stops[0], 4, "c1 fill", "eye")
    canvas.dots([(5, 164)], "c1", 7)
    canvas.text(16, 168, words["kept"], key="kept-words")
    canvas.path(_cross(5, 184, 4), "c3 stroke")
    canvas.text(16, 188, words["new"], key="new-words")


def _cross(x: float, y: float, arm: float) -> str:
    return f"M{number(x - arm)} {number(y)}h{number(2 * arm)}m-{number(arm)}-{number(arm)}v{number(2 * arm)}"
