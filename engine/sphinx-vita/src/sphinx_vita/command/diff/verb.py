"""The verb `diff`: its options, and the order of its work."""

import os
import sys
from pathlib import Path

import click

from sphinx_vita.command.exit_codes import ExitCode, give_up, tell

_EPILOG = "Ends with 0 if nothing public changes, 1 if something does, 2 if one of the two cannot be built."


@click.command(epilog=_EPILOG)
@click.argument("revision", required=False, metavar="[REV]")
@click.option("--site", type=click.Path(exists=True, file_okay=False, path_type=Path), default=".",
              help="The site; else this folder.")  # fmt: skip
@click.option("--markdown", "form", flag_value="markdown", help="Write it for a pull request.")
@click.option("--json", "form", flag_value="json", help="Write it for a program.")
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Write a page too, with pictures of both states side by side.")  # fmt: skip
def diff(revision: str | None, site: Path, form: str | None, html: Path | None) -> None:
    """Tell what a change does to the public: the site at REV beside the site as it lies here.

    REV is a commit, branch or tag; without it, the commit where this branch left what is published: origin's main
    branch, else main. Both are built by the sphinx-vita that runs.
    """
    from sphinx_vita.command.check.building import UnusableError
    from sphinx_vita.command.diff import report
    from sphinx_vita.command.diff.building import build_both
    from sphinx_vita.command.diff.comparison import compare
    from sphinx_vita.command.diff.report_page import write_page
    from sphinx_vita.command.diff.revisions import find_revision

    try:
        source = site.resolve()
        base = find_revision(source, revision)
        tell(f"Building the site at {base.words}, and as it is now ...")
        old, new = build_both(source, base)
        changes, words = compare(old, new), f"compared with {base.words}"
        _tell_warnings(len({each.message for each in new.warnings} - {each.message for each in old.warnings}))
        if html:
            tell("Taking pictures ...")
            write_page(html.resolve(), changes, old, new, words)
    except (UnusableError, OSError) as error:
        give_up(error)
    if form == "json":
        answer = report.as_json(changes, base.commit)
    else:
        answer = (report.as_markdown if form else report.as_text)(changes, words)
    click.echo(answer, color=False if form or "NO_COLOR" in os.environ else None)
    sys.exit(ExitCode.FINDINGS if changes else ExitCode.FINE)


def _tell_warnings(count: int) -> None:
    """Say that the build warns of something new: what is compared may not be what is meant."""
    if count:
        click.echo(f"The site warns of {count} more than it did; to see what: sphinx-vita check", err=True)
