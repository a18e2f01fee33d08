"""Removing from the output what a clean build would not have made; what no build made is left alone."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.util import logging
from sphinx_build_cache import files

from sphinx_clean_rebuilds.assets import copied_files
from sphinx_clean_rebuilds.record import Record

logger = logging.getLogger(__name__)
SETTINGS_THAT_WERE = ".buildinfo.bak"


def sweep(app: Sphinx, builder: StandaloneHTMLBuilder, record: Record, before: dict[str, int]) -> None:
    """Bring the output and the list of files in line with what is there now; `before` is what `times` said first."""
    wanted = set(wanted_files(app, builder, record))
    made = record.files | (pictures(builder) - before.keys())
    loose = {name for name in made - wanted if name.startswith("_images/")}
    stale = {name for name in made - wanted - loose if before.get(name) == _time(builder, name)}  # not written anew
    for name in sorted(stale):
        remove(Path(builder.outdir), name, wanted)
    unnamed = loose - _named(builder, loose)  # by the pages that are left
    for name in sorted(unnamed):
        remove(Path(builder.outdir), name, wanted)
    settings = builder.outdir / SETTINGS_THAT_WERE
    if settings.is_file() and settings.read_bytes().startswith(b"# Sphinx build info"):
        settings.unlink()
    record.files = {name for name in wanted | made if (builder.outdir / name).is_file()}


def times(builder: StandaloneHTMLBuilder, record: Record) -> dict[str, int]:
    """Return when each file of the record and each picture was written: a redirect may soon stand where a page was."""
    return {name: _time(builder, name) for name in record.files | pictures(builder)}


def _time(builder: StandaloneHTMLBuilder, name: str) -> int:
    try:
        return (builder.outdir / name).stat().st_mtime_ns
    except OSError:
        return 0


def pictures(builder: StandaloneHTMLBuilder) -> set[str]:
    """Name the files that are in the folder of pictures."""
    folder = builder.outdir / "_images"
    return {path.relative_to(builder.outdir).as_posix() for path in folder.rglob("*") if path.is_file()}


def wanted_files(app: Sphinx, builder: StandaloneHTMLBuilder, record: Record) -> Iterator[str]:
    """Name what a clean build makes for sure."""
    is_single = isinstance(builder, SingleFileHTMLBuilder)
    pages = {str(app.config.root_doc)} if is_single else app.env.all_docs.keys()
    for page in (*pages, *record.extra):
        yield path_of(builder, page)
    for page in pages & record.pages.keys():
        yield from (f"_sources/{name}" for kind, name in record.pages[page].calls if kind == "source")
    yield from (f"_images/{name}" for _, name in app.env.images.values())
    yield from (f"_downloads/{PurePosixPath(name)}" for _, name in app.env.dlfiles.values())
    yield from copied_files(app, builder)


def path_of(builder: StandaloneHTMLBuilder, page: str) -> str:
    """Return the path of a page below the output folder."""
    return Path(builder.get_output_path(page)).relative_to(builder.outdir).as_posix()


def _named(builder: StandaloneHTMLBuilder, names: set[str]) -> set[str]:
    """Keep the pictures that a page names: those that extensions draw or fetch are known to no list."""
    found: set[str] = set()
    pages = builder.outdir.rglob(f"*{builder.out_suffix}") if names else ()
    for page in pages:
        text = page.read_text("utf-8", "replace")
        found |= {name for name in names - found if _ending(name) in text}
        if found == names:
            break
    return found


def _ending(name: str) -> str:
    return quote(PurePosixPath(name).name)


def remove(root: Path, name: str, wanted: set[str]) -> None:
    """Remove a file that is not wanted, and the folders that it leaves empty; tell what stays."""
    if ".." in PurePosixPath(name).parts or files.is_other_name(root, name, wanted):
        return
    try:
        files.remove(root, name)
    except FileNotFoundError:
        pass  # its folder went with another file
    except OSError as error:
        message = "%s is left over and cannot be removed: %s; remove it by hand"
        logger.warning(message, root / name, error.strerror, type="clean_rebuilds", subtype="left_over")


def is_kept(app: Sphinx, page: str) -> bool:
    """Return whether the settings keep a page without a source, though a build does not make it every time."""
    return any(fnmatchcase(page, pattern) for pattern in app.config.clean_rebuilds_keep)
