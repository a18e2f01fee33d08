"""What is worked out of a record once: pages, lists, heads and files all ask for the same."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

R = TypeVar("R")
V = TypeVar("V")
_MOST = 8192  # results that are kept at a time


def once_for_each(make: Callable[[R], V]) -> Callable[[R], V]:
    """Remember what a function makes of each record, by the record itself: equal ones may have names in another order.

    Only for what depends on the record alone, and neither on the language of the site nor on other records.
    """
    known: dict[int, tuple[R, V]] = {}  # a record that is held keeps its id

    @wraps(make)
    def remembered(record: R) -> V:
        found = known.get(id(record))
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            found = known[id(record)] = (record, make(record))
        return found[1]

    return remembered
