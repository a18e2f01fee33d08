"""The verb `live`: its options, and what a person reads on the terminal."""

from pathlib import Path

import click

from sphinx_vita.command.exit_codes import give_up


@click.command(epilog="Needs no build before it, and publishes nothing: what it makes lies in _build/live.")
@click.argument("folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path), metavar="[SITE]")
@click.option("--port", type=click.IntRange(1, 65535), help="Where to serve; else 8000, or the next that is free.")
@click.option("--no-browser", is_flag=True, help="Open no browser.")
def live(folder: Path, port: int | None, *, no_browser: bool) -> None:
    """Serve the site on this machine and build it on every save; what is to be mended shows in the page."""
    from sphinx_vita.command.check.building import UnusableError
    from sphinx_vita.command.live.running import open_browser, run

    try:
        run(folder.resolve(), port, click.echo, (lambda _: None) if no_browser else open_browser)
    except (UnusableError, OSError) as error:
        give_up(error)
