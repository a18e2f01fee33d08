"""Which records have come, gone or changed: by their keys, and where those are new too, by what they say."""

from collections.abc import Iterator, Sequence

from sphinx_vita.command.diff.changes import Change, Detail, Kind, Subject
from sphinx_vita.command.diff.lines import compare_lines
from sphinx_vita.command.diff.published import Entry

_LEAST_ALIKE = 0.5  # share of the fields that two records have alike to be one under another key
_WHERE = "where"  # follows from the key
_OF_LINES = ("highlights",)

Pair = tuple[Entry | None, Entry | None]


def compare_records(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    """Give the records that were added, removed or changed, in the order of the new ones, the removed ones last."""
    for before, after in pairs_of(old, new):
        if before is None and after is not None:
            yield _change(Kind.ADDED, after, [Detail(name, "", text) for name, text in after.fields.items()])
        elif after is None and before is not None:
            yield _change(Kind.REMOVED, before, [])
        elif before is not None and after is not None and (details := list(_differences(before, after))):
            yield _change(Kind.CHANGED, after, details)


def pairs_of(old: Sequence[Entry], new: Sequence[Entry]) -> list[Pair]:
    """Put each record beside what it was; None for one that was not there, or is not any more."""
    known = {(each.kind, each.key): each for each in old}
    found = {(each.kind, each.key): known.pop((each.kind, each.key), None) for each in new}
    strangers = [each for each in new if found[each.kind, each.key] is None]
    pairs = (
        (old, new) for old in enumerate(known.values()) for new in enumerate(strangers) if old[1].kind == new[1].kind
    )
    scores = [(_likeness(before, after), place, number) for (place, before), (number, after) in pairs]
    left = dict(enumerate(known.values()))
    for score, place, number in sorted(scores, key=lambda each: (-each[0], each[1], each[2])):
        after = strangers[number]
        if score >= _LEAST_ALIKE and place in left and found[after.kind, after.key] is None:
            found[after.kind, after.key] = left.pop(place)
    return [*((found[each.kind, each.key], each) for each in new), *((each, None) for each in left.values())]


def _likeness(old: Entry, new: Entry) -> float:
    """Return the share of the fields that two records have alike."""
    names = (old.fields.keys() | new.fields.keys()) - {_WHERE}
    return sum(old.fields.get(name) == new.fields.get(name) for name in names) / (len(names) or 1)


def _differences(old: Entry, new: Entry) -> Iterator[Detail]:
    if old.key != new.key:
        yield Detail("key", old.key, new.key)
    for name in dict.fromkeys([*new.fields, *old.fields]):
        before, after = old.fields.get(name, ""), new.fields.get(name, "")
        if before == after:
            continue
        if name in _OF_LINES:
            yield from compare_lines(before.split("\n"), after.split("\n"), name)
        else:
            yield Detail(name, before, after)


def _change(kind: Kind, entry: Entry, details: list[Detail]) -> Change:
    return Change(subject=Subject.RECORDS, kind=kind, name=f"{entry.kind} {entry.name}", details=tuple(details))
