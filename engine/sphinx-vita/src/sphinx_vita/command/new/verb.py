"""The verb `new`: asks what it cannot know, writes the site, says what comes next."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from sphinx_vita.command.new.site import Owner
    from sphinx_vita.imports.drafts import Imported

_NAME = "Ada Example"  # of the person in the example, where nobody is to be asked


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
    from sphinx_vita.command.exit_codes import give_up
    from sphinx_vita.command.importing.report import counted
    from sphinx_vita.command.new.site import Owner, new_site
    from sphinx_vita.command.reading import read
    from sphinx_vita.command.sources import read_assets
    from sphinx_vita.command.writing import write_new_folder

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        give_up(f"{folder} is there already; name a new folder, or bring content into it with 'sphinx-vita import'")
    form, imported = read(source) if source else ("", None)
    owner = Owner(name=name, email=email, address=address if not address or address.endswith("/") else f"{address}/")
    owner = _known(owner, imported)
    owner = replace(owner, name=owner.name or _NAME) if yes else _asked(owner)
    assets = read_assets(source, imported.assets) if source and imported else {}
    write_new_folder(folder, {**assets, **new_site(owner, _owned(imported, owner))})
    _begin_history(folder)
    if imported is not None:
        click.echo(f"Read as {form}: {counted(imported)}")
    click.echo(f"The site lies in {folder}. Next: cd {folder} && make html")


def _known(owner: "Owner", imported: "Imported | None") -> "Owner":
    """Take from the source what the options do not say."""
    profile = imported.profile if imported else None
    email = profile.options.get("email", "") if profile else ""
    return replace(owner, name=owner.name or (profile.title if profile else ""), email=owner.email or email)


def _asked(owner: "Owner") -> "Owner":
    """Ask for what is not known yet."""
    name = owner.name or click.prompt("Your name, as it stands over the site")
    email = owner.email or click.prompt("Your e-mail address (or nothing)", default="", show_default=False)
    return replace(owner, name=name, email=email)


def _owned(imported: "Imported | None", owner: "Owner") -> "Imported | None":
    """Put the owner's name over what was imported."""
    from sphinx_vita.imports.drafts import Draft, said

    if imported is None:
        return None
    profile = imported.profile or Draft(kind="profile", title="")
    options = said([("email", owner.email), *profile.options.items()])
    order = [*profile.options, *(name for name in options if name not in profile.options)]
    named = replace(profile, title=owner.name or profile.title, options={name: options[name] for name in order})
    return replace(imported, profile=named)


def _begin_history(folder: Path) -> None:
    """Make the folder a repository of git, where there is git; what is in it is for the owner to commit."""
    if shutil.which("git"):
        git = ["git", "init", "--quiet", "--initial-branch=main", str(folder)]
        subprocess.run(git, check=False, capture_output=True)
