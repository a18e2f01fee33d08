"""The states of the sources that git knows."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sphinx_vita.command.check.building import UnusableError
from sphinx_vita.command.repository import GitError, command, environment, git

# Where the site that is online comes from, the likeliest first.
_PUBLISHED = ("origin/HEAD", "origin/main", "origin/master", "main", "master")


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit, by the words that named it."""

    name: str
    commit: str
    tree: str  # what it holds: two commits of equal content have one
    top: Path  # the repository
    below: str  # the folder of the site in it, with a slash at its end; "" for the repository itself

    @property
    def words(self) -> str:
        """Name it for a reader."""
        short = self.commit[:9]
        return short if self.name == self.commit else f"{self.name} ({short})"


def find_revision(site: Path, asked: str | None) -> Revision:
    """Find the commit that is asked for; else the one where this branch left what is published."""
    try:
        top = Path(_git(site, "rev-parse", "--show-toplevel"))
    except GitError as error:
        message = f"{site} is in no repository of git, so there is nothing to compare it with; begin one: git init"
        raise UnusableError(message) from error
    name = asked or _fork(site)
    try:
        commit = _git(site, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
    except GitError as error:
        message = f"there is no revision {name!r} here; name a commit, a branch or a tag, or fetch it: git fetch"
        raise UnusableError(message if asked else "nothing is committed yet; commit once: git commit") from error
    tree, below = _git(site, "rev-parse", f"{commit}^{{tree}}"), _git(site, "rev-parse", "--show-prefix")
    return Revision(name, commit, tree, top, below)


def _fork(site: Path) -> str:
    """Return the commit that HEAD has in common with what is published; HEAD where nothing tells."""
    for branch in _PUBLISHED:
        try:
            return _git(site, "merge-base", "HEAD", branch)
        except GitError:
            continue
    return "HEAD"


@contextmanager
def checked_out(revision: Revision) -> Iterator[Path]:
    """Have the files of a revision in a temporary folder while the context lasts; gives the folder of the site."""
    with tempfile.TemporaryDirectory(prefix="sphinx-vita-") as folder:
        tree = Path(folder).resolve() / "tree"
        try:
            _git(revision.top, "worktree", "add", "--quiet", "--detach", str(tree), revision.commit)
            yield tree / revision.below
        except GitError as error:
            raise UnusableError(f"git cannot check out {revision.words}: {error}") from error
        finally:
            subprocess.run(command(revision.top, "worktree", "remove", "--force", str(tree)), capture_output=True,
                           check=False, env=environment())  # fmt: skip


def _git(folder: Path, *words: str) -> str:
    try:
        return git(folder, *words)
    except FileNotFoundError as error:
        raise UnusableError("git is not installed, which knows what the site was; install it") from error
