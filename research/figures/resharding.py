"""Pictures of resharding: the schedule by host for each strategy."""

from sphinx_computed_figures.figure import Figure, Panel

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
    for host in range(HOSTS):
        y, words = _top(host), "from" if host < TARGET.first_host else "to"
        canvas.text(0, y + 14, f"{words} host {host + 1}", "quiet")
        canvas.line([(LEFT, y + ROW / 2), (WIDTH - 8, y + ROW / 2)], "grid")
    for each in transfers:
        for host in (each.sender, *each.receivers):
            y, width = _top(host), across(each.end) - across(each.start)
            canvas.rect(across(each.start) + 0.5, y + 1, width - 1, ROW - 3, f"{COLORS[each.slice]} fill")
            if width > 12:
                middle = across(each.start) + width / 2
                canvas.text(middle, y + 14, NAMES[each.slice], "on-colour strong", "middle")
    for tick in range(0, int(longest) + 1, 3):
        canvas.text(across(tick), _top(HOSTS) + 12, str(tick), "quiet", "middle")
    canvas.text((LEFT + WIDTH) / 2, _top(HOSTS) + 31, "units of time", "quiet", "middle")
    return canvas.svg()


def _top(host: int) -> float:
    return host * ROW + (GAP if host >= TARGET.first_host else 0)
