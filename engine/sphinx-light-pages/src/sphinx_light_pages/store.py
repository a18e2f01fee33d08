"""What later builds need, kept beside Sphinx's doctrees: pages as Sphinx wrote them."""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path

import sphinx_build_cache
from sphinx_build_cache.digests import OF_A_FILE, digest_of_file

FILE, SEAL = "pages.sqlite", "pages.seal"
_GROWTH = 1 << 20  # bytes that a store may grow by at once
_TABLES = """
create table if not exists pages
    (path text primary key, digest text, original blob, light blob, names text) without rowid;
create table if not exists sources (path text primary key) without rowid;
create table if not exists state (digest text);
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A page as it was made: its digest, and the names of the files that were made for it."""

    digest: str
    names: frozenset[str]


def digest(content: bytes) -> str:
    """Return a short fingerprint, for a file the same as `digest_of_file`."""
    return sha256(content).hexdigest()[:OF_A_FILE]


class Store:
    """The tables of one output."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.executescript(f"pragma synchronous = off; {_TABLES}")

    def pages(self) -> dict[str, Made]:
        """Return what is known of every page, by path."""
        rows = self._connection.execute("select path, digest, names from pages")
        return {path: Made(page, frozenset(names.split("\n"))) for path, page, names in rows}

    def page(self, path: str) -> tuple[str, str]:
        """Return a page as Sphinx wrote it, and as it was made of that."""
        (contents,) = self._connection.execute("select original, light from pages where path = ?", (path,))
        original, light = (zlib.decompress(content).decode() for content in contents)
        return original, light

    def keep_page(self, path: str, original: str, light: str, made: Made) -> None:
        """Remember a page."""
        packed = (zlib.compress(content.encode(), 1) for content in (original, light))
        row = (path, made.digest, *packed, "\n".join(sorted(made.names)))
        self._connection.execute("replace into pages values (?, ?, ?, ?, ?)", row)

    def forget_pages(self, paths: Iterable[str]) -> None:
        """Forget pages that are no more."""
        self._connection.executemany("delete from pages where path = ?", [(path,) for path in paths])

    def sources(self) -> tuple[frozenset[str], str]:
        """Return the paths of the files that went into the pages, and their state at that time."""
        paths = frozenset(path for (path,) in self._connection.execute("select path from sources"))
        return paths, next((state for (state,) in self._connection.execute("select digest from state")), "")

    def keep_sources(self, paths: Iterable[str], state: str) -> None:
        """Remember what went into the pages."""
        self._connection.execute("delete from state")
        self._connection.execute("delete from sources")
        self._connection.execute("insert into state values (?)", (state,))
        self._connection.executemany("insert into sources values (?)", [(path,) for path in paths])

    def commit(self) -> None:
        """Write down what is known so far: a page's original before its file is overwritten."""
        self._connection.commit()


def place(doctrees: Path, output: Path) -> Path:
    """Return the folder for what belongs to one output."""
    where = os.path.relpath(output.resolve(), doctrees.resolve()).replace(os.sep, "/")
    return doctrees / f"light-pages-{blake2b(where.encode(), digest_size=16).hexdigest()[:12]}"


@contextmanager
def open_store(folder: Path) -> Iterator[Store]:
    """Open the store of a folder, and seal it when all is known; raises OSError where the disk is full."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SEAL).unlink(missing_ok=True)
    file = folder / FILE
    try:
        with closing(sqlite3.connect(file)) as connection, connection:
            yield Store(connection)
    except sqlite3.OperationalError:
        _ask_for_space(file)
        raise
    sphinx_build_cache.save(folder / SEAL, sphinx_build_cache.code_state("sphinx_light_pages"), _digest_of(file))


def kept(folder: Path) -> dict[str, Made] | None:
    """Return what is known of pages; None, and no store, where none is as this code has left it."""
    file = folder / FILE
    known = sphinx_build_cache.load(folder / SEAL, sphinx_build_cache.code_state("sphinx_light_pages"))
    if known is None or known != _digest_of(file):
        for name in (SEAL, FILE, f"{FILE}-journal"):
            (folder / name).unlink(missing_ok=True)
        return None
    with closing(sqlite3.connect(file)) as connection:
        return Store(connection).pages()


def _digest_of(file: Path) -> bytes:
    return digest_of_file(file).encode()


def _ask_for_space(file: Path) -> None:
    """Let the system say what keeps a file from growing, which SQLite does not tell."""
    more = file.with_suffix(".more")
    try:
        more.write_bytes(bytes(file.stat().st_size + _GROWTH))
    finally:
        more.unlink(missing_ok=True)
