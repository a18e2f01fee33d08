"""What an author withholds: `visibility = {private}` the whole entry, `{private abstract, note}` those fields."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sphinx_vita.reading.bibtex.blocks import RawEntry
from sphinx_vita.reading.bibtex.translations import field_of
from sphinx_vita.reading.mistakes import Finding, Mistake
from sphinx_vita.reading.slips.directive_text import VISIBILITY, close_name


def withhold(entries: Iterable[RawEntry], findings: list[Finding]) -> Iterator[RawEntry]:
    """Yield the entries that are public, without the fields that are not.

    An entry whose visibility cannot be read, or names a field that is not there, is withheld too, and told.
    """
    for entry in entries:
        name = _field_of_visibility(entry, findings)
        word, *names = re.split(r"[\s,;]+", entry.fields.get(name, "").strip().strip(",;").lower())
        if word not in ("", "public", "private"):
            written = entry.fields[name]
            message = (
                f"the entry '{entry.key}' is left out: its visibility is {written!r}; "
                "write {public}, {private}, or {private} and the fields to withhold"
            )
            findings.append(Finding(Mistake.UNKNOWN_VALUE, message, entry.line))
        elif word != "private":
            yield entry
        elif unknown := [name for name in names if not any(_is_withheld(field, [name]) for field in entry.fields)]:
            message = (
                f"the entry '{entry.key}' is left out: its visibility names {', '.join(unknown)}, which it has not"
            )
            findings.append(Finding(Mistake.UNKNOWN_VALUE, f"{message}; write the names of its fields", entry.line))
        elif names:
            kept = {name: value for name, value in entry.fields.items() if not _is_withheld(name, names)}
            yield replace(entry, fields=kept)


def _field_of_visibility(entry: RawEntry, findings: list[Finding]) -> str:
    """Return the name of the field that says who may see an entry; one that is misspelt counts, and is told."""
    misspelt = [name for name in entry.fields if name != VISIBILITY and close_name(name, [VISIBILITY])]
    for name in misspelt:
        message = f"the entry '{entry.key}' has the field '{name}', which is read as 'visibility'; write it so"
        findings.append(Finding(Mistake.UNKNOWN_VALUE, message, entry.line))
    return VISIBILITY if VISIBILITY in entry.fields or not misspelt else misspelt[0]


def _is_withheld(field: str, names: list[str]) -> bool:
    """Whether a field is among the names; an annotation (`author+an`) and a translation go with theirs."""
    return field in names or field.partition("+")[0] in names or field_of(field) in names
