"""What the command answers a shell; `sphinx-vita --help` lists them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """How a verb has ended. Click answers a wrong option with 2 too."""

    FINE = 0
    FINDINGS = 1  # there is something to mend
    UNUSABLE = 2  # the verb could not do its work: a wrong option, a site that cannot be built
