"""What the verbs `new` and `import` are given, read: the files of a source in the format that they are in."""

from pathlib import Path

from sphinx_vita.command.exit_codes import give_up
from sphinx_vita.command.sources import read_source
from sphinx_vita.imports.drafts import Imported
from sphinx_vita.imports.formats import format_of
from sphinx_vita.imports.judging import judged


def read(source: Path) -> tuple[str, Imported]:
    """Return the name of the source's format, and what it says. Ends the command for a source that cannot be read."""
    files = read_source(source)
    found = format_of(files)
    if found is None:
        give_up(f"{source} is in no format that can be read; 'sphinx-vita import --formats' lists those that can")
    try:
        return found.name, judged(found.read(files))
    except ValueError as error:  # of a parser, about a file that is broken
        give_up(f"{source} looks like {found.name} and cannot be read: {error}")
