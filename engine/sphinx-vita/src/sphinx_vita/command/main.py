"""The command `sphinx-vita`; each verb is registered here, in `VERBS`."""

from importlib.metadata import version

import click

from sphinx_vita.command.add.verb import add
from sphinx_vita.command.check.verb import check
from sphinx_vita.command.diff.verb import diff
from sphinx_vita.command.importing.verb import import_
from sphinx_vita.command.live.verb import live
from sphinx_vita.command.new.verb import new
from sphinx_vita.command.upgrade.verb import upgrade

VERBS = (new, import_, add, live, check, diff, upgrade)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Ends with 0 if all is well, 1 if there is something to mend, 2 if it could not do its work.\n\n"
    "The tab key completes words after this line; zsh_source and fish_source are there too:\n\n"
    '\b\n  eval "$(_SPHINX_VITA_COMPLETE=bash_source sphinx-vita)"',
)
@click.version_option(version("sphinx-vita"), prog_name="sphinx-vita")
def main() -> None:
    """Look after a researcher's portfolio made of Markdown and BibTeX."""


for verb in VERBS:
    main.add_command(verb)
