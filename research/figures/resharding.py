"""Pictures of resharding: the schedule by host for each strategy, and one whose order a reader chooses."""

from sphinx_computed_figures.controls import Button, Choice, Kept
from sphinx_computed_figures.figure import Figure, Panel, Script

from research.figures.chart import WIDTH, Canvas, Scale, number
from research.models import resharding as model

# Six elements held in thirds by the GPUs of two hosts, each host a whole copy; wanted in halves, each half by two hosts
# with two GPUs.
SOURCE = model.Layout((2, 3), (1,))
TARGET = model.Layout((2, 2, 2), (0,), first_host=2)
PARTS = model.slices((6,), SOURCE, TARGET)
HOSTS = 6
NAMES = "ABCD"
COLORS = ("c1", "c2", "c3", "c4")
LEFT = 88.0
ROW = 21.0
GAP = 8.0  # between the hosts that send and those that receive


def plans() -> dict[str, list[model.Transfer]]:
    """Give the transfers of each panel by its title, each under the number of its slice.

    Copies come from the least loaded sender, as in Alpa; the naive broadcast takes slices and senders as listed.
    """
    return {
        "Send to each GPU": _copied(gather=False),
        "Send to each host, gather inside": _copied(gather=True),
        "Broadcast, slices as listed": model.run(PARTS, model.as_listed(PARTS)),
        "Broadcast, balanced and ordered": model.run(PARTS, model.exact(PARTS)),
    }


def _copied(gather: bool) -> list[model.Transfer]:
    numbers, parts = zip(*model.copies(PARTS, gather), strict=True)
    transfers = model.run(list(parts), model.least_loaded(list(parts)))
    return [each._replace(slice=numbers[each.slice]) for each in transfers]


def length(transfers: list[model.Transfer]) -> float:
    """Give when the last transfer has ended."""
    return max(each.end for each in transfers)


def schedules() -> Figure:
    """Show which host is busy with which slice, on one time axis for all strategies."""
    found = plans()
    longest = max(map(length, found.values()))
    return Figure(
        panels=tuple(
            Panel(
                title=f"{title}: {number(length(transfers), 2)}",
                description=f"A timeline of six hosts that ends after {number(length(transfers), 2)} units of time.",
                svg=_timeline(transfers, longest),
            )
            for title, transfers in found.items()
        ),
        header=("Strategy", "Slice", "From host", "To hosts", "Start", "End"),
        rows=tuple(
            (
                title,
                NAMES[each.slice],
                str(each.sender + 1),
                " and ".join(str(host + 1) for host in each.receivers),
                number(each.start, 3),
                number(each.end, 3),
            )
            for title, transfers in found.items()
            for each in transfers
        ),
    )


def _timeline(transfers: list[model.Transfer], longest: float) -> str:
    canvas = Canvas(_top(HOSTS) + 38)
    across = Scale(0, longest, LEFT, WIDTH - 8)
    _hosts(canvas, across, range(0, int(longest) + 1, 3))
    for each in transfers:
        canvas.path(_boxes(each, across), f"{COLORS[each.slice]} fill")
        _letters(canvas, each, across)
    return canvas.svg()


def _hosts(canvas: Canvas, across: Scale, ticks: range) -> None:
    for host in range(HOSTS):
        y, words = _top(host), "from" if host < TARGET.first_host else "to"
        canvas.text(0, y + 14, f"{words} host {host + 1}", "quiet")
        canvas.line([(LEFT, y + ROW / 2), (WIDTH - 8, y + ROW / 2)], "grid")
    for tick in ticks:
        canvas.text(across(tick), _top(HOSTS) + 12, str(tick), "quiet", "middle")
    canvas.text((LEFT + WIDTH) / 2, _top(HOSTS) + 31, "units of time", "quiet", "middle")


def _boxes(transfer: model.Transfer, across: Scale) -> str:
    x, width = across(transfer.start), number(across(transfer.end) - across(transfer.start) - 1)
    hosts = (transfer.sender, *transfer.receivers)
    return "".join(f"M{number(x + 0.5)} {number(_top(host) + 1)}h{width}v{number(ROW - 3)}h-{width}z" for host in hosts)


def _letters(canvas: Canvas, transfer: model.Transfer, across: Scale) -> None:
    middle = across((transfer.start + transfer.end) / 2)
    for host in (transfer.sender, *transfer.receivers):
        canvas.text(middle, _top(host) + 14, NAMES[transfer.slice], "on-colour strong", "middle")


