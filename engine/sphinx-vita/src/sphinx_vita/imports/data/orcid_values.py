"""What values of ORCID's records say: dates, places, numbers, who may see them."""

import re
from typing import Any

from sphinx_vita.imports.data.json_values import Data, at, mappings, words
from sphinx_vita.reading.places import country_name

_WITH_STATES = ("US", "CA", "AU")  # whose cities are named with the state


def is_public(item: Any) -> bool:
    """Whether everybody may see an item; what says nothing of it is of a public record."""
    return words(item, "visibility").lower() in ("", "public")


def date_in(date: Any) -> str:
    """Return a date as exactly as it is known.

    >>> date_in({"year": {"value": "2020"}, "month": {"value": "05"}, "day": None})
    '2020-05'
    """
    parts = [words(date, part, "value") for part in ("year", "month", "day")]
    known: list[str] = []
    for part in parts:
        if not re.fullmatch(r"[0-9]{1,4}", part) or not int(part):
            break
        known.append(part.zfill(2))
    return "-".join(known)


def period(item: Data, *, is_ongoing: bool = False) -> str:
    """Return from when to when; without an end it goes on, or it is a day."""
    start, end = date_in(item.get("start-date")), date_in(item.get("end-date"))
    if not start or start == end:
        return end
    return f"{start} – {end}" if end else f"{start} – Now" if is_ongoing else start


def place_in(address: Any) -> str:
    """Return the city and the country, or the state where it is named with that."""
    city, region, code = (words(address, part) for part in ("city", "region", "country"))
    return ", ".join(filter(None, (city, region if code in _WITH_STATES and region else country_name(code, "en"))))


def numbers_in(item: Data, *types: str) -> list[str]:
    """Return the identifiers of an item that are of one of the types; those of the item itself first."""
    found = mappings(at(item, "external-ids", "external-id"))
    found.sort(key=lambda each: words(each, "external-id-relationship").lower() != "self")
    return [words(each, "external-id-value") for each in found if words(each, "external-id-type").lower() in types]
