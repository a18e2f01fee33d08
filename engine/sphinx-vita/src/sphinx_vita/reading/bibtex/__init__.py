"""A bibliography as publications: what BibTeX, biblatex, reference managers and al-folio write, read in one go."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from sphinx_vita.reading.bibtex.blocks import RawEntry, read_blocks
from sphinx_vita.reading.bibtex.inheritance import inherit
from sphinx_vita.reading.bibtex.publications import make_publication
from sphinx_vita.reading.bibtex.relations import digest_of_key, join_versions
from sphinx_vita.reading.bibtex.translations import take_translations
from sphinx_vita.reading.bibtex.visibility import withhold
from sphinx_vita.reading.languages import ONE, Languages
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.printable import printable
from sphinx_vita.records import Publication
from sphinx_vita.records.slugs import slug

__all__ = ["Reading", "join_versions", "read_bibliography"]

MOST_ENTRIES = 10_000
MOST_CHARACTERS = 20_000_000
_OPENING = re.compile(r"@[ \t]*(?!comment|string|preamble)[a-z]+\s*[{(]", re.IGNORECASE)
_NO_WORKS = {
    "xdata": "only lends its fields to others; write them into those",
    "set": "only names others; take it out",
    "control": "only speaks to a style of LaTeX; take it out",
    "ieeetranbstctl": "only speaks to a style of LaTeX; take it out",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a bibliography holds, and what is wrong with it; both in the order of the file.

    The publications are those that are listed and those that others only refer to; `join_versions` puts them together.
    """

    publications: tuple[Publication, ...]
    findings: tuple[Finding, ...]
    withheld: tuple[str, ...] = ()  # digests of the keys of private entries: a reading is stored


def read_bibliography(text: str, *, file: str, languages: Languages = ONE, language: str = "") -> Reading:
    """Read the text of a .bib file. Never raises: what cannot be read is named in a finding.

    `file` is the path that the publications remember as their source, `language` the one of the site's `languages` in
    which fields are read that are translated.
    """
    findings: list[Finding] = []
    found = read_blocks(_within_limits(_normalised(text), findings))
    found.findings += findings
    named = list(_with_own_keys(found.entries, found.findings))
    visible = list(withhold(named, found.findings))
    withheld = {entry.key for entry in named} - {entry.key for entry in visible}
    hidden = tuple(sorted(map(digest_of_key, withheld)))
    visible = list(take_translations(visible, languages, language, found.findings))
    complete = inherit(visible, [entry.key for entry in named], found.findings)
    publications = [make_publication(entry, file, found.findings) for entry in _works(complete, found.findings)]
    findings = sorted(found.findings, key=lambda finding: finding.line)
    return Reading(tuple(publications), tuple(findings), hidden)


def _normalised(text: str) -> str:
    """Take off the byte order mark, end lines with a line feed, leave out what cannot be printed."""
    return printable(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def _within_limits(text: str, findings: list[Finding]) -> str:
    """Cut off what is more than a site can show, and tell where."""
    first_left_out = next(islice(_OPENING.finditer(text, 0, MOST_CHARACTERS), MOST_ENTRIES, None), None)
    end = first_left_out.start() if first_left_out else len(text)
    if end > MOST_CHARACTERS:
        end = text.rfind("\n@", 0, MOST_CHARACTERS) + 1 or MOST_CHARACTERS
    if end < len(text):
        message = (
            f"this file is too large: all from this line on is left out, since {MOST_ENTRIES} entries and "
            f"{MOST_CHARACTERS} characters are the most; put the rest into another file of 'vita_bibliography'"
        )
        findings.append(Finding(Mistake.TOO_LARGE, message, text.count("\n", 0, end) + 1))
    return text[:end]


def _works(entries: Iterable[RawEntry], findings: list[Finding]) -> Iterator[RawEntry]:
    """Yield the entries that are works of somebody, and tell of the others."""
    for entry in entries:
        if entry.entry_type in _NO_WORKS:
            message = f"the entry '{entry.key}' is left out: an @{entry.entry_type} {_NO_WORKS[entry.entry_type]}"
            findings.append(Finding(Mistake.UNKNOWN_VALUE, message, entry.line))
        else:
            yield entry


def _with_own_keys(entries: Iterable[RawEntry], findings: list[Finding]) -> Iterator[RawEntry]:
    """Yield each entry a key of its own: the second of one key becomes `key-2`, unless it is the first once more."""
    entries = list(_once(entries))
    taken = {entry.key for entry in entries}
    first_lines: dict[str, int] = {}
    counts: dict[str, int] = {}
    for entry in entries:
        key = entry.key or f"entry-{slug(entry.fields.get('title', '').lower())}"
        if not entry.key:
            message = f"this entry has no key; write one behind the brace, such as '@{entry.entry_type}{{{key},'"
            findings.append(Finding(Mistake.MISSING_FIELD, message, entry.line))
        if key not in first_lines:
            first_lines[key] = entry.line
            taken.add(key)
            yield replace(entry, key=key)
            continue
        own = _free_key(key, counts, taken)
        message = (
            f"the key '{key}' stands on line {first_lines[key]} and again on line {entry.line}; "
            f"give the second entry a key of its own (it is shown as '{own}')"
        )
        findings.append(Finding(Mistake.DUPLICATE_KEY, message, entry.line))
        yield replace(entry, key=own)


def _once(entries: Iterable[RawEntry]) -> Iterator[RawEntry]:
    """Leave out entries that have stood there before, word for word, as pasting leaves them."""
    seen: set[tuple[str, str, tuple[tuple[str, str], ...]]] = set()
    for entry in entries:
        fields = ((name, " ".join(value.split())) for name, value in entry.fields.items())
        content = (entry.entry_type, entry.key, tuple(sorted(fields)))
        if content not in seen or not entry.key:
            seen.add(content)
            yield entry


def _free_key(key: str, counts: dict[str, int], taken: set[str]) -> str:
    """Return the first of `key-2`, `key-3`, ... that no entry has."""
    number = counts.get(key, 1) + 1
    while f"{key}-{number}" in taken:
        number += 1
    counts[key] = number
    taken.add(f"{key}-{number}")
    return f"{key}-{number}"
