"""Files of the project that records name, such as a PDF or a picture: found, linked and put beside the pages."""

import errno
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from posixpath import normpath

from sphinx.application import Sphinx

from sphinx_vita.reading.mistakes import Mistake
from sphinx_vita.records import Value, options_of
from sphinx_vita.sphinx.domain import VitaDomain, vita_domain
from sphinx_vita.sphinx.problems import warn

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})  # what ends a build: no other file would fit either


def find_file(source: Path, written: str, folders: Iterable[str]) -> str | None:
    """Find a file below the source folder; gives its path from there with slashes.

    Hidden files and what lies outside of the source folder are not found.
    """
    relative = written.replace("\\", "/").lstrip("/")
    if not relative or not written.isprintable():
        return None
    root = source.resolve()
    for folder in ("", *folders):
        try:
            path = (root / folder / relative).resolve()
            is_file = path.is_file()
        except (OSError, ValueError):  # a name that no file system takes
            continue
        if is_file and path.is_relative_to(root) and not _is_hidden(path.relative_to(root)):
            return path.relative_to(root).as_posix()
    return None


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") or part == "_build" for part in path.parts)


def file_of_option(app: Sphinx, written: str, *, docname: str) -> str | None:
    """Find what an option of the kind FILE names: an address, a page, or a file beside the page or in the project."""
    if ":" in written:
        return written
    folder = str(PurePosixPath(docname).parent)
    for page in (written.lstrip("/"), normpath(f"{folder}/{written}")):
        if page.removesuffix(".md") in app.env.found_docs:
            return page.removesuffix(".md")
    return find_file(Path(app.srcdir), written, [folder, *app.config.vita_files])


def is_drawing(path: str) -> bool:
    """Whether a picture is sharp at any size: it is copied as it is, and every other one is scaled."""
    return path.lower().endswith(".svg")


def files_to_copy(app: Sphinx) -> set[str]:
    """Name every file that a record links to and Sphinx does not copy, by the path that it has in the sources."""
    has_static = "_static" in app.config.html_static_path
    named = {path for path in _files(vita_domain(app.env)) if not (has_static and path.startswith("_static/"))}
    return {path for path in named if path.removesuffix(".md") not in app.env.all_docs}


def copy_file(app: Sphinx, path: str) -> bool:
    """Put a file into the output, at the path that it has in the sources; tell what fails."""
    target = Path(app.outdir) / path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(app.srcdir) / path, target)
    except OSError as error:
        if error.errno in NO_SPACE:
            raise
        warn(Mistake.MISSING_FILE, f"cannot copy {path}: {error.strerror}", at=None)
        return False
    return True


def _files(domain: VitaDomain) -> Iterator[str]:
    for publication in domain.publications.values():
        links = (*publication.links, *publication.cited.links)
        pictures = (each for each in (publication.preview, publication.cited.preview) if is_drawing(each))
        yield from (path for path in (*(link.url for link in links), *pictures) if path and ":" not in path)
    for records in domain.data["records"].values():
        for record in records:
            named = (span.link for _, text in record.texts for span in text.spans)
            yield from (path for path in named if path and ":" not in path)
            for name, each in options_of(type(record)).items():
                path = getattr(record, name)
                is_file = each.metadata["value"] is Value.FILE and (name != "image" or is_drawing(path))
                if is_file and path and ":" not in path:
                    yield path
