"""Which files of the output have come, gone or changed, less those that other comparisons tell of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sphinx_build_cache.digests import digest_of_file

from sphinx_vita.command.check.documents import pdf_pages
from sphinx_vita.command.check.site import Site
from sphinx_vita.command.diff.changes import Change, Detail, Kind, Subject
from sphinx_vita.command.diff.lines import compare_lines, compare_pages
from sphinx_vita.sphinx.output.export import EXPORTS

SAME_LINES = "the same words in another look"
_CITATIONS, _CARDS = "citations/", "cards/"
_INDEXES = ("searchindex.js", "objects.inv")  # follow the pages


@dataclass(frozen=True)
class Outputs:
    """Two outputs side by side."""

    old: Site
    new: Site

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        """What has happened to each file, of those to which anything has."""
        every = sorted(self.old.files.keys() | self.new.files.keys())
        return {path: kind for path in every if (kind := self._kind(path))}

    def _kind(self, path: str) -> Kind | None:
        old, new = self.old.files.get(path), self.new.files.get(path)
        if old is None or new is None:
            return Kind.ADDED if old is None else Kind.REMOVED
        return None if digest_of_file(old) == digest_of_file(new) else Kind.CHANGED


def compare_pdfs(outputs: Outputs) -> Iterator[Change]:
    """Give the PDFs that have come, gone or changed, with their lines and the pages on which these stand."""
    for path, kind in outputs.kinds.items():
        if path.endswith(".pdf"):
            old, new = (_lines_of_pdf(site.files.get(path)) for site in (outputs.old, outputs.new))
            only_one = [Detail("pages", str(len(old) or ""), str(len(new) or ""))]
            details = list(compare_pages(old, new)) if kind is Kind.CHANGED else only_one
            unseen = Detail("", SAME_LINES, SAME_LINES)
            yield Change(subject=Subject.PDFS, kind=kind, name=path, details=tuple(details or [unseen]))


def compare_exports(outputs: Outputs) -> Iterator[Change]:
    """Give the exports that have changed, line by line; the files of single papers are told by their number."""
    for path, kind in outputs.kinds.items():
        if path in EXPORTS:
            old, new = (_lines(site.files.get(path)) for site in (outputs.old, outputs.new))
            details = tuple(compare_lines(old, new))
            yield Change(subject=Subject.EXPORTS, kind=kind, name=path, details=details)
    yield from _counted(outputs, lambda path: path.startswith(_CITATIONS), Subject.EXPORTS, f"{_CITATIONS}*")


def compare_other_files(outputs: Outputs) -> Iterator[Change]:
    """Give the files that visitors may have, by name, and what pages load, by its number."""
    told = {*outputs.old.pages, *outputs.new.pages, *EXPORTS}
    rest = {path: kind for path, kind in outputs.kinds.items() if path not in told and not path.endswith(".pdf")}
    others = {path: kind for path, kind in rest.items() if not path.startswith(_CITATIONS)}
    for path, kind in others.items():
        if not path.startswith(("_", _CARDS)) and path not in _INDEXES:
            yield Change(subject=Subject.FILES, kind=kind, name=path)
    yield from _counted(outputs, lambda path: path.startswith(_CARDS), Subject.FILES, f"{_CARDS}*")
    yield from _counted(outputs, lambda path: path in others and path.startswith("_"), Subject.FILES,
                        "what pages load")  # fmt: skip


def _counted(outputs: Outputs, has: Callable[[str], bool], subject: Subject, name: str) -> Iterator[Change]:
    """Tell of many files in one change."""
    found = {path: kind for path, kind in outputs.kinds.items() if has(path)}
    if found:
        yield Change(subject=subject, kind=Kind.CHANGED, name=name, details=tuple(_names(found)))


def _names(found: Mapping[str, Kind]) -> Iterator[Detail]:
    for path, kind in found.items():
        yield Detail(kind.value, "" if kind is Kind.ADDED else path, "" if kind is Kind.REMOVED else path)


def _lines(file: Path | None) -> list[str]:
    return file.read_text("utf-8", errors="replace").splitlines() if file else []


def _lines_of_pdf(file: Path | None) -> list[list[str]]:
    pages = pdf_pages(file) if file else ()
    return [[line.strip() for line in page.splitlines() if line.strip()] for page in pages]
