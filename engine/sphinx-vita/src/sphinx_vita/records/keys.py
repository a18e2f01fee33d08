"""The keys of records: what authors wrote, and for all others what tells them apart.

A key is made of the name or the place and the year, `syntax-2024`. Where several records would have it, the newest
does, and the older ones get the month or season, then the rest of their names, then a number behind it: whatever older
record comes later, the keys of the others stay.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, count
from typing import Any

from sphinx_vita.records.dates import Date
from sphinx_vita.records.record import Record, options_of
from sphinx_vita.records.slugs import slug


def first_key(record: Record) -> str:
    """Return the key of a record that no other of its kind contests.

    >>> from sphinx_vita.records import Award
    >>> first_key(Award(title="Gold Medal", issuer="The Society"))
    'gold-medal'
    """
    return record.key or next(possible_keys(record))


def possible_keys(record: Record) -> Iterator[str]:
    """Yield the keys that can be made of a record without end, the shortest first."""
    record = record.untranslated or record  # one key in all languages
    words = (text for name in _telling(record) if (text := slug_of(getattr(record, name))))
    name = next(words, record.kind)
    start: Date | None = getattr(getattr(record, "dates", None), "first", None)
    key = "-".join([name, *([str(start.year)] if start else [])])
    yield key
    for part in chain([_within_year(start) if start else ""], words):
        key = f"{key}-{part}" if part else key
        yield key
    yield from (f"{key}-{number}" for number in count(2))


def slug_of(value: object) -> str:
    """Return a value as part of a key; "" for nothing."""
    text = " ".join(value) if isinstance(value, tuple) else str(value or "")
    return slug(text.lower()) if text else ""


def _telling(record: Record) -> list[str]:
    """Return the fields that tell records of a kind apart, what its key is made of first."""
    kind = type(record)
    fields = options_of(kind) or dict.fromkeys(kind.named_by)
    said = [kind.keyed_by] if kind.keyed_by and getattr(record, kind.keyed_by) else []
    named = [name for name in (next(iter(fields)), *kind.named_by) if name not in said]
    return list(dict.fromkeys([*said, *named]))


def _within_year(date: Date) -> str:
    """Return what a date says beside its year: `05-12`, `fall`, ""."""
    return "-".join(f"{part:02}" for part in (date.month, date.day) if part) or slug_of(date.season)


def settled(records: Iterable[Record]) -> list[Record]:
    """Return records with their keys, in their order; those of one kind whose authors wrote one key keep it both."""
    given = list(records)
    taken = {(record.kind, slug(record.key)) for record in given if record.key}
    keys: dict[int, str] = {}
    for place in sorted((place for place, each in enumerate(given) if not each.key), key=lambda at: _age(given[at])):
        record = given[place]
        keys[place] = next(key for key in possible_keys(record) if (record.kind, key) not in taken)
        taken.add((record.kind, keys[place]))
    return [replace(each, key=keys[place]) if place in keys else each for place, each in enumerate(given)]


def _age(record: Record) -> tuple[Any, ...]:
    """Sort the newest first, by what it starts with, and what has no date last."""
    start: Date | None = getattr(getattr(record, "dates", None), "first", None)
    return (start is None, tuple(-part for part in start.first_day) if start else ())
