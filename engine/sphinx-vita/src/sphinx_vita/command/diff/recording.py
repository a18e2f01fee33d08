"""Builds one state in a process of its own and writes down what it makes public.

python -m sphinx_vita.command.diff.recording SOURCE FOLDER
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from enum import Enum
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

from sphinx_vita.command.check.building import UnusableError, build
from sphinx_vita.command.diff.published import HTML, Entry, Published, save, warned_of
from sphinx_vita.records import Publication, Record, options_of
from sphinx_vita.records.date_style import DateStyle
from sphinx_vita.records.dates import Date, DateRange
from sphinx_vita.records.names import Author
from sphinx_vita.records.portfolio import Portfolio
from sphinx_vita.records.publication import Contribution, Identifier, Link
from sphinx_vita.records.record import Value
from sphinx_vita.sphinx.portfolio import portfolio_of

_CONTACTS = (Value.EMAIL, Value.PHONE)
_ADDRESS = "address"  # where somebody lives or gets letters
_WRITTEN_BELOW = ("summary", "highlights", "tags")
_UNTOLD = {  # of a publication: where it stands, and what other fields say better
    *(
        "key",
        "docname",
        "line",
        "body",
        "texts",
        "file",
        "fields",
        "is_listed",
        "citation_key",
        "summary",
        "highlights",
        "translated",
    ),
    *("relation", "version", "origin", "originals", "year", "note"),
}


def record(source: Path, folder: Path) -> None:
    """Build the sources into a folder, and describe the output there."""
    records: list[Entry] = []
    site = build(source, folder=folder, note=lambda app: records.extend(entries_of(app)))
    warnings = tuple(warned_of(each.file, each.line, each.message) for each in site.warnings)
    save(folder, Published(site=replace(site, output=folder / HTML), records=tuple(records), warnings=warnings))


def entries_of(app: Sphinx) -> Iterator[Entry]:
    """Give every public record of a build."""
    portfolio = portfolio_of(app)
    for of_kind in portfolio.records.values():
        for each in of_kind:
            yield _entry(each, portfolio, [*options_of(type(each)), *_WRITTEN_BELOW])
    told = [each.name for each in fields(Publication) if each.name not in _UNTOLD]
    for publication in portfolio.publications:
        yield _entry(publication, portfolio, told)


def _entry(record: Record, portfolio: Portfolio, names: list[str]) -> Entry:
    printed = {name: _printed(getattr(record, name), portfolio.date_style) for name in names}
    printed["highlights"] = "\n".join(record.highlights)
    printed["where"] = portfolio.paths.get((record.kind, record.key), "")
    forms = {name: each.metadata["value"] for name, each in options_of(type(record)).items()}
    contacts = [name for name, form in forms.items() if form in _CONTACTS or name == _ADDRESS]
    called = [printed[name] for name in type(record).named_by if printed.get(name)]
    return Entry(
        kind=record.kind, key=record.key, name=", ".join(called) or record.key,
        fields={name: text for name, text in printed.items() if text},
        contacts=tuple(name for name in contacts if printed.get(name)),
    )  # fmt: skip


def _printed(value: Any, style: DateStyle) -> str:
    """Write the value of a field as a reader of a comparison wants it; "" for none."""
    if isinstance(value, tuple):
        return ", ".join(filter(None, (_printed(each, style) for each in value)))
    if isinstance(value, DateRange):
        return style.print(value)
    written = next((write for form, write in _FORMS.items() if isinstance(value, form)), str)
    return written(value) if value is not None else ""


_FORMS: dict[type, Callable[[Any], str]] = {
    Date: lambda date: str(date.iso),
    bool: lambda is_so: "yes" if is_so else "",
    Enum: lambda each: str(each.value),
    Author: lambda author: f"{author.name}{'*' * author.contributed_equally}{author.mark}",
    Link: lambda link: f"{link.label} <{link.url}>",
    Identifier: lambda each: f"{each.scheme} {each.value}",
    Contribution: lambda each: f"{each.role}: {', '.join(str(person.name) for person in each.people)}",
}


if __name__ == "__main__":
    try:
        record(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
    except UnusableError as error:
        sys.exit(str(error))
