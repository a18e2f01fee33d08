"""Why a build has failed, with the line of the site that brought it about."""

import re
import traceback
from pathlib import Path

from sphinx.errors import SphinxError

from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.live.changes import is_watched
from sphinx_vita.command.live.news import Problem

_PLACE = re.compile(r'File "(?P<file>[^"\n]+)", line (?P<line>\d+)')
_UNKNOWN = "no line of the site is named; the terminal tells more"


def problem_of(error: BaseException, source: Path) -> Problem:
    """Return what has failed, in the words of the first cause, at the innermost line of the site."""
    told = "".join(traceback.format_exception(error)) + str(getattr(error, "traceback", ""))
    places = [(below, int(line)) for file, line in _PLACE.findall(told) if (below := _below(file, source))]
    words = _words(error)
    if not places:
        return Problem(message=words if ";" in words else f"{words}; {_UNKNOWN}")
    file, line = places[-1]
    return Problem(message=f"{words}; correct this line, or the one that asks for it", file=file, line=line)


def _words(error: BaseException) -> str:
    """Say in a line what was wrong, without what Sphinx and the command have wrapped around it."""
    while isinstance(error, SphinxError | UnusableError) and error.__cause__:
        error = error.__cause__
    if isinstance(error, SphinxError | UnusableError):
        return " ".join(str(error).split())
    return "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]


def _below(file: str, source: Path) -> str:
    """Return the path of a file below the site; "" for what is not the site's own."""
    path = Path(file)
    below = path.relative_to(source).as_posix() if path.is_absolute() and path.is_relative_to(source) else ""
    return below if is_watched(below) else ""
