"""Which pages to read again, beyond those that Sphinx names.

Sphinx compares the time of a file with the time of reading. It misses a file that was put in place of another with an
older time, one that was saved while it was read, and pages whose lists name a page that has gone.
"""

import time
from collections.abc import Iterable
from pathlib import Path

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.environment import BuildEnvironment

from sphinx_clean_rebuilds.advice import UnreadableError

Stamp = tuple[int, int] | None  # time of change in nanoseconds, size in bytes; None: not known, or changed while read
SETTLED = 10_000_000  # nanoseconds; what was saved later before the build may have been saved while it read


def stamps_of(env: BuildEnvironment) -> dict[str, dict[str, Stamp]]:
    """Return the store in the environment: the files that a page was read from, by page."""
    found: dict[str, dict[str, Stamp]] = env.__dict__.setdefault("clean_rebuilds_sources", {})
    return found


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, _added: set[str], _changed: set[str], removed: set[str]
) -> list[str]:
    """Name the pages to read again."""
    app.env.__dict__["_clean_rebuilds_started"] = time.time_ns()
    missing = {page for page, listed in env.toctree_includes.items() if removed.intersection(listed)}
    stamps = stamps_of(env)
    moved = {
        page
        for page in env.all_docs
        if page in stamps and any(_stamp(Path(file)) != stamp for file, stamp in stamps[page].items())
    }
    return sorted((missing | moved | _half_read(app, env)) - removed)


def _half_read(app: Sphinx, env: BuildEnvironment) -> set[str]:
    """Name the pages that a build has read which was stopped before it stored what it knew."""
    stored = _stamp(Path(app.doctreedir, ENV_PICKLE_FILENAME))
    if stored is None:
        return set()
    stamps = {page: _stamp(Path(app.doctreedir, f"{page}.doctree")) for page in env.all_docs}
    return {page for page, stamp in stamps.items() if stamp is None or stamp[0] > stored[0]}


def note_sources(app: Sphinx, env: BuildEnvironment) -> None:
    """Remember the files of the pages that have just been read, unless they were saved during this build."""
    started = env.__dict__.pop("_clean_rebuilds_started", 0)
    stamps = stamps_of(env)
    seen: dict[Path, Stamp] = {}
    for page in env.all_docs:
        if page in stamps:
            continue
        files = {Path(env.doc2path(page)), *(Path(app.srcdir, file) for file in env.dependencies.get(page, ()))}
        for file in files - seen.keys():
            stamp = _stamp(file)
            seen[file] = stamp if stamp and stamp[0] < started - SETTLED else None
        stamps[page] = {str(file): seen[file] for file in sorted(files)}


def forget_sources(_app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Forget a page that is gone or read again."""
    stamps_of(env).pop(docname, None)


def check_encoding(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Stop before a source that cannot be read, and tell where in it the trouble is."""
    told = [message for docname in docnames for message in _undecodable(app, Path(env.doc2path(docname)))]
    if told:
        raise UnreadableError("\n".join(told))


def _undecodable(app: Sphinx, file: Path) -> Iterable[str]:
    encoding = str(app.config.source_encoding)
    content = file.read_bytes()
    try:
        content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = f"0x{content[error.start]:02x}"
        name = encoding.removesuffix("-sig").upper()
        yield f"{file}:{line}: the byte {byte} is not {name}; save the file as {name} and build again"


def _stamp(file: Path) -> Stamp:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
