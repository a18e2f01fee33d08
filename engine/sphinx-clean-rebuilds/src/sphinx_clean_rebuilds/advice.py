"""What stops a build and is not the code's fault: told in a line that says what to do, without a traceback."""

import errno
import logging
import os
from collections.abc import Callable

from sphinx.errors import SphinxError

from sphinx_clean_rebuilds.internals import error_of_other_process

ADVICE = {
    errno.ENOSPC: "the disk is full: make space and build again",
    errno.EDQUOT: "the quota of the disk is used up: make space and build again",
    errno.EFBIG: "a file may not grow that large here: raise the limit (`ulimit -f`) or make space, and build again",
    errno.EROFS: "the file system is read-only: build into another folder",
    errno.EACCES: "there is no right to write there: give yourself the right, or build into another folder",
    errno.EPERM: "there is no right to write there: give yourself the right, or build into another folder",
    errno.ENOTDIR: "a file stands where a folder is needed: move it away and build again",
    errno.EISDIR: "a folder stands where a file is needed: move it away and build again",
    errno.EEXIST: "a file stands where a folder is needed: move it away and build again",
}


class UnreadableError(SphinxError):
    """Sources that are not text in the encoding of the site; the message names them all, one a line."""

    category = "Unreadable source"


def advice_for(error: BaseException) -> str:
    """Return what to do about an error; "" where only a programmer can do something."""
    for each in _chain(error):
        if isinstance(each, UnreadableError):
            return str(each)
        if isinstance(each, OSError) and each.errno in ADVICE:
            return _told(each.errno, each.filename)
        other = error_of_other_process(each)
        if other and other[0] in ADVICE:
            return _told(*other)
    return ""


def _told(number: int, place: str | bytes | None) -> str:
    where = f"{os.fsdecode(place)}: " if place else ""
    return f"{where}{os.strerror(number)}; {ADVICE[number]}"


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in found:
        found.append(each)
        each = getattr(each, "orig_exc", None) or each.__cause__ or each.__context__
    return found


class FailedWrites(logging.Filter):
    """Notices when Sphinx only warns that it could not write or copy a file, in this process or one that it forks."""

    def __init__(self, note: Callable[[str], None]) -> None:
        super().__init__()
        self._note = note

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass."""
        arguments = record.args if isinstance(record.args, tuple) and record.levelno >= logging.WARNING else ()
        for each in arguments:
            advice = advice_for(each) if isinstance(each, OSError) else ""
            if advice:
                self._note(advice)
        return True
