"""The bibliographies of a project: read once, kept until they change, their mistakes told with file and line."""

import codecs
import hashlib
import pickle
from dataclasses import dataclass, replace
from pathlib import Path

import sphinx_build_cache
from sphinx.application import Sphinx
from sphinx.util import logging

from sphinx_vita.reading.bibtex import Reading, join_versions, read_bibliography
from sphinx_vita.reading.bibtex.citation_keys import citation_keys
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.records import Link, Publication
from sphinx_vita.sphinx.domain import vita_domain
from sphinx_vita.sphinx.languages import spoken_by
from sphinx_vita.sphinx.languages.marks import in_their_languages
from sphinx_vita.sphinx.output.copied_files import find_file
from sphinx_vita.sphinx.problems import tell, warn

_FOREIGN = "vita.windows_1252"  # what Python calls our way to go on behind a byte that is no UTF-8
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Cached:
    """What was read from one file."""

    digest: str
    reading: Reading


def load_library(app: Sphinx) -> None:
    """Load the publications into the domain, from the cache where a bibliography has not changed."""
    domain = vita_domain(app.env)
    cache_file = Path(app.doctreedir) / "bibliography.pickle"
    old = _load_cache(cache_file)
    new: dict[str, _Cached] = {}
    publications: dict[str, Publication] = {}
    withheld: list[str] = []
    for file in app.config.vita_bibliography:
        cached = _read(app, file, old.get(file))
        if cached is None:
            continue
        new[file] = cached
        withheld += cached.reading.withheld
        tell(cached.reading.findings, file=str(Path(app.srcdir) / file))  # until they are mended, also from the cache
        for publication in cached.reading.publications:
            _add(app, publications, _with_files(app, publication))
    if new != old:
        sphinx_build_cache.save(cache_file, sphinx_build_cache.code_state("sphinx_vita"), pickle.dumps(new))
    domain.set_publications(in_their_languages(app, _joined(app, publications, withheld)))


def _joined(app: Sphinx, publications: dict[str, Publication], withheld: list[str]) -> dict[str, Publication]:
    """Return the publications that are listed, by key, each with its version and the key to cite it by."""
    listed, findings = join_versions(publications.values(), withheld)
    for publication, finding in findings:
        tell([finding], file=str(Path(app.srcdir) / publication.file))
    keys = citation_keys(listed)
    return {each.key: replace(each, citation_key=keys[each.key]) for each in listed}


def _load_cache(file: Path) -> dict[str, _Cached]:
    content = sphinx_build_cache.load(file, sphinx_build_cache.code_state("sphinx_vita"))
    cached: dict[str, _Cached] = pickle.loads(content) if content else {}
    return cached


def _read(app: Sphinx, file: str, old: _Cached | None) -> _Cached | None:
    path = Path(app.srcdir) / file
    try:
        content = path.read_bytes()
    except OSError:
        message = f"there is no bibliography {file!r}; correct 'vita_bibliography' in conf.py, or make the file"
        warn(Mistake.MISSING_FILE, message, at=f"{Path(app.confdir) / 'conf.py'}:1")
        return None
    spoken = spoken_by(app)
    digest = hashlib.sha256(content + repr((spoken.languages, spoken.tag)).encode()).hexdigest()
    if old and old.digest == digest:
        return old
    text, findings = _decode(content)
    reading = read_bibliography(text, file=file, languages=spoken.languages, language=spoken.tag)
    return _Cached(digest, replace(reading, findings=(*findings, *reading.findings)))


def _decode(content: bytes) -> tuple[str, list[Finding]]:
    """Read UTF-8; what is none is told and read as UTF-16 or Windows-1252, in which other programs save."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "this is UTF-16; save the file as UTF-8"
        return content.decode("utf-16", "replace"), [Finding(Mistake.BROKEN_BIBLIOGRAPHY, message, 1)]
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        message = "this is not UTF-8 and is read as Windows-1252; save the file as UTF-8"
        return content.decode("utf-8", _FOREIGN), [Finding(Mistake.BROKEN_BIBLIOGRAPHY, message, line)]


def _read_as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8, and only those: many a file has been put together from several."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "ignore"), error.end


codecs.register_error(_FOREIGN, _read_as_windows_1252)


def _add(app: Sphinx, publications: dict[str, Publication], publication: Publication) -> None:
    """Add a publication; a key that another file has already is told, and both stay."""
    other = publications.get(publication.key)
    if other is None:
        publications[publication.key] = publication
        return
    number = 2
    while f"{publication.key}-{number}" in publications:
        number += 1
    message = f"the key {publication.key!r} stands in {other.file}:{other.line} already; give one of them another key"
    warn(Mistake.DUPLICATE_KEY, message, at=f"{Path(app.srcdir) / publication.file}:{publication.line}")
    key = f"{publication.key}-{number}"
    publications[key] = replace(publication, key=key)


def _with_files(app: Sphinx, publication: Publication) -> Publication:
    """Find the files that a publication names; one that is not there is told and left out."""
    links: list[Link] = []
    for link in publication.links:
        path = link.url if ":" in link.url else _found(app, publication, link.kind, link.url)
        links += [replace(link, url=path)] if path else []
    preview = publication.preview and _picture(app, publication)
    return replace(publication, links=tuple(links), preview=preview)


def _picture(app: Sphinx, publication: Publication) -> str:
    """Find the preview; one that lies elsewhere would send each visitor's browser there."""
    if ":" not in publication.preview:
        return _found(app, publication, "preview", publication.preview)
    message = f"{publication.key}: the picture {publication.preview!r} lies on another host; save it as a file here"
    warn(Mistake.INVALID_LINK, message, at=f"{Path(app.srcdir) / publication.file}:{publication.line}")
    return ""


def _found(app: Sphinx, publication: Publication, field: str, written: str) -> str:
    folders = [str(Path(publication.file).parent), *app.config.vita_files]
    path = find_file(Path(app.srcdir), written, folders)
    if path is None:
        message = (
            f"{publication.key}: there is no file {written!r} for '{field}'; put it into {folders[0]} or {folders[1]}"
        )
        warn(Mistake.MISSING_FILE, message, at=f"{Path(app.srcdir) / publication.file}:{publication.line}")
    return path or ""
