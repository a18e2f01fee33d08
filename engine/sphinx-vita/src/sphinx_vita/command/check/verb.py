"""The verb `check`: its options, and the order of its work."""

import sys
from pathlib import Path

import click

from sphinx_vita.command.exit_codes import ExitCode

CHECKED = (
    "build links reach addresses facts privacy leaks hosts access contrast pictures markup settings files stale gaps".split()
)  # the names in `checks.CHECKS`, known here without loading them


@click.command(epilog="Accept a finding in pyproject.toml, [tool.sphinx-vita.check]: "
               "accept = [{code = '...', where = '...', reason = '...'}]")  # fmt: skip
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="[SITE]")
@click.option("--output", type=click.Path(path_type=Path), help="Check what was built there; build nothing.")
@click.option("--builder", type=click.Choice(["html", "dirhtml"]), default="html", help="How to build.")
@click.option("--only", multiple=True, type=click.Choice(CHECKED), metavar="CHECK", help=f"{', '.join(CHECKED)}.")
@click.option("--browser", is_flag=True, help="Look at each page in Chromium too: axe-core, console, requests.")
@click.option("--update", type=click.Choice(["addresses"]), help="Write the new addresses into their list.")
@click.option("--json", "as_json", is_flag=True, help="Write the findings for a program.")
@click.option("--codes", is_flag=True, help="List all that can be found.")
def check(
    folder: Path, output: Path | None, builder: str, only: tuple[str, ...], browser: bool, update: str | None,
    as_json: bool, codes: bool,
) -> None:  # fmt: skip
    """Build the site and prove it: links, addresses, facts, privacy, access."""
    from sphinx_vita.command.check import report, running
    from sphinx_vita.command.check.building import UnusableError, build, take

    if codes:
        click.echo(running.list_codes())
        return
    try:
        _tell("Building the site ..." if output is None else "Reading the site ...")
        source = folder.resolve()
        site = build(source, builder) if output is None else take(source, output.resolve())
        if update:
            click.echo(running.update_addresses(site))
            return
        asked = [name for name in CHECKED if name in only or not only]
        findings = running.run(site, asked, in_browser=browser, tell=_tell)
    except UnusableError as error:
        click.echo(str(error), err=True)
        sys.exit(ExitCode.UNUSABLE)
    write = report.as_json if as_json else report.as_table
    click.echo(write(findings, len(site.pages)))
    sys.exit(ExitCode.FINDINGS if any(each.fails for each in findings) else ExitCode.FINE)


def _tell(what: str) -> None:
    """Say to a person who waits what is done; a file or a program is not told."""
    if sys.stderr.isatty():
        click.echo(what, err=True)
