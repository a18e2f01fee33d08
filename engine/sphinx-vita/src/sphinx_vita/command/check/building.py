"""The site that is checked: built by Sphinx in this process, or taken as it was built before."""

import contextlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.i18n import docname_to_domain

from sphinx_vita.command.check.checks.build import code_of, remedied
from sphinx_vita.command.check.findings import Finding
from sphinx_vita.command.check.site import Settings, Site
from sphinx_vita.locale import canonical
from sphinx_vita.reading.languages import Sources
from sphinx_vita.records import Record
from sphinx_vita.sphinx.defaults import accent_on_dark
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.languages.pages import sources_elsewhere

_WARNING = re.compile(
    r"(?:(?P<file>.+?)(?::(?P<line>\d+))?: )?(?:WARNING|ERROR|CRITICAL): (?P<message>.*?)(?: \[(?P<type>[\w.-]+)\])?"
)
# Where a list is looked for when conf.py does not name it.
_ADDRESSES = ("tests/addresses.txt", "addresses.txt")
_FACTS = ("tests/facts.yaml", "facts.yaml")


class UnusableError(Exception):
    """The site cannot be checked at all; the message says what to do."""


def build(
    source: Path, builder: str = "html", folder: Path | None = None, note: Callable[[Sphinx], None] | None = None
) -> Site:
    """Build the site where `make html` builds it, so that what is checked is what is published, or in another folder.

    `note` is handed what was built, while all of it can still be asked for.
    """
    folder = folder or source / "_build"
    with application(source, folder / builder, folder / "doctrees", builder) as (app, told):
        app.build()
        if note:
            note(app)
        warnings = tuple(warnings_in(told.getvalue(), source))
        if warnings:  # Sphinx would be silent the next time about pages that have not changed
            (folder / "doctrees" / "environment.pickle").unlink(missing_ok=True)
        return replace(_site(app, source, folder / builder), warnings=warnings, records=_records(app))


def take(source: Path, output: Path, *, with_records: bool = True) -> Site:
    """Take what was built before; settings are read, and pages where a check asks for their records."""
    if not output.is_dir():
        raise UnusableError(f"there is no folder {output}; build the site, or leave --output out")
    builder = "html" if (output / "search.html").is_file() else "dirhtml"
    with TemporaryDirectory() as folder, application(source, Path(folder), _read(output, folder), builder) as (app, _):
        if not with_records:
            app.project.discover(app.config.exclude_patterns, app.config.include_patterns)
            return _site(app, source, output)
        app.builder.read()
        return replace(_site(app, source, output), records=_records(app))


def _read(output: Path, folder: str) -> Path:
    """Return a copy of what was read when the output was built, so that only what has changed is read anew."""
    kept, copy = output.parent / "doctrees", Path(folder) / "doctrees"
    if (kept / "environment.pickle").is_file():
        shutil.copytree(kept, copy)
    return copy


@contextlib.contextmanager
def application(
    source: Path, output: Path, doctrees: Path, builder: str, settings: Mapping[str, object] | None = None
) -> Iterator[tuple[Sphinx, StringIO]]:
    """Make Sphinx's application for the site, with what it warns of; some settings may be others than in conf.py."""
    if not (source / "conf.py").is_file():
        raise UnusableError(f"there is no conf.py in {source}; name the folder of a site")
    told = StringIO()
    try:
        with patch_docutils(str(source)), docutils_namespace():
            yield (
                Sphinx(
                    source, source, output, doctrees, builder, {"nitpicky": True, **(settings or {})}, status=None,
                    warning=told, parallel=os.cpu_count() or 1,
                ),
                told,
            )  # fmt: skip
    except SphinxError as error:
        raise UnusableError(_reason(str(error))) from error


def _reason(said: str) -> str:
    """Say in a line why the site cannot be built; of an error in conf.py its line and its words are what counts."""
    lines = [line.strip() for line in said.splitlines() if line.strip()] or ["nobody knows why"]
    places = [match[1] for line in lines if (match := re.match(r'File "[^"]*conf\.py", line (\d+)', line))]
    why = f"conf.py:{places[-1]}: {lines[-1]}" if places else " ".join(lines)
    return f"the site cannot be built: {why}"


