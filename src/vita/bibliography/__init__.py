"""A bibliography as publications: what BibTeX, biblatex, reference managers and al-folio write, read in one go."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from vita.bibliography.blocks import RawEntry, read_blocks
from vita.bibliography.inheritance import inherit
from vita.bibliography.publications import make_publication
from vita.bibliography.visibility import withhold
from vita.mistakes import Finding, Mistake
from vita.model import Publication
from vita.slugs import slug

__all__ = ["Reading", "read_bibliography"]

_LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a bibliography holds, and what is wrong with it; both in the order of the file."""

    publications: tuple[Publication, ...]
    findings: tuple[Finding, ...]


def read_bibliography(text: str, *, file: str) -> Reading:
    """Read the text of a .bib file. Never raises: what cannot be read is named in a finding.

    `file` is the path that the publications remember as their source.
    """
    found = read_blocks(_normalised(text))
    named = list(_with_own_keys(found.entries, found.findings))
    visible = withhold(named, found.findings)
    complete = inherit(visible, [entry.key for entry in named], found.findings)
    publications = [make_publication(entry, file, found.findings) for entry in complete]
    findings = sorted(found.findings, key=lambda finding: finding.line)
    return Reading(tuple(publications), tuple(findings))


def _normalised(text: str) -> str:
    """Take off the byte order mark, and end lines with a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").translate(_LONE_SURROGATES)


def _with_own_keys(entries: Iterable[RawEntry], findings: list[Finding]) -> Iterator[RawEntry]:
    """Give each entry a key of its own: the second of one key becomes `key-2`."""
    entries = list(entries)
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


def _free_key(key: str, counts: dict[str, int], taken: set[str]) -> str:
    """Give the first of `key-2`, `key-3`, ... that no entry has."""
    number = counts.get(key, 1) + 1
    while f"{key}-{number}" in taken:
        number += 1
    counts[key] = number
    taken.add(f"{key}-{number}")
    return f"{key}-{number}"
