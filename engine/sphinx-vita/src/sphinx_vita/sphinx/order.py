"""The order of a view: by date, by title or by the first author, or as the author of the page names the keys."""

from collections.abc import Sequence
from typing import Any

from sphinx_vita.reading.view_options import Query
from sphinx_vita.records import Publication, Record, name_of, newest_first
from sphinx_vita.records.slugs import fold


def in_order(records: Sequence[Any], query: Query) -> list[Any]:
    """Sort records as a view asks; those that nothing tells apart stand as in the newest-first order."""
    newest = newest_first(records)
    if query.sort == "oldest":
        return sorted(reversed(newest), key=_has_no_date)
    if query.sort in ("title", "author"):
        return sorted(newest, key=_title if query.sort == "title" else _author)
    if query.keys and not query.sort:
        return sorted(records, key=lambda record: query.keys.index(record.key))
    return newest


def _has_no_date(record: Record) -> bool:
    return not isinstance(record, Publication) and getattr(record, "dates", None) is None


def _title(record: Record) -> str:
    return _sortable(str(record.title) if isinstance(record, Publication) else name_of(record))


def _author(record: Record) -> tuple[str, str]:
    """Sort by the family name of whom the line begins with, then by title."""
    people = (record.authors or record.editors) if isinstance(record, Publication) else ()
    first = people[0].name if people else None
    return (_sortable(f"{first.family} {first.given}") if first else _title(record), _title(record))


def _sortable(text: str) -> str:
    """Return letters without accents and case, and no quotation mark in front."""
    return fold(text).casefold().lstrip("\"'“‘„«¿¡([ ")
