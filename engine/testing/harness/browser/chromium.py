"""Which browser the tests under tests/browser drive.

`python tests/browser/chromium.py` prints its path; with `--install` it first sees to it that there is one.
"""

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

# The one without windows takes half the processor time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
ADVICE = "install Chromium or Google Chrome, or say where one is: CHROMIUM=/path/to/chromium make test"
INSTALLATION_TIME = 1200  # seconds for one command; a download that hangs must not hold up a test run for ever


class BrowserMissingError(Exception):
    """There is no browser that runs; the message says in one line what to do."""


@functools.cache
def find_browser() -> Path:
    """Find a Chromium or Chrome that runs: the one that CHROMIUM names, else the machine's, else playwright's."""
    if chosen := os.environ.get("CHROMIUM"):
        if is_browser(Path(chosen)):
            return Path(chosen)
        raise BrowserMissingError(f"CHROMIUM={chosen} is no Chromium that runs: {ADVICE}")
    for candidate in candidates():
        if is_browser(candidate):
            return candidate
    raise BrowserMissingError(f"No Chromium and no Chrome was found: {ADVICE}")


def candidates() -> Iterator[Path]:
    """Where a browser may be, the likeliest first."""
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    yield from MAC_APPLICATIONS
    yield playwright_browser()


def is_browser(path: Path) -> bool:
    """Tell whether the program runs; some systems ship a `chromium-browser` that only says how to install one."""
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and "Chrom" in answer.stdout


def playwright_browser() -> Path:
    """Where playwright puts the browser that it installs, whether it has done so or not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def launch_arguments() -> list[str]:
    """Chromium's flags: nothing of its own goes to the network, and it runs without a display or a user."""
    arguments = [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        # What changes is drawn whole: drawn over what was there, corners come a shade darker or lighter by chance.
        "--disable-partial-raster",
        # No page reaches another host: to stop each request and let it go on takes a quarter of the time of a page.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    if is_root():
        arguments.append("--no-sandbox")  # Chromium refuses to start as root with it
    return arguments


def is_root() -> bool:
    """Tell whether this process may install packages of the system."""
    return os.geteuid() == 0


def install_browser() -> None:
    """Install a browser in the ways that this machine allows, until there is one that runs."""
    for commands in installations():
        for command in commands:
            run(command)  # where one fails, the next may still do: an old package list is better than none
        if has_browser():
            return


def installations() -> Iterator[Sequence[Sequence[str]]]:
    """The ways to install a browser; each is a list of commands."""
    playwright = [sys.executable, "-m", "playwright", "install"]
    yield [[*playwright, "--with-deps", "chromium"]]
    if is_root():
        if shutil.which("apt-get"):  # where the download is refused, the system's own packages may not be
            yield [["apt-get", "update"], ["apt-get", "install", "-y", "chromium-headless-shell"]]
            yield [["apt-get", "install", "-y", "chromium"]]
    else:
        yield [[*playwright, "chromium"]]  # the libraries may be there although this user may not install them


def run(command: Sequence[str]) -> None:
    """Run one step of an installation, its output on stderr; it cannot ask anything, and may fail."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=sys.stderr,
            env=environment,
            timeout=INSTALLATION_TIME,
            check=False,
        )


def has_browser() -> bool:
    """Tell whether there is a browser now."""
    find_browser.cache_clear()
    try:
        find_browser()
    except BrowserMissingError:
        return False
    return True


def main(arguments: Sequence[str]) -> int:
    """Print the browser's path, or in one line what is missing; the answer is the exit code."""
    if "--install" in arguments and "CHROMIUM" not in os.environ and not has_browser():
        install_browser()
    try:
        print(find_browser())
    except BrowserMissingError as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
