"""Ways to have a build fail: in a process of its own, which is killed or has its rights cut."""

import ctypes
import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from warnings import catch_warnings, simplefilter

from harness.rebuilt_sites import Site, run

KILLER = """
import os, signal
def setup(app):
    def die(*_):
        if os.environ.get("DIE_AT") == "writing":  # a page is half written
            (app.outdir / "a" / "two.html").write_text("<!DOC")
        os.kill(os.getpid(), signal.SIGKILL)
    moments = {
        "reading": ("doctree-read", lambda app, doctree: app.env.docname in ("a/one", "a/two") and die()),
        "read": ("env-updated", die),
        "chosen": ("write-started", die),
        "resolving": ("doctree-resolved", lambda app, doctree, docname: docname == "a/two" and die()),
        "writing": ("html-page-context", lambda app, page, *_: page == "b/index" and die()),
        "searching": ("html-collect-pages", die),
        "finishing": ("build-finished", die),
    }
    if os.environ.get("DIE_AT") in moments:
        app.connect(*moments[os.environ["DIE_AT"]])
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
MOMENTS = ["reading", "read", "chosen", "resolving", "writing", "searching", "finishing"]
DROP_FROM_BOUNDING_SET, OVERRIDE_RIGHTS = 24, 1  # of prctl(2) and capabilities(7)


def build_and_die(site: Site, *, moment: str = "", seconds: float = 0) -> int:
    """Build in a fork that is killed at a moment or after some time; gives the signal that ended it, or 0."""
    with catch_warnings():
        simplefilter("ignore", DeprecationWarning)  # the test has threads; its fork only builds
        child = os.fork()
    if not child:
        os.environ["DIE_AT"] = moment
        try:
            run(site.source, site.output, site.doctrees, "html", 1)
        finally:
            os._exit(0)
    if seconds:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def command(
    site: Site, *words: str, limit: Callable[[], None] | None = None, processes: int = 1
) -> subprocess.CompletedProcess[str]:
    """Build with Sphinx's own command, in a process whose rights `limit` cuts."""
    build: list[str | Path] = [sys.executable, "-m", "sphinx", "-q", "-N", "-j", str(processes), "-d", site.doctrees]
    places = [site.source, site.output]
    return subprocess.run(
        [*build, *words, *places], capture_output=True, text=True, check=False, preexec_fn=limit, timeout=120
    )


def without_override() -> None:
    """Make the superuser heed the rights of files as everyone must."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(DROP_FROM_BOUNDING_SET, OVERRIDE_RIGHTS, 0, 0, 0)


def small_files(size: int) -> Callable[[], None]:
    """Let no file grow larger than some bytes, as on a full disk."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def digest_of(folder: Path) -> dict[str, str]:
    """Give a digest of every file below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
