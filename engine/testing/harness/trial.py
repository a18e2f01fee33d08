"""Other people's bibliographies in the invented portfolio: each takes the place of its own, and no entry may get lost.

`python engine/testing/harness/trial.py FOLDER` prints a line for each .bib of the folder and ends with an error where
an entry is neither shown on a page nor named in a warning, or shows a field nowhere that is meant to be shown.
Entries are counted without the reader that is on trial.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from zlib import decompress

from bs4 import BeautifulSoup, Tag

HARNESS = Path(__file__).resolve().parent
if str(HARNESS.parent) not in sys.path:
    sys.path.insert(0, str(HARNESS.parent))  # run as a program, it finds the harness that it is part of

from harness.building import copy_sources  # noqa: E402 (needs the path above)
from harness.shown_fields import missing_fields  # noqa: E402
from harness.warm import FOREIGN  # noqa: E402

BIBLIOGRAPHY = "papers/papers.bib"
HEADINGS = (
    f"{'bibliography':40} {'entries':>7} {'shown':>6} {'named':>6} {'private':>7} {'looks right':>11} {'seconds':>7}"
)
_ENTRY = re.compile(
    r"^[^%\S\n]*(?:\}\s*)?@[ \t]*(?!comment|string|preamble)[a-z]+\s*[{(]\s*([^,={}\"\n]*)", re.I | re.M
)
_WARNING = re.compile(rf"{re.escape(BIBLIOGRAPHY)}:(\d+): WARNING: (.*)")
_OBJECT = re.compile(r"(.+?) vita:publication 1 (\S+) .*")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as a human finds it in the file."""

    key: str
    line: int
    is_private: bool  # it has a word on its visibility


@dataclass(frozen=True, slots=True)
class Trial:
    """What became of one bibliography."""

    entries: list[Entry]
    keys: set[str]  # of what stands on the pages
    lines: set[int]  # that warnings name
    missing: dict[str, list[str]] = field(default_factory=dict)  # the fields that a page shows nowhere, by key
    seconds: float = 0
    failure: str = ""  # what a build that broke off said

    @property
    def shown(self) -> list[Entry]:
        """The entries on the pages; the second of one key stands there as `key-2`."""
        counts: Counter[str] = Counter()
        found = []
        for entry in self.entries:
            counts[entry.key] += 1
            name = entry.key if counts[entry.key] == 1 else f"{entry.key}-{counts[entry.key]}"
            found += [entry] if name in self.keys else []
        return found

    @property
    def named(self) -> list[Entry]:
        """The entries that a warning names by their line; some of them are shown too."""
        return [entry for entry in self.entries if entry.line in self.lines]

    @property
    def lost(self) -> list[Entry]:
        """The entries of which nobody hears; what its author withholds is not among them."""
        heard = {id(entry) for entry in (*self.shown, *self.named)}
        return [entry for entry in self.entries if id(entry) not in heard and not entry.is_private]

    @property
    def is_complete(self) -> bool:
        """Whether every entry is accounted for, with all that it says."""
        return not self.lost and not self.missing and not self.failure


def try_bibliography(bibliography: Path, folder: Path) -> Trial:
    """Build the portfolio with a bibliography in place of its own, inside a folder, and look for each entry of it."""
    entries = list(entries_of(read(bibliography)))
    started = time.monotonic()
    _clear(folder)
    code, errors = _build(bibliography, folder)
    failure = errors[-2000:] if code or "Traceback (most recent call last)" in errors else ""
    places = {} if failure else places_of_keys(folder / "site")
    missing = missing_fields(read(bibliography), places)
    lines = {int(line) for line, _ in _WARNING.findall(errors)}
    return Trial(entries, set(places), lines, missing, time.monotonic() - started, failure)


