"""The folder of a site, watched: what is saved there waits in a queue."""

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

from watchfiles import watch

from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.live.changes import is_watched

_BREATH = 500  # milliseconds after which watching tells that nothing has changed
_SETTLED = 100  # milliseconds without a change after which several are one; an editor may write in steps
_REMEDY = "let the system watch more files, or set WATCHFILES_FORCE_POLLING=1"
Saved = set[str] | OSError


@contextlib.contextmanager
def watching(source: Path, on_save: Callable[[], None]) -> Iterator[Callable[[], set[str]]]:
    """Watch the site while the context lasts; gives a function that waits for the next saves and returns their files.

    `on_save` is called in another thread as soon as something is saved.
    """
    queue: Queue[Saved] = Queue()
    is_over, is_ready = Event(), Event()
    thread = Thread(target=_watch, args=(source, queue, on_save, is_over, is_ready), daemon=True)
    thread.start()
    try:
        is_ready.wait()
        yield lambda: _next(queue)
    finally:
        is_over.set()
        thread.join()


def _watch(source: Path, queue: Queue[Saved], on_save: Callable[[], None], is_over: Event, is_ready: Event) -> None:
    try:
        for changes in watch(
            source, watch_filter=None, step=_SETTLED, stop_event=is_over, rust_timeout=_BREATH, yield_on_timeout=True,
            raise_interrupt=False,
        ):  # fmt: skip
            is_ready.set()
            below = {Path(path).relative_to(source).as_posix() for _, path in changes}
            if saved := {path for path in below if is_watched(path)}:
                on_save()
                queue.put(saved)
    except OSError as error:
        queue.put(error)
    finally:
        is_ready.set()


def _next(queue: Queue[Saved]) -> set[str]:
    """Wait for a save; all that were made meanwhile are one."""
    saved: set[str] = set()
    while not saved or not queue.empty():
        with contextlib.suppress(Empty):
            found = queue.get(timeout=1)  # not forever: some systems would not let Ctrl-C through
            if isinstance(found, OSError):
                raise UnusableError(f"the site can be watched no longer: {found}; {_REMEDY}") from found
            saved |= found
    return saved
