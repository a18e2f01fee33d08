"""Fields that an entry inherits: from the one that its `crossref` names, and from those of its `xdata`."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from sphinx_vita.reading.bibtex.blocks import RawEntry
from sphinx_vita.reading.mistakes import Finding, Mistake

_RENAMED = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon", "author": "bookauthor"}
_OWN = frozenset(  # says something of the parent alone
    "crossref xref ids key keywords tags selected preview abbr abbrv abstract tldr pdf html url doi code website slides"
    " poster video supp blog award award_name note annote addendum visibility author+an shorttitle bibtex_show"
    " pubstate file related relatedtype relatedstring relatedoptions options".split()
)
_LONGEST_CHAIN = 4
_LONGEST_VALUE = 5000  # characters; a parent may have thousands of children


def inherit(entries: Iterable[RawEntry], keys: Collection[str], findings: list[Finding]) -> Iterator[RawEntry]:
    """Yield the entries with what they inherit; the title of a parent is the book's title of its child.

    `keys` are those of all entries: nothing is inherited from a withheld one, but it is there.
    """
    entries = list(entries)
    by_key: dict[str, RawEntry] = {}
    known = {key.lower() for key in keys}
    for entry in entries:
        by_key.setdefault(entry.key.lower(), entry)
    for entry in entries:
        parent_key = entry.fields.get("crossref", "").strip()
        if parent_key and parent_key.lower() not in known:
            message = f"the entry '{entry.key}' has the crossref '{parent_key}', but no entry has that key; correct it"
            findings.append(Finding(Mistake.UNKNOWN_REFERENCE, message, entry.line))
        complete = replace(entry, fields=_inherited(entry, by_key)) if parent_key else entry
        yield _with_data(complete, by_key) if entry.fields.get("xdata") else complete


def _with_data(entry: RawEntry, by_key: dict[str, RawEntry]) -> RawEntry:
    """Add the fields of the `@xdata` entries that an entry names, which have no others than such fields."""
    fields = dict(entry.fields)
    for key in entry.fields["xdata"].split(",")[:_LONGEST_CHAIN]:
        data = by_key.get(key.strip().lower())
        if data is not None and data.entry_type == "xdata":
            shared = {name: value for name, value in data.fields.items() if len(value) <= _LONGEST_VALUE}
            fields = shared | {name: value for name, value in fields.items() if value.strip()}
    return replace(entry, fields=fields)


def _inherited(entry: RawEntry, by_key: dict[str, RawEntry]) -> dict[str, str]:
    fields = dict(entry.fields)
    seen = {id(entry)}
    parent = by_key.get(entry.fields.get("crossref", "").strip().lower())
    for _ in range(_LONGEST_CHAIN):
        if parent is None or id(parent) in seen:
            break
        seen.add(id(parent))
        for name, value in parent.fields.items():
            own_name = _RENAMED.get(name, name)
            if name not in _OWN and len(value) <= _LONGEST_VALUE and not fields.get(own_name, "").strip():
                fields[own_name] = value
        parent = by_key.get(parent.fields.get("crossref", "").strip().lower())
    return fields