def _top(host: int) -> float:
    return host * ROW + (GAP if host >= TARGET.first_host else 0)


SLOT = 46.0  # height of a slice in the list
WORDS = {
    "slice": "Slice {name}",
    "place": "place {place} of {count}, from host {host}",
    "from": "from host {host}",
    "length": "{units} units",
    "now": "{units} units; a copy to each host takes {copies}, the best order {best}.",
}
LONGEST = 7.0  # units of time on the axis; no order of broadcasts takes longer


def by_hand() -> Figure:
    """Let the reader choose the order of the slices and who sends each."""
    _, gathered, listed, best = plans().values()
    start = model.as_listed(PARTS)
    return Figure(
        panels=(
            Panel(
                title="The order of the slices",
                description="Four slices, each with its size, the two hosts that want it and the one that sends it.",
                svg=_list(start),
            ),
            Panel(
                title="When each host is busy",
                description=f"A timeline of six hosts; the last slice arrives after {number(length(listed), 2)} units.",
                svg=_run(listed, length(gathered)),
            ),
        ),
        header=("Order", "Slices, each with the host that sends it", "Units of time"),
        rows=(
            ("As listed", _written(start), number(length(listed), 2)),
            ("Best", _written(model.exact(PARTS)), number(length(best), 2)),
        ),
        script=Script(
            files=("research/models/resharding.js", "research/figures/resharding.js"),
            controls=_controls(),
            said=WORDS["now"].format(
                units=number(length(listed), 2), copies=number(length(gathered), 2), best=number(length(best), 2)
            ),
            data={
                "words": WORDS,
                "parts": [
                    {"size": each.size, "senders": each.sender_hosts, "receivers": each.receiver_hosts}
                    for each in PARTS
                ],
                "listed": start,
                "best": model.exact(PARTS),
                "copies": length(gathered),
            },
        ),
    )


def _controls() -> tuple[Choice | Button | Kept, ...]:
    return (
        Choice(
            key="plan",
            label="Order",
            options=(("listed", "As listed"), ("best", "Best"), ("hand", "By hand")),
            start="listed",
        ),
        Choice(key="slice", label="Slice", options=tuple((name, name) for name in NAMES), start=NAMES[0]),
        Button(key="earlier", label="Earlier"),
        Button(key="later", label="Later"),
        Button(key="sender", label="Other sender"),
        Kept(key="order"),
    )


def _written(plan: model.Plan) -> str:
    return ", ".join(f"{NAMES[each]} from host {sender + 1}" for each, sender in plan)


def _list(plan: model.Plan) -> str:
    canvas = Canvas(SLOT * len(PARTS))
    for place, (each, sender) in enumerate(plan):
        part = PARTS[each]
        first, *_, last = part.receiver_hosts
        with canvas.group(f"slice{each}", transform=f"translate(0 {number(place * SLOT)})"):
            canvas.rect(0.5, 3, WIDTH - 1, SLOT - 6, f"{COLORS[each]} ring")
            canvas.path("M14 17h16M14 23h16M14 29h16", "line")
            canvas.rect(44, 9, 28, 28, f"{COLORS[each]} fill")
            canvas.text(58, 28, NAMES[each], "on-colour strong", "middle")
            units = f"{part.size} unit{'s' * (part.size > 1)}"
            canvas.text(84, 28, f"{units} to hosts {first + 1} and {last + 1}")
            canvas.text(WIDTH - 12, 28, WORDS["from"].format(host=sender + 1), "strong", "end", f"from{each}")
    return canvas.svg()


def _run(transfers: list[model.Transfer], copies: float) -> str:
    canvas = Canvas(_top(HOSTS) + 38)
    across = Scale(0, LONGEST, LEFT, WIDTH - 8)
    _hosts(canvas, across, range(0, int(LONGEST) + 1))
    canvas.line([(across(copies), 0), (across(copies), _top(HOSTS) - 3)], "line dashed")
    for each in transfers:
        canvas.path(_boxes(each, across), f"{COLORS[each.slice]} fill", f"bar{each.slice}")
        with canvas.group(f"letters{each.slice}"):
            _letters(canvas, each, across)
    canvas.text(
        WIDTH, _top(HOSTS) + 31, WORDS["length"].format(units=number(length(transfers), 2)), "strong", "end", "length"
    )
    return canvas.svg()
