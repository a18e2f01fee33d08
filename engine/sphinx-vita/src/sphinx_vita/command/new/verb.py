"""The verb `new`: asks what it cannot know, writes the site, says what comes next."""

import shutil
import subprocess
import sys
from pathlib import Path

import click

from sphinx_vita.command.exit_codes import ExitCode


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--from", "source", type=click.Path(exists=True, path_type=Path), metavar="SOURCE",
              help="What you have: a CV, or the folder of your present site.")  # fmt: skip
@click.option("--name", default="", help="Your name, as it stands over the site.")
@click.option("--email", default="", help="Your e-mail address.")
@click.option("--address", default="", help="Where the site will be found, such as https://you.github.io/.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
def new(folder: Path, source: Path | None, name: str, email: str, address: str, *, yes: bool) -> None:
    """Make a site in the new folder DIR: from what you have, or an example that explains itself."""
    from sphinx_vita.command.importing.report import counted
    from sphinx_vita.command.new.site import Owner, new_site
    from sphinx_vita.command.sources import read_assets, read_source
    from sphinx_vita.command.writing import write_new_folder
    from sphinx_vita.imports.formats import format_of

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        _give_up(
            f"{folder} is there already; name a new folder, or bring content into a site with 'sphinx-vita import'"
        )
    files = read_source(source) if source else {}
    found = format_of(files) if source else None
    if source and found is None:
        _give_up(f"{source} is in no format that can be read; 'sphinx-vita import --formats' lists those that can")
    imported = found.read(files) if found else None
    profile = imported.profile if imported else None
    known = {
        "name": name or (profile.title if profile else ""),
        "email": email or (profile.options.get("email", "") if profile else ""),
    }
    if not yes:
        known = {
            what: text or click.prompt(f"Your {_ASKED[what]}", default="" if what != "name" else None)
            for what, text in known.items()
        }
    owner = Owner(name=known["name"] or "Ada Example", email=known["email"], address=address)
    site = new_site(owner, imported)
    assets = read_assets(source, imported.assets) if source and imported else {}
    write_new_folder(folder, {**assets, **site})
    _begin_history(folder)
    if imported and found:
        click.echo(f"Read as {found.name}: {counted(imported)}")
    click.echo(f"The site lies in {folder}. Next: cd {folder} && make html")


_ASKED = {"name": "name, as it stands over the site", "email": "e-mail address (or nothing)"}


def _begin_history(folder: Path) -> None:
    """Make the folder a repository of git, where there is git; what is in it is for the owner to commit."""
    if shutil.which("git"):
        subprocess.run(
            ["git", "init", "--quiet", "--initial-branch=main", str(folder)], check=False, capture_output=True
        )


def _give_up(why: str) -> None:
    click.echo(why, err=True)
    sys.exit(ExitCode.UNUSABLE)
