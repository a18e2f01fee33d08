"""Git, as the commands ask it: for one answer, whatever a hook of it says of its own repository."""

import os
import subprocess
from pathlib import Path


class GitError(Exception):
    """Git said no; the message is its own."""


def git(folder: Path, *words: str) -> str:
    """Return what git answers in a folder; raises `FileNotFoundError` where it is not installed."""
    done = subprocess.run(
        command(folder, *words), capture_output=True, text=True, check=False, encoding="utf-8", env=environment()
    )
    if done.returncode:
        raise GitError(done.stderr.strip() or done.stdout.strip())
    return done.stdout.strip()


def command(folder: Path, *words: str) -> list[str]:
    """Return the command that asks git in a folder, without the hooks of the repository."""
    return ["git", "-C", str(folder), "-c", f"core.hooksPath={os.devnull}", *words]


def environment() -> dict[str, str]:
    """Return the environment without what a hook of git says of its own repository."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
