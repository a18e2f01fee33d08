"""The same bytes anywhere: on two machines that differ in all that must not count."""

import locale
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from harness.building import arguments, copy_sources, differences
from harness.warm import FOREIGN

# Sphinx as its own command runs it, on a machine where nobody answers.
WITHOUT_NETWORK = """
import socket, sys
def refused(*_):
    raise OSError("there is no network")
socket.socket.connect = socket.getaddrinfo = refused
from sphinx.cmd.build import main
sys.exit(main(sys.argv[1:]))
"""


def foreign_locale() -> str:
    """Name a locale of this machine, if it can be with commas in its numbers; Sphinx stops at one that is not there."""
    for name in ("de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8"):
        with suppress(locale.Error):
            locale.setlocale(locale.LC_NUMERIC, name)
            locale.setlocale(locale.LC_NUMERIC, "C")
            return name
    return "C.UTF-8"


HERE = {
    "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANGUAGE": "en", "PYTHONHASHSEED": "1", "USER": "ann", "COLUMNS": "80",
}  # fmt: skip
THERE = {
    "TZ": "America/Anchorage",
    "LC_ALL": foreign_locale(),
    "LANGUAGE": "de",
    "PYTHONHASHSEED": "2",
    "COLUMNS": "200",
}


SAME = ("PYTHONPATH", "LD_LIBRARY_PATH", "HOME", "TMPDIR")


def build(folder: Path, machine: dict[str, str], *, umask: int, processes: int) -> Path:
    """Build a copy of the sources, without git or any other program on the path; gives the output."""
    folder.mkdir(parents=True)
    copy_sources(folder / "source")
    kept = {name: os.environ[name] for name in SAME if name in os.environ and name not in FOREIGN}
    path = kept.get("PYTHONPATH", "")
    words = arguments(folder / "source", folder / "output", "html", processes)
    built = subprocess.run(
        [sys.executable, "-c", WITHOUT_NETWORK, *words],
        env={**kept, **machine, "PATH": str(folder / "nowhere"), "PYTHONPATH": path},
        cwd=folder,
        umask=umask,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (built.returncode, built.stderr) == (0, "")
    return folder / "output"


def test_folder_time_zone_locale_umask_hash_seed_git_and_network_do_not_count(tmp_path: Path) -> None:
    here = build(tmp_path / "a", HERE, umask=0o077, processes=1)
    there = build(tmp_path / "longer name" / "mit Ümlaut", THERE, umask=0o002, processes=2)

    assert differences(here, there) == []
