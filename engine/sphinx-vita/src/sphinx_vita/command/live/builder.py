"""The processes that build, seen from the command: each builds once, and the next is loaded while it waits."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

from sphinx_vita.command.live.news import Outcome, Problem, from_line

PATIENCE = 30.0  # seconds; a build that takes longer is given up for a save
_GIVEN_UP = "the build did not come to an end and was given up for a save; look for code that runs forever"
_DIED = "the build ended without an answer (exit code {}); the terminal tells more"
TO_DIE = 5.0  # seconds


class Builder:
    """Builds a site; a context, which leaves no process behind."""

    def __init__(self, command: Sequence[str], source: Path) -> None:
        """Take what begins a process, which builds when it reads a line and answers with an `Outcome` as a line."""
        self._command = command
        self._source = source
        self._process = self._start()
        self._began: float | None = None
        self._is_given_up = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        _end(self._process)

    def build(self) -> Outcome:
        """Build once and return what came of it."""
        self._is_given_up, self._began = False, time.monotonic()
        line = _ask(self._process)
        self._began = None
        code = _end(self._process, patiently=not line)
        self._process = self._start()
        if line:
            return from_line(line)
        message = _GIVEN_UP if self._is_given_up else _DIED.format(code)
        return Outcome(problems=(Problem(message=message),), failed=True)

    def renew(self) -> None:
        """Load everything anew: code has changed."""
        _end(self._process)
        self._process = self._start()

    def hasten(self) -> None:
        """Give up a build that takes too long; another thread asks for it."""
        if self._began is not None and time.monotonic() - self._began > PATIENCE:
            self._is_given_up = True
            _kill(self._process)

    def _start(self) -> subprocess.Popen[str]:
        """Begin a process in a group of its own, so that Ctrl-C is the command's alone to answer."""
        return subprocess.Popen(
            self._command, cwd=self._source, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            encoding="utf-8", start_new_session=True,
        )  # fmt: skip


def _ask(process: subprocess.Popen[str]) -> str:
    """Have a process build; return its answer, "" where it has died."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write("build\n")
        process.stdin.flush()
    except OSError:
        return ""
    return process.stdout.readline()


def _end(process: subprocess.Popen[str], *, patiently: bool = False) -> int:
    """End a process and all that it has begun; return its exit code."""
    if patiently:  # it is dying, and its own exit code tells of what
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(TO_DIE)
    _kill(process)
    code = process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    return code


def _kill(process: subprocess.Popen[str]) -> None:
    if not hasattr(os, "killpg"):  # Windows has no groups of processes
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
