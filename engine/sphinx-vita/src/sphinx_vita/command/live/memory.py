"""What the next build has to read again, so that a warning is told as long as it holds.

Sphinx is silent about pages that have not changed. The pages of which the last build has warned are named in a file;
where it is missing, as after a build that was killed, all are read again.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from sphinx_vita.command.live.news import Problem
from sphinx_vita.sphinx.languages.builds import DOCTREES

_FILE = "warned.json"
_READ = "environment.pickle"  # what Sphinx has read


def take(doctrees: Path) -> list[str]:
    """Return the pages to read again, and forget them: a build that does not end names none."""
    try:
        pages = json.loads((doctrees / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        pages = None
    (doctrees / _FILE).unlink(missing_ok=True)
    if not isinstance(pages, list):
        (doctrees / _READ).unlink(missing_ok=True)
        return []
    for read in doctrees.glob(f"{DOCTREES}/*/{_READ}") if pages else ():  # what has warned of them is not known
        read.unlink()
    return pages


def keep(doctrees: Path, problems: Iterable[Problem], documents: Mapping[str, str]) -> None:
    """Note the pages that were warned of; a warning about no page asks for reading everything again."""
    warned = {documents.get(each.file) for each in problems}
    if None not in warned:
        (doctrees / _FILE).write_text(json.dumps(sorted(filter(None, warned))), "utf-8")