def _site(app: Sphinx, source: Path, output: Path) -> Site:
    config = app.config
    names = {name: app.project.doc2path(name, absolute=False).as_posix() for name in sorted(app.project.docnames)}
    documents = {_page(app, name): file for name, file in names.items()}
    translations = sources_elsewhere(app)
    for tag, of_language in translations.items():
        documents |= {f"{tag}/{_page(app, name)}": file for name, file in of_language.files.items()}
    settings = Settings(
        project=config.project,
        author=config.author,
        address=config.html_baseurl,
        accent=config.vita_accent,
        accent_dark=accent_on_dark(config),
        copies_sources=bool(config.html_copy_source),
        links_sources=bool(config.html_show_sourcelink),
        root=config.root_doc,
        missing=str(getattr(config, "notfound_pagename", None) or "404"),
        bibliographies=tuple(config.vita_bibliography),
        addresses=_list(source, config.vita_addresses, _ADDRESSES),
        facts=_list(source, config.vita_facts, _FACTS),
        copyright=config.copyright if isinstance(config.copyright, str) else ", ".join(config.copyright),
        left_out=(*config.exclude_patterns, *config.html_extra_path),
        static=tuple(config.html_static_path),
    )
    translated = {tag: _translations(app, names, tag, of_language) for tag, of_language in translations.items()}
    return Site(source=source, output=output, settings=settings, documents=documents, translations=translated)


def _page(app: Sphinx, name: str) -> str:
    return Path(app.builder.get_outfilename(name)).relative_to(app.outdir).as_posix()  # type: ignore[attr-defined]


def _translations(app: Sphinx, names: Mapping[str, str], tag: str, sources: Sources) -> dict[str, str]:
    """Return the translation of each page by its source: a file beside it, or itself where a catalog translates it."""
    beside = {names[name]: sources.files[name] for name in names if name in sources.translated}
    catalogs = [Path(app.srcdir, folder, canonical(tag), "LC_MESSAGES") for folder in app.config.locale_dirs]
    domains = {name: docname_to_domain(name, app.config.gettext_compact) for name in names}
    in_catalogs = [name for name in names if any((folder / f"{domains[name]}.po").is_file() for folder in catalogs)]
    return {names[name]: names[name] for name in in_catalogs} | beside


def _records(app: Sphinx) -> tuple[tuple[str, Record], ...]:
    """Return all records of pages and bibliographies, each with its source."""
    catalog = vita_domain(app.env).catalog
    files = {docname: app.project.doc2path(docname, absolute=False).as_posix() for docname in catalog.records}
    on_pages = [(files[docname], record) for docname, records in catalog.records.items() for record in records]
    return (*on_pages, *((publication.file, publication) for publication in catalog.publications.values()))


def _list(source: Path, said: str, usual: tuple[str, str]) -> str:
    """Return the path of a list: the one that conf.py names, else the one that is there, else where one belongs."""
    there = next((name for name in usual if (source / name).is_file()), "")
    return said or there or (usual[0] if (source / "tests").is_dir() else usual[1])


def warnings_in(told: str, source: Path) -> Iterator[Finding]:
    """Read the warnings of a build; a line that begins none goes on with the one before."""
    found: list[Finding] = []
    for line in strip_colors(told).splitlines():
        match = _WARNING.fullmatch(line)
        if match:
            file = _below(match["file"] or "", source)
            kind = match["type"] or ""
            message = remedied(match["message"], kind)
            found.append(Finding(code=code_of(kind), message=message, file=file, line=int(match["line"] or 0)))
        elif line.strip() and found:
            found[-1] = replace(found[-1], message=f"{found[-1].message} {line.strip()}")
    yield from found


def _below(file: str, source: Path) -> str:
    path = Path(file)
    return path.relative_to(source).as_posix() if path.is_absolute() and path.is_relative_to(source) else file
