"""Facts as JSON has them: what is empty is left out, and each text stands on one line."""

from collections.abc import Mapping
from typing import Any

from sphinx_vita.reading.printable import one_line


def filled(facts: Mapping[str, Any]) -> dict[str, Any]:
    r"""Return the facts that say something, in their order.

    >>> filled({"name": "Ada\nLovelace", "url": "", "awards": ["", "Medal"], "advisors": []})
    {'name': 'Ada Lovelace', 'awards': ['Medal']}
    """
    clean = {name: _clean(value) for name, value in facts.items()}
    return {name: value for name, value in clean.items() if value}


def _clean(value: Any) -> Any:
    if isinstance(value, list):
        return [each for each in map(_clean, value) if each]
    return one_line(value) if isinstance(value, str) else value