def _clear(folder: Path) -> None:
    """Remove what an earlier trial left, but for its figures: they take longest, and no bibliography changes them."""
    for path in (*folder.glob("*"), *folder.glob("doctrees/*")):
        if path.is_dir() and path.name not in ("doctrees", "figures"):
            shutil.rmtree(path)
        elif path.is_file():
            path.unlink()


def read(bibliography: Path) -> str:
    """Read a file in the encoding that it has, its lines ended by line feeds."""
    content = bibliography.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def entries_of(text: str) -> Iterator[Entry]:
    """Find the entries of a bibliography: an `@` that begins a line or follows a brace, a type, and a brace."""
    found = list(_ENTRY.finditer(text))
    for match, following in zip_longest(found, found[1:]):
        place = text.index("@", match.start())
        body = text[match.end() : following.start() if following else len(text)]
        is_private = re.search(r"^\s*visibility\s*=|,\s*visibility\s*=", body, re.MULTILINE) is not None
        yield Entry(" ".join(match[1].split()), text.count("\n", 0, place) + 1, is_private)


def places_of_keys(output: Path) -> dict[str, Tag]:
    """Give where each publication stands that `objects.inv` lists, by its key."""
    inventory = decompress((output / "objects.inv").read_bytes().split(b"\n", 4)[4]).decode()
    listed = [match for match in map(_OBJECT.fullmatch, inventory.splitlines()) if match]
    places = {match[1]: match[2].replace("$", match[1]).partition("#") for match in listed}
    anchors = {page: _anchors(output / page) for page in {page for page, _, _ in places.values()}}
    return {key: anchors[page][anchor] for key, (page, _, anchor) in places.items() if anchor in anchors[page]}


def _anchors(page: Path) -> dict[str, Tag]:
    soup = BeautifulSoup(page.read_bytes(), "html.parser")
    return {str(element["id"]): element for element in soup.find_all(id=True) if element.get_text(strip=True)}


def _build(bibliography: Path, folder: Path) -> tuple[int, str]:
    """Build in a process of its own; gives its exit code and what it said."""
    sources = folder / "sources"
    sources.mkdir()
    copy_sources(sources)
    (sources / BIBLIOGRAPHY).write_bytes(bibliography.read_bytes())
    command = [sys.executable, "-m", "sphinx", "-q", "-N", "-d", str(folder / "doctrees"), str(sources)]
    command.append(str(folder / "site"))
    environment = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    built = subprocess.run(command, stderr=subprocess.PIPE, text=True, errors="replace", env=environment, check=False)
    return built.returncode, built.stderr


def main(folder: str) -> int:
    """Try every bibliography of a folder; gives the exit code."""
    bibliographies = sorted(Path(folder).glob("**/*.bib"))
    if not folder or not bibliographies:
        print("No .bib found: name a folder that holds some: make try-bibliographies FROM=folder", file=sys.stderr)
        return 2
    print(HEADINGS)
    with tempfile.TemporaryDirectory() as workplace:
        trials = [_tell(path, try_bibliography(path, Path(workplace))) for path in bibliographies]
    return int(not all(trial.is_complete for trial in trials))


def _tell(path: Path, trial: Trial) -> Trial:
    private = sum(entry.is_private for entry in trial.entries)
    looks = f"{len(trial.missing)} not" if trial.missing else "all"
    counts = (
        f"{len(trial.entries):7} {len(trial.shown):6} {len(trial.named):6} {private:7} {looks:>11} {trial.seconds:7.1f}"
    )
    print(f"{path.name[:40]:40} {counts}", flush=True)
    for entry in trial.lost:
        print(f"  neither shown nor named: {entry.key!r}, line {entry.line}", flush=True)
    for key, fields in trial.missing.items():
        print(f"  shown nowhere: {', '.join(fields)} of {key!r}", flush=True)
    if trial.failure:
        print(f"  the build broke off:\n{trial.failure}", flush=True)
    return trial


if __name__ == "__main__":
    sys.exit(main("".join(sys.argv[1:2])))
