"""What the command answers a shell, `sphinx-vita --help` lists it, and what it tells a person meanwhile."""

import sys
from enum import IntEnum
from typing import NoReturn

import click


class ExitCode(IntEnum):
    """How a verb has ended. Click answers a wrong option with 2 too."""

    FINE = 0
    FINDINGS = 1  # there is something to mend
    UNUSABLE = 2  # the verb could not do its work: a wrong option, a site that cannot be built


def give_up(why: object) -> NoReturn:
    """Say why the work cannot be done, and end with the exit code for that."""
    click.echo(str(why), err=True)
    sys.exit(ExitCode.UNUSABLE)


def tell(what: str) -> None:
    """Say to a person who waits what is done; a file or a program is not told."""
    if sys.stderr.isatty():
        click.echo(what, err=True)
