"""The verb `upgrade`: its options, and the order of its work."""

import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from sphinx_vita.command.exit_codes import ExitCode, give_up, tell

if TYPE_CHECKING:
    from sphinx_vita.command.diff.published import Published
    from sphinx_vita.command.upgrade.proposal import Proposal

_EPILOG = "Ends with 0 if nothing is left to do, 1 if something is, 2 if the site cannot be built."
_NO_SOURCES = ("_build", ".*", "node_modules", "__pycache__")
_COLORS = {"+": "green", "-": "red", "@": "cyan"}


@click.command(epilog=_EPILOG)
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="[SITE]")
@click.option("--write", is_flag=True, help="Write the edits; without it they are shown.")
@click.option("--before", type=click.Path(exists=True, dir_okay=False), metavar="PYTHON",
              help="A Python that has the earlier sphinx-vita: what that builds is compared too.")  # fmt: skip
def upgrade(folder: Path, *, write: bool, before: str | None) -> None:
    """Tell what this version of sphinx-vita changes for a site, and edit its files."""
    from sphinx_vita.command.check.building import UnusableError
    from sphinx_vita.command.diff.building import build_state
    from sphinx_vita.command.diff.comparison import compare
    from sphinx_vita.command.diff.report import as_text
    from sphinx_vita.command.upgrade.proposal import propose
    from sphinx_vita.command.writing import write_files

    site, number = folder.resolve(), version("sphinx-vita")
    cache = site / "_build" / "diff"
    try:
        tell(f"Building the site with sphinx-vita {number} ...")
        now = build_state(site, cache / "now")
        proposal = propose(site, now.warnings, number)
        was = build_state(site, cache / "before", os.path.abspath(before)) if before else now
        after = _built_with(proposal, site, cache / "after") if proposal.after else now
        proposal = proposal.with_told(after.warnings, now.warnings)
    except (UnusableError, OSError) as error:
        give_up(error)
    _show(proposal, number)
    if proposal.after or before:
        click.echo(as_text(compare(was, after), "before and after" if before else "by these edits"))
    if write:
        write_files(site, proposal.after)
    for name in proposal.after:
        click.echo(f"written: {name}" if write else f"to be written with --write: {name}")
    sys.exit(ExitCode.FINDINGS if proposal.by_hand or (proposal.after and not write) else ExitCode.FINE)


def _built_with(proposal: "Proposal", site: Path, folder: Path) -> "Published":
    """Build a copy of the site that has the edits."""
    from sphinx_vita.command.diff.building import build_state
    from sphinx_vita.command.writing import write_files

    tell("Building it with the edits ...")
    with TemporaryDirectory(prefix="sphinx-vita-") as temporary:
        copy = Path(temporary).resolve() / "site"
        shutil.copytree(site, copy, symlinks=True, ignore=shutil.ignore_patterns(*_NO_SOURCES))
        write_files(copy, proposal.after)
        return build_state(copy, folder, what="the site with the edits")


def _show(proposal: "Proposal", number: str) -> None:
    """Show the edits as a patch, and what is left to a hand."""
    if not proposal.after and not proposal.by_hand:
        click.echo(f"Nothing to edit for sphinx-vita {number}.")
    for line in proposal.patch.splitlines():
        is_head = line.startswith(("+++", "---"))
        click.echo(click.style(line, fg=None if is_head else _COLORS.get(line[:1]), bold=is_head))
    if proposal.by_hand:
        click.echo(click.style("By hand:", bold=True))
        click.echo("\n".join(f"  {each}" for each in proposal.by_hand))
