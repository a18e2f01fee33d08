"""What one state of the sources makes public: its output, its records, and the sources that tell what is withheld."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from sphinx_vita.command.check.site import Settings, Site
from sphinx_vita.reading import deprecations

STATE, HTML, SOURCES = "state.json", "html", "sources"  # in the folder of a state


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A public record, each field as it is printed."""

    kind: str
    key: str
    name: str  # in a few words, such as "Intern, Example Lab"
    fields: Mapping[str, str]  # by the words that an author writes
    contacts: tuple[str, ...] = ()  # the fields by which somebody can be reached


@dataclass(frozen=True, slots=True, kw_only=True)
class Warned:
    """A warning of the build; `deprecation` has the fields of the name that will go, if it tells of one."""

    file: str
    line: int
    message: str
    deprecation: Mapping[str, str] = field(default_factory=dict)


def warned_of(file: str, line: int, message: str) -> Warned:
    """Return a warning with what is known of the name that it tells of."""
    known = next((each for each in deprecations.DEPRECATIONS if each.message == message), None)
    said = {name: str(value) for name, value in asdict(known).items()} if known else {}
    return Warned(file=file, line=line, message=message, deprecation=said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A built state."""

    site: Site  # its sources are copies: what they withhold can be looked for in another output
    records: tuple[Entry, ...] = ()
    warnings: tuple[Warned, ...] = ()


def save(folder: Path, published: Published) -> None:
    """Write down a state beside its output: the sources first, the list last, so that what has a list is whole."""
    site = published.site
    copies = (folder / SOURCES).resolve()
    for name, text in site.sources.items():
        path = (copies / name).resolve()
        if not path.is_relative_to(copies):  # a bibliography beside the site is the owner's, and not to be written to
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    records, warnings = ([asdict(each) for each in found] for found in (published.records, published.warnings))
    told = {"settings": asdict(site.settings), "documents": dict(site.documents)}
    document = {"records": records, "warnings": warnings, **told}
    (folder / STATE).write_text(json.dumps(document, ensure_ascii=False), "utf-8")


def load(folder: Path) -> Published:
    """Read a state that `save` wrote."""
    document: dict[str, Any] = json.loads((folder / STATE).read_text("utf-8"))
    known = {each.name for each in fields(Settings)}  # another version of the engine may write others
    settings: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value
                for name, value in document["settings"].items() if name in known}  # fmt: skip
    told = Settings(**settings)
    site = Site(source=folder / SOURCES, output=folder / HTML, settings=told, documents=document["documents"])
    records = tuple(Entry(**{**each, "contacts": tuple(each["contacts"])}) for each in document["records"])
    return Published(site=site, records=records, warnings=tuple(Warned(**each) for each in document["warnings"]))
