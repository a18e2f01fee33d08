"""What a site has already, so that nothing is imported twice."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.slips.directive_text import read_directive
from sphinx_vita.records import KINDS, options_of
from sphinx_vita.records.slugs import slug

_DIRECTIVE = re.compile(
    r"^(?P<fence>:{3,}|`{3,})\{(?:vita:)?(?P<kind>\w+)\}[ \t]*(?P<title>.*)\n(?P<content>(?:.*\n)*?)(?P=fence)[ \t]*$",
    re.MULTILINE,
)


@dataclass(slots=True)
class Present:
    """The records and publications of a site, by what tells them apart."""

    records: set[tuple[str, ...]] = field(default_factory=set)
    works: set[str] = field(default_factory=set)  # titles, DOIs, keys
    keys: set[str] = field(default_factory=set)
    pages: set[str] = field(default_factory=set)  # by path


def read_present(files: Mapping[str, str]) -> Present:
    """Read what the Markdown and .bib files of a site hold."""
    present = Present()
    for path, text in files.items():
        if path.endswith(".md"):
            present.pages.add(path)
            present.records |= {_mark(kind, title, options) for kind, title, options in _records(text)}
        elif path.endswith(".bib"):
            present.works |= _works(text)
            present.keys |= {publication.key for publication in read_bibliography(text, file=path).publications}
    return present


def only_new(imported: Imported, present: Present) -> tuple[Imported, int]:
    """Return what the site has not yet, and how many records and entries it has."""
    found = 0
    sections = []
    for section in imported.sections:
        new = tuple(each for each in section.contents if not _is_present(each, present))
        found += len(section.contents) - len(new)
        sections.append(replace(section, contents=new))
    pages = {path: text for path, text in imported.pages.items() if path not in present.pages}
    found += len(imported.pages) - len(pages)
    return replace(imported, sections=tuple(sections), pages=pages), found


def _records(text: str) -> list[tuple[str, str, Mapping[str, str]]]:
    """Return the records of a page, those inside of other directives too."""
    found: list[tuple[str, str, Mapping[str, str]]] = []
    place = 0
    while match := _DIRECTIVE.search(text, place):
        place = match.start("content")  # a directive may stand in this one
        if match["kind"] in KINDS:
            options = read_directive(match["content"], options_of(KINDS[match["kind"]])).options
            found.append((match["kind"], match["title"].strip(), options))
    return found


def _is_present(each: Draft | Entry | Leftover, present: Present) -> bool:
    if isinstance(each, Draft):
        return _mark(each.kind, each.title, each.options) in present.records
    return isinstance(each, Entry) and not _works(each.bibtex).isdisjoint(present.works)


def _mark(kind: str, title: str, options: Mapping[str, str]) -> tuple[str, ...]:
    """Return what a record is known by: its title, where, and when, however they are written."""
    second = options.get(KINDS[kind].keyed_by, "")
    return (kind, *(slug(" ".join(text.split()).casefold()) for text in (title, second, options.get("dates", ""))))


def _works(bibtex: str) -> set[str]:
    read = read_bibliography(bibtex, file="")
    return {mark for each in read.publications for mark in (slug(str(each.title).casefold()), each.doi.lower()) if mark}
