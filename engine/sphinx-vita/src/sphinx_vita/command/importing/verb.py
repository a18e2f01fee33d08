"""The verb `import`: reads a source, leaves out what the site has, writes the rest onto its pages."""

from pathlib import Path

import click


@click.command("import")
@click.argument("source", type=click.Path(exists=True, path_type=Path), required=False)
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The site; else this folder.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--formats", is_flag=True, help="List what can be read.")
def import_(source: Path | None, site: Path, *, dry_run: bool, formats: bool) -> None:
    """Bring what stands in SOURCE, a file or a folder, into a site; what it has already is left as it is."""
    from sphinx_vita.command.exit_codes import give_up
    from sphinx_vita.command.importing.merge import merged, new_assets
    from sphinx_vita.command.importing.report import counted
    from sphinx_vita.command.reading import read
    from sphinx_vita.command.sources import read_source
    from sphinx_vita.command.writing import write_files
    from sphinx_vita.imports.formats import FORMATS
    from sphinx_vita.imports.present import only_new, read_present

    if formats:
        click.echo("\n".join(each.name for each in FORMATS))
        return
    if source is None:
        raise click.UsageError("Name a file or a folder to import.")
    if not (site / "conf.py").is_file():
        give_up(f"{site} is no site, since it has no conf.py; name one with --site, or make one with 'sphinx-vita new'")
    form, found = read(source)
    present = read_source(site)
    imported, known = only_new(found, read_present(present))
    written: dict[str, str | bytes] = {**new_assets(source, imported, present), **merged(imported, present)}
    if not dry_run:
        write_files(site, written)
    click.echo(f"Read as {form}: {counted(imported)}" + (f" {known} stood there already." if known else ""))
    for path in written:
        click.echo(f"  {'would write' if dry_run else 'written'}: {path}")
