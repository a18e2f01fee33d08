"""What is remembered of an output folder: what its pages showed when written, and the files that builds made."""

import json
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sphinx_build_cache
from sphinx.application import Sphinx
from sphinx_build_cache import digests

FORMAT = 1  # raise it when the shape of the file changes


def digest(text: str) -> str:
    """Return a short digest of a text."""
    return digests.digest(text, 20)


@dataclass(slots=True)
class Page:
    """A page that was written in full: what it showed of others as a digest, and what it asked for (kind, argument)."""

    fingerprint: str
    calls: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Record:
    """One builder's work in one output folder; `files` are paths below it."""

    pages: dict[str, Page] = field(default_factory=dict)
    extra: set[str] = field(default_factory=set)  # pages without a source, such as the search page
    files: set[str] = field(default_factory=set)
    settings: str = ""  # those of others, as a digest; "" where nothing is known


def record_path(app: Sphinx, ending: str) -> Path:
    """Return the place of a file of ours: one for each builder and output folder that share the folder of doctrees."""
    place = os.path.relpath(app.outdir, app.doctreedir).replace(os.sep, "/")
    return Path(app.doctreedir) / f"clean-rebuilds-{app.builder.name}-{digest(place)[:8]}.{ending}"


def load(file: Path) -> Record:
    """Read a record; a missing, broken or older one is empty."""
    try:
        # What other code has written is believed too: the files that it has made are to be known.
        read = json.loads(sphinx_build_cache.load(file) or b"")
        return _record(read) if read["format"] == FORMAT else Record()
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return Record()


def _record(read: dict[str, Any]) -> Record:
    calls = [tuple((str(kind), str(argument)) for kind, argument in each) for each in read["calls"]]
    pages = {name: Page(str(fingerprint), calls[number]) for name, (fingerprint, number) in read["pages"].items()}
    return Record(pages, set(read["extra"]), set(read["files"]), str(read.get("settings", "")))


def save(record: Record, file: Path) -> None:
    """Write a record."""
    distinct = sorted({page.calls for page in record.pages.values()})
    numbers = {calls: number for number, calls in enumerate(distinct)}
    pages = {name: [page.fingerprint, numbers[page.calls]] for name, page in sorted(record.pages.items())}
    written = {
        "format": FORMAT,
        "calls": distinct,
        "pages": pages,
        "extra": sorted(record.extra),
        "files": sorted(record.files),
        "settings": record.settings,
    }
    sphinx_build_cache.save(file, "", json.dumps(written).encode())
