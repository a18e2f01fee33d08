"""Values of JSON taken as what they should be: whatever else stands there is none."""

import json
from collections.abc import Mapping
from typing import Any

from sphinx_vita.reading.printable import one_line

Data = Mapping[str, Any]


def document_of(text: str) -> Any:
    """Read JSON; None for what is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def mapping(value: Any) -> Data:
    """Return a mapping as it is, and an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def listed(value: Any) -> list[Any]:
    """Return a list as it is, and a list of what stands alone."""
    if isinstance(value, list):
        return value
    return [] if value in (None, "", {}) else [value]


def mappings(value: Any) -> list[Data]:
    """Return the mappings of a list."""
    return [each for each in listed(value) if isinstance(each, Mapping)]


def words(value: Any, *path: str) -> str:
    """Return a text or a number, or what of it stands at the end of a path, as text on one line; of a list its first.

    >>> words(["Nature", "Nat."]), words(12), words({"x": 1}), words({"x": {"y": "Z"}}, "x", "y")
    ('Nature', '12', '', 'Z')
    """
    value = at(value, *path)
    if isinstance(value, list):
        return next((text for each in value if (text := words(each))), "")
    is_text = isinstance(value, str) or (isinstance(value, (int, float)) and not isinstance(value, bool))
    return one_line(value) if is_text else ""


def at(data: Any, *path: str) -> Any:
    """Return what stands at the end of a path of keys; None where it breaks off."""
    for name in path:
        data = mapping(data).get(name)
    return data
