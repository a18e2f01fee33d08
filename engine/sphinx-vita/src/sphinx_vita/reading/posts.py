"""The front matter that makes a page a post: its date and its tags, as Markdown programs write them."""

import json
import re

from sphinx_vita.reading.dates import DateError, parse_dates
from sphinx_vita.reading.printable import one_line
from sphinx_vita.records.dates import DateRange

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:.*")  # Jekyll's dates have a time


def read_date(written: str) -> tuple[DateRange | None, str]:
    """Return the date of a post, and what is wrong with it.

    >>> read_date("2026-05-02 10:00:00 +0200")[0].first.iso
    '2026-05-02'
    """
    text = one_line(written)
    if text in ("", "null"):  # MyST-Parser's word for nothing
        return None, "its date is empty; write it like '2026-05-02', or take the line out"
    day = _DAY.fullmatch(text)
    try:
        return parse_dates(day[1] if day else text), ""
    except DateError as error:
        return None, str(error)


def read_tags(written: str) -> tuple[str, ...]:
    """Return the tags of a post: a list of YAML, which MyST-Parser hands on as JSON, or words with commas between.

    >>> read_tags('["whales", "field work"]'), read_tags("whales, field work")
    (('whales', 'field work'), ('whales', 'field work'))
    """
    try:
        listed = json.loads(written)
    except ValueError:
        listed = written.split(",")
    tags = map(one_line, listed if isinstance(listed, list) else [written])
    return tuple(dict.fromkeys(tag for tag in tags if tag))
