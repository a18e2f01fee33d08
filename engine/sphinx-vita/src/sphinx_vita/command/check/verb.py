"""The verb `check`: its options, and the order of its work."""

import shutil
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from sphinx_vita.command.exit_codes import ExitCode, give_up, tell

# The names in `checks.CHECKS`, known here without loading them.
CHECKED = "build links reach addresses facts privacy leaks hosts access contrast pictures markup".split()
CHECKED += "settings files stale gaps translations".split()
# Those that ask for what the pages say, and not only for what they look like.
OF_RECORDS = {"leaks", "pictures", "stale", "gaps"}


@click.command(epilog="Accept a finding in pyproject.toml, [tool.sphinx-vita.check]: "
               "accept = [{code = '...', where = '...', reason = '...'}]")  # fmt: skip
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="[SITE]")
@click.option("--output", type=click.Path(path_type=Path), help="Check what was built there; build nothing.")
@click.option("--builder", type=click.Choice(["html", "dirhtml"]), default="html", help="How to build.")
@click.option("--only", multiple=True, type=click.Choice(CHECKED), metavar="CHECK", help=f"{', '.join(CHECKED)}.")
@click.option("--browser", is_flag=True, help="Look at each page in Chromium too: axe-core, console, requests.")
@click.option("--online", is_flag=True, help="Ask links whether they answer, catalogs whether entries are right.")
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="By which things are stale: 2026-11-26."
)
@click.option("--strict", is_flag=True, help="Let notes fail the check too.")
@click.option("--update", type=click.Choice(["addresses"]), help="Write the new addresses into their list.")
@click.option("--json", "as_json", is_flag=True, help="Write the findings for a program.")
@click.option("--codes", is_flag=True, help="List all that can be found.")
def check(
    folder: Path, output: Path | None, builder: str, only: tuple[str, ...], browser: bool, update: str | None,
    as_json: bool, codes: bool, online: bool, today: datetime | None, strict: bool,
) -> None:  # fmt: skip
    """Build the site and prove it: links, addresses, facts, privacy, access, what is stale and what is missing."""
    from sphinx_vita.command.check import report, running
    from sphinx_vita.command.check.building import UnusableError, build, take

    if codes:
        click.echo(running.list_codes())
        return
    try:
        tell("Building the site ..." if output is None else "Reading the site ...")
        source = folder.resolve()
        asked = [name for name in CHECKED if name in only or not only]
        if output is None:
            site = build(source, builder)
        else:
            site = take(source, output.resolve(), with_records=online or not OF_RECORDS.isdisjoint(asked))
        if update:
            click.echo(running.update_addresses(site))
            return
        site = replace(site, today=today.date()) if today else site
        findings = running.run(site, asked, in_browser=browser, online=online, tell=tell)
    except UnusableError as error:
        give_up(error)
    if as_json:
        click.echo(report.as_json(findings, len(site.pages)))
    else:
        click.echo(report.as_table(findings, len(site.pages), shutil.get_terminal_size().columns if _is_seen() else 0))
    failing = [each for each in findings if each.fails or (strict and not each.reason)]
    sys.exit(ExitCode.FINDINGS if failing else ExitCode.FINE)


def _is_seen() -> bool:
    """Whether a person reads the answer; a file or a program has each message on one line."""
    return sys.stdout.isatty()
