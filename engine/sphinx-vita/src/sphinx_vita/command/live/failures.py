"""Why a build has failed, with the line of the site that brought it about."""

import re
import traceback
from collections.abc import Iterator
from pathlib import Path

from sphinx.errors import SphinxError

from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.live.changes import is_watched
from sphinx_vita.command.live.news import Problem

_PLACE = re.compile(r'File "(?P<file>[^"\n]+)", line (?P<line>\d+)')
_NAME = re.compile(r"^sphinx\.errors\.\w+: ")
_HERE = "correct this line, or the one that asks for it"
_ELSEWHERE = "no line of the site is named: look at what was saved last, and at the terminal"


def problem_of(error: BaseException, source: Path) -> Problem:
    """Return what has failed, at the innermost line of the site: in the words of the cause if that is known."""
    told = "".join(traceback.format_exception(error))
    told += "".join(str(getattr(each, "traceback", "")) for each in _chain(error))  # of another process
    places = [(below, int(line)) for file, line in _PLACE.findall(told) if (below := _below(file, source))]
    if not places:
        words = _words(next((each for each in _chain(error) if not isinstance(each, UnusableError)), error))
        return Problem(message=words if ";" in words else f"{words}; {_ELSEWHERE}")
    file, line = places[-1]
    *_, cause = _chain(error)
    return Problem(message=f"{_words(cause)}; {_HERE}", file=file, line=line)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give an error, and what Sphinx or the command has wrapped in it."""
    yield error
    if isinstance(error, SphinxError | UnusableError) and error.__cause__:
        yield from _chain(error.__cause__)


def _words(error: BaseException) -> str:
    """Say in a line what was wrong; of a traceback within the words, the last line tells it."""
    if not isinstance(error, SphinxError | UnusableError):
        return "".join(traceback.format_exception_only(error)).strip().splitlines()[-1]
    head, trace, rest = str(error).strip().partition("Traceback (most recent call last):")
    words = f"{head} {rest.splitlines()[-1]}" if trace else head
    return _NAME.sub("", " ".join(words.split()).removesuffix("."))


def _below(file: str, source: Path) -> str:
    """Return the path of a file below the site; "" for what is not the site's own."""
    path = Path(file)
    below = path.relative_to(source).as_posix() if path.is_absolute() and path.is_relative_to(source) else ""
    return below if is_watched(below) else ""
