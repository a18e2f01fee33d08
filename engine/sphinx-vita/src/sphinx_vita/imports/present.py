"""What a site has already, so that nothing is imported twice."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, count, takewhile
from operator import ne

from sphinx_vita.imports.drafts import Draft, Entry, Imported, Leftover
from sphinx_vita.reading.bibtex import read_bibliography
from sphinx_vita.reading.slips.directive_text import read_directive
from sphinx_vita.records import KINDS, options_of
from sphinx_vita.records.slugs import slug

_OPENING = re.compile(r"[ \t]*(?P<fence>:{3,}|`{3,})\{(?:vita:)?(?P<kind>\w+)\}[ \t]*(?P<title>.*)")


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
        new = [each for each in section.contents if not _is_present(each, present)]
        found += len(section.contents) - len(new)
        sections.append(replace(section, contents=tuple(_with_free_key(each, present) for each in new)))
    pages = {path: text for path, text in imported.pages.items() if path not in present.pages}
    found += len(imported.pages) - len(pages)
    return replace(imported, sections=tuple(sections), pages=pages), found


def _with_free_key(each: Draft | Entry | Leftover, present: Present) -> Draft | Entry | Leftover:
    """Give an entry another key where the site has an entry of that key."""
    if not isinstance(each, Entry):
        return each
    possible = chain([each.key], (f"{each.key}-{number}" for number in count(2)))
    key = next(key for key in possible if key not in present.keys)
    present.keys.add(key)
    return replace(each, key=key, bibtex=each.bibtex.replace(f"{{{each.key},", f"{{{key},", 1))


def _records(text: str) -> list[tuple[str, str, Mapping[str, str]]]:
    """Return the records of a page, those inside of other directives too."""
    lines = text.split("\n")
    found: list[tuple[str, str, Mapping[str, str]]] = []
    for place, line in enumerate(lines):
        opening = _OPENING.fullmatch(line)
        if opening and opening["kind"] in KINDS:
            content = takewhile(partial(ne, opening["fence"]), map(str.strip, lines[place + 1 :]))
            options = read_directive("\n".join(content) + "\n", options_of(KINDS[opening["kind"]])).options
            found.append((opening["kind"], opening["title"].strip(), options))
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
