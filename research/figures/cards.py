"""The pictures on the cards of the home page, computed like the figures: `make pictures` writes them anew.

They stand in files of their own, so their colors are fixed: ones that are seen on white and on black. What they show
is said by `preview_alt` in publications.bib.
"""

import sys
from collections.abc import Callable
from itertools import groupby, pairwise
from pathlib import Path

import drawsvg
import numpy as np

from research.figures.chart import Canvas, dotted, number
from research.figures.clm import batch
from research.figures.grendel import both_cuts, image
from research.figures.resharding import HOSTS, length, plans
from research.models import clm, grendel, resharding

WIDTH, HEIGHT = 480.0, 270.0
ACCENT, GREY, WARM, COOL = "#8b5cc7", "#7b808a", "#c9772b", "#3c8f86"
TEXT = 22  # pixels; a card shows its picture at two thirds of its size
SEEN = 32  # of so many Gaussians in a view one is drawn
GPUS = 4
LEVELS = 4  # shades of cost


def city() -> str:
    """Show the city and the path over it, and in color what its last view brings to the GPU."""
    points, cameras, sets = batch()
    order = clm.tours(sets)[-1]
    canvas = _canvas()
    look = {"fill": "none", "stroke_linecap": "round", "stroke_linejoin": "round"}
    with canvas.group("", transform="matrix(3 0 -1.5 2.2 160 8)", **look):  # from a hundredth of a side, laid flat
        canvas.add(drawsvg.Rectangle("0", "0", "100", "100", fill=_houses()))
        view = _plan(clm.footprint(cameras[order[-1]]))
        canvas.path(f"M{_listed(view)}z", "", fill=ACCENT, fill_opacity=".3")
        seen = _plan(points[sets[order[-1]]][::SEEN])
        canvas.path(dotted(seen, 0), "", stroke=ACCENT, stroke_width="1.6")
        stops = _plan(np.array([cameras[each][:2] for each in order]))
        canvas.path(f"M{_listed(stops)}", "", stroke=WARM, stroke_width=".7")
        canvas.path(dotted(stops, 0), "", stroke=WARM, stroke_width="3")
    for x, words, color in ((14, "camera path", WARM), (176, "on the GPU", ACCENT), (328, "host memory", GREY)):
        canvas.add(drawsvg.Circle(x, 253, 6, fill=color))
        _write(canvas, x + 12, 260, words, color)
    return canvas.svg() + "\n"


def _houses() -> drawsvg.Pattern:
    side = 100 / clm.BLOCKS
    house = drawsvg.Pattern(number(side), number(side), id="a", patternUnits="userSpaceOnUse")
    edge, length = number(0.16 * side), number(0.68 * side)
    house.append(drawsvg.Rectangle(edge, edge, length, length, fill=GREY, fill_opacity=".35"))
    return house


def _plan(points: clm.Array) -> list[tuple[float, float]]:
    """Give places of the city in hundredths of its side, north above."""
    return [(float(x), 100 - float(y)) for x, y, *_ in points * (100 / clm.SIDE)]


def _listed(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.0f} {y:.0f}" for x, y in points)


def cuts() -> str:
    """Show an image cut among four GPUs: parts of different area, each with the same cost."""
    times = image()[1].reshape(grendel.ROWS, grendel.COLUMNS)
    shade = np.ceil(times / times.max() * LEVELS).astype(int)
    canvas = _canvas()
    across, down = 13.0, HEIGHT / grendel.ROWS  # a little narrow, for labels with room to the edge
    with canvas.group("", transform=f"matrix({number(across, 2)} 0 0 {number(down, 2)} 0 0)", fill=ACCENT):
        canvas.path(f"M0 0h{grendel.COLUMNS}v{grendel.ROWS}h-{grendel.COLUMNS}z", "", fill_opacity=".12")
        for level in range(2, LEVELS + 1):
            canvas.path(_runs(shade == level), "", fill_opacity=number((level - 0.6) / LEVELS, 2))
        borders = "".join(_border(int(cut)) for cut in both_cuts(GPUS)[1][1:-1])
        canvas.path(borders, "", fill="none", stroke=WARM, stroke_width=".3")
    ends = both_cuts(GPUS)[1] / grendel.COLUMNS
    for gpu, (start, end) in enumerate(pairwise(ends), 1):
        _write(canvas, 400, float(start + end) / 2 * down + 7, f"GPU {gpu}")
    _write(canvas, 10, 258, "more color: more work")
    return canvas.svg() + "\n"


def _runs(chosen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> str:
    """Draw the chosen cells, neighbors in a row as one."""
    found = ""
    for row, cells in enumerate(chosen):
        column = 0
        for is_chosen, run in groupby(cells):
            length = len(list(run))
            found += f"M{column} {row}h{length}v1h-{length}" if is_chosen else ""
            column += length
    return found


def _border(cut: int) -> str:
    row, column = divmod(cut, grendel.COLUMNS)
    return f"M0 {row + 1}H{column}V{row}H{grendel.COLUMNS}" if column else f"M0 {row}H{grendel.COLUMNS}"


def schedules() -> str:
    """Show which hosts are busy with which slice, for a copy sent to each host and for the best order of broadcasts."""
    _, gathered, _, ordered = plans().values()
    longest = length(gathered)
    canvas = _canvas()
    for top, words, run in ((0, "a copy to each host", gathered), (136, "broadcast, balanced, ordered", ordered)):
        _write(canvas, 10, top + 24, words)
        with canvas.group("", transform=f"matrix({number(460 / longest, 2)} 0 0 15 10 {top + 34})"):
            lines = "".join(f"M0 {host}.5H{number(length(run), 2)}" for host in range(HOSTS))
            canvas.path(lines, "", stroke=GREY, stroke_width=".05")
            for each, color in enumerate((ACCENT, WARM, COOL, GREY)):
                canvas.path(
                    _bars([transfer for transfer in run if transfer.slice == each]),
                    "",
                    stroke=color,
                    stroke_width=".8",
                )
    _write(canvas, 290, 214, "a row: a host")
    _write(canvas, 290, 244, "a color: a slice")
    return canvas.svg() + "\n"


def _bars(transfers: list[resharding.Transfer]) -> str:
    return "".join(
        f"M{number(each.start, 2)} {host}.5H{number(each.end - 0.04, 2)}"
        for each in transfers
        for host in (each.sender, *each.receivers)
    )


def _canvas() -> Canvas:
    canvas = Canvas(HEIGHT, WIDTH)
    canvas.drawing.svg_args["font-family"] = "sans-serif"
    return canvas


def _write(canvas: Canvas, x: float, y: float, words: str, color: str = GREY) -> None:
    canvas.add(drawsvg.Text(words, TEXT, number(x, 0), number(y, 0), fill=color))


PICTURES: dict[str, Callable[[], str]] = {"clm.svg": city, "grendel.svg": cuts, "resharding.svg": schedules}


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    for name, draw in PICTURES.items():
        (folder / name).write_text(draw(), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
