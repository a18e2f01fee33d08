"""The loop: build, tell, wait for a save."""

import contextlib
import os
import secrets
import signal
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.live.builder import Builder
from sphinx_vita.command.live.changes import is_code, page_to_show
from sphinx_vita.command.live.news import OUTPUT, Board, News, Outcome, Problem
from sphinx_vita.command.live.serving import PortError, serving
from sphinx_vita.command.live.watching import watching
from sphinx_vita.command.live.words import speak_as

FIRST_PORT = 8000
_PORTS = 20  # tried in turn where none was asked for
Tell = Callable[[str], None]


def run(source: Path, port: int | None, tell: Tell, opened: Callable[[str], object]) -> None:
    """Serve a site until Ctrl-C. Raises UnusableError."""
    if not (source / "conf.py").is_file():
        raise UnusableError(f"there is no conf.py in {source}; name the folder of a site: sphinx-vita live FOLDER")
    session = secrets.token_hex(4)
    speak_as(source)
    board = Board(News(state=f"{session}.0", building=True))
    with _ended_by_signals(), served(source, board, port, tell) as (address, folder):
        tell(f"The site is at {address}, built anew on every save. Ctrl-C ends it.")
        command = [sys.executable, "-m", "sphinx_vita.command.live.build", str(source), str(folder)]
        with Builder(command, source) as builder, watching(source, builder.hasten) as next_saves:
            opened(address)
            _loop(source, board, builder, next_saves, session, tell)


def _loop(
    source: Path, board: Board, builder: Builder, next_saves: Callable[[], set[str]], session: str, tell: Tell
) -> None:
    saved: set[str] = set()
    for number in range(1, sys.maxsize):
        board.post(replace(board.news, building=True))
        if is_code(saved):
            builder.renew()
        speak_as(source)
        began = time.monotonic()
        outcome = builder.build()
        tell(report(outcome, time.monotonic() - began))
        board.post(news_of(outcome, board.news, f"{session}.{number}", saved))
        saved = next_saves()


def news_of(outcome: Outcome, before: News, state: str, saved: set[str]) -> News:
    """Return what there is to tell after a build; one that failed leaves pages, and what is shown, as they are."""
    if outcome.failed:
        return replace(before, building=False, failed=True, problems=outcome.problems)
    return News(state=state, problems=outcome.problems, pages=outcome.pages, show=page_to_show(saved, outcome.pages))


def report(outcome: Outcome, seconds: float) -> str:
    """Say on a terminal what came of a build."""
    head = f"{'Not built' if outcome.failed else 'Built'} ({seconds:.1f} s)"
    return "\n".join([head, *(f"  {_told(each)}" for each in outcome.problems)])


def _told(problem: Problem) -> str:
    code = f" [{problem.code}]" if problem.code else ""
    return ": ".join(filter(None, [problem.where, f"{problem.message}{code}"]))


@contextlib.contextmanager
def served(source: Path, board: Board, port: int | None, tell: Tell) -> Iterator[tuple[str, Path]]:
    """Serve at the port that was asked for, else at the first that is free; each port has a folder of its own."""
    with contextlib.ExitStack() as stack:
        for each in [port] if port else range(FIRST_PORT, FIRST_PORT + _PORTS):
            folder = source / "_build" / "live" / str(each)
            try:
                address = stack.enter_context(serving(folder / OUTPUT, board, each))
            except PortError as error:
                tell(f"Port {each} cannot be had: {error}.")
                continue
            (folder / "doctrees").mkdir(parents=True, exist_ok=True)
            yield address, folder
            return
        raise UnusableError("name a port that is free, such as: sphinx-vita live --port 9000")


@contextlib.contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let other signals that end a command do so in order, as Ctrl-C does, and be silent about it."""

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    heeded = [number for number in numbers if signal.getsignal(number) != signal.SIG_IGN]  # `nohup` lets one go by
    before = {number: signal.signal(number, end) for number in heeded}
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def open_browser(address: str) -> None:
    """Open the machine's browser where there is a screen; without one, Python would start a browser of text."""
    has_screen = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )
    if has_screen:  # in a thread: some browsers let their caller wait until they are closed
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
